//! What a clerk asks for on the escalation ladder, and the link to an earlier case that its second step needs.
//!
//! Must not know when it is possible.

use super::ActionKind;
use crate::domain::{case::CaseNumber, party::Field};

/// A step of the escalation ladder, or what one needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ladder {
    StepOne {
        department: String,
        officer: String,
        instruction: String,
    },
    StepTwo {
        result: String,
        apology: String,
    },
    StepThree {
        /// What was not put into practice.
        reason: String,
        department: String,
        officer: String,
    },
    /// To an earlier case of the same person.
    Link { earlier: CaseNumber },
}

impl Ladder {
    /// The action that makes it.
    pub(super) const fn kind(&self) -> ActionKind {
        match self {
            Self::StepOne { .. } => ActionKind::StepOne,
            Self::StepTwo { .. } => ActionKind::StepTwo,
            Self::StepThree { .. } => ActionKind::StepThree,
            Self::Link { .. } => ActionKind::Link,
        }
    }

    /// Its texts, each with the slot in which it was typed.
    pub(super) fn texts(&self) -> Vec<(Field, &str)> {
        match self {
            Self::StepOne {
                department,
                officer,
                instruction,
            } => vec![
                (Field::Department, department),
                (Field::Officer, officer),
                (Field::Instruction, instruction),
            ],
            Self::StepTwo { result, apology } => {
                vec![(Field::Result, result), (Field::Apology, apology)]
            }
            Self::StepThree {
                reason,
                department,
                officer,
            } => vec![
                (Field::Reason, reason),
                (Field::Department, department),
                (Field::Officer, officer),
            ],
            Self::Link { .. } => Vec::new(),
        }
    }
}
