//! The rules of `src/lib.rs` about what each room may name, read off the source.
//!
//! Comments and tests do not count. A rule that is broken is told with file and line.

mod docs;
mod ladder;
mod papers;
mod source;

use source::{Source, files, sources};

/// True for a file of the room: `src/store.rs` and everything in `src/store/`.
fn within(file: &str, room: &str) -> bool {
    file.strip_prefix(room)
        .is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
}

/// Where in the files that `of` chooses one of the words is named.
fn named(of: impl Fn(&str) -> bool, words: &[&str]) -> Vec<String> {
    let files = sources();
    let chosen: Vec<&Source> = files.iter().filter(|source| of(&source.file)).collect();
    assert!(!chosen.is_empty(), "the rule looks at no file");
    chosen
        .iter()
        .flat_map(|source| source.naming(words))
        .collect()
}

fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What asks the system for something, the time among it.
const SYSTEM: [&str; 9] = [
    "std::fs",
    "std::env",
    "std::io",
    "std::process",
    "std::thread",
    "Utc::now",
    "Local::now",
    "SystemTime::now",
    "Instant::now",
];

#[test]
fn the_rules_are_pure() {
    let pure = |file: &str| within(file, "src/domain") || within(file, "src/notice/render");
    let rooms = [
        "rusqlite",
        "ratatui",
        "crossterm",
        "clap",
        "crate::store",
        "crate::desk",
        "crate::tui",
        "crate::cli",
    ];
    let outside = [&rooms[..], &SYSTEM].concat();
    none(&named(pure, &outside));
}

#[test]
fn the_words_know_no_rules() {
    let words = |file: &str| within(file, "src/words");
    none(&named(words, &["crate::domain"]));
}

#[test]
fn the_store_alone_speaks_sql() {
    let elsewhere = |file: &str| !within(file, "src/store");
    none(&named(elsewhere, &["rusqlite"]));
    let files = sources();
    let statements = [
        "SELECT ",
        "INSERT ",
        "UPDATE ",
        "DELETE FROM ",
        "PRAGMA ",
        "CREATE TABLE ",
    ];
    let mut wrong = Vec::new();
    for source in files.iter().filter(|source| elsewhere(&source.file)) {
        wrong.extend(source.saying(&statements));
    }
    none(&wrong);
    let spoken = files
        .iter()
        .filter(|source| within(&source.file, "src/store"))
        .flat_map(|source| source.saying(&statements));
    assert!(
        spoken.count() > 10,
        "the store's own statements were not seen"
    );
}

#[test]
fn the_terminal_program_alone_draws() {
    let elsewhere = |file: &str| !within(file, "src/tui");
    none(&named(elsewhere, &["ratatui", "crossterm"]));
    assert!(!named(|file| within(file, "src/tui"), &["ratatui"]).is_empty());
}

#[test]
fn the_command_line_alone_prints() {
    let elsewhere = |file: &str| {
        let may = ["src/cli", "src/main", "src/tui/terminal", "src/tui/backend"];
        !may.iter().any(|room| within(file, room))
    };
    let prints = [
        "println!",
        "print!",
        "eprintln!",
        "eprint!",
        "stdout()",
        "stderr()",
        "dbg!",
    ];
    none(&named(elsewhere, &prints));
}

#[test]
fn both_front_ends_call_the_desk_and_not_the_store() {
    let front = |file: &str| within(file, "src/cli") || within(file, "src/tui");
    none(&named(
        front,
        &["crate::store", "minwon::store", "super::store"],
    ));
}

#[test]
fn the_lower_rooms_do_not_know_the_upper_ones() {
    let store = |file: &str| within(file, "src/store");
    let upper = ["crate::desk", "crate::form", "crate::cli", "crate::tui"];
    none(&named(store, &upper));
    let desk = |file: &str| within(file, "src/desk");
    none(&named(desk, &upper[1..]));
}

#[test]
fn the_front_ends_do_not_know_each_other() {
    let cli = |file: &str| within(file, "src/cli");
    none(&named(cli, &["crate::tui", "minwon::tui", "super::tui"]));
    let tui = |file: &str| within(file, "src/tui");
    none(&named(tui, &["crate::cli", "minwon::cli", "super::cli"]));
    // Alone where the program begins they meet.
    let main = |file: &str| within(file, "src/main");
    assert!(!named(main, &["minwon::tui"]).is_empty());
}

#[test]
fn mail_knows_no_front_end_and_is_alone_to_speak_to_a_server() {
    let mail = |file: &str| within(file, "src/mail");
    let fronts = ["crate::tui", "crate::cli", "crate::form", "crate::store"];
    none(&named(mail, &fronts));
    let elsewhere = |file: &str| !within(file, "src/mail");
    none(&named(elsewhere, &["lettre", "TcpStream"]));
    assert!(!named(mail, &["lettre"]).is_empty());
}

#[test]
fn the_forms_know_no_front_end() {
    let forms = |file: &str| within(file, "src/form");
    let fronts = [
        "crate::tui",
        "crate::cli",
        "crate::store",
        "crate::desk::Desk",
    ];
    none(&named(forms, &[&fronts[..], &SYSTEM].concat()));
}

#[test]
fn the_screens_only_ask_for_what_is_done() {
    let screens = |file: &str| {
        let may = [
            "backend", "effect", "events", "exercise", "program", "terminal",
        ];
        let may = may.map(|room| format!("src/tui/{room}"));
        within(file, "src/tui") && !may.iter().any(|room| within(file, room))
    };
    let outside = [&["crate::desk::Desk"][..], &SYSTEM].concat();
    none(&named(screens, &outside));
    let bridge = |file: &str| within(file, "src/tui/effect");
    assert!(!named(bridge, &["crate::desk::Desk"]).is_empty());
}

/// State is written by `update` alone: what a drawing tells beside its picture is given back by it.
#[test]
fn a_view_writes_no_state() {
    let may = ["backend", "program", "targets", "terminal"].map(|room| format!("src/tui/{room}"));
    let state = |file: &str| within(file, "src/tui") && !may.iter().any(|room| within(file, room));
    none(&named(state, &["std::cell", "Mutex", "RwLock"]));
}

/// Lines from which on a file is cut, by meaning.
const LONG: usize = 450;

#[test]
fn every_file_says_what_it_owns_and_stays_short() {
    let mut wrong = Vec::new();
    for (file, text) in files(&["src", "tests", "benches"]) {
        if !text.starts_with("//!") {
            wrong.push(format!("{file} opens with no //!"));
        }
        let lines = text.lines().count();
        if lines > LONG {
            wrong.push(format!("{file} has {lines} lines"));
        }
    }
    none(&wrong);
}
