//! The last value that is still allowed and the first that is not, and that the fact holds what was given.

use super::*;
use crate::domain::{
    command::{Appointment, Redress},
    fact::{FactKind, SuspensionReason},
    refusal::SupplementRefusal,
};
use chrono::{Days, TimeDelta};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn explain(until: NaiveDate) -> Command {
    Command::Redress(Redress::ExplainDelay {
        text: text("인력 부족"),
        until,
    })
}

const CONFIRM: Command = Command::Redress(Redress::ConfirmOverdue);

fn ask_supplement(until: &str) -> Command {
    Command::Supplement(Supplement::Request {
        text: text("위치도"),
        until: day(until),
    })
}

fn more_time(until: &str) -> Command {
    Command::Supplement(Supplement::Extend {
        text: text("자료 준비"),
        until: day(until),
    })
}

fn suspend(reason: SuspensionReason) -> Command {
    Command::Timing(Timing::Suspend {
        reason,
        text: text("현장"),
    })
}

fn appoint(at: DateTime<Utc>) -> Command {
    Command::Visit(Appointment::Appoint {
        at,
        purpose: text("현장 확인"),
    })
}

fn kind(case: &Case, bench: &Bench, now: &str, command: &Command) -> FactKind {
    let facts = decide(case, command, &bench.context(at(now))).unwrap();
    facts.into_iter().next().unwrap().kind
}

/// A complaint of Mon 2026-11-02 whose seven days end with Tue 10.
#[test]
fn a_delay_is_confirmed_once_and_explained_once_for_each_time() {
    let bench = Bench::new("wonju");
    let mut case = bench.complaint("2026-11-02 10:00");
    let until = explain(day("2026-11-20"));
    let now = "2026-11-03 10:00";
    assert_eq!(
        bench.run(&mut case, now, &CONFIRM),
        Err(Refusal::NotOverdue)
    );
    assert_eq!(
        bench.run(&mut case, now, &until),
        Err(Refusal::OverdueNotConfirmed)
    );
    let now = "2026-11-11 10:00";
    bench.run(&mut case, now, &CONFIRM).unwrap();
    assert_eq!(
        bench.run(&mut case, now, &CONFIRM),
        Err(Refusal::AlreadyDone)
    );
    bench.run(&mut case, now, &until).unwrap();
    assert_eq!(
        bench.run(&mut case, now, &until),
        Err(Refusal::OverdueNotConfirmed)
    );
    bench.run(&mut case, now, &CONFIRM).unwrap();
    bench.run(&mut case, now, &until).unwrap();
}

#[test]
fn a_delay_is_explained_with_a_day_of_the_next_ten_years() {
    let bench = Bench::new("wonju");
    let mut case = bench.complaint("2026-11-02 10:00");
    let now = "2026-11-11 10:00";
    bench.run(&mut case, now, &CONFIRM).unwrap();
    let refused = Err(Refusal::field(Field::Until, ValueFault::NotAhead));
    for (days, expected) in [
        (0, &refused),
        (1, &Ok(())),
        (3_660, &Ok(())),
        (3_661, &refused),
    ] {
        let until = day("2026-11-11") + Days::new(days);
        let explained = bench.run(&mut case.clone(), now, &explain(until));
        assert_eq!(&explained, expected, "{days}");
    }
    let until = day("2026-11-20");
    let told = kind(&case, &bench, now, &explain(until));
    assert!(matches!(told, FactKind::DelayExplained { until: kept, .. } if kept == until));
}

