//! The period that one duty is for: a year, a half, a quarter, a month, or one occasion of a year.

use crate::{
    domain::{charter::Every, text::serde_as_text},
    words::{Lang, Phrase, Say},
};
use chrono::{Datelike, Days, Months, NaiveDate};
use std::{fmt, str::FromStr};

/// The part of a year that a duty is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Part {
    Year,
    Half(u8),
    Quarter(u8),
    Month(u8),
    Occasion(u16),
}

/// What one duty is for: `2026`, `2026-H2`, `2026-Q4`, `2026-11`, or the third training of a year, `2026-N3`.
///
/// Periods are in the order in which they begin, a longer one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: u16,
    first_month: u8,
    part: Part,
}

impl Period {
    /// The period of that length in which the date lies.
    pub fn of(every: Every, date: NaiveDate) -> Self {
        let year = u16::try_from(date.year()).unwrap_or_default();
        let month = u8::try_from(date.month()).unwrap_or(1);
        let part = match every {
            Every::Year => Part::Year,
            Every::HalfYear => Part::Half((month - 1) / 6 + 1),
            Every::Quarter => Part::Quarter((month - 1) / 3 + 1),
            Every::Month => Part::Month(month),
        };
        Self::new(year, part)
    }

    /// The `nth` occasion of a year, from 1: what has no period of its own but a date.
    pub const fn occasion(year: u16, nth: u16) -> Self {
        Self::new(year, Part::Occasion(nth))
    }

    const fn new(year: u16, part: Part) -> Self {
        let first_month = match part {
            Part::Year | Part::Occasion(_) => 1,
            Part::Half(half) => (half - 1) * 6 + 1,
            Part::Quarter(quarter) => (quarter - 1) * 3 + 1,
            Part::Month(month) => month,
        };
        Self {
            year,
            first_month,
            part,
        }
    }

    /// The year in which it lies.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// Which occasion of the year it is; `None` for a stretch of the calendar.
    pub const fn nth(self) -> Option<u16> {
        match self.part {
            Part::Occasion(nth) => Some(nth),
            Part::Year | Part::Half(_) | Part::Quarter(_) | Part::Month(_) => None,
        }
    }

    /// How long it is; `None` for an occasion.
    pub const fn every(self) -> Option<Every> {
        match self.part {
            Part::Year => Some(Every::Year),
            Part::Half(_) => Some(Every::HalfYear),
            Part::Quarter(_) => Some(Every::Quarter),
            Part::Month(_) => Some(Every::Month),
            Part::Occasion(_) => None,
        }
    }

    const fn months(self) -> u32 {
        match self.part {
            Part::Year | Part::Occasion(_) => 12,
            Part::Half(_) => 6,
            Part::Quarter(_) => 3,
            Part::Month(_) => 1,
        }
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year.into(), self.first_month.into(), 1)
            .unwrap_or(NaiveDate::MIN)
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        self.after().pred_opt().unwrap_or(NaiveDate::MAX)
    }

    /// The day after its last.
    pub fn after(self) -> NaiveDate {
        self.first_day()
            .checked_add_months(Months::new(self.months()))
            .unwrap_or(NaiveDate::MAX)
    }

    /// The next one of the same length; the next occasion of the same year.
    #[must_use]
    pub fn next(self) -> Self {
        match (self.every(), self.nth()) {
            (Some(every), _) => Self::of(every, self.after()),
            (None, nth) => Self::occasion(self.year, nth.unwrap_or(0).saturating_add(1)),
        }
    }

    /// The day so many days after its last.
    pub fn days_after(self, days: u32) -> NaiveDate {
        self.last_day()
            .checked_add_days(Days::new(days.into()))
            .unwrap_or(NaiveDate::MAX)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let year = self.year;
        match self.part {
            Part::Year => write!(f, "{year:04}"),
            Part::Half(half) => write!(f, "{year:04}-H{half}"),
            Part::Quarter(quarter) => write!(f, "{year:04}-Q{quarter}"),
            Part::Month(month) => write!(f, "{year:04}-{month:02}"),
            Part::Occasion(nth) => write!(f, "{year:04}-N{nth}"),
        }
    }
}

