//! Reading one state of the file, however much others write meanwhile.
//!
//! Must not be held while a clerk thinks: the log that others write cannot be cut back behind a reader that stays.

use super::{Store, StoreError, error::ErrorContext};
use rusqlite::Connection;
use std::rc::Rc;

/// As long as it lives, all that is read through its store is of one state of the file.
///
/// It owns its hold on the connection, so that it can stand beside whoever reads, and lets go when it is dropped. A snapshot
/// within another, or within a write, is part of that one. Nothing can be written by the same store until it is dropped.
#[derive(Debug)]
#[must_use = "what is read is of one state only while this lives"]
pub struct Snapshot {
    /// `None` where another one holds.
    connection: Option<Rc<Connection>>,
}

impl Store {
    /// Holds still: from the first read on, until the snapshot is dropped, one state of the file is read.
    ///
    /// # Errors
    /// The file is gone or cannot be read.
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
            // Only a broken file refuses to end what has read; then nothing may be held back by it either.
            let _let_go = run(connection, "ROLLBACK");
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
        // The log is cut back, which nobody can do behind a reader that stays.
        let cut: i64 = other
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
            .unwrap();
        assert_eq!(cut, 0);
        set(&mut one, "blue");
        assert_eq!(read(&other).as_deref(), Some("blue"));
    }
}
