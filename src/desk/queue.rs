//! The queue and its numbers.

use super::{Desk, DeskError};
use crate::{
    domain::subject::Subject,
    store::{Ask, Counts, From, QueueRow},
};

impl Desk {
    /// A page of the queue, the nearest first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn queue(&self, ask: &Ask) -> Result<Vec<QueueRow>, DeskError> {
        Ok(self.store.reader().queue(ask)?)
    }

    /// A page of the queue of who works at the desk: a case is given to an officer by login or by name.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn own_queue(&self, ask: &Ask) -> Result<Vec<QueueRow>, DeskError> {
        let mut rows = Vec::new();
        let mut officers = vec![&self.actor.login, &self.actor.name];
        officers.dedup();
        // One walk along the index for each, so that nothing has to be sorted but a page.
        for officer in officers.into_iter().filter(|officer| !officer.is_empty()) {
            let officer = Some(officer.clone());
            rows.extend(self.queue(&Ask {
                officer,
                ..ask.clone()
            })?);
        }
        rows.sort_by(|one, other| one.key.place().cmp(&other.key.place()));
        let limit = usize::try_from(ask.limit).unwrap_or(usize::MAX);
        if matches!(ask.from, From::Before(_) | From::End) {
            rows.drain(..rows.len().saturating_sub(limit));
        }
        rows.truncate(limit);
        Ok(rows)
    }

    /// The row of one subject.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn queue_row(&self, subject: impl Into<Subject>) -> Result<Option<QueueRow>, DeskError> {
        Ok(self.store.reader().queue_row(subject)?)
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
}
