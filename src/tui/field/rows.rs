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

/// The rows of a text in `columns` cells: broken at blanks where it can be, else between graphemes.
///
/// Blanks that do not fit hang behind the end of their row. There is always at least one row.
pub(super) fn rows(text: &str, columns: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        wrap(line, start, columns.max(1), &mut rows);
        start += line.len() + 1;
    }
    rows
}

fn wrap(line: &str, offset: usize, columns: usize, rows: &mut Vec<Row>) {
    let mut start = 0;
    let mut used = 0;
    // The place behind the last blank of the row, and the cells used up to there.
    let mut gap: Option<(usize, usize)> = None;
    for (at, cluster) in line.grapheme_indices(true) {
        let blank = cluster.starts_with(char::is_whitespace);
        let wide = cluster_cells(cluster);
        if used + wide > columns && !blank && at > start {
            let (cut, counted) = gap.unwrap_or((at, used));
            rows.push(Row {
                bytes: offset + start..offset + cut,
                soft: true,
            });
            start = cut;
            used -= counted;
            gap = None;
        }
        used += wide;
        if blank {
            gap = Some((at + cluster.len(), used));
        }
    }
    rows.push(Row {
        bytes: offset + start..offset + line.len(),
        soft: false,
    });
}

/// Draws graphemes into the first row of an area, leaving out the first `hidden` cells.
///
/// A wide grapheme cut by either edge is left blank there.
pub(super) fn draw_clusters<'a>(
    clusters: impl Iterator<Item = &'a str>,
    hidden: usize,
    area: Rect,
    style: Style,
    buffer: &mut Buffer,
) {
    if area.is_empty() {
        return;
    }
    let room = usize::from(area.width);
    let mut at = 0;
    for cluster in clusters {
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
        if let Ok(x) = u16::try_from(x) {
            buffer.set_string(area.x + x, area.y, fits, style);
        }
    }
}
