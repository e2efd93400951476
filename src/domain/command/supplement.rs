//! What a clerk asks for about missing papers.
//!
//! Must not know when it is possible.

use super::ActionKind;
use crate::domain::party::Field;
use chrono::NaiveDate;

/// What is done about missing papers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Supplement {
    /// Stops the clock; possible once more if the papers did not come in time.
    Request {
        text: String,
        until: NaiveDate,
    },
    Extend {
        text: String,
        until: NaiveDate,
    },
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
