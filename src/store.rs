//! The SQLite file: facts, personal data, derived tables, search. The only place with SQL.
//!
//! One [`Store`] is one connection. [`Store::write`] holds the write lock from the first read to the commit, so that
//! decisions are made on what is stored. Several processes share the file (WAL); [`Store::version`] tells of their
//! commits. Related reads share one [`Snapshot`]. Everything here can fail because the file cannot be read or written,
//! as [`StoreError`] says; `# Errors` lists what else can happen.

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
mod letters;
mod load;
mod log;
#[cfg(test)]
mod meanwhile;
mod migrate;
mod notices;
mod outgoing;
mod outlook;
mod people;
mod queue;
mod reader;
mod register;
mod report;
mod search;
mod snapshot;
mod turn;
mod verify;
mod views;

pub use cancel::CancelToken;
pub use charter::Adoption;
pub use criteria::{Criteria, DayRange};
pub use error::StoreError;
pub use facts::{Commit, PersonChange, StoredNotice};
pub use handover::HandoverNote;
pub use log::LogStamp;
pub use notices::{NoticeQuery, NoticeRow};
pub use outgoing::{MailClaim, Unsent, WaitingMail};
pub use outlook::Tally;
pub use queue::{
    Counts, Filter, InvalidRowKey, PageStart, QueueOrder, QueueQuery, QueueRow, RowKey,
};
pub use reader::Reader;
pub use register::Registered;
pub use report::{OverdueCase, OverdueDepartment};
pub use search::{Hit, IndexEntry, IndexQuery, RecentCase, SearchHits};
pub use snapshot::Snapshot;
pub use verify::{Counting, Findings, Problem};

use cancel::CancelHook;
use error::ErrorContext;
use log::{LogGuard, is_log_empty};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, config::DbConfig};
use std::{
    cell::Cell,
    fmt::Write as _,
    io::ErrorKind,
    os::unix::{ffi::OsStrExt, fs::MetadataExt},
    path::{Path, PathBuf},
    rc::Rc,
    time::{Duration, Instant},
};
pub use turn::open_lock;
use turn::{Line, Turn};

/// How long a writer waits for another one before it says that the file is busy.
pub const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// The part of that time for those who waited in line in vain: whoever stands still may hold the turn alone.
const LAST_TRY: Duration = Duration::from_millis(500);

/// One connection to a database file.
#[derive(Debug)]
pub struct Store {
    connection: Rc<Connection>,
    cancel: CancelHook,
    path: PathBuf,
    /// Identity of the file at opening, to notice that it was replaced.
    file: FileId,
    log: LogGuard,
    line: Line,
    busy_timeout: Cell<Duration>,
}

/// Identity of a file on its machine: device and inode.
type FileId = (u64, u64);

/// Identifies the file at a path.
fn file_id(path: &Path) -> Result<FileId, StoreError> {
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

/// Whether a file is opened for writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// Read and write; an older schema is migrated after a backup.
    Write,
    /// Read only. In a folder that cannot be written SQLite has no place for its WAL index: the file is opened as
    /// immutable then, and what others write is not seen before the next start.
    Read,
}

impl Store {
    /// Opens an existing database.
    ///
    /// # Errors
    /// The file is missing, is no minwon database, is damaged, or has a newer schema (it is left untouched then).
    pub fn open(path: &Path, access: Access) -> Result<Self, StoreError> {
        let at = path.to_owned();
        if !path.exists() {
            return Err(StoreError::Missing { path: at });
        }
        if path.is_dir() {
            return Err(StoreError::Foreign { path: at });
        }
        let flags = match access {
            Access::Write => OpenFlags::SQLITE_OPEN_READ_WRITE,
            Access::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
        };
        match Self::connect(path, path, flags, access) {
            // WAL needs an index file, which cannot be made in a folder without write permission.
            Err(StoreError::ReadOnly { .. }) if access == Access::Read && is_log_empty(path) => {
                let flags = flags | OpenFlags::SQLITE_OPEN_URI;
                Self::connect(path, &immutable_uri(path), flags, access)
            }
            opened => opened,
        }
    }

    /// Opens `name`, a name or URI of the file at `path`, and checks that it is a minwon database.
    fn connect(
        path: &Path,
        name: &Path,
        flags: OpenFlags,
        access: Access,
    ) -> Result<Self, StoreError> {
        let connection = Connection::open_with_flags(name, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX);
        let store = Self::with_connection(connection.doing("open", path)?, path)?;
        migrate::check(&store, access)?;
        store.guard_log()?;
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
            // An empty file would make the next attempt fail.
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
        let store = Self::with_connection(connection, path)?;
        migrate::create_schema(&store)?;
        store.guard_log()?;
        Ok(store)
    }

