//! Soft wrap, and the width of graphemes. Must not know carets or undo.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::form::text::{Alphabet, visible, width};

/// One wrapped row: a range of the text without its line break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WrappedRow {
    pub(crate) bytes: Range<usize>,
    /// The line continues in the next row.
    pub(crate) soft: bool,
}

/// The displayed width of one grapheme.
pub(super) fn cluster_cells(cluster: &str) -> usize {
    // Fast path for nearly all of a Korean text.
    if matches!(cluster.as_bytes(), [b' '..=b'~']) {
        return 1;
    }
    if cluster.len() == 3 && cluster.chars().all(|c| matches!(c, '가'..='힣')) {
        return 2;
    }
    width(&visible(cluster, Alphabet::Unicode))
}

/// The displayed width of a text in a field.
pub(crate) fn cells(text: &str) -> usize {
    text.graphemes(true).map(cluster_cells).sum()
}

/// The byte position of the grapheme in a cell, counted from 0; the end of the text beyond it.
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

/// The rows of a text in `columns` cells: broken at blanks where possible, else between graphemes. There is at least one.
///
/// Blanks that do not fit hang over the end of their row.
pub(crate) fn rows(text: &str, columns: usize) -> Vec<WrappedRow> {
    rows_from(text, 0, columns).collect()
}

/// The rows from `start` on, which must be the start of a row.
pub(super) fn rows_from(
    text: &str,
    start: usize,
    columns: usize,
) -> impl Iterator<Item = WrappedRow> {
    let mut next = Some(start);
    std::iter::from_fn(move || {
        let start = next?;
        let rest = text.get(start..)?;
        let (length, soft) = row_end(rest, columns.max(1));
        let end = start + length;
        next = (soft || end < text.len()).then_some(end + usize::from(!soft));
        Some(WrappedRow {
            bytes: start..end,
            soft,
        })
    })
}

/// The length of the first row of a text, and whether its line continues.
///
/// Independent of the text before the row, so that wrapping can restart at any row.
fn row_end(text: &str, columns: usize) -> (usize, bool) {
    let mut used = 0;
    // Behind the last blank of the row.
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
