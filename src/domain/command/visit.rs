//! What a clerk asks for about a visit to the customer.
//!
//! Must not know when it is possible.

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
