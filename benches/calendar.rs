//! Throughput of the calendar: adding a holiday recounts every open deadline.
//!
//! Goals: 500,000 due dates a second for "7 days" under the Civil Petitions Act, 50,000 with their explanation.

#![expect(
    clippy::expect_used,
    reason = "a bench may stop where its own fixture is wrong"
)]

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use divan::{Bencher, black_box, counter::ItemsCount};
use minwon::domain::{
    batch,
    calendar::{Calendar, OfficeHours, Span},
    count::{Count, Exclusions},
    holidays::Holidays,
    limit::{CountingRule, Limit, Unit},
};

fn main() {
    divan::main();
}

const STARTS: i64 = 1000;

static NOTHING: Exclusions = Exclusions::NONE;

fn office() -> Calendar {
    Calendar::new(OfficeHours::korean(), Holidays::korean()).expect("an open office")
}

/// Receipts spread over ten years, at all hours.
fn starts() -> Vec<DateTime<Utc>> {
    let first = DateTime::from_timestamp(1_767_225_600, 0).expect("an instant");
    (0..STARTS)
        .map(|n| first + TimeDelta::seconds(n * 315_360))
        .collect()
}

fn each(
    bencher: Bencher,
    calendar: &Calendar,
    count: Count,
    ask: impl Fn(&Calendar, &Count) + Sync,
) {
    let starts = starts();
    bencher.counter(ItemsCount::new(starts.len())).bench(|| {
        for from in &starts {
            ask(
                calendar,
                black_box(&Count {
                    from: *from,
                    ..count
                }),
            );
        }
    });
}

fn count(rule: CountingRule, amount: u32, unit: Unit) -> Count<'static> {
    Count {
        rule,
        limit: Limit::new(amount, unit),
        from: DateTime::UNIX_EPOCH,
        exclusions: &NOTHING,
        extensions: &[],
    }
}

fn due(calendar: &Calendar, count: &Count) {
    black_box(calendar.due(count)).expect("a due date");
}

#[divan::bench]
fn petition_act_7_days(bencher: Bencher) {
    each(
        bencher,
        &office(),
        count(CountingRule::PetitionAct, 7, Unit::Days),
        due,
    );
}

#[divan::bench]
fn petition_act_7_days_explained(bencher: Bencher) {
    let count = count(CountingRule::PetitionAct, 7, Unit::Days);
    each(bencher, &office(), count, |calendar, count| {
        black_box(calendar.explain(count)).expect("an explanation");
    });
}

#[divan::bench]
fn petition_act_3_days_in_hours(bencher: Bencher) {
    each(
        bencher,
        &office(),
        count(CountingRule::PetitionAct, 3, Unit::Days),
        due,
    );
}

#[divan::bench]
fn same_day(bencher: Bencher) {
    each(
        bencher,
        &office(),
        count(CountingRule::SameDay, 0, Unit::Immediate),
        due,
    );
}

#[divan::bench]
fn petition_act_7_days_with_days_out(bencher: Bencher) {
    let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).expect("a date");
    let exclusions = Exclusions {
        days_out: vec![(day(4), day(10))],
        ..Exclusions::NONE
    };
    let count = Count {
        exclusions: &exclusions,
        ..count(CountingRule::PetitionAct, 7, Unit::Days)
    };
    each(bencher, &office(), count, due);
}

/// Ten years of eight-hour days in an office that opens one hour a week: more than five centuries.
#[divan::bench]
fn one_hour_a_week_for_ten_years(bencher: Bencher) {
    let mut hours = OfficeHours::korean();
    hours.week = Default::default();
    hours.week[2] = vec![Span {
        start: 600,
        end: 660,
    }];
    let calendar = Calendar::new(hours, Holidays::korean()).expect("an open office");
    let from = starts()[0];
    let count = count(CountingRule::WorkingHours, 3650, Unit::Days);
    bencher.bench(|| calendar.due(black_box(&Count { from, ..count })));
}

/// The worst case: a count that ends only with the year 9999.
#[divan::bench]
fn one_minute_a_week_to_the_end_of_time(bencher: Bencher) {
    let mut hours = OfficeHours::korean();
    hours.week = Default::default();
    hours.week[2] = vec![Span {
        start: 600,
        end: 601,
    }];
    let calendar = Calendar::new(hours, Holidays::korean()).expect("an open office");
    let from = starts()[0];
    let count = count(CountingRule::WorkingHours, 40_000_000, Unit::Minutes);
    bencher.bench(|| calendar.due(black_box(&Count { from, ..count })));
}

/// A desk that never closes, in a zone that changes its clocks, for ten years.
#[divan::bench]
fn day_and_night_for_ten_years(bencher: Bencher) {
    let mut hours = OfficeHours::korean();
    hours.zone = chrono_tz::Europe::Berlin;
    hours.week = std::array::from_fn(|_| {
        vec![Span {
            start: 0,
            end: 1440,
        }]
    });
    let calendar = Calendar::new(hours, Holidays::none()).expect("an open office");
    let from = starts()[0];
    let count = count(CountingRule::WorkingHours, 87_600, Unit::Hours);
    bencher.bench(|| calendar.due(black_box(&Count { from, ..count })));
}

#[divan::bench]
fn batch_line(bencher: Bencher) {
    let line = r#"{"id":1,"from":"2026-11-02T10:00:00","count":"petition_act","limit":{"amount":7,"unit":"days"}}"#;
    bencher
        .counter(ItemsCount::new(1_usize))
        .bench(|| batch::answer(black_box(line)));
}
