//! The load of the days ahead, in exact numbers: everyone's from the tally, one's own counted along one's own index.

use super::{Desk, DeskError};
use crate::{
    domain::{
        find::DueWindow,
        find::{Assignee, CaseFilter, CaseStatus},
        outlook::{Load, Outlook, OutlookBar},
    },
    store::{Counts, Tally},
};
use chrono::NaiveDate;

impl Desk {
    /// What is over, what ends on each of so many days from today on, and what ends later.
    pub fn outlook(&mut self, days: u16) -> Result<Outlook, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let today = self.today()?;
        let counts = self.counts()?;
        let tally = self.store.reader().tally()?;
        let mut bars = Vec::new();
        for ends in DueWindow::chart(today, days) {
            let load = Load {
                all: all(ends, today, &counts, &tally),
                mine: self.mine(ends.only(today))?,
            };
            let closed = ends.closed(self.rules()?.calendars.now());
            bars.push(OutlookBar { ends, load, closed });
        }
        let paused = Load {
            all: tally.paused,
            mine: self.mine(vec![CaseFilter::Status(CaseStatus::Paused)])?,
        };
        let counted = bars.iter().map(|bar| bar.load).chain([paused]);
        let counted: Load = counted.sum();
        // What has no deadline has no stretch of its own to count: it is what is left.
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

    /// How many hold of those of who works here.
    fn mine(&mut self, mut only: Vec<CaseFilter>) -> Result<u64, DeskError> {
        only.push(CaseFilter::Officer(Assignee::Mine));
        let criteria = self.criteria(&only)?;
        Ok(self.store.reader().count(&criteria, self.now())?)
    }
}

fn all(ends: DueWindow, today: NaiveDate, counts: &Counts, tally: &Tally) -> u64 {
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
