//! Commands in everyday work: accept, assign, ask other departments, tell the result.
//!
//! Must not know when it is possible.

use super::{ActionKind, Amend};
use crate::domain::{
    fact::{ContactWay, Outcome},
    party::Field,
};
use chrono::NaiveDate;

/// Everyday work on a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handling {
    /// The period of the law begins.
    Accept,
    /// The officer may be empty.
    Assign { department: String, officer: String },
    /// Confirm that it was read.
    Acknowledge,
    /// A remark without effect on deadlines.
    Note { text: String },
    /// Record what was done.
    Action {
        text: String,
        /// It keeps the fault from happening again.
        prevents: bool,
    },
    /// Record a contact with the customer.
    Contact { how: ContactWay, text: String },
    /// Ask another department, for an answer by a day; the owner stays.
    Consult {
        department: String,
        text: String,
        until: Option<NaiveDate>,
    },
    /// Record the answer of the other department.
    AnswerConsultation { department: String, text: String },
    /// Deadlines may change by it.
    NeedReview,
    /// `all` items of the checklist for the channel, ids of promises, or single items, separated by commas.
    Tick { items: String },
    /// Tell the result.
    Answer {
        outcome: Outcome,
        text: String,
        /// Why something is denied or not handled; empty where nothing is.
        ground: String,
        /// How to object or seek remedy where something is denied; the usual way of its kind where it is empty.
        remedy: String,
    },
    /// Refuse on a legal ground, with the way to object or seek remedy.
    Refuse { ground: String, remedy: String },
    /// Record an apology.
    Apologise { text: String },
    /// Record that what was said was written down and signed (decree art. 10(4)); empty for the text that was taken in.
    WriteDown { text: String },
    /// Correct the wrong fact of this number; the entry itself stays.
    Correct { fact: u32, text: String },
    /// Put right what was taken in.
    Amend(Box<Amend>),
    /// Strike out the fact of this number, with the reason; what it did is withdrawn.
    Revoke { fact: u32, reason: String },
}

impl Handling {
    /// The action that makes it, and its texts with the slots in which they were typed.
    pub(super) fn parts(&self) -> (ActionKind, Vec<(Field, &str)>) {
        match self {
            Self::Accept => (ActionKind::Accept, Vec::new()),
            Self::Assign {
                department,
                officer,
            } => (
                ActionKind::Assign,
                vec![(Field::Department, department), (Field::Officer, officer)],
            ),
            Self::Acknowledge => (ActionKind::Acknowledge, Vec::new()),
            Self::Note { text } => (ActionKind::Note, vec![(Field::Text, text)]),
            Self::Action { text, .. } => (ActionKind::Action, vec![(Field::Text, text)]),
            Self::Contact { text, .. } => (ActionKind::Contact, vec![(Field::Text, text)]),
            Self::Consult {
                department, text, ..
            } => (
                ActionKind::Consult,
                vec![(Field::Department, department), (Field::Text, text)],
            ),
            Self::AnswerConsultation { department, text } => (
                ActionKind::Consulted,
                vec![(Field::Department, department), (Field::Text, text)],
            ),
            Self::NeedReview => (ActionKind::NeedsReview, Vec::new()),
            // The list of ticked items is no text.
            Self::Tick { .. } => (ActionKind::Tick, Vec::new()),
            Self::Answer {
                text,
                ground,
                remedy,
                ..
            } => (
                ActionKind::Reply,
                vec![
                    (Field::Text, text),
                    (Field::Ground, ground),
                    (Field::Remedy, remedy),
                ],
            ),
            Self::Refuse { ground, remedy } => (
                ActionKind::Refuse,
                vec![(Field::Ground, ground), (Field::Remedy, remedy)],
            ),
            Self::Apologise { text } => (ActionKind::Apologise, vec![(Field::Text, text)]),
            Self::WriteDown { text } => (ActionKind::WriteDown, vec![(Field::Text, text)]),
            Self::Correct { text, .. } => (ActionKind::Correct, vec![(Field::Text, text)]),
            // The values of the receipt are checked with the rest of it.
            Self::Amend(amend) => (ActionKind::Amend, vec![(Field::Reason, &amend.reason)]),
            Self::Revoke { reason, .. } => (ActionKind::Revoke, vec![(Field::Reason, reason)]),
        }
    }
}
