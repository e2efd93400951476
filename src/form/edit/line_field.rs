//! A field of one line that scrolls sideways.

use std::borrow::Cow;
use std::ops::Range;

use super::editor::Editor;
use super::rows::cells;
use super::{Edit, EditCommand, Move};

/// One line of text under edit; by default empty and without a limit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineField {
    pub(super) editor: Editor,
    /// Shown while the field is empty.
    pub(in crate::form) placeholder: String,
}

impl LineField {
    /// An empty field that takes at most so many characters.
    pub fn limited(max_chars: usize) -> Self {
        Self {
            editor: Editor::new(Some(max_chars)),
            placeholder: String::new(),
        }
    }

    /// The text shown while the field is empty.
    pub fn placeholder(&self) -> &str {
        &self.placeholder
    }

    #[cfg(test)]
    pub(crate) fn with_text(mut self, text: &str) -> Self {
        self.set_text(text);
        self
    }

    /// The text, in NFC, without line breaks.
    pub fn text(&self) -> &str {
        self.editor.text()
    }

    /// True where the text is empty.
    pub fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// Replaces the text, whatever its length; the caret goes to its end, and there is nothing to undo.
    pub fn set_text(&mut self, text: &str) {
        self.editor.reset(&one_line(text));
    }

    #[cfg(test)]
    pub(crate) fn at(&self) -> usize {
        self.editor.caret()
    }

    pub(in crate::form) fn editor(&self) -> &Editor {
        &self.editor
    }

    /// Moves the caret to a position in bytes, or to the next grapheme boundary.
    pub(in crate::form) fn set_caret(&mut self, at: usize) {
        self.editor.set_caret(at);
    }

    /// Applies a command.
    pub(crate) fn take(&mut self, command: EditCommand) -> Edit {
        let editor = &mut self.editor;
        match command {
            EditCommand::Go(to) => match place(editor, to) {
                Some(at) => editor.follow(to, at),
                None => Edit::Ignored,
            },
            EditCommand::Select(to) => {
                let up = matches!(to, Move::Up | Move::PageUp);
                let end = if up { 0 } else { editor.text().len() };
                editor.select(place(editor, to).unwrap_or(end))
            }
            EditCommand::Erase(to) => editor.erase(place(editor, to).unwrap_or(editor.caret())),
            EditCommand::Type(c) => editor.insert(c.encode_utf8(&mut [0; 4])),
            EditCommand::SelectAll => editor.select_all(),
            EditCommand::Mark => editor.mark(),
            EditCommand::Undo => editor.undo(),
            EditCommand::Redo => editor.redo(),
            EditCommand::Break => Edit::Ignored,
        }
    }

    /// The selected range, in bytes.
    pub(crate) fn selection(&self) -> Option<Range<usize>> {
        self.editor.selection()
    }

    /// The selected text.
    pub fn selected(&self) -> Option<&str> {
        self.editor.selected()
    }

    /// Drops the selection; true where there was one.
    pub fn deselect(&mut self) -> bool {
        self.editor.deselect()
    }

    /// Pastes text: line breaks and tabs become blanks, other control characters are left out.
    pub fn paste(&mut self, text: &str) -> Edit {
        self.editor.paste(&one_line(text))
    }

    /// The caret, in cells from the top left of an area of this size; always inside it.
    pub fn caret(&self, width: u16, _height: u16) -> (u16, u16) {
        let at = cells(self.editor.before()).saturating_sub(self.hidden(width));
        let last = width.saturating_sub(1);
        (u16::try_from(at).map_or(last, |x| x.min(last)), 0)
    }

    /// Cells scrolled out on the left: none while the text and the caret fit, else so that a quarter of the width after the
    /// caret is visible.
    pub(crate) fn hidden(&self, width: u16) -> usize {
        let width = usize::from(width).max(1);
        let before = cells(self.editor.before());
        let after = cells(self.editor.after());
        if before + after < width {
            return 0;
        }
        let ahead = (width / 4).min(after).min(width - 1);
        before.saturating_sub(width - 1 - ahead)
    }
}

/// The target of a move in one line; `None` for those that leave it.
fn place(editor: &Editor, to: Move) -> Option<usize> {
    match to {
        Move::RowStart => Some(0),
        Move::RowEnd => Some(editor.text().len()),
        _ => editor.place(to),
    }
}

/// A text on one line, free of control characters.
fn one_line(text: &str) -> Cow<'_, str> {
    if !text.contains(char::is_control) {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n");
    let blank = |c: char| matches!(c, '\n' | '\r' | '\t');
    Cow::Owned(
        text.chars()
            .filter(|c| blank(*c) || !c.is_control())
            .map(|c| if blank(c) { ' ' } else { c })
            .collect(),
    )
}
