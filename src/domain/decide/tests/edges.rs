//! Rules that a single comparison or guard decides: each seen on both sides.

use super::*;
use crate::domain::{
    charter::Detail, command::Redress, fact::SuspensionReason, refusal::LadderRefusal,
};

fn consult(until: &str) -> Command {
    Command::Handling(Handling::Consult {
        department: text("경영지원팀"),
        text: text("보수 일정"),
        until: Some(until.parse().unwrap()),
    })
}

fn close() -> Command {
    Command::Exit(Exit::Close {
        untold: String::new(),
    })
}

fn reopen() -> Command {
    Command::Exit(Exit::Reopen {
        cause: ReopenCause::Review,
        text: text("미조치"),
    })
}

/// What a preview calls the leading period of handling before a command, and the same after it.
fn leading(bench: &Bench, case: &Case, now: &str, command: &Command) -> [(String, u16, String); 2] {
    let preview = preview(case, command, &bench.context(at(now))).unwrap();
    let (before, after) = preview.handling().unwrap();
    [before, after].map(|one| (one.promise.clone(), one.nth, one.due.date.to_string()))
}

/// A complaint of Mon 2026-11-02: step and apology are due before its seven days end with Tue 10; with 7 more, Thu 19.
#[test]
fn a_preview_compares_the_leading_period_of_handling() {
    let bench = Bench::new("gbvc");
    let mut case = bench.complaint("2026-11-02 10:00");
    let of = |nth, day| (text("gbvc.opinion.result"), nth, text(day));
    let found = leading(&bench, &case, "2026-11-02 10:00", &extend(7, false));
    assert_eq!(found, [of(0, "2026-11-10"), of(0, "2026-11-19")]);
    // In a second round, the period of that round: seven days from Mon 09 end with Tue 17; with 7 more, Thu 26.
    bench.run(&mut case, "2026-11-03 10:00", &answer()).unwrap();
    bench.tell(&mut case, at("2026-11-03 10:00"));
    bench.run(&mut case, "2026-11-09 10:00", &reopen()).unwrap();
    let found = leading(&bench, &case, "2026-11-09 10:00", &extend(7, false));
    assert_eq!(found, [of(1, "2026-11-17"), of(1, "2026-11-26")]);
}

/// Only what is open is extended: the met period of the first round does not keep the second one from being too late.
#[test]
fn the_period_of_an_earlier_round_cannot_be_extended() {
    let bench = Bench::new("gbvc");
    let mut case = bench.complaint("2026-11-02 10:00");
    bench.run(&mut case, "2026-11-03 10:00", &answer()).unwrap();
    bench.tell(&mut case, at("2026-11-03 10:00"));
    bench.run(&mut case, "2026-11-09 10:00", &reopen()).unwrap();
    let last = bench.run(&mut case.clone(), "2026-11-17 23:59", &extend(7, false));
    assert_eq!(last, Ok(()));
    assert_eq!(
        bench.run(&mut case, "2026-11-18 10:00", &extend(7, false)),
        Err(Refusal::TooLateToExtend)
    );
}

#[test]
fn an_objection_is_extended_once_even_with_consent() {
    let bench = Bench::new("gbvc");
    let mut intake = Intake::new(Channel::Web, "question");
    (intake.title, intake.kind) = (text("시설 사용 허가"), Some(CaseKind::Statutory));
    intake.period = text("10 days");
    let mut case = bench.receive(&intake, "2026-11-02 10:00");
    let refuse = Command::Handling(Handling::Refuse {
        ground: text("조례 제5조"),
        remedy: text("60일 안에 이의신청"),
    });
    let object = Command::Exit(Exit::Object {
        text: text("이의")
    });
    for (now, command) in [
        ("2026-11-05 10:00", &refuse),
        ("2026-11-06 10:00", &object),
        ("2026-11-06 11:00", &extend(10, false)),
    ] {
        bench.run(&mut case, now, command).unwrap();
    }
    assert_eq!(
        bench.run(&mut case, "2026-11-06 12:00", &extend(1, true)),
        Err(Refusal::OneExtension)
    );
}

