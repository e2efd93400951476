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
fn hurried(opening: &Opening) -> EventLoop {
    let mut event_loop = begun(opening);
    event_loop.patience = Duration::ZERO;
    event_loop
}

fn press(event_loop: &mut EventLoop, codes: &[KeyCode]) {
    for code in codes {
        event_loop.process(Msg::Key(key(*code)));
    }
}

/// The form of a complaint that is sent while another process holds the lock.
fn saving(opening: &Opening) -> (EventLoop, Connection) {
    let mut event_loop = begun(opening);
    press(
        &mut event_loop,
        &[KeyCode::F(2), KeyCode::Tab, KeyCode::Tab, KeyCode::Tab],
    );
    event_loop.process(Msg::Paste("복도 조명".to_owned()));
    event_loop.patience = Duration::ZERO;
    let other = Connection::open(&opening.path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    press(&mut event_loop, &[F9]);
    (event_loop, other)
}

fn let_go(event_loop: &mut EventLoop, other: &Connection) {
    other.execute_batch("ROLLBACK").unwrap();
    event_loop.rest();
}

fn said(event_loop: &EventLoop) -> &str {
    match &event_loop.model.saying {
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
    let mut event_loop = hurried(&opening);
    press(&mut event_loop, &[KeyCode::Enter]);
    assert_eq!(event_loop.model.key_context(), KeyContext::Queue);
    event_loop.rest();
    assert_eq!(event_loop.model.key_context(), KeyContext::Detail);
    press(&mut event_loop, &[KeyCode::Esc]);
    event_loop.rest();
    press(&mut event_loop, &[KeyCode::Enter, KeyCode::F(2)]);
    event_loop.rest();
    assert!(event_loop.model.shown::<IntakeScreen>().is_some());
    assert_eq!(event_loop.model.pending, None);
}

#[test]
fn what_is_being_read_is_not_asked_for_again_and_what_it_replaces_is_dropped() {
    let folder = TempDir::new().unwrap();
    let mut event_loop = hurried(&practice(&folder));
    let rows = |event_loop: &EventLoop| -> Vec<_> {
        let rows = event_loop.model.queue.rows().iter();
        rows.map(|row| row.key.clone()).collect()
    };
    let first = rows(&event_loop);
    let down = vec![KeyCode::Down; first.len()];
    press(&mut event_loop, &down);
    let requested = event_loop.requested;
    press(&mut event_loop, &[KeyCode::Down, KeyCode::Down]);
    assert_eq!(
        event_loop.requested, requested,
        "the list is about to scroll"
    );
    event_loop.rest();
    assert_eq!(rows(&event_loop).first(), first.get(1));
    // To the end, and down before that is there.
    press(&mut event_loop, &[KeyCode::End, KeyCode::Down]);
    event_loop.rest();
    let end = rows(&event_loop);
    press(&mut event_loop, &[KeyCode::End]);
    event_loop.rest();
    assert_eq!(rows(&event_loop), end);
    // Back before the end is there.
    press(&mut event_loop, &[KeyCode::End, KeyCode::Home]);
    event_loop.rest();
    assert_eq!(rows(&event_loop), first);
}

#[test]
fn a_second_key_saves_nothing_and_says_so() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let (mut event_loop, other) = saving(&opening);
    press(&mut event_loop, &[F9]);
    assert_eq!(said(&event_loop), "저장하는 중입니다.");
    let_go(&mut event_loop, &other);
    assert_eq!(said(&event_loop), "2026-000001 접수했습니다.");
    assert_eq!(event_loop.model.key_context(), KeyContext::Detail);
    assert_eq!(open_cases(&opening), 1);
}

#[test]
fn a_form_that_was_left_and_opened_again_has_no_draft_of_what_is_saved() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let (mut event_loop, other) = saving(&opening);
    press(&mut event_loop, &[KeyCode::Esc, KeyCode::F(2)]);
    assert_eq!(event_loop.model.draft(), None);
    let_go(&mut event_loop, &other);
    assert_eq!(said(&event_loop), "2026-000001 저장했습니다.");
    assert!(event_loop.model.shown::<IntakeScreen>().is_some());
    assert_eq!(event_loop.model.draft(), None);
    assert_eq!(Desk::open(&opening).unwrap().draft("intake").unwrap(), None);
}