impl Say for Period {
    fn say(&self, lang: Lang) -> String {
        let phrase = match self.part {
            Part::Year => Phrase::new("{year}년", "{year}"),
            Part::Half(1) => Phrase::new("{year}년 상반기", "first half of {year}"),
            Part::Half(_) => Phrase::new("{year}년 하반기", "second half of {year}"),
            Part::Quarter(_) => Phrase::new("{year}년 {n}분기", "quarter {n} of {year}"),
            Part::Month(_) => Phrase::new("{year}년 {n}월", "{n}/{year}"),
            Part::Occasion(_) => Phrase::new("{year}년 {n}회차", "no. {n} of {year}"),
        };
        let n = match self.part {
            Part::Year => 0,
            Part::Half(n) | Part::Quarter(n) | Part::Month(n) => n.into(),
            Part::Occasion(n) => n,
        };
        phrase.with(
            lang,
            &[("year", &self.year.to_string()), ("n", &n.to_string())],
        )
    }
}

/// A text that is no period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no period such as 2026, 2026-H2, 2026-Q4, 2026-11 or 2026-N1")]
pub struct ParsePeriodError(pub String);

impl FromStr for Period {
    type Err = ParsePeriodError;

    fn from_str(text: &str) -> Result<Self, ParsePeriodError> {
        read(text.trim()).ok_or_else(|| ParsePeriodError(text.chars().take(40).collect()))
    }
}

fn read(text: &str) -> Option<Period> {
    let digits = |part: &str, most: usize| {
        let fine = !part.is_empty() && part.len() <= most;
        (fine && part.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| part.parse::<u16>().ok())
            .flatten()
    };
    let (year, part) = match text.split_once('-') {
        Some((year, part)) => (year, Some(part)),
        None => (text, None),
    };
    let year = digits(year, 4).filter(|year| (1000..=9998).contains(year))?;
    let numbered = |part: &str, of: u16| {
        digits(part, 4)
            .filter(|n| (1..=of).contains(n))
            .and_then(|n| u8::try_from(n).ok())
    };
    let part = match part {
        None => Part::Year,
        Some(part) => match part.split_at_checked(1)? {
            ("H" | "h", half) => Part::Half(numbered(half, 2)?),
            ("Q" | "q", quarter) => Part::Quarter(numbered(quarter, 4)?),
            ("N" | "n", nth) => Part::Occasion(digits(nth, 4).filter(|nth| *nth > 0)?),
            _ => Part::Month(numbered(part, 12)?),
        },
    };
    Some(Period::new(year, part))
}

serde_as_text!(Period);

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_is_one_text_and_back_and_knows_its_days() {
        for (text, first, last, next, ko) in [
            ("2026", "2026-01-01", "2026-12-31", "2027", "2026년"),
            (
                "2026-H1",
                "2026-01-01",
                "2026-06-30",
                "2026-H2",
                "2026년 상반기",
            ),
            (
                "2026-H2",
                "2026-07-01",
                "2026-12-31",
                "2027-H1",
                "2026년 하반기",
            ),
            (
                "2026-Q4",
                "2026-10-01",
                "2026-12-31",
                "2027-Q1",
                "2026년 4분기",
            ),
            (
                "2028-02",
                "2028-02-01",
                "2028-02-29",
                "2028-03",
                "2028년 2월",
            ),
            (
                "2026-12",
                "2026-12-01",
                "2026-12-31",
                "2027-01",
                "2026년 12월",
            ),
            (
                "2026-N2",
                "2026-01-01",
                "2026-12-31",
                "2026-N3",
                "2026년 2회차",
            ),
        ] {
            let period: Period = text.parse().unwrap();
            assert_eq!(period.to_string(), text);
            assert_eq!(
                (period.first_day(), period.last_day()),
                (date(first), date(last)),
                "{text}"
            );
            assert_eq!(period.next().to_string(), next);
            assert_eq!(period.say(Lang::Ko), ko);
        }
    }

    #[test]
    fn every_day_lies_in_the_period_of_its_date() {
        for day in date("2027-12-01").iter_days().take(900) {
            for every in Every::ALL {
                let period = Period::of(*every, day);
                assert!(
                    period.first_day() <= day && day <= period.last_day(),
                    "{period} {day}"
                );
                assert_eq!(period.every(), Some(*every));
                assert_eq!(period.next().first_day(), period.after());
            }
        }
    }

    #[test]
    fn what_is_no_period_is_told() {
        for wrong in [
            "", "26", "2026-", "2026-13", "2026-0", "2026-H3", "2026-Q0", "2026-Q5", "2026-N0",
            "2026-x", "작년", "2026-+1", "9999", "2026-한",
        ] {
            assert!(wrong.parse::<Period>().is_err(), "{wrong:?}");
        }
    }
}
