//! The write-ahead log beside the database: whether it moved, and whether it still is what SQLite believes it to be.
//!
//! SQLite keeps writing into a log that was removed or cut under it, and reports success. [`LogGuard`] looks before a
//! write begins and after its commit, so that nothing is acknowledged that the next start would not find, and at every page
//! before the log is copied back. A page that was cut in its middle is not noticed.
//! Format of the log: <https://www.sqlite.org/walformat.html>.

use super::{FileId, StoreError, error::ErrorContext};
use rusqlite::Connection;
use std::{
    fs::File,
    io::{self, ErrorKind},
    ops::Range,
    os::unix::fs::{FileExt, MetadataExt},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::SystemTime,
};

/// Pages in the log after which it is copied back into the database; SQLite's own default.
pub(super) const LOG_PAGES: u64 = 1_000;

const HEADER: u64 = 32;
/// Bytes before each page.
const FRAME_HEADER: u64 = 24;
/// The first four bytes of a log; the last bit tells the byte order of its checksums.
const MAGIC: u32 = 0x377f_0682;

/// Modification time and size of the write-ahead log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogStamp(SystemTime, u64);

impl LogStamp {
    /// The stamp of a database's log, without opening a file; `None` where there is no log.
    pub fn at(path: &Path) -> Option<Self> {
        let log = std::fs::metadata(beside(path, "-wal")).ok()?;
        Some(Self(log.modified().ok()?, log.len()))
    }
}

fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    PathBuf::from(name)
}

/// True where the write-ahead log holds nothing that is missing in the file.
pub(super) fn is_log_empty(path: &Path) -> bool {
    // SQLite keeps the log beside the file that a link points to.
    let Ok(path) = std::fs::canonicalize(path) else {
        return false;
    };
    match std::fs::metadata(beside(&path, "-wal")) {
        Ok(log) => log.len() == 0,
        Err(error) => error.kind() == ErrorKind::NotFound,
    }
}

/// Watches the log of one connection, and copies it back into the database while it is sound.
#[derive(Clone, Debug)]
pub(super) struct LogGuard(Arc<Mutex<Watched>>);

#[derive(Debug)]
struct Watched {
    log: PathBuf,
    index: PathBuf,
    /// The log and its index as this connection opened them.
    opened: Option<(FileId, FileId)>,
    is_lost: bool,
    /// Pages after which the log is copied back.
    most: u64,
}

impl LogGuard {
    /// Installs the guard in a connection, in the place of SQLite's automatic checkpoint.
    pub(super) fn install(connection: &mut Connection, path: &Path) -> rusqlite::Result<Self> {
        let resolved = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let guard = Self(Arc::new(Mutex::new(Watched {
            log: beside(&resolved, "-wal"),
            index: beside(&resolved, "-shm"),
            opened: None,
            is_lost: false,
            most: LOG_PAGES,
        })));
        let told = guard.clone();
        connection.wal_hook(Some(move |log: &mut rusqlite::hooks::Wal, pages: i32| {
            let pages = u64::try_from(pages).unwrap_or_default();
            if told.watched().is_due_after(pages) {
                // Fails where somebody reads an older state; the next commit tries again.
                let _copied = log.checkpoint();
            }
            Ok(())
        }))?;
        Ok(guard)
    }

    fn watched(&self) -> MutexGuard<'_, Watched> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sets the number of pages after which the log is copied back.
    pub(super) fn copy_back_after(&self, pages: u64) {
        self.watched().most = pages;
    }

    /// Notes which files the connection has opened; it must have read once.
    pub(super) fn note(&self) {
        let mut watched = self.watched();
        watched.opened = watched.there();
    }

    /// True where the log is the one that this connection opened, and holds all of its pages, which are so many.
    pub(super) fn is_sound(&self, pages: u64) -> bool {
        let watched = self.watched();
        !watched.is_lost && watched.there() == watched.opened && watched.holds(0..pages)
    }

    /// Checks before a write begins that the log was not cut; `pages` is how many SQLite believes to be in it. A log that
    /// another program has emptied meanwhile, having copied it back, is asked for again.
    ///
    /// # Errors
    /// The log or its index was removed, replaced or cut.
    pub(super) fn check_length(
        &self,
        path: &Path,
        pages: impl Fn() -> rusqlite::Result<u64>,
    ) -> Result<(), StoreError> {
        for _ in 0..2 {
            let pages = pages().doing("write", path)?;
            if self.watched().is_long_enough(pages) {
                return self.check(path);
            }
        }
        self.watched().is_lost = true;
        self.check(path)
    }

    /// Checks the log as far as this connection has looked at it.
    ///
    /// # Errors
    /// The log or its index was removed, replaced or cut.
    pub(super) fn check(&self, path: &Path) -> Result<(), StoreError> {
        let mut watched = self.watched();
        watched.is_lost |= watched.there() != watched.opened;
        if watched.is_lost {
            return Err(StoreError::LogLost {
                path: path.to_owned(),
            });
        }
        Ok(())
    }
}

impl Watched {
    fn there(&self) -> Option<(FileId, FileId)> {
        let id = |path: &Path| {
            let file = std::fs::metadata(path).ok()?;
            Some((file.dev(), file.ino()))
        };
        Some((id(&self.log)?, id(&self.index)?))
    }

    /// Looks at a log that now has this many pages; true where it is to be copied back. Then every page is looked at: to
    /// copy a hole would destroy the database.
    fn is_due_after(&mut self, pages: u64) -> bool {
        let is_due = pages >= self.most;
        let first = if is_due { 0 } else { pages.saturating_sub(1) };
        self.is_lost |= !self.holds(first..pages);
        is_due && !self.is_lost
    }

    fn is_long_enough(&self, pages: u64) -> bool {
        let long_enough = || {
            let log = LogPages::read(&self.log)?;
            Ok(log.log.metadata()?.len() >= log.begin_of(pages))
        };
        let long_enough: io::Result<bool> = long_enough();
        pages == 0 || long_enough.unwrap_or_default()
    }

    fn holds(&self, pages: Range<u64>) -> bool {
        let found = || LogPages::read(&self.log)?.holds(pages.clone());
        pages.is_empty() || found().unwrap_or_default()
    }
}

/// The pages of a log; one that is missing, or was left from before the log was begun anew, bears other salts.
struct LogPages {
    log: File,
    /// Bytes of a page with its head.
    frame: u64,
    salts: [u8; 8],
}

impl LogPages {
    /// Reads the head of a log.
    ///
    /// # Errors
    /// It cannot be read, or is none.
    fn read(path: &Path) -> io::Result<Self> {
        let log = File::open(path)?;
        let word = |at: u64| {
            let mut word = [0; 4];
            log.read_exact_at(&mut word, at)?;
            io::Result::Ok(u32::from_be_bytes(word))
        };
        if word(0)? & !1 != MAGIC {
            return Err(ErrorKind::InvalidData.into());
        }
        let frame = FRAME_HEADER + u64::from(word(8)?);
        let mut salts = [0; 8];
        log.read_exact_at(&mut salts, 16)?;
        Ok(Self { log, frame, salts })
    }

    /// Where a page begins, counted from 0, with its head.
    const fn begin_of(&self, page: u64) -> u64 {
        HEADER + page * self.frame
    }

    fn holds(&self, pages: Range<u64>) -> io::Result<bool> {
        for page in pages {
            let mut salts = [0; 8];
            self.log
                .read_exact_at(&mut salts, self.begin_of(page) + 8)?;
            if salts != self.salts {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
