//! What a clerk asks for to end a case, or to take an ended one up again.
//!
//! Must not know when it is possible.

use super::ActionKind;
use crate::domain::{case::CaseNumber, party::Field};

/// A way out of a case, or back in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exit {
    Withdraw {
        /// May be empty.
        text: String,
    },
    /// For want of the supplement.
    Return {
        text: String,
    },
    Transfer {
        agency: String,
        text: String,
    },
    /// It continues in another case.
    Merge {
        into: CaseNumber,
    },
    Close,
    /// Close it as a repeated petition (act art. 23).
    CloseAsRepeat,
    Object {
        text: String,
    },
    Reopen {
        text: String,
    },
}

impl Exit {
    /// The action that makes it.
    pub(super) const fn kind(&self) -> ActionKind {
        match self {
            Self::Withdraw { .. } => ActionKind::Withdraw,
            Self::Return { .. } => ActionKind::Return,
            Self::Transfer { .. } => ActionKind::Transfer,
            Self::Merge { .. } => ActionKind::Merge,
            Self::Close => ActionKind::Close,
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
            Self::Merge { .. } | Self::Close | Self::CloseAsRepeat => Vec::new(),
        }
    }
}