/// Disclosure act art. 11(2): ten days, once; a matter of another kind is extended as the decree says.
#[test]
fn a_request_for_disclosure_is_extended_once_by_ten_days() {
    let bench = Bench::new("gbvc");
    let mut intake = Intake::new(Channel::Web, "disclosure");
    intake.title = text("회의록");
    let mut case = bench.receive(&intake, "2026-11-02 10:00");
    let open = |case: &Case| deadlines(case, &bench.charter, &bench.calendars).unwrap();
    let longest = |case: &Case| longest_extension(case, &bench.charter, &open(case));
    assert_eq!(longest(&case), 10);
    let now = "2026-11-03 10:00";
    let too_long = bench.run(&mut case.clone(), now, &extend(11, false));
    assert_eq!(too_long, Err(Refusal::ExtensionTooLong { most: 10 }));
    bench.run(&mut case, now, &extend(10, false)).unwrap();
    assert_eq!(
        bench.run(&mut case, now, &extend(1, true)),
        Err(Refusal::ExtendedOnce)
    );
    bench.run(&mut case, now, &answer()).unwrap();
    bench.tell(&mut case, at(now));
    assert_eq!(longest(&case), 0, "nothing is open");
    let mut other = Bench::new("gbvc");
    let categories = other.charter.categories.iter_mut();
    categories.for_each(|one| one.extension_limit = "5 days".parse().ok());
    let case = other.receive(&intake, "2026-11-02 10:00");
    let found = deadlines(&case, &other.charter, &other.calendars).unwrap();
    assert_eq!(longest_extension(&case, &other.charter, &found), 5);
    intake.kind = Some(CaseKind::Grievance);
    let mut case = bench.receive(&intake, "2026-11-02 10:00");
    assert_eq!(longest(&case), 7);
    bench.run(&mut case, now, &extend(7, false)).unwrap();
    assert_eq!(bench.run(&mut case, now, &extend(7, true)), Ok(()));
}

/// Decree art. 17(4): fourteen days in one or several inspections; the days of one that just ended count.
#[test]
fn a_further_inspection_has_only_the_days_that_are_left() {
    let bench = Bench::new("gbvc");
    let mut case = bench.complaint("2026-11-02 10:00");
    let inspect = Command::Timing(Timing::Suspend {
        reason: SuspensionReason::Inspection,
        text: text("현장"),
    });
    let go_on = Command::Timing(Timing::Resume);
    // From Tue 03 to Mon 16 thirteen days after the first, then one more; the fifteenth day is the last.
    for (now, command) in [
        ("2026-11-03 10:00", &inspect),
        ("2026-11-16 10:00", &go_on),
        ("2026-11-17 10:00", &inspect),
        ("2026-11-17 11:00", &go_on),
    ] {
        bench.run(&mut case, now, command).unwrap();
    }
    assert_eq!(
        bench.run(&mut case, "2026-11-18 10:00", &inspect),
        Err(Refusal::InspectionOver)
    );
}

/// Of a complaint of Mon 2026-11-02 the days end with Tue 10: then no period binds the other department any more.
#[test]
fn after_the_period_another_department_answers_on_any_day_ahead() {
    let bench = Bench::new("gbvc");
    let case = bench.complaint("2026-11-02 10:00");
    let run = |now, until| bench.run(&mut case.clone(), now, &consult(until));
    let latest = "2026-11-10".parse().unwrap();
    let after = Refusal::field(Field::Until, ValueFault::After { latest });
    assert_eq!(run("2026-11-10 23:00", "2026-11-30"), Err(after));
    assert_eq!(run("2026-11-12 10:00", "2026-11-30"), Ok(()));
    assert!(run("2026-11-12 10:00", "2026-11-11").is_err());
}

#[test]
fn the_named_day_of_a_supplement_is_announced_where_it_rolls() {
    let bench = Bench::new("gbvc");
    let case = bench.complaint("2026-11-02 10:00");
    let saturday = "2026-11-14".parse().unwrap();
    let ask = Command::Supplement(Supplement::Request {
        text: text("위치도"),
        until: saturday,
    });
    let facts = decide(&case, &ask, &bench.context(at("2026-11-04 10:00"))).unwrap();
    let told = facts[0].announced.iter();
    let told: Vec<_> = told.map(|one| (one.promise.as_str(), one.date)).collect();
    assert_eq!(told, [("act.supplement", saturday)]);
}

