//! A limit as a promise states it ("7 days", "1 hour") and the rule that turns it into an instant.

use crate::words::{Lang, Say, closed_set};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

closed_set! {
    /// How a limit becomes an instant.
    CountingRule {
        /// Art. 19 of the Civil Petitions Treatment Act: to 5 days in working hours from the receipt (1 day = 8 h); from
        /// 6 days in days, first day counted, Saturdays and holidays out; weeks, months and years by calendar.
        PetitionAct = "petition_act", "민원처리법 제19조", "Civil Petitions Act art. 19";
        /// Minutes, hours or days (of 8 h) inside office hours.
        WorkingHours = "working_hours", "근무시간", "working hours";
        /// First day not counted, ends 24:00 of the Nth working day.
        WorkingDays = "working_days", "근무일", "working days";
        /// Civil code 155-161: first day not counted, calendar days, rolls off Saturdays and holidays.
        Civil = "civil", "민법 기간", "civil code";
        Elapsed = "elapsed", "실제 경과 시간", "wall clock";
        /// Close of business of the day; after close or on a day off, of the next working day.
        SameDay = "same_day", "당일", "same day";
        /// N days (or zero) before another instant.
        Before = "before", "기준 시점 전", "before another date";
        /// The same transaction.
        Immediate = "immediate", "실시간", "in real time";
    }
}

closed_set! {
    /// The unit of a limit.
    Unit {
        /// The rule says what that means (art. 19 of the decree: 3 working hours).
        Immediate = "immediate", "즉시", "immediate";
        Seconds = "seconds", "초", "seconds";
        Minutes = "minutes", "분", "minutes";
        Hours = "hours", "시간", "hours";
        Days = "days", "일", "days";
        Weeks = "weeks", "주", "weeks";
        Months = "months", "개월", "months";
        Years = "years", "년", "years";
    }
}

impl Unit {
    /// The unit of an English word, singular or plural.
    pub fn named(word: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|unit| unit.id() == word || unit.id().strip_suffix('s') == Some(word))
    }

    /// Seconds of one; `None` where days or the rule decide.
    pub const fn seconds(self) -> Option<u32> {
        match self {
            Self::Seconds => Some(1),
            Self::Minutes => Some(60),
            Self::Hours => Some(3600),
            Self::Immediate | Self::Days | Self::Weeks | Self::Months | Self::Years => None,
        }
    }
}

/// An amount of a unit: "7 days".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Limit {
    /// How many; 0 for [`Unit::Immediate`].
    pub amount: u32,
    pub unit: Unit,
}

impl Limit {
    /// Makes a limit.
    pub const fn new(amount: u32, unit: Unit) -> Self {
        Self { amount, unit }
    }

    /// In days of 8 working hours, rounded down.
    pub const fn in_days(self) -> u32 {
        match self.unit {
            Unit::Immediate | Unit::Seconds | Unit::Minutes => 0,
            Unit::Hours => self.amount / 8,
            Unit::Days => self.amount,
            Unit::Weeks => self.amount.saturating_mul(7),
            Unit::Months => self.amount.saturating_mul(30),
            Unit::Years => self.amount.saturating_mul(365),
        }
    }

    /// "Immediately".
    pub const IMMEDIATE: Self = Self::new(0, Unit::Immediate);
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.unit.id();
        if self.unit == Unit::Immediate {
            return f.write_str(name);
        }
        let one = name.strip_suffix('s').filter(|_| self.amount == 1);
        write!(f, "{} {}", self.amount, one.unwrap_or(name))
    }
}

impl Say for Limit {
    fn say(&self, lang: Lang) -> String {
        match (lang, self.unit) {
            (Lang::En, _) => self.to_string(),
            (Lang::Ko, Unit::Immediate) => self.unit.say(lang),
            (Lang::Ko, unit) => format!("{}{}", self.amount, unit.say(lang)),
        }
    }
}

/// A text that is no limit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no limit: write an amount and a unit, such as \"7 days\", or \"immediate\"")]
pub struct InvalidLimit(pub String);

impl FromStr for Limit {
    type Err = InvalidLimit;

    /// Reads "7 days", "1 hour", "7일", "1시간" or "immediate"/"즉시". Zero is no limit.
    fn from_str(text: &str) -> Result<Self, InvalidLimit> {
        let text = text.trim();
        if matches!(text, "immediate" | "immediately" | "즉시") {
            return Ok(Self::IMMEDIATE);
        }
        let wrong = || InvalidLimit(text.to_owned());
        let split = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(wrong)?;
        let amount: u32 = text[..split].parse().map_err(|_too_large| wrong())?;
        let word = text[split..].trim();
        let korean = |unit: &&Unit| unit.say(Lang::Ko) == word;
        let unit = match word {
            "월" => Some(Unit::Months),
            _ => Unit::named(word).or_else(|| Unit::ALL.iter().find(korean).copied()),
        };
        match unit {
            Some(unit) if amount > 0 && unit != Unit::Immediate => Ok(Self { amount, unit }),
            _ => Err(wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_read_and_written_in_both_languages() {
        for (text, ko, en) in [
            ("7 days", "7일", "7 days"),
            ("1 hour", "1시간", "1 hour"),
            ("즉시", "즉시", "immediate"),
        ] {
            let limit: Limit = text.parse().unwrap();
            assert_eq!(
                (limit.say(Lang::Ko).as_str(), limit.to_string().as_str()),
                (ko, en)
            );
            assert_eq!(ko.parse(), Ok(limit));
        }
        for wrong in [
            "",
            "days",
            "0 days",
            "-1 days",
            "7",
            "7 fortnights",
            "99999999999 days",
            "한 시간",
        ] {
            assert!(wrong.parse::<Limit>().is_err(), "{wrong:?}");
        }
    }
}
