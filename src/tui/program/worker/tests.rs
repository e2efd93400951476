//! In what order the worker answers, and what is read of one snapshot.

use super::*;
use crate::{
    desk::{Opening, QueueQuery},
    domain::{charter::Channel, contact::Arrival, find::QueueView, late::EntryTime},
    tui::{
        effect::{Change, DraftEffect, PageFor, Query},
        fixture,
    },
};
use rusqlite::Connection;
use std::fs::{File, TryLockError};
use tempfile::TempDir;

/// Longer than anything takes.
const LONG: Duration = Duration::from_secs(60);

fn founded(folder: &TempDir) -> Opening {
    Opening {
        path: fixture::desk(folder).path().to_owned(),
        acting: None,
        now: Some("2026-11-23 14:03".to_owned()),
    }
}

/// A worker at a desk during whose readings something happens.
fn started(opening: &Opening, meanwhile: impl FnMut() + Send + 'static) -> Worker {
    let opening = opening.clone();
    let open = move || {
        let mut session = DeskSession::open(opening, LONG)?;
        session.desk.as_mut().unwrap().meanwhile(meanwhile);
        Ok(session)
    };
    Worker::start(open).unwrap().0
}

fn next(worker: &mut Worker) -> Result<Answer, TuiError> {
    loop {
        match worker.answer()? {
            Some(answer) => return Ok(answer),
            None => worker.wait(LONG).unwrap(),
        }
    }
}

fn done(worker: &mut Worker) -> (u64, DeskReply) {
    match next(worker).unwrap() {
        Answer::Done(id, Some(reply)) => (id, reply),
        Answer::Done(id, None) => panic!("nothing came of {id}"),
        Answer::DeskOpened(_) => panic!("a desk was opened"),
        Answer::Locked(id) => panic!("{id} is held up"),
        Answer::OtherWrites(..) => panic!("nobody asked"),
    }
}

fn send(worker: &Worker, (id, turn): (u64, u64), effect: impl Into<Effect>) {
    let task = Task::Perform(Box::new(effect.into()));
    worker.send(Request {
        id,
        turn,
        form: None,
        task,
    });
}

fn page() -> Query {
    let ask = QueueQuery {
        limit: 200,
        ..QueueQuery::default()
    };
    Query::Page(QueueView::default(), ask, PageFor::Top)
}

fn arrival() -> Arrival {
    Arrival::new(Channel::Visit)
}

#[test]
fn what_one_turn_reads_is_of_one_moment() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let others = opening.clone();
    let mut worker = started(&opening, move || {
        let mut other = Desk::open(&others).unwrap();
        other.arrive(&arrival(), &EntryTime::NOW).unwrap();
    });
    let mut before = 0;
    for turn in 1..4 {
        send(&worker, (1, turn), page());
        let (_, DeskReply::Page(rows, _)) = done(&mut worker) else {
            panic!("a page was asked for");
        };
        // Asked for once the page is there, as what follows from it.
        send(&worker, (2, turn), Query::Counts);
        let (_, DeskReply::Counts(counts)) = done(&mut worker) else {
            panic!("the counts were asked for");
        };
        assert_eq!(i64::try_from(rows.len()), Ok(counts.open));
        assert!(turn == 1 || before < rows.len(), "others went on writing");
        before = rows.len();
    }
}

#[test]
fn a_turn_that_does_not_go_on_holds_no_log_back() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let mut worker = started(&opening, || {});
    let other = Connection::open(&opening.path).unwrap();
    other.busy_timeout(LONG).unwrap();
    let is_cut_back = || {
        let cut = "PRAGMA wal_checkpoint(TRUNCATE)";
        other
            .query_row(cut, [], |row| row.get::<_, i64>(0))
            .unwrap()
            == 0
    };
    send(&worker, (1, 1), Query::Counts);
    done(&mut worker);
    Desk::open(&opening)
        .unwrap()
        .arrive(&arrival(), &EntryTime::NOW)
        .unwrap();
    assert!(is_cut_back());
}

#[test]
fn a_write_that_is_held_up_is_overtaken_by_reads_and_by_no_other_write() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let mut worker = started(&opening, || {});
    let other = Connection::open(&opening.path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    for id in [1, 2] {
        send(&worker, (id, id), Change::Arrive(Box::new(arrival())));
        assert!(matches!(next(&mut worker), Ok(Answer::Locked(held)) if held == id));
    }
    send(&worker, (3, 3), Query::Counts);
    assert!(matches!(done(&mut worker), (3, DeskReply::Counts(counts)) if counts.open == 0));
    other.execute_batch("ROLLBACK").unwrap();
    for id in [1, 2] {
        assert_eq!(done(&mut worker).0, id);
    }
    send(&worker, (4, 4), Query::Counts);
    assert!(matches!(done(&mut worker), (4, DeskReply::Counts(counts)) if counts.open == 2));
}

/// Whoever reads on while their save waits must not go to the end of the line for it.
#[test]
fn a_write_that_is_held_up_keeps_its_place_while_reads_overtake_it() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let mut worker = started(&opening, || {});
    let other = Connection::open(&opening.path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    send(&worker, (1, 1), Change::Arrive(Box::new(arrival())));
    assert!(matches!(next(&mut worker), Ok(Answer::Locked(1))));
    let line = File::open(opening.path.with_extension("db-turn")).unwrap();
    for id in 2..50 {
        send(&worker, (id, id), Query::Counts);
        assert_eq!(done(&mut worker).0, id);
        assert!(
            matches!(line.try_lock(), Err(TryLockError::WouldBlock)),
            "{id}"
        );
    }
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(done(&mut worker).0, 1);
    line.lock().unwrap();
}

#[test]
fn the_draft_of_a_form_that_is_being_saved_is_read_after_that() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    Desk::open(&opening)
        .unwrap()
        .keep_draft("visit", "old")
        .unwrap();
    let mut worker = started(&opening, || {});
    let other = Connection::open(&opening.path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let read = Effect::Draft(DraftEffect::Read("visit".to_owned()));
    let save = Effect::Write(Change::Arrive(Box::new(arrival())));
    for (id, effect) in [(1, save), (2, read)] {
        worker.send(Request {
            id,
            turn: id,
            form: Some("visit".to_owned()),
            task: Task::Perform(Box::new(effect)),
        });
        assert!(matches!(next(&mut worker), Ok(Answer::Locked(held)) if held == id));
    }
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(done(&mut worker).0, 1);
    assert!(matches!(done(&mut worker), (2, DeskReply::Draft(_, None))));
}

#[test]
fn a_panic_is_told_to_whoever_waits() {
    let started = Worker::start(|| panic!("the desk broke"));
    let Err(TuiError::WorkerEnded(said)) = started else {
        panic!("it goes on");
    };
    assert_eq!(said, "the desk broke");
}

#[test]
fn a_write_that_is_held_up_is_done_though_requests_never_pause() {
    let folder = TempDir::new().unwrap();
    let opening = founded(&folder);
    let mut worker = started(&opening, || {});
    let other = Connection::open(&opening.path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    send(&worker, (1, 1), Change::Arrive(Box::new(arrival())));
    assert!(matches!(next(&mut worker), Ok(Answer::Locked(1))));
    other.execute_batch("ROLLBACK").unwrap();
    // Two requests are always under way, so that the worker never finds its inbox empty.
    send(&worker, (2, 2), Query::Counts);
    let written = (3..100_000).any(|id| {
        send(&worker, (id, id), Query::Counts);
        done(&mut worker).0 == 1
    });
    assert!(written);
}