/// The apology that gbvc owes at once stands in the way of closing only where misconduct is on record.
#[test]
fn a_case_is_not_closed_while_an_apology_is_owed_for_misconduct() {
    let bench = Bench::new("gbvc");
    let mut case = bench.complaint("2026-11-02 10:00");
    let report = Command::Redress(Redress::ReportMisconduct {
        detail: Detail::Discourtesy,
        happened: None,
        text: text("반말"),
    });
    let mut reported = case.clone();
    bench
        .run(&mut reported, "2026-11-02 10:30", &report)
        .unwrap();
    for case in [&mut case, &mut reported] {
        bench.run(case, "2026-11-02 11:00", &answer()).unwrap();
        bench.tell(case, at("2026-11-02 11:00"));
    }
    assert_eq!(bench.run(&mut case, "2026-11-02 12:00", &close()), Ok(()));
    let owed = bench.run(&mut reported.clone(), "2026-11-02 12:00", &close());
    let Err(Refusal::ApologyOwed { promise, until }) = owed else {
        panic!("{owed:?}");
    };
    assert_eq!(
        (promise.as_str(), until.naive_local().to_string().as_str()),
        ("gbvc.correct.apology", "2026-11-02 18:00:00")
    );
    let late = bench.run(&mut reported.clone(), "2026-11-02 18:01", &close());
    assert_eq!(late, Ok(()), "missed, and no longer in the way");
    let apologise = Command::Handling(Handling::Apologise {
        text: text("죄송합니다."),
    });
    bench
        .run(&mut reported, "2026-11-02 13:00", &apologise)
        .unwrap();
    bench.tell(&mut reported, at("2026-11-02 13:00"));
    assert_eq!(
        bench.run(&mut reported, "2026-11-02 14:00", &close()),
        Ok(())
    );
}

#[test]
fn a_case_is_merged_into_one_that_is_open() {
    let mut bench = Bench::new("gbvc");
    let case = bench.complaint("2026-11-02 10:00");
    let other = |serial, stage| RelatedCase {
        number: number(serial),
        stage,
        mistaken: false,
        told_at: None,
        people: 1,
        persons: 5,
        step: 0,
        department: String::new(),
        sameness: None,
    };
    bench.related = vec![other(4, Stage::Received), other(5, Stage::Closed)];
    let merge = |into| {
        let merge = Command::Exit(Exit::Merge { into: number(into) });
        bench.run(&mut case.clone(), "2026-11-02 11:00", &merge)
    };
    let gone = Refusal::OtherCaseGone {
        number: number(5),
        stage: Stage::Closed,
    };
    assert_eq!(merge(4), Ok(()));
    assert_eq!(merge(5), Err(gone));
    assert_eq!(merge(6), Err(Refusal::NoSuchCase(number(6))));
    assert_eq!(merge(10), Err(Refusal::SameCase));
}

#[test]
fn the_boxes_of_the_ladder_tell_the_steps_apart() {
    let bench = Bench::new("gbvc");
    let mut case = bench.complaint("2026-11-02 10:00");
    let [one, two, three] = steps(&case, &bench.charter, &[]);
    let missing = |refusal: LadderRefusal| StepBox::Missing(refusal.into());
    assert_eq!(one, StepBox::Ready);
    assert_eq!(two, missing(LadderRefusal::LinkNeeded));
    assert_eq!(three, missing(LadderRefusal::SecondStepMissing));
    let step = Command::Ladder(Ladder::StepOne {
        department: text("고객지원팀"),
        officer: text("kim"),
        instruction: text("사실 확인"),
    });
    bench.run(&mut case, "2026-11-02 11:00", &step).unwrap();
    let [one, two, three] = steps(&case, &bench.charter, &[]);
    assert!(matches!(one, StepBox::Done(record) if record.step.number() == 1));
    assert_eq!(two, missing(LadderRefusal::LinkNeeded));
    assert_eq!(three, missing(LadderRefusal::SecondStepMissing));
}
