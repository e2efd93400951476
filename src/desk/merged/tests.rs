//! What the result of a case, struck out or corrected, means for those that were merged into it.

use crate::{
    desk::{
        Desk, DeskError,
        notices::tests::told_of,
        related::tests::{declined, five, handling, merge, run, stage},
    },
    domain::{
        case::{CaseNumber, Stage},
        command::{Command, Exit, Handling},
        deadline::Status,
        fact::ReopenCause,
        notice::{NoticeKind, NoticeState},
        refusal::{LaterFact, Refusal, RevokeRefusal},
    },
};
use tempfile::TempDir;

fn revoke(fact: u32) -> Command {
    let reason = "다른 민원의 답변".to_owned();
    Command::Handling(Handling::Revoke { fact, reason })
}

fn reopen(cause: ReopenCause) -> Command {
    let text = "다시".to_owned();
    Command::Exit(Exit::Reopen { cause, text })
}

fn last(desk: &mut Desk, number: CaseNumber) -> u32 {
    desk.case(number).unwrap().case.seq
}

fn refused(done: Result<(), DeskError>) -> RevokeRefusal {
    match done.unwrap_err() {
        DeskError::Refusal(Refusal::Revoke(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

/// The notices of a case, each with its state, but for that of the receipt.
fn told(desk: &mut Desk, number: CaseNumber) -> Vec<(NoticeKind, NoticeState)> {
    let notices = desk.case(number).unwrap().notices.into_iter();
    let rest = notices.filter(|one| one.kind != NoticeKind::Receipt);
    rest.map(|one| (one.kind, one.status)).collect()
}

/// Two of five cases merged into the first, which was answered by this fact.
fn answered(folder: &TempDir) -> (Desk, Vec<CaseNumber>, u32) {
    let (mut desk, cases) = five(folder);
    for other in &cases[1..3] {
        run(&mut desk, *other, merge(cases[0])).unwrap();
    }
    run(&mut desk, cases[0], declined()).unwrap();
    let result = last(&mut desk, cases[0]);
    (desk, cases, result)
}

#[test]
fn a_result_that_nobody_was_told_is_withdrawn_on_every_merged_case() {
    let folder = TempDir::new().unwrap();
    let (mut desk, cases, result) = answered(&folder);
    let (merged, shared) = (NoticeKind::Merge, NoticeKind::Result);
    let waits = NoticeState::Waiting;
    assert_eq!(
        told(&mut desk, cases[1]),
        [(merged, waits), (shared, waits)]
    );
    run(&mut desk, cases[0], revoke(result)).unwrap();
    for other in &cases[1..3] {
        assert_eq!(stage(&mut desk, *other), Stage::Merged);
        assert_eq!(handling(&mut desk, *other), Status::Running);
        assert_eq!(told(&mut desk, *other), [(merged, waits)]);
    }
    assert_eq!(desk.verify().unwrap().problems, Vec::<String>::new());
    // The right one is shared anew.
    run(&mut desk, cases[0], declined()).unwrap();
    assert_eq!(stage(&mut desk, cases[2]), Stage::Answered);
    assert_eq!(
        told(&mut desk, cases[2]),
        [(merged, waits), (shared, waits)]
    );
    assert_eq!(desk.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn a_result_that_a_merged_person_was_told_is_corrected_and_they_are_told_that() {
    let folder = TempDir::new().unwrap();
    let (mut desk, cases, result) = answered(&folder);
    let shared = last(&mut desk, cases[2]);
    desk.run_notice(&told_of(cases[2], NoticeKind::Result, shared))
        .unwrap();
    let (fact, on) = (result, cases[2]);
    let there = RevokeRefusal::ToldThere { fact, on };
    assert_eq!(refused(run(&mut desk, cases[0], revoke(result))), there);
    // Nothing was withdrawn elsewhere either.
    assert_eq!(stage(&mut desk, cases[1]), Stage::Answered);
    let text = "노선은 군에서 정합니다.".to_owned();
    let correct = Command::Handling(Handling::Correct { fact, text });
    run(&mut desk, cases[0], correct).unwrap();
    let correction = (NoticeKind::Correction, NoticeState::Waiting);
    assert!(told(&mut desk, cases[2]).contains(&correction));
    // Who was not told yet is told the right result at once.
    for other in &cases[..2] {
        assert!(!told(&mut desk, *other).contains(&correction));
    }
    assert_eq!(
        desk.case(cases[1]).unwrap().facts.last().unwrap().kind.id(),
        "corrected"
    );
    assert_eq!(desk.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn what_followed_on_a_merged_case_stands_in_the_way_and_is_named() {
    let folder = TempDir::new().unwrap();
    let (mut desk, cases, result) = answered(&folder);
    let shared = last(&mut desk, cases[1]);
    let here = refused(run(&mut desk, cases[1], revoke(shared)));
    let (from, fact) = (cases[0], result);
    assert_eq!(here, RevokeRefusal::Shared { from, fact });
    run(&mut desk, cases[1], reopen(ReopenCause::Review)).unwrap();
    let reopened = last(&mut desk, cases[1]);
    let needed = refused(run(&mut desk, cases[0], revoke(result)));
    let RevokeRefusal::Needed(LaterFact { on, seq, .. }) = needed else {
        panic!("{needed:?}");
    };
    assert_eq!((on, seq), (Some(cases[1].into()), reopened));
    run(&mut desk, cases[1], revoke(reopened)).unwrap();
    run(&mut desk, cases[0], revoke(result)).unwrap();
    assert_eq!(stage(&mut desk, cases[1]), Stage::Merged);
    assert_eq!(desk.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn nobody_comes_back_to_a_case_that_has_its_result_already() {
    let folder = TempDir::new().unwrap();
    let (mut desk, cases) = five(&folder);
    run(&mut desk, cases[1], merge(cases[0])).unwrap();
    run(&mut desk, cases[1], reopen(ReopenCause::Mistake)).unwrap();
    let reopened = last(&mut desk, cases[1]);
    run(&mut desk, cases[0], declined()).unwrap();
    let gone = refused(run(&mut desk, cases[1], revoke(reopened)));
    assert_eq!(gone, RevokeRefusal::OtherEnded(cases[0]));
    let result = last(&mut desk, cases[0]);
    run(&mut desk, cases[0], revoke(result)).unwrap();
    run(&mut desk, cases[1], revoke(reopened)).unwrap();
    assert_eq!(stage(&mut desk, cases[1]), Stage::Merged);
    assert_eq!(handling(&mut desk, cases[1]), Status::Running);
    let merge = (NoticeKind::Merge, NoticeState::Waiting);
    assert_eq!(told(&mut desk, cases[1]), [merge]);
    assert_eq!(desk.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn nobody_waits_for_a_case_that_ended_or_had_its_result_before() {
    let folder = TempDir::new().unwrap();
    let (mut desk, cases) = five(&folder);
    run(&mut desk, cases[1], merge(cases[0])).unwrap();
    let withdraw = || {
        Command::Exit(Exit::Withdraw {
            text: String::new(),
        })
    };
    let waits = |done: Result<(), DeskError>| match done.unwrap_err() {
        DeskError::Refusal(Refusal::MergedWaits(number)) => number,
        other => panic!("{other:?}"),
    };
    assert_eq!(waits(run(&mut desk, cases[0], withdraw())), cases[1]);
    assert_eq!(stage(&mut desk, cases[0]), Stage::Received);
    run(&mut desk, cases[1], reopen(ReopenCause::Mistake)).unwrap();
    run(&mut desk, cases[0], declined()).unwrap();
    run(&mut desk, cases[0], reopen(ReopenCause::Review)).unwrap();
    let reopened = last(&mut desk, cases[0]);
    run(&mut desk, cases[2], merge(cases[0])).unwrap();
    assert_eq!(waits(run(&mut desk, cases[0], revoke(reopened))), cases[2]);
    run(&mut desk, cases[2], reopen(ReopenCause::Mistake)).unwrap();
    run(&mut desk, cases[0], revoke(reopened)).unwrap();
    assert_eq!(stage(&mut desk, cases[0]), Stage::Answered);
    assert_eq!(desk.verify().unwrap().problems, Vec::<String>::new());
}
