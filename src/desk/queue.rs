//! Pages of the queue, its views, and the numbers on the top line.

use super::{Desk, DeskError, rules::midnight};
use crate::{
    domain::{
        find::{CaseFilter, QueueView},
        subject::Subject,
    },
    store::{Counts, QueueQuery, QueueRow},
};
use chrono::Datelike;

impl Desk {
    /// Reads a page of the queue, the nearest first.
    pub fn queue(&self, ask: &QueueQuery) -> Result<Vec<QueueRow>, DeskError> {
        let _snapshot = self.store.snapshot()?;
        Ok(self.store.reader().queue(ask)?)
    }

    /// Reads a page of a view of the queue, the nearest first.
    ///
    /// # Errors
    /// The line of a saved view is invalid.
    pub fn view(
        &mut self,
        viewed: &QueueView,
        ask: &QueueQuery,
    ) -> Result<Vec<QueueRow>, DeskError> {
        let _snapshot = self.store.snapshot()?;
        if *viewed == QueueView::default() {
            return self.queue(ask);
        }
        let filters = viewed.filters(self.today()?)?;
        self.only(&filters, ask)
    }

    /// Reads a page of what matches all filters.
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

    /// Counts the open subjects of a view.
    ///
    /// # Errors
    /// The line of a saved view is invalid.
    pub fn view_count(&mut self, viewed: &QueueView) -> Result<u64, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let (now, today) = (self.now(), self.today()?);
        let criteria = self.criteria(&viewed.filters(today)?)?;
        Ok(self.store.reader().count(&criteria, now)?)
    }

    /// Reads the row of one subject.
    pub fn queue_row(&self, subject: impl Into<Subject>) -> Result<Option<QueueRow>, DeskError> {
        Ok(self.store.reader().queue_row(subject)?)
    }

    /// Finds a case by its number; without a year, in this year and then in the last.
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
        let today = calendar.date(now);
        let midnight = midnight(calendar, today);
        Ok(self.store.reader().counts(now, today, midnight)?)
    }
}
