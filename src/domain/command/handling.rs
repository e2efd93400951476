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
    /// The period of the law begins.
    Accept,
    Assign {
        department: String,
        /// May be empty.
        officer: String,
    },
    Acknowledge,
    Note {
        text: String,
    },
    Action {
        text: String,
    },
    Contact {
        how: ContactWay,
        text: String,
    },
    /// The owner stays.
    Consult {
        department: String,
        text: String,
        until: Option<NaiveDate>,
    },
    AnswerConsultation {
        department: String,
        text: String,
    },
    NeedReview,
    Tick {
        /// `all` of those for the channel, ids of promises, or single items, separated by commas.
        items: String,
    },
    Answer {
        outcome: Outcome,
        text: String,
    },
    Refuse {
        /// The legal ground.
        ground: String,
        /// How to object or seek remedy.
        remedy: String,
    },
    Apologise {
        text: String,
    },
    Correct {
        /// The number of the wrong fact.
        fact: u32,
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
            | Self::Action { text }
            | Self::Contact { text, .. }
            | Self::Answer { text, .. }
            | Self::Apologise { text }
            | Self::Correct { text, .. } => vec![(Field::Text, text)],
            Self::Consult {
                department, text, ..
            }
            | Self::AnswerConsultation { department, text } => {
                vec![(Field::Department, department), (Field::Text, text)]
            }
            Self::Refuse { ground, remedy } => {
                vec![(Field::Ground, ground), (Field::Remedy, remedy)]
            }
        }
    }
}
