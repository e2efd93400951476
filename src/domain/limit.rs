//! A limit as a promise states it ("7 days", "1 hour") and the rule that turns it into an instant.

use crate::words::{Lang, Phrase, Say};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// How a limit becomes an instant: a closed set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountingRule {
    /// Art. 19 of the Civil Petitions Treatment Act: to 5 days in working hours from the receipt (1 day = 8 h); from
    /// 6 days in days, first day counted, Saturdays and holidays out; weeks, months and years by calendar.
    PetitionAct,
    /// Minutes or hours inside office hours.
    WorkingHours,
    /// First day not counted, ends 24:00 of the Nth working day.
    WorkingDays,
    /// Civil code 155-161: first day not counted, calendar days, rolls off Saturdays and holidays.
    Civil,
    Elapsed,
    /// Close of business of the day; after close or on a day off, of the next working day.
    SameDay,
    /// N days (or zero) before another instant.
    Before,
    /// The same transaction.
    Immediate,
}

impl CountingRule {
    /// Every rule, in the order in which they are documented.
    pub const ALL: [Self; 8] = [
        Self::PetitionAct,
        Self::WorkingHours,
        Self::WorkingDays,
        Self::Civil,
        Self::Elapsed,
        Self::SameDay,
        Self::Before,
        Self::Immediate,
    ];

    /// The name in charters and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::PetitionAct => "petition_act",
            Self::WorkingHours => "working_hours",
            Self::WorkingDays => "working_days",
            Self::Civil => "civil",
            Self::Elapsed => "elapsed",
            Self::SameDay => "same_day",
            Self::Before => "before",
            Self::Immediate => "immediate",
        }
    }
}

impl fmt::Display for CountingRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl FromStr for CountingRule {
    type Err = UnknownRule;

    fn from_str(text: &str) -> Result<Self, UnknownRule> {
        Self::ALL
            .into_iter()
            .find(|rule| rule.id() == text)
            .ok_or_else(|| UnknownRule(text.to_owned()))
    }
}

impl Say for CountingRule {
    fn say(&self, lang: Lang) -> String {
        let phrase = match self {
            Self::PetitionAct => Phrase::new("민원처리법 제19조", "Civil Petitions Act art. 19"),
            Self::WorkingHours => Phrase::new("근무시간", "working hours"),
            Self::WorkingDays => Phrase::new("근무일", "working days"),
            Self::Civil => Phrase::new("민법 기간", "civil code"),
            Self::Elapsed => Phrase::new("실제 경과 시간", "wall clock"),
            Self::SameDay => Phrase::new("당일", "same day"),
            Self::Before => Phrase::new("기준 시점 전", "before another date"),
            Self::Immediate => Phrase::new("실시간", "in real time"),
        };
        phrase.get(lang).to_owned()
    }
}

/// A name that is no counting rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no counting rule")]
pub struct UnknownRule(pub String);

/// The unit of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// "즉시"; the rule says what that means (art. 19 of the decree: 3 working hours).
    Immediate,
    Seconds,
    Minutes,
    Hours,
    Days,
    Weeks,
    Months,
    Years,
}

impl Unit {
    /// The name as it stands in charters and in JSON: `days`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Immediate => "immediate",
            Self::Seconds => "seconds",
            Self::Minutes => "minutes",
            Self::Hours => "hours",
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Years => "years",
        }
    }
}

impl Say for Unit {
    fn say(&self, lang: Lang) -> String {
        let said = match (lang, self) {
            (Lang::En, unit) => unit.id(),
            (Lang::Ko, Self::Immediate) => "즉시",
            (Lang::Ko, Self::Seconds) => "초",
            (Lang::Ko, Self::Minutes) => "분",
            (Lang::Ko, Self::Hours) => "시간",
            (Lang::Ko, Self::Days) => "일",
            (Lang::Ko, Self::Weeks) => "주",
            (Lang::Ko, Self::Months) => "개월",
            (Lang::Ko, Self::Years) => "년",
        };
        said.to_owned()
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
        let unit = match text[split..].trim() {
            "second" | "seconds" | "초" => Unit::Seconds,
            "minute" | "minutes" | "분" => Unit::Minutes,
            "hour" | "hours" | "시간" => Unit::Hours,
            "day" | "days" | "일" => Unit::Days,
            "week" | "weeks" | "주" => Unit::Weeks,
            "month" | "months" | "개월" | "월" => Unit::Months,
            "year" | "years" | "년" => Unit::Years,
            _ => return Err(wrong()),
        };
        if amount == 0 {
            Err(wrong())
        } else {
            Ok(Self { amount, unit })
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
