//! The charters a desk has lived under: TOML texts, each with the date of its adoption.

use super::{Reader, StoreError, Write, error::Doing};
use chrono::{DateTime, Utc};
use rusqlite::OptionalExtension;

impl Write<'_> {
    /// Adopts a charter; the next case is received under it. Returns its version.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn adopt_charter(
        &self,
        id: &str,
        text: &str,
        by: &str,
        now: DateTime<Utc>,
    ) -> Result<i64, StoreError> {
        let sql = "INSERT INTO charter (id, text, adopted_at, adopted_by) VALUES (?1, ?2, ?3, ?4) RETURNING version";
        let values = (id, text, now.timestamp(), by);
        self.transaction
            .query_row(sql, values, |row| row.get(0))
            .doing("write", self.path)
    }
}

impl Reader<'_> {
    /// The version in force, which is the last adopted; `None` in a file without any.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn charter_in_force(&self) -> Result<Option<i64>, StoreError> {
        let sql = "SELECT version FROM charter ORDER BY version DESC LIMIT 1";
        let mut statement = self
            .connection
            .prepare_cached(sql)
            .doing("read", self.path)?;
        statement
            .query_row([], |row| row.get(0))
            .optional()
            .doing("read", self.path)
    }

    /// The text of a version.
    ///
    /// # Errors
    /// The file cannot be read, or has no such version.
    pub fn charter_text(&self, version: i64) -> Result<String, StoreError> {
        let sql = "SELECT text FROM charter WHERE version = ?1";
        let mut statement = self
            .connection
            .prepare_cached(sql)
            .doing("read", self.path)?;
        let text = statement
            .query_row([version], |row| row.get(0))
            .optional()
            .doing("read", self.path)?;
        text.ok_or_else(|| StoreError::damaged(self.path, format!("charter {version}")))
    }
}
