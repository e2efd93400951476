//! The names of the days of the week and of the months.

use super::Lang;
use chrono::{Month, Weekday};

/// The short name of a day: 월, Mon.
pub const fn weekday(day: Weekday, lang: Lang) -> &'static str {
    match (lang, day) {
        (Lang::Ko, Weekday::Mon) => "월",
        (Lang::Ko, Weekday::Tue) => "화",
        (Lang::Ko, Weekday::Wed) => "수",
        (Lang::Ko, Weekday::Thu) => "목",
        (Lang::Ko, Weekday::Fri) => "금",
        (Lang::Ko, Weekday::Sat) => "토",
        (Lang::Ko, Weekday::Sun) => "일",
        (Lang::En, Weekday::Mon) => "Mon",
        (Lang::En, Weekday::Tue) => "Tue",
        (Lang::En, Weekday::Wed) => "Wed",
        (Lang::En, Weekday::Thu) => "Thu",
        (Lang::En, Weekday::Fri) => "Fri",
        (Lang::En, Weekday::Sat) => "Sat",
        (Lang::En, Weekday::Sun) => "Sun",
    }
}

/// The name of a month: 11월, November.
pub fn month(month: Month, lang: Lang) -> String {
    match lang {
        Lang::Ko => format!("{}월", month.number_from_month()),
        Lang::En => month.name().to_owned(),
    }
}
