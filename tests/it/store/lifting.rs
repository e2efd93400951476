//! A file of the version before: lifted when it is opened, with what it says of the notices of that time.

use super::*;
use NoticeKind::{Receipt, Result};
use NoticeState::{Before, Told, Waiting};
use minwon::{
    desk::{Effort, NoticeOrder, StoredNotice},
    domain::{
        command::NoticeCommand,
        deadline::Status,
        late::EntryTime,
        notice::{NoticeKey, NoticeKind, NoticeState, NoticeWay},
    },
};

/// A folder with the file of a desk as version 1 wrote it.
fn old() -> Office {
    let office = Office {
        folder: TempDir::new().unwrap(),
    };
    let raw = office.raw();
    raw.pragma_update(None, "journal_mode", "wal").unwrap();
    raw.execute_batch(include_str!("../../vectors/schema-1.sql"))
        .unwrap();
    raw.execute_batch(include_str!("../../vectors/desk-1.sql"))
        .unwrap();
    raw.pragma_update(None, "application_id", 0x6d69_6e77)
        .unwrap();
    raw.pragma_update(None, "user_version", 1).unwrap();
    office
}

fn number(serial: u32) -> CaseNumber {
    CaseNumber { year: 2026, serial }
}

fn states(notices: &[StoredNotice]) -> Vec<(NoticeKind, NoticeState)> {
    let state = |notice: &StoredNotice| (notice.kind, notice.status);
    notices.iter().map(state).collect()
}

/// How a promise of a case stands now.
fn status(desk: &mut Desk, serial: u32, promise: &str) -> Status {
    let view = desk.case(number(serial)).unwrap();
    let mut found = view.deadlines.iter();
    let of_it = found.find(|one| one.promise == promise).unwrap();
    of_it.status(desk.now())
}

/// Records that the result of a case was told.
fn told(serial: u32) -> NoticeOrder {
    let key = NoticeKey {
        seq: 2,
        kind: Result,
        n: 1,
    };
    NoticeOrder {
        id: key.of(number(serial)),
        command: NoticeCommand::Tell {
            how: Some(NoticeWay::Document),
            text: "통지문".into(),
            why: None,
            document_number: String::new(),
        },
        time: EntryTime::NOW,
    }
}

#[test]
fn a_closed_case_counts_as_it_did_and_an_open_one_waits_to_be_told() {
    let office = old();
    let mut desk = office.desk("2026-12-01 10:00");
    assert_eq!(
        desk.verify().unwrap().problems,
        Vec::<String>::new(),
        "lifted and counted anew"
    );
    let closed = desk.case(number(1)).unwrap();
    assert_eq!(
        states(&closed.notices),
        [(Receipt, Before), (Result, Before)]
    );
    assert_eq!(status(&mut desk, 1, "act.grievance"), Status::Met);
    let answered = desk.case(number(2)).unwrap();
    assert_eq!(
        states(&answered.notices),
        [(Receipt, Waiting), (Result, Waiting)]
    );
    assert_eq!(status(&mut desk, 2, "act.grievance"), Status::Missed);
    assert_eq!(status(&mut desk, 3, "gbvc.mail"), Status::Missed);
    assert_eq!(desk.counts().unwrap().untold, 1);
    assert!(desk.case(number(4)).unwrap().notices.is_empty());
    assert!(office.folder.path().join("desk.db.v1").exists());
}

#[test]
fn what_was_open_then_is_followed_to_its_end() {
    let office = old();
    let now = "2026-12-01 10:00";
    let mut desk = office.desk(now);
    desk.run_notice(&told(2)).unwrap();
    assert_eq!(status(&mut desk, 2, "act.grievance"), Status::MetLate);
    let before = desk.run_notice(&told(1));
    assert!(before.is_err(), "nobody knows any more");
    let untold = String::new();
    let close = Command::Exit(Exit::Close { untold });
    run(&mut desk, number(2), close).unwrap();
    let answered = desk.case(number(2)).unwrap();
    assert_eq!(
        states(&answered.notices),
        [(Receipt, Waiting), (Result, Told)]
    );
    drop(desk);
    // It is lifted once, and what is taken in from now on is followed.
    let mut desk = office.desk(now);
    let fresh = desk.intake(&complaint("새 민원")).unwrap();
    run(&mut desk, fresh, answer()).unwrap();
    assert_eq!(desk.counts().unwrap().untold, 1);
    desk.rebuild().unwrap();
    assert_eq!(desk.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn who_speaks_for_a_complainant_is_found_by_name_in_a_file_of_an_earlier_edition() {
    let office = Office::new();
    let mut desk = office.desk("2026-11-02 10:00");
    let mut shared = complaint("냉방");
    shared.party.behalf.representative = "박대표".into();
    shared.party.behalf.proxy = "김대리인".into();
    shared.party.behalf.organisation = "가상상사".into();
    shared.petitioner.people = Some(3);
    desk.intake(&shared).unwrap();
    desk.intake(&complaint("난방")).unwrap();
    drop(desk);
    let raw = office.raw();
    // Edition 5 put the name of the complainant alone into the index.
    raw.execute_batch(
        "UPDATE search SET pieces = '·냉방 ·홍길 ·길동' WHERE rowid = 20260000001;
         UPDATE setting SET value = '5' WHERE key = 'counted_by';",
    )
    .unwrap();
    drop(raw);
    let mut desk = office.desk("2026-11-03 10:00");
    let mut found = |line: &str| {
        let hits = desk.search(line, 10, &Effort::Waiting).unwrap().rows;
        let numbers = hits.iter().map(|hit| hit.row.subject.to_string());
        numbers.collect::<Vec<_>>()
    };
    for line in ["박대표", "김대리인", "가상상사"] {
        assert_eq!(found(line), ["2026-000001"], "{line}");
    }
    assert_eq!(problems(&mut desk), Vec::<String>::new());
}
