//! The keys by which the forms of duties are opened.

pub(super) use crate::form::duty::{DutyEntry, DutyTarget};
use crate::tui::keymap::Action;

impl DutyEntry {
    /// The entry that a key opens on a duty.
    pub const fn by(action: Action) -> Option<Self> {
        Some(match action {
            Action::Act => Self::Finish,
            Action::Schedule => Self::Schedule,
            Action::Announce => Self::Announce,
            Action::Remove => Self::Skip,
            Action::Remind => Self::Remind,
            Action::Correct => Self::Correct,
            Action::Revoke => Self::Revoke,
            _ => return None,
        })
    }

    /// The key that opens the entry.
    pub const fn action(self) -> Action {
        match self {
            Self::Finish => Action::Act,
            Self::Schedule => Action::Schedule,
            Self::Announce => Action::Announce,
            Self::Skip => Action::Remove,
            Self::Remind => Action::Remind,
            Self::Correct => Action::Correct,
            Self::Revoke => Action::Revoke,
            Self::Plan => Action::Add,
            Self::Earlier => Action::Earlier,
        }
    }
}
