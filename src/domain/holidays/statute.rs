//! The holidays of a year by the Korean statute in force on each date: the Act on Public Holidays and the decree on public
//! holidays of public offices (arts. 2 to 4).
//!
//! Dates of the lunar calendar come from `icu_calendar`, which agrees with the official one to 2050.

use super::{
    Holiday,
    HolidayKind::{Election, Statutory, Substitute, Temporary},
    YEARS, Year, add, election,
};
use chrono::{Datelike, NaiveDate, Weekday};
use icu_calendar::{Date, cal::Iso, types::Month};
use std::{collections::BTreeMap, sync::OnceLock};

const FIRST: i32 = *YEARS.start();
const COUNT: usize = YEARS.end().abs_diff(FIRST) as usize + 1;

static TABLE: [OnceLock<Year>; COUNT] = [const { OnceLock::new() }; COUNT];

/// Temporary holidays on record (decree art. 2 no. 11); later ones come in as edits.
const TEMPORARY: &[(i32, u32, u32, &str)] = &[
    (2002, 7, 1, "월드컵 4강 진출 임시공휴일"),
    (2015, 8, 14, "임시공휴일"),
    (2016, 5, 6, "임시공휴일"),
    (2017, 10, 2, "임시공휴일"),
    (2020, 8, 17, "임시공휴일"),
    (2023, 10, 2, "임시공휴일"),
    (2024, 10, 1, "국군의 날"),
    (2025, 1, 27, "임시공휴일"),
];

/// The year's holidays, computed once; `None` outside the years of the table.
pub(super) fn year(year: i32) -> Option<&'static Year> {
    let slot = TABLE.get(usize::try_from(year.checked_sub(FIRST)?).ok()?)?;
    Some(slot.get_or_init(|| Year::of(compute(year))))
}

/// Which of the substitute rules of decree art. 3 a holiday comes under.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    /// New Year and Chuseok by the lunar calendar, three days each (art. 3 (1) no. 3): a Saturday gives no substitute.
    LunarFeast,
    /// Children's Day: the first to be given one for a Saturday.
    Children,
    /// The national days (art. 3 (1) nos. 1, 2), since 2021.
    National,
    /// Buddha's Birthday and Christmas, since 2023.
    Religious,
    /// Labour Day, since 2026.
    Labour,
    /// 1 January and Memorial Day: never.
    Never,
}

impl Group {
    /// Whether a holiday lost to another day off on that date gets a substitute, by the rule in force then.
    fn has_substitute(self, date: NaiveDate, overlaps: bool) -> bool {
        let since = |year, month, day| NaiveDate::from_ymd_opt(year, month, day) <= Some(date);
        let saturday = date.weekday() == Weekday::Sat;
        let sunday = date.weekday() == Weekday::Sun;
        // Before 2021 an overlap counted on any weekday; since then a Saturday has its own rule.
        let lost_to_holiday = sunday || overlaps && (!saturday || !since(2021, 8, 4));
        match self {
            Self::LunarFeast => since(2013, 11, 5) && lost_to_holiday,
            Self::Children => since(2013, 11, 5) && (saturday || lost_to_holiday),
            Self::National => since(2021, 8, 4) && (saturday || lost_to_holiday),
            Self::Religious => since(2023, 5, 4) && (saturday || lost_to_holiday),
            Self::Labour => since(2026, 5, 1) && (saturday || lost_to_holiday),
            Self::Never => false,
        }
    }
}

struct Named {
    date: NaiveDate,
    name: &'static str,
    group: Group,
}

