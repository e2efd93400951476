//! The queue and its numbers.

use super::{Desk, DeskError};
use crate::{
    domain::{
        find::{CaseFilter, QueueView},
        subject::Subject,
    },
    store::{Counts, QueueQuery, QueueRow},
};
use chrono::Datelike;

impl Desk {
    /// A page of the queue, the nearest first.
    pub fn queue(&self, ask: &QueueQuery) -> Result<Vec<QueueRow>, DeskError> {
        let _snapshot = self.store.snapshot()?;
        Ok(self.store.reader().queue(ask)?)
    }

    /// A page of a view of the queue, the nearest first.
    ///
    /// # Errors
    /// The line of a saved view is none; the file cannot be read.
    pub fn view(
        &mut self,
        viewed: &QueueView,
        ask: &QueueQuery,
    ) -> Result<Vec<QueueRow>, DeskError> {
        let _snapshot = self.store.snapshot()?;
        if *viewed == QueueView::default() {
            return self.queue(ask);
        }
        let today = self.today()?;
        let criteria = self.criteria(&viewed.only(today)?)?;
        self.queue(&QueueQuery {
            criteria,
            ..ask.clone()
        })
    }

    /// A page of what holds by some fields.
    pub fn only(
        &mut self,
        only: &[CaseFilter],
        ask: &QueueQuery,
    ) -> Result<Vec<QueueRow>, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let criteria = self.criteria(only)?;
        self.queue(&QueueQuery {
            criteria,
            ..ask.clone()
        })
    }

    /// How many a view shows.
    ///
    /// # Errors
    /// The line of a saved view is none; the file cannot be read.
    pub fn view_count(&mut self, viewed: &QueueView) -> Result<u64, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let (now, today) = (self.now(), self.today()?);
        let criteria = self.criteria(&viewed.only(today)?)?;
        Ok(self.store.reader().count(&criteria, now)?)
    }

    /// The row of one subject.
    pub fn queue_row(&self, subject: impl Into<Subject>) -> Result<Option<QueueRow>, DeskError> {
        Ok(self.store.reader().queue_row(subject)?)
    }

    /// The row of a case by its number, whole or without its year: then of this year, or else of the last.
    pub fn numbered(&mut self, typed: &str) -> Result<Option<QueueRow>, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let typed = typed.trim();
        if let Ok(subject) = typed.parse::<Subject>() {
            return self.queue_row(subject);
        }
        let year = self.today()?.year();
        for year in [year, year - 1] {
            if let Ok(subject) = format!("{year}-{typed}").parse::<Subject>()
                && let Some(row) = self.queue_row(subject)?
            {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    /// The numbers on the top line.
    pub fn counts(&mut self) -> Result<Counts, DeskError> {
        let _snapshot = self.store.snapshot()?;
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
