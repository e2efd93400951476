//! What is answered late: after the frame was drawn, and after the screen was left.

use super::*;
use crate::{
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
fn hurried(opening: &Opening) -> Work {
    let mut work = begun(opening);
    work.patience = Duration::ZERO;
    work
}

fn press(work: &mut Work, codes: &[KeyCode]) {
    for code in codes {
        work.take(Msg::Key(key(*code)));
    }
}

/// The form of a complaint that is sent while another process holds the lock.
fn saving(opening: &Opening) -> (Work, Connection) {
    let mut work = begun(opening);
    press(
        &mut work,
        &[KeyCode::F(2), KeyCode::Tab, KeyCode::Tab, KeyCode::Tab],
    );
    work.take(Msg::Paste("복도 조명".to_owned()));
    work.patience = Duration::ZERO;
    let other = Connection::open(&opening.path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    press(&mut work, &[F9]);
    (work, other)
}

fn let_go(work: &mut Work, other: &Connection) {
    other.execute_batch("ROLLBACK").unwrap();
    work.rest();
}

fn said(work: &Work) -> &str {
    match &work.model.saying {
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
    let mut work = hurried(&opening);
    press(&mut work, &[KeyCode::Enter]);
    assert_eq!(work.model.key_context(), KeyContext::Queue);
    work.rest();
    assert_eq!(work.model.key_context(), KeyContext::Detail);
    press(&mut work, &[KeyCode::Esc]);
    work.rest();
    press(&mut work, &[KeyCode::Enter, KeyCode::F(2)]);
    work.rest();
    assert!(work.model.shown::<IntakeScreen>().is_some());
    assert_eq!(work.model.pending, None);
}

#[test]
fn what_is_being_read_is_not_asked_for_again_and_what_it_replaces_is_dropped() {
    let folder = TempDir::new().unwrap();
    let mut work = hurried(&practice(&folder));
    let rows = |work: &Work| -> Vec<_> {
        let rows = work.model.queue.rows().iter();
        rows.map(|row| row.key.clone()).collect()
    };
    let first = rows(&work);
    let down = vec![KeyCode::Down; first.len()];
    press(&mut work, &down);
    let requested = work.requested;
    press(&mut work, &[KeyCode::Down, KeyCode::Down]);
    assert_eq!(work.requested, requested, "the list is about to scroll");
    work.rest();
    assert_eq!(rows(&work).first(), first.get(1));
    // To the end, and down before that is there.
    press(&mut work, &[KeyCode::End, KeyCode::Down]);
    work.rest();
    let end = rows(&work);
    press(&mut work, &[KeyCode::End]);
    work.rest();
    assert_eq!(rows(&work), end);
    // Back before the end is there.
    press(&mut work, &[KeyCode::End, KeyCode::Home]);
    work.rest();
    assert_eq!(rows(&work), first);
}

#[test]
fn a_second_key_saves_nothing_and_says_so() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let (mut work, other) = saving(&opening);
    press(&mut work, &[F9]);
    assert_eq!(said(&work), "저장하는 중입니다.");
    let_go(&mut work, &other);
    assert_eq!(said(&work), "2026-000001 접수했습니다.");
    assert_eq!(work.model.key_context(), KeyContext::Detail);
    assert_eq!(open_cases(&opening), 1);
}

#[test]
fn a_form_that_was_left_and_opened_again_has_no_draft_of_what_is_saved() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let (mut work, other) = saving(&opening);
    press(&mut work, &[KeyCode::Esc, KeyCode::F(2)]);
    assert_eq!(work.model.draft(), None);
    let_go(&mut work, &other);
    assert_eq!(said(&work), "2026-000001 저장했습니다.");
    assert!(work.model.shown::<IntakeScreen>().is_some());
    assert_eq!(work.model.draft(), None);
    assert_eq!(Desk::open(&opening).unwrap().draft("intake").unwrap(), None);
}

#[test]
fn a_form_that_was_left_is_not_lost_where_it_could_not_be_saved() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let (mut work, other) = saving(&opening);
    press(&mut work, &[KeyCode::Esc]);
    let aside = folder.path().join("aside.db");
    std::fs::rename(&opening.path, &aside).unwrap();
    let_go(&mut work, &other);
    assert!(
        matches!(&work.model.saying, Some(StatusMessage::Refused(_))),
        "{}",
        said(&work)
    );
    assert!(
        said(&work).starts_with("저장하지 못했습니다: "),
        "{}",
        said(&work)
    );
    std::fs::rename(&aside, &opening.path).unwrap();
    press(&mut work, &[KeyCode::F(2)]);
    work.rest();
    let draft = work.model.draft();
    assert!(draft.is_some_and(|(_, text)| text.contains("복도 조명")));
}

