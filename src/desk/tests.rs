//! The desk on a real file: intake, search, work, counts.

use super::*;
use crate::domain::{
    charter::{Channel, builtin::builtin_text},
    command::{Command, Exit, Handling, Intake, Timing},
    deadline::Status,
    fact::Outcome,
    holidays::{HolidayChange, HolidayKind},
    late::EntryTime,
    notice::NoticeKind,
    party::Party,
};
use chrono::NaiveDate;
use tempfile::TempDir;

pub(super) fn desk(folder: &TempDir, now: &str) -> Desk {
    let opening = Opening {
        path: folder.path().join("desk.db"),
        acting: None,
        now: Some(now.to_owned()),
    };
    if opening.path.exists() {
        return Desk::open(&opening).unwrap();
    }
    Desk::found(
        &opening,
        &Foundation {
            charter: builtin_text("gbvc").unwrap(),
            practice: true,
        },
    )
    .unwrap()
    .leave_duties_out()
}

pub(super) fn complaint(title: &str) -> Intake {
    Intake {
        title: title.into(),
        body: "교육장 에어컨이 나오지 않습니다.".into(),
        party: Party {
            name: "홍길동".into(),
            phone: "010-1234-5678".into(),
            ..Party::default()
        },
        ..Intake::new(Channel::Phone, "complaint")
    }
}

pub(super) fn order(number: crate::domain::case::CaseNumber, command: Command) -> Order {
    Order {
        number,
        command,
        time: EntryTime::NOW,
        seen: None,
    }
}

/// A desk with another one that acts after each of its statements, and a case of both.
fn beside(
    folder: &TempDir,
    act: impl Fn(&mut Desk, crate::domain::case::CaseNumber) + 'static,
) -> (Desk, crate::domain::case::CaseNumber) {
    let now = "2026-11-02 10:00";
    let mut one = desk(folder, now);
    let number = one.intake(&complaint("교육장 냉방")).unwrap();
    // Fill the caches.
    one.case(number).unwrap();
    one.counts().unwrap();
    let mut other = desk(folder, now);
    one.meanwhile(move || act(&mut other, number));
    (one, number)
}

#[test]
fn a_case_is_read_in_one_snapshot() {
    let folder = TempDir::new().unwrap();
    let (mut desk, number) = beside(&folder, |other, number| {
        let text = "알아보는 중입니다.".to_owned();
        let command = Command::Timing(Timing::ReplyInterim { text });
        other.run(&order(number, command)).unwrap();
    });
    for _ in 0..3 {
        let view = desk.case(number).unwrap();
        // The receipt and each interim reply are told, and nothing else has happened.
        assert_eq!(view.facts.len(), view.notices.len());
    }
    assert!(desk.case(number).unwrap().facts.len() > 3);
}

#[test]
fn a_page_and_its_numbers_share_one_snapshot() {
    let folder = TempDir::new().unwrap();
    let (mut desk, _) = beside(&folder, |other, _| {
        other.intake(&complaint("복도 소음")).unwrap();
    });
    let ask = QueueQuery {
        limit: 100,
        now: desk.now(),
        ..QueueQuery::default()
    };
    let snapshot = desk.snapshot().unwrap();
    let rows = desk.queue(&ask).unwrap().len();
    let counts = desk.counts().unwrap();
    drop(snapshot);
    assert_eq!(i64::try_from(rows), Ok(counts.open));
    assert!(rows > 1 && desk.counts().unwrap().open > counts.open);
}

#[test]
fn what_was_checked_at_the_receipt_is_recorded_with_it_or_nothing_is() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    let checked = |ticked: &str| Intake {
        ticked: ticked.into(),
        ..complaint("교육장 냉방")
    };
    for wrong in ["gbvc.phone.answer/2", "gbvc.phone.callback"] {
        let refused = desk.intake(&checked(wrong)).unwrap_err();
        let said = crate::words::Say::say(&refused, crate::words::Lang::En);
        assert!(said.contains("gbvc.phone.answer/1"), "{said}");
    }
    let number = desk.intake(&checked("all")).unwrap();
    assert_eq!(number.serial, 1, "no number was used up");
    let view = desk.case(number).unwrap();
    let kinds = view
        .facts
        .iter()
        .map(|fact| (fact.seq, fact.at, fact.kind.id()));
    let at = view.facts[0].at;
    assert_eq!(
        kinds.collect::<Vec<_>>(),
        [(1, at, "received"), (2, at, "checklist_ticked")]
    );
    assert_eq!(view.case.ticked[0].to_string(), "gbvc.phone.answer/1");
    assert_eq!(desk.verify().unwrap().problems, Vec::<String>::new());
}

