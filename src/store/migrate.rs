//! Schema versions, stored in `PRAGMA user_version`: a new database gets `schema.sql`, an older one is migrated by
//! [`STEPS`] after a backup. A released step is never changed or reordered. A test
//! holds that both ways lead to the same tables.

use super::{Access, Store, StoreError, error::ErrorContext};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use std::{
    fs::OpenOptions,
    io::ErrorKind,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
};

const SCHEMA: &str = include_str!("../../schema.sql");
/// "minw" in ASCII: marks a file as a minwon database.
const APPLICATION: i64 = 0x6d69_6e77;
/// The version of `schema.sql`.
const VERSION: i64 = 7;
/// The SQL that migrates version 1 to 2, 2 to 3 and so on.
const STEPS: &[&str] = &[
    include_str!("migrate/2.sql"),
    include_str!("migrate/behalf.sql"),
    include_str!("migrate/persons.sql"),
    include_str!("migrate/see_also.sql"),
    include_str!("migrate/letters.sql"),
    include_str!("migrate/outgoing.sql"),
];

/// Creates the empty file, readable by its owner alone; fails where it exists.
pub(super) fn reserve(path: &Path) -> Result<(), StoreError> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    if let Some(folder) = folder
        && !folder.is_dir()
    {
        return Err(StoreError::NoFolder {
            path: folder.to_owned(),
        });
    }
    let mut options = OpenOptions::new();
    let created = options.write(true).create_new(true).mode(0o600).open(path);
    created.map(drop).map_err(|source| {
        let path = path.to_owned();
        match source.kind() {
            ErrorKind::AlreadyExists => StoreError::Exists { path },
            ErrorKind::PermissionDenied => StoreError::ReadOnly { path },
            _ => StoreError::System {
                doing: "create",
                path,
                source,
            },
        }
    })
}

/// Creates the tables in a new file.
pub(super) fn create_schema(store: &Store) -> Result<(), StoreError> {
    let create = || {
        let behavior = TransactionBehavior::Immediate;
        let transaction = Transaction::new_unchecked(&store.connection, behavior)?;
        transaction.execute_batch(SCHEMA)?;
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.pragma_update(None, "user_version", VERSION)?;
        transaction.commit()
    };
    create().doing("create", &store.path)
}

/// Refuses other files and newer schemas, and migrates older ones.
pub(super) fn check(store: &Store, access: Access) -> Result<(), StoreError> {
    let path = store.path.clone();
    let pragma = |name: &str| {
        store
            .connection
            .pragma_query_value(None, name, |row| row.get::<_, i64>(0))
    };
    if pragma("application_id").doing("open", &path)? != APPLICATION {
        return Err(StoreError::Foreign { path });
    }
    let found = pragma("user_version").doing("open", &path)?;
    match found {
        VERSION => Ok(()),
        newer if newer > VERSION => Err(StoreError::Newer {
            path,
            found,
            known: VERSION,
        }),
        ..=0 => Err(StoreError::damaged(&path, "user_version")),
        _ if access == Access::Read => Err(StoreError::ReadOnly { path }),
        _ => migrate(store, STEPS, VERSION),
    }
}

/// Migrates an older file. The lock is taken before the version is read: another process may have migrated already, and
/// none may write between the backup and the first step.
fn migrate(store: &Store, steps: &[&str], to: i64) -> Result<(), StoreError> {
    let path = store.path.as_path();
    let begun = Transaction::new_unchecked(&store.connection, TransactionBehavior::Immediate);
    let transaction = begun.doing("migrate", path)?;
    let version = transaction.pragma_query_value(None, "user_version", |row| row.get(0));
    let version: i64 = version.doing("migrate", path)?;
    if version >= to {
        return Ok(());
    }
    back_up(path, version)?;
    let run = || {
        for (_, step) in (1..to).zip(steps).filter(|(from, _)| *from >= version) {
            transaction.execute_batch(step)?;
        }
        transaction.pragma_update(None, "user_version", to)
    };
    run().doing("migrate", path)?;
    transaction.commit().doing("migrate", path)
}

