//! What is refused, and that nothing changes then.

use super::*;
use crate::domain::rights::Operation;
use crate::words::{Lang, Say};

/// The refusal of a command that changes nothing and says what to do in both languages.
fn refused(bench: &Bench, duty: &Duty, now: &str, command: &DutyCommand) -> Refusal {
    let mut after = duty.clone();
    let refusal = bench.run(&mut after, now, command).unwrap_err();
    assert_eq!(&after, duty);
    assert!(!refusal.say(Lang::Ko).is_empty() && !refusal.say(Lang::En).is_empty());
    refusal
}

fn skip() -> DutyCommand {
    DutyCommand::Skip {
        reason: "조직 개편".into(),
    }
}

#[test]
fn nothing_is_done_before_it_opened_or_before_what_it_looks_back_on_is_over() {
    let bench = Bench::new("wonju");
    for (promise, period, now, from) in [
        ("wonju.survey", "2026", "2025-12-31 23:59", "2026-01-01"),
        (
            "act.monthly-check",
            "2026-11",
            "2026-11-30 23:59",
            "2026-12-01",
        ),
    ] {
        let duty = bench.begin(promise, period);
        let from = date(from);
        assert_eq!(
            refused(&bench, &duty, now, &done()),
            Refusal::Duty(DutyRefusal::NotYet { from })
        );
    }
}

#[test]
fn what_is_over_is_not_done_again_and_only_a_supervisor_leaves_out() {
    use DutyRefusal as No;
    let mut bench = Bench::new("wonju");
    let mut survey = bench.begin("wonju.survey", "2026");
    assert_eq!(
        refused(&bench, &survey, "2026-11-01 10:00", &skip()),
        Refusal::from(Role::Clerk.allow(Operation::SkipDuty).unwrap_err())
    );
    bench.role = Role::Supervisor;
    bench.finish(&mut survey, "2026-11-01 10:00");
    let on = date("2026-11-01");
    for command in [done(), skip()] {
        assert_eq!(
            refused(&bench, &survey, "2026-11-02 10:00", &command),
            Refusal::Duty(No::Done { on })
        );
    }
    assert!(matches!(
        refused(&bench, &survey, "2026-10-31 10:00", &done()),
        Refusal::ClockBack { .. }
    ));
    let mut left = bench.begin("wonju.survey", "2026");
    bench.run(&mut left, "2026-11-01 10:00", &skip()).unwrap();
    assert_eq!(bench.status(&left, "2027-06-01 10:00"), Status::Void);
    assert_eq!(
        refused(&bench, &left, "2026-11-02 10:00", &done()),
        Refusal::Duty(No::LeftOut { on })
    );
    // Left out too late, it stays missed.
    let mut left = bench.begin("wonju.survey", "2026");
    bench.run(&mut left, "2027-01-02 10:00", &skip()).unwrap();
    assert_eq!(bench.status(&left, "2027-06-01 10:00"), Status::Missed);
}

#[test]
fn fields_that_are_wrong_are_told_by_name() {
    let bench = Bench::new("wonju");
    let survey = bench.begin("wonju.survey", "2026");
    let now = "2026-11-01 10:00";
    for score in ["팔십", "-3", "82,8", "82.8점", "10000.1"] {
        let typed = CompletionInput {
            score: score.into(),
            ..CompletionInput::default()
        };
        assert_eq!(
            refused(&bench, &survey, now, &DutyCommand::Finish(Box::new(typed))),
            Refusal::field(Field::Score, ValueFault::Form)
        );
    }
    // All that is wrong is told at once.
    let typed = CompletionInput {
        score: "십".into(),
        grade: "가".repeat(21),
        officer: "김\u{7}".into(),
        ..CompletionInput::default()
    };
    let several = refused(&bench, &survey, now, &DutyCommand::Finish(Box::new(typed)));
    let Refusal::Fields(faults) = several else {
        panic!("{several:?}")
    };
    let fields: Vec<Field> = faults.iter().map(|fault| fault.field).collect();
    assert_eq!(fields, [Field::Score, Field::Grade, Field::Officer]);
    let on = date("2026-12-01");
    let announce = DutyCommand::Announce {
        text: String::new(),
    };
    for command in [announce, DutyCommand::Schedule { on }] {
        assert_eq!(
            refused(&bench, &survey, now, &command),
            Refusal::Duty(DutyRefusal::NeverDated)
        );
    }
    let plan = |promise: &str| plan_date(promise, on, "", 1, &bench.context(now)).unwrap_err();
    assert_eq!(plan("wonju.survey"), Refusal::Duty(DutyRefusal::NeverDated));
    assert!(matches!(
        plan("wonju.surveys"),
        Refusal::Duty(DutyRefusal::UnknownPromise { .. })
    ));
    let bench = Bench::new("gbvc");
    let past = date("2026-10-31");
    assert_eq!(
        plan_date("gbvc.training.notice", past, "", 1, &bench.context(now)),
        Err(Refusal::field(Field::On, ValueFault::NotAhead))
    );
}

#[test]
fn what_has_a_day_is_not_done_before_it() {
    let bench = Bench::new("gbvc");
    let day = date("2026-12-15");
    let context = bench.context("2026-11-02 10:00");
    let facts = plan_date("gbvc.training.notice", day, "", 1, &context).unwrap();
    let mut duty = Duty::fold(number(1), &facts).unwrap();
    assert_eq!(
        refused(&bench, &duty, "2026-12-14 23:59", &done()),
        Refusal::Duty(DutyRefusal::NotYet { from: day })
    );
    bench.finish(&mut duty, "2026-12-15 00:00");
    assert_eq!(duty.stage, DutyStage::Done);
}

#[test]
fn a_preview_of_a_date_counts_as_its_record_will() {
    use DutyAction::{Announce, Correct, Finish, Schedule, Skip};
    let mut bench = Bench::new("gbvc");
    bench.role = Role::Supervisor;
    let now = "2026-11-02 10:00";
    let (first, later) = (date("2026-12-15"), date("2026-12-20"));
    let context = bench.context(now);
    let facts = plan_date("gbvc.training.notice", first, "", 1, &context).unwrap();
    let mut duty = Duty::fold(number(1), &facts).unwrap();
    assert_eq!(
        preview_date("gbvc.training.notice", first, &context),
        Ok(bench.deadline(&duty))
    );
    let allowed = |duty: &Duty, now: &str| {
        let context = bench.context(now);
        let mut all = DutyAction::ALL.to_vec();
        all.retain(|action| check(duty, *action, &context).is_ok());
        all
    };
    assert_eq!(
        allowed(&duty, now),
        [Schedule, Announce, Correct, Skip, DutyAction::Revoke]
    );
    let schedule = DutyCommand::Schedule { on: later };
    let foreseen = preview((&duty, &[]), &schedule, &context).unwrap();
    bench.run(&mut duty, now, &schedule).unwrap();
    assert_eq!(foreseen, bench.deadline(&duty));
    assert_eq!(foreseen.unwrap().due.date, date("2026-11-30"));
    let announce = DutyCommand::Announce {
        text: "게시".into(),
    };
    bench.run(&mut duty, "2026-11-03 10:00", &announce).unwrap();
    assert_eq!(
        allowed(&duty, "2026-12-20 10:00"),
        [Finish, Schedule, Correct, DutyAction::Revoke]
    );
    bench.finish(&mut duty, "2026-12-20 10:00");
    assert_eq!(
        allowed(&duty, "2026-12-20 10:00"),
        [Correct, DutyAction::Revoke]
    );
}
