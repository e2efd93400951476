//! What five people bring is handled in one case, and what each of them is told.

use crate::{
    desk::{
        Desk, DeskError, Filter, Order, QueueQuery,
        notices::tests::told_of,
        tests::{complaint, desk, order},
    },
    domain::{
        case::{CaseNumber, Stage},
        command::{Command, Exit, Handling, Intake, Ladder},
        deadline::Status,
        fact::{FactKind, Outcome, ReopenCause},
        late::EntryTime,
        notice::{NoticeKind, NoticeState},
        refusal::Refusal,
    },
};
use tempfile::TempDir;

/// The same purport from so many people.
fn brought(desk: &mut Desk, people: usize) -> Vec<CaseNumber> {
    let names = ["홍길동", "성춘향", "이몽룡", "변학도", "월매", "방자"];
    let bring = names.iter().zip(1..).take(people).map(|(name, nth)| {
        let mut intake: Intake = complaint("버스 노선을 늘려 주세요");
        (*name).clone_into(&mut intake.party.name);
        intake.party.phone = format!("010-0000-200{nth}");
        desk.intake(&intake).unwrap()
    });
    bring.collect()
}

pub(in crate::desk) fn merge(into: CaseNumber) -> Command {
    Command::Exit(Exit::Merge { into })
}

fn see_also(earlier: CaseNumber) -> Command {
    Command::Ladder(Ladder::Link {
        earlier,
        see_also: true,
        reason: String::new(),
    })
}

pub(in crate::desk) fn declined() -> Command {
    Command::Handling(Handling::Answer {
        outcome: Outcome::Declined,
        text: "노선은 시에서 정합니다.".into(),
        ground: "여객자동차 운수사업법".into(),
        remedy: String::new(),
    })
}

pub(in crate::desk) fn run(
    desk: &mut Desk,
    number: CaseNumber,
    command: Command,
) -> Result<(), DeskError> {
    desk.run(&order(number, command)).map(drop)
}

pub(in crate::desk) fn stage(desk: &mut Desk, number: CaseNumber) -> Stage {
    desk.case(number).unwrap().case.stage
}

pub(in crate::desk) fn handling(desk: &mut Desk, number: CaseNumber) -> Status {
    let now = desk.now();
    let view = desk.case(number).unwrap();
    let mut deadlines = view.deadlines.iter();
    let handling = deadlines.find(|one| one.promise == "act.grievance");
    handling.unwrap().status(now)
}

/// Five cases, the four later ones linked to the first.
pub(in crate::desk) fn five(folder: &TempDir) -> (Desk, Vec<CaseNumber>) {
    let mut desk = desk(folder, "2026-11-02 10:00");
    let cases = brought(&mut desk, 5);
    for other in &cases[1..] {
        run(&mut desk, *other, see_also(cases[0])).unwrap();
    }
    (desk, cases)
}

#[test]
fn fewer_than_five_different_persons_are_not_merged() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    let cases = brought(&mut desk, 4);
    // The first comes once more: one person.
    let mut again = complaint("버스 노선을 늘려 주세요");
    again.party.phone = "010 0000 2001".into();
    let again = desk.intake(&again).unwrap();
    for other in cases[1..].iter().chain([&again]) {
        run(&mut desk, *other, see_also(cases[0])).unwrap();
    }
    let refused = run(&mut desk, cases[1], merge(cases[0])).unwrap_err();
    let DeskError::Refusal(Refusal::TooFewPersons { persons, .. }) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(persons, 4);
    assert_eq!(desk.case(cases[1]).unwrap().facts.len(), 2);
}

#[test]
fn what_was_not_linked_does_not_count() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    let cases = brought(&mut desk, 5);
    let refused = run(&mut desk, cases[1], merge(cases[0])).unwrap_err();
    assert!(matches!(
        refused,
        DeskError::Refusal(Refusal::TooFewPersons { persons: 2, .. })
    ));
}

