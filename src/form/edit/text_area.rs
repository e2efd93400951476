//! A field of several lines with soft wrap.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::editor::Editor;
use super::layout::Layout;
use super::rows::{Row, cells, cluster_cells, rows};
use super::{Edit, EditCommand, Move};

/// Columns and rows taken until the field is told its real size.
const USUAL_SIZE: (u16, u16) = (60, 8);

/// Several lines of text under edit.
///
/// Up and Down go by rows as seen, so the field must know its size: call [`TextArea::fit`] when the layout is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextArea {
    pub(super) editor: Editor,
    placeholder: String,
    /// The rows at that width.
    pub(super) layout: Layout,
    width: u16,
    height: u16,
    /// The first row shown, as far as the caret allows.
    top: usize,
    /// The column Up and Down try to keep.
    pub(super) goal: Option<usize>,
}

impl Default for TextArea {
    fn default() -> Self {
        Self {
            editor: Editor::default(),
            placeholder: String::new(),
            layout: Layout::new("", columns(USUAL_SIZE.0)),
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

    /// The same field with a text that is shown while it is empty.
    #[must_use]
    pub fn with_placeholder(mut self, placeholder: impl Into<String>) -> Self {
        self.placeholder = placeholder.into();
        self
    }

    /// What is shown while it is empty.
    pub fn placeholder(&self) -> &str {
        &self.placeholder
    }

    /// The same field holding a text.
    #[must_use]
    pub fn with_text(mut self, text: &str) -> Self {
        self.set_text(text);
        self
    }

    /// The text, in NFC, lines parted by `\n`.
    pub fn text(&self) -> &str {
        self.editor.text()
    }

    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        self.text().is_empty()
    }

    /// Puts a text in place of the old one, whatever its length, caret behind it, with nothing to undo.
    pub fn set_text(&mut self, text: &str) {
        self.editor.reset(&lines(text));
        self.layout = Layout::new(self.text(), columns(self.width));
        self.goal = None;
        self.scroll();
    }

    /// Tells the field the size of its area in cells.
    pub fn fit(&mut self, width: u16, height: u16) {
        if (self.width, self.height) != (width, height) {
            (self.width, self.height) = (width, height);
            if self.layout.columns() != columns(width) {
                self.layout = Layout::new(self.text(), columns(width));
            }
            self.scroll();
        }
    }

    /// Does what is asked of it. Up in the first row and Down in the last are left to the form, unless they select.
    pub(crate) fn take(&mut self, ask: EditCommand) -> Edit {
        let edit = match ask {
            EditCommand::Go(to) => self.go(to, self.editor.is_marking()),
            EditCommand::Select(to) => self.go(to, true),
            _ => {
                self.goal = None;
                self.edit(ask)
            }
        };
        self.settle(edit)
    }

    fn go(&mut self, to: Move, select: bool) -> Edit {
        let Some(distance) = self.climbs(to) else {
            self.goal = None;
            let at = self.place(to);
            return if select {
                self.editor.select(at)
            } else {
                self.editor.follow(to, at)
            };
        };
        let (at, goal) = self.climbed(distance);
        let edit = match at {
            Some(at) if select => self.editor.select(at),
            Some(at) => self.editor.go(at),
            // Over the edge everything up to it is selected.
            None if select && distance < 0 => self.editor.select(0),
            None if select => self.editor.select(self.text().len()),
            None => return Edit::Ignored,
        };
        self.goal = Some(goal);
        edit
    }

    fn edit(&mut self, ask: EditCommand) -> Edit {
        let caret = self.editor.caret();
        match ask {
            EditCommand::Type(c) => self.editor.insert(c.encode_utf8(&mut [0; 4])),
            EditCommand::Break => self.editor.insert("\n"),
            EditCommand::SelectAll => self.editor.select_all(),
            EditCommand::Mark => self.editor.mark(),
            // At the end of a line the break goes, so that a second kill joins the next line.
            EditCommand::Erase(Move::LineEnd) if self.place(Move::LineEnd) == caret => {
                self.editor.erase(self.place(Move::Right))
            }
            EditCommand::Erase(to) => self.editor.erase(self.place(to)),
            EditCommand::Undo => self.editor.undo(),
            EditCommand::Redo => self.editor.redo(),
            EditCommand::Go(_) | EditCommand::Select(_) => Edit::Ignored,
        }
    }

    /// Takes pasted text: line breaks and tabs stay, other control characters are left out.
    pub fn paste(&mut self, text: &str) -> Edit {
        self.goal = None;
        self.editor.close_step();
        let edit = self.editor.insert(&lines(text));
        self.editor.close_step();
        self.settle(edit)
    }

    /// What is selected, in bytes.
    pub(crate) fn selection(&self) -> Option<Range<usize>> {
        self.editor.selection()
    }

    /// The text that is selected.
    pub fn selected(&self) -> Option<&str> {
        self.editor.selected()
    }

    /// Selects nothing any more; whether anything was selected.
    pub fn deselect(&mut self) -> bool {
        self.editor.deselect()
    }

    /// Brings rows and scroll in line with what an edit did.
    pub(super) fn settle(&mut self, edit: Edit) -> Edit {
        if let Some(change) = self.editor.take_change() {
            self.layout.follow(self.editor.text(), change);
        }
        if matches!(edit, Edit::Changed | Edit::Moved) {
            self.scroll();
        }
        edit
    }

    /// Where a move leads that does not climb.
    fn place(&self, to: Move) -> usize {
        match to {
            Move::RowStart => self.row_ends().start,
            Move::RowEnd => self.row_ends().end,
            _ => self.editor.place(to).unwrap_or(self.editor.caret()),
        }
    }

    /// Where Home and End lead: the ends of the row as seen.
    fn row_ends(&self) -> Range<usize> {
        let rows = self.layout.rows();
        rows.get(self.row_of_caret(rows))
            .map_or(0..0, |row| row.bytes.start..self.row_last(row))
    }

    /// The last place of a row: before its last grapheme where the line goes on, since the place behind it is the
    /// start of the next row.
    pub(super) fn row_last(&self, row: &Row) -> usize {
        if row.soft {
            self.editor.boundary_before(row.bytes.end)
        } else {
            row.bytes.end
        }
    }

    /// The rows in an area of this width.
    pub(crate) fn rows(&self, width: u16) -> Cow<'_, [Row]> {
        if columns(width) == self.layout.columns() {
            Cow::Borrowed(self.layout.rows())
        } else {
            Cow::Owned(rows(self.text(), columns(width)))
        }
    }

