//! The SQLite file: facts, personal data, derived tables, search. The only place with SQL.
//!
//! One [`Store`] is one connection. Writing goes through [`Store::write`], which holds the write lock from the first read
//! to the commit, so that what was decided is what is written. Several processes share the file (WAL); what another one
//! wrote shows in [`Store::version`]. What belongs together is read in one [`Snapshot`].

mod calendar;
mod cancel;
mod chain;
mod charter;
mod convert;
mod criteria;
mod derived;
mod duties;
mod error;
mod facts;
mod handover;
mod ledger;
mod load;
#[cfg(test)]
mod meanwhile;
mod migrate;
mod notices;
mod outlook;
mod people;
mod queue;
mod reader;
mod report;
mod search;
mod snapshot;
mod verify;
mod views;

pub use cancel::CancelToken;
pub use charter::Adoption;
pub use criteria::{Criteria, DayRange};
pub use error::StoreError;
pub use facts::{Commit, PersonChange, StoredNotice, Texts};
pub use handover::HandoverNote;
pub use notices::{NoticeQuery, NoticeRow};
pub use outlook::Tally;
pub use queue::{
    Counts, Filter, InvalidRowKey, PageStart, QueueOrder, QueueQuery, QueueRow, RowKey,
};
pub use reader::Reader;
pub use report::{OverdueCase, OverdueDepartment};
pub use search::{Hit, IndexEntry, IndexQuery, SearchHits};
pub use snapshot::Snapshot;
pub use verify::{Counting, Findings, Problem};

use cancel::CancelHook;
use error::ErrorContext;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, config::DbConfig};
use std::{
    fmt::Write as _,
    io::ErrorKind,
    os::unix::{ffi::OsStrExt, fs::MetadataExt},
    path::{Path, PathBuf},
    rc::Rc,
    time::{Duration, SystemTime},
};

/// How long a writer waits for another one before it says that the file is busy.
pub const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// One connection to a database file.
#[derive(Debug)]
pub struct Store {
    connection: Rc<Connection>,
    cancel: CancelHook,
    path: PathBuf,
    /// Which file stood there when it was opened.
    file: FileId,
}

/// Which file it is on its machine, whatever its name: device and inode.
type FileId = (u64, u64);

/// The last touch of the write-ahead log: its time and its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogStamp(SystemTime, u64);

impl LogStamp {
    /// That of the database at a path; `None` where it has no log. Asking opens no file.
    pub fn at(path: &Path) -> Option<Self> {
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        let log = std::fs::metadata(log).ok()?;
        Some(Self(log.modified().ok()?, log.len()))
    }
}

/// Which file stands at a path.
fn file_at(path: &Path) -> Result<FileId, StoreError> {
    let file = std::fs::metadata(path).map_err(|source| match source.kind() {
        ErrorKind::NotFound => StoreError::Gone {
            path: path.to_owned(),
        },
        _ => StoreError::System {
            doing: "find",
            path: path.to_owned(),
            source,
        },
    })?;
    Ok((file.dev(), file.ino()))
}

/// How a file is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To read and write; an older schema is migrated after a copy was made.
    Write,
    /// To read only, also where the file or its folder cannot be written. Where SQLite cannot even keep its index beside
    /// the file, the file is read as one that does not change: what others write meanwhile is seen by a new start only.
    Read,
}

impl Store {
    /// Opens a database that exists.
    ///
    /// # Errors
    /// A missing file, a folder or a file that is no minwon database, a newer schema (left untouched), a damaged file.
    pub fn open(path: &Path, access: Access) -> Result<Self, StoreError> {
        if !path.exists() {
            return Err(StoreError::Missing {
                path: path.to_owned(),
            });
        }
        if path.is_dir() {
            return Err(StoreError::Foreign {
                path: path.to_owned(),
            });
        }
        let flags = match access {
            Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
            Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        };
        match Self::connect(path, path, flags, access) {
            // WAL wants an index beside the file, which a folder that cannot be written does not take.
            Err(StoreError::ReadOnly { .. }) if access == Access::Read && settled(path) => {
                let flags = flags | OpenFlags::SQLITE_OPEN_URI;
                Self::connect(path, &immutable(path), flags, access)
            }
            opened => opened,
        }
    }

    /// Opens `name`, which stands for the file at `path`, and checks that it is one of ours.
    fn connect(
        path: &Path,
        name: &Path,
        flags: OpenFlags,
        access: Access,
    ) -> Result<Self, StoreError> {
        let connection = Connection::open_with_flags(name, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX);
        let store = Self::over(connection.doing("open", path)?, path)?;
        migrate::check(&store, access)?;
        Ok(store)
    }

