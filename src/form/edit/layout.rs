//! The rows of a text, kept while it is edited.
//!
//! After a change only the rows it touches are made anew, so that a key costs the same in a long text as in a short one.
//! Must not know carets or keys.

use super::editor::Change;
use super::rows::{Row, rows, rows_from};

/// The rows of a text at a width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    columns: usize,
    rows: Vec<Row>,
}

impl Layout {
    /// The rows of a text in so many columns.
    pub(super) fn new(text: &str, columns: usize) -> Self {
        Self {
            columns,
            rows: rows(text, columns),
        }
    }

    /// The columns it is made for.
    pub(super) fn columns(&self) -> usize {
        self.columns
    }

    /// The rows; always at least one.
    pub(super) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Follows a change; `text` is the text after it.
    pub(super) fn follow(&mut self, text: &str, change: Change) {
        let row = self
            .rows
            .partition_point(|row| row.bytes.start <= change.at)
            .saturating_sub(1);
        // The row before may take up a word that has become shorter, and where that row is one grapheme which has
        // become narrower, so may the one before it.
        let earlier = self.rows.get(row.saturating_sub(2)..row);
        let soft = earlier.unwrap_or_default().iter().rev();
        let first = row - soft.take_while(|row| row.soft).count();
        let start = self.rows.get(first).map_or(0, |row| row.bytes.start);
        let moved = |at: usize| (at + change.inserted).checked_sub(change.removed);
        let end = change.at + change.inserted;
        let mut made = Vec::new();
        // The first old row that is right as it is.
        let mut kept = self.rows.len();
        for row in rows_from(text, start, self.columns) {
            if row.bytes.start > end {
                let here = Some(row.bytes.start);
                let old = self
                    .rows
                    .partition_point(|old| moved(old.bytes.start) < here);
                if self
                    .rows
                    .get(old)
                    .is_some_and(|old| moved(old.bytes.start) == here)
                {
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
