//! Hours, shifts, closures and days left, on dates that once were counted wrong.

use super::*;
use crate::domain::holidays::{HolidayChange, HolidayEdit, HolidayKind};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn span(start: u16, end: u16) -> Span {
    Span {
        start: start * 60,
        end: end * 60,
    }
}

fn korean() -> Calendar {
    Calendar::new(OfficeHours::korean(), Holidays::korean()).unwrap()
}

#[test]
fn a_shift_goes_before_a_closure_and_both_before_the_weekday() {
    let mut office = OfficeHours::korean();
    office
        .closures
        .insert(day("2026-11-03"), "창립기념일".to_owned());
    office
        .closures
        .insert(day("2026-11-04"), "창립기념일".to_owned());
    let opened = ["2026-11-04", "2026-11-07", "2026-12-25"];
    for date in opened {
        office.shifts.insert(day(date), vec![span(10, 12)]);
    }
    office.shifts.insert(day("2026-11-05"), Vec::new());
    let calendar = Calendar::new(office, Holidays::korean()).unwrap();
    for date in opened {
        assert_eq!(calendar.spans(day(date)), [span(10, 12)], "{date}");
    }
    for closed in ["2026-11-03", "2026-11-05", "2026-11-08", "2026-10-09"] {
        assert!(!calendar.is_working_day(day(closed)), "{closed}");
    }
    // The law asks neither: a closure counts, a Saturday with hours does not.
    assert!(!calendar.is_off_by_law(day("2026-11-03")));
    assert!(calendar.is_off_by_law(day("2026-11-07")));
}

#[test]
fn hours_are_put_in_order_and_an_office_without_any_is_refused() {
    let mut office = OfficeHours::korean();
    office.week = Default::default();
    office.week[0] = vec![span(13, 18), span(9, 12), span(11, 14), span(20, 20)];
    let calendar = Calendar::new(office.clone(), Holidays::none()).unwrap();
    assert_eq!(calendar.spans(day("2026-11-02")), [span(9, 18)]);
    office.week[0].clear();
    assert_eq!(
        Calendar::new(office.clone(), Holidays::none()),
        Err(NeverOpen)
    );
    office.shifts.insert(day("2026-11-02"), vec![span(9, 9)]);
    assert_eq!(Calendar::new(office, Holidays::none()), Err(NeverOpen));
}

#[test]
fn the_office_opens_and_closes_to_the_second() {
    let calendar = korean();
    for (instant, open, next) in [
        (
            "2026-11-02T08:59:59+09:00",
            false,
            "2026-11-02T09:00:00+09:00",
        ),
        (
            "2026-11-02T09:00:00+09:00",
            true,
            "2026-11-02T09:00:00+09:00",
        ),
        (
            "2026-11-02T12:00:00+09:00",
            false,
            "2026-11-02T13:00:00+09:00",
        ),
        (
            "2026-11-06T18:00:00+09:00",
            false,
            "2026-11-09T09:00:00+09:00",
        ),
        (
            "2026-02-13T18:00:00+09:00",
            false,
            "2026-02-19T09:00:00+09:00",
        ),
    ] {
        assert_eq!(calendar.is_open(at(instant)), open, "{instant}");
        assert_eq!(
            calendar.next_opening(at(instant)),
            Some(at(next)),
            "{instant}"
        );
    }
}

#[test]
fn an_office_open_over_midnight_does_not_close_at_midnight() {
    let mut office = OfficeHours::korean();
    office.week = std::array::from_fn(|_| vec![span(0, 24)]);
    let calendar = Calendar::new(office, Holidays::none()).unwrap();
    assert!(calendar.is_open(at("2026-11-03T00:00:00+09:00")));
}

#[test]
fn working_days_left_do_not_include_today() {
    let calendar = korean();
    for (from, to, days) in [
        ("2026-11-05", "2026-11-10", 3),
        ("2026-11-05", "2026-11-05", 0),
        ("2026-11-05", "2026-11-02", 0),
        ("2026-02-13", "2026-02-23", 3),
    ] {
        assert_eq!(
            calendar.counted_days(day(from), day(to)),
            days,
            "{from} {to}"
        );
    }
}

#[test]
fn a_wall_clock_time_that_is_skipped_is_later_and_one_that_comes_twice_is_the_first() {
    for (zone, local, utc) in [
        (
            "Europe/Berlin",
            "2026-03-29T02:30:00",
            "2026-03-29T01:30:00Z",
        ),
        (
            "Europe/Berlin",
            "2026-10-25T02:30:00",
            "2026-10-25T00:30:00Z",
        ),
        (
            "Australia/Lord_Howe",
            "2026-10-04T02:15:00",
            "2026-10-03T15:45:00Z",
        ),
        (
            "Africa/Cairo",
            "2026-04-24T00:00:00",
            "2026-04-23T22:00:00Z",
        ),
        (
            "Pacific/Apia",
            "2011-12-30T12:00:00",
            "2011-12-30T22:00:00Z",
        ),
    ] {
        let mut office = OfficeHours::korean();
        office.zone = zone.parse().unwrap();
        let calendar = Calendar::new(office, Holidays::none()).unwrap();
        let instant = calendar.instant(local.parse().unwrap());
        assert_eq!(instant, at(utc), "{zone} {local}");
    }
}

