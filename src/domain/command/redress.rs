//! Commands about what went wrong: misconduct, a missed deadline, a point to improve.
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
    /// Misconduct of staff, one of [`Detail::MISCONDUCT`].
    ReportMisconduct {
        detail: Detail,
        /// Where it happened; where the complaint says so if `None`.
        happened: Option<Happened>,
        text: String,
    },
    /// Record the finding, and whether the customer was told it.
    CheckFacts {
        text: String,
        told: bool,
        /// The check did not bear the report out.
        unfounded: bool,
    },
    /// Record the apology that was published.
    ApologisePublicly { text: String, published: NaiveDate },
    /// Caution a team and an officer.
    Caution {
        department: String,
        officer: String,
        text: String,
    },
    /// Record the training of an officer.
    Train { officer: String, text: String },
    /// Record what the customer was compensated with.
    Compensate { text: String },
    /// Confirm that the period of handling was missed.
    ConfirmOverdue,
    /// Tell the reason and the expected date of a delay, with an apology.
    ExplainDelay { text: String, until: NaiveDate },
    /// Record that the complainant demands that a delay be put right (decree art. 18).
    DemandCorrection { text: String },
    /// Remind the department in charge of what is overdue (act art. 25).
    Remind { text: String },
    /// Note that something can be improved.
    NoteImprovement { text: String },
}

impl Redress {
    /// The action that makes it, and its texts with the slots in which they were typed.
    pub(super) fn parts(&self) -> (ActionKind, Vec<(Field, &str)>) {
        match self {
            Self::ReportMisconduct { text, .. } => {
                (ActionKind::ReportMisconduct, vec![(Field::Text, text)])
            }
            Self::CheckFacts { text, .. } => (ActionKind::CheckFacts, vec![(Field::Text, text)]),
            Self::ApologisePublicly { text, .. } => {
                (ActionKind::PublicApology, vec![(Field::Text, text)])
            }
            Self::Caution {
                department,
                officer,
                text,
            } => (
                ActionKind::Caution,
                vec![
                    (Field::Department, department),
                    (Field::Officer, officer),
                    (Field::Text, text),
                ],
            ),
            Self::Train { officer, text } => (
                ActionKind::Training,
                vec![(Field::Officer, officer), (Field::Text, text)],
            ),
            Self::Compensate { text } => (ActionKind::Compensate, vec![(Field::Text, text)]),
            Self::ConfirmOverdue => (ActionKind::ConfirmOverdue, Vec::new()),
            Self::ExplainDelay { text, .. } => {
                (ActionKind::ExplainDelay, vec![(Field::Text, text)])
            }
            Self::DemandCorrection { text } => {
                (ActionKind::DemandCorrection, vec![(Field::Text, text)])
            }
            Self::Remind { text } => (ActionKind::Remind, vec![(Field::Text, text)]),
            Self::NoteImprovement { text } => (ActionKind::Improvable, vec![(Field::Text, text)]),
        }
    }
}
