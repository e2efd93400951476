//! What a clerk asks for where something went wrong: misconduct, a missed deadline, a point to improve.
//!
//! Must not know when it is possible.

use super::ActionKind;
use crate::domain::{charter::Detail, party::Field};
use chrono::NaiveDate;

/// What is done about something that went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Redress {
    ReportMisconduct {
        /// One of [`Detail::MISCONDUCT`].
        detail: Detail,
        text: String,
    },
    CheckFacts {
        text: String,
        /// The customer is told the finding.
        told: bool,
    },
    ApologisePublicly {
        text: String,
        published: NaiveDate,
    },
    Caution {
        department: String,
        officer: String,
        text: String,
    },
    Train {
        officer: String,
        text: String,
    },
    Compensate { text: String },
    ConfirmOverdue,
    ExplainDelay {
        text: String,
        /// The expected date of the result.
        until: NaiveDate,
    },
    NoteImprovement { text: String },
}

impl Redress {
    /// The action that makes it.
    pub(super) const fn kind(&self) -> ActionKind {
        match self {
            Self::ReportMisconduct { .. } => ActionKind::ReportMisconduct,
            Self::CheckFacts { .. } => ActionKind::CheckFacts,
            Self::ApologisePublicly { .. } => ActionKind::PublicApology,
            Self::Caution { .. } => ActionKind::Caution,
            Self::Train { .. } => ActionKind::Training,
            Self::Compensate { .. } => ActionKind::Compensate,
            Self::ConfirmOverdue => ActionKind::ConfirmOverdue,
            Self::ExplainDelay { .. } => ActionKind::ExplainDelay,
            Self::NoteImprovement { .. } => ActionKind::Improvable,
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