fn compute(year: i32) -> Vec<Holiday> {
    let named = named(year);
    let mut days = BTreeMap::new();
    for holiday in &named {
        add(&mut days, holiday.date, holiday.name, Statutory);
    }
    let votes = election::days(year, |date| days.contains_key(&date));
    for (date, name) in votes {
        add(&mut days, date, name, Election);
    }
    for &(_, month, day, name) in TEMPORARY.iter().filter(|row| row.0 == year) {
        if let Some(date) = NaiveDate::from_ymd_opt(year, month, day) {
            add(&mut days, date, name, Temporary);
        }
    }
    for (date, names) in lost(&named) {
        // One lost date gives one substitute, also where two holidays met on it (practice of 2025-05-06).
        if let Some(free) = first_free(date, &days) {
            for name in names {
                let name = format!("{name} 대체공휴일");
                add(&mut days, free, &name, Substitute);
            }
        }
    }
    days.into_values()
        .filter(|day| day.date.year() == year)
        .collect()
}

/// The dates on which a holiday was lost to another day off, in order, with the holidays that a substitute stands for.
fn lost(named: &[Named]) -> BTreeMap<NaiveDate, Vec<&'static str>> {
    let mut lost: BTreeMap<NaiveDate, Vec<&'static str>> = BTreeMap::new();
    for holiday in named {
        let on_that_date = named.iter().filter(|other| other.date == holiday.date);
        let overlaps = on_that_date.count() > 1;
        if holiday.group.has_substitute(holiday.date, overlaps) {
            let mut feasts = ["설날", "추석"].into_iter();
            let feast = feasts.find(|feast| holiday.name.starts_with(feast));
            let name = feast.unwrap_or(holiday.name);
            lost.entry(holiday.date).or_default().push(name);
        }
    }
    lost
}

/// The first day after `date` that is neither Saturday, Sunday nor a holiday (art. 3 (1) to (3)).
fn first_free(date: NaiveDate, days: &BTreeMap<NaiveDate, Holiday>) -> Option<NaiveDate> {
    date.iter_days().skip(1).take(30).find(|day| {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !days.contains_key(day)
    })
}

/// The holidays that the decree names for a year, before any substitute.
fn named(year: i32) -> Vec<Named> {
    let mut named = Vec::with_capacity(20);
    let mut solar = |month, day, name, group| {
        if let Some(date) = NaiveDate::from_ymd_opt(year, month, day) {
            named.push(Named { date, name, group });
        }
    };
    solar(1, 1, "신정", Group::Never);
    solar(3, 1, "삼일절", Group::National);
    if year <= 2005 {
        solar(4, 5, "식목일", Group::Never);
    }
    if year >= 2026 {
        solar(5, 1, "노동절", Group::Labour);
    }
    solar(5, 5, "어린이날", Group::Children);
    solar(6, 6, "현충일", Group::Never);
    if year <= 2007 || year >= 2026 {
        solar(7, 17, "제헌절", Group::National);
    }
    solar(8, 15, "광복절", Group::National);
    solar(10, 3, "개천절", Group::National);
    if year >= 2013 {
        solar(10, 9, "한글날", Group::National);
    }
    solar(12, 25, "기독탄신일", Group::Religious);
    let mut lunar = |month, day, offset: i64, name, group| {
        let date = lunar_date(year, month, day)
            .and_then(|date| date.checked_add_signed(chrono::TimeDelta::days(offset)));
        if let Some(date) = date {
            named.push(Named { date, name, group });
        }
    };
    lunar(1, 1, -1, "설날 전날", Group::LunarFeast);
    lunar(1, 1, 0, "설날", Group::LunarFeast);
    lunar(1, 1, 1, "설날 다음날", Group::LunarFeast);
    lunar(4, 8, 0, "부처님오신날", Group::Religious);
    lunar(8, 15, -1, "추석 전날", Group::LunarFeast);
    lunar(8, 15, 0, "추석", Group::LunarFeast);
    lunar(8, 15, 1, "추석 다음날", Group::LunarFeast);
    named.sort_by_key(|holiday| holiday.date);
    named
}

/// The solar date of a day of the Korean lunar calendar.
fn lunar_date(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    let lunar = Date::try_new_korean_traditional(year, Month::new(month), day).ok()?;
    let solar = lunar.to_calendar(Iso);
    NaiveDate::from_ymd_opt(
        solar.year().extended_year(),
        u32::from(solar.month().ordinal),
        u32::from(solar.day_of_month().0),
    )
}
