//! Where the law or the design had to be read one way or another: each reading with its example, and what is said of it.

mod clock;
mod exact;
mod reasons;

use super::*;
use crate::domain::{
    calendar::{OfficeHours, Span},
    holidays::Holidays,
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn korean() -> Calendar {
    Calendar::new(OfficeHours::korean(), Holidays::korean()).unwrap()
}

fn counted<'a>(calendar: &Calendar, rule: &str, limit: &str, from: &str) -> Count<'a> {
    static NOTHING: Exclusions = Exclusions::NONE;
    Count {
        rule: rule.parse().unwrap(),
        limit: limit.parse().unwrap(),
        from: calendar.instant(from.parse().unwrap()),
        exclusions: &NOTHING,
        extensions: &[],
    }
}

/// The answer: a date for a whole day, else the time on the wall clock.
fn due(calendar: &Calendar, count: &Count) -> String {
    let due = calendar.due(count).unwrap();
    if due.whole_day {
        due.date.to_string()
    } else {
        calendar.local(due.at).to_string()
    }
}

#[test]
fn a_closure_stops_work_and_not_the_days_of_the_law() {
    let mut office = OfficeHours::korean();
    let reason = "창립기념일".to_owned();
    office.closures.insert(day("2026-11-03"), reason);
    let calendar = Calendar::new(office, Holidays::korean()).unwrap();
    for (rule, limit, expected) in [
        ("petition_act", "7 days", "2026-11-10"),
        ("petition_act", "1 week", "2026-11-09"),
        ("civil", "1 days", "2026-11-03"),
        ("petition_act", "1 day", "2026-11-04 10:00:00"),
        ("working_hours", "8 hours", "2026-11-04 10:00:00"),
        ("working_hours", "1 day", "2026-11-04 10:00:00"),
        ("working_days", "1 day", "2026-11-04"),
    ] {
        let count = counted(&calendar, rule, limit, "2026-11-02T10:00:00");
        assert_eq!(due(&calendar, &count), expected, "{rule} {limit}");
    }
    let evening = counted(&calendar, "same_day", "1 day", "2026-11-02T19:00:00");
    assert_eq!(due(&calendar, &evening), "2026-11-04 18:00:00");
}

#[test]
fn hours_on_a_saturday_are_worked_but_are_no_days_of_the_law() {
    let mut office = OfficeHours::korean();
    office.shifts.insert(
        day("2026-11-07"),
        vec![Span {
            start: 540,
            end: 780,
        }],
    );
    let calendar = Calendar::new(office, Holidays::korean()).unwrap();
    for (rule, limit, expected) in [
        ("petition_act", "immediate", "2026-11-07 11:00:00"),
        ("petition_act", "3 hours", "2026-11-07 11:00:00"),
        ("petition_act", "1 day", "2026-11-09 17:00:00"),
        ("petition_act", "6 days", "2026-11-13"),
        ("working_hours", "8 hours", "2026-11-09 12:00:00"),
        ("working_days", "1 day", "2026-11-07"),
    ] {
        let count = counted(&calendar, rule, limit, "2026-11-06T17:00:00");
        assert_eq!(due(&calendar, &count), expected, "{rule} {limit}");
    }
}

#[test]
fn before_is_a_whole_day_or_the_instant_itself() {
    let calendar = korean();
    let before = |limit| Count {
        limit,
        ..counted(&calendar, "before", "1 day", "2026-11-10T15:00:00")
    };
    for (limit, expected) in [
        (Limit::new(0, Unit::Days), "2026-11-10 15:00:00"),
        (Limit::IMMEDIATE, "2026-11-10 15:00:00"),
        (Limit::new(2, Unit::Hours), "2026-11-10 13:00:00"),
        (Limit::new(1, Unit::Days), "2026-11-09"),
        (Limit::new(20, Unit::Days), "2026-10-21"),
        (Limit::new(1, Unit::Weeks), "2026-11-03"),
        (Limit::new(1, Unit::Months), "2026-10-10"),
    ] {
        assert_eq!(due(&calendar, &before(limit)), expected, "{limit}");
    }
    let now = counted(&calendar, "immediate", "1 day", "2026-11-10T15:00:01");
    assert_eq!(due(&calendar, &now), "2026-11-10 15:00:01");
}

#[test]
fn an_extension_never_changes_the_way_of_counting() {
    let calendar = korean();
    for (rule, limit, extension, expected) in [
        ("petition_act", "3 days", 3, "2026-11-10 14:00:00"),
        ("petition_act", "7 days", 7, "2026-11-19"),
        ("petition_act", "3 hours", 1, "2026-11-03 17:00:00"),
        ("petition_act", "1 week", 1, "2026-11-16"),
        ("petition_act", "1 month", 1, "2027-01-04"),
        ("working_hours", "1 hour", 1, "2026-11-03 15:00:00"),
        ("elapsed", "1 hour", 1, "2026-11-03 15:00:00"),
        ("same_day", "1 day", 1, "2026-11-03 18:00:00"),
    ] {
        let count = Count {
            extensions: &[extension],
            ..counted(&calendar, rule, limit, "2026-11-02T14:00:00")
        };
        assert_eq!(due(&calendar, &count), expected, "{rule} {limit}");
    }
}

#[test]
fn exclusions_cut_every_rule() {
    let calendar = korean();
    let out = Exclusions {
        days_out: vec![(day("2026-11-03"), day("2026-11-03"))],
        ..Exclusions::NONE
    };
    let hours = |from: &str, to: &str| {
        let instant = |text: &str| calendar.instant(text.parse().unwrap());
        (instant(from), instant(to))
    };
    let paused = Exclusions {
        pauses: vec![hours("2026-11-03T09:00:00", "2026-11-03T18:00:00")],
        ..Exclusions::NONE
    };
    for (rule, limit, with_day_out, with_pause) in [
        ("petition_act", "7 days", "2026-11-11", "2026-11-11"),
        ("petition_act", "1 week", "2026-11-09", "2026-11-09"),
        (
            "petition_act",
            "1 day",
            "2026-11-04 10:00:00",
            "2026-11-04 10:00:00",
        ),
        (
            "working_hours",
            "8 hours",
            "2026-11-04 10:00:00",
            "2026-11-04 10:00:00",
        ),
        ("working_days", "1 day", "2026-11-04", "2026-11-04"),
        ("civil", "2 days", "2026-11-05", "2026-11-05"),
        (
            "elapsed",
            "24 hours",
            "2026-11-04 10:00:00",
            "2026-11-03 19:00:00",
        ),
        (
            "elapsed",
            "1 day",
            "2026-11-04 10:00:00",
            "2026-11-03 19:00:00",
        ),
    ] {
        for (exclusions, expected) in [(&out, with_day_out), (&paused, with_pause)] {
            let count = Count {
                exclusions,
                ..counted(&calendar, rule, limit, "2026-11-02T10:00:00")
            };
            assert_eq!(due(&calendar, &count), expected, "{rule} {limit}");
        }
    }
    let evening = Count {
        exclusions: &out,
        ..counted(&calendar, "same_day", "1 day", "2026-11-02T19:00:00")
    };
    assert_eq!(due(&calendar, &evening), "2026-11-04 18:00:00");
}

#[test]
fn a_day_of_the_wall_clock_is_not_always_24_hours() {
    let mut office = OfficeHours::korean();
    office.zone = chrono_tz::Europe::Berlin;
    let calendar = Calendar::new(office, Holidays::none()).unwrap();
    let from = "2026-03-28T12:00:00";
    let day = counted(&calendar, "elapsed", "1 day", from);
    assert_eq!(due(&calendar, &day), "2026-03-29 12:00:00");
    let hours = counted(&calendar, "elapsed", "24 hours", from);
    assert_eq!(due(&calendar, &hours), "2026-03-29 13:00:00");
}

#[test]
fn what_cannot_be_counted_says_so() {
    let calendar = korean();
    for (rule, limit) in [
        ("working_hours", "1 week"),
        ("working_days", "3 hours"),
        ("civil", "immediate"),
    ] {
        let count = counted(&calendar, rule, limit, "2026-11-02T10:00:00");
        let error = calendar.due(&count).unwrap_err();
        assert!(matches!(error, CountError::UnitDoesNotFit { .. }), "{rule}");
        assert!(error.say(Lang::En).contains(&count.rule.say(Lang::En)));
    }
    let mut office = OfficeHours::korean();
    let hours = std::mem::take(&mut office.week)[0].clone();
    office.shifts.insert(day("2026-11-02"), hours);
    let calendar = Calendar::new(office, Holidays::korean()).unwrap();
    for (rule, limit, error) in [
        ("working_hours", "8 hours", CountError::NeverOpen),
        ("working_days", "1 day", CountError::NeverOpen),
        ("elapsed", "8000 years", CountError::TooFar),
        ("petition_act", "4000000 days", CountError::TooFar),
        ("working_hours", "4000000000 hours", CountError::TooFar),
    ] {
        let count = counted(&calendar, rule, limit, "2026-11-02T10:00:00");
        assert_eq!(calendar.due(&count), Err(error), "{rule} {limit}");
    }
}

#[test]
fn every_day_is_accounted_for() {
    let calendar = korean();
    let said = |count: &Count, lang| {
        let explanation = calendar.explain(count).unwrap();
        let lines: Vec<_> = explanation
            .lines
            .iter()
            .map(|line| line.say(lang))
            .collect();
        lines.join("\n")
    };
    let days = counted(&calendar, "petition_act", "7 days", "2026-10-01T10:00:00");
    assert_eq!(
        said(&days, Lang::Ko),
        "2026-10-01 (목) 10:00 시작 (민원처리법 제19조)\n\
         2026-10-01 (목) 1일째\n\
         2026-10-02 (금) 2일째\n\
         2026-10-03 (토) 제외: 공휴일(개천절)\n\
         2026-10-04 (일) 제외: 일요일\n\
         2026-10-05 (월) 제외: 공휴일(개천절 대체공휴일)\n\
         2026-10-06 (화) 3일째\n\
         2026-10-07 (수) 4일째\n\
         2026-10-08 (목) 5일째\n\
         2026-10-09 (금) 제외: 공휴일(한글날)\n\
         2026-10-10 (토) 제외: 토요일\n\
         2026-10-11 (일) 제외: 일요일\n\
         2026-10-12 (월) 6일째\n\
         2026-10-13 (화) 7일째\n\
         2026-10-13 (화) 기한 (24:00까지)"
    );
    let hours = counted(&calendar, "working_hours", "9 hours", "2026-11-06T08:30:00");
    assert_eq!(
        said(&hours, Lang::En),
        "2026-11-06 (Fri) 08:30 start (working hours)\n\
         2026-11-06 (Fri) not yet open: counts from 09:00\n\
         2026-11-06 (Fri) 8 h worked, 1 h left\n\
         2026-11-07 (Sat) not counted: Saturday\n\
         2026-11-08 (Sun) not counted: Sunday\n\
         2026-11-09 (Mon) 1 h worked, 0 min left\n\
         2026-11-09 (Mon) due at 10:00"
    );
    let week = counted(&calendar, "civil", "7 days", "2026-02-09T10:00:00");
    assert_eq!(
        said(&week, Lang::Ko),
        "2026-02-09 (월) 10:00 시작 (민법 기간)\n\
         2026-02-09 (월) 제외: 첫날 불산입\n\
         2026-02-10 (화) 기산일, 역에 따라 2026-02-16 (월)까지\n\
         2026-02-16 (월) 기간의 말일이나 공휴일(설날 전날): 다음 날로\n\
         2026-02-17 (화) 기간의 말일이나 공휴일(설날): 다음 날로\n\
         2026-02-18 (수) 기간의 말일이나 공휴일(설날 다음날): 다음 날로\n\
         2026-02-19 (목) 기한 (24:00까지)"
    );
}

#[test]
fn a_long_account_is_folded() {
    let calendar = korean();
    let count = counted(
        &calendar,
        "working_days",
        "2500 days",
        "2026-11-02T10:00:00",
    );
    let lines = calendar.explain(&count).unwrap().lines;
    assert!(lines.len() < 90, "{}", lines.len());
    let folded = lines.iter().find_map(|line| {
        let DayNote::Folded { lines, .. } = line.note else {
            return None;
        };
        Some(lines)
    });
    assert!(folded.unwrap() > 3000);
}
