//! Soft wrap, and the cells of graphemes.
//!
//! Knows widths. Must not know carets or undo.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::form::text::{Alphabet, visible, width};

/// One row as seen: a piece of the text, in bytes, without its line break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) bytes: Range<usize>,
    /// Whether the line goes on in the next row.
    pub(crate) soft: bool,
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
pub(crate) fn cells(text: &str) -> usize {
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
pub(crate) fn rows(text: &str, columns: usize) -> Vec<Row> {
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
