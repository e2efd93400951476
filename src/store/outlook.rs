//! How much ends on each day: read from the tally, a row a day, whatever the desk has open.

use super::{Reader, StoreError, error::ErrorContext};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// How many open subjects stand where, by their leading deadline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// By its last day, days gone by among them.
    pub days: BTreeMap<NaiveDate, u64>,
    /// Its time is stopped.
    pub paused: u64,
    /// There is none.
    pub without: u64,
}

impl Reader<'_> {
    /// How many open subjects stand where.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn tally(&self) -> Result<Tally, StoreError> {
        let mut tally = Tally::default();
        let mut statement = self
            .connection
            .prepare_cached("SELECT bucket, open FROM tally")
            .doing("read", self.path)?;
        let mut rows = statement.query([]).doing("read", self.path)?;
        while let Some(row) = rows.next().doing("read", self.path)? {
            let open: i64 = row.get(1).doing("read", self.path)?;
            let open = u64::try_from(open).unwrap_or_default();
            let bucket = row.get_ref(0).doing("read", self.path)?;
            match bucket.as_str().unwrap_or_default() {
                "paused" => tally.paused += open,
                "none" => tally.without += open,
                date => {
                    if let Ok(date) = date.parse() {
                        tally.days.insert(date, open);
                    }
                }
            }
        }
        Ok(tally)
    }
}