#[test]
fn an_apology_was_published_today_at_the_latest() {
    let bench = Bench::new("koreha");
    let mut case = bench.complaint("2026-11-02 10:00");
    let now = "2026-11-03 10:00";
    let report = Command::Redress(Redress::ReportMisconduct {
        detail: crate::domain::charter::Detail::Error,
        happened: None,
        text: text("오기"),
    });
    let check = Command::Redress(Redress::CheckFacts {
        text: text("사실"),
        told: true,
        unfounded: false,
    });
    bench.run(&mut case, now, &report).unwrap();
    bench.run(&mut case, now, &check).unwrap();
    let publish = |published| {
        Command::Redress(Redress::ApologisePublicly {
            text: text("사과드립니다."),
            published: day(published),
        })
    };
    let future = Refusal::field(Field::Published, ValueFault::Future);
    assert_eq!(
        bench.run(&mut case.clone(), now, &publish("2026-11-04")),
        Err(future)
    );
    for published in ["2026-11-03", "2026-10-01"] {
        let fact = kind(&case, &bench, now, &publish(published));
        let FactKind::PublicApologyMade {
            published: kept, ..
        } = fact
        else {
            panic!("{fact:?}");
        };
        assert_eq!(kept, day(published));
    }
}

/// Decree art. 24: asked on Wed 2026-11-04 for Fri 13; longer twice; a second time ten days at most, and no third.
#[test]
fn a_supplement_is_asked_for_twice_and_given_longer_twice() {
    let bench = Bench::new("gbvc");
    let mut case = bench.complaint("2026-11-02 10:00");
    bench
        .run(&mut case, "2026-11-04 09:30", &ask_supplement("2026-11-13"))
        .unwrap();
    let now = "2026-11-05 10:00";
    let kept = kind(&case, &bench, now, &more_time("2026-11-18"));
    assert!(
        matches!(kept, FactKind::SupplementExtended { until, .. } if until == day("2026-11-18"))
    );
    bench.run(&mut case, now, &more_time("2026-11-18")).unwrap();
    bench.run(&mut case, now, &more_time("2026-11-20")).unwrap();
    let last = day("2026-11-20");
    assert_eq!(
        bench.run(&mut case, now, &more_time("2026-11-27")),
        Err(SupplementRefusal::NoLonger { last }.into())
    );
    let again = "2026-11-23 10:00";
    let longest = SupplementRefusal::TooLong {
        last: day("2026-12-03"),
    };
    let longer = bench.run(&mut case.clone(), again, &ask_supplement("2026-12-04"));
    assert_eq!(longer, Err(longest.into()));
    let second = ask_supplement("2026-12-03");
    bench.run(&mut case, again, &second).unwrap();
    let last = day("2026-12-03");
    assert_eq!(
        bench.run(&mut case, again, &more_time("2026-12-04")),
        Err(SupplementRefusal::NoLonger { last }.into()),
        "a second demand is not lengthened"
    );
    let asked = bench.run(&mut case.clone(), again, &ask_supplement("2026-12-02"));
    assert_eq!(asked, Err(SupplementRefusal::AskedAgain { last }.into()));
    let third = bench.run(&mut case, "2026-12-04 10:00", &ask_supplement("2026-12-10"));
    assert_eq!(third, Err(SupplementRefusal::AskedTwice.into()));
}

/// Decree art. 17(4): fourteen days, from Tue 2026-11-03, lengthened once by seven.
#[test]
fn only_a_grievance_is_inspected_and_lengthened_once() {
    let bench = Bench::new("gbvc");
    let inspect = suspend(SuspensionReason::Inspection);
    let mut question = Intake::new(Channel::Web, "question");
    question.title = text("봉사시간");
    let mut question = bench.receive(&question, "2026-11-02 10:00");
    let now = "2026-11-03 10:00";
    assert_eq!(
        bench.run(&mut question, now, &inspect),
        Err(Refusal::NoGrievance)
    );
    let other = suspend(SuspensionReason::Hearing);
    bench.run(&mut question, now, &other).unwrap();
    assert_eq!(
        bench.run(&mut question, now, &other),
        Err(Refusal::AlreadyPaused)
    );
    let mut case = bench.complaint("2026-11-02 10:00");
    bench.run(&mut case, now, &inspect).unwrap();
    assert_eq!(
        bench.run(&mut case.clone(), now, &other),
        Err(Refusal::AlreadyPaused)
    );
    bench.run(&mut case, "2026-11-10 10:00", &inspect).unwrap();
    assert_eq!(
        bench.run(&mut case, "2026-11-11 10:00", &inspect),
        Err(Refusal::InspectionOver),
        "lengthened once"
    );
    let mut paused = bench.complaint("2026-11-02 10:00");
    bench.run(&mut paused, now, &other).unwrap();
    assert_eq!(
        bench.run(&mut paused, now, &inspect),
        Err(Refusal::AlreadyPaused)
    );
}

