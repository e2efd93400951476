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
use ratatui::{buffer::Buffer, crossterm::event::KeyEvent, layout::Rect, style::Style};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

pub use crate::form::edit::{Edit, LineField, TextArea};

/// A piece of a text in one row, and which bytes of it are selected.
#[derive(Clone, Debug)]
struct Piece<'a> {
    text: &'a str,
    selected: Range<usize>,
}

impl<'a> Piece<'a> {
    fn of(text: &'a str, part: Range<usize>, selected: Option<Range<usize>>) -> Self {
        let inside = |at: usize| at.clamp(part.start, part.end) - part.start;
        Self {
            selected: selected.map_or(0..0, |range| inside(range.start)..inside(range.end)),
            text: text.get(part.clone()).unwrap_or_default(),
        }
    }

    /// Draws the piece into a row without its first `hidden` cells; the rest of the row is dim, so that the text stands out.
    fn draw(&self, hidden: usize, row: Rect, theme: &Theme, buffer: &mut Buffer) {
        self.print(hidden, row, (theme.field, theme.bar), buffer);
        let used = u16::try_from(cells(self.text).saturating_sub(hidden)).unwrap_or(u16::MAX);
        let free = Rect {
            x: row.x.saturating_add(used),
            width: row.width.saturating_sub(used),
            ..row
        };
        buffer.set_style(free, theme.placeholder);
    }

    /// Prints the piece; a wide grapheme cut by either edge is left blank there.
    fn print(
        &self,
        hidden: usize,
        area: Rect,
        (style, selected): (Style, Style),
        buffer: &mut Buffer,
    ) {
        let room = usize::from(area.width);
        let mut at = 0;
        for (byte, cluster) in self.text.grapheme_indices(true) {
            let shown = visible(cluster, Alphabet::Unicode);
            let from = at;
            at += width(&shown);
            if from < hidden {
                continue;
            }
            let x = from - hidden;
            if x >= room || area.is_empty() {
                break;
            }
            let is_selected = self.selected.contains(&byte);
            if let Ok(x) = u16::try_from(x) {
                let style = if is_selected { selected } else { style };
                buffer.set_string(
                    area.x + x,
                    area.y,
                    head(&shown, room - usize::from(x)),
                    style,
                );
            }
        }
    }
}

/// Draws the placeholder of an empty field into a row, cut to fit.
fn draw_placeholder(text: &str, row: Rect, theme: &Theme, buffer: &mut Buffer) {
    buffer.set_style(row, theme.placeholder);
    let text = cut(text, usize::from(row.width), Alphabet::Unicode);
    let styles = (theme.placeholder, theme.placeholder);
    Piece::of(&text, 0..text.len(), None).print(0, row, styles, buffer);
}

impl LineField {
    /// Takes a key.
    pub fn handle(&mut self, key: KeyEvent) -> Edit {
        ask(key).map_or(Edit::Ignored, |ask| self.take(ask))
    }

    /// Takes a mouse event.
    pub fn point(&mut self, pointed: PointerEvent) -> Edit {
        self.point_at(pointed.gesture, pointed.at, pointed.size)
    }

    /// Draws the field into the first row of an area.
    pub fn draw(&self, area: Rect, theme: &Theme, buffer: &mut Buffer) {
        let height = area.height.min(1);
        let area = Rect { height, ..area }.intersection(buffer.area);
        buffer.set_style(area, theme.field);
        if self.is_empty() {
            draw_placeholder(self.placeholder(), area, theme, buffer);
        } else {
            let text = self.text();
            let piece = Piece::of(text, 0..text.len(), self.selection());
            piece.draw(self.hidden(area.width), area, theme, buffer);
        }
    }
}

impl TextArea {
    /// Takes a key.
    pub fn handle(&mut self, key: KeyEvent) -> Edit {
        ask(key).map_or(Edit::Ignored, |ask| self.take(ask))
    }

    /// Takes a mouse event.
    pub fn point(&mut self, pointed: PointerEvent) -> Edit {
        self.point_at(pointed.gesture, pointed.at, pointed.size)
    }

    /// Draws the rows around the caret into an area.
    pub fn draw(&self, area: Rect, theme: &Theme, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        buffer.set_style(area, theme.field);
        if self.is_empty() {
            buffer.set_style(area, theme.placeholder);
            let text = self.placeholder();
            for (line, row) in area.rows().zip(rows(text, columns(area.width))) {
                draw_placeholder(text.get(row.bytes).unwrap_or_default(), line, theme, buffer);
            }
            return;
        }
        let rows = self.rows(area.width);
        let mut rows = rows.iter().skip(self.first_row(&rows, area.height));
        for line in area.rows() {
            let bytes = rows.next().map_or(0..0, |row| row.bytes.clone());
            let piece = Piece::of(self.text(), bytes, self.selection());
            piece.draw(0, line, theme, buffer);
        }
    }
}
