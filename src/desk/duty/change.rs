//! The changes that a form about duties may ask for, behind one door.

use super::{
    super::{Desk, DeskError},
    DutyOrder,
};
use crate::domain::{
    duty::{CompletionInput, Period},
    subject::DutyNumber,
};
use chrono::{DateTime, NaiveDate, Utc};

/// A change to one duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DutyChange {
    /// Carry out a command for one.
    Run(Box<DutyOrder>),
    /// Plan one that has a date of its own.
    Plan {
        /// What promise asks for it.
        promise: String,
        /// On which day it takes place.
        on: NaiveDate,
        /// What it is called; empty for the words of the charter.
        title: String,
    },
    /// Enter a period from before the desk.
    Earlier {
        /// What promise asked for it.
        promise: String,
        period: Period,
        /// What came of it.
        completing: Box<CompletionInput>,
        /// On which day it was done, where that is known.
        done_on: Option<NaiveDate>,
    },
    /// Record that departments were reminded of what is overdue there.
    Remind {
        /// The duty that looks for overdue cases.
        number: DutyNumber,
        /// Which departments; all that have something overdue where none is named.
        departments: Vec<String>,
        /// What they were told.
        text: String,
        /// When; now where `None`.
        at: Option<DateTime<Utc>>,
    },
}

/// What became of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DutyOutcome {
    /// The command for one was carried out; that one began with it.
    Done(DutyNumber, Option<DutyNumber>),
    /// One was planned or entered under that number.
    Entered(DutyNumber),
}

impl Desk {
    /// Carries out a change to a duty.
    ///
    /// # Errors
    /// It is refused, or the file cannot be written.
    pub fn change_duty(&mut self, change: DutyChange) -> Result<DutyOutcome, DeskError> {
        Ok(match change {
            DutyChange::Run(order) => {
                let begun = self.run_duty(&order)?;
                DutyOutcome::Done(order.number, begun.first().copied())
            }
            DutyChange::Plan { promise, on, title } => {
                DutyOutcome::Entered(self.plan_duty(&promise, on, &title)?)
            }
            DutyChange::Earlier {
                promise,
                period,
                completing,
                done_on,
            } => {
                let entered = self.record_earlier_duty(&promise, period, &completing, done_on)?;
                DutyOutcome::Entered(entered)
            }
            DutyChange::Remind {
                number,
                departments,
                text,
                at,
            } => {
                self.remind(number, &departments, &text, at)?;
                DutyOutcome::Done(number, None)
            }
        })
    }
}
