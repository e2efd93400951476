//! Times in full and as people say them, on Monday 2026-11-23 at 10:20 in Seoul.

use super::*;

const CLOCK: OfficeClock = OfficeClock {
    zone: chrono_tz::Asia::Seoul,
    now: DateTime::from_timestamp(1_795_396_800, 0).unwrap(),
};

/// As the office's clock shows it.
fn shown(text: &str) -> Option<String> {
    let local = |at: DateTime<Utc>| at.with_timezone(&CLOCK.zone).naive_local();
    let at = CLOCK.moment(text).map(local);
    at.map(|at| at.format("%Y-%m-%d %H:%M").to_string())
}

#[test]
fn a_time_in_full_is_read_in_the_zone_of_the_office() {
    let at = |text| moment(text, CLOCK.zone).map(|at| at.to_rfc3339());
    let expected = Some("2026-11-23T05:00:00+00:00".to_owned());
    for text in [
        " 2026-11-23 14:00 ",
        "2026-11-23T14:00:00",
        "2026-11-23T14:00:00+09:00",
    ] {
        assert_eq!(at(text), expected, "{text}");
    }
    let midnight = Some("2026-11-23T15:00:00+00:00".to_owned());
    for text in [
        "2026-11-23 24:00",
        "2026-11-23T24:00:00",
        "2026-11-23T24:00:00+09:00",
    ] {
        assert_eq!(at(text), midnight, "{text}");
    }
    for text in [
        "",
        "2026-11-23",
        "2026-02-30 10:00",
        "2026-02-30 24:00",
        "2026-11-23 24:01",
        "14:00",
        "내일",
    ] {
        assert_eq!(at(text), None, "{text}");
    }
    assert_eq!(day("2026.11.30"), NaiveDate::from_ymd_opt(2026, 11, 30));
    assert_eq!(day("2026-11-31"), None);
}

#[test]
fn a_time_is_read_as_people_say_it() {
    assert_eq!(shown("+0m").as_deref(), Some("2026-11-23 10:20"));
    for (typed, expected) in [
        ("14:00", "2026-11-23 14:00"),
        ("9:05", "2026-11-23 09:05"),
        ("１４：００", "2026-11-23 14:00"),
        ("24:00", "2026-11-24 00:00"),
        ("14시", "2026-11-23 14:00"),
        ("14시 30분", "2026-11-23 14:30"),
        ("오후 2시 반", "2026-11-23 14:30"),
        ("오전 12시", "2026-11-23 00:00"),
        ("2:30 pm", "2026-11-23 14:30"),
        ("어제 14:00", "2026-11-22 14:00"),
        ("그제 오후 2시", "2026-11-21 14:00"),
        ("내일 24:00", "2026-11-25 00:00"),
        ("yesterday 9:00", "2026-11-22 09:00"),
        ("11-30 14:00", "2026-11-30 14:00"),
        ("11/30 14:00", "2026-11-30 14:00"),
        ("11월 30일 14시", "2026-11-30 14:00"),
        ("1-4 14:00", "2027-01-04 14:00"),
        ("2026.11.30 14:00", "2026-11-30 14:00"),
        ("+3d", "2026-11-26 10:20"),
        ("-2h", "2026-11-23 08:20"),
        ("-30m", "2026-11-23 09:50"),
        ("+1w 14:00", "2026-11-30 14:00"),
    ] {
        assert_eq!(shown(typed).as_deref(), Some(expected), "{typed}");
    }
    for typed in [
        "",
        "어제",
        "14",
        "25:00",
        "24:01",
        "14:60",
        "오후 14시",
        "3d",
        "+3",
        "+3d4",
        "2-30 10:00",
        "언젠가 14:00",
        "14:00 어제",
        "+99999999999d",
        "+2000000000d",
    ] {
        assert_eq!(shown(typed), None, "{typed}");
    }
}

#[test]
fn a_day_is_read_as_people_say_it() {
    for (typed, expected) in [
        ("2026-12-01", Some("2026-12-01")),
        ("오늘", Some("2026-11-23")),
        ("어제", Some("2026-11-22")),
        ("모레", Some("2026-11-25")),
        ("12-1", Some("2026-12-01")),
        ("1/4", Some("2027-01-04")),
        ("12월 1일", Some("2026-12-01")),
        ("+3d", Some("2026-11-26")),
        ("+1w", Some("2026-11-30")),
        ("-2h", None),
        ("14:00", None),
        ("2-30", None),
        ("", None),
    ] {
        let day = CLOCK.day(typed).map(|day| day.to_string());
        assert_eq!(day.as_deref(), expected, "{typed}");
    }
}
