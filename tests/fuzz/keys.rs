//! Any bytes, read as keys, pastes, the mouse and answers.
#![no_main]

use libfuzzer_sys::fuzz_target;
use minwon::tui::exercise;

fuzz_target!(|bytes: &[u8]| {
    exercise::read(bytes);
});
