//! What is answered late: after the frame was drawn, and after the screen was left.

use super::*;
use crate::tui::keymap::KeyContext;
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
        Some(Saying::Done(said) | Saying::Refused(said)) => said,
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
    let asked = work.asked;
    press(&mut work, &[KeyCode::Down, KeyCode::Down]);
    assert_eq!(work.asked, asked, "the list is about to scroll");
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
        matches!(&work.model.saying, Some(Saying::Refused(_))),
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
fn what_is_typed_after_a_form_was_sent_stays_a_draft() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let (mut work, other) = saving(&opening);
    work.take(Msg::Paste("이 어두움".to_owned()));
    let_go(&mut work, &other);
    assert!(
        said(&work).contains("2026-000001 접수했습니다."),
        "{}",
        said(&work)
    );
    assert!(said(&work).contains("임시 저장"), "{}", said(&work));
    let draft = Desk::open(&opening).unwrap().draft("intake").unwrap();
    assert!(draft.is_some_and(|text| text.contains("복도 조명이 어두움")));
}

#[test]
fn what_came_of_a_save_waits_for_its_form_while_the_help_covers_it() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let (mut work, other) = saving(&opening);
    press(&mut work, &[KeyCode::F(1)]);
    let_go(&mut work, &other);
    assert_eq!(work.model.key_context(), KeyContext::Help);
    press(&mut work, &[KeyCode::Esc]);
    work.rest();
    assert_eq!(said(&work), "2026-000001 접수했습니다.");
    assert_eq!(work.model.key_context(), KeyContext::Detail);
}
