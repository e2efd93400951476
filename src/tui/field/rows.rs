//! Soft wrap, and drawing graphemes into cells.
//!
//! Knows widths. Must not know carets, keys or undo.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::tui::symbols::Alphabet;
use crate::tui::text::{head, visible, width};

/// One row as seen: a piece of the text, in bytes, without its line break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) bytes: Range<usize>,
    /// Whether the line goes on in the next row.
    pub(super) soft: bool,
}

/// The width of one grapheme as it is shown.
pub(super) fn cluster_cells(cluster: &str) -> usize {
    // Nearly all of a Korean text, told without the tables.
    if matches!(cluster.as_bytes(), [b' '..=b'~']) {
        return 1;
    }
    if cluster.len() == 3 && cluster.chars().all(|c| matches!(c, '가'..='힣')) {
        return 2;
    }
    width(&visible(cluster, Alphabet::Unicode))
}

/// The width of a text as it is shown in a field.
pub(super) fn cells(text: &str) -> usize {
    text.graphemes(true).map(cluster_cells).sum()
}

/// The place before the grapheme that stands in a cell, counted from 0, or behind the text.
pub(super) fn place_at(text: &str, cell: usize) -> usize {
    let mut end = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        end += cluster_cells(cluster);
        if end > cell {
            return at;
        }
    }
    text.len()
}

/// The rows of a text in `columns` cells: broken at blanks where it can be, else between graphemes.
///
/// Blanks that do not fit hang behind the end of their row. There is always at least one row.
pub(super) fn rows(text: &str, columns: usize) -> Vec<Row> {
    rows_from(text, 0, columns).collect()
}

/// The rows from the start of one of them on.
pub(super) fn rows_from(text: &str, start: usize, columns: usize) -> impl Iterator<Item = Row> {
    let mut next = Some(start);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = text.get(start..)?;
        let (length, soft) = row_end(rest, columns.max(1));
        let end = start + length;
        next = if soft {
            Some(end)
        } else {
            (end < text.len()).then_some(end + 1)
        };
        Some(Row {
            bytes: start..end,
            soft,
        })
    })
}

/// The length of the row that a text begins with, and whether its line goes on behind it.
///
/// Depends on nothing before the row, so that rows can be made anew from any of them on.
fn row_end(text: &str, columns: usize) -> (usize, bool) {
    let mut used = 0;
    // The place behind the last blank of the row.
    let mut gap = None;
    for (at, cluster) in text.grapheme_indices(true) {
        if cluster == "\n" {
            return (at, false);
        }
        let blank = cluster.starts_with(char::is_whitespace);
        used += cluster_cells(cluster);
        if used > columns && !blank && at > 0 {
            return (gap.unwrap_or(at), true);
        }
        if blank {
            gap = Some(at + cluster.len());
        }
    }
    (text.len(), false)
}

/// A piece of a text to be drawn, with what of it is selected.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    /// The selected part, in bytes of the piece.
    pub(super) selected: (usize, usize),
    pub(super) style: Style,
    pub(super) selected_style: Style,
}

/// Draws a piece into the first row of an area, leaving out the first `hidden` cells.
///
/// A wide grapheme cut by either edge is left blank there.
pub(super) fn draw_piece(piece: &Piece<'_>, hidden: usize, area: Rect, buffer: &mut Buffer) {
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
