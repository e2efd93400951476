//! What can go wrong with the file, as a sentence that says what to do.

use crate::words::{Lang, Say, storage as text};
use std::path::{Path, PathBuf};

/// Why the store did not do something; nothing half-written remains.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("there is no database at {path}")]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The file to create is there already.
    #[error("{path} exists")]
    Exists { path: PathBuf },
    /// The folder of the file to create is not there.
    #[error("the folder {path} does not exist")]
    NoFolder { path: PathBuf },
    /// The file is no minwon database.
    #[error("{path} is no minwon database")]
    Foreign { path: PathBuf },
    /// The file was written by a newer program.
    #[error("{path} has schema {found}, this program knows {known}")]
    Newer {
        path: PathBuf,
        /// The file's schema.
        found: i64,
        /// The newest this program knows.
        known: i64,
    },
    /// Another process holds the file.
    #[error("{path} is locked by another process")]
    Busy { path: PathBuf },
    /// The file or its folder cannot be written.
    #[error("{path} cannot be written")]
    ReadOnly { path: PathBuf },
    /// The file that was opened stands no longer where it was: removed, moved, or another one in its place.
    #[error("{path} is no longer the file that was opened")]
    Gone {
        /// Where it was.
        path: PathBuf,
    },
    /// The disk is full.
    #[error("the disk of {path} is full")]
    Full { path: PathBuf },
    /// The file is damaged.
    #[error("{path} is damaged: {what}")]
    Damaged {
        path: PathBuf,
        /// What was found.
        what: String,
    },
    /// Someone else recorded something on the subject first.
    #[error("fact {expected} was expected and fact {found} found")]
    Conflict {
        /// The number of facts the caller had seen.
        expected: u32,
        /// How many there are.
        found: u32,
    },
    /// The operating system said no.
    #[error("cannot {doing} {path}: {source}")]
    System {
        /// What was being done.
        doing: &'static str,
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// SQLite said no for another reason.
    #[error("cannot {doing} {path}: {source}")]
    Sqlite {
        /// What was being done.
        doing: &'static str,
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
}

impl StoreError {
    /// A damaged file.
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
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy { path },
            Some(Code::ReadOnly | Code::PermissionDenied | Code::CannotOpen) => {
                Self::ReadOnly { path }
            }
            Some(Code::DiskFull) => Self::Full { path },
            Some(Code::DatabaseCorrupt) => Self::Damaged {
                path,
                what: source.to_string(),
            },
            Some(Code::NotADatabase) => Self::Foreign { path },
            // A column holds what this program never writes into it.
            None if misread(&source) => Self::Damaged {
                path,
                what: source.to_string(),
            },
            _ => Self::Sqlite {
                doing,
                path,
                source,
            },
        }
    }
}

/// True where a value was read that is not of its column's form.
fn misread(error: &rusqlite::Error) -> bool {
    use rusqlite::Error as Wrong;
    matches!(
        error,
        Wrong::FromSqlConversionFailure(..)
            | Wrong::InvalidColumnType(..)
            | Wrong::IntegralValueOutOfRange(..)
            | Wrong::Utf8Error(..)
    )
}

/// Says what was being done when SQLite refused.
pub(super) trait ErrorContext<T> {
    /// Wraps the error with the action and the file.
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
        match self {
            Self::Missing { path } => text::NO_DATABASE.with(lang, &[("path", &shown(path))]),
            Self::Exists { path } => text::EXISTS.with(lang, &[("path", &shown(path))]),
            Self::NoFolder { path } => text::NO_FOLDER.with(lang, &[("path", &shown(path))]),
            Self::Foreign { path } => text::FOREIGN.with(lang, &[("path", &shown(path))]),
            Self::Newer { path, found, known } => text::NEWER.with(
                lang,
                &[
                    ("path", &shown(path)),
                    ("found", &found.to_string()),
                    ("known", &known.to_string()),
                ],
            ),
            Self::Busy { path } => text::BUSY.with(lang, &[("path", &shown(path))]),
            Self::ReadOnly { path } => text::READ_ONLY.with(lang, &[("path", &shown(path))]),
            Self::Gone { path } => text::GONE.with(lang, &[("path", &shown(path))]),
            Self::Full { path } => text::FULL.with(lang, &[("path", &shown(path))]),
            Self::Damaged { path, what } => {
                text::DAMAGED.with(lang, &[("path", &shown(path)), ("what", what)])
            }
            Self::Conflict { expected, found } => text::CONFLICT.with(
                lang,
                &[
                    ("expected", &expected.to_string()),
                    ("found", &found.to_string()),
                ],
            ),
            Self::System { path, source, .. } => text::SYSTEM.with(
                lang,
                &[("path", &shown(path)), ("what", &source.to_string())],
            ),
            Self::Sqlite { path, source, .. } => text::SYSTEM.with(
                lang,
                &[("path", &shown(path)), ("what", &source.to_string())],
            ),
        }
    }
}
