//! The write-ahead log beside the database: whether it moved, and whether it still is what SQLite believes it to be.
//!
//! SQLite keeps writing into a log that was removed or cut under it, and reports success. [`LogGuard`] looks before a
//! write begins and after its commit, so that nothing is acknowledged that the next start would not find.
//! Format of the log: <https://www.sqlite.org/walformat.html>.

use super::{FileId, StoreError};
use rusqlite::Connection;
use std::{
    fs::File,
    io::{self, ErrorKind},
    os::unix::fs::{FileExt, MetadataExt},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::SystemTime,
};

/// Pages in the log after which it is copied back into the database; SQLite's own default.
pub(super) const LOG_PAGES: u64 = 1_000;

const HEADER: usize = 32;
/// Bytes before each page.
const FRAME_HEADER: usize = 24;
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
    /// The length of the log when the write began.
    length: u64,
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
            length: 0,
            is_lost: false,
            most: LOG_PAGES,
        })));
        let told = guard.clone();
        connection.wal_hook(Some(move |log: &mut rusqlite::hooks::Wal, pages: i32| {
            let pages = u64::try_from(pages).unwrap_or_default();
            if told.watched().is_sound_after(pages) {
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

    /// True where the log is, as far as this connection has seen, the one that it opened.
    pub(super) fn is_sound(&self) -> bool {
        let watched = self.watched();
        !watched.is_lost && watched.there() == watched.opened
    }

    /// Checks the log once a write holds the lock.
    ///
    /// # Errors
    /// The log or its index was removed, replaced or cut.
    pub(super) fn check_begun(&self, path: &Path) -> Result<(), StoreError> {
        let mut watched = self.watched();
        watched.is_lost |= watched.there() != watched.opened;
        watched.length = std::fs::metadata(&watched.log).map_or(0, |log| log.len());
        watched.found(path)
    }

    /// Checks the log once a write is committed.
    ///
    /// # Errors
    /// The log or its index was removed, replaced or cut.
    pub(super) fn check_committed(&self, path: &Path) -> Result<(), StoreError> {
        let mut watched = self.watched();
        watched.is_lost |= watched.there() != watched.opened;
        watched.found(path)
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

    fn found(&self, path: &Path) -> Result<(), StoreError> {
        if self.is_lost {
            return Err(StoreError::LogLost {
                path: path.to_owned(),
            });
        }
        Ok(())
    }

    /// Checks a log that now has this many pages; true where it may be copied back.
    fn is_sound_after(&mut self, pages: u64) -> bool {
        // Copying pages back from a hole would destroy the database.
        self.is_lost |= !is_whole(&self.log, self.length, pages).unwrap_or_default();
        !self.is_lost && pages >= self.most
    }
}

/// True where a log of this many pages has its head, its last page, and the page at which it ended before the write:
/// where the log was cut before that, a hole begins there.
fn is_whole(log: &Path, length: u64, pages: u64) -> io::Result<bool> {
    let log = File::open(log)?;
    let mut head = [0; HEADER];
    log.read_exact_at(&mut head, 0)?;
    let word = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(0_u32, |word, byte| word << 8 | u32::from(*byte))
    };
    if word(&head[..4]) & !1 != MAGIC {
        return Ok(false);
    }
    let (begin, frame) = (
        HEADER as u64,
        FRAME_HEADER as u64 + u64::from(word(&head[8..12])),
    );
    let edge = length.saturating_sub(begin) / frame;
    for page in [edge, pages.saturating_sub(1)] {
        let mut page_head = [0; FRAME_HEADER];
        if page < pages {
            log.read_exact_at(&mut page_head, begin + page * frame)?;
            // Each page bears the salts of its log.
            if page_head[8..16] != head[16..24] {
                return Ok(false);
            }
        }
    }
    Ok(true)
}
