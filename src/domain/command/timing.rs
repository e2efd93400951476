//! Commands about the period of handling: extension, interim reply, suspension, choice of representatives, resumption.
//!
//! Must not know when it is possible.

use super::ActionKind;
use crate::domain::{
    fact::{ExtensionReason, Selection, SuspensionReason},
    party::Field,
};
use chrono::NaiveDate;

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
    /// Asks several people for representatives by a day; the clock stops (decree art. 8).
    AskRepresentatives { text: String, until: NaiveDate },
    /// Record who represents them: names, separated by commas.
    NameRepresentatives { names: String, how: Selection },
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
            Self::AskRepresentatives { text, .. } => {
                (ActionKind::AskRepresentatives, vec![(Field::Text, text)])
            }
            Self::NameRepresentatives { names, how } => {
                let kind = match how {
                    Selection::Chosen => ActionKind::Representatives,
                    Selection::Designated => ActionKind::Designate,
                };
                (kind, vec![(Field::Representative, names)])
            }
        }
    }
}
