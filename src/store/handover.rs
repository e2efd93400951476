//! Handovers between shifts: a ledger of notes and confirmations, the notes' texts apart so that they can be erased, and what
//! was recorded since a moment.

use super::{Reader, StoreError, Write, convert, error::ErrorContext, ledger};
use chrono::{DateTime, Utc};
use rusqlite::Row;
use sha2::{Digest, Sha256};

/// A note of one shift for the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverNote {
    pub id: i64,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Login of who wrote it.
    pub by: String,
    /// What it says; empty once it was erased.
    pub text: String,
    /// When it was confirmed, and by whom.
    pub confirmed: Option<(DateTime<Utc>, String)>,
}

impl Write<'_> {
    /// Enters a note.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn add_handover(&self, text: &str, by: &str, at: DateTime<Utc>) -> Result<i64, StoreError> {
        let digest: [u8; 32] = Sha256::digest(text).into();
        let values = vec![
            None::<i64>.into(),
            Some(digest.to_vec()).into(),
            at.timestamp().into(),
            by.to_owned().into(),
        ];
        let id = self.enter(&ledger::HANDOVERS, values)?;
        let sql = "INSERT INTO handover_text (id, text) VALUES (?1, ?2)";
        let mut statement = self
            .transaction
            .prepare_cached(sql)
            .doing("write", self.path)?;
        statement.execute((id, text)).doing("write", self.path)?;
        Ok(id)
    }

    /// Enters the confirmation of a note.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn confirm_handover(
        &self,
        note: i64,
        by: &str,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let values = vec![
            note.into(),
            None::<Vec<u8>>.into(),
            at.timestamp().into(),
            by.to_owned().into(),
        ];
        self.enter(&ledger::HANDOVERS, values)?;
        Ok(())
    }
}

impl Reader<'_> {
    /// The last notes, the newest first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn handovers(&self, most: u32) -> Result<Vec<HandoverNote>, StoreError> {
        let sql = "SELECT n.id, n.entered_at, n.entered_by, t.text, c.entered_at, c.entered_by
                   FROM handover n LEFT JOIN handover_text t ON t.id = n.id LEFT JOIN handover c ON c.confirms = n.id
                   WHERE n.confirms IS NULL ORDER BY n.id DESC LIMIT ?1";
        self.rows(sql, [most], note)
    }

    /// How many facts of each kind were recorded after one moment and up to another, by the id of the kind.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn recorded_between(
        &self,
        after: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Vec<(String, u64)>, StoreError> {
        let sql = "SELECT kind, count(*) FROM fact WHERE at > ?1 AND at <= ?2 GROUP BY kind ORDER BY kind";
        self.rows(sql, (after.timestamp(), until.timestamp()), |row| {
            let count: i64 = row.get(1)?;
            Ok((row.get(0)?, u64::try_from(count).unwrap_or_default()))
        })
    }
}

fn note(row: &Row<'_>) -> rusqlite::Result<HandoverNote> {
    let by: Option<String> = row.get(5)?;
    let confirmed = match by {
        Some(by) => Some((convert::time(row, 4)?, by)),
        None => None,
    };
    Ok(HandoverNote {
        id: row.get(0)?,
        at: convert::time(row, 1)?,
        by: row.get(2)?,
        text: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
        confirmed,
    })
}
