//! The versions of the charter: TOML texts, each with the date from which it is in force.

use super::{Reader, StoreError, Write, convert, ledger};
use crate::domain::charter::Version;
use chrono::{DateTime, NaiveDate, Utc};

/// A charter to adopt, and by whom.
#[derive(Clone, Copy, Debug)]
pub struct Adoption<'a> {
    pub id: &'a str,
    /// TOML text.
    pub text: &'a str,
    /// First date on which it is in force.
    pub since: NaiveDate,
    pub by: &'a str,
    pub at: DateTime<Utc>,
}

impl Write<'_> {
    /// Adopts a charter for everything received from its date on, and returns its version.
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
    /// All versions in the order of adoption.
    pub fn charter_versions(&self) -> Result<Vec<Version>, StoreError> {
        let sql = "SELECT version, id, since, adopted_at, adopted_by FROM charter ORDER BY version";
        self.rows(sql, [], |row| {
            Ok(Version {
                number: row.get(0)?,
                id: row.get(1)?,
                since: convert::word(row, 2)?,
                adopted_at: convert::time(row, 3)?,
                adopted_by: row.get(4)?,
            })
        })
    }

    /// The TOML text of a version.
    ///
    /// # Errors
    /// There is no such version.
    pub fn charter_text(&self, version: i64) -> Result<String, StoreError> {
        let sql = "SELECT text FROM charter WHERE version = ?1";
        let text = self.row(sql, [version], |row| row.get(0))?;
        text.ok_or_else(|| StoreError::damaged(self.path, format!("charter {version}")))
    }
}
