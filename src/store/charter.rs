//! The charters a desk has lived under: TOML texts, each with the date from which it holds.

use super::{Reader, StoreError, Write, convert, ledger};
use crate::domain::charter::Version;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Row;

/// A charter that is adopted.
#[derive(Clone, Copy, Debug)]
pub struct Adoption<'a> {
    /// The charter's own id.
    pub id: &'a str,
    /// Its TOML text.
    pub text: &'a str,
    /// The first date for which it holds.
    pub since: NaiveDate,
    /// Who adopts it.
    pub by: &'a str,
    pub at: DateTime<Utc>,
}

impl Write<'_> {
    /// Adopts a charter; what comes in from its date on is received under it. Returns its version.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn adopt_charter(&self, adoption: &Adoption<'_>) -> Result<i64, StoreError> {
        let values = vec![
            adoption.id.to_owned().into(),
            adoption.text.to_owned().into(),
            adoption.since.to_string().into(),
            adoption.at.timestamp().into(),
            adoption.by.to_owned().into(),
        ];
        self.enter(&ledger::CHARTER, values)
    }
}

impl Reader<'_> {
    /// Every version, in the order of adoption; none in a file without a charter.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn charter_versions(&self) -> Result<Vec<Version>, StoreError> {
        let sql = "SELECT version, id, since, adopted_at, adopted_by FROM charter ORDER BY version";
        self.rows(sql, [], version)
    }

    /// The text of a version.
    ///
    /// # Errors
    /// The file cannot be read, or has no such version.
    pub fn charter_text(&self, version: i64) -> Result<String, StoreError> {
        let sql = "SELECT text FROM charter WHERE version = ?1";
        let text = self.row(sql, [version], |row| row.get(0))?;
        text.ok_or_else(|| StoreError::damaged(self.path, format!("charter {version}")))
    }
}

fn version(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version {
        number: row.get(0)?,
        id: row.get(1)?,
        since: convert::word(row, 2)?,
        adopted_at: convert::time(row, 3)?,
        adopted_by: row.get(4)?,
    })
}
