//! A field of several lines with soft wrap.

use std::borrow::Cow;
use std::ops::Range;

use super::editor::Editor;
use super::layout::RowCache;
use super::rows::{WrappedRow, cells, place_at, rows};
use super::{Edit, EditCommand, Move};

/// Columns and rows of the viewport before the first layout.
const USUAL_SIZE: (u16, u16) = (60, 8);

/// Several lines of text under edit.
///
/// Up and Down move by wrapped rows, so the field must know its size: call [`TextArea::fit`] when the layout is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextArea {
    pub(super) editor: Editor,
    /// Shown while the field is empty.
    pub(in crate::form) placeholder: String,
    pub(super) layout: RowCache,
    width: u16,
    height: u16,
    /// The first visible row, as far as the caret allows.
    top: usize,
    /// The column Up and Down try to keep.
    pub(super) goal: Option<usize>,
}

impl Default for TextArea {
    fn default() -> Self {
        Self {
            editor: Editor::default(),
            placeholder: String::new(),
            layout: RowCache::new("", columns(USUAL_SIZE.0)),
            width: USUAL_SIZE.0,
            height: USUAL_SIZE.1,
            top: 0,
            goal: None,
        }
    }
}

impl TextArea {
    /// An empty field that takes at most so many characters.
    pub fn limited(max_chars: usize) -> Self {
        Self {
            editor: Editor::new(Some(max_chars)),
            ..Self::default()
        }
    }

