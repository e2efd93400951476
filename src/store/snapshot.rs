//! Read transactions: one state of the file, whatever others commit meanwhile.
//!
//! Must not be held while waiting for a person: SQLite cannot truncate the write-ahead log behind an open reader.

use super::{Store, StoreError, error::ErrorContext};
use rusqlite::Connection;
use std::rc::Rc;

/// A guard: until it is dropped, all reads through its store see one state of the file, and the store cannot write.
///
/// It shares ownership of the connection, so that the store can be borrowed meanwhile. Within another snapshot or a
/// write it is part of that one.
#[derive(Debug)]
#[must_use = "reads share one state only while this lives"]
pub struct Snapshot {
    /// `None` within another snapshot or a write.
    connection: Option<Rc<Connection>>,
}

impl Store {
    /// Begins a snapshot of the state at the first read.
    pub fn snapshot(&self) -> Result<Snapshot, StoreError> {
        if !self.connection.is_autocommit() {
            return Ok(Snapshot { connection: None });
        }
        run(&self.connection, "BEGIN DEFERRED").doing("read", &self.path)?;
        Ok(Snapshot {
            connection: Some(Rc::clone(&self.connection)),
        })
    }
}

impl Drop for Snapshot {
    fn drop(&mut self) {
        if let Some(connection) = &self.connection
            && run(connection, "COMMIT").is_err()
        {
            // Only a damaged file refuses to commit a read; the log must not be held back then either.
            let _released = run(connection, "ROLLBACK");
        }
    }
}

fn run(connection: &Connection, sql: &str) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(sql)?;
    statement.execute([]).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Access;
    use tempfile::TempDir;

    fn two() -> (TempDir, Store, Store) {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("desk.db");
        let one = Store::create(&path).unwrap();
        let other = Store::open(&path, Access::Write).unwrap();
        (folder, one, other)
    }

    fn set(store: &mut Store, value: &str) {
        let write = store.write().unwrap();
        write.set("colour", value).unwrap();
        write.commit().unwrap();
    }

    fn read(store: &Store) -> Option<String> {
        store.reader().setting("colour").unwrap()
    }

    #[test]
    fn what_others_write_is_seen_when_the_snapshot_is_over() {
        let (_folder, one, mut other) = two();
        set(&mut other, "red");
        let snapshot = one.snapshot().unwrap();
        assert_eq!(read(&one).as_deref(), Some("red"));
        set(&mut other, "blue");
        assert_eq!(read(&one).as_deref(), Some("red"));
        drop(one.snapshot().unwrap());
        assert_eq!(read(&one).as_deref(), Some("red"), "one within another");
        drop(snapshot);
        assert_eq!(read(&one).as_deref(), Some("blue"));
    }

    #[test]
    fn a_snapshot_that_is_over_holds_nothing_back() {
        let (_folder, mut one, mut other) = two();
        let failed = || -> Result<(), StoreError> {
            let _snapshot = one.snapshot()?;
            read(&one);
            Err(StoreError::damaged(&one.path, "test"))
        };
        failed().unwrap_err();
        set(&mut other, "red");
        // The log can be truncated, which an open reader would prevent.
        let cut: i64 = other
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
            .unwrap();
        assert_eq!(cut, 0);
        set(&mut one, "blue");
        assert_eq!(read(&other).as_deref(), Some("blue"));
    }
}
