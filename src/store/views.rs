//! Views of the queue that a clerk has saved: a name and a line of fields.

use super::{Reader, StoreError, Write};
use crate::domain::find::SavedView;

impl Reader<'_> {
    /// The views that a clerk has saved, by name.
    pub fn views(&self, login: &str) -> Result<Vec<SavedView>, StoreError> {
        let sql = "SELECT name, line FROM saved_view WHERE login = ?1 ORDER BY name LIMIT 200";
        self.rows(sql, [login], |row| {
            Ok(SavedView {
                name: row.get(0)?,
                line: row.get(1)?,
            })
        })
    }
}

impl Write<'_> {
    /// Saves a view in place of the one of the same name.
    pub fn save_view(&self, login: &str, view: &SavedView) -> Result<(), StoreError> {
        let sql = "INSERT INTO saved_view (login, name, line) VALUES (?1, ?2, ?3)
                   ON CONFLICT (login, name) DO UPDATE SET line = excluded.line";
        self.execute(sql, (login, &view.name, &view.line)).map(drop)
    }

    /// Removes a view; false where there is none of that name.
    pub fn remove_view(&self, login: &str, name: &str) -> Result<bool, StoreError> {
        let sql = "DELETE FROM saved_view WHERE login = ?1 AND name = ?2";
        Ok(self.execute(sql, (login, name))? > 0)
    }
}
