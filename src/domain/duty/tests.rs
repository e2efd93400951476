//! Duties through their years: what opens, when it is due, what is refused.

use super::*;
use crate::domain::{
    calendar::Calendars,
    charter::{Charter, builtin},
    deadline::{Deadline, Status},
    decide::Context,
    holidays::Holidays,
    party::Field,
    refusal::{Fault, Refusal},
    staff::Role,
};
use chrono::{NaiveDateTime, TimeZone};
use chrono_tz::Asia::Seoul;

/// A desk without a store: one charter, one duty at a time, a clock that the test sets.
struct Bench {
    charter: Charter,
    calendars: Calendars,
    role: Role,
}

fn at(text: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap();
    Seoul
        .from_local_datetime(&local)
        .unwrap()
        .with_timezone(&Utc)
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn number(serial: u32) -> DutyNumber {
    DutyNumber { year: 2026, serial }
}

impl Bench {
    fn new(id: &str) -> Self {
        let charter = builtin::builtin(id).unwrap().unwrap();
        let calendars =
            Calendars::new(charter.office.clone(), Holidays::korean(), Vec::new()).unwrap();
        Self {
            charter,
            calendars,
            role: Role::Clerk,
        }
    }

    fn context(&self, now: &str) -> Context<'_> {
        Context {
            charter: &self.charter,
            charter_version: 1,
            calendars: &self.calendars,
            at: at(now),
            now: at(now),
            by: "kim",
            role: self.role,
            related: &[],
            signer: None,
        }
    }

    fn openings(&self, since: &str, today: &str) -> Vec<Opening> {
        Begun {
            plans: &plans(&self.charter),
            charter: 1,
            since: date(since),
            today: date(today),
            calendar: self.calendars.now(),
        }
        .openings(|_, _| false)
    }

    fn open(opening: &Opening, serial: u32) -> Duty {
        let fact = Fact {
            seq: 1,
            at: opening.at,
            recorded_at: opening.at,
            by: "minwon".into(),
            kind: DutyFact::Opened(Box::new(opening.opened.clone())),
            announced: Vec::new(),
        };
        Duty::begin(number(serial), &fact).unwrap()
    }

    fn begin(&self, promise: &str, period: &str) -> Duty {
        let period: Period = period.parse().unwrap();
        let day = period.first_day().to_string();
        let openings = self.openings(&day, &day);
        let mine = openings
            .iter()
            .find(|one| one.opened.promise == promise && one.opened.period == period);
        Self::open(mine.unwrap(), 1)
    }

    fn due(&self, duty: &Duty) -> String {
        let deadline = self.deadline(duty).unwrap();
        assert!(deadline.due.whole_day);
        deadline.due.date.to_string()
    }

    fn deadline(&self, duty: &Duty) -> Option<Deadline> {
        deadlines(duty, &self.charter, &self.calendars)
            .unwrap()
            .pop()
    }

    fn status(&self, duty: &Duty, now: &str) -> Status {
        self.deadline(duty).unwrap().status(at(now))
    }

    fn run(&self, duty: &mut Duty, now: &str, command: &DutyCommand) -> Result<(), Refusal> {
        let fact = decide(duty, command, &self.context(now))?;
        duty.apply(&fact);
        Ok(())
    }

    fn finish(&self, duty: &mut Duty, now: &str) -> Vec<Opening> {
        let done = DutyCommand::Finish(Box::default());
        self.run(duty, now, &done).unwrap();
        followers(&plans(&self.charter), duty, at(now))
    }
}

#[test]
fn a_desk_founded_in_november_has_the_duties_of_the_running_period_at_once() {
    for (charter, expected) in [
        (
            "wonju",
            &["wonju.survey 2026", "act.monthly-check 2026-11"][..],
        ),
        (
            "koreha",
            &[
                "koreha.incentive 2026",
                "koreha.survey 2026",
                "koreha.monitor 2026-H2",
                "koreha.web.faq 2026-Q4",
                "act.monthly-check 2026-11",
            ],
        ),
        (
            "gbvc",
            &[
                "gbvc.meetings 2026",
                "gbvc.training.survey 2026",
                "gbvc.survey 2026",
                "act.monthly-check 2026-11",
            ],
        ),
    ] {
        let openings = Bench::new(charter).openings("2026-11-23", "2026-11-23");
        let found: Vec<String> = openings
            .iter()
            .map(|one| format!("{} {}", one.opened.promise, one.opened.period))
            .collect();
        assert_eq!(found, expected, "{charter}");
    }
}