/// What a complaint is owed on the day.
fn put_right(desk: &mut Desk, number: crate::domain::case::CaseNumber) {
    let text = || "바로잡고 사과했습니다.".to_owned();
    for command in [
        Handling::Apologise { text: text() },
        Handling::Action {
            text: text(),
            prevents: false,
        },
    ] {
        desk.run(&order(number, Command::Handling(command)))
            .unwrap();
    }
}

#[test]
fn a_case_is_taken_in_worked_and_found_again() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    let number = desk.intake(&complaint("교육장 냉방")).unwrap();
    assert_eq!(number.to_string(), "2026-000001");
    let rows = desk
        .queue(&QueueQuery {
            limit: 10,
            now: desk.now(),
            ..QueueQuery::default()
        })
        .unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(
        (rows[0].title.as_str(), rows[0].party.as_str()),
        ("교육장 냉방", "홍*동")
    );
    assert_eq!(rows[0].status(desk.now()), Some(Status::Running));
    for (line, found) in [("냉방", 1), ("ㄴㅂ", 1), ("에어컨 주차", 0)] {
        let rows = desk.search(line, 10, &Effort::Waiting).unwrap().rows;
        assert_eq!(rows.len(), found, "{line}");
    }
    let counts = desk.counts().unwrap();
    assert_eq!((counts.open, counts.overdue, counts.today), (1, 0, 1));

    put_right(&mut desk, number);
    desk.run(&order(
        number,
        Command::Handling(Handling::Answer {
            outcome: Outcome::Accepted,
            text: "고쳤습니다.".into(),
            ground: String::new(),
            remedy: String::new(),
        }),
    ))
    .unwrap();
    let result = desk.case(number).unwrap().case.seq;
    desk.run_notice(&notices::tests::told_of(number, NoticeKind::Result, result))
        .unwrap();
    let untold = String::new();
    desk.run(&order(number, Command::Exit(Exit::Close { untold })))
        .unwrap();
    let view = desk.case(number).unwrap();
    assert_eq!(
        (
            view.facts.len(),
            view.case.stage.id(),
            view.party.name.as_str()
        ),
        (6, "closed", "홍길동")
    );
    assert_eq!(desk.counts().unwrap().open, 0);
    assert!(
        desk.queue(&QueueQuery {
            limit: 10,
            ..QueueQuery::default()
        })
        .unwrap()
        .is_empty()
    );
}

#[test]
fn a_fact_of_another_clerk_in_between_is_a_conflict() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    let number = desk.intake(&complaint("교육장 냉방")).unwrap();
    desk.run(&order(number, Command::Handling(Handling::Acknowledge)))
        .unwrap();
    let late = Order {
        seen: Some(1),
        ..order(number, Command::Handling(Handling::Acknowledge))
    };
    let refused = desk.run(&late);
    assert!(matches!(
        refused,
        Err(DeskError::Store(crate::store::StoreError::Conflict {
            expected: 1,
            found: 2
        }))
    ));
    assert_eq!(desk.case(number).unwrap().facts.len(), 2);
}

#[test]
fn a_refused_intake_uses_up_no_number() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    assert!(desk.intake(&complaint("")).is_err());
    assert_eq!(
        desk.intake(&complaint("냉방")).unwrap().to_string(),
        "2026-000001"
    );
}

