//! A field of several lines with soft wrap.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;
use unicode_segmentation::UnicodeSegmentation;

use super::editor::Editor;
use super::keys::{Ask, ask};
use super::rows::{Row, cells, cluster_cells, draw_clusters, rows};
use super::{Edit, Look};

/// Columns and rows taken until the field is told its real size.
const USUAL_SIZE: (u16, u16) = (60, 8);

/// Several lines of text under edit.
///
/// Up and Down go by rows as seen, so the field must know its size: call [`TextArea::fit`] when the layout is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextArea {
    pub(super) editor: Editor,
    placeholder: String,
    width: u16,
    height: u16,
    /// The first row shown, as far as the caret allows.
    top: usize,
    /// The column Up and Down try to keep.
    goal: Option<usize>,
}

impl Default for TextArea {
    fn default() -> Self {
        Self {
            editor: Editor::default(),
            placeholder: String::new(),
            width: USUAL_SIZE.0,
            height: USUAL_SIZE.1,
            top: 0,
            goal: None,
        }
    }
}

impl TextArea {
    /// An empty field without a limit.
    pub fn new() -> Self {
        Self::default()
    }

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
        self.goal = None;
        self.scroll();
    }

    /// Tells the field the size of its area in cells.
    pub fn fit(&mut self, width: u16, height: u16) {
        if (self.width, self.height) != (width, height) {
            (self.width, self.height) = (width, height);
            self.scroll();
        }
    }

    /// Takes a key. Up in the first row and Down in the last are left to the form.
    pub fn handle(&mut self, key: KeyEvent) -> Edit {
        let Some(ask) = ask(key) else {
            return Edit::Ignored;
        };
        let page = isize::try_from(self.height.max(2) - 1).unwrap_or(1);
        let vertical = match ask {
            Ask::Up => Some(-1),
            Ask::Down => Some(1),
            Ask::PageUp => Some(-page),
            Ask::PageDown => Some(page),
            _ => None,
        };
        let edit = if let Some(distance) = vertical {
            self.climb(distance)
        } else {
            self.goal = None;
            self.edit(ask)
        };
        if matches!(edit, Edit::Changed | Edit::Moved) {
            self.scroll();
        }
        edit
    }

    fn edit(&mut self, ask: Ask) -> Edit {
        let (line, row) = match ask {
            Ask::RowStart | Ask::RowEnd => (0..0, self.row_ends()),
            Ask::KillToStart | Ask::KillToEnd => (self.line(), 0..0),
            _ => (0..0, 0..0),
        };
        let editor = &mut self.editor;
        let caret = editor.caret();
        match ask {
            Ask::Type(c) => editor.insert(c.encode_utf8(&mut [0; 4])),
            Ask::Break => editor.insert("\n"),
            Ask::Left => editor.go(editor.boundary_before(caret)),
            Ask::Right => editor.go(editor.boundary_after(caret)),
            Ask::WordLeft => editor.go(editor.word_before()),
            Ask::WordRight => editor.go(editor.word_after()),
            Ask::RowStart => editor.go(row.start),
            Ask::RowEnd => editor.go(row.end),
            Ask::Start => editor.go(0),
            Ask::End => editor.go(editor.text().len()),
            Ask::Backspace => editor.remove(editor.boundary_before(caret)..caret),
            Ask::Delete => editor.remove(caret..editor.boundary_after(caret)),
            Ask::WordBackspace => editor.remove(editor.word_before()..caret),
            Ask::WordDelete => editor.remove(caret..editor.word_after()),
            // At the end of a line the break goes, so that a second kill joins the next line.
            Ask::KillToEnd if caret == line.end => {
                editor.remove(caret..editor.boundary_after(caret))
            }
            Ask::KillToEnd => editor.remove(caret..line.end),
            Ask::KillToStart => editor.remove(line.start..caret),
            Ask::Undo => editor.undo(),
            Ask::Redo => editor.redo(),
            Ask::Up | Ask::Down | Ask::PageUp | Ask::PageDown => Edit::Ignored,
        }
    }

    /// Takes pasted text: line breaks and tabs stay, other control characters are left out.
    pub fn paste(&mut self, text: &str) -> Edit {
        self.goal = None;
        self.editor.close_step();
        let edit = self.editor.insert(&lines(text));
        self.editor.close_step();
        self.scroll();
        edit
    }

    /// The line of the caret, in bytes, without its break.
    fn line(&self) -> Range<usize> {
        let start = self.editor.before().rfind('\n').map_or(0, |at| at + 1);
        let after = self.editor.after();
        let end = self.editor.caret() + after.find('\n').unwrap_or(after.len());
        start..end
    }

    /// Where Home and End lead: the ends of the row as seen.
    fn row_ends(&self) -> Range<usize> {
        let rows = self.rows(self.width);
        let at = self.row_of_caret(&rows);
        rows.get(at)
            .map_or(0..0, |row| row.bytes.start..self.row_last(row))
    }

    /// The last place of a row: before its last grapheme where the line goes on, since the place behind it is the
    /// start of the next row.
    fn row_last(&self, row: &Row) -> usize {
        if row.soft {
            self.editor.boundary_before(row.bytes.end)
        } else {
            row.bytes.end
        }
    }

    /// The rows in an area of this width. The last column is kept free for the caret behind a full row.
    fn rows(&self, width: u16) -> Vec<Row> {
        rows(self.text(), usize::from(width.max(2) - 1))
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

    fn climb(&mut self, distance: isize) -> Edit {
        let rows = self.rows(self.width);
        let from = self.row_of_caret(&rows);
        let to = from
            .saturating_add_signed(distance)
            .min(rows.len().saturating_sub(1));
        let goal = self.goal.unwrap_or_else(|| self.column(&rows));
        let Some(row) = rows.get(to).filter(|_| to != from) else {
            return Edit::Ignored;
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
        let at = at.min(self.row_last(row));
        let edit = self.editor.go(at);
        self.goal = Some(goal);
        edit
    }

    /// Moves the first row shown so that the caret is seen.
    fn scroll(&mut self) {
        let rows = self.rows(self.width);
        self.top = self.first_row(&rows, self.height);
    }

    fn first_row(&self, rows: &[Row], height: u16) -> usize {
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

    /// The field as a widget.
    pub fn view(&self, look: Look) -> TextView<'_> {
        TextView { field: self, look }
    }
}

/// Draws a [`TextArea`].
#[derive(Clone, Copy, Debug)]
pub struct TextView<'a> {
    field: &'a TextArea,
    look: Look,
}

impl Widget for TextView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        buffer.set_style(area, self.look.text);
        let (text, style) = if self.field.is_empty() {
            (self.field.placeholder.as_str(), self.look.placeholder)
        } else {
            (self.field.text(), self.look.text)
        };
        let rows = rows(text, usize::from(area.width.max(2) - 1));
        let top = if self.field.is_empty() {
            0
        } else {
            self.field.first_row(&rows, area.height)
        };
        for (y, row) in (area.top()..area.bottom()).zip(rows.iter().skip(top)) {
            let line = Rect {
                y,
                height: 1,
                ..area
            };
            let clusters = text
                .get(row.bytes.clone())
                .unwrap_or_default()
                .graphemes(true);
            draw_clusters(clusters, 0, line, style, buffer);
        }
    }
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
