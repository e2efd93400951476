//! What a clerk asks for about the period of handling: extended, told of, stopped, and going on.
//!
//! Must not know when it is possible.

use super::ActionKind;
use crate::domain::{
    fact::{ExtensionReason, SuspensionReason},
    party::Field,
};

/// What is done about the period of handling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Timing {
    NeedExtension {
        reason: ExtensionReason,
        text: String,
    },
    Extend {
        reason: ExtensionReason,
        days: u32,
        text: String,
        consent: bool,
    },
    ReplyInterim {
        text: String,
    },
    /// Stops the clock for a reason of the law other than a supplement.
    Suspend {
        reason: SuspensionReason,
        text: String,
    },
    Resume,
}

impl Timing {
    /// The action that makes it.
    pub(super) const fn kind(&self) -> ActionKind {
        match self {
            Self::NeedExtension { .. } => ActionKind::NeedExtension,
            Self::Extend { .. } => ActionKind::Extend,
            Self::ReplyInterim { .. } => ActionKind::Interim,
            Self::Suspend { .. } => ActionKind::Suspend,
            Self::Resume => ActionKind::Resume,
        }
    }

    /// Its texts, each with the slot in which it was typed.
    pub(super) fn texts(&self) -> Vec<(Field, &str)> {
        match self {
            Self::NeedExtension { text, .. }
            | Self::Extend { text, .. }
            | Self::ReplyInterim { text }
            | Self::Suspend { text, .. } => vec![(Field::Text, text)],
            Self::Resume => Vec::new(),
        }
    }
}
