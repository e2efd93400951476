//! Reading and writing with the error that names the file. The statements themselves are in the other files.

use super::{StoreError, Write, error::ErrorContext};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Params, Row};
use std::path::Path;

/// The setting with the time of the last write, Unix time: it tells a clock that is wrong.
const LAST_RECORD: &str = "last_record";

/// Access to the file for reading, inside or outside a write.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    pub(super) connection: &'a Connection,
    pub(super) path: &'a Path,
}

impl Reader<'_> {
    /// Reads a setting of the database.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT value FROM setting WHERE key = ?1";
        self.row(sql, [key], |row| row.get(0))
    }

    /// When something was last recorded; `None` where nothing was.
    pub fn last_record(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let known = self.setting(LAST_RECORD)?.and_then(|at| at.parse().ok());
        let known = match known {
            Some(known) => Some(known),
            // A file of an earlier version: what happened last was recorded then or later.
            None => self
                .row("SELECT max(at) FROM fact", [], |row| row.get(0))?
                .flatten(),
        };
        Ok(known.and_then(|at| DateTime::from_timestamp(at, 0)))
    }

    /// Reads every row of a query.
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

    /// Reads the first row of a query; `None` where it has none.
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

    /// Reads the one number of a `SELECT count(*)`.
    pub(super) fn count_rows(&self, sql: &str, values: impl Params) -> Result<u64, StoreError> {
        let count: Option<i64> = self.row(sql, values, |row| row.get(0))?;
        Ok(count.unwrap_or_default().unsigned_abs())
    }
}

impl Write<'_> {
    /// Sets when something was last recorded.
    pub fn set_last_record(&self, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.set(LAST_RECORD, &at.timestamp().to_string())
    }

    /// Executes one statement and returns how many rows it changed.
    pub(super) fn execute(&self, sql: &str, values: impl Params) -> Result<usize, StoreError> {
        let execute = || self.transaction.prepare_cached(sql)?.execute(values);
        execute().doing("write", self.path)
    }
}
