//! What a clerk asks for in everyday work: accept, assign, ask other departments, tell the result.
//!
//! Must not know when it is possible.

use super::ActionKind;
use crate::domain::{
    fact::{ContactWay, Outcome},
    party::Field,
};
use chrono::NaiveDate;

/// Everyday work on a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handling {
    /// Accept what came in: the period of the law begins.
    Accept,
    /// Give it to a department and an officer.
    Assign {
        department: String,
        /// The officer; may be empty.
        officer: String,
    },
    /// Confirm that it was read.
    Acknowledge,
    Note {
        text: String,
    },
    /// Record what was done.
    Action {
        text: String,
        /// It keeps the fault from happening again.
        prevents: bool,
    },
    /// Record a contact with the customer.
    Contact {
        how: ContactWay,
        /// What was said.
        text: String,
    },
    /// Ask another department; the owner stays.
    Consult {
        department: String,
        text: String,
        /// By which day the answer is to come.
        until: Option<NaiveDate>,
    },
    /// Record what the other department answered.
    AnswerConsultation {
        department: String,
        text: String,
    },
    /// Mark that the case needs review.
    NeedReview,
    /// Record which items of a checklist were done.
    Tick {
        /// `all` of those for the channel, ids of promises, or single items, separated by commas.
        items: String,
    },
    /// Tell the result.
    Answer {
        outcome: Outcome,
        /// What is told.
        text: String,
        /// How to object or seek remedy where something is denied; the usual way of its kind where it is empty.
        remedy: String,
    },
    /// Refuse, with ground and remedy.
    Refuse {
        /// The legal ground.
        ground: String,
        /// How to object or seek remedy.
        remedy: String,
    },
    Apologise {
        text: String,
    },
    /// Set a wrong entry right beside it.
    Correct {
        /// The fact that was wrong.
        fact: u32,
        /// What is right.
        text: String,
    },
}

impl Handling {
    /// The action that makes it.
    pub(super) const fn kind(&self) -> ActionKind {
        match self {
            Self::Accept => ActionKind::Accept,
            Self::Assign { .. } => ActionKind::Assign,
            Self::Acknowledge => ActionKind::Acknowledge,
            Self::Note { .. } => ActionKind::Note,
            Self::Action { .. } => ActionKind::Action,
            Self::Contact { .. } => ActionKind::Contact,
            Self::Consult { .. } => ActionKind::Consult,
            Self::AnswerConsultation { .. } => ActionKind::Consulted,
            Self::NeedReview => ActionKind::NeedsReview,
            Self::Tick { .. } => ActionKind::Tick,
            Self::Answer { .. } => ActionKind::Reply,
            Self::Refuse { .. } => ActionKind::Refuse,
            Self::Apologise { .. } => ActionKind::Apologise,
            Self::Correct { .. } => ActionKind::Correct,
        }
    }

    /// Its texts, each with the slot in which it was typed; the list of ticked items is none.
    pub(super) fn texts(&self) -> Vec<(Field, &str)> {
        match self {
            Self::Accept | Self::Acknowledge | Self::NeedReview | Self::Tick { .. } => Vec::new(),
            Self::Assign {
                department,
                officer,
            } => vec![(Field::Department, department), (Field::Officer, officer)],
            Self::Note { text }
            | Self::Action { text, .. }
            | Self::Contact { text, .. }
            | Self::Apologise { text }
            | Self::Correct { text, .. } => vec![(Field::Text, text)],
            Self::Consult {
                department, text, ..
            }
            | Self::AnswerConsultation { department, text } => {
                vec![(Field::Department, department), (Field::Text, text)]
            }
            Self::Answer { text, remedy, .. } => {
                let remedy =
                    (!remedy.trim().is_empty()).then_some((Field::Remedy, remedy.as_str()));
                std::iter::once((Field::Text, text.as_str()))
                    .chain(remedy)
                    .collect()
            }
            Self::Refuse { ground, remedy } => {
                vec![(Field::Ground, ground), (Field::Remedy, remedy)]
            }
        }
    }
}
