//! What is answered late: after the frame was drawn, and after the screen was left.

use super::*;
use crate::{
    domain::late::EntryTime,
    tui::{
        effect::Change,
        keymap::KeyContext,
        program::{pending::Reason, worker::Task},
    },
    words::Say,
};
use rusqlite::Connection;

const F9: KeyCode = KeyCode::F(9);

/// The practice desk with a worker that is never waited for.
fn hurried(opening: &Opening) -> EventLoop {
    let mut program = begun(opening);
    program.patience = Duration::ZERO;
    program
}

fn press(program: &mut EventLoop, codes: &[KeyCode]) {
    for code in codes {
        program.process(Msg::Key(key(*code)));
    }
}

/// The form of a complaint that is sent while another process holds the lock.
fn saving(opening: &Opening) -> (EventLoop, Connection) {
    let mut program = begun(opening);
    press(
        &mut program,
        &[KeyCode::F(2), KeyCode::Tab, KeyCode::Tab, KeyCode::Tab],
    );
    program.process(Msg::Paste("복도 조명".to_owned()));
    program.patience = Duration::ZERO;
    let other = Connection::open(&opening.path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    press(&mut program, &[F9]);
    (program, other)
}

fn let_go(program: &mut EventLoop, other: &Connection) {
    other.execute_batch("ROLLBACK").unwrap();
    program.rest();
}

fn said(program: &EventLoop) -> &str {
    match &program.model.saying {
        Some(StatusMessage::Done(said) | StatusMessage::Refused(said)) => said,
        None => "",
    }
}

fn open_cases(opening: &Opening) -> i64 {
    Desk::open(opening).unwrap().counts().unwrap().open
}

#[test]
fn a_case_that_is_read_late_opens_over_the_screen_that_asked_and_over_no_other() {
    let folder = TempDir::new().unwrap();
    let opening = practice(&folder);
    let mut program = hurried(&opening);
    press(&mut program, &[KeyCode::Enter]);
    assert_eq!(program.model.key_context(), KeyContext::Queue);
    program.rest();
    assert_eq!(program.model.key_context(), KeyContext::Detail);
    press(&mut program, &[KeyCode::Esc]);
    program.rest();
    press(&mut program, &[KeyCode::Enter, KeyCode::F(2)]);
    program.rest();
    assert!(program.model.shown::<IntakeScreen>().is_some());
    assert_eq!(program.model.pending, None);
}

#[test]
fn what_is_being_read_is_not_asked_for_again_and_what_it_replaces_is_dropped() {
    let folder = TempDir::new().unwrap();
    let mut program = hurried(&practice(&folder));
    let rows = |program: &EventLoop| -> Vec<_> {
        let rows = program.model.queue.rows().iter();
        rows.map(|row| row.key.clone()).collect()
    };
    let first = rows(&program);
    let down = vec![KeyCode::Down; first.len()];
    press(&mut program, &down);
    let requested = program.requested;
    press(&mut program, &[KeyCode::Down, KeyCode::Down]);
    assert_eq!(program.requested, requested, "the list is about to scroll");
    program.rest();
    assert_eq!(rows(&program).first(), first.get(1));
    // To the end, and down before that is there.
    press(&mut program, &[KeyCode::End, KeyCode::Down]);
    program.rest();
    let end = rows(&program);
    press(&mut program, &[KeyCode::End]);
    program.rest();
    assert_eq!(rows(&program), end);
    // Back before the end is there.
    press(&mut program, &[KeyCode::End, KeyCode::Home]);
    program.rest();
    assert_eq!(rows(&program), first);
}

#[test]
fn a_second_key_saves_nothing_and_says_so() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let (mut program, other) = saving(&opening);
    press(&mut program, &[F9]);
    assert_eq!(said(&program), "저장하는 중입니다.");
    let_go(&mut program, &other);
    assert_eq!(said(&program), "2026-000001 접수했습니다.");
    assert_eq!(program.model.key_context(), KeyContext::Detail);
    assert_eq!(open_cases(&opening), 1);
}

#[test]
fn a_form_that_was_left_and_opened_again_has_no_draft_of_what_is_saved() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let (mut program, other) = saving(&opening);
    press(&mut program, &[KeyCode::Esc, KeyCode::F(2)]);
    assert_eq!(program.model.draft(), None);
    let_go(&mut program, &other);
    assert_eq!(said(&program), "2026-000001 저장했습니다.");
    assert!(program.model.shown::<IntakeScreen>().is_some());
    assert_eq!(program.model.draft(), None);
    assert_eq!(Desk::open(&opening).unwrap().draft("intake").unwrap(), None);
}

