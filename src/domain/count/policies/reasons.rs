//! Why a day does not count, where a named day ends, and what lies beyond the calendar.

use super::*;

/// The days of an explanation that do not count, with the reason.
fn left_out(calendar: &Calendar, count: &Count) -> Vec<(String, ExclusionReason)> {
    let lines = calendar.explain(count).unwrap().lines.into_iter();
    let whys = lines.filter_map(|line| match line.note {
        DayNote::NotCounted(why) => Some((line.date.to_string(), why)),
        _ => None,
    });
    whys.collect()
}

fn out_on(date: &str) -> Exclusions {
    Exclusions {
        days_out: vec![(day(date), day(date))],
        ..Exclusions::NONE
    }
}

fn paused(calendar: &Calendar, from: &str, to: &str) -> Exclusions {
    let instant = |text: &str| calendar.instant(text.parse().unwrap());
    Exclusions {
        pauses: vec![(instant(from), instant(to))],
        ..Exclusions::NONE
    }
}

#[test]
fn a_day_that_does_not_count_has_its_own_reason() {
    let mut office = OfficeHours::korean();
    let reason = "창립기념일".to_owned();
    office.closures.insert(day("2026-11-03"), reason.clone());
    let calendar = Calendar::new(office.clone(), Holidays::korean()).unwrap();
    let morning = (
        office.week[0].clone(),
        "2026-11-04T09:00:00",
        "2026-11-04T18:00:00",
    );
    let (hours, from, to) = morning;
    let pause = paused(&calendar, from, to);
    let out = out_on("2026-11-04");
    for (rule, limit, exclusions, expected) in [
        ("working_hours", "16 hours", &out, ExclusionReason::DayOut),
        ("working_hours", "16 hours", &pause, ExclusionReason::Paused),
        ("working_days", "2 days", &out, ExclusionReason::DayOut),
        ("working_days", "2 days", &pause, ExclusionReason::Paused),
        ("petition_act", "6 days", &out, ExclusionReason::DayOut),
        ("petition_act", "6 days", &pause, ExclusionReason::Paused),
        ("petition_act", "2 days", &out, ExclusionReason::DayOut),
    ] {
        let count = Count {
            exclusions,
            ..counted(&calendar, rule, limit, "2026-11-02T09:00:00")
        };
        let whys = left_out(&calendar, &count);
        let of_the_day = whys.iter().find(|(date, _)| date == "2026-11-04");
        let said = of_the_day.map(|(_, why)| why);
        assert_eq!(said, Some(&expected), "{rule} {limit}");
        let closed = whys.iter().find(|(date, _)| date == "2026-11-03");
        let closed = closed.map(|(_, why)| why.clone());
        let by_law = rule == "petition_act" && limit == "6 days";
        let closure = (!by_law).then(|| ExclusionReason::Closure(reason.clone()));
        assert_eq!(closed, closure, "{rule} {limit}");
    }
    // Hours of their own open a date on which the body is closed otherwise.
    office.shifts.insert(day("2026-11-03"), hours);
    let calendar = Calendar::new(office, Holidays::korean()).unwrap();
    let out = out_on("2026-11-03");
    let count = Count {
        exclusions: &out,
        ..counted(
            &calendar,
            "working_hours",
            "16 hours",
            "2026-11-02T09:00:00",
        )
    };
    let expected = ("2026-11-03".to_owned(), ExclusionReason::DayOut);
    assert_eq!(left_out(&calendar, &count), [expected]);
}

#[test]
fn why_the_office_is_closed_is_known_of_a_day_off_alone() {
    let calendar = korean();
    let why = |date| calendar.why_closed(day(date));
    assert_eq!(why("2026-11-06"), None);
    assert_eq!(why("2026-11-07"), Some(ExclusionReason::Saturday));
    assert_eq!(why("2026-11-08"), Some(ExclusionReason::Sunday));
    let name = "기독탄신일".to_owned();
    assert_eq!(why("2026-12-25"), Some(ExclusionReason::Holiday(name)));
}