#[test]
fn hours_inside_a_skipped_hour_are_worked_after_it_and_only_once() {
    let mut office = OfficeHours::korean();
    office.zone = chrono_tz::Europe::Berlin;
    office.week[6] = vec![
        Span {
            start: 135,
            end: 150,
        },
        Span {
            start: 180,
            end: 240,
        },
    ];
    let calendar = Calendar::new(office, Holidays::none()).unwrap();
    let worked = |from, to| calendar.working_seconds(at(from), at(to), &Exclusions::NONE);
    assert_eq!(worked("2026-03-29T00:00:00Z", "2026-03-29T04:00:00Z"), 3600);
    assert_eq!(
        worked("2026-03-22T00:00:00Z", "2026-03-22T04:00:00Z"),
        75 * 60
    );
}

#[test]
fn what_was_known_at_an_instant_stays_known() {
    let edit = |date: &str, change, entered: &str| HolidayEdit {
        date: day(date),
        name: "임시공휴일".to_owned(),
        change,
        source: "관보".to_owned(),
        decided_on: day("2026-11-01"),
        entered_at: at(entered),
    };
    let added = HolidayChange::Added(HolidayKind::Temporary);
    let calendars = Calendars::new(
        OfficeHours::korean(),
        Holidays::korean(),
        vec![
            edit("2026-11-16", HolidayChange::Removed, "2026-11-05T00:00:00Z"),
            edit("2026-11-16", added, "2026-11-03T00:00:00Z"),
            edit("2026-11-17", added, "2026-11-03T00:00:00Z"),
        ],
    )
    .unwrap();
    let known = |instant| {
        let calendar = calendars.as_of(at(instant));
        ["2026-11-16", "2026-11-17"].map(|date| calendar.is_working_day(day(date)))
    };
    assert_eq!(known("2026-11-02T23:59:59Z"), [true, true]);
    assert_eq!(known("2026-11-03T00:00:00Z"), [false, false]);
    assert_eq!(known("2026-11-05T00:00:00Z"), [true, false]);
    assert_eq!(calendars.now(), calendars.as_of(at("2030-01-01T00:00:00Z")));
}

#[test]
fn revised_hours_hold_from_their_date_and_are_known_from_their_adoption() {
    let mut short = OfficeHours::korean();
    for spans in &mut short.week {
        *spans = vec![span(10, 12)];
    }
    short.closures.insert(day("2026-12-02"), "이사".to_owned());
    let revision = HoursRevision {
        since: day("2026-12-01"),
        adopted_at: at("2026-11-20T00:00:00Z"),
        office: short,
    };
    let history = Calendars::revised(
        OfficeHours::korean(),
        Holidays::korean(),
        Vec::new(),
        vec![revision],
    )
    .unwrap();
    let calendar = history.now();
    let usual = [span(9, 12), span(13, 18)];
    for (date, spans) in [
        ("2026-11-30", &usual[..]),
        ("2026-12-01", &[span(10, 12)]),
        ("2026-12-02", &[]),
        // The revision opens Saturdays; Christmas stays a holiday.
        ("2026-12-05", &[span(10, 12)]),
        ("2026-12-25", &[]),
    ] {
        assert_eq!(calendar.spans(day(date)), spans, "{date}");
    }
    // Monday 17:00 to Tuesday 11:00: one hour of each.
    assert_eq!(
        calendar.working_seconds(
            at("2026-11-30T08:00:00Z"),
            at("2026-12-01T02:00:00Z"),
            &Exclusions::NONE
        ),
        2 * 3600
    );
    // Before the adoption nobody knew.
    let before = history.as_of(at("2026-11-19T00:00:00Z"));
    assert_eq!(before.spans(day("2026-12-01")), usual);
}

#[test]
fn of_two_revisions_for_one_date_the_later_adopted_holds() {
    let hours = |start| {
        let mut office = OfficeHours::korean();
        office.week[1] = vec![span(start, 18)];
        office
    };
    let revision = |since: &str, adopted: &str, start| HoursRevision {
        since: day(since),
        adopted_at: at(adopted),
        office: hours(start),
    };
    let history = Calendars::revised(
        OfficeHours::korean(),
        Holidays::none(),
        Vec::new(),
        vec![
            revision("2026-12-01", "2026-11-20T00:00:00Z", 10),
            revision("2026-12-01", "2026-11-21T00:00:00Z", 11),
            // Adopted last, for the time before: what was to hold from December on still does.
            revision("2026-11-24", "2026-11-22T00:00:00Z", 8),
        ],
    )
    .unwrap();
    let calendar = history.now();
    for (date, start) in [("2026-11-24", 8), ("2026-12-01", 11), ("2026-12-08", 11)] {
        assert_eq!(calendar.spans(day(date)), [span(start, 18)], "{date}");
    }
    assert_eq!(calendar.spans(day("2026-11-17")).len(), 2);
}

#[test]
fn an_office_that_a_revision_leaves_without_weekly_hours_is_open_up_to_then() {
    let mut few = OfficeHours::korean();
    few.week = Default::default();
    few.shifts.insert(day("2026-12-10"), vec![span(9, 12)]);
    let calendar = korean().revised(day("2026-12-01"), few);
    assert_eq!(calendar.last_open_date(), Some(day("2026-12-10")));
    assert_eq!(
        calendar.next_opening(at("2026-11-30T09:30:00Z")),
        Some(at("2026-12-10T00:00:00Z"))
    );
}
