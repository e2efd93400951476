//! What a clerk asks for about a visit to the customer.
//!
//! Must not know when it is possible.

use super::ActionKind;
use crate::domain::party::Field;
use chrono::{DateTime, Utc};

/// What is done about a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Appointment {
    Appoint { at: DateTime<Utc>, purpose: String },
    /// A visit or consultation of the customer with an officer.
    Book {
        at: DateTime<Utc>,
        officer: String,
        purpose: String,
    },
    Cancel { text: String },
    Move { at: DateTime<Utc> },
    Keep,
    /// Tells the customer purpose and expected time.
    Announce {
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
