//! The steps of the escalation ladder as facts.

use super::Prose;
use serde::{Deserialize, Serialize};

/// A step of the escalation ladder (1·2·3차 조치).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step")]
pub enum Step {
    /// The team in charge is told to follow up.
    #[serde(rename = "1")]
    One {
        department: String,
        officer: String,
        instruction: Prose,
        /// True where it calls for its notices and assigns the case; not in facts of the first version.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        notifies: bool,
    },
    /// The matter came back: result of the measures and a letter of apology.
    #[serde(rename = "2")]
    Two {
        result: Prose,
        apology: Prose,
        /// True where both letters are followed.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        notifies: bool,
    },
    /// The result was not put into practice: caution to team and officer.
    #[serde(rename = "3")]
    Three {
        /// What was not done.
        reason: Prose,
        department: String,
        officer: String,
        /// True where both are told.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        notifies: bool,
    },
}

impl Step {
    /// Its free texts, in the order in which they stand in JSON.
    pub(super) fn texts(&mut self) -> Vec<&mut Prose> {
        match self {
            Self::One { instruction, .. } => vec![instruction],
            Self::Two {
                result, apology, ..
            } => vec![result, apology],
            Self::Three { reason, .. } => vec![reason],
        }
    }

    /// Its number, 1 to 3.
    pub const fn number(&self) -> u8 {
        match self {
            Self::One { .. } => 1,
            Self::Two { .. } => 2,
            Self::Three { .. } => 3,
        }
    }
}