    /// Creates a new database; the file must not exist. Only its owner can read it.
    ///
    /// # Errors
    /// The file exists, its folder does not, or it cannot be written.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        migrate::reserve(path)?;
        let created = Self::fill(path);
        if created.is_err() {
            // An empty file would only stand in the way of the next attempt.
            let _absent = std::fs::remove_file(path);
        }
        created
    }

    fn fill(path: &Path) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).doing("open", path)?;
        connection
            .pragma_update(None, "journal_mode", "WAL")
            .doing("create", path)?;
        let store = Self::over(connection, path)?;
        migrate::lay(&store)?;
        Ok(store)
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn over(mut connection: Connection, path: &Path) -> Result<Self, StoreError> {
        let cancel = CancelHook::of(&mut connection).doing("open", path)?;
        let store = Self {
            connection: Rc::new(connection),
            cancel,
            path: path.to_owned(),
            file: file_at(path)?,
        };
        store.prepare()?;
        Ok(store)
    }

    fn prepare(&self) -> Result<(), StoreError> {
        let set = || {
            self.connection.busy_timeout(BUSY_TIMEOUT)?;
            // A plan does not depend on the values asked for; without this SQLite prepares a page of the queue anew for
            // every key.
            self.connection
                .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
            self.connection.pragma_update(None, "foreign_keys", true)?;
            self.connection.pragma_update(None, "synchronous", "FULL")?;
            self.connection
                .pragma_update(None, "trusted_schema", false)?;
            self.connection.pragma_update(None, "secure_delete", true)
        };
        self.connection.set_prepared_statement_cache_capacity(64);
        set().doing("open", &self.path)
    }

    /// Begins a write: the lock is held until [`Write::commit`], and everything is undone where that is not reached.
    ///
    /// # Errors
    /// Another process holds the lock for longer than the program's patience; the file cannot be written, or stands no
    /// longer in its place: what is written into a file without a name is lost when the program ends.
    pub fn write(&mut self) -> Result<Write<'_>, StoreError> {
        let path = &self.path;
        if file_at(path)? != self.file {
            return Err(StoreError::Gone { path: path.clone() });
        }
        // `&mut self` rules out a second write; a snapshot is never held across one.
        let transaction =
            Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate)
                .doing("write", path)?;
        Ok(Write { transaction, path })
    }

    /// A number that changes when another connection has committed; asking costs no table read.
    ///
    /// # Errors
    /// The file is gone or cannot be read.
    pub fn version(&self) -> Result<i64, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached("PRAGMA data_version")
            .doing("read", &self.path)?;
        statement
            .query_row([], |row| row.get(0))
            .doing("read", &self.path)
    }

    /// Sets how long a write waits for another process.
    pub fn set_busy_timeout(&self, patience: Duration) {
        // Fails only for more than 24 days.
        let _set = self.connection.busy_timeout(patience);
    }

    /// True while another connection writes.
    pub fn is_locked(&self) -> bool {
        self.set_busy_timeout(Duration::ZERO);
        let begun = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate);
        let locked = matches!(
            begun.doing("write", &self.path),
            Err(StoreError::Busy { .. })
        );
        self.set_busy_timeout(BUSY_TIMEOUT);
        locked
    }

    /// Reads until cancelled; a cancelled search answers with what it found so far, see [`SearchHits::whole`].
    pub fn cancellable<T>(&self, stop: &CancelToken, search: impl FnOnce() -> T) -> T {
        self.cancel.cancellable(stop, search)
    }

    /// Reads outside a write: each statement sees what was committed last, or all of them what was committed when the
    /// [`Snapshot`] began.
    pub fn reader(&self) -> Reader<'_> {
        Reader {
            connection: &self.connection,
            path: &self.path,
        }
    }
}

/// True where nothing stands beside the file that was written but is not in it yet.
fn settled(path: &Path) -> bool {
    // SQLite keeps its log beside the file itself, also where a link names it.
    let Ok(path) = std::fs::canonicalize(path) else {
        return false;
    };
    let mut log = path.into_os_string();
    log.push("-wal");
    match std::fs::metadata(log) {
        Ok(log) => log.len() == 0,
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    }
}

/// The name by which SQLite reads a file that does not change, without a lock and without an index beside it.
fn immutable(path: &Path) -> PathBuf {
    let mut name = String::from("file:");
    for byte in path.as_os_str().as_bytes() {
        // In such a name a question mark, a number sign and a percent sign have a meaning of their own.
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(byte) {
            name.push(char::from(*byte));
        } else {
            let _infallible = write!(name, "%{byte:02X}");
        }
    }
    name.push_str("?immutable=1");
    PathBuf::from(name)
}

/// A write under way.
#[derive(Debug)]
pub struct Write<'a> {
    transaction: Transaction<'a>,
    path: &'a Path,
}

impl Write<'_> {
    /// Reads within the write: what was decided by it cannot have changed when the write commits.
    pub fn reader(&self) -> Reader<'_> {
        Reader {
            connection: &self.transaction,
            path: self.path,
        }
    }

    /// Makes everything written so far last, with one sync to disk.
    ///
    /// # Errors
    /// A full disk or a lost file; nothing of it is written then.
    pub fn commit(self) -> Result<(), StoreError> {
        self.transaction.commit().doing("write", self.path)
    }

    /// Sets a setting of the database.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        self.transaction
            .execute(sql, (key, value))
            .doing("write", self.path)?;
        Ok(())
    }
}