    #[cfg(test)]
    pub(crate) fn with_placeholder(mut self, placeholder: &str) -> Self {
        placeholder.clone_into(&mut self.placeholder);
        self
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

    /// The text, in NFC, lines parted by `\n`.
    pub fn text(&self) -> &str {
        self.editor.text()
    }

    /// True where the text is empty.
    pub fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// Replaces the text, whatever its length; the caret goes to its end, and there is nothing to undo.
    pub fn set_text(&mut self, text: &str) {
        self.editor.reset(&lines(text));
        self.layout = RowCache::new(self.text(), columns(self.width));
        self.goal = None;
        self.scroll();
    }

    pub(in crate::form) fn editor(&self) -> &Editor {
        &self.editor
    }

    /// Sets the size of the viewport in cells.
    pub fn fit(&mut self, width: u16, height: u16) {
        if (self.width, self.height) != (width, height) {
            (self.width, self.height) = (width, height);
            if self.layout.columns() != columns(width) {
                self.layout = RowCache::new(self.text(), columns(width));
            }
            self.scroll();
        }
    }

    /// Applies a command. Up in the first row and Down in the last are ignored, for the form, unless they select.
    pub(crate) fn take(&mut self, command: EditCommand) -> Edit {
        let edit = match command {
            EditCommand::Go(to) => self.go(to, self.editor.is_marking()),
            EditCommand::Select(to) => self.go(to, true),
            _ => {
                self.goal = None;
                self.edit(command)
            }
        };
        self.settle(edit)
    }

    fn go(&mut self, to: Move, select: bool) -> Edit {
        let Some(distance) = self.distance(to) else {
            self.goal = None;
            let at = self.place(to);
            return if select {
                self.editor.select(at)
            } else {
                self.editor.follow(to, at)
            };
        };
        let (at, goal) = self.position_at(distance);
        let edit = match at {
            Some(at) if select => self.editor.select(at),
            Some(at) => self.editor.go(at),
            // Beyond the first or last row everything up to the edge is selected.
            None if select && distance < 0 => self.editor.select(0),
            None if select => self.editor.select(self.text().len()),
            None => return Edit::Ignored,
        };
        self.goal = Some(goal);
        edit
    }

    fn edit(&mut self, command: EditCommand) -> Edit {
        let caret = self.editor.caret();
        match command {
            EditCommand::Type(c) => self.editor.insert(c.encode_utf8(&mut [0; 4])),
            EditCommand::Break => self.editor.insert("\n"),
            EditCommand::SelectAll => self.editor.select_all(),
            EditCommand::Mark => self.editor.mark(),
            // At the end of a line the break is erased, so that a second kill joins the next line.
            EditCommand::Erase(Move::LineEnd) if self.place(Move::LineEnd) == caret => {
                self.editor.erase(self.place(Move::Right))
            }
            EditCommand::Erase(to) => self.editor.erase(self.place(to)),
            EditCommand::Undo => self.editor.undo(),
            EditCommand::Redo => self.editor.redo(),
            EditCommand::Go(_) | EditCommand::Select(_) => Edit::Ignored,
        }
    }

    /// Pastes text: line breaks and tabs stay, other control characters are left out.
    pub fn paste(&mut self, text: &str) -> Edit {
        self.goal = None;
        let edit = self.editor.paste(&lines(text));
        self.settle(edit)
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

    /// Updates rows and scroll after an edit.
    pub(super) fn settle(&mut self, edit: Edit) -> Edit {
        if let Some(change) = self.editor.take_change() {
            self.layout.follow(self.editor.text(), change);
        }
        if matches!(edit, Edit::Changed | Edit::Moved) {
            self.scroll();
        }
        edit
    }

    /// The target of a move within a row or by text.
    fn place(&self, to: Move) -> usize {
        match to {
            Move::RowStart => self.row_ends().start,
            Move::RowEnd => self.row_ends().end,
            _ => self.editor.place(to).unwrap_or(self.editor.caret()),
        }
    }

    /// The targets of Home and End: the ends of the wrapped row.
    fn row_ends(&self) -> Range<usize> {
        let rows = self.layout.rows();
        rows.get(self.row_of_caret(rows))
            .map_or(0..0, |row| row.bytes.start..self.row_last(row))
    }

    /// The last caret position of a row. In a wrapped row it is before the last grapheme: the one behind it is the start of
    /// the next row.
    pub(super) fn row_last(&self, row: &WrappedRow) -> usize {
        if row.soft {
            self.editor.boundary_before(row.bytes.end)
        } else {
            row.bytes.end
        }
    }

    /// The rows in an area of this width.
    pub(crate) fn rows(&self, width: u16) -> Cow<'_, [WrappedRow]> {
        if columns(width) == self.layout.columns() {
            Cow::Borrowed(self.layout.rows())
        } else {
            Cow::Owned(rows(self.text(), columns(width)))
        }
    }

    fn row_of_caret(&self, rows: &[WrappedRow]) -> usize {
        rows.partition_point(|row| row.bytes.start <= self.editor.caret())
            .saturating_sub(1)
    }

    fn column(&self, rows: &[WrappedRow]) -> usize {
        let row = rows.get(self.row_of_caret(rows));
        let start = row.map_or(0, |row| row.bytes.start);
        let before = self.text().get(start..self.editor.caret());
        cells(before.unwrap_or_default())
    }

    /// Rows that a move goes down, up where negative; `None` for moves within a row.
    fn distance(&self, to: Move) -> Option<isize> {
        let page = isize::try_from(self.height.max(2) - 1).unwrap_or(1);
        match to {
            Move::Up => Some(-1),
            Move::Down => Some(1),
            Move::PageUp => Some(-page),
            Move::PageDown => Some(page),
            _ => None,
        }
    }

    /// The caret position so many rows away, `None` beyond the first or last row, and the column to keep.
    pub(super) fn position_at(&self, distance: isize) -> (Option<usize>, usize) {
        let rows = self.layout.rows();
        let from = self.row_of_caret(rows);
        let last = rows.len().saturating_sub(1);
        let to = from.saturating_add_signed(distance).min(last);
        let goal = self.goal.unwrap_or_else(|| self.column(rows));
        let Some(row) = rows.get(to).filter(|_| to != from) else {
            return (None, goal);
        };
        let text = self.text().get(row.bytes.clone()).unwrap_or_default();
        let at = row.bytes.start + place_at(text, goal);
        (Some(at.min(self.row_last(row))), goal)
    }

    /// Scrolls the caret into view.
    fn scroll(&mut self) {
        self.top = self.first_row(self.layout.rows(), self.height);
    }

    /// The first visible row in a viewport of this height.
    pub(crate) fn first_row(&self, rows: &[WrappedRow], height: u16) -> usize {
        let row = self.row_of_caret(rows);
        let height = usize::from(height).max(1);
        let highest = rows.len().saturating_sub(height);
        let lowest = (row + 1).saturating_sub(height);
        self.top.clamp(lowest, row).min(highest)
    }

    /// The caret, in cells from the top left of an area of this size; always inside it.
    pub fn caret(&self, width: u16, height: u16) -> (u16, u16) {
        let rows = self.rows(width);
        let row = self.row_of_caret(&rows);
        let down = row.saturating_sub(self.first_row(&rows, height));
        let inside = |at: usize, size: u16| {
            let last = size.saturating_sub(1);
            u16::try_from(at).map_or(last, |at| at.min(last))
        };
        (inside(self.column(&rows), width), inside(down, height))
    }
}

/// The columns for text in an area of this width; the last is reserved for the caret behind a full row.
pub(crate) fn columns(width: u16) -> usize {
    usize::from(width.max(2) - 1)
}

/// A text with `\n` for every line break and no other control characters but tabs.
fn lines(text: &str) -> Cow<'_, str> {
    if !text.contains(|c: char| c.is_control() && c != '\n' && c != '\t') {
        return Cow::Borrowed(text);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    Cow::Owned(
        text.chars()
            .filter(|c| matches!(c, '\n' | '\t') || !c.is_control())
            .collect(),
    )
}
