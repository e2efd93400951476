//! Commands about the period of handling: extension, interim reply, suspension, resumption.
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
    /// Record that a cause for an extension arose.
    NeedExtension {
        reason: ExtensionReason,
        text: String,
    },
    /// Extend the period and tell the new date.
    Extend {
        reason: ExtensionReason,
        days: u32,
        text: String,
        consent: bool,
    },
    /// Tell the complainant the progress.
    ReplyInterim { text: String },
    /// Stops the clock for a reason of the law other than a supplement.
    Suspend {
        reason: SuspensionReason,
        text: String,
    },
    /// The clock goes on.
    Resume,
}

impl Timing {
    /// The action that makes it, and its texts with the slots in which they were typed.
    pub(super) fn parts(&self) -> (ActionKind, Vec<(Field, &str)>) {
        match self {
            Self::NeedExtension { text, .. } => {
                (ActionKind::NeedExtension, vec![(Field::Text, text)])
            }
            Self::Extend { text, .. } => (ActionKind::Extend, vec![(Field::Text, text)]),
            Self::ReplyInterim { text } => (ActionKind::Interim, vec![(Field::Text, text)]),
            Self::Suspend { text, .. } => (ActionKind::Suspend, vec![(Field::Text, text)]),
            Self::Resume => (ActionKind::Resume, Vec::new()),
        }
    }
}
