//! The outbox of a desk on a real file.

use super::*;
use crate::{
    desk::{
        Order,
        tests::{complaint, desk, order},
    },
    domain::{
        case::CaseNumber,
        command::{Command, Exit, Handling, Intake, Ladder},
        fact::Outcome,
        late::EntryTime,
        notice::{NoticeKey, NoticeKind, NoticeWay},
        party::Party,
        refusal::{NoticeRefusal, Refusal},
        staff::sample_staff,
    },
};
use tempfile::TempDir;

/// Records that the notice of the second fact was told, or that of the receipt.
pub(in crate::desk) fn told(number: CaseNumber, kind: NoticeKind) -> NoticeOrder {
    told_of(
        number,
        kind,
        if kind == NoticeKind::Receipt { 1 } else { 2 },
    )
}

/// The notice of that kind of a fact was told.
pub(in crate::desk) fn told_of(number: CaseNumber, kind: NoticeKind, seq: u32) -> NoticeOrder {
    NoticeOrder {
        id: NoticeKey { seq, kind, n: 1 }.of(number),
        command: NoticeCommand::Tell {
            how: Some(NoticeWay::Document),
            text: "통지문".into(),
            why: None,
            document_number: "고객지원팀-12".into(),
        },
        time: EntryTime::NOW,
    }
}

#[test]
fn a_case_whose_result_nobody_was_told_is_counted_and_not_closed() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    let number = desk.intake(&complaint("교육장 냉방")).unwrap();
    let answer = Handling::Answer {
        outcome: Outcome::Accepted,
        text: "고쳤습니다.".into(),
        ground: String::new(),
        remedy: String::new(),
    };
    desk.run(&order(number, Command::Handling(answer))).unwrap();
    let close = order(
        number,
        Command::Exit(Exit::Close {
            untold: String::new(),
        }),
    );
    assert_eq!(desk.counts().unwrap().untold, 1);
    assert!(desk.run(&close).is_err());
    let told = told(number, NoticeKind::Result);
    desk.run_notice(&told).unwrap();
    let again = desk.run_notice(&told);
    assert!(matches!(
        again,
        Err(DeskError::Refusal(Refusal::Notice(
            NoticeRefusal::Done { .. }
        )))
    ));
    assert_eq!(desk.counts().unwrap().untold, 0);
    desk.run(&close).unwrap();
}

#[test]
fn the_outbox_lists_what_needs_a_clerk_first() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    let numbers = ["하나", "둘", "셋"].map(|title| desk.intake(&complaint(title)).unwrap());
    desk.run_notice(&told(numbers[0], NoticeKind::Receipt))
        .unwrap();
    let failed = NoticeOrder {
        command: NoticeCommand::Fail {
            reason: "반송".into(),
        },
        ..told(numbers[2], NoticeKind::Receipt)
    };
    desk.run_notice(&failed).unwrap();
    let rows = desk.outbox(None, false, 10).unwrap();
    let listed = rows.iter().map(|row| {
        let reason = row.reason.as_deref().unwrap_or("-");
        format!("{} {} {} {reason}", row.id, row.status, row.to)
    });
    assert_eq!(
        listed.collect::<Vec<_>>(),
        [
            "2026-000003/1/receipt/1 failed 홍*동 반송",
            "2026-000002/1/receipt/1 waiting 홍*동 -",
            "2026-000001/1/receipt/1 told 홍*동 -",
        ]
    );
    assert_eq!(rows[0].tries, 1);
    assert_eq!(rows[2].how, Some(NoticeWay::Document));
    let waiting = desk.outbox(Some(NoticeState::Waiting), false, 10).unwrap();
    assert_eq!(waiting.len(), 1);
    assert!(desk.outbox(None, true, 10).unwrap().is_empty());
    let mine = Command::Handling(Handling::Assign {
        department: "고객지원팀".into(),
        officer: desk.actor().login.clone(),
    });
    desk.run(&order(numbers[1], mine)).unwrap();
    let mine = desk.outbox(None, true, 10).unwrap();
    assert_eq!(mine.len(), 1, "{mine:?}");
    assert_eq!(desk.outbox(None, false, 2).unwrap().len(), 2);
    assert_eq!(desk.verify().unwrap().problems, Vec::<String>::new());
}

#[test]
fn what_sending_brings_about_is_no_change_that_a_clerk_has_to_see() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    let number = desk.intake(&complaint("교육장 냉방")).unwrap();
    let receipt = told(number, NoticeKind::Receipt);
    let sent = NoticeOrder {
        command: NoticeCommand::Send,
        ..receipt.clone()
    };
    desk.run_notice(&sent).unwrap();
    let seen = Order {
        seen: Some(1),
        ..order(number, Command::Handling(Handling::Acknowledge))
    };
    desk.run(&seen).unwrap();
    // That somebody else did something is told as before.
    assert!(desk.run(&seen).is_err());
    assert_eq!(desk.case(number).unwrap().facts.len(), 3);
}

#[test]
fn each_notice_is_listed_with_the_deadline_that_waits_for_it() {
    let folder = TempDir::new().unwrap();
    let mut desk = desk(&folder, "2026-11-02 10:00");
    let with_mail = Intake {
        party: Party {
            email: "hong@example.org".into(),
            ..complaint("하나").party
        },
        ..complaint("하나")
    };
    let number = desk.intake(&with_mail).unwrap();
    let officer = sample_staff();
    desk.add_staff(&officer).unwrap();
    let step = Ladder::StepOne {
        department: officer.department,
        officer: officer.login,
        instruction: "확인해 주세요.".into(),
    };
    desk.run(&order(number, Command::Ladder(step))).unwrap();
    let listed = |found: &[DueNotice]| -> Vec<String> {
        let of = found.iter().map(|one| {
            let deadline = one.deadline.as_ref();
            let promise = deadline.map_or("-", |deadline| &*deadline.promise);
            format!("{} {promise}", one.row.id.key)
        });
        of.collect()
    };
    // The mail in ten minutes, the team in an hour; nothing waits for word of who has the matter.
    let found = listed(&desk.due_notices(None, false, 10).unwrap());
    assert_eq!(
        found,
        [
            "1/receipt/1 gbvc.mail",
            "2/instruction/1 gbvc.step.1",
            "2/in-charge/1 -",
        ]
    );
    let answer = Handling::Answer {
        outcome: Outcome::Accepted,
        text: "고쳤습니다.".into(),
        ground: String::new(),
        remedy: String::new(),
    };
    desk.run(&order(number, Command::Handling(answer))).unwrap();
    // With the result step 1 is no longer owed. The result is also what was done about the fault: due on the same day.
    let found = listed(&desk.due_notices(None, false, 10).unwrap());
    assert_eq!(
        found,
        [
            "1/receipt/1 gbvc.mail",
            "3/result-mail/1 gbvc.mail.result",
            "3/result/1 gbvc.correct.apology",
            "2/in-charge/1 -",
            "2/instruction/1 -",
        ]
    );
    assert_eq!(found, listed(&desk.notices_of(number).unwrap()));
    // What was told waits for nothing, and stands last.
    desk.run_notice(&told_of(number, NoticeKind::Result, 3))
        .unwrap();
    let found = listed(&desk.notices_of(number).unwrap());
    assert_eq!(found.last().map(String::as_str), Some("3/result/1 -"));
}
