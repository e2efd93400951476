//! Fields in which text is edited: one line ([`LineField`]) and several ([`TextArea`]).
//!
//! A field owns its text, caret, selection, scroll and undo steps. It edits whole graphemes, keeps its text in NFC, and says where
//! the real cursor must stand, since input methods compose there. Must not know forms, drafts or what the text means.

mod editor;
mod keys;
mod layout;
mod line;
mod pointed;
mod rows;
mod several;
mod steps;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use ratatui::style::Style;

use crate::tui::theme::Theme;

use rows::Piece;

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
    /// What of it is selected.
    pub selected: Style,
    /// What an empty field asks for.
    pub placeholder: Style,
}

impl From<&Theme> for Look {
    fn from(theme: &Theme) -> Self {
        Self {
            text: theme.field,
            selected: theme.bar,
            placeholder: theme.placeholder,
        }
    }
}

impl Look {
    /// A part of a text, with what of it is selected.
    fn of_text(self, text: &str, part: Range<usize>, selected: Option<Range<usize>>) -> Piece<'_> {
        let inside = |at: usize| at.clamp(part.start, part.end) - part.start;
        let selected = selected.map_or((0, 0), |range| (inside(range.start), inside(range.end)));
        Piece {
            text: text.get(part.clone()).unwrap_or_default(),
            selected,
            style: self.text,
            selected_style: self.selected,
        }
    }

    fn of_placeholder(self, text: &str) -> Piece<'_> {
        Piece {
            text,
            selected: (0, 0),
            style: self.placeholder,
            selected_style: self.placeholder,
        }
    }
}
