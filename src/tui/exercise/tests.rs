//! The exercise itself, on random streams from a fixed seed.

use super::{Program, UNTYPED, read};
use crate::tui::front::practice;
use proptest::{
    collection::vec,
    prelude::*,
    sample::select,
    test_runner::{Config, RngSeed, TestRunner},
};
use tempfile::TempDir;

/// What a terminal sends for keys of every kind, and what a clerk types.
const TYPED: &[&str] = &[
    "\r",
    "\r",
    "\x1b",
    "\x1b",
    "\t",
    "\x1b[Z",
    "\x7f",
    " ",
    "\x1b[A",
    "\x1b[B",
    "\x1b[C",
    "\x1b[D",
    "\x1b[H",
    "\x1b[F",
    "\x1b[5~",
    "\x1b[6~",
    "\x1b[2~",
    "\x1b[3~",
    "\x1bOP",
    "\x1bOQ",
    "\x1bOR",
    "\x1bOS",
    "\x1b[15~",
    "\x1b[17~",
    "\x1b[18~",
    "\x1b[19~",
    "\x1b[20~",
    "\x1b[20~",
    "\x1b[21~",
    "\x1b[23~",
    "\x1b[24~",
    "\x1b[1;2C",
    "\x1b[1;5C",
    "\x01",
    "\x0c",
    "\x12",
    "\x13",
    "\x14",
    "\x18",
    "\x19",
    "\x1a",
    "\x07",
    "\x16",
    "\x1ba",
    "\x1bc",
    ":",
    "/",
    "?",
    "#",
    "1",
    "2",
    "3",
    "a",
    "b",
    "e",
    "g",
    "j",
    "k",
    "m",
    "n",
    "o",
    "t",
    "u",
    "v",
    "w",
    "x",
    "G",
    "h",
    "E",
    "ㅓ",
    "ㅏ",
    "ㅁ",
    "소음",
    "홍길동",
    "2026-12-24",
    "010-1234-5678",
    "thdma",
    "ㅅㅇ",
    "27",
    "\x1b[<0;10;5M",
    "\x1b[<0;3;24M",
    "\x1b[<64;9;9M",
    "\x1b[<65;9;9M",
];

/// Texts that are not what they seem.
const ODD: &[&str] = &[
    "\x1b[31m붉은 글",
    "\x1b]0;title\x07",
    "거꾸로 \u{202E}쓴 글",
    "\u{200B}\u{FEFF}",
    "e\u{301}\u{301}",
    "👨\u{200D}👩\u{200D}👧",
    "줄\r\n바꿈\n\t탭",
    "\u{1112}\u{1161}\u{11ab}",
    "\u{9b}31m",
    "🇰🇷\u{FE0F}",
    "\u{E000}\u{FFFD}",
];

fn stream(most: usize) -> impl Strategy<Value = Vec<u8>> {
    let paste = vec(select(ODD), 1..4).prop_map(|texts| {
        let text = texts.concat();
        [b"\x1b[200~", text.as_bytes(), b"\x1b[201~"].concat()
    });
    let part = prop_oneof![
        12 => select(TYPED).prop_map(|keys| keys.as_bytes().to_vec()),
        2 => select(ODD).prop_map(|text| text.as_bytes().to_vec()),
        2 => paste,
        1 => (UNTYPED..=0xff).prop_map(|byte| vec![byte]),
        1 => vec(any::<u8>(), 1..6),
    ];
    vec(part, 1..most).prop_map(|parts| parts.concat())
}

/// Always the same streams: what fails here fails everywhere. Fuzzing looks for others.
fn runner(cases: u32) -> TestRunner {
    TestRunner::new(Config {
        cases,
        rng_seed: RngSeed::Fixed(20_261_123),
        failure_persistence: None,
        max_shrink_iters: 200,
        ..Config::default()
    })
}

#[test]
fn no_stream_of_bytes_is_too_much_for_the_reader() {
    let read = |bytes: Vec<u8>| {
        read(&bytes);
        Ok(())
    };
    runner(2_000).run(&stream(40), read).unwrap();
}

#[test]
fn no_stream_of_keys_and_pastes_is_too_much_for_the_program() {
    let take = |bytes: Vec<u8>| {
        let folder = TempDir::new().unwrap();
        let mut program = Program::new(folder.path(), practice()).unwrap();
        program.take(&bytes);
        Ok(())
    };
    runner(24).run(&stream(120), take).unwrap();
}

/// What is asked for can fail.
#[test]
#[should_panic(expected = "sent as it came")]
fn a_screen_that_sends_what_came_in_is_found_out() {
    let folder = TempDir::new().unwrap();
    let mut program = Program::new(folder.path(), practice()).unwrap();
    program.model.shared.symbols.selected = "\u{e000}";
    program.take(b"j");
}
