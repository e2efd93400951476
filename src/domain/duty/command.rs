//! What staff ask the desk to do to a duty, before anyone has decided whether it may be done.

use super::Completing;
use crate::domain::{rights::Operation, subject::CaseNumber};
use chrono::NaiveDate;

/// What staff ask the desk to do to a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DutyCommand {
    /// Give it another date.
    Schedule {
        /// On which day it takes place.
        on: NaiveDate,
    },
    /// Record that it was announced.
    Announce {
        /// What was announced, and where; may be empty.
        text: String,
    },
    /// Record that it was done.
    Finish(Box<Completing>),
    /// Leave it out.
    Skip {
        /// Why.
        reason: String,
    },
    /// Remind departments of cases whose time is over (act art. 25).
    Remind {
        /// Which cases.
        cases: Vec<CaseNumber>,
        /// The departments in charge of them.
        departments: Vec<String>,
        /// What they are told; may be empty.
        text: String,
    },
    /// Set a wrong entry right beside it.
    Correct {
        /// The fact that was wrong.
        fact: u32,
        /// What is right.
        text: String,
        /// The right score; empty where that was right.
        score: String,
        /// The right grade; empty where that was right.
        grade: String,
    },
}

impl DutyCommand {
    /// What it is in the table of rights.
    pub const fn operation(&self) -> Operation {
        match self {
            Self::Skip { .. } => Operation::SkipDuty,
            Self::Schedule { .. }
            | Self::Announce { .. }
            | Self::Finish(_)
            | Self::Remind { .. }
            | Self::Correct { .. } => Operation::Duty,
        }
    }
}
