//! What a clerk asks for where something went wrong: misconduct, a missed deadline, a point to improve.
//!
//! Must not know when it is possible.

use super::Kind;
use crate::domain::{charter::Detail, party::Field};
use chrono::NaiveDate;

/// What is done about something that went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Redress {
    /// Record that misconduct of staff was reported.
    ReportMisconduct {
        /// Of which kind, one of [`Detail::MISCONDUCT`].
        detail: Detail,
        /// What was reported.
        text: String,
    },
    /// Record what the check of the facts brought.
    CheckFacts {
        /// What was found.
        text: String,
        /// The customer is told it.
        told: bool,
    },
    /// Record the apology that was published.
    ApologisePublicly {
        /// The text that was published.
        text: String,
        /// On which day.
        published: NaiveDate,
    },
    /// Caution a team and an officer.
    Caution {
        /// The team.
        department: String,
        /// The officer.
        officer: String,
        /// Why.
        text: String,
    },
    /// Record the training of an officer.
    Train {
        /// The officer.
        officer: String,
        /// What it was about.
        text: String,
    },
    /// Record what the customer was compensated with.
    Compensate {
        /// For what, and with what.
        text: String,
    },
    /// Confirm that the period of handling was missed.
    ConfirmOverdue,
    /// Tell reason and expected date of a delay, with an apology.
    ExplainDelay {
        /// The reason and the apology.
        text: String,
        /// The expected date.
        until: NaiveDate,
    },
    /// Note that something can be put right.
    NoteImprovement {
        /// What.
        text: String,
    },
}

impl Redress {
    /// The action that makes it.
    pub(super) const fn kind(&self) -> Kind {
        match self {
            Self::ReportMisconduct { .. } => Kind::ReportMisconduct,
            Self::CheckFacts { .. } => Kind::CheckFacts,
            Self::ApologisePublicly { .. } => Kind::PublicApology,
            Self::Caution { .. } => Kind::Caution,
            Self::Train { .. } => Kind::Training,
            Self::Compensate { .. } => Kind::Compensate,
            Self::ConfirmOverdue => Kind::ConfirmOverdue,
            Self::ExplainDelay { .. } => Kind::ExplainDelay,
            Self::NoteImprovement { .. } => Kind::Improvable,
        }
    }

    /// Its texts, each with the slot in which it was typed.
    pub(super) fn texts(&self) -> Vec<(Field, &str)> {
        match self {
            Self::ReportMisconduct { text, .. }
            | Self::CheckFacts { text, .. }
            | Self::ApologisePublicly { text, .. }
            | Self::Compensate { text }
            | Self::ExplainDelay { text, .. }
            | Self::NoteImprovement { text } => vec![(Field::Text, text)],
            Self::Caution {
                department,
                officer,
                text,
            } => vec![
                (Field::Department, department),
                (Field::Officer, officer),
                (Field::Text, text),
            ],
            Self::Train { officer, text } => vec![(Field::Officer, officer), (Field::Text, text)],
            Self::ConfirmOverdue => Vec::new(),
        }
    }
}
