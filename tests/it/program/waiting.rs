//! Another program holds the write lock while a clerk saves.

use super::*;
use nix::sys::signal::Signal;
use rusqlite::Connection;

/// What the line at the bottom says while a save waits for another program.
const SAVING: &str = "저장 중... 파일을 쓰고 있는";

/// The form of a complaint with a title, and another program that holds the lock.
fn about_to_save(home: &Home) -> (Pty, Connection) {
    let pty = home.open();
    pty.type_keys(F2);
    pty.wait_for("민원 접수");
    pty.type_keys("\t\t\t복도 조명");
    pty.wait_for("복도 조명");
    let other = Connection::open(home.db()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    (pty, other)
}

/// How many cases are open.
fn open_cases(home: &Home) -> i64 {
    let opening = Opening {
        path: home.db(),
        acting: None,
        now: Some(NOW.to_owned()),
    };
    let mut desk = Desk::open(&opening).unwrap();
    desk.counts().unwrap().open
}

/// The intake form has nothing left of what was saved.
fn assert_no_draft(pty: &Pty) {
    pty.type_keys(F2);
    pty.wait_for("민원 접수");
    assert!(!pty.screen().contains("복도 조명"), "{}", pty.screen());
}

#[test]
fn a_save_that_waits_lets_keys_through_and_arrives_once() {
    let home = Home::practising();
    let (pty, other) = about_to_save(&home);
    pty.type_keys(F9);
    pty.wait_for(SAVING);
    pty.type_keys(F9);
    pty.wait_for("저장하는 중입니다");
    pty.type_keys(F9);
    other.execute_batch("ROLLBACK").unwrap();
    pty.wait_for("2026-000001 접수했습니다");
    assert_eq!(open_cases(&home), 1);
    assert_no_draft(&pty);
}

#[test]
fn whoever_leaves_a_save_that_waits_works_on_and_is_told_what_came_of_it() {
    let home = Home::practising();
    for title in ["하나", "두울"] {
        home.complaint(title);
    }
    let (pty, other) = about_to_save(&home);
    pty.type_keys(F9);
    pty.type_keys(ESC);
    pty.wait_for("남은 시간");
    bar_to(&pty, "2026-000002");
    // Reading waits for nobody.
    pty.type_keys("\r");
    pty.wait_for("단계별 조치");
    other.execute_batch("ROLLBACK").unwrap();
    pty.wait_for("2026-000003 저장했습니다");
    pty.type_keys(ESC);
    pty.wait_for("복도 조명");
    assert_eq!(open_cases(&home), 3);
    assert_no_draft(&pty);
}

#[test]
fn a_form_that_is_being_saved_takes_no_text() {
    let home = Home::practising();
    let (pty, other) = about_to_save(&home);
    pty.type_keys(F9);
    pty.wait_for(SAVING);
    pty.type_keys("이 어두움");
    pty.wait_for("저장하는 중입니다");
    other.execute_batch("ROLLBACK").unwrap();
    pty.wait_for("2026-000001 접수했습니다");
    assert!(!pty.screen().contains("어두움"), "{}", pty.screen());
    assert_eq!(open_cases(&home), 1);
    assert_no_draft(&pty);
}

#[test]
fn a_line_that_is_lost_while_a_save_waits_loses_no_draft_and_saves_nothing_twice() {
    let home = Home::practising();
    let (mut pty, other) = about_to_save(&home);
    pty.type_keys(F9);
    pty.wait_for(SAVING);
    pty.signal(Signal::SIGHUP);
    assert_eq!(pty.wait_end().exit_code(), 129);
    assert_restored(&pty);
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(open_cases(&home), 0);
    let pty = Pty::start(home.desk(), 80, 24, Manner::Answering);
    pty.wait_for("복도 조명");
    pty.type_keys(F9);
    pty.wait_for("2026-000001 접수했습니다");
    assert_eq!(open_cases(&home), 1);
    assert_no_draft(&pty);
}

#[test]
fn whoever_quits_while_a_save_waits_has_saved() {
    let home = Home::practising();
    let (mut pty, other) = about_to_save(&home);
    pty.type_keys(F9);
    pty.type_keys("\x03");
    pty.wait_for(SAVING);
    other.execute_batch("ROLLBACK").unwrap();
    assert!(pty.wait_end().success());
    assert_restored(&pty);
    assert_eq!(open_cases(&home), 1);
    assert_no_draft(&home.open());
}

#[test]
fn whoever_quits_is_told_what_could_not_be_saved() {
    let home = Home::practising();
    let (mut pty, other) = about_to_save(&home);
    pty.type_keys(F9);
    pty.type_keys("\x03");
    assert!(!pty.wait_end().success());
    assert_restored(&pty);
    pty.wait_for("끝내기 전에 저장하지 못한");
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(open_cases(&home), 0);
    let pty = home.open();
    pty.type_keys(F2);
    pty.wait_for("복도 조명");
}