#[test]
fn a_form_that_was_left_is_not_lost_where_it_could_not_be_saved() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let (mut event_loop, other) = saving(&opening);
    press(&mut event_loop, &[KeyCode::Esc]);
    let aside = folder.path().join("aside.db");
    std::fs::rename(&opening.path, &aside).unwrap();
    let_go(&mut event_loop, &other);
    assert!(
        matches!(&event_loop.model.saying, Some(StatusMessage::Refused(_))),
        "{}",
        said(&event_loop)
    );
    assert!(
        said(&event_loop).starts_with("저장하지 못했습니다: "),
        "{}",
        said(&event_loop)
    );
    std::fs::rename(&aside, &opening.path).unwrap();
    press(&mut event_loop, &[KeyCode::F(2)]);
    event_loop.rest();
    let draft = event_loop.model.draft();
    assert!(draft.is_some_and(|(_, text)| text.contains("복도 조명")));
}

#[test]
fn a_form_that_is_being_saved_takes_no_text_and_says_so() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let (mut event_loop, other) = saving(&opening);
    let sent = event_loop.model.draft();
    for msg in [
        Msg::Paste("이 어두움".to_owned()),
        Msg::Key(key(KeyCode::Char('!'))),
    ] {
        event_loop.model.saying = None;
        event_loop.process(msg);
        assert_eq!(said(&event_loop), "저장하는 중입니다.");
    }
    assert!(sent.is_some());
    assert_eq!(event_loop.model.draft(), sent);
    let_go(&mut event_loop, &other);
    assert_eq!(said(&event_loop), "2026-000001 접수했습니다.");
    assert_eq!(Desk::open(&opening).unwrap().draft("intake").unwrap(), None);
    press(&mut event_loop, &[KeyCode::Esc]);
    assert_eq!(
        event_loop.model.key_context(),
        KeyContext::Queue,
        "keys are taken again"
    );
}

#[test]
fn what_came_of_a_save_reaches_its_form_under_the_help() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let (mut event_loop, other) = saving(&opening);
    press(&mut event_loop, &[KeyCode::F(1)]);
    assert_eq!(event_loop.model.key_context(), KeyContext::Help);
    let_go(&mut event_loop, &other);
    assert_eq!(said(&event_loop), "2026-000001 접수했습니다.");
    assert_eq!(event_loop.model.key_context(), KeyContext::Detail);
    assert_eq!(open_cases(&opening), 1);
}

#[test]
fn what_is_read_late_for_a_screen_under_the_help_leaves_the_help_open() {
    let folder = TempDir::new().unwrap();
    let mut event_loop = begun(&founded(&folder));
    press(
        &mut event_loop,
        &[KeyCode::F(2), KeyCode::Tab, KeyCode::Tab, KeyCode::Tab],
    );
    event_loop.process(Msg::Paste("복도 조명".to_owned()));
    press(&mut event_loop, &[KeyCode::Esc]);
    event_loop.patience = Duration::ZERO;
    press(&mut event_loop, &[KeyCode::F(2), KeyCode::F(1)]);
    event_loop.rest();
    assert_eq!(event_loop.model.key_context(), KeyContext::Help);
    press(&mut event_loop, &[KeyCode::Esc]);
    let draft = event_loop.model.draft();
    assert!(draft.is_some_and(|(_, text)| text.contains("복도 조명")));
}

#[test]
fn a_save_whose_screen_was_left_is_no_change_of_another_clerk() {
    let folder = TempDir::new().unwrap();
    let opening = practice(&folder);
    let mut event_loop = begun(&opening);
    press(
        &mut event_loop,
        &[KeyCode::Down, KeyCode::Down, KeyCode::Enter],
    );
    assert_eq!(event_loop.model.key_context(), KeyContext::Detail);
    event_loop.patience = Duration::ZERO;
    let other = Connection::open(&opening.path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let number = event_loop.model.selected().unwrap();
    let command = Command::Handling(Handling::Note {
        text: "현장을 확인함".to_owned(),
    });
    let order = Order {
        number,
        command,
        at: None,
        seen: None,
    };
    event_loop.settle(vec![Effect::Write(Change::Run(Box::new(order)))]);
    press(&mut event_loop, &[KeyCode::Esc]);
    press(&mut event_loop, &[KeyCode::Enter]);
    let_go(&mut event_loop, &other);
    assert_eq!(event_loop.model.key_context(), KeyContext::Detail);
    assert_eq!(said(&event_loop), format!("{number} 저장했습니다."));
}

#[test]
fn a_panic_of_the_worker_ends_the_program_with_a_sentence() {
    let folder = TempDir::new().unwrap();
    let mut event_loop = begun(&founded(&folder));
    let turn = event_loop.begin_turn();
    event_loop.send(turn, Reason::PollChanges, Task::Panic);
    event_loop.settle(vec![Effect::Read(Query::Counts)]);
    let error = event_loop.failure.take().unwrap();
    let said = error.say(Lang::Ko);
    assert!(said.contains("(the desk broke)"), "{said}");
    assert!(said.contains("임시 저장되어 있습니다"), "{said}");
}
