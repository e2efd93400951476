//! Commands about a visit to the customer.
//!
//! Must not know when it is possible.

use super::ActionKind;
use crate::domain::party::Field;
use chrono::{DateTime, Utc};

/// What is done about a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Appointment {
    /// Agree a visit to the customer.
    Appoint { at: DateTime<Utc>, purpose: String },
    /// A visit or consultation of the customer with an officer.
    Book {
        at: DateTime<Utc>,
        officer: String,
        purpose: String,
    },
    /// Record that the visit will not take place.
    Cancel { text: String },
    /// Move the visit to another time.
    Move { at: DateTime<Utc> },
    /// Record that the visit took place.
    Keep,
    /// Tell the customer purpose and expected time.
    Announce { text: String },
}

impl Appointment {
    /// The action that makes it, and its texts with the slots in which they were typed.
    pub(super) fn parts(&self) -> (ActionKind, Vec<(Field, &str)>) {
        match self {
            Self::Appoint { purpose, .. } => (ActionKind::Appoint, vec![(Field::Purpose, purpose)]),
            Self::Book {
                officer, purpose, ..
            } => (
                ActionKind::Book,
                vec![(Field::Officer, officer), (Field::Purpose, purpose)],
            ),
            Self::Cancel { text } => (ActionKind::CancelAppointment, vec![(Field::Text, text)]),
            Self::Move { .. } => (ActionKind::MoveAppointment, Vec::new()),
            Self::Keep => (ActionKind::KeepAppointment, Vec::new()),
            Self::Announce { text } => (ActionKind::AnnounceVisit, vec![(Field::Text, text)]),
        }
    }
}
