//! What a clerk asks for on the escalation ladder, and the link to an earlier case that its second step needs.
//!
//! Must not know when it is possible.

use super::Kind;
use crate::domain::{case::CaseNumber, party::Field};

/// A step of the escalation ladder, or what one needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ladder {
    /// Record the first step: team, officer, instruction.
    StepOne {
        /// The team.
        department: String,
        /// The officer.
        officer: String,
        /// What to do.
        instruction: String,
    },
    /// Record the second step: result of the measures and letter of apology.
    StepTwo {
        /// What the measures brought.
        result: String,
        /// The letter of apology.
        apology: String,
    },
    /// Record the third step: caution to team and officer.
    StepThree {
        /// What was not put into practice.
        reason: String,
        /// The team.
        department: String,
        /// The officer.
        officer: String,
    },
    /// Link it to an earlier case of the same person.
    Link {
        /// Which.
        earlier: CaseNumber,
    },
}

impl Ladder {
    /// The action that makes it.
    pub(super) const fn kind(&self) -> Kind {
        match self {
            Self::StepOne { .. } => Kind::StepOne,
            Self::StepTwo { .. } => Kind::StepTwo,
            Self::StepThree { .. } => Kind::StepThree,
            Self::Link { .. } => Kind::Link,
        }
    }

    /// The other case that it names.
    pub(super) const fn named(&self) -> Option<CaseNumber> {
        match self {
            Self::Link { earlier } => Some(*earlier),
            Self::StepOne { .. } | Self::StepTwo { .. } | Self::StepThree { .. } => None,
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
