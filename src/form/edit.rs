//! Text under edit: one line ([`LineField`]) and several ([`TextArea`]).
//!
//! A field owns its text, caret, selection, scroll and undo steps. It edits whole graphemes, keeps its text in NFC, and says where
//! the caret stands in cells, since input methods compose there. Must not know keys, forms, or what the text means.

mod editor;
mod layout;
mod line_field;
mod pointed;
mod rows;
mod steps;
mod text_area;
mod words;

pub use line_field::LineField;
pub use pointed::Gesture;
pub(crate) use rows::{cells, rows};
pub use text_area::TextArea;
pub(crate) use text_area::columns;

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

/// Where the caret can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Move {
    Left,
    Right,
    Up,
    Down,
    PageUp,
    PageDown,
    WordLeft,
    WordRight,
    /// The ends of the row as seen.
    RowStart,
    RowEnd,
    /// The ends of the line as it was typed.
    LineStart,
    LineEnd,
    Start,
    End,
}

/// What can be asked of a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EditCommand {
    Type(char),
    Break,
    Go(Move),
    /// Go, and select what lies between.
    Select(Move),
    SelectAll,
    /// Select from here on, or no longer.
    Mark,
    /// Erase what is selected, else up to there.
    Erase(Move),
    Undo,
    Redo,
}
