//! Any bytes, typed into the whole program at a practice desk of its own.
#![no_main]

use libfuzzer_sys::fuzz_target;
use minwon::tui::exercise::{Program, practice};
use std::sync::LazyLock;
use tempfile::TempDir;

/// The desk as every stream finds it.
static DESK: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = TempDir::new().expect("a folder for the practice desk");
    practice(folder.path()).expect("a practice desk")
});

fuzz_target!(|bytes: &[u8]| {
    let folder = TempDir::new().expect("a folder for the desk");
    let mut program = Program::new(folder.path(), &DESK).expect("a desk");
    program.take(bytes);
});
