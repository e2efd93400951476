//! What a clerk asks for to end a case, or to take an ended one up again.
//!
//! Must not know when it is possible.

use super::ActionKind;
use crate::domain::{case::CaseNumber, party::Field};

/// A way out of a case, or back in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Record that the complainant withdrew it.
    Withdraw {
        /// What was said; may be empty.
        text: String,
    },
    /// Send it back for want of the supplement.
    Return { text: String },
    /// Pass it to another agency and tell the complainant.
    Transfer {
        agency: String,
        /// What is told.
        text: String,
    },
    /// Let it go on in another case.
    Merge { into: CaseNumber },
    Close {
        /// Why nobody was told the result; empty where it was told.
        untold: String,
    },
    /// Close it as a repeated petition (act art. 23).
    CloseAsRepeat,
    /// Record that the complainant objects.
    Object { text: String },
    /// Take a finished case up again.
    Reopen { text: String },
}

impl Exit {
    /// The action that makes it.
    pub(super) const fn kind(&self) -> ActionKind {
        match self {
            Self::Withdraw { .. } => ActionKind::Withdraw,
            Self::Return { .. } => ActionKind::Return,
            Self::Transfer { .. } => ActionKind::Transfer,
            Self::Merge { .. } => ActionKind::Merge,
            Self::Close { .. } => ActionKind::Close,
            Self::CloseAsRepeat => ActionKind::CloseAsRepeat,
            Self::Object { .. } => ActionKind::Object,
            Self::Reopen { .. } => ActionKind::Reopen,
        }
    }

    /// Its texts, each with the slot in which it was typed.
    pub(super) fn texts(&self) -> Vec<(Field, &str)> {
        match self {
            Self::Withdraw { text }
            | Self::Return { text }
            | Self::Object { text }
            | Self::Reopen { text } => vec![(Field::Text, text)],
            Self::Transfer { agency, text } => vec![(Field::Agency, agency), (Field::Text, text)],
            Self::Close { untold } => vec![(Field::Untold, untold)],
            Self::Merge { .. } | Self::CloseAsRepeat => Vec::new(),
        }
    }
}