    /// The path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn with_connection(mut connection: Connection, path: &Path) -> Result<Self, StoreError> {
        let cancel = CancelHook::install(&mut connection).doing("open", path)?;
        let log = LogGuard::install(&mut connection, path).doing("open", path)?;
        let store = Self {
            connection: Rc::new(connection),
            cancel,
            path: path.to_owned(),
            file: file_id(path)?,
            log,
            line: Line::of(path),
            busy_timeout: Cell::new(BUSY_TIMEOUT),
        };
        store.configure()?;
        Ok(store)
    }

    fn configure(&self) -> Result<(), StoreError> {
        let connection = &self.connection;
        connection.set_prepared_statement_cache_capacity(64);
        let set = || {
            connection.busy_timeout(BUSY_TIMEOUT)?;
            // Plans that do not depend on bound values: otherwise SQLite prepares each page of the queue anew.
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
            connection.pragma_update(None, "foreign_keys", true)?;
            connection.pragma_update(None, "synchronous", "FULL")?;
            connection.pragma_update(None, "trusted_schema", false)?;
            connection.pragma_update(None, "secure_delete", true)
        };
        set().doing("open", &self.path)
    }

    /// Notes the log that the file has once it is known to be ours, and keeps SQLite from copying it back unasked.
    fn guard_log(&self) -> Result<(), StoreError> {
        self.copy_back_at_the_end(false).doing("open", &self.path)?;
        self.log.note();
        Ok(())
    }

    fn copy_back_at_the_end(&self, yes: bool) -> rusqlite::Result<bool> {
        let kept = DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE;
        self.connection.set_db_config(kept, !yes)
    }

    /// How many pages SQLite believes to be in the log; none where the file has no log.
    fn log_pages(&self) -> rusqlite::Result<u64> {
        // It copies nothing and takes no lock.
        let sql = "PRAGMA wal_checkpoint(NOOP)";
        let pages = self
            .connection
            .query_row(sql, [], |row| row.get::<_, i64>(1))?;
        Ok(u64::try_from(pages).unwrap_or_default())
    }

    /// Begins a write, which holds the lock until [`Write::commit`]; dropping it rolls back.
    ///
    /// # Errors
    /// Another process holds the lock for longer than the timeout; or the file or its log was removed, cut or replaced,
    /// so that what is written would be lost when the program ends.
    pub fn write(&mut self) -> Result<Write<'_>, StoreError> {
        let path = &self.path;
        if file_id(path)? != self.file {
            return Err(StoreError::Gone { path: path.clone() });
        }
        let patience = self.busy_timeout.get();
        let asked = Instant::now();
        let turn = self.line.wait(patience.saturating_sub(LAST_TRY));
        self.log.check_length(path, || self.log_pages())?;
        self.set_busy_timeout(patience.saturating_sub(asked.elapsed()));
        // `&mut self` rules out a second write; a snapshot is never held across one.
        let begun = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate);
        self.set_busy_timeout(patience);
        let transaction = begun.doing("write", path)?;
        Ok(Write {
            transaction,
            log: &self.log,
            path,
            _turn: turn,
        })
    }

    /// Takes a place in the line of writers, unless this store has one; true where a write need not wait.
    pub fn may_write(&mut self) -> bool {
        self.line.is_first() && !self.is_locked()
    }

    /// Gives up the place in the line.
    pub fn leave_line(&mut self) {
        self.line.leave();
    }

    /// Reads SQLite's `data_version`, which changes when another connection commits; no table is read.
    pub fn version(&self) -> Result<i64, StoreError> {
        let version = self
            .reader()
            .row("PRAGMA data_version", [], |row| row.get(0))?;
        Ok(version.unwrap_or_default())
    }

    /// Sets how long a write waits for another process.
    pub fn set_busy_timeout(&self, timeout: Duration) {
        self.busy_timeout.set(timeout);
        // Fails only for more than 24 days.
        let _set = self.connection.busy_timeout(timeout);
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

    /// Runs `search` until cancelled; what it found so far is its result then, see [`SearchHits::whole`].
    pub fn cancellable<T>(&self, stop: &CancelToken, search: impl FnOnce() -> T) -> T {
        self.cancel.cancellable(stop, search)
    }

    /// Access outside a write: each statement sees the last commit, or within a [`Snapshot`] the one at its start.
    pub fn reader(&self) -> Reader<'_> {
        Reader {
            connection: &self.connection,
            path: &self.path,
        }
    }
}

impl Drop for Store {
    /// Has SQLite copy the log back if nobody else has the file open; whoever lost pages of it may be another process.
    fn drop(&mut self) {
        if self.log_pages().is_ok_and(|pages| self.log.is_sound(pages)) {
            let _set = self.copy_back_at_the_end(true);
        }
    }
}

/// The URI by which SQLite opens a file without a lock and without an index file.
fn immutable_uri(path: &Path) -> PathBuf {
    let mut name = String::from("file:");
    for byte in path.as_os_str().as_bytes() {
        // `?`, `#` and `%` have a meaning in a URI.
        if byte.is_ascii_alphanumeric() || b"/-_.~".contains(byte) {
            name.push(char::from(*byte));
        } else {
            let _infallible = write!(name, "%{byte:02X}");
        }
    }
    name.push_str("?immutable=1");
    PathBuf::from(name)
}

/// A transaction that writes.
#[derive(Debug)]
pub struct Write<'a> {
    transaction: Transaction<'a>,
    log: &'a LogGuard,
    path: &'a Path,
    /// The last field: the next one's turn comes when SQLite's lock is free.
    _turn: Option<Turn>,
}

impl Write<'_> {
    /// Access within the write: nothing that it reads can change before the commit.
    pub fn reader(&self) -> Reader<'_> {
        Reader {
            connection: &self.transaction,
            path: self.path,
        }
    }

    /// Commits with one sync to disk; where that fails, nothing is written.
    ///
    /// # Errors
    /// The log was removed or cut meanwhile: what was committed may be lost.
    pub fn commit(self) -> Result<(), StoreError> {
        self.transaction.commit().doing("write", self.path)?;
        self.log.check(self.path)
    }

    /// Stores a setting of the database.
    pub fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let sql = "INSERT INTO setting (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";
        self.execute(sql, (key, value)).map(drop)
    }
}
