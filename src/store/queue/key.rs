//! A place in the queue, and the word in which it goes to a caller and back.

use std::{fmt, str::FromStr};

/// A place in the queue: the key of the row that stands there. It goes to the caller and back as one word.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RowKey {
    pub rank: i64,
    pub subject: i64,
    /// Promise and opening, where rows are deadlines.
    pub deadline: Option<(String, u16)>,
}

impl RowKey {
    /// What the queue is ordered by.
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

/// A word that is no place in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no place in the queue")]
pub struct InvalidRowKey;

impl FromStr for RowKey {
    type Err = InvalidRowKey;

    fn from_str(text: &str) -> Result<Self, InvalidRowKey> {
        let mut parts = text.splitn(4, ':');
        let mut integer = || {
            parts
                .next()
                .and_then(|part| part.parse().ok())
                .ok_or(InvalidRowKey)
        };
        let (rank, subject) = (integer()?, integer()?);
        let deadline = match (parts.next(), parts.next()) {
            (None, _) => None,
            (Some(nth), Some(promise)) => Some((
                promise.to_owned(),
                nth.parse().map_err(|_not_a_number| InvalidRowKey)?,
            )),
            (Some(_), None) => return Err(InvalidRowKey),
        };
        Ok(Self {
            rank,
            subject,
            deadline,
        })
    }
}
