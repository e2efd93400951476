//! Receipt numbers.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A receipt number, `2026-000412`: the year of intake and a number without gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseNumber {
    /// The year of intake in the office's zone.
    pub year: u16,
    /// The number in that year, from 1.
    pub serial: u32,
}

impl CaseNumber {
    const SERIALS: i64 = 10_000_000;

    /// The number as one integer that sorts like the number: the row id of the case.
    pub fn id(self) -> i64 {
        i64::from(self.year) * Self::SERIALS + i64::from(self.serial)
    }

    /// The number behind a row id.
    pub fn from_id(id: i64) -> Option<Self> {
        let year = u16::try_from(id / Self::SERIALS).ok()?;
        let serial = u32::try_from(id % Self::SERIALS).ok()?;
        (serial > 0 && year > 0).then_some(Self { year, serial })
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:06}", self.year, self.serial)
    }
}

/// A text that is no receipt number.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no receipt number such as 2026-000001")]
pub struct NotANumber(pub String);

impl FromStr for CaseNumber {
    type Err = NotANumber;

    /// Reads `2026-000412`; leading zeros may be left out (`2026-412`).
    fn from_str(text: &str) -> Result<Self, NotANumber> {
        let wrong = || NotANumber(text.chars().take(40).collect());
        let (year, serial) = text.trim().split_once('-').ok_or_else(wrong)?;
        let digits = |part: &str, most: usize| {
            (!part.is_empty() && part.len() <= most && part.bytes().all(|b| b.is_ascii_digit()))
                .then_some(())
        };
        digits(year, 4).and(digits(serial, 7)).ok_or_else(wrong)?;
        let number = Self {
            year: year.parse().map_err(|_malformed| wrong())?,
            serial: serial.parse().map_err(|_malformed| wrong())?,
        };
        (number.year >= 1000 && number.serial > 0)
            .then_some(number)
            .ok_or_else(wrong)
    }
}

impl Serialize for CaseNumber {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for CaseNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_number_is_one_integer_and_back() {
        let number: CaseNumber = "2026-000412".parse().unwrap();
        assert_eq!(
            (number.id(), number.to_string().as_str()),
            (20_260_000_412, "2026-000412")
        );
        assert_eq!(CaseNumber::from_id(number.id()), Some(number));
        assert_eq!("2026-412".parse(), Ok(number));
        assert_eq!(
            "2026-1234567".parse::<CaseNumber>().unwrap().to_string(),
            "2026-1234567"
        );
        for wrong in [
            "",
            "2026",
            "2026-",
            "2026-0",
            "-1",
            "2026-x",
            "99999-1",
            "2026-12345678",
            "2026-+1",
        ] {
            assert!(wrong.parse::<CaseNumber>().is_err(), "{wrong:?}");
        }
        assert_eq!(CaseNumber::from_id(20_260_000_000), None);
    }
}
