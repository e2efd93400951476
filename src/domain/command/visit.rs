//! What a clerk asks for about a visit to the customer.
//!
//! Must not know when it is possible.

use super::ActionKind;
use crate::domain::party::Field;
use chrono::{DateTime, Utc};

/// What is done about a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Appointment {
    /// Agree a visit.
    Appoint { at: DateTime<Utc>, purpose: String },
    /// Book a visit or consultation of the customer with an officer.
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
    Announce {
        /// What was told.
        text: String,
    },
}

impl Appointment {
    /// The action that makes it.
    pub(super) const fn kind(&self) -> ActionKind {
        match self {
            Self::Appoint { .. } => ActionKind::Appoint,
            Self::Book { .. } => ActionKind::Book,
            Self::Cancel { .. } => ActionKind::CancelAppointment,
            Self::Move { .. } => ActionKind::MoveAppointment,
            Self::Keep => ActionKind::KeepAppointment,
            Self::Announce { .. } => ActionKind::AnnounceVisit,
        }
    }

    /// Its texts, each with the slot in which it was typed.
    pub(super) fn texts(&self) -> Vec<(Field, &str)> {
        match self {
            Self::Appoint { purpose, .. } => vec![(Field::Purpose, purpose)],
            Self::Book {
                officer, purpose, ..
            } => vec![(Field::Officer, officer), (Field::Purpose, purpose)],
            Self::Cancel { text } | Self::Announce { text } => vec![(Field::Text, text)],
            Self::Move { .. } | Self::Keep => Vec::new(),
        }
    }
}
