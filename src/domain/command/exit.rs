//! What a clerk asks for to end a case, or to take an ended one up again.
//!
//! Must not know when it is possible.

use super::Kind;
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
    Return {
        /// The reasons.
        text: String,
    },
    /// Pass it to another agency and tell the complainant.
    Transfer {
        /// Which.
        agency: String,
        /// What is told.
        text: String,
    },
    /// Let it go on in another case.
    Merge {
        /// Which.
        into: CaseNumber,
    },
    /// Close it.
    Close,
    /// Close it as a repeated petition (act art. 23).
    CloseAsRepeat,
    /// Record that the complainant objects.
    Object {
        /// Why.
        text: String,
    },
    /// Take a finished case up again.
    Reopen {
        /// Why.
        text: String,
    },
}

impl Exit {
    /// The action that makes it.
    pub(super) const fn kind(&self) -> Kind {
        match self {
            Self::Withdraw { .. } => Kind::Withdraw,
            Self::Return { .. } => Kind::Return,
            Self::Transfer { .. } => Kind::Transfer,
            Self::Merge { .. } => Kind::Merge,
            Self::Close => Kind::Close,
            Self::CloseAsRepeat => Kind::CloseAsRepeat,
            Self::Object { .. } => Kind::Object,
            Self::Reopen { .. } => Kind::Reopen,
        }
    }

    /// The other case that it names.
    pub(super) const fn named(&self) -> Option<CaseNumber> {
        match self {
            Self::Merge { into } => Some(*into),
            Self::Withdraw { .. }
            | Self::Return { .. }
            | Self::Transfer { .. }
            | Self::Close
            | Self::CloseAsRepeat
            | Self::Object { .. }
            | Self::Reopen { .. } => None,
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
