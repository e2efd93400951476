//! The queue, its numbers, and finding cases by words.

use super::{Desk, DeskError};
use crate::store::{Ask, Counts, QueueRow};

/// Cases found by words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Their rows, the best first.
    pub rows: Vec<QueueRow>,
}

impl Desk {
    /// A page of the queue, the nearest first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn queue(&self, ask: &Ask) -> Result<Vec<QueueRow>, DeskError> {
        Ok(self.store.reader().queue(ask)?)
    }

    /// The row of one case.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn queue_row(
        &self,
        number: crate::domain::case::CaseNumber,
    ) -> Result<Option<QueueRow>, DeskError> {
        Ok(self.store.reader().queue_row(number)?)
    }

    /// The numbers on the top line.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn counts(&mut self) -> Result<Counts, DeskError> {
        let now = self.now();
        let rules = self.rules()?;
        let calendar = rules.calendars.now();
        let today = calendar.local(now).date();
        let midnight = today
            .and_hms_opt(0, 0, 0)
            .map_or(now, |local| calendar.instant(local));
        Ok(self.store.reader().counts(now, today, midnight)?)
    }

    /// Cases in which every word stands: those with all of it in the title first, then the newest.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn search(&self, words: &str, limit: u32) -> Result<Found, DeskError> {
        let reader = self.store.reader();
        let mut rows = Vec::new();
        for number in reader.search(words, limit)? {
            rows.extend(reader.queue_row(number)?);
        }
        let wanted: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
        rows.sort_by_key(|row| {
            let title = row.title.to_lowercase();
            !wanted.iter().all(|word| title.contains(word))
        });
        Ok(Found { rows })
    }
}