#[test]
fn a_named_day_that_is_off_ends_with_the_next_that_is_not() {
    let calendar = korean();
    for (named, end) in [
        ("2026-11-13", "2026-11-13"),
        ("2026-11-14", "2026-11-16"),
        ("2026-12-25", "2026-12-28"),
    ] {
        let due = calendar.named_end(day(named)).unwrap();
        assert_eq!((due.date, due.whole_day), (day(end), true), "{named}");
    }
}

#[test]
fn a_day_without_hours_is_out_where_a_pause_covers_all_of_it() {
    let mut office = OfficeHours::korean();
    let reason = "창립기념일".to_owned();
    office.closures.insert(day("2026-11-03"), reason);
    let calendar = Calendar::new(office, Holidays::korean()).unwrap();
    for (to, expected) in [
        ("2026-11-03T23:00:00", "2026-11-09"),
        ("2026-11-04T00:00:00", "2026-11-10"),
    ] {
        let pause = paused(&calendar, "2026-11-03T00:00:00", to);
        let count = Count {
            exclusions: &pause,
            ..counted(&calendar, "petition_act", "6 days", "2026-11-02T10:00:00")
        };
        assert_eq!(due(&calendar, &count), expected, "{to}");
    }
}

#[test]
fn the_end_of_the_calendar_is_no_closed_office() {
    let open = korean();
    let mut office = OfficeHours::korean();
    let hours = std::mem::take(&mut office.week)[0].clone();
    office.shifts.insert(day("9999-11-01"), hours);
    let closing = Calendar::new(office, Holidays::korean()).unwrap();
    let from = "9999-11-01T10:00:00";
    for (calendar, rule, error) in [
        (&open, "working_days", CountError::TooFar),
        (&open, "petition_act", CountError::TooFar),
        (&closing, "working_days", CountError::NeverOpen),
        (&closing, "petition_act", CountError::TooFar),
    ] {
        let count = counted(calendar, rule, "50 days", from);
        assert_eq!(calendar.due(&count), Err(error), "{rule}");
    }
    // The last period that fits is counted.
    let exclusions = out_on("2026-11-04");
    let count = Count {
        exclusions: &exclusions,
        ..counted(&open, "civil", "29 days", "9999-11-30T10:00:00")
    };
    assert_eq!(due(&open, &count), "9999-12-29");
}

/// Forty lines are kept at either end: here the start and a line for each day, so that 57 days of the law from a Monday are
/// the last whole account.
#[test]
fn a_long_account_leaves_out_what_lies_between_its_first_and_last_lines() {
    let calendar = Calendar::new(OfficeHours::korean(), Holidays::none()).unwrap();
    for (limit, lines, folded) in [
        ("57 days", 81, None),
        ("58 days", 82, Some((1, "2026-12-11", "2026-12-11"))),
        ("60 days", 82, Some((3, "2026-12-11", "2026-12-13"))),
    ] {
        let count = counted(&calendar, "petition_act", limit, "2026-11-02T10:00:00");
        let account = calendar.explain(&count).unwrap().lines;
        assert_eq!(account.len(), lines, "{limit}");
        let found = account.iter().find_map(|line| match line.note {
            DayNote::Folded { lines, until } => Some((lines, line.date, until)),
            _ => None,
        });
        let folded = folded.map(|(lines, from, until)| (lines, day(from), day(until)));
        assert_eq!(found, folded, "{limit}");
    }
}

#[test]
fn an_account_begins_with_the_start_and_not_with_the_day_before() {
    let calendar = korean();
    for rule in ["working_hours", "petition_act", "same_day", "working_days"] {
        let count = counted(&calendar, rule, "2 days", "2026-11-02T10:00:00");
        let lines = calendar.explain(&count).unwrap().lines;
        let dates: Vec<NaiveDate> = lines.iter().map(|line| line.date).collect();
        assert!(dates.is_sorted(), "{rule}: {dates:?}");
    }
}
