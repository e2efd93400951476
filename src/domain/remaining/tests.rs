//! What is left, in both languages, at each hour that once was told wrong.

use super::*;
use crate::domain::{calendar::OfficeHours, holidays::Holidays};
use chrono::NaiveDateTime;

fn calendar() -> Calendar {
    Calendar::new(OfficeHours::korean(), Holidays::korean()).unwrap()
}

fn at(calendar: &Calendar, text: &str) -> DateTime<Utc> {
    calendar.instant(NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S").unwrap())
}

#[test]
fn a_bar_means_the_same_for_hours_and_days_and_grows_with_the_time_left() {
    let days = |days, working| Remaining::Days { days, working }.filled();
    let hours = |hours: i64| {
        let seconds = hours * 3600;
        Remaining::Time { seconds }.filled()
    };
    assert!((days(1, 1) - 0.5).abs() < 0.01);
    assert!((days(14, 10) - 1.0).abs() < 1e-9);
    assert!((days(90, 60) - 1.0).abs() < 1e-9);
    assert!((hours(8) - days(3, 1)).abs() < 1e-9, "a weekend is no time");
    assert!((Remaining::Paused { seconds: 7200 }.filled() - hours(2)).abs() < 1e-9);
    let growing = [
        hours(0),
        hours(1),
        hours(4),
        days(1, 1),
        days(3, 3),
        days(7, 5),
    ];
    assert!(growing.is_sorted(), "{growing:?}");
    for nothing in [
        Remaining::Nothing,
        Remaining::Today,
        Remaining::Overdue { seconds: 60 },
    ] {
        assert!(nothing.filled() < 1e-9, "{nothing:?}");
    }
}

fn said(now: &str, due: &str, whole_day: bool) -> (String, String) {
    let calendar = calendar();
    let at = |text| at(&calendar, text);
    let end = at(due);
    let date = calendar.date(end - chrono::TimeDelta::seconds(i64::from(whole_day)));
    let due = Due {
        at: end,
        date,
        whole_day,
    };
    let remaining = Remaining::until(due, at(now), &calendar);
    (remaining.say(Lang::Ko), remaining.say(Lang::En))
}

/// Now, end, whole day, Korean, English.
const UNTIL: &[(&str, &str, bool, &str, &str)] = &[
    // Monday 2026-11-23 is a working day.
    (
        "2026-11-23 14:00:00",
        "2026-11-23 17:40:00",
        false,
        "3시간 40분",
        "3 h 40 min",
    ),
    (
        "2026-11-23 14:00:00",
        "2026-11-23 14:12:00",
        false,
        "12분",
        "12 min",
    ),
    (
        "2026-11-23 14:00:00",
        "2026-11-23 14:00:45",
        false,
        "45초",
        "45 s",
    ),
    (
        "2026-11-23 14:00:00",
        "2026-11-23 14:02:14",
        false,
        "2분 14초",
        "2 min 14 s",
    ),
    // A visitor's timer runs through the lunch break.
    (
        "2026-11-23 11:58:00",
        "2026-11-23 12:05:30",
        false,
        "7분 30초",
        "7 min 30 s",
    ),
    (
        "2026-11-23 14:00:00",
        "2026-11-23 14:00:00",
        false,
        "0분",
        "0 min",
    ),
    (
        "2026-11-23 11:00:00",
        "2026-11-23 14:00:00",
        false,
        "2시간",
        "2 h",
    ),
    // Seven hours over the night are still told in hours, eight are a day.
    (
        "2026-11-23 14:00:00",
        "2026-11-24 11:59:00",
        false,
        "6시간 59분",
        "6 h 59 min",
    ),
    (
        "2026-11-23 14:00:00",
        "2026-11-24 14:00:00",
        false,
        "D-1 (근무 1일)",
        "D-1 (1 working day)",
    ),
    (
        "2026-11-20 14:00:00",
        "2026-11-24 00:00:00",
        true,
        "D-3 (근무 1일)",
        "D-3 (1 working day)",
    ),
    (
        "2026-11-23 14:00:00",
        "2026-11-28 00:00:00",
        true,
        "D-4 (근무 4일)",
        "D-4 (4 working days)",
    ),
    // The whole of the last day, and after its close of business.
    (
        "2026-11-23 09:00:00",
        "2026-11-24 00:00:00",
        true,
        "8시간",
        "8 h",
    ),
    (
        "2026-11-23 18:00:00",
        "2026-11-24 00:00:00",
        true,
        "오늘까지",
        "today",
    ),
    // Nobody works before the end: the clock counts, or the days.
    (
        "2026-11-23 18:30:00",
        "2026-11-23 19:30:00",
        false,
        "1시간",
        "1 h",
    ),
    (
        "2026-11-21 10:00:00",
        "2026-11-23 00:00:00",
        true,
        "D-1 (근무 0일)",
        "D-1 (0 working days)",
    ),
    // The last second is in time, the next is not.
    (
        "2026-11-24 00:00:00",
        "2026-11-24 00:00:00",
        true,
        "오늘까지",
        "today",
    ),
    (
        "2026-11-24 00:00:01",
        "2026-11-24 00:00:00",
        true,
        "초과 1초",
        "1 s over",
    ),
    (
        "2026-11-23 16:00:00",
        "2026-11-22 14:00:00",
        false,
        "초과 1일 2시간",
        "1 d 2 h over",
    ),
    (
        "2026-11-23 16:00:00",
        "2026-11-22 16:00:00",
        false,
        "초과 1일",
        "1 d over",
    ),
    (
        "2026-11-23 16:00:00",
        "2026-11-13 17:00:00",
        false,
        "초과 9일 23시간",
        "9 d 23 h over",
    ),
    (
        "2026-11-23 16:00:00",
        "2026-11-13 06:00:00",
        false,
        "초과 10일",
        "10 d over",
    ),
    (
        "2026-11-23 16:00:00",
        "2026-11-23 13:55:00",
        false,
        "초과 2시간 5분",
        "2 h 5 min over",
    ),
];

#[test]
fn what_is_left_is_told_by_the_working_hours_until_the_end() {
    for (now, due, whole_day, ko, en) in UNTIL {
        assert_eq!(
            said(now, due, *whole_day),
            ((*ko).to_owned(), (*en).to_owned()),
            "{now} {due}"
        );
    }
}

#[test]
fn what_is_stopped_keeps_its_hours_or_whole_days() {
    for (seconds, ko, en) in [
        (11 * 3600, "멈춤 11시간", "paused, 11 h left"),
        (5 * 8 * 3600, "멈춤 5일", "paused, 5 d left"),
        (0, "멈춤 0분", "paused, 0 min left"),
        (-5, "멈춤 0분", "paused, 0 min left"),
        (5400, "멈춤 1시간 30분", "paused, 1 h 30 min left"),
    ] {
        let paused = Remaining::paused(seconds);
        assert_eq!(
            (paused.say(Lang::Ko).as_str(), paused.say(Lang::En).as_str()),
            (ko, en)
        );
    }
    assert_eq!(Remaining::Settled(Status::Met).say(Lang::Ko), "이행");
    assert_eq!(Remaining::Nothing.say(Lang::En), "no deadline");
}
