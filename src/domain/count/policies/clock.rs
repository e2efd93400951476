//! What an account says of the clock: when the office opens, how long it runs, how long it stood still.

use super::*;

fn notes(calendar: &Calendar, count: &Count) -> Vec<DayNote> {
    let lines = calendar.explain(count).unwrap().lines;
    lines.into_iter().map(|line| line.note).collect()
}

#[test]
fn the_opening_is_told_to_those_who_came_before_it() {
    let calendar = korean();
    for (from, told) in [("08:59", true), ("09:00", false), ("10:00", false)] {
        let from = format!("2026-11-02T{from}:00");
        let count = counted(&calendar, "working_hours", "1 hour", &from);
        let notes = notes(&calendar, &count);
        let opens = notes
            .iter()
            .any(|note| matches!(note, DayNote::Opens { .. }));
        assert_eq!(opens, told, "{from}");
    }
}

#[test]
fn the_wall_clock_runs_for_so_long_and_stood_still_for_so_long() {
    let calendar = korean();
    let instant = |text: &str| calendar.instant(text.parse().unwrap());
    let nine_hours = Exclusions {
        pauses: vec![(
            instant("2026-11-03T00:00:00"),
            instant("2026-11-03T09:00:00"),
        )],
        ..Exclusions::NONE
    };
    let runs = DayNote::Clock { seconds: 24 * 3600 };
    let stood = DayNote::Stopped { seconds: 9 * 3600 };
    let count = counted(&calendar, "elapsed", "24 hours", "2026-11-02T10:00:00");
    let whole = notes(&calendar, &count);
    assert!(whole.contains(&runs));
    let stops = |note: &DayNote| matches!(note, DayNote::Stopped { .. });
    assert!(!whole.iter().any(stops), "{whole:?}");
    let count = Count {
        exclusions: &nine_hours,
        ..count
    };
    let paused = notes(&calendar, &count);
    assert!(paused.contains(&runs));
    assert!(paused.contains(&stood), "{paused:?}");
}

#[test]
fn the_wall_clock_runs_to_the_last_instant_of_the_calendar() {
    let calendar = korean();
    let ends = |limit| {
        let count = counted(&calendar, "elapsed", limit, "9999-12-29T00:00:00");
        let due = calendar.due(&count);
        due.map(|due| calendar.local(due.at).to_string())
    };
    assert_eq!(ends("24 hours"), Ok("9999-12-30 00:00:00".to_owned()));
    assert_eq!(ends("25 hours"), Err(CountError::TooFar));
}

/// Fri 2026-11-06 is a working day, Mon 09 the next.
#[test]
fn the_same_day_says_why_it_is_another_one() {
    let mut office = OfficeHours::korean();
    office.cutoff = chrono::NaiveTime::from_hms_opt(17, 0, 0);
    let (calendar, early) = (korean(), Calendar::new(office, Holidays::korean()).unwrap());
    let instant = |text: &str| calendar.instant(text.parse().unwrap());
    let afternoon = Exclusions {
        pauses: vec![(
            instant("2026-11-06T13:00:00"),
            instant("2026-11-06T18:00:00"),
        )],
        ..Exclusions::NONE
    };
    let weekend = [
        (day("2026-11-07"), ExclusionReason::Saturday),
        (day("2026-11-08"), ExclusionReason::Sunday),
    ];
    for (calendar, time, exclusions, first) in [
        (
            &calendar,
            "18:00",
            &Exclusions::NONE,
            ExclusionReason::AfterHours,
        ),
        (
            &calendar,
            "19:00",
            &Exclusions::NONE,
            ExclusionReason::AfterHours,
        ),
        (&calendar, "14:00", &afternoon, ExclusionReason::Paused),
        (
            &early,
            "17:00",
            &Exclusions::NONE,
            ExclusionReason::AfterCutoff,
        ),
    ] {
        let from = format!("2026-11-06T{time}:00");
        let count = Count {
            exclusions,
            ..counted(calendar, "same_day", "1 day", &from)
        };
        let lines = calendar.explain(&count).unwrap().lines.into_iter();
        let left_out = lines.filter_map(|line| match line.note {
            DayNote::NotCounted(why) => Some((line.date, why)),
            _ => None,
        });
        let friday = (day("2026-11-06"), first);
        let expected = [&[friday][..], &weekend].concat();
        assert_eq!(left_out.collect::<Vec<_>>(), expected, "{time}");
        assert_eq!(due(calendar, &count), "2026-11-09 18:00:00", "{time}");
    }
}

#[test]
fn each_day_to_which_the_same_day_was_extended_is_numbered() {
    let calendar = korean();
    let numbers = |extensions: &[u32]| {
        let count = Count {
            extensions,
            ..counted(&calendar, "same_day", "1 day", "2026-11-02T10:00:00")
        };
        let counted = notes(&calendar, &count)
            .into_iter()
            .filter_map(|note| match note {
                DayNote::Counted { nth } => Some(nth),
                _ => None,
            });
        counted.collect::<Vec<_>>()
    };
    assert_eq!(numbers(&[]), [1]);
    assert_eq!(numbers(&[2]), [1, 2, 3]);
}
