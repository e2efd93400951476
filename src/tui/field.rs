//! How fields in which text is edited are drawn, and which keys they take.
//!
//! Must not know forms, drafts or what the text means.

pub(in crate::tui) mod keys;
#[cfg(test)]
mod tests;

use super::{
    symbols::Alphabet,
    targets::PointerEvent,
    text::{cut, head, visible, width},
    theme::Theme,
};
use crate::form::edit::{cells, columns, rows};
use keys::ask;
use ratatui::{
    buffer::Buffer, crossterm::event::KeyEvent, layout::Rect, style::Style, widgets::Widget,
};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

pub use crate::form::edit::{Edit, LineField, TextArea};

/// How a field is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub text: Style,
    pub selected: Style,
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

/// A piece of a text to be drawn, with what of it is selected.
#[derive(Clone, Copy, Debug)]
struct Piece<'a> {
    text: &'a str,
    /// The selected part, in bytes of the piece.
    selected: (usize, usize),
    style: Style,
    selected_style: Style,
}

/// Draws a piece into the first row of an area, leaving out the first `hidden` cells.
///
/// A wide grapheme cut by either edge is left blank there.
fn draw_piece(piece: &Piece<'_>, hidden: usize, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let room = usize::from(area.width);
    let mut at = 0;
    let (first, last) = piece.selected;
    for (byte, cluster) in piece.text.grapheme_indices(true) {
        let shown = visible(cluster, Alphabet::Unicode);
        let wide = width(&shown);
        let from = at;
        at += wide;
        if from < hidden {
            continue;
        }
        let x = from - hidden;
        if x >= room {
            break;
        }
        let fits = head(&shown, room - x);
        let style = if (first..last).contains(&byte) {
            piece.selected_style
        } else {
            piece.style
        };
        if let Ok(x) = u16::try_from(x) {
            buffer.set_string(area.x + x, area.y, fits, style);
        }
    }
}

impl LineField {
    /// Takes a key.
    pub fn handle(&mut self, key: KeyEvent) -> Edit {
        ask(key).map_or(Edit::Ignored, |ask| self.take(ask))
    }

    /// Takes what was done with the mouse.
    pub fn point(&mut self, pointed: PointerEvent) -> Edit {
        self.point_at(pointed.gesture, pointed.at, pointed.size)
    }

    /// The field as a widget of one row.
    pub fn view(&self, look: Look) -> LineView<'_> {
        LineView { field: self, look }
    }
}

impl TextArea {
    /// Takes a key.
    pub fn handle(&mut self, key: KeyEvent) -> Edit {
        ask(key).map_or(Edit::Ignored, |ask| self.take(ask))
    }

    /// Takes what was done with the mouse.
    pub fn point(&mut self, pointed: PointerEvent) -> Edit {
        self.point_at(pointed.gesture, pointed.at, pointed.size)
    }

    /// The field as a widget.
    pub fn view(&self, look: Look) -> TextView<'_> {
        TextView { field: self, look }
    }
}

/// Draws a [`LineField`].
#[derive(Clone, Copy, Debug)]
pub struct LineView<'a> {
    field: &'a LineField,
    look: Look,
}

impl Widget for LineView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = Rect {
            height: area.height.min(1),
            ..area
        }
        .intersection(buffer.area);
        buffer.set_style(area, self.look.text);
        if self.field.is_empty() {
            self.look
                .draw_placeholder(self.field.placeholder(), area, buffer);
        } else {
            let text = self.field.text();
            let selected = self.field.selection();
            let piece = self.look.of_text(text, 0..text.len(), selected);
            self.look
                .draw_text(&piece, self.field.hidden(area.width), area, buffer);
        }
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
        let field = self.field;
        let lines = (area.top()..area.bottom()).map(|y| Rect {
            y,
            height: 1,
            ..area
        });
        if field.is_empty() {
            buffer.set_style(area, self.look.placeholder);
            let text = field.placeholder();
            for (line, row) in lines.zip(rows(text, columns(area.width))) {
                let piece = text.get(row.bytes).unwrap_or_default();
                self.look.draw_placeholder(piece, line, buffer);
            }
            return;
        }
        let rows = field.rows(area.width);
        let top = field.first_row(&rows, area.height);
        let mut rows = rows.iter().skip(top);
        for line in lines {
            let bytes = rows.next().map_or(0..0, |row| row.bytes.clone());
            let selected = field.selection();
            let piece = self.look.of_text(field.text(), bytes, selected);
            self.look.draw_text(&piece, 0, line, buffer);
        }
    }
}
