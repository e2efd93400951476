//! Commands about a duty, as typed.

use super::CompletionInput;
use crate::domain::{rights::Operation, subject::CaseNumber};
use chrono::NaiveDate;

/// What can be recorded about a duty, without what is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DutyAction {
    Finish,
    Schedule,
    Announce,
    Remind,
    Correct,
    Skip,
    Revoke,
}

impl DutyAction {
    /// Every action, in the order in which staff need them.
    pub const ALL: [Self; 7] = [
        Self::Finish,
        Self::Schedule,
        Self::Announce,
        Self::Remind,
        Self::Correct,
        Self::Skip,
        Self::Revoke,
    ];

    /// The operation whose rights apply.
    pub const fn operation(self) -> Operation {
        match self {
            Self::Skip => Operation::SkipDuty,
            Self::Finish
            | Self::Schedule
            | Self::Announce
            | Self::Remind
            | Self::Correct
            | Self::Revoke => Operation::Duty,
        }
    }
}

/// A command about a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DutyCommand {
    Schedule {
        on: NaiveDate,
    },
    Announce {
        /// What was announced, and where; may be empty.
        text: String,
    },
    Finish(Box<CompletionInput>),
    Skip {
        reason: String,
    },
    /// Reminds departments of overdue cases (act art. 25).
    Remind {
        cases: Vec<CaseNumber>,
        departments: Vec<String>,
        /// What they are told; may be empty.
        text: String,
    },
    /// Records a correction beside the wrong fact; `score` and `grade` are empty where they were right.
    Correct {
        fact: u32,
        text: String,
        score: String,
        grade: String,
    },
    /// Strikes out a fact; what it did is withdrawn.
    Revoke {
        fact: u32,
        reason: String,
    },
}

impl DutyCommand {
    /// The action that makes it.
    pub const fn action(&self) -> DutyAction {
        match self {
            Self::Schedule { .. } => DutyAction::Schedule,
            Self::Announce { .. } => DutyAction::Announce,
            Self::Finish(_) => DutyAction::Finish,
            Self::Skip { .. } => DutyAction::Skip,
            Self::Remind { .. } => DutyAction::Remind,
            Self::Correct { .. } => DutyAction::Correct,
            Self::Revoke { .. } => DutyAction::Revoke,
        }
    }
}