/// Copies the file to `desk.db.v1` beside it; the copy gets that name once complete.
fn back_up(path: &Path, version: i64) -> Result<(), StoreError> {
    let beside = |end: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".v{version}{end}"));
        PathBuf::from(name)
    };
    let (copy, part) = (beside(""), beside(".part"));
    if copy.exists() {
        return Ok(());
    }
    let failed = |source| StoreError::System {
        doing: "copy",
        path: part.clone(),
        source,
    };
    if part.exists() {
        // Left behind by an interrupted backup.
        std::fs::remove_file(&part).map_err(failed)?;
    }
    reserve(&part)?;
    // SQLite refuses to back up through a connection that holds the write lock.
    let copying = || {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        connection.backup("main", &part, None::<fn(rusqlite::backup::Progress)>)
    };
    copying().doing("copy", &part)?;
    std::fs::rename(&part, copy).map_err(failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_step_for_each_version_after_the_first() {
        assert_eq!(STEPS.len(), usize::try_from(VERSION).unwrap() - 1);
    }

    /// What a schema lays, apart from its comments.
    fn laid(connection: &Connection) -> Vec<String> {
        let sql = "SELECT m.type || ' ' || m.name || ' ' || m.tbl_name || coalesce(' ' || x.cid || ' ' || x.name || ' ' || x.type
                     || ' ' || x.\"notnull\" || ' ' || coalesce(x.dflt_value, '') || ' ' || x.pk, '')
                   FROM sqlite_schema m LEFT JOIN pragma_table_xinfo(m.name) x
                   WHERE m.name NOT LIKE 'sqlite_%' ORDER BY 1";
        let mut statement = connection.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.collect::<rusqlite::Result<_>>().unwrap()
    }

    #[test]
    fn an_old_file_and_a_new_one_come_to_the_same_tables() {
        let (old, new) = (
            Connection::open_in_memory().unwrap(),
            Connection::open_in_memory().unwrap(),
        );
        old.execute_batch(include_str!("../../tests/vectors/schema-1.sql"))
            .unwrap();
        for step in STEPS {
            old.execute_batch(step).unwrap();
        }
        new.execute_batch(SCHEMA).unwrap();
        assert_eq!(laid(&old), laid(&new));
    }

    #[test]
    fn every_connection_waits_for_the_disk_and_keeps_references() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("desk.db");
        let store = Store::create(&path).unwrap();
        let expected = [
            ("foreign_keys", 1),
            ("synchronous", 2),
            ("trusted_schema", 0),
            ("secure_delete", 1),
            ("busy_timeout", 5_000),
            ("user_version", VERSION),
            ("application_id", APPLICATION),
        ];
        let check = |store: &Store| {
            for (name, value) in expected {
                let found = store
                    .connection
                    .pragma_query_value(None, name, |row| row.get::<_, i64>(0));
                assert_eq!(found.unwrap(), value, "{name}");
            }
        };
        check(&store);
        // A bulk load leaves the usual safety behind.
        store.begin_load().unwrap();
        store.end_load().unwrap();
        check(&store);
        drop(store);
        for access in [Access::Write, Access::Read] {
            check(&Store::open(&path, access).unwrap());
        }
    }

    #[test]
    fn an_older_file_is_backed_up_and_migrated_once() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("desk.db");
        let mut store = Store::create(&path).unwrap();
        let write = store.write().unwrap();
        write.set("colour", "red").unwrap();
        write.commit().unwrap();
        let copy = folder.path().join(format!("desk.db.v{VERSION}"));
        std::fs::write(
            folder.path().join(format!("desk.db.v{VERSION}.part")),
            "half",
        )
        .unwrap();
        // One more than this version knows.
        let mut steps = STEPS.to_vec();
        steps.push("CREATE TABLE extra (x INTEGER NOT NULL) STRICT; DROP TABLE saved_view");
        // The second process, after waiting for the lock, finds nothing to do.
        for _ in 0..2 {
            migrate(&store, &steps, VERSION + 1).unwrap();
            let version = store
                .connection
                .pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0));
            assert_eq!(version, Ok(VERSION + 1));
        }
        let kept = Store::open(&copy, Access::Read).unwrap();
        assert_eq!(
            kept.reader().setting("colour").unwrap().as_deref(),
            Some("red")
        );
        assert!(
            !folder
                .path()
                .join(format!("desk.db.v{VERSION}.part"))
                .exists()
        );
        let newer = Store::open(&path, Access::Write);
        assert!(matches!(newer, Err(StoreError::Newer { found, .. }) if found == VERSION + 1));
    }
}
