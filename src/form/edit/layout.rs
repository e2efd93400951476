//! The wrapped rows of a text, updated while it is edited.
//!
//! A change rewraps only the rows it touches, so that a key costs the same in a long text as in a short one.
//! Must not know carets or keys.

use super::editor::TextChange;
use super::rows::{WrappedRow, rows, rows_from};

/// The rows of a text at a width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RowCache {
    columns: usize,
    rows: Vec<WrappedRow>,
}

impl RowCache {
    /// The rows of a text in so many columns.
    pub(super) fn new(text: &str, columns: usize) -> Self {
        Self {
            columns,
            rows: rows(text, columns),
        }
    }

    pub(super) fn columns(&self) -> usize {
        self.columns
    }

    /// The rows; always at least one.
    pub(super) fn rows(&self) -> &[WrappedRow] {
        &self.rows
    }

    /// Updates the rows after a change; `text` is the new text.
    pub(super) fn follow(&mut self, text: &str, change: TextChange) {
        let rows = &self.rows;
        let row = rows.partition_point(|row| row.bytes.start <= change.at);
        let row = row.saturating_sub(1);
        // A shortened word may fit into the row before; where that row is a single grapheme that became narrower, even into
        // the one before it.
        let earlier = self.rows.get(row.saturating_sub(2)..row);
        let soft = earlier.unwrap_or_default().iter().rev();
        let first = row - soft.take_while(|row| row.soft).count();
        let start = self.rows.get(first).map_or(0, |row| row.bytes.start);
        let moved = |at: usize| (at + change.inserted).checked_sub(change.removed);
        let end = change.at + change.inserted;
        let mut made = Vec::new();
        // The first old row that stays valid.
        let mut kept = self.rows.len();
        for row in rows_from(text, start, self.columns) {
            if row.bytes.start > end {
                let here = Some(row.bytes.start);
                let rows = &self.rows;
                let old = rows.partition_point(|old| moved(old.bytes.start) < here);
                let there = rows.get(old).map(|old| moved(old.bytes.start));
                if there == Some(here) {
                    kept = old;
                    break;
                }
            }
            made.push(row);
        }
        for row in self.rows.iter_mut().skip(kept) {
            if let (Some(start), Some(end)) = (moved(row.bytes.start), moved(row.bytes.end)) {
                row.bytes = start..end;
            }
        }
        self.rows.splice(first..kept, made);
    }
}
