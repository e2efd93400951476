//! What a clerk asks for about missing papers.
//!
//! Must not know when it is possible.

use super::ActionKind;
use crate::domain::party::Field;
use chrono::NaiveDate;

/// What is done about missing papers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Supplement {
    /// Ask for missing papers: time stops. Once more where they did not come in time.
    Request {
        /// What is missing.
        text: String,
        until: NaiveDate,
    },
    /// Give the complainant more time for the papers, as asked.
    Extend {
        /// What the complainant says.
        text: String,
        until: NaiveDate,
    },
    /// Record that the papers arrived.
    Receive,
}

impl Supplement {
    /// The action that makes it.
    pub(super) const fn kind(&self) -> ActionKind {
        match self {
            Self::Request { .. } => ActionKind::Supplement,
            Self::Extend { .. } => ActionKind::SupplementLonger,
            Self::Receive => ActionKind::SupplementArrived,
        }
    }

    /// Its texts, each with the slot in which it was typed.
    pub(super) fn texts(&self) -> Vec<(Field, &str)> {
        match self {
            Self::Request { text, .. } | Self::Extend { text, .. } => vec![(Field::Text, text)],
            Self::Receive => Vec::new(),
        }
    }
}