#[test]
fn what_nobody_opened_in_time_is_opened_later_but_not_for_ever() {
    let bench = Bench::new("wonju");
    let opened = |since: &str, today: &str| {
        let openings = bench.openings(since, today);
        let count = |promise: &str| {
            openings
                .iter()
                .filter(|one| one.opened.promise == promise)
                .count()
        };
        (count("wonju.survey"), count("act.monthly-check"))
    };
    assert_eq!(opened("2026-11-23", "2026-12-31"), (1, 2));
    assert_eq!(opened("2026-11-23", "2027-01-01"), (2, 3));
    assert_eq!(opened("2026-11-23", "2028-02-29"), (3, 16));
    // Two years back and no further, however long the desk slept or how wrong the clock is.
    assert_eq!(opened("2026-11-23", "2050-03-15"), (3, 25));
    assert_eq!(opened("2026-11-23", "2025-12-31"), (0, 0));
}

#[test]
fn each_plan_has_its_due_date() {
    for (charter, promise, period, due) in [
        ("jndc", "jndc.training", "2026", "2026-12-31"),
        ("kpf", "kpf.correct.self-check", "2026-Q1", "2026-03-31"),
        ("kpf", "kpf.know.faq", "2026-Q4", "2026-12-31"),
        ("koreha", "koreha.monitor", "2026-H1", "2026-06-30"),
        // A year of 366 days, and a month whose fifth is a Saturday: a date does not roll off.
        ("koreha", "koreha.web.faq", "2028-Q1", "2028-03-31"),
        ("wonju", "wonju.survey", "2033", "2033-12-31"),
        ("wonju", "act.monthly-check", "2026-11", "2026-12-05"),
        ("wonju", "act.monthly-check", "2026-12", "2027-01-05"),
        ("wonju", "act.monthly-check", "2028-02", "2028-03-05"),
    ] {
        let bench = Bench::new(charter);
        let duty = bench.begin(promise, period);
        assert_eq!(bench.due(&duty), due, "{promise} {period}");
    }
}

#[test]
fn a_chain_opens_link_by_link() {
    let bench = Bench::new("wonju");
    // Done at the end of December: Jan 31 is a Sunday. Published on Fri Jan 29: three months end on Apr 29.
    for (done, published, publish_due, plan_due) in [
        (
            "2026-12-31 17:00",
            "2027-01-29 10:00",
            "2027-02-01",
            "2027-04-29",
        ),
        // The month ends in the lunar new year (Feb 6 to 8, and the 9th in place of Sunday): Wed Feb 10.
        (
            "2027-01-08 10:00",
            "2027-02-10 10:00",
            "2027-02-10",
            "2027-05-10",
        ),
        // Three months after Nov 30: there is no Feb 30, so the last day of a leap February.
        (
            "2027-10-30 10:00",
            "2027-11-30 10:00",
            "2027-11-30",
            "2028-02-29",
        ),
    ] {
        let mut survey = bench.begin("wonju.survey", "2026");
        let publish = bench.finish(&mut survey, done);
        let [publish] = publish.as_slice() else {
            panic!("{publish:?}")
        };
        assert_eq!(publish.opened.promise, "wonju.survey.publish");
        assert_eq!(publish.opened.period.to_string(), "2026");
        assert_eq!(publish.opened.after, Some(survey.number));
        let mut publish = Bench::open(publish, 2);
        assert_eq!(bench.due(&publish), publish_due, "{done}");
        let plan = bench.finish(&mut publish, published);
        assert_eq!(bench.status(&publish, published), Status::Met);
        let mut plan = Bench::open(&plan[0], 3);
        assert_eq!(bench.due(&plan), plan_due, "{published}");
        assert_eq!(bench.finish(&mut plan, published), []);
    }
}

