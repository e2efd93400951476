//! Handovers between shifts: a ledger of notes and confirmations, with the texts apart so that they can be erased.

use super::{Reader, StoreError, Write, convert, ledger};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

/// A note of one shift for the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverNote {
    pub id: i64,
    pub at: DateTime<Utc>,
    /// Login of the author.
    pub by: String,
    /// Empty once erased.
    pub text: String,
    /// Time and login of the confirmation.
    pub confirmed: Option<(DateTime<Utc>, String)>,
}

impl Write<'_> {
    /// Enters a note and returns its id.
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
        self.execute(sql, (id, text))?;
        Ok(id)
    }

    /// Enters the confirmation of a note.
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
        self.enter(&ledger::HANDOVERS, values).map(drop)
    }
}

impl Reader<'_> {
    /// The last notes, the newest first.
    pub fn handovers(&self, most: u32) -> Result<Vec<HandoverNote>, StoreError> {
        let sql = "SELECT n.id, n.entered_at, n.entered_by, t.text, c.entered_at, c.entered_by
                   FROM handover n LEFT JOIN handover_text t ON t.id = n.id LEFT JOIN handover c ON c.confirms = n.id
                   WHERE n.confirms IS NULL ORDER BY n.id DESC LIMIT ?1";
        self.rows(sql, [most], |row| {
            let confirmed_at: Option<i64> = row.get(4)?;
            let confirmed_by: Option<String> = row.get(5)?;
            Ok(HandoverNote {
                id: row.get(0)?,
                at: convert::time(row, 1)?,
                by: row.get(2)?,
                text: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
                confirmed: confirmed_at.map(convert::instant).zip(confirmed_by),
            })
        })
    }

    /// How many facts of each kind happened after one moment and up to another, by the id of the kind.
    pub fn recorded_between(
        &self,
        after: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> Result<Vec<(String, u64)>, StoreError> {
        let sql = "SELECT kind, count(*) FROM fact WHERE at > ?1 AND at <= ?2 GROUP BY kind ORDER BY kind";
        self.counts_by_name(sql, (after.timestamp(), until.timestamp()))
    }
}
