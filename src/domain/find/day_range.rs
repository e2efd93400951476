//! Days as a search line names them: one day, or all from a first to a last.

use crate::domain::input;
use chrono::{Datelike, Days, Months, NaiveDate};

/// Returns the first and the last day of a word such as 이번주, 지난달, `2026-10` or `11-23..11-27`.
pub(super) fn days(word: &str, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let one = |day: NaiveDate| (day, day);
    let lower = word.to_lowercase();
    match lower.as_str() {
        "이번주" | "금주" | "week" | "this-week" => return week(today),
        "지난주" | "전주" | "last-week" => return week(today.checked_sub_days(Days::new(7))?),
        "다음주" | "next-week" => return week(today.checked_add_days(Days::new(7))?),
        "이번달" | "이달" | "month" | "this-month" => return month(today),
        "지난달" | "전월" | "last-month" => {
            return month(today.checked_sub_months(Months::new(1))?);
        }
        "다음달" | "next-month" => return month(today.checked_add_months(Months::new(1))?),
        "올해" | "금년" | "year" | "this-year" => return year(today.year()),
        "작년" | "지난해" | "last-year" => return year(today.year() - 1),
        _ => {}
    }
    if let Some((from, to)) = word.split_once("..") {
        return Some((day(from, today)?, day(to, today)?));
    }
    if let Some(day) = input::relative_day(&lower, today) {
        return Some(one(day));
    }
    match *numbers(word)?.as_slice() {
        [of_year @ 1000..=9999] => year(i32::try_from(of_year).ok()?),
        [of_year @ 1000..=9999, of_month] => month(NaiveDate::from_ymd_opt(
            i32::try_from(of_year).ok()?,
            of_month,
            1,
        )?),
        _ => day(word, today).map(one),
    }
}

/// `2026-11-30`, `11-30` or `11/30`.
fn day(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    match *numbers(word)?.as_slice() {
        [year, month, day] => NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day),
        [month, day] => NaiveDate::from_ymd_opt(today.year(), month, day),
        _ => None,
    }
}

fn numbers(word: &str) -> Option<Vec<u32>> {
    let plain = word.replace(['/', '.'], "-");
    plain.split('-').map(|part| part.parse().ok()).collect()
}

fn week(of: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let monday = u64::from(of.weekday().num_days_from_monday());
    let monday = of.checked_sub_days(Days::new(monday))?;
    Some((monday, monday.checked_add_days(Days::new(6))?))
}

fn month(of: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let first = of.with_day(1)?;
    let last = first.checked_add_months(Months::new(1))?.pred_opt()?;
    Some((first, last))
}

fn year(year: i32) -> Option<(NaiveDate, NaiveDate)> {
    Some((
        NaiveDate::from_ymd_opt(year, 1, 1)?,
        NaiveDate::from_ymd_opt(year, 12, 31)?,
    ))
}