#[test]
fn a_missed_duty_stays_missed_though_it_is_done_later() {
    let bench = Bench::new("wonju");
    let mut survey = bench.begin("wonju.survey", "2026");
    assert_eq!(bench.status(&survey, "2027-01-01 00:00"), Status::Running);
    assert_eq!(bench.status(&survey, "2027-01-01 00:01"), Status::Missed);
    bench.finish(&mut survey, "2027-01-04 09:00");
    assert_eq!(bench.status(&survey, "2027-06-01 00:00"), Status::MetLate);
    assert_eq!(
        Mark::of(
            &survey,
            bench.deadline(&survey).as_ref(),
            at("2027-06-01 00:00")
        ),
        Mark::Late
    );
}

#[test]
fn a_training_is_announced_twenty_days_before_and_moves_with_its_date() {
    let bench = Bench::new("gbvc");
    let planned = |now: &str, on: &str| {
        let facts = plan_date(
            "gbvc.training.notice",
            date(on),
            "하반기 교육",
            1,
            &bench.context(now),
        )
        .unwrap();
        Duty::fold(number(1), &facts).unwrap()
    };
    let schedule = |on: &str| DutyCommand::Schedule { on: date(on) };
    let announce = DutyCommand::Announce {
        text: "누리집".into(),
    };
    let mut duty = planned("2026-11-02 10:00", "2026-12-15");
    assert_eq!(
        (duty.title.as_str(), duty.period.to_string().as_str()),
        ("하반기 교육", "2026-N1")
    );
    assert_eq!(bench.due(&duty), "2026-11-25");
    bench
        .run(&mut duty, "2026-11-03 10:00", &schedule("2026-12-10"))
        .unwrap();
    assert_eq!(bench.due(&duty), "2026-11-20");
    // The twentieth is over: a later date does not bring it back.
    bench
        .run(&mut duty, "2026-11-21 10:00", &schedule("2027-01-20"))
        .unwrap();
    assert_eq!(bench.due(&duty), "2026-11-20");
    assert_eq!(duty.on(), Some(date("2027-01-20")));
    bench.run(&mut duty, "2026-11-21 11:00", &announce).unwrap();
    assert_eq!(bench.status(&duty, "2026-11-21 11:00"), Status::MetLate);
    assert_eq!(duty.stage, DutyStage::Announced);
    // What came of the training is entered when it took place.
    bench.finish(&mut duty, "2027-01-20 18:00");
    assert_eq!(duty.stage, DutyStage::Done);
    assert_eq!(bench.status(&duty, "2027-01-21 11:00"), Status::MetLate);

    let mut duty = planned("2026-11-02 10:00", "2026-12-15");
    bench.run(&mut duty, "2026-11-25 23:59", &announce).unwrap();
    assert_eq!(bench.status(&duty, "2026-12-31 00:00"), Status::Met);
    // Told in time stays told in time, wherever the training goes.
    bench
        .run(&mut duty, "2026-11-26 10:00", &schedule("2026-12-01"))
        .unwrap();
    assert_eq!(bench.due(&duty), "2026-11-25");
    // Planned too late: the miss stands from the first moment on. Twenty days before Mar 20 of a leap year lies Feb 29.
    assert_eq!(
        bench.status(
            &planned("2026-11-02 10:00", "2026-11-10"),
            "2026-11-02 10:00"
        ),
        Status::Missed
    );
    assert_eq!(
        bench.due(&planned("2028-01-03 10:00", "2028-03-20")),
        "2028-02-29"
    );
}

/// The refusal of a command that changes nothing and says what to do in both languages.
fn refused(bench: &Bench, duty: &Duty, now: &str, command: &DutyCommand) -> Refusal {
    let mut after = duty.clone();
    let refusal = bench.run(&mut after, now, command).unwrap_err();
    assert_eq!(&after, duty);
    assert!(!refusal.say(Lang::Ko).is_empty() && !refusal.say(Lang::En).is_empty());
    refusal
}

