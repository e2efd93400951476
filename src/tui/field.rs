//! Fields in which text is edited: one line ([`LineField`]) and several ([`TextArea`]).
//!
//! A field owns its text, caret, scroll and undo steps. It edits whole graphemes, keeps its text in NFC, and says where
//! the real cursor must stand, since input methods compose there. Must not know forms, drafts or what the text means.

mod editor;
mod keys;
mod line;
mod rows;
mod several;
#[cfg(test)]
mod tests;

use ratatui::style::Style;

use crate::tui::theme::Theme;

pub use line::{LineField, LineView};
pub use several::{TextArea, TextView};

/// What an input did to a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// The text changed.
    Changed,
    /// Only the caret moved.
    Moved,
    /// The field has no use for it; the form may.
    Ignored,
    /// Refused: the text would be longer than the field takes. Nothing was changed.
    TooLong,
}

/// How a field is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The text.
    pub text: Style,
    /// What an empty field asks for.
    pub placeholder: Style,
}

impl From<&Theme> for Look {
    fn from(theme: &Theme) -> Self {
        Self {
            text: theme.field,
            placeholder: theme.placeholder,
        }
    }
}
