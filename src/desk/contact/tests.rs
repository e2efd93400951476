//! Visits and calls on a real file: in one queue with the cases, searched, verified and rebuilt like them.

use super::*;
use crate::{
    desk::{Filter, Foundation, HolidayRequest, Opening, QueueQuery},
    domain::{
        charter::{Channel, builtin::builtin_text},
        contact::{CallBackInput, ContactStage},
        deadline::Status,
        holidays::{HolidayChange, HolidayKind},
        late::EntryTime,
    },
};
use tempfile::TempDir;

fn desk(folder: &TempDir, now: &str) -> Desk {
    let opening = Opening {
        path: folder.path().join("desk.db"),
        acting: None,
        now: Some(now.to_owned()),
    };
    if opening.path.exists() {
        return Desk::open(&opening).unwrap();
    }
    let charter = builtin_text("gbvc").unwrap();
    let practice = true;
    Desk::found(&opening, &Foundation { charter, practice })
        .unwrap()
        .leave_duties_out()
}

fn run(desk: &mut Desk, number: ContactNumber, command: ContactCommand) -> Result<(), DeskError> {
    let order = ContactOrder {
        number,
        command,
        ticked: String::new(),
        time: EntryTime::NOW,
        seen: None,
    };
    desk.run_contact(&order).map(drop)
}

fn missed() -> ContactCommand {
    ContactCommand::Miss {
        officer: "lee".into(),
        party: Party {
            name: "홍길동".into(),
            phone: "010-1234-5678".into(),
            ..Party::default()
        },
        matter: "봉사시간 인정 기준".into(),
        wanted: CallBackInput::default(),
    }
}

fn proven(desk: &mut Desk) {
    assert_eq!(desk.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn a_call_stands_in_the_queue_is_found_and_becomes_a_case_with_all_that_was_typed() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    let number = desk
        .arrive(&Arrival::new(Channel::Phone), &EntryTime::NOW)
        .unwrap();
    assert_eq!(number.to_string(), "C2026-000001");
    run(&mut desk, number, missed()).unwrap();
    let ask = QueueQuery {
        limit: 10,
        now: desk.now(),
        kind: Some(SubjectKind::Contact),
        ..QueueQuery::default()
    };
    let rows = desk.queue(&ask).unwrap();
    assert_eq!(rows.len(), 1);
    let row = &rows[0];
    assert_eq!(
        (row.subject, row.promise.as_deref(), row.party.as_str()),
        (number.into(), Some("gbvc.phone.callback"), "홍*동")
    );
    assert_eq!(row.status(desk.now()), Some(Status::Running));
    assert_eq!(desk.counts().unwrap().today, 1);
    for words in ["봉사시간", "홍길동", "01012345678", "C2026-1"] {
        assert_eq!(
            desk.search(words, 10, &crate::desk::Effort::Waiting)
                .unwrap()
                .rows
                .len(),
            1,
            "{words}"
        );
    }
    let intake = Intake {
        category: "question".into(),
        ..desk.contact(number).unwrap().intake()
    };
    assert_eq!(intake.title, "봉사시간 인정 기준");
    let case = desk.contact_to_case(number, &intake, &[]).unwrap();
    let view = desk.case(case).unwrap();
    assert_eq!(view.party.name, "홍길동");
    assert_eq!(view.contacts, [number]);
    // The call-back stays open, and can be completed from the case.
    assert_eq!(
        desk.contact(number).unwrap().contact.stage,
        ContactStage::CallBack
    );
    desk.call_back(case, ContactWay::Phone, "기준을 설명함", &EntryTime::NOW)
        .unwrap();
    let view = desk.contact(number).unwrap();
    assert_eq!(view.contact.stage, ContactStage::Ended);
    assert_eq!(view.deadlines[0].status(desk.now()), Status::Met);
    assert!(
        desk.call_back(case, ContactWay::Phone, "다시", &EntryTime::NOW)
            .is_err()
    );
    proven(&mut desk);
    // The case, the contact, and the seven duties that the calendar opened.
    assert_eq!(desk.rebuild().unwrap(), 9);
    proven(&mut desk);
}

#[test]
fn a_refusal_changes_nothing() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    let nobody = Arrival {
        category: "no such".into(),
        ..Arrival::new(Channel::Visit)
    };
    assert!(desk.arrive(&nobody, &EntryTime::NOW).is_err());
    assert!(
        desk.arrive(&Arrival::new(Channel::Web), &EntryTime::NOW)
            .is_err()
    );
    let number = desk
        .arrive(&Arrival::new(Channel::Visit), &EntryTime::NOW)
        .unwrap();
    assert_eq!(number.serial, 1, "a refused arrival uses up no number");
    let empty = ContactCommand::Miss {
        officer: String::new(),
        party: Party::default(),
        matter: String::new(),
        wanted: CallBackInput::default(),
    };
    assert!(run(&mut desk, number, empty).is_err());
    let bad = Intake::new(Channel::Visit, "no such");
    assert!(desk.contact_to_case(number, &bad, &[]).is_err());
    let view = desk.contact(number).unwrap();
    assert_eq!((view.contact.seq, view.contact.became), (1, None));
    let seen = ContactOrder {
        number,
        command: ContactCommand::TellWait { minutes: 5 },
        ticked: String::new(),
        time: EntryTime::NOW,
        seen: Some(9),
    };
    assert!(matches!(
        desk.run_contact(&seen),
        Err(DeskError::Store(crate::store::StoreError::Conflict { .. }))
    ));
    let other = ContactNumber {
        serial: 7,
        ..number
    };
    assert!(matches!(
        desk.contact(other),
        Err(DeskError::NoSuchSubject(_))
    ));
    proven(&mut desk);
}

