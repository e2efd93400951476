//! What must hold for every office, every zone and every limit.

use super::*;
use crate::domain::{
    calendar::{OfficeHours, Span},
    holidays::Holidays,
};
use chrono::{Days, NaiveTime, TimeDelta};
use proptest::{collection::vec, prelude::*, sample::select};

/// Thirty years in which zones change their clocks as they do today.
const FROM: i64 = 1_420_070_400;
const TO: i64 = 2_366_755_200;

fn start() -> impl Strategy<Value = i64> {
    FROM..TO
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0_u64..11_000).prop_map(|days| NaiveDate::from_ymd_opt(2015, 1, 1).unwrap() + Days::new(days))
}

fn hours() -> impl Strategy<Value = Vec<Span>> {
    let span = (0_u16..1440, 1_u16..900).prop_map(|(start, length)| Span {
        start,
        end: (start + length).min(1440),
    });
    prop_oneof![
        2 => Just(Vec::new()),
        3 => vec(span, 1..4),
        1 => Just(vec![Span { start: 0, end: 1440 }]),
    ]
}

fn calendar() -> impl Strategy<Value = Calendar> {
    let office = (
        select(&chrono_tz::TZ_VARIANTS[..]),
        vec(hours(), 7),
        vec((date(), hours()), 0..4),
        vec(date(), 0..3),
        proptest::option::of(0_u32..24),
        any::<bool>(),
    );
    (office, vec(date(), 0..40), any::<bool>())
        .prop_map(
            |((zone, week, shifts, closures, cutoff, literal), dates, korean)| {
                let office = OfficeHours {
                    zone,
                    week: week.try_into().unwrap(),
                    shifts: shifts.into_iter().collect(),
                    closures: closures
                        .into_iter()
                        .map(|date| (date, String::new()))
                        .collect(),
                    cutoff: cutoff.and_then(|hour| NaiveTime::from_hms_opt(hour, 0, 0)),
                    night_receipt: if literal {
                        NightReceipt::Literal
                    } else {
                        NightReceipt::NextOpen
                    },
                };
                let holidays = if korean {
                    Holidays::korean()
                } else {
                    Holidays::listed(dates)
                };
                (office, holidays)
            },
        )
        .prop_filter_map("an office that is open every week", |(office, holidays)| {
            let open = office.week.iter().any(|spans| !spans.is_empty());
            open.then(|| Calendar::new(office, holidays).unwrap())
        })
}

/// Exclusions near a start, which is where they matter.
fn exclusions(from: i64) -> impl Strategy<Value = Exclusions> {
    let pause = (from - 900_000..from + 3_000_000, 0_i64..500_000);
    let out = (from - 900_000..from + 3_000_000, 0_u64..9);
    (vec(pause, 0..4), vec(out, 0..4)).prop_map(|(pauses, out)| Exclusions {
        pauses: pauses
            .into_iter()
            .map(|(from, length)| (instant_of(from), instant_of(from + length)))
            .collect(),
        days_out: out
            .into_iter()
            .map(|(from, length)| {
                let first = instant_of(from).date_naive();
                (first, first + Days::new(length))
            })
            .collect(),
    })
}

fn start_and_exclusions() -> impl Strategy<Value = (i64, Exclusions)> {
    start().prop_flat_map(|from| (Just(from), exclusions(from)))
}

/// Every rule that counts on from its start, with a limit that fits it.
fn counting() -> impl Strategy<Value = (CountingRule, Limit)> {
    use CountingRule as Rule;
    let rules = [
        (Rule::PetitionAct, Unit::Hours),
        (Rule::PetitionAct, Unit::Days),
        (Rule::PetitionAct, Unit::Weeks),
        (Rule::PetitionAct, Unit::Months),
        (Rule::WorkingHours, Unit::Seconds),
        (Rule::WorkingHours, Unit::Days),
        (Rule::WorkingDays, Unit::Days),
        (Rule::Civil, Unit::Days),
        (Rule::Civil, Unit::Months),
        (Rule::Elapsed, Unit::Minutes),
        (Rule::SameDay, Unit::Immediate),
    ];
    (select(rules.to_vec()), 1_u32..40)
        .prop_map(|((rule, unit), amount)| (rule, Limit::new(amount, unit)))
}

