//! To the minute and the second: units, pauses, and the instant itself.

use super::*;

#[test]
fn every_unit_of_working_time_is_counted_as_such() {
    let calendar = korean();
    for (limit, expected) in [
        ("90 seconds", "2026-11-02 09:01:30"),
        ("45 minutes", "2026-11-02 09:45:00"),
        ("200 minutes", "2026-11-02 13:20:00"),
        ("2 hours", "2026-11-02 11:00:00"),
        ("1 day", "2026-11-02 18:00:00"),
    ] {
        for rule in ["working_hours", "petition_act"] {
            let count = counted(&calendar, rule, limit, "2026-11-02T09:00:00");
            assert_eq!(due(&calendar, &count), expected, "{rule} {limit}");
        }
    }
}

#[test]
fn the_act_counts_from_the_minute_of_the_receipt() {
    let calendar = korean();
    let from = "2026-11-02T14:00:59";
    let act = counted(&calendar, "petition_act", "1 day", from);
    assert_eq!(due(&calendar, &act), "2026-11-03 14:00:00");
    let hours = counted(&calendar, "working_hours", "8 hours", from);
    assert_eq!(due(&calendar, &hours), "2026-11-03 14:00:59");
}

#[test]
fn what_is_due_at_once_is_due_at_that_very_instant() {
    let calendar = korean();
    let mut count = counted(&calendar, "immediate", "1 day", "2026-11-02T14:00:00");
    count.from += chrono::TimeDelta::milliseconds(1_500);
    assert_eq!(calendar.due(&count).unwrap().at, count.from);
}

#[test]
fn several_pauses_of_one_morning_are_each_left_out() {
    let calendar = korean();
    let at = |text: &str| {
        let text = format!("2026-11-02T{text}:00");
        calendar.instant(text.parse().unwrap())
    };
    let exclusions = Exclusions {
        pauses: vec![(at("09:30"), at("10:00")), (at("11:00"), at("11:30"))],
        ..Exclusions::NONE
    };
    for (limit, expected) in [
        ("30 minutes", "2026-11-02 09:30:00"),
        ("1 hour", "2026-11-02 10:30:00"),
        ("90 minutes", "2026-11-02 11:00:00"),
        ("100 minutes", "2026-11-02 11:40:00"),
    ] {
        let count = Count {
            exclusions: &exclusions,
            ..counted(&calendar, "working_hours", limit, "2026-11-02T09:00:00")
        };
        assert_eq!(due(&calendar, &count), expected, "{limit}");
    }
}

#[test]
fn a_receipt_that_counts_from_the_next_opening_says_so() {
    let mut office = OfficeHours::korean();
    office.night_receipt = NightReceipt::NextOpen;
    let calendar = Calendar::new(office, Holidays::korean()).unwrap();
    let opens = |from| {
        let count = counted(&calendar, "petition_act", "7 days", from);
        let lines = calendar.explain(&count).unwrap().lines;
        let mut notes = lines.into_iter().map(|line| line.note);
        notes.find_map(|note| match note {
            DayNote::NightReceipt { opens } => Some(opens.to_string()),
            _ => None,
        })
    };
    assert_eq!(
        opens("2026-11-06T22:10:00"),
        Some("2026-11-09 09:00:00".to_owned())
    );
    assert_eq!(opens("2026-11-06T17:59:00"), None);
}

#[test]
fn what_lies_before_an_instant_is_told_to_the_second() {
    let calendar = korean();
    for (limit, expected) in [
        ("90 seconds", "2026-11-10 14:58:30"),
        ("45 minutes", "2026-11-10 14:15:00"),
        ("30 hours", "2026-11-09 09:00:00"),
    ] {
        let count = counted(&calendar, "before", limit, "2026-11-10T15:00:00");
        assert_eq!(due(&calendar, &count), expected, "{limit}");
    }
    let first = crate::domain::calendar::FIRST_DATE;
    let begins = counted(&calendar, "before", "2 hours", &format!("{first}T02:00:00"));
    assert_eq!(due(&calendar, &begins), format!("{first} 00:00:00"));
    let earlier = counted(&calendar, "before", "3 hours", &format!("{first}T02:00:00"));
    assert_eq!(calendar.due(&earlier), Err(CountError::TooFar));
}
