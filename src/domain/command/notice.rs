//! What becomes of a notice: told, kept back, sent.
//!
//! Must not know when it is possible.

use crate::domain::{
    notice::{InformalReason, NoticeState, NoticeWay},
    rights::Operation,
};

/// Something that is done with a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoticeCommand {
    /// Record that a person told it.
    Tell {
        /// How; `None` is refused.
        how: Option<NoticeWay>,
        /// What was said.
        text: String,
        /// Why a result was not told by a document.
        why: Option<InformalReason>,
        /// The number in the office's document system; may be empty.
        document_number: String,
    },
    /// Write its letter anew; `None` lets it go out as the office's letter again.
    Edit { letter: Option<String> },
    /// Keep it back.
    Hold,
    /// Let it go out again.
    Release,
    /// Record that it did not reach the recipient.
    Fail { reason: String },
    /// Record that the program sent it.
    Send,
    /// Record that a server refused it for good.
    Bounce { reason: String },
    /// Record that it is not known whether it went out.
    Doubt,
    /// Let it be sent once more.
    Retry,
}

impl NoticeCommand {
    /// How far the notice is once it is done.
    pub const fn leads_to(&self) -> NoticeState {
        match self {
            Self::Tell { .. } => NoticeState::Told,
            Self::Hold => NoticeState::Held,
            Self::Release | Self::Retry | Self::Edit { .. } => NoticeState::Waiting,
            Self::Fail { .. } | Self::Bounce { .. } => NoticeState::Failed,
            Self::Send => NoticeState::Sent,
            Self::Doubt => NoticeState::Unknown,
        }
    }

    /// The row of the table of rights that says who may do it; `None` for what the program does by itself.
    pub const fn operation(&self) -> Option<Operation> {
        match self {
            Self::Tell { .. }
            | Self::Edit { .. }
            | Self::Hold
            | Self::Release
            | Self::Fail { .. }
            | Self::Retry => Some(Operation::Notice),
            Self::Send | Self::Bounce { .. } | Self::Doubt => None,
        }
    }
}
