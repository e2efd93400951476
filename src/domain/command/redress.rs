//! What a clerk asks for where something went wrong: misconduct, a missed deadline, a point to improve.
//!
//! Must not know when it is possible.

use super::ActionKind;
use crate::domain::{
    charter::{Detail, Happened},
    party::Field,
};
use chrono::NaiveDate;

/// What is done about something that went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Redress {
    /// Record that misconduct of staff was reported.
    ReportMisconduct {
        /// Of which kind, one of [`Detail::MISCONDUCT`].
        detail: Detail,
        /// Where it happened; where the complaint says so if `None`.
        happened: Option<Happened>,
        /// What was reported.
        text: String,
    },
    /// Record what the check of the facts brought.
    CheckFacts {
        /// What was found.
        text: String,
        /// The customer is told it.
        told: bool,
        /// The check did not bear the report out.
        unfounded: bool,
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
        department: String,
        officer: String,
        text: String,
    },
    /// Record the training of an officer.
    Train {
        officer: String,
        /// What it was about.
        text: String,
    },
    /// Record what the customer was compensated with.
    Compensate { text: String },
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
