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

use ratatui::{buffer::Buffer, layout::Rect, style::Style};

use crate::tui::{symbols::Alphabet, text::cut, theme::Theme};

use rows::{Piece, cells, draw_piece};

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

    /// Draws a piece of the text into a row, and the rest of its line in less weight: what was typed stands out, what is
    /// free does not.
    fn draw_text(self, piece: &Piece<'_>, hidden: usize, row: Rect, buffer: &mut Buffer) {
        draw_piece(piece, hidden, row, buffer);
        let used = u16::try_from(cells(piece.text).saturating_sub(hidden)).unwrap_or(u16::MAX);
        let free = Rect {
            x: row.x.saturating_add(used),
            width: row.width.saturating_sub(used),
            ..row
        };
        buffer.set_style(free, self.placeholder);
    }

    /// Draws what an empty field asks for into a row; what does not fit says so.
    fn draw_placeholder(self, text: &str, row: Rect, buffer: &mut Buffer) {
        buffer.set_style(row, self.placeholder);
        let text = cut(text, usize::from(row.width), Alphabet::Unicode);
        let piece = Piece {
            text: &text,
            selected: (0, 0),
            style: self.placeholder,
            selected_style: self.placeholder,
        };
        draw_piece(&piece, 0, row, buffer);
    }
}
