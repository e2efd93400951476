//! What is entered from before the desk was there.

use super::*;

/// A score of an earlier year as it was typed in November 2026.
fn enter(
    bench: &Bench,
    promise: &str,
    period: &str,
    known: Option<DutyNumber>,
) -> Result<Fact<DutyFact>, Refusal> {
    let typed = CompletionInput {
        score: "82.8".into(),
        ..CompletionInput::default()
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
fn what_was_done_before_its_period_began_or_is_not_done_yet_is_refused() {
    let bench = Bench::new("koreha");
    let context = bench.context("2026-11-23 10:00");
    let typed = CompletionInput::default();
    let period = "2015".parse().unwrap();
    let enter = |on: &str| {
        let on = Some(date(on));
        enter_earlier("koreha.survey", period, &typed, on, None, &context)
    };
    // What is published after its period still belongs to it.
    for fine in ["2015-01-01", "2015-12-31", "2016-02-10", "2026-11-23"] {
        assert!(enter(fine).is_ok(), "{fine}");
    }
    let before = enter("2014-12-31");
    assert!(
        matches!(&before, Err(Refusal::Fields(faults))
            if matches!(faults[0].fault, ValueFault::Before { .. }) && faults[0].field == Field::At),
        "{before:?}"
    );
    assert_eq!(
        enter("2026-11-24"),
        Err(Refusal::field(Field::At, ValueFault::Future))
    );
}