    fn row_of_caret(&self, rows: &[Row]) -> usize {
        rows.partition_point(|row| row.bytes.start <= self.editor.caret())
            .saturating_sub(1)
    }

    fn column(&self, rows: &[Row]) -> usize {
        let start = rows
            .get(self.row_of_caret(rows))
            .map_or(0, |row| row.bytes.start);
        cells(
            self.text()
                .get(start..self.editor.caret())
                .unwrap_or_default(),
        )
    }

    /// By how many rows a move climbs down, or up where that is negative; nothing where it does not climb.
    fn climbs(&self, to: Move) -> Option<isize> {
        let page = isize::try_from(self.height.max(2) - 1).unwrap_or(1);
        match to {
            Move::Up => Some(-1),
            Move::Down => Some(1),
            Move::PageUp => Some(-page),
            Move::PageDown => Some(page),
            _ => None,
        }
    }

    /// The place so many rows away, if there is another row that way, and the column to be kept.
    pub(super) fn climbed(&self, distance: isize) -> (Option<usize>, usize) {
        let rows = self.layout.rows();
        let from = self.row_of_caret(rows);
        let to = from
            .saturating_add_signed(distance)
            .min(rows.len().saturating_sub(1));
        let goal = self.goal.unwrap_or_else(|| self.column(rows));
        let Some(row) = rows.get(to).filter(|_| to != from) else {
            return (None, goal);
        };
        let text = self.text().get(row.bytes.clone()).unwrap_or_default();
        let mut at = row.bytes.start;
        let mut column = 0;
        for cluster in text.graphemes(true) {
            column += cluster_cells(cluster);
            if column > goal {
                break;
            }
            at += cluster.len();
        }
        (Some(at.min(self.row_last(row))), goal)
    }

    /// Moves the first row shown so that the caret is seen.
    fn scroll(&mut self) {
        self.top = self.first_row(self.layout.rows(), self.height);
    }

    /// The first row shown of so many that are seen.
    pub(crate) fn first_row(&self, rows: &[Row], height: u16) -> usize {
        let row = self.row_of_caret(rows);
        let height = usize::from(height).max(1);
        let highest = rows.len().saturating_sub(height);
        self.top
            .clamp((row + 1).saturating_sub(height), row)
            .min(highest)
    }

    /// Where the cursor stands, in cells from the top left of an area of this size; always inside it.
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

/// The columns for text in an area of this width: the last is kept free for the caret behind a full row.
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
