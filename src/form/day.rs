//! Short dates and times with the weekday, in the office's zone. Must not know forms.

use crate::{
    domain::calendar::Calendar,
    words::{Lang, weekday},
};
use chrono::{DateTime, Datelike, NaiveDate, Utc};

/// A date with its weekday, `11/30 (월)`; with the year where it is not this year.
pub fn day(date: NaiveDate, today: NaiveDate, lang: Lang) -> String {
    let weekday = weekday(date.weekday(), lang);
    let form = if date.year() == today.year() {
        "%m/%d"
    } else {
        "%Y/%m/%d"
    };
    format!("{} ({})", date.format(form), weekday)
}

/// An instant as date, weekday and time, `11/30 (월) 14:00`, on the office's clock.
pub fn instant(at: DateTime<Utc>, now: DateTime<Utc>, calendar: &Calendar, lang: Lang) -> String {
    let day = day(calendar.date(at), calendar.date(now), lang);
    format!("{day} {}", calendar.local(at).format("%H:%M"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_is_told_where_it_is_another() {
        let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        let today = date(2026, 11, 23);
        assert_eq!(day(date(2026, 11, 30), today, Lang::Ko), "11/30 (월)");
        assert_eq!(day(date(2027, 1, 4), today, Lang::En), "2027/01/04 (Mon)");
    }
}
