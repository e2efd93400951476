//! Bulk load of a new database, without safety against a power cut until it ends.

use super::{Store, StoreError, error::ErrorContext, log::LOG_PAGES};

/// Pages of the log between two checkpoints while loading.
const LOAD_PAGES: u64 = 50_000;
/// Page cache while loading, in KiB.
const CACHE: i64 = 128 * 1024;
/// Memory for new entries of the search index while loading, in bytes.
const INDEX: i64 = 64 << 20;

impl Store {
    /// Writes without waiting for the disk until [`Store::end_load`].
    pub fn begin_load(&self) -> Result<(), StoreError> {
        self.tune("OFF", LOAD_PAGES, -CACHE, INDEX)
    }

    /// Brings everything to disk and restores the usual safety.
    pub fn end_load(&self) -> Result<(), StoreError> {
        self.tune("FULL", LOG_PAGES, -2_000, 1 << 20)?;
        let whole = |_: &rusqlite::Row<'_>| Ok(());
        self.connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], whole)
            .doing("write", &self.path)
    }

    fn tune(
        &self,
        synchronous: &str,
        log_pages: u64,
        cache: i64,
        index: i64,
    ) -> Result<(), StoreError> {
        self.log.copy_back_after(log_pages);
        let tune = || {
            let connection = &self.connection;
            connection.pragma_update(None, "synchronous", synchronous)?;
            connection.pragma_update(None, "cache_size", cache)?;
            let sql = "INSERT INTO search (search, rank) VALUES ('hashsize', ?1)";
            connection.execute(sql, [index]).map(drop)
        };
        tune().doing("write", &self.path)
    }
}