#[test]
fn every_merged_person_is_told_the_result_and_only_that_meets_their_period() {
    let folder = TempDir::new().unwrap();
    let (mut desk, cases) = five(&folder);
    for other in &cases[1..] {
        run(&mut desk, *other, merge(cases[0])).unwrap();
        assert_eq!(handling(&mut desk, *other), Status::Running);
    }
    let open = |desk: &Desk| {
        let ask = QueueQuery {
            filter: Filter::Open,
            limit: 50,
            now: desk.now(),
            ..QueueQuery::default()
        };
        let rows = desk.queue(&ask).unwrap().into_iter();
        rows.filter(|row| row.promise.as_deref() != Some("act.monthly-check"))
            .filter_map(|row| match row.subject {
                crate::domain::subject::Subject::Case(number) => Some(number),
                _ => None,
            })
            .count()
    };
    assert_eq!(open(&desk), 5, "who waits for the result is in the queue");
    run(&mut desk, cases[0], declined()).unwrap();
    let first = desk.case(cases[0]).unwrap().case.seq;
    desk.run_notice(&told_of(cases[0], NoticeKind::Result, first))
        .unwrap();
    assert_eq!(handling(&mut desk, cases[0]), Status::Met);
    for other in &cases[1..] {
        let view = desk.case(*other).unwrap();
        let last = view.facts.last().unwrap();
        assert_eq!(
            last.kind,
            FactKind::ResultShared {
                from: cases[0],
                seq: first,
                denied: true
            }
        );
        assert_eq!(view.case.stage, Stage::Answered);
        assert_eq!(view.case.denials, [last.seq]);
        let seq = last.seq;
        assert_eq!(handling(&mut desk, *other), Status::Running);
        desk.run_notice(&told_of(*other, NoticeKind::Result, seq))
            .unwrap();
        assert_eq!(handling(&mut desk, *other), Status::Met);
    }
    assert_eq!(desk.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn nothing_goes_round_in_a_ring_and_a_chain_is_told_to_its_end() {
    let folder = TempDir::new().unwrap();
    let (mut desk, cases) = five(&folder);
    run(&mut desk, cases[2], merge(cases[1])).unwrap();
    run(&mut desk, cases[1], merge(cases[0])).unwrap();
    for (from, into) in [(0, 2), (0, 1)] {
        let refused = run(&mut desk, cases[from], merge(cases[into])).unwrap_err();
        assert!(
            matches!(refused, DeskError::Refusal(Refusal::OtherCaseGone { .. })),
            "{refused:?}"
        );
    }
    run(&mut desk, cases[0], declined()).unwrap();
    for other in &cases[1..3] {
        assert_eq!(stage(&mut desk, *other), Stage::Answered);
    }
    // Who was never merged is not told.
    assert_eq!(stage(&mut desk, cases[3]), Stage::Received);
    // Answered, it takes nobody in any more.
    let refused = run(&mut desk, cases[3], merge(cases[0])).unwrap_err();
    assert!(matches!(
        refused,
        DeskError::Refusal(Refusal::OtherCaseGone { .. })
    ));
}

#[test]
fn an_undone_merge_is_not_told_and_a_link_to_a_later_case_is_refused() {
    let folder = TempDir::new().unwrap();
    let (mut desk, cases) = five(&folder);
    run(&mut desk, cases[1], merge(cases[0])).unwrap();
    let reopen = Command::Exit(Exit::Reopen {
        cause: ReopenCause::Mistake,
        text: "다른 노선".into(),
    });
    let order = Order {
        time: EntryTime::NOW,
        ..order(cases[1], reopen)
    };
    desk.run(&order).unwrap();
    let view = desk.case(cases[1]).unwrap();
    let merge = view
        .notices
        .iter()
        .find(|one| one.kind == NoticeKind::Merge);
    assert_eq!(merge.unwrap().status, NoticeState::Held);
    run(&mut desk, cases[0], declined()).unwrap();
    assert_eq!(stage(&mut desk, cases[1]), Stage::Received);
    assert_eq!(handling(&mut desk, cases[1]), Status::Running);
    let later = run(&mut desk, cases[1], see_also(cases[4])).unwrap_err();
    assert!(matches!(later, DeskError::Refusal(Refusal::Ladder(_))));
    assert_eq!(desk.verify().unwrap().problems, Vec::<String>::new());
}