#[test]
fn a_visit_lies_ahead_within_ten_years_and_is_kept_from_its_time_on() {
    let bench = Bench::new("jndc");
    let case = bench.complaint("2026-11-02 10:00");
    let now = at("2026-11-02 10:00");
    let refused = Err(Refusal::field(Field::Visit, ValueFault::NotAhead));
    let reach = now + TimeDelta::days(3_660);
    let second = TimeDelta::seconds(1);
    for (visit, expected) in [
        (now, &refused),
        (now + second, &Ok(())),
        (reach, &Ok(())),
        (reach + second, &refused),
    ] {
        let booked = bench.run(&mut case.clone(), "2026-11-02 10:00", &appoint(visit));
        assert_eq!(&booked, expected, "{visit}");
    }
    let visit = "2026-11-05 14:00";
    let mut booked = case;
    bench
        .run(&mut booked, "2026-11-02 10:00", &appoint(at(visit)))
        .unwrap();
    let keep = Command::Visit(Appointment::Keep);
    let early = bench.run(&mut booked.clone(), "2026-11-05 13:59", &keep);
    assert_eq!(early, Err(Refusal::VisitAhead));
    let in_time = bench.run(&mut booked.clone(), visit, &keep);
    assert_eq!(in_time, Ok(()));
    let next = appoint(at("2026-11-09 14:00"));
    let twice = bench.run(&mut booked.clone(), "2026-11-05 13:59", &next);
    assert_eq!(twice, Err(Refusal::VisitAgreed));
    let after = bench.run(&mut booked, visit, &next);
    assert_eq!(after, Ok(()), "one whose time has come is over");
}

#[test]
fn texts_and_names_are_kept_as_they_were_given_and_cleaned() {
    let bench = Bench::new("gbvc");
    let case = bench.complaint("2026-11-02 10:00");
    let now = "2026-11-02 11:00";
    let note = Command::Handling(Handling::Note {
        text: text("  다시 전화  "),
    });
    let FactKind::Noted { text: kept, .. } = kind(&case, &bench, now, &note) else {
        panic!("no note");
    };
    assert_eq!(kept.as_str(), "다시 전화");
    let assign = Command::Handling(Handling::Assign {
        department: text(" 고객지원팀 "),
        officer: text(" 김가상"),
    });
    let FactKind::Assigned {
        department,
        officer,
    } = kind(&case, &bench, now, &assign)
    else {
        panic!("not assigned");
    };
    assert_eq!(
        (department.as_str(), officer.as_str()),
        ("고객지원팀", "kim")
    );
}

#[test]
fn what_was_ticked_at_intake_is_the_second_fact_and_announces_nothing() {
    let bench = Bench::new("jndc");
    let mut intake = Intake::new(Channel::Phone, "complaint");
    intake.title = text("소음");
    intake.ticked = text("jndc.phone.repeat/1");
    let facts = receive(number(10), &intake, &bench.context(at("2026-11-02 10:00"))).unwrap();
    let [received, ticked] = facts.as_slice() else {
        panic!("{facts:?}");
    };
    assert_eq!((received.seq, ticked.seq), (1, 2));
    assert!(matches!(ticked.kind, FactKind::ChecklistTicked { .. }));
    assert!(!received.announced.is_empty() && ticked.announced.is_empty());
}
