//! Text under edit: one line ([`LineField`]) and several ([`TextArea`]).
//!
//! A field owns its text, caret, selection, scroll and undo steps. It edits whole graphemes, keeps its text in NFC, and reports
//! the caret in cells, since input methods compose there. Must not know keys, forms, or the meaning of the text.

mod editor;
mod layout;
mod line_field;
mod pointed;
mod rows;
mod steps;
mod text_area;
mod words;

pub(in crate::form) use editor::Editor;
pub use line_field::LineField;
pub use pointed::Gesture;
pub(crate) use rows::{cells, rows};
pub use text_area::TextArea;
pub(crate) use text_area::columns;

/// The effect of an input on a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    Changed,
    /// Only the caret moved.
    Moved,
    /// The field does not use it; the form may.
    Ignored,
    /// Refused: the text would be longer than the field takes. Nothing was changed.
    TooLong,
}

/// A move of the caret.
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
    /// The ends of the wrapped row.
    RowStart,
    RowEnd,
    /// The ends of the line as typed.
    LineStart,
    LineEnd,
    Start,
    End,
}

/// A command to a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EditCommand {
    Type(char),
    Break,
    Go(Move),
    /// Go, and select the text between.
    Select(Move),
    SelectAll,
    /// Begin or end a selection at the caret.
    Mark,
    /// Erase the selection, else up to the target of the move.
    Erase(Move),
    Undo,
    Redo,
}
