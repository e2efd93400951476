//! Subjects: what facts are about. A case, a contact (a visit or a call) or a duty; each with a number of its own.
//!
//! Must not know what facts add up to: see [`super::outline`].

mod in_text;
mod number;
mod prose;

pub use number::{CaseNumber, ContactNumber, DutyNumber, ParseNumberError};
pub use prose::Prose;

use super::text::serde_as_text;
use crate::words::closed_set;
use chrono::{DateTime, Utc};
use std::{fmt, str::FromStr};

closed_set! {
    /// What facts may be about.
    SubjectKind {
        Case = "case", "민원", "case";
        /// A visit or a call.
        Contact = "contact", "응대", "contact";
        Duty = "duty", "정기 이행과제", "duty";
    }
}

impl SubjectKind {
    /// The first key of this kind.
    pub const fn first_key(self) -> i64 {
        match self {
            Self::Case => 0,
            Self::Contact => 1_000_000_000_000,
            Self::Duty => 2_000_000_000_000,
        }
    }

    /// The first key of the next kind.
    pub const fn end_key(self) -> i64 {
        self.first_key() + 1_000_000_000_000
    }
}

/// A subject by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    Case(CaseNumber),
    Contact(ContactNumber),
    Duty(DutyNumber),
}

impl Subject {
    /// The subject of that kind with that number.
    pub fn new(kind: SubjectKind, year: u16, serial: u32) -> Self {
        match kind {
            SubjectKind::Case => Self::Case(CaseNumber { year, serial }),
            SubjectKind::Contact => Self::Contact(ContactNumber { year, serial }),
            SubjectKind::Duty => Self::Duty(DutyNumber { year, serial }),
        }
    }

    /// The kind of the subject.
    pub fn kind(self) -> SubjectKind {
        match self {
            Self::Case(_) => SubjectKind::Case,
            Self::Contact(_) => SubjectKind::Contact,
            Self::Duty(_) => SubjectKind::Duty,
        }
    }

    /// The year of its number.
    pub fn year(self) -> u16 {
        match self {
            Self::Case(number) => number.year,
            Self::Contact(number) => number.year,
            Self::Duty(number) => number.year,
        }
    }

    /// Its number in that year.
    pub fn serial(self) -> u32 {
        match self {
            Self::Case(number) => number.serial,
            Self::Contact(number) => number.serial,
            Self::Duty(number) => number.serial,
        }
    }

    /// The number as one integer: the key of its rows.
    pub fn id(self) -> i64 {
        match self {
            Self::Case(number) => number.id(),
            Self::Contact(number) => number.id(),
            Self::Duty(number) => number.id(),
        }
    }

    /// The subject behind a key.
    pub fn from_id(id: i64) -> Option<Self> {
        CaseNumber::from_id(id)
            .map(Self::Case)
            .or_else(|| ContactNumber::from_id(id).map(Self::Contact))
            .or_else(|| DutyNumber::from_id(id).map(Self::Duty))
    }

    /// The receipt number, where it is a case.
    pub fn case(self) -> Option<CaseNumber> {
        match self {
            Self::Case(number) => Some(number),
            Self::Contact(_) | Self::Duty(_) => None,
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Case(number) => number.fmt(f),
            Self::Contact(number) => number.fmt(f),
            Self::Duty(number) => number.fmt(f),
        }
    }
}

impl FromStr for Subject {
    type Err = ParseNumberError;

    /// Reads the number of any kind: `2026-000412`, `C2026-000012`, `D2026-000003`.
    fn from_str(text: &str) -> Result<Self, ParseNumberError> {
        match text.trim().chars().next() {
            Some('C') => text.parse().map(Self::Contact),
            Some('D') => text.parse().map(Self::Duty),
            _ => text.parse().map(Self::Case),
        }
    }
}

serde_as_text!(Subject);

/// The relation of one subject to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKind {
    /// The other is an earlier case of the same person and matter.
    Earlier,
    /// It points to the other, an earlier case.
    SeeAlso,
    /// It continues in the other.
    Merged,
    /// It is a contact that became the other, a case.
    Became,
}

impl LinkKind {
    /// The word in the store.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Earlier => "earlier",
            Self::SeeAlso => "see-also",
            Self::Merged => "merged",
            Self::Became => "became",
        }
    }
}

/// A reference to the fact by which something was done or ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactRef {
    pub at: DateTime<Utc>,
    pub recorded_at: DateTime<Utc>,
    pub seq: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_read_as_it_is_shown_and_comes_back_from_its_key() {
        for text in ["2026-000412", "C2026-000012", "D2026-000003"] {
            let subject: Subject = text.parse().unwrap();
            assert_eq!(subject.to_string(), text);
            assert_eq!(Subject::from_id(subject.id()), Some(subject));
            let kind = subject.kind();
            assert!((kind.first_key()..kind.end_key()).contains(&subject.id()));
            let json = serde_json::to_string(&subject).unwrap();
            assert_eq!(serde_json::from_str::<Subject>(&json).unwrap(), subject);
        }
        for wrong in ["", "C2026", "E2026-1", "c2026-1", "C-1", "CD2026-1"] {
            assert!(wrong.parse::<Subject>().is_err(), "{wrong:?}");
        }
        for key in [-1, 0, 20_260_000_000, 3_020_260_000_001, i64::MAX, i64::MIN] {
            assert_eq!(Subject::from_id(key), None, "{key}");
        }
    }
}