#[test]
fn a_form_that_was_left_is_not_lost_where_it_could_not_be_saved() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let (mut program, other) = saving(&opening);
    press(&mut program, &[KeyCode::Esc]);
    let aside = folder.path().join("aside.db");
    std::fs::rename(&opening.path, &aside).unwrap();
    let_go(&mut program, &other);
    assert!(
        matches!(&program.model.saying, Some(StatusMessage::Refused(_))),
        "{}",
        said(&program)
    );
    assert!(
        said(&program).starts_with("저장하지 못했습니다: "),
        "{}",
        said(&program)
    );
    std::fs::rename(&aside, &opening.path).unwrap();
    press(&mut program, &[KeyCode::F(2)]);
    program.rest();
    let draft = program.model.draft();
    assert!(draft.is_some_and(|(_, text)| text.contains("복도 조명")));
}

#[test]
fn a_form_that_is_being_saved_takes_no_text_and_says_so() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let (mut program, other) = saving(&opening);
    let sent = program.model.draft();
    for msg in [
        Msg::Paste("이 어두움".to_owned()),
        Msg::Key(key(KeyCode::Char('!'))),
    ] {
        program.model.saying = None;
        program.process(msg);
        assert_eq!(said(&program), "저장하는 중입니다.");
    }
    assert!(sent.is_some());
    assert_eq!(program.model.draft(), sent);
    let_go(&mut program, &other);
    assert_eq!(said(&program), "2026-000001 접수했습니다.");
    assert_eq!(Desk::open(&opening).unwrap().draft("intake").unwrap(), None);
    press(&mut program, &[KeyCode::Esc]);
    assert_eq!(
        program.model.key_context(),
        KeyContext::Queue,
        "keys are taken again"
    );
}

#[test]
fn what_came_of_a_save_reaches_its_form_under_the_help() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let (mut program, other) = saving(&opening);
    press(&mut program, &[KeyCode::F(1)]);
    assert_eq!(program.model.key_context(), KeyContext::Help);
    let_go(&mut program, &other);
    assert_eq!(said(&program), "2026-000001 접수했습니다.");
    assert_eq!(program.model.key_context(), KeyContext::Detail);
    assert_eq!(open_cases(&opening), 1);
}

#[test]
fn what_is_read_late_for_a_screen_under_the_help_leaves_the_help_open() {
    let folder = TempDir::new().unwrap();
    let mut program = begun(&founded(&folder));
    press(
        &mut program,
        &[KeyCode::F(2), KeyCode::Tab, KeyCode::Tab, KeyCode::Tab],
    );
    program.process(Msg::Paste("복도 조명".to_owned()));
    press(&mut program, &[KeyCode::Esc]);
    program.patience = Duration::ZERO;
    press(&mut program, &[KeyCode::F(2), KeyCode::F(1)]);
    program.rest();
    assert_eq!(program.model.key_context(), KeyContext::Help);
    press(&mut program, &[KeyCode::Esc]);
    let draft = program.model.draft();
    assert!(draft.is_some_and(|(_, text)| text.contains("복도 조명")));
}

#[test]
fn a_save_whose_screen_was_left_is_no_change_of_another_clerk() {
    let folder = TempDir::new().unwrap();
    let opening = practice(&folder);
    let mut program = begun(&opening);
    press(
        &mut program,
        &[KeyCode::Down, KeyCode::Down, KeyCode::Enter],
    );
    assert_eq!(program.model.key_context(), KeyContext::Detail);
    program.patience = Duration::ZERO;
    let other = Connection::open(&opening.path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let number = program.model.selected().unwrap();
    let command = Command::Handling(Handling::Note {
        text: "현장을 확인함".to_owned(),
    });
    let order = Order {
        number,
        command,
        time: EntryTime::NOW,
        seen: None,
    };
    program.settle(vec![Effect::Write(Change::Run(Box::new(order)))]);
    press(&mut program, &[KeyCode::Esc]);
    press(&mut program, &[KeyCode::Enter]);
    let_go(&mut program, &other);
    assert_eq!(program.model.key_context(), KeyContext::Detail);
    assert_eq!(said(&program), format!("{number} 저장했습니다."));
}

#[test]
fn a_panic_of_the_worker_ends_the_program_with_a_sentence() {
    let folder = TempDir::new().unwrap();
    let mut program = begun(&founded(&folder));
    let turn = program.begin_turn();
    program.send(turn, Reason::PollChanges, Task::Panic);
    program.settle(vec![Effect::Read(Query::Counts)]);
    let error = program.failure.take().unwrap();
    let said = error.say(Lang::Ko);
    assert!(said.contains("(the desk broke)"), "{said}");
    assert!(said.contains("임시 저장되어 있습니다"), "{said}");
}
