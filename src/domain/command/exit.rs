//! Commands that end a case, or reopen an ended one.
//!
//! Must not know when it is possible.

use super::ActionKind;
use crate::domain::{case::CaseNumber, fact::ReopenCause, party::Field};
use chrono::NaiveDate;

/// A way out of a case, or back in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exit {
    /// The complainant withdraws it; the text may be empty.
    Withdraw { text: String },
    /// Send it back for want of the supplement.
    Return { text: String },
    /// Pass it to another agency and tell the complainant.
    Transfer { agency: String, text: String },
    /// It continues in another case.
    Merge { into: CaseNumber },
    /// The normal end, after the result.
    Close {
        /// Why nobody was told the result; empty where it was told.
        untold: String,
    },
    /// As a repeated petition (act art. 23).
    CloseAsRepeat {
        /// Why it is the same without good reason; may be empty.
        text: String,
        /// The day on which the committee dealt with it.
        committee: Option<NaiveDate>,
    },
    /// The complainant objects to the result.
    Object { text: String },
    /// Take a finished case up again.
    Reopen { cause: ReopenCause, text: String },
}

impl Exit {
    /// The action that makes it, and its texts with the slots in which they were typed.
    pub(super) fn parts(&self) -> (ActionKind, Vec<(Field, &str)>) {
        match self {
            Self::Withdraw { text } => (ActionKind::Withdraw, vec![(Field::Text, text)]),
            Self::Return { text } => (ActionKind::Return, vec![(Field::Text, text)]),
            Self::Transfer { agency, text } => (
                ActionKind::Transfer,
                vec![(Field::Agency, agency), (Field::Text, text)],
            ),
            Self::Merge { .. } => (ActionKind::Merge, Vec::new()),
            Self::Close { untold } => (ActionKind::Close, vec![(Field::Untold, untold)]),
            Self::CloseAsRepeat { text, .. } => {
                (ActionKind::CloseAsRepeat, vec![(Field::Text, text)])
            }
            Self::Object { text } => (ActionKind::Object, vec![(Field::Text, text)]),
            Self::Reopen { text, .. } => (ActionKind::Reopen, vec![(Field::Text, text)]),
        }
    }
}
