//! What opens, when it is due, and how a year of it looks.

use super::*;

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
                "koreha.web.info 2026-Q4",
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
                "gbvc.self-evaluation 2026",
                "gbvc.training.experts 2026",
                "gbvc.web.info 2026-Q4",
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
        DutyMark::of(
            &survey,
            bench.deadline(&survey).as_ref(),
            at("2027-06-01 00:00")
        ),
        DutyMark::Late
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
    let marks = |months: [DutyMonth; 12]| months.map(|month| month.mark);
    let now = (at("2026-07-01 09:00"), date("2026-07-01"));
    let found = marks(year(2026, &plan, &with(), now));
    let mut expected = [None; 12];
    expected[2] = Some(DutyMark::Done);
    expected[5] = Some(DutyMark::Overdue);
    expected[11] = Some(DutyMark::Ahead);
    assert_eq!(found, expected);
    assert_eq!(year(2025, &plan, &with(), now), [DutyMonth::default(); 12]);
}