fn done() -> DutyCommand {
    DutyCommand::Finish(Box::default())
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
        Refusal::Duty(No::SupervisorNeeded)
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
    for score in ["팔십", "-3", "82,8", "82.8점"] {
        let typed = Completing {
            score: score.into(),
            ..Completing::default()
        };
        assert_eq!(
            refused(&bench, &survey, now, &DutyCommand::Finish(Box::new(typed))),
            Refusal::field(Field::Score, Fault::Form)
        );
    }
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
        Err(Refusal::field(Field::On, Fault::NotAhead))
    );
}

/// A score of an earlier year as it was typed in November 2026.
fn enter(
    bench: &Bench,
    promise: &str,
    period: &str,
    known: Option<DutyNumber>,
) -> Result<Fact<DutyFact>, Refusal> {
    let typed = Completing {
        score: "82.8".into(),
        ..Completing::default()
    };
    let context = bench.context("2026-11-23 10:00");
    enter_earlier(
        promise,
        period.parse().unwrap(),
        &typed,
        None,
        known,
        &context,
    )
}

#[test]
fn scores_of_earlier_years_are_entered_and_set_right() {
    let bench = Bench::new("koreha");
    let fact = enter(&bench, "koreha.survey", "2015", None).unwrap();
    let mut duty = Duty::begin(number(7), &fact).unwrap();
    assert_eq!(bench.deadline(&duty), None);
    assert_eq!(duty.completion.score.unwrap().to_string(), "82.8");
    assert!(!duty.outline().open);
    let correct = |fact, score: &str| DutyCommand::Correct {
        fact,
        text: "보고서와 다름".into(),
        score: score.into(),
        grade: "B".into(),
    };
    let now = "2026-11-23 11:00";
    bench.run(&mut duty, now, &correct(1, "83.1")).unwrap();
    assert_eq!(duty.completion.score.unwrap().to_string(), "83.1");
    assert_eq!(duty.completion.grade, "B");
    assert_eq!(
        bench.run(&mut duty, now, &correct(2, "80")),
        Err(Refusal::Duty(DutyRefusal::NoResultThere(2)))
    );
    assert!(matches!(
        bench.run(&mut duty, now, &done()),
        Err(Refusal::Duty(DutyRefusal::Done { .. }))
    ));
}

#[test]
fn an_earlier_period_is_entered_once_and_only_when_it_is_over() {
    use DutyRefusal as No;
    let bench = Bench::new("koreha");
    let known = Some(number(7));
    let period = |text: &str| text.parse::<Period>().unwrap();
    let taken = No::PeriodKnown {
        period: period("2015"),
        number: number(7),
    };
    let wrong = |given, example| No::WrongPeriod {
        given: period(given),
        example: period(example),
    };
    for (promise, given, known, refusal) in [
        ("koreha.survey", "2015", known, taken),
        (
            "koreha.survey",
            "2026",
            None,
            No::PeriodRuns(period("2026")),
        ),
        ("koreha.survey", "2015-H1", None, wrong("2015-H1", "2026")),
        ("koreha.monitor", "2015", None, wrong("2015", "2026-H2")),
    ] {
        assert_eq!(
            enter(&bench, promise, given, known),
            Err(Refusal::Duty(refusal)),
            "{promise} {given}"
        );
    }
}

#[test]
fn a_year_at_a_glance_shows_the_most_urgent_mark_of_each_month() {
    let bench = Bench::new("kpf");
    let plan = plan(&bench.charter, "kpf.know.faq").unwrap();
    let mut first = bench.begin("kpf.know.faq", "2026-Q1");
    let second = bench.begin("kpf.know.faq", "2026-Q2");
    bench.finish(&mut first, "2026-03-30 10:00");
    let duties = [first, second];
    let deadlines: Vec<_> = duties.iter().map(|duty| bench.deadline(duty)).collect();
    let with = || duties.iter().zip(deadlines.iter().map(Option::as_ref));
    let marks = |months: [Month; 12]| months.map(|month| month.mark);
    let now = (at("2026-07-01 09:00"), date("2026-07-01"));
    let found = marks(year(2026, &plan, &with(), now));
    let mut expected = [None; 12];
    expected[2] = Some(Mark::Done);
    expected[5] = Some(Mark::Overdue);
    expected[11] = Some(Mark::Ahead);
    assert_eq!(found, expected);
    assert_eq!(year(2025, &plan, &with(), now), [Month::default(); 12]);
}