fn count(rule: CountingRule, limit: Limit, from: i64, exclusions: &Exclusions) -> Count<'_> {
    Count {
        rule,
        limit,
        from: instant_of(from),
        exclusions,
        extensions: &[],
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn working_time_ends_inside_office_hours_and_can_be_counted_back(
        calendar in calendar(),
        (from, exclusions) in start_and_exclusions(),
        seconds in 1_u32..2_000_000,
    ) {
        let limit = Limit::new(seconds, Unit::Seconds);
        let count = count(CountingRule::WorkingHours, limit, from, &exclusions);
        let due = calendar.due(&count).unwrap();
        let second = TimeDelta::seconds(1);
        prop_assert!(calendar.is_open(due.at - second));
        prop_assert_eq!(calendar.working_seconds(count.from, due.at, &exclusions), i64::from(seconds));
        // It is the earliest such instant.
        let before = calendar.working_seconds(count.from, due.at - second, &exclusions);
        prop_assert_eq!(before, i64::from(seconds) - 1);
    }

    #[test]
    fn a_longer_limit_is_never_due_earlier(
        calendar in calendar(),
        (from, exclusions) in start_and_exclusions(),
        (rule, limit) in counting(),
        more in 1_u32..9,
    ) {
        let due = |amount| {
            let longer = Limit::new(amount, limit.unit);
            calendar.due(&count(rule, longer, from, &exclusions))
        };
        let amount = match (rule, limit.unit) {
            // Between five and six days the law changes its way of counting.
            (CountingRule::PetitionAct, Unit::Days) if limit.amount <= 5 => limit.amount + 5,
            _ => limit.amount,
        };
        if let (Ok(short), Ok(long)) = (due(amount), due(amount + more)) {
            prop_assert!(short.at <= long.at);
        }
        let extended = calendar.due(&Count {
            extensions: &[more],
            ..count(rule, limit, from, &exclusions)
        });
        if let (Ok(short), Ok(long)) = (due(limit.amount), extended) {
            prop_assert!(short.at <= long.at);
        }
    }

    #[test]
    fn a_later_start_is_never_due_earlier(
        calendar in calendar(),
        (from, exclusions) in start_and_exclusions(),
        (rule, limit) in counting(),
        later in 1_i64..400_000,
    ) {
        // Months have unequal lengths: with days out, 29 and 31 January differ in how many days they drop.
        let exclusions = if limit.unit == Unit::Months { Exclusions::NONE } else { exclusions };
        let due = |from| calendar.due(&count(rule, limit, from, &exclusions));
        if let (Ok(early), Ok(late)) = (due(from), due(from + later)) {
            prop_assert!(early.at <= late.at, "{:?} {:?}", early, late);
        }
    }

    #[test]
    fn an_exclusion_never_makes_a_date_earlier(
        calendar in calendar(),
        (from, exclusions) in start_and_exclusions(),
        (rule, limit) in counting(),
    ) {
        let plain = calendar.due(&count(rule, limit, from, &Exclusions::NONE));
        let longer = calendar.due(&count(rule, limit, from, &exclusions));
        if let (Ok(plain), Ok(longer)) = (plain, longer) {
            prop_assert!(plain.at <= longer.at);
        }
    }

    #[test]
    fn no_date_lies_before_its_start_and_a_whole_day_ends_at_midnight(
        calendar in calendar(),
        (from, exclusions) in start_and_exclusions(),
        (rule, limit) in counting(),
    ) {
        let asked = count(rule, limit, from, &exclusions);
        if let Ok(due) = calendar.due(&asked) {
            prop_assert!(due.at >= asked.from || rule == CountingRule::PetitionAct && !due.whole_day);
            if due.whole_day {
                prop_assert!(calendar.date(due.at) > due.date);
                prop_assert!(calendar.date(due.at - TimeDelta::seconds(1)) <= due.date);
            }
            let explained = calendar.explain(&asked).unwrap();
            prop_assert_eq!(explained.due, due);
            for line in explained.lines {
                let said = line.say(Lang::Ko) + &line.say(Lang::En);
                prop_assert!(!said.chars().any(|c| c as u32 == 0x7b), "{}", said);
            }
        }
    }

}

proptest! {
    // Some of these walk to the year 9999.
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_panics(
        calendar in calendar(),
        from in prop_oneof![start(), any::<i64>()],
        rule in select(CountingRule::ALL.to_vec()),
        unit in select(vec![
            Unit::Immediate, Unit::Seconds, Unit::Minutes, Unit::Hours,
            Unit::Days, Unit::Weeks, Unit::Months, Unit::Years,
        ]),
        amount in prop_oneof![0_u32..20, 0_u32..20_000, Just(u32::MAX)],
        extension in prop_oneof![0_u32..20, Just(u32::MAX)],
    ) {
        let nothing = Exclusions::NONE;
        let asked = Count {
            extensions: &[extension, extension],
            ..count(rule, Limit::new(amount, unit), from, &nothing)
        };
        let due = calendar.due(&asked);
        if let Err(error) = due {
            prop_assert!(!error.say(Lang::Ko).is_empty());
        }
        calendar.counted_days(calendar.date(asked.from), calendar.date(asked.from));
        calendar.working_seconds(asked.from, instant_of(from.saturating_add(9_000_000)), &Exclusions::NONE);
    }
}
