//! The names of the days of the week and of the months.

use super::Lang;
use chrono::{Month, Weekday};

/// The short name of a day: 월, Mon.
pub fn weekday(day: Weekday, lang: Lang) -> &'static str {
    let names = match lang {
        Lang::Ko => ["월", "화", "수", "목", "금", "토", "일"],
        Lang::En => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    };
    names[day as usize]
}

/// The name of a month: 11월, November.
pub fn month(month: Month, lang: Lang) -> String {
    match lang {
        Lang::Ko => format!("{}월", month.number_from_month()),
        Lang::En => month.name().to_owned(),
    }
}
