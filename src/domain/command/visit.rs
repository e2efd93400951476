//! What a clerk asks for about a visit to the customer.
//!
//! Must not know when it is possible.

use super::Kind;
use crate::domain::party::Field;
use chrono::{DateTime, Utc};

/// What is done about a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Visiting {
    /// Agree a visit.
    Appoint {
        /// When it is to be.
        at: DateTime<Utc>,
        /// What for.
        purpose: String,
    },
    /// Book a visit or consultation of the customer with an officer.
    Book {
        /// When it is to be.
        at: DateTime<Utc>,
        /// With whom.
        officer: String,
        /// What for.
        purpose: String,
    },
    /// Record that the visit will not take place.
    Cancel {
        /// Why.
        text: String,
    },
    /// Move the visit to another time.
    Move {
        /// When it is to be.
        at: DateTime<Utc>,
    },
    /// Record that the visit took place.
    Keep,
    /// Tell the customer purpose and expected time.
    Announce {
        /// What was told.
        text: String,
    },
}

impl Visiting {
    /// The action that makes it.
    pub(super) const fn kind(&self) -> Kind {
        match self {
            Self::Appoint { .. } => Kind::Appoint,
            Self::Book { .. } => Kind::Book,
            Self::Cancel { .. } => Kind::CancelAppointment,
            Self::Move { .. } => Kind::MoveAppointment,
            Self::Keep => Kind::KeepAppointment,
            Self::Announce { .. } => Kind::AnnounceVisit,
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