#[test]
fn a_new_holiday_moves_a_call_back_and_the_history_says_so() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 17:40");
    let number = desk
        .arrive(&Arrival::new(Channel::Phone), &EntryTime::NOW)
        .unwrap();
    run(&mut desk, number, missed()).unwrap();
    let due = desk.contact(number).unwrap().deadlines[0].due.at;
    let moved = desk
        .change_holiday(&HolidayRequest {
            date: "2026-11-03".parse().unwrap(),
            name: "임시공휴일".into(),
            change: HolidayChange::Added(HolidayKind::Temporary),
            source: "관보".into(),
            decided_on: None,
        })
        .unwrap();
    assert_eq!(moved.subjects, [number.into()]);
    // The edit counts from the next second on.
    let mut desk = self::desk(&folder, "2026-11-02 17:41");
    let view = desk.contact(number).unwrap();
    assert_eq!((view.deadlines[0].due.at - due).num_days(), 1);
    assert!(matches!(
        view.facts.last().unwrap().kind,
        ContactFact::Recomputed { .. }
    ));
    proven(&mut desk);
}

/// The ticked items of a contact, as stored.
fn ticked(desk: &mut Desk, number: ContactNumber) -> Vec<String> {
    let view = desk.contact(number).unwrap();
    view.contact
        .ticked
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn ticked_items_are_recorded_with_their_command_or_not_at_all() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    let number = desk
        .arrive(&Arrival::new(Channel::Phone), &EntryTime::NOW)
        .unwrap();
    let item = "gbvc.phone.answer/1";
    let order = |command, ticked: &str| ContactOrder {
        number,
        command,
        ticked: ticked.into(),
        time: EntryTime::NOW,
        seen: None,
    };
    let wait = |minutes| ContactCommand::TellWait { minutes };
    // Both are refused where one is wrong.
    for (command, items) in [(wait(0), item), (wait(5), "gbvc.phone.answer/2")] {
        desk.run_contact(&order(command, items)).unwrap_err();
        assert_eq!(desk.contact(number).unwrap().contact.seq, 1, "{items}");
    }
    let facts = desk.run_contact(&order(wait(5), item)).unwrap();
    assert_eq!(facts.len(), 2, "{facts:?}");
    assert_eq!(ticked(&mut desk, number), [item]);
    // Another clerk has ticked it already: the rest is recorded.
    let facts = desk.run_contact(&order(wait(6), item)).unwrap();
    assert_eq!(facts.len(), 1, "{facts:?}");
    let end = ContactCommand::End {
        text: String::new(),
    };
    run(&mut desk, number, end).unwrap();
    proven(&mut desk);
}

#[test]
fn an_item_is_ticked_once_and_after_the_end_too() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    let number = desk
        .arrive(&Arrival::new(Channel::Phone), &EntryTime::NOW)
        .unwrap();
    let end = ContactCommand::End {
        text: String::new(),
    };
    run(&mut desk, number, end).unwrap();
    let tick = || ContactCommand::Tick {
        items: "all".into(),
    };
    run(&mut desk, number, tick()).unwrap();
    assert_eq!(ticked(&mut desk, number), ["gbvc.phone.answer/1"]);
    let refused = run(&mut desk, number, tick());
    let again = DeskError::Refusal(Refusal::AlreadyDone);
    assert_eq!(format!("{refused:?}"), format!("{:?}", Err::<(), _>(again)));
    proven(&mut desk);
}

#[test]
fn missed_timers_stay_in_the_list_of_deadlines() {
    let folder = TempDir::new().unwrap();
    let number = desk(&folder, "2026-11-02 10:00")
        .arrive(&Arrival::new(Channel::Visit), &EntryTime::NOW)
        .unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:11");
    run(
        &mut desk,
        number,
        ContactCommand::End {
            text: String::new(),
        },
    )
    .unwrap();
    let ask = QueueQuery {
        order: crate::desk::QueueOrder::Deadline,
        filter: Filter::All,
        limit: 10,
        now: desk.now(),
        ..QueueQuery::default()
    };
    let rows = desk.queue(&ask).unwrap();
    assert_eq!(rows[0].promise.as_deref(), Some("gbvc.visit.wait"));
    assert_eq!(rows[0].status(desk.now()), Some(Status::Missed));
    assert_eq!(desk.counts().unwrap().open, 0);
    proven(&mut desk);
}
