//! The clocks of the law on the way: how long a supplement can be asked for, and what follows once a case is overdue.

use super::*;
use crate::domain::{
    command::Redress,
    decide::supplement_until,
    notice::{Notice, Recipient, notices},
    rights::Operation,
};

fn demand() -> Command {
    Command::Redress(Redress::DemandCorrection {
        text: text("빨리 처리해 주세요"),
    })
}

fn remind() -> Command {
    Command::Redress(Redress::Remind {
        text: text("사흘 안에 답변하기 바랍니다"),
    })
}

/// Fri 15-18 3 h, Mon 09-12 (6), 13-15 (8); before 설 Fri 02-13 17-18 1 h, 14-18 off, Thu 19 09-12 (4), 13-17 (8).
#[test]
fn a_supplement_is_asked_for_within_eight_working_hours_of_the_receipt() {
    let bench = Bench::new("gbvc");
    for (received, last) in [
        ("2026-11-06 15:00", "2026-11-09 15:00"),
        ("2026-02-13 17:00", "2026-02-19 17:00"),
        ("2026-11-02 09:00", "2026-11-02 18:00"),
    ] {
        let case = bench.complaint(received);
        let until = supplement_until(&case, &bench.calendars).unwrap();
        assert_eq!(until.at, at(last), "{received}");
    }
    let mut case = bench.complaint("2026-11-06 15:00");
    let asked = Command::Supplement(Supplement::Request {
        text: text("사진"),
        until: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
        late: text("현장에서 알게 됨"),
    });
    bench.run(&mut case, "2026-11-11 10:00", &asked).unwrap();
    assert_eq!(supplement_until(&case, &bench.calendars), None);
    let mut answered = bench.complaint("2026-11-06 15:00");
    bench
        .run(&mut answered, "2026-11-06 16:00", &answer())
        .unwrap();
    assert_eq!(supplement_until(&answered, &bench.calendars), None);
    let mut unknown = Intake::new(Channel::Phone, "complaint");
    (unknown.title, unknown.anonymous) = (text("제보"), true);
    let unknown = bench.receive(&unknown, "2026-11-06 15:00");
    assert_eq!(supplement_until(&unknown, &bench.calendars), None);
}

/// The reason for asking late stands in the fact, and only where one was given.
#[test]
fn why_a_supplement_was_asked_for_late_is_kept() {
    let bench = Bench::new("gbvc");
    for (given, kept) in [
        (" 현장에서 알게 됨 ", Some("현장에서 알게 됨")),
        (" ", None),
    ] {
        let case = bench.complaint("2026-11-02 10:00");
        let asked = Command::Supplement(Supplement::Request {
            text: text("사진"),
            until: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
            late: text(given),
        });
        let facts = decide(&case, &asked, &bench.context(at("2026-11-05 10:00"))).unwrap();
        let FactKind::SupplementRequested { late, .. } = &facts[0].kind else {
            panic!("{facts:?}");
        };
        assert_eq!(late.as_ref().map(Prose::as_str), kept);
    }
}

/// The seven days of Mon 2026-11-02 end with Tue 11-10.
#[test]
fn a_demand_and_a_reminder_tell_the_department_of_what_is_overdue() {
    let mut bench = Bench::new("gbvc");
    bench.role = Role::Supervisor;
    let mut case = bench.complaint("2026-11-02 10:00");
    for command in [demand(), remind()] {
        let early = bench.run(&mut case, "2026-11-10 23:59", &command);
        assert_eq!(early, Err(Refusal::NotOverdue));
    }
    for (command, kind) in [
        (demand(), NoticeKind::Demand),
        (remind(), NoticeKind::Reminder),
        (remind(), NoticeKind::Reminder),
    ] {
        let facts = decide(&case, &command, &bench.context(at("2026-11-11 09:00"))).unwrap();
        let called = notices(&facts[0], &case.intake);
        let told = |one: &Notice| (one.kind, one.recipient, one.addressee.clone());
        let told: Vec<_> = called.iter().map(told).collect();
        assert_eq!(told, [(kind, Recipient::Team, text("고객지원팀"))]);
        case.apply(&facts[0]);
    }
    bench.run(&mut case, "2026-11-11 10:00", &answer()).unwrap();
    for command in [demand(), remind()] {
        let refused = bench.run(&mut case, "2026-11-11 11:00", &command);
        assert!(matches!(refused, Err(Refusal::Stage { .. })), "{refused:?}");
    }
}

#[test]
fn only_a_supervisor_reminds() {
    let mut bench = Bench::new("gbvc");
    let mut case = bench.complaint("2026-11-02 10:00");
    let refused = bench.run(&mut case, "2026-11-12 09:00", &remind());
    let Err(Refusal::Forbidden(forbidden)) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(forbidden.operation, Operation::Remind);
    bench.run(&mut case, "2026-11-12 09:00", &demand()).unwrap();
    bench.role = Role::Supervisor;
    bench.run(&mut case, "2026-11-12 09:00", &remind()).unwrap();
}