#[test]
fn an_intake_with_a_link_is_all_or_nothing() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    let first = desk.intake(&complaint("교육장 냉방")).unwrap();
    let nobody = "2026-000099".parse().unwrap();
    assert!(
        desk.intake_linked(&complaint("다시 냉방"), &[nobody])
            .is_err()
    );
    let second = desk
        .intake_linked(&complaint("다시 냉방"), &[first])
        .unwrap();
    assert_eq!(second.to_string(), "2026-000002");
    assert_eq!(desk.case(second).unwrap().case.links, [first]);
}

#[test]
fn an_earlier_case_of_the_same_person_is_found_with_its_likeness() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    desk.intake(&complaint("교육장 냉방")).unwrap();
    let party = Party {
        phone: "+82 10 1234 5678".into(),
        ..Party::default()
    };
    let earlier = desk
        .earlier(&party, "complaint", "교육장 냉방 여전히 안 됨", None)
        .unwrap();
    assert_eq!(earlier.len(), 1);
    assert!(earlier[0].alike, "{earlier:?}");
    assert!(
        desk.earlier(&Party::default(), "complaint", "교육장 냉방", None)
            .unwrap()
            .is_empty()
    );
}

#[test]
fn a_holiday_moves_open_deadlines_but_no_announced_dates() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    let number = desk.intake(&complaint("교육장 냉방")).unwrap();
    let day = NaiveDate::from_ymd_opt(2026, 11, 5).unwrap();
    let request = |change| HolidayRequest {
        date: day,
        name: "임시공휴일".into(),
        change,
        source: "관보".into(),
        decided_on: None,
    };
    let added = request(HolidayChange::Added(HolidayKind::Temporary));
    assert_eq!(
        desk.change_holiday(&added).unwrap().subjects,
        [number.into()]
    );
    assert!(matches!(
        desk.change_holiday(&added),
        Err(DeskError::HolidayUnchanged { .. })
    ));
    let due = |desk: &mut Desk| {
        let view = desk.case(number).unwrap();
        let found = view
            .deadlines
            .iter()
            .find(|deadline| deadline.promise == "act.grievance")
            .unwrap();
        (
            found.due.date.to_string(),
            found.announced.unwrap().to_string(),
            view.facts.len(),
        )
    };
    assert_eq!(
        due(&mut desk),
        ("2026-11-11".to_owned(), "2026-11-10".to_owned(), 2)
    );
    desk.change_holiday(&request(HolidayChange::Removed))
        .unwrap();
    assert_eq!(
        due(&mut desk),
        ("2026-11-10".to_owned(), "2026-11-10".to_owned(), 3)
    );
}

#[test]
fn a_draft_is_kept_for_each_clerk_and_form() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    assert_eq!(desk.draft("intake").unwrap(), None);
    desk.keep_draft("intake", "{\"title\":\"냉\"}").unwrap();
    desk.keep_draft("intake", "{\"title\":\"냉방\"}").unwrap();
    assert_eq!(
        desk.draft("intake").unwrap().as_deref(),
        Some("{\"title\":\"냉방\"}")
    );
    desk.drop_draft("intake").unwrap();
    desk.drop_draft("intake").unwrap();
    assert_eq!(desk.draft("intake").unwrap(), None);
}

/// As on a full disk or without permission: a file has the name of the folder.
#[test]
fn a_draft_that_cannot_be_written_is_held_in_memory() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02T10:00:00+09:00");
    let drafts = folder.path().join("desk.db.drafts");
    std::fs::write(&drafts, "").unwrap();
    desk.keep_draft("intake", "냉방").unwrap_err();
    assert_eq!(desk.draft("intake").unwrap().as_deref(), Some("냉방"));
    // Once it can be written, the file counts.
    std::fs::remove_file(&drafts).unwrap();
    desk.keep_draft("intake", "냉방이").unwrap();
    std::fs::remove_dir_all(&drafts).unwrap();
    assert_eq!(desk.draft("intake").unwrap(), None);
    std::fs::write(&drafts, "").unwrap();
    desk.keep_draft("intake", "냉").unwrap_err();
    desk.drop_draft("intake").unwrap();
    std::fs::remove_file(&drafts).unwrap();
    assert_eq!(desk.draft("intake").unwrap(), None, "thrown away");
}
