//! The first start, and starts that must fail before the terminal is taken.

use super::*;
use std::os::unix::fs::PermissionsExt;

const QUESTION: &str = "경상북도종합자원봉사센터";

/// The one database that the program made by itself.
fn made(home: &Home) -> PathBuf {
    let folder = home.path("data/minwon");
    let files = std::fs::read_dir(&folder).unwrap();
    let mut found = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "db"));
    let path = found.next().unwrap();
    assert!(found.next().is_none());
    path
}

#[test]
fn the_first_start_founds_a_desk_on_the_chosen_charter() {
    let home = Home::empty();
    let mut pty = Pty::start(home.program(&[]), 80, 24, Manner::Answering);
    pty.wait_for(QUESTION);
    bar_to(&pty, QUESTION);
    pty.type_keys("\r");
    // What the calendar asks for stands in the queue from the first day on.
    pty.wait_for("한 달 동안");
    let top = pty.screen();
    // As much of the name as the numbers leave room for.
    assert!(top.starts_with(" 경상북도종합"), "{top}");
    let mode = std::fs::metadata(made(&home)).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    pty.type_keys("q");
    assert!(pty.wait_end().success());
    assert_restored(&pty);
}

#[test]
fn the_first_start_offers_a_practice_desk() {
    let home = Home::empty();
    let mut pty = Pty::start(home.program(&[]), 80, 24, Manner::Answering);
    pty.wait_for(QUESTION);
    pty.type_keys(END);
    pty.wait_until("the bar on the practice desk", |screen| {
        bar(screen).contains("연습")
    });
    pty.type_keys("\r");
    pty.wait_until("a queue with cases", |screen| {
        screen.contents().matches("-0000").count() > 10
    });
    pty.type_keys("q");
    assert!(pty.wait_end().success());
}

/// Nobody wants a desk made by leaving.
#[test]
fn leaving_the_first_start_makes_nothing() {
    let home = Home::empty();
    let mut pty = Pty::start(home.program(&[]), 80, 24, Manner::Answering);
    pty.wait_for(QUESTION);
    pty.type_keys(ESC);
    assert!(pty.wait_end().success());
    assert_restored(&pty);
    assert!(!home.path("data/minwon").join("minwon.db").exists());
}

/// Starts the program and returns what it said and its exit code; the terminal was never taken.
fn refused(home: &Home) -> (String, u32) {
    let mut pty = Pty::start(home.desk(), 80, 24, Manner::Answering);
    let code = pty.wait_end().exit_code();
    let sent = String::from_utf8_lossy(&pty.sent()).into_owned();
    assert!(!sent.contains('\x1b'), "{sent:?}");
    (sent, code)
}

#[test]
fn a_damaged_newer_or_foreign_database_is_told_before_the_terminal_is_taken() {
    let home = Home::practising();
    let raw = rusqlite::Connection::open(home.db()).unwrap();
    raw.pragma_update(None, "user_version", 999).unwrap();
    drop(raw);
    let (said, code) = refused(&home);
    assert!(said.contains("999") && code == 4, "{code} {said}");
    std::fs::write(home.db(), "이것은 데이터베이스가 아닙니다".repeat(200)).unwrap();
    let (said, code) = refused(&home);
    assert!(said.contains("desk.db") && code == 4, "{code} {said}");
}

#[test]
fn a_locked_database_is_told_before_the_terminal_is_taken() {
    let home = Home::practising();
    let raw = rusqlite::Connection::open(home.db()).unwrap();
    raw.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; SELECT * FROM sqlite_schema;",
    )
    .unwrap();
    let (said, code) = refused(&home);
    assert!(said.contains("desk.db") && code == 4, "{code} {said}");
}
