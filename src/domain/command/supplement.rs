//! Commands about missing papers.
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
        /// Why it is asked for later than 8 working hours after the receipt; empty where it is not.
        late: String,
    },
    /// More time for the papers, as the complainant asks.
    Extend { text: String, until: NaiveDate },
    /// Record that the papers arrived.
    Receive,
}

impl Supplement {
    /// The action that makes it, and its texts with the slots in which they were typed.
    pub(super) fn parts(&self) -> (ActionKind, Vec<(Field, &str)>) {
        match self {
            Self::Request { text, late, .. } => (
                ActionKind::Supplement,
                vec![(Field::Text, text), (Field::Reason, late)],
            ),
            Self::Extend { text, .. } => (ActionKind::SupplementLonger, vec![(Field::Text, text)]),
            Self::Receive => (ActionKind::SupplementArrived, Vec::new()),
        }
    }
}
