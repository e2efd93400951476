//! What a period of the law or of the charter can be lengthened by.

use super::*;
use crate::words::{Lang, Say};

fn handling(source: Source, limit: &str) -> Deadline {
    let start = DateTime::UNIX_EPOCH;
    Deadline {
        limit: limit.parse().unwrap(),
        met_by: vec![MetBy::Result],
        ..blank(source, 1, start, start)
    }
}

#[test]
fn an_extension_is_measured_by_the_days_of_its_period() {
    for (limit, days) in [
        ("90 seconds", 0),
        ("45 minutes", 0),
        ("7 hours", 0),
        ("8 hours", 1),
        ("20 hours", 2),
        ("7 days", 7),
        ("2 weeks", 14),
        ("3 months", 90),
        ("2 years", 730),
    ] {
        let charter = handling(Source::Charter, limit);
        assert_eq!(charter.original_days(), days, "{limit}");
        assert_eq!(longest_extension(&[charter]), days, "{limit}");
    }
}

#[test]
fn the_law_measures_the_extension_where_its_period_is_in_days() {
    let charter = || handling(Source::Charter, "2 weeks");
    let of = |law: &str| longest_extension(&[charter(), handling(Source::Statute, law)]);
    assert_eq!(of("7 days"), 7);
    assert_eq!(of("3 hours"), 14);
    assert_eq!(of("1 months"), 30);
    assert_eq!(longest_extension(&[]), 0);
}

fn at(day: u32, hour: u32) -> DateTime<Utc> {
    let date = NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
    let local = date.and_hms_opt(hour, 0, 0).unwrap();
    let seoul = chrono_tz::Asia::Seoul;
    let local = chrono::TimeZone::from_local_datetime(&seoul, &local);
    local.unwrap().with_timezone(&Utc)
}

#[test]
fn a_day_that_is_left_is_eight_hours() {
    assert_eq!(Left::Days(5).seconds(), 144_000);
    assert_eq!(Left::Seconds(30_000).seconds(), 30_000);
}

#[test]
fn the_nearest_that_runs_leads_else_the_stopped_one_with_the_least_left() {
    let ends = |promise: &str, day: u32, state: State, met_by: Vec<MetBy>| {
        let mut deadline = handling(Source::Charter, "7 days");
        deadline.promise = promise.to_owned();
        (deadline.due.at, deadline.state, deadline.met_by) = (at(day, 18), state, met_by);
        deadline
    };
    let of_the_desk = || vec![MetBy::Result];
    let far = ends("far", 20, State::Open, of_the_desk());
    let near = ends("near", 10, State::Open, of_the_desk());
    let theirs = ends("theirs", 3, State::Open, Vec::new());
    let done = State::Met {
        at: at(2, 10),
        recorded_at: at(2, 10),
        seq: 2,
    };
    let done = ends("done", 2, done, of_the_desk());
    let days = State::Paused(Left::Days(1));
    let hours = State::Paused(Left::Seconds(30_000));
    let (days, hours) = (
        ends("days", 30, days, of_the_desk()),
        ends("hours", 4, hours, of_the_desk()),
    );
    let leads = |all: &[&Deadline]| {
        let all: Vec<Deadline> = all.iter().copied().cloned().collect();
        lead(&all).map(|deadline| deadline.promise.clone())
    };
    let led_by = |promise: &str| Some(promise.to_owned());
    assert_eq!(
        leads(&[&far, &near, &theirs, &done, &hours]),
        led_by("near")
    );
    assert_eq!(leads(&[&hours, &days, &theirs]), led_by("days"));
    assert_eq!(leads(&[&theirs, &done]), None);
}

#[test]
fn only_what_waits_is_open_and_only_what_was_fulfilled_has_a_time() {
    let moment = at(2, 10);
    let met = State::Met {
        at: moment,
        recorded_at: moment,
        seq: 2,
    };
    for (state, open, met) in [
        (State::Open, true, None),
        (State::Paused(Left::Days(1)), true, None),
        (met, false, Some(moment)),
        (State::Missed { at: moment }, false, None),
        (State::Void { at: moment }, false, None),
    ] {
        let mut deadline = handling(Source::Charter, "7 days");
        deadline.state = state;
        assert_eq!(
            (deadline.is_open(), deadline.met_at()),
            (open, met),
            "{state:?}"
        );
    }
}

#[test]
fn what_ends_on_a_named_day_tells_the_days_it_rolled_over() {
    let office = super::super::calendar::OfficeHours::korean();
    let holidays = super::super::holidays::Holidays::korean();
    let calendars = Calendars::new(office, holidays, Vec::new()).unwrap();
    let saturday = NaiveDate::from_ymd_opt(2026, 11, 14).unwrap();
    let mut supplement = blank(Source::Statute, 2, at(4, 9), at(4, 9));
    supplement.count = CountingRule::Civil;
    supplement.due = calendars.now().named_end(saturday).unwrap();
    supplement.announced = Some(saturday);
    let said = |deadline: &Deadline| {
        let lines = deadline.explain(&calendars).unwrap().lines;
        let lines = lines.iter().map(|line| line.say(Lang::En));
        lines.collect::<Vec<_>>().join("\n")
    };
    let (start, end) = (
        "2026-11-04 (Wed) 09:00 start (civil code)",
        "2026-11-16 (Mon) due (until 24:00)",
    );
    let account = said(&supplement);
    let lines: Vec<&str> = account.lines().collect();
    assert_eq!(lines.len(), 4, "{account}");
    assert_eq!((lines[0], lines[3]), (start, end));
    assert!(
        lines[1].contains("11-14") && lines[2].contains("11-15"),
        "{account}"
    );
    // The desk's own period is counted day by day.
    supplement.met_by = vec![MetBy::Result];
    supplement.limit = "10 days".parse().unwrap();
    let account = said(&supplement);
    assert!(account.contains("first day"), "{account}");
    // What lies before a visit has a start and an end.
    supplement.count = CountingRule::Before;
    supplement.due.whole_day = false;
    supplement.due.at = at(10, 15);
    supplement.due.date = NaiveDate::from_ymd_opt(2026, 11, 10).unwrap();
    let account = said(&supplement);
    assert_eq!(account.lines().count(), 2, "{account}");
    assert!(account.ends_with("due at 15:00"), "{account}");
}
