//! Keys of queue rows, by which pages are read, and their text form.

use std::{fmt, str::FromStr};

/// The key of a row: `rank:subject`, or `rank:subject:nth:promise` where rows are deadlines.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RowKey {
    pub rank: i64,
    pub subject: i64,
    /// Promise and opening, where rows are deadlines.
    pub deadline: Option<(String, u16)>,
}

impl RowKey {
    /// What the queue is sorted by.
    pub fn place(&self) -> (i64, i64, Option<&(String, u16)>) {
        (self.rank, self.subject, self.deadline.as_ref())
    }
}

impl fmt::Display for RowKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.rank, self.subject)?;
        match &self.deadline {
            Some((promise, nth)) => write!(f, ":{nth}:{promise}"),
            None => Ok(()),
        }
    }
}

/// The error for a text that is no key of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no place in the queue")]
pub struct InvalidRowKey;

impl FromStr for RowKey {
    type Err = InvalidRowKey;

    fn from_str(text: &str) -> Result<Self, InvalidRowKey> {
        let mut parts = text.splitn(4, ':');
        let mut integer = || {
            let part = parts.next().and_then(|part| part.parse().ok());
            part.ok_or(InvalidRowKey)
        };
        let (rank, subject) = (integer()?, integer()?);
        let deadline = match (parts.next(), parts.next()) {
            (None, _) => None,
            (Some(nth), Some(promise)) => {
                let nth = nth.parse().map_err(|_not_a_number| InvalidRowKey)?;
                Some((promise.to_owned(), nth))
            }
            (Some(_), None) => return Err(InvalidRowKey),
        };
        Ok(Self {
            rank,
            subject,
            deadline,
        })
    }
}