#[test]
fn a_form_that_is_being_saved_takes_no_text_and_says_so() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let (mut work, other) = saving(&opening);
    let sent = work.model.draft();
    for msg in [
        Msg::Paste("이 어두움".to_owned()),
        Msg::Key(key(KeyCode::Char('!'))),
    ] {
        work.model.saying = None;
        work.take(msg);
        assert_eq!(said(&work), "저장하는 중입니다.");
    }
    assert!(sent.is_some());
    assert_eq!(work.model.draft(), sent);
    let_go(&mut work, &other);
    assert_eq!(said(&work), "2026-000001 접수했습니다.");
    assert_eq!(Desk::open(&opening).unwrap().draft("intake").unwrap(), None);
    press(&mut work, &[KeyCode::Esc]);
    assert_eq!(
        work.model.key_context(),
        KeyContext::Queue,
        "keys are taken again"
    );
}

#[test]
fn what_came_of_a_save_reaches_its_form_under_the_help() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let (mut work, other) = saving(&opening);
    press(&mut work, &[KeyCode::F(1)]);
    assert_eq!(work.model.key_context(), KeyContext::Help);
    let_go(&mut work, &other);
    assert_eq!(said(&work), "2026-000001 접수했습니다.");
    assert_eq!(work.model.key_context(), KeyContext::Detail);
    assert_eq!(open_cases(&opening), 1);
}

#[test]
fn what_is_read_late_for_a_screen_under_the_help_leaves_the_help_open() {
    let folder = TempDir::new().unwrap();
    let mut work = begun(&founded(&folder));
    press(
        &mut work,
        &[KeyCode::F(2), KeyCode::Tab, KeyCode::Tab, KeyCode::Tab],
    );
    work.take(Msg::Paste("복도 조명".to_owned()));
    press(&mut work, &[KeyCode::Esc]);
    work.patience = Duration::ZERO;
    press(&mut work, &[KeyCode::F(2), KeyCode::F(1)]);
    work.rest();
    assert_eq!(work.model.key_context(), KeyContext::Help);
    press(&mut work, &[KeyCode::Esc]);
    let draft = work.model.draft();
    assert!(draft.is_some_and(|(_, text)| text.contains("복도 조명")));
}

#[test]
fn a_save_whose_screen_was_left_is_no_change_of_another_clerk() {
    let folder = TempDir::new().unwrap();
    let opening = practice(&folder);
    let mut work = begun(&opening);
    press(&mut work, &[KeyCode::Down, KeyCode::Down, KeyCode::Enter]);
    assert_eq!(work.model.key_context(), KeyContext::Detail);
    work.patience = Duration::ZERO;
    let other = Connection::open(&opening.path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let number = work.model.selected().unwrap();
    let command = Command::Handling(Handling::Note {
        text: "현장을 확인함".to_owned(),
    });
    let order = Order {
        number,
        command,
        at: None,
        seen: None,
    };
    work.settle(vec![Effect::Write(Change::Run(Box::new(order)))]);
    press(&mut work, &[KeyCode::Esc]);
    press(&mut work, &[KeyCode::Enter]);
    let_go(&mut work, &other);
    assert_eq!(work.model.key_context(), KeyContext::Detail);
    assert_eq!(said(&work), format!("{number} 저장했습니다."));
}

#[test]
fn a_panic_of_the_worker_ends_the_program_with_a_sentence() {
    let folder = TempDir::new().unwrap();
    let mut work = begun(&founded(&folder));
    let turn = work.begin_turn();
    work.send(turn, Reason::Look, Task::Panic);
    work.settle(vec![Effect::Read(Query::Counts)]);
    let error = TuiError::from(work.ended.take().unwrap());
    let said = error.say(Lang::Ko);
    assert!(said.contains("(the desk broke)"), "{said}");
    assert!(said.contains("임시 저장되어 있습니다"), "{said}");
}
