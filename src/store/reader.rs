//! Reading, with the error that says what could not be read. What is asked is the business of the other files.

use super::{StoreError, error::ErrorContext};
use rusqlite::{Connection, OptionalExtension, Params, Row};
use std::path::Path;

/// Reading, inside or outside a write.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    pub(super) connection: &'a Connection,
    pub(super) path: &'a Path,
}

impl Reader<'_> {
    /// A setting of the database.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT value FROM setting WHERE key = ?1";
        self.row(sql, [key], |row| row.get(0))
    }

    /// Every row of an answer.
    pub(super) fn rows<T>(
        &self,
        sql: &str,
        values: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        let rows = || {
            let mut statement = self.connection.prepare_cached(sql)?;
            statement.query_map(values, read)?.collect()
        };
        let rows: rusqlite::Result<Vec<T>> = rows();
        rows.doing("read", self.path)
    }

    /// The first row of an answer; `None` where it has none.
    pub(super) fn row<T>(
        &self,
        sql: &str,
        values: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        let row = || {
            let mut statement = self.connection.prepare_cached(sql)?;
            statement.query_row(values, read).optional()
        };
        row().doing("read", self.path)
    }

    /// The one number that an answer is: a count.
    pub(super) fn number(&self, sql: &str, values: impl Params) -> Result<i64, StoreError> {
        let number = || {
            let mut statement = self.connection.prepare_cached(sql)?;
            statement.query_row(values, |row| row.get(0))
        };
        number().doing("read", self.path)
    }
}
