//! The load of the days ahead: of everyone from the tally, of the actor counted along the index by officer.

use super::{Desk, DeskError};
use crate::{
    domain::{
        find::{Assignee, CaseFilter, CaseStatus, DueWindow},
        outlook::{Load, Outlook, OutlookBar},
    },
    store::{Counts, Tally},
};
use chrono::NaiveDate;

impl Desk {
    /// Counts what is overdue, due on each of `days` days from today on, and due later.
    pub fn outlook(&mut self, days: u16) -> Result<Outlook, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let today = self.today()?;
        let counts = self.counts()?;
        let tally = self.store.reader().tally()?;
        let mut bars = Vec::new();
        for ends in DueWindow::chart(today, days) {
            let load = Load {
                all: total(ends, today, &counts, &tally),
                mine: self.mine(ends.filters(today))?,
            };
            let closed = ends.closed(self.rules()?.calendars.now());
            bars.push(OutlookBar { ends, load, closed });
        }
        let paused = Load {
            all: tally.paused,
            mine: self.mine(vec![CaseFilter::Status(CaseStatus::Paused)])?,
        };
        let counted: Load = bars.iter().map(|bar| bar.load).chain([paused]).sum();
        // Cases without a deadline cannot be counted by rank: they are the rest.
        let without = Load {
            all: tally.without,
            mine: self.mine(Vec::new())?.saturating_sub(counted.mine),
        };
        Ok(Outlook {
            today,
            bars,
            paused,
            without,
        })
    }

    /// Counts the actor's cases that match.
    fn mine(&mut self, mut only: Vec<CaseFilter>) -> Result<u64, DeskError> {
        only.push(CaseFilter::Officer(Assignee::Mine));
        let criteria = self.criteria(&only)?;
        Ok(self.store.reader().count(&criteria, self.now())?)
    }
}

fn total(ends: DueWindow, today: NaiveDate, counts: &Counts, tally: &Tally) -> u64 {
    let positive = |count: i64| u64::try_from(count).unwrap_or_default();
    match ends {
        DueWindow::Over => positive(counts.overdue),
        DueWindow::On(day) if day == today => positive(counts.today),
        DueWindow::On(day) => tally.days.get(&day).copied().unwrap_or_default(),
        DueWindow::After(day) => {
            let later = tally.days.iter().filter(|(date, _)| **date > day);
            later.map(|(_, open)| open).sum()
        }
    }
}

#[cfg(test)]
mod tests;
