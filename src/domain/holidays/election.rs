//! Election days: those held, and those projected by the Public Official Election Act.
//!
//! Art. 34: the first Wednesday from 70 days (president), 50 days (National Assembly) or 30 days (local) before the term
//! ends; the Wednesday after it where that one, its eve or its morrow is a public holiday.

use chrono::{Datelike, Days, NaiveDate, Weekday};

const PRESIDENT: &str = "대통령 선거일";
const ASSEMBLY: &str = "국회의원 선거일";
const LOCAL: &str = "지방선거일";

/// The days on which elections were held, also where a vacancy set the date (2017, 2025).
const HELD: &[(i32, u32, u32, &str)] = &[
    (2000, 4, 13, ASSEMBLY),
    (2002, 6, 13, LOCAL),
    (2002, 12, 19, PRESIDENT),
    (2004, 4, 15, ASSEMBLY),
    (2006, 5, 31, LOCAL),
    (2007, 12, 19, PRESIDENT),
    (2008, 4, 9, ASSEMBLY),
    (2010, 6, 2, LOCAL),
    (2012, 4, 11, ASSEMBLY),
    (2012, 12, 19, PRESIDENT),
    (2014, 6, 4, LOCAL),
    (2016, 4, 13, ASSEMBLY),
    (2017, 5, 9, PRESIDENT),
    (2018, 6, 13, LOCAL),
    (2020, 4, 15, ASSEMBLY),
    (2022, 3, 9, PRESIDENT),
    (2022, 6, 1, LOCAL),
    (2024, 4, 10, ASSEMBLY),
    (2025, 6, 3, PRESIDENT),
    (2026, 6, 3, LOCAL),
];

/// The last year whose elections are on record; later ones are projected.
const LAST_HELD: i32 = 2026;

/// A series of elections: last day of a term, its length, days before it from which the Wednesday is sought.
struct Series {
    name: &'static str,
    first_end: (i32, u32, u32),
    term: i32,
    days_before: u64,
}

const SERIES: [Series; 3] = [
    Series {
        name: PRESIDENT,
        first_end: (2030, 6, 3),
        term: 5,
        days_before: 70,
    },
    Series {
        name: ASSEMBLY,
        first_end: (2028, 5, 29),
        term: 4,
        days_before: 50,
    },
    Series {
        name: LOCAL,
        first_end: (2030, 6, 30),
        term: 4,
        days_before: 30,
    },
];

/// The election days of a year; `is_holiday` knows the other holidays of that year.
pub(super) fn days(
    year: i32,
    is_holiday: impl Fn(NaiveDate) -> bool,
) -> Vec<(NaiveDate, &'static str)> {
    if year <= LAST_HELD {
        return HELD
            .iter()
            .filter(|held| held.0 == year)
            .filter_map(|&(year, month, day, name)| {
                Some((NaiveDate::from_ymd_opt(year, month, day)?, name))
            })
            .collect();
    }
    SERIES
        .iter()
        .filter(|series| {
            year >= series.first_end.0 && (year - series.first_end.0) % series.term == 0
        })
        .filter_map(|series| Some((projected(series, year, &is_holiday)?, series.name)))
        .collect()
}

fn projected(
    series: &Series,
    year: i32,
    is_holiday: impl Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    let (_, month, day) = series.first_end;
    let from = NaiveDate::from_ymd_opt(year, month, day)?
        .checked_sub_days(Days::new(series.days_before))?;
    let wednesday = from
        .iter_days()
        .take(7)
        .find(|date| date.weekday() == Weekday::Wed)?;
    let disturbed = [wednesday.pred_opt()?, wednesday, wednesday.succ_opt()?]
        .into_iter()
        .any(is_holiday);
    wednesday.checked_add_days(Days::new(if disturbed { 7 } else { 0 }))
}
