//! The operations of the desk, which both front ends call, and the only access to the store.
//!
//! Every command loads, decides, applies, and commits facts, derived rows and notices in one transaction. The clock is
//! read here and nowhere else. Every operation can fail because the file cannot be read or written; `# Errors` lists
//! what else can happen.

// Tests may match one variant alone.
#![cfg_attr(not(test), deny(clippy::wildcard_enum_match_arm))]

mod adoption;
mod bookmark;
mod clock;
mod contact;
mod criteria;
mod demo;
mod drafts;
mod duty;
mod error;
mod generate;
mod guarded_store;
mod handover;
mod holidays;
mod identity;
mod intake;
mod letters;
mod merged;
mod notices;
mod opening;
mod outgoing;
mod outlook;
mod papers;
mod presence;
mod private_file;
mod queue;
mod recount;
mod related;
mod report;
mod revoke;
mod rules;
mod search;
mod staff;
mod staffing;
mod verify;
mod view;
mod views;
mod watch;
mod work;

pub use crate::store::{BUSY_TIMEOUT, CancelToken, WaitingMail};
pub use adoption::{AdoptionOutcome, Revision};
pub use bookmark::Bookmark;
pub use clock::{Clock, DoubtfulClock};
pub use contact::{ContactOrder, ContactView};
pub use demo::found_demo;
pub use drafts::keep as keep_draft_at;
pub use duty::{DutyChange, DutyOrder, DutyOutcome, DutyView, DutyYear, PlanLine, UnopenedDuty};
pub use error::{DeskError, FailureKind};
pub use generate::{GENERATED_AT, generate};
pub use handover::Handover;
pub use holidays::{CalendarImpact, HolidayRequest};
pub use intake::{ANSWER_PATIENCE, EarlierCase, KEY_PATIENCE};
pub use letters::{LetterError, LetterText, NoticeView};
pub use notices::{DueNotice, NoticeOrder};
pub use opening::{Foundation, Opening, no_time, parse_time};
pub use outgoing::{MailEnd, OutgoingMail, SendingTurn, TextMessage};
pub use presence::Viewer;
pub use report::Report;
pub use rules::Rules;
pub use search::{Effort, SearchResults, SearchRow};
pub use staff::StaffChange;
pub use verify::Verification;
pub use view::CaseView;
pub use watch::Watch;
pub use work::Order;

pub use crate::store::{
    Counts, Criteria, Filter, HandoverNote, NoticeRow, OverdueCase, OverdueDepartment, PageStart,
    QueueOrder, QueueQuery, QueueRow, RowKey, Snapshot, StoreError, StoredNotice,
};

use crate::domain::staff::Staff;
use chrono::{DateTime, NaiveDate, Utc};
use std::{path::Path, sync::Arc, time::Duration};

/// What other processes wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherWrites {
    None,
    /// The log is touched before what it holds can be read.
    UnderWay,
    Committed,
}

/// An open desk: a store, the clerk who works at it, and the rules in force.
#[derive(Debug)]
pub struct Desk {
    store: guarded_store::GuardedStore,
    actor: Staff,
    rules: rules::RulesCache,
    /// [`Store::version`](crate::store::Store::version) when it was last read.
    seen_version: i64,
    presence: presence::Presence,
    unwritten: drafts::UnsavedDrafts,
}

impl Desk {
    /// The clerk who works at the desk.
    pub fn actor(&self) -> &Staff {
        &self.actor
    }

    /// The current time by the desk's clock.
    pub fn now(&self) -> DateTime<Utc> {
        self.store.clock.now()
    }

    /// Today, on the office's calendar.
    pub fn today(&mut self) -> Result<NaiveDate, DeskError> {
        let now = self.now();
        Ok(self.rules()?.calendars.now().date(now))
    }

    /// Reads a time as people type it, in the office's zone.
    ///
    /// # Errors
    /// The text is no time.
    pub fn parse_time(&mut self, text: &str) -> Result<DateTime<Utc>, DeskError> {
        let now = self.now();
        parse_time(text, self.rules()?.clock(now))
    }

    /// The path of the database.
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Begins a [`Snapshot`]: until it is dropped, all reads see one state of the file and nothing can be written.
    pub fn snapshot(&self) -> Result<Snapshot, DeskError> {
        Ok(self.store.snapshot()?)
    }

    /// The charter in force today and the office's calendar.
    pub fn rules(&mut self) -> Result<Arc<Rules>, DeskError> {
        let now = self.now();
        self.rules.in_force(self.store.reader(), now)
    }

    /// True where a write need not wait for another process; else this desk has a place in the line of writers.
    pub fn may_write(&mut self) -> bool {
        self.store.may_write()
    }

    /// Gives up the place in the line of writers.
    pub fn leave_line(&mut self) {
        self.store.leave_line();
    }

    /// Sets how long a write waits for other processes; [`BUSY_TIMEOUT`] at first.
    pub fn set_busy_timeout(&self, timeout: Duration) {
        self.store.set_busy_timeout(timeout);
    }

    /// The desk's clock.
    pub fn clock(&self) -> Clock {
        self.store.clock
    }

    /// What other processes have written since the last call.
    pub fn other_writes(&mut self) -> Result<OtherWrites, DeskError> {
        if self.is_new_version()? {
            return Ok(OtherWrites::Committed);
        }
        if self.store.is_locked() {
            return Ok(OtherWrites::UnderWay);
        }
        // Whoever wrote until now has committed by now.
        Ok(if self.is_new_version()? {
            OtherWrites::Committed
        } else {
            OtherWrites::None
        })
    }

    fn is_new_version(&mut self) -> Result<bool, DeskError> {
        let version = self.store.version()?;
        Ok(std::mem::replace(&mut self.seen_version, version) != version)
    }
}

#[cfg(test)]
impl Desk {
    /// Runs `others` after each read of this desk, as another process may.
    pub(crate) fn meanwhile(&mut self, others: impl FnMut() + 'static) {
        self.store.meanwhile(others);
    }
}

#[cfg(test)]
mod tests;
