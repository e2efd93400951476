//! Filling a new database in one go: what is written meanwhile is not safe from a power cut, and need not be.

use super::{Store, StoreError, error::ErrorContext};

/// Pages of the log that are collected before they are copied to their places.
const LOG_PAGES: i64 = 50_000;
/// Memory for pages while loading, in KiB.
const CACHE: i64 = 128 * 1024;
/// Memory for new entries of the search index while loading, in bytes.
const INDEX: i64 = 64 << 20;

impl Store {
    /// Writes without waiting for the disk until [`Store::end_load`]; for files that are being made.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn begin_load(&mut self) -> Result<(), StoreError> {
        self.tune("OFF", LOG_PAGES, -CACHE, INDEX)
    }

    /// Brings everything to disk and goes on as safely as any other connection.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn end_load(&mut self) -> Result<(), StoreError> {
        self.tune("FULL", 1_000, -2_000, 1 << 20)?;
        let whole = |_: &rusqlite::Row<'_>| Ok(());
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], whole)
            .doing("write", &self.path)
    }

    fn tune(
        &mut self,
        synchronous: &str,
        log_pages: i64,
        cache: i64,
        index: i64,
    ) -> Result<(), StoreError> {
        let tune = || {
            let connection = &self.connection;
            connection.pragma_update(None, "synchronous", synchronous)?;
            connection.pragma_update(None, "wal_autocheckpoint", log_pages)?;
            connection.pragma_update(None, "cache_size", cache)?;
            let sql = "INSERT INTO search (search, rank) VALUES ('hashsize', ?1)";
            connection.execute(sql, [index]).map(drop)
        };
        tune().doing("write", &self.path)
    }
}
