//! The office's own letters, each edit with its author.

use super::{Reader, StoreError, Write, convert, ledger};
use crate::domain::letter::{LetterEdit, LetterKind};
use rusqlite::Row;

const COLUMNS: &str = "SELECT kind, text, entered_at, entered_by FROM letter_edit";

impl Write<'_> {
    /// Enters an edit.
    pub fn add_letter_edit(&self, edit: &LetterEdit) -> Result<(), StoreError> {
        let values = vec![
            edit.kind.id().to_owned().into(),
            edit.text.clone().into(),
            edit.entered_at.timestamp().into(),
            edit.entered_by.clone().into(),
        ];
        self.enter(&ledger::LETTERS, values).map(drop)
    }
}

impl Reader<'_> {
    /// The last edit of a letter; `None` where the office never changed it.
    pub fn letter_edit(&self, kind: LetterKind) -> Result<Option<LetterEdit>, StoreError> {
        let sql = format!("{COLUMNS} WHERE kind = ?1 ORDER BY id DESC LIMIT 1");
        self.row(&sql, [kind.id()], edit)
    }
}

fn edit(row: &Row<'_>) -> rusqlite::Result<LetterEdit> {
    Ok(LetterEdit {
        kind: convert::word(row, 0)?,
        text: row.get(1)?,
        entered_at: convert::time(row, 2)?,
        entered_by: row.get(3)?,
    })
}
