//! Commands on the escalation ladder, and the link that its second step needs.
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
    /// The result of the measures and a letter of apology.
    StepTwo { result: String, apology: String },
    /// Caution to the team and the officer for what they did not put into practice.
    StepThree {
        reason: String,
        department: String,
        officer: String,
    },
    /// Link to an earlier case: a person's word that it is the same customer and the same point.
    Link {
        earlier: CaseNumber,
        /// It only points there.
        see_also: bool,
        /// Why they are the same against the program's doubt.
        reason: String,
    },
}

impl Ladder {
    /// The action that makes it, and its texts with the slots in which they were typed.
    pub(super) fn parts(&self) -> (ActionKind, Vec<(Field, &str)>) {
        match self {
            Self::StepOne {
                department,
                officer,
                instruction,
            } => (
                ActionKind::StepOne,
                vec![
                    (Field::Department, department),
                    (Field::Officer, officer),
                    (Field::Instruction, instruction),
                ],
            ),
            Self::StepTwo { result, apology } => (
                ActionKind::StepTwo,
                vec![(Field::Result, result), (Field::Apology, apology)],
            ),
            Self::StepThree {
                reason,
                department,
                officer,
            } => (
                ActionKind::StepThree,
                vec![
                    (Field::Reason, reason),
                    (Field::Department, department),
                    (Field::Officer, officer),
                ],
            ),
            Self::Link { reason, .. } => (ActionKind::Link, vec![(Field::Reason, reason)]),
        }
    }
}
