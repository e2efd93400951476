//! The numbers of subjects: a year, and a number in that year without gaps.

use super::{Subject, SubjectKind};
use crate::domain::text::serde_as_text;
use std::{fmt, str::FromStr};

/// The most digits of a serial.
const DIGITS: usize = 7;
/// How many serials a year has room for in a key.
const SERIALS: i64 = 10_000_000;

/// A text that is no number of that kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{given:?} is no number such as {example}")]
pub struct ParseNumberError {
    pub given: String,
    pub example: &'static str,
}

impl ParseNumberError {
    pub(super) fn new(given: &str, example: &'static str) -> Self {
        Self {
            given: given.chars().take(40).collect(),
            example,
        }
    }
}

/// Declares the number of a kind of subject: its letter, where its keys begin, and how it looks.
macro_rules! number {
    ($(#[$meta:meta])* $name:ident, $kind:ident, $letter:literal, $example:literal) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name {
            /// In the office's zone.
            pub year: u16,
            /// From 1.
            pub serial: u32,
        }

        impl $name {
            /// The number as one integer that sorts like the number: the key of its rows.
            pub fn id(self) -> i64 {
                SubjectKind::$kind.first_key() + i64::from(self.year) * SERIALS + i64::from(self.serial)
            }

            /// The number behind a key.
            pub fn from_id(id: i64) -> Option<Self> {
                let own = id.checked_sub(SubjectKind::$kind.first_key())?;
                let year = u16::try_from(own / SERIALS).ok()?;
                let serial = u32::try_from(own % SERIALS).ok()?;
                (serial > 0 && (1..10_000).contains(&year)).then_some(Self { year, serial })
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($letter, "{:04}-{:06}"), self.year, self.serial)
            }
        }

        impl FromStr for $name {
            type Err = ParseNumberError;

            /// Reads the number as it is shown; leading zeros of the serial may be left out.
            fn from_str(text: &str) -> Result<Self, ParseNumberError> {
                let own = text.trim().strip_prefix($letter);
                own.and_then(parts)
                    .map(|(year, serial)| Self { year, serial })
                    .ok_or_else(|| ParseNumberError::new(text, $example))
            }
        }

        impl From<$name> for Subject {
            fn from(number: $name) -> Self {
                Self::$kind(number)
            }
        }

        serde_as_text!($name);
    };
}

number! {
    /// The receipt number of a case, `2026-000412`.
    CaseNumber, Case, "", "2026-000001"
}
number! {
    /// The number of a visit or a call, `C2026-000012`.
    ContactNumber, Contact, "C", "C2026-000001"
}
number! {
    /// The number of a recurring duty of one period, `D2026-000003`.
    DutyNumber, Duty, "D", "D2026-000001"
}

/// Year and serial of `2026-000412`.
fn parts(text: &str) -> Option<(u16, u32)> {
    let (year, serial) = text.split_once('-')?;
    let digits = |part: &str, most: usize| {
        !part.is_empty() && part.len() <= most && part.bytes().all(|b| b.is_ascii_digit())
    };
    if !digits(year, 4) || !digits(serial, DIGITS) {
        return None;
    }
    let (year, serial) = (year.parse().ok()?, serial.parse().ok()?);
    (year >= 1000 && serial > 0).then_some((year, serial))
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
            "C2026-1",
        ] {
            assert!(wrong.parse::<CaseNumber>().is_err(), "{wrong:?}");
        }
        assert_eq!(CaseNumber::from_id(20_260_000_000), None);
    }

    #[test]
    fn contacts_and_duties_have_numbers_of_their_own() {
        let contact: ContactNumber = "C2026-12".parse().unwrap();
        let duty: DutyNumber = "D2026-3".parse().unwrap();
        assert_eq!(
            (contact.to_string(), contact.id()),
            ("C2026-000012".to_owned(), 1_020_260_000_012)
        );
        assert_eq!(
            (duty.to_string(), duty.id()),
            ("D2026-000003".to_owned(), 2_020_260_000_003)
        );
        assert_eq!(ContactNumber::from_id(contact.id()), Some(contact));
        assert_eq!(CaseNumber::from_id(contact.id()), None);
        assert_eq!(ContactNumber::from_id(duty.id()), None);
        assert_eq!(DutyNumber::from_id(contact.id()), None);
    }
}
