//! Dates and times as official documents write them: `2026. 12. 4.(금) 14:00` (regulation on administrative work art. 7(5)).

use crate::words::{Lang, weekday};
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

/// A day with its weekday: a blank after each dot, no leading zero, the last dot stays.
pub fn day(date: NaiveDate) -> String {
    format!("{}({})", plain_day(date), weekday(date.weekday(), Lang::Ko))
}

/// A day alone, as it stands above the sender: `2026. 12. 4.`
pub fn plain_day(date: NaiveDate) -> String {
    format!("{}. {}. {}.", date.year(), date.month(), date.day())
}

/// A time of a day in the office's zone: twenty-four hours, two digits.
pub fn moment(time: NaiveDateTime) -> String {
    format!(
        "{} {:02}:{:02}",
        day(time.date()),
        time.hour(),
        time.minute()
    )
}
