//! Errors of the file, as sentences that say what to do.

use crate::words::{Lang, Say, storage as text};
use std::path::{Path, PathBuf};

/// Why an access to the file failed; a write has no effect then.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("there is no database at {path}")]
    Missing { path: PathBuf },
    #[error("{path} exists")]
    Exists { path: PathBuf },
    #[error("the folder {path} does not exist")]
    NoFolder { path: PathBuf },
    #[error("{path} is no minwon database")]
    Foreign { path: PathBuf },
    #[error("{path} has schema {found}, this program knows {known}")]
    Newer {
        path: PathBuf,
        found: i64,
        known: i64,
    },
    #[error("{path} is locked by another process")]
    Busy { path: PathBuf },
    #[error("{path} cannot be written")]
    ReadOnly { path: PathBuf },
    /// Removed, moved or replaced since it was opened.
    #[error("{path} is no longer the file that was opened")]
    Gone { path: PathBuf },
    /// The log beside the file was removed, replaced or cut while it was in use.
    #[error("the log of {path} is no longer the one that was opened")]
    LogLost { path: PathBuf },
    #[error("the disk of {path} is full")]
    Full { path: PathBuf },
    #[error("{path} is damaged: {what}")]
    Damaged { path: PathBuf, what: String },
    #[error("fact {expected} was expected and fact {found} found")]
    Conflict {
        /// How many facts the caller had seen.
        expected: u32,
        found: u32,
    },
    #[error("cannot {doing} {path}: {source}")]
    System {
        doing: &'static str,
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("cannot {doing} {path}: {source}")]
    Sqlite {
        doing: &'static str,
        path: PathBuf,
        source: rusqlite::Error,
    },
}

impl StoreError {
    /// The error for a damaged file.
    pub(super) fn damaged(path: &Path, what: impl Into<String>) -> Self {
        Self::Damaged {
            path: path.to_owned(),
            what: what.into(),
        }
    }

    fn from_sqlite(source: rusqlite::Error, doing: &'static str, path: &Path) -> Self {
        use rusqlite::ErrorCode as Code;
        let path = path.to_owned();
        match source.sqlite_error_code() {
            code if code == Some(Code::DatabaseCorrupt) || is_misread(&source) => Self::Damaged {
                path,
                what: source.to_string(),
            },
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy { path },
            Some(Code::ReadOnly | Code::PermissionDenied | Code::CannotOpen) => {
                Self::ReadOnly { path }
            }
            Some(Code::DiskFull) => Self::Full { path },
            Some(Code::NotADatabase) => Self::Foreign { path },
            _ => Self::Sqlite {
                doing,
                path,
                source,
            },
        }
    }
}

/// True where a column holds a value that this program never writes into it.
fn is_misread(error: &rusqlite::Error) -> bool {
    use rusqlite::Error as Wrong;
    matches!(
        error,
        Wrong::FromSqlConversionFailure(..)
            | Wrong::InvalidColumnType(..)
            | Wrong::IntegralValueOutOfRange(..)
            | Wrong::Utf8Error(..)
    )
}

/// Adds to an error of SQLite what was being done.
pub(super) trait ErrorContext<T> {
    /// Wraps the error with a verb ("open", "read", "write") and the file.
    fn doing(self, doing: &'static str, path: &Path) -> Result<T, StoreError>;
}

impl<T> ErrorContext<T> for rusqlite::Result<T> {
    fn doing(self, doing: &'static str, path: &Path) -> Result<T, StoreError> {
        self.map_err(|source| StoreError::from_sqlite(source, doing, path))
    }
}

impl Say for StoreError {
    fn say(&self, lang: Lang) -> String {
        let shown = |path: &Path| path.display().to_string();
        let system = |path: &Path, source: &dyn std::error::Error| {
            text::SYSTEM.with(
                lang,
                &[("path", &shown(path)), ("what", &source.to_string())],
            )
        };
        match self {
            Self::Missing { path } => text::NO_DATABASE.with(lang, &[("path", &shown(path))]),
            Self::Exists { path } => text::EXISTS.with(lang, &[("path", &shown(path))]),
            Self::NoFolder { path } => text::NO_FOLDER.with(lang, &[("path", &shown(path))]),
            Self::Foreign { path } => text::FOREIGN.with(lang, &[("path", &shown(path))]),
            Self::Newer { path, found, known } => {
                let (path, found, known) = (shown(path), found.to_string(), known.to_string());
                let values = [("path", &*path), ("found", &found), ("known", &known)];
                text::NEWER.with(lang, &values)
            }
            Self::Busy { path } => text::BUSY.with(lang, &[("path", &shown(path))]),
            Self::ReadOnly { path } => text::READ_ONLY.with(lang, &[("path", &shown(path))]),
            Self::Gone { path } => text::GONE.with(lang, &[("path", &shown(path))]),
            Self::LogLost { path } => text::LOG_LOST.with(lang, &[("path", &shown(path))]),
            Self::Full { path } => text::FULL.with(lang, &[("path", &shown(path))]),
            Self::Damaged { path, what } => {
                text::DAMAGED.with(lang, &[("path", &shown(path)), ("what", what)])
            }
            Self::Conflict { expected, found } => {
                let (expected, found) = (expected.to_string(), found.to_string());
                text::CONFLICT.with(lang, &[("expected", &expected), ("found", &found)])
            }
            Self::System { path, source, .. } => system(path, source),
            Self::Sqlite { path, source, .. } => system(path, source),
        }
    }
}
