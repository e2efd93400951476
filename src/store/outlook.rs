//! How much ends on each day: read from the derived table `tally`, one row per day.

use super::{Reader, StoreError};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// How many subjects are open, by their leading deadline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Running ones by the last day of their deadline, past days included.
    pub days: BTreeMap<NaiveDate, u64>,
    /// Those whose deadline is stopped.
    pub paused: u64,
    /// Those without an open deadline.
    pub without: u64,
}

impl Reader<'_> {
    /// Reads how many subjects are open, by their leading deadline.
    pub fn tally(&self) -> Result<Tally, StoreError> {
        let mut tally = Tally::default();
        for (bucket, open) in self.counts_by_name("SELECT bucket, open FROM tally", [])? {
            match bucket.as_str() {
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
