//! Changes to duties, as forms submit them.

use super::{
    super::{Desk, DeskError},
    DutyOrder,
};
use crate::domain::{
    duty::{CompletionInput, Period},
    late::EntryTime,
    subject::DutyNumber,
};
use chrono::NaiveDate;

/// A change to one duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DutyChange {
    Run(Box<DutyOrder>),
    Plan {
        promise: String,
        on: NaiveDate,
        /// Empty for the title of the charter.
        title: String,
    },
    /// A period that was completed before the desk was founded.
    Earlier {
        promise: String,
        period: Period,
        completing: Box<CompletionInput>,
        /// `None` where unknown.
        done_on: Option<NaiveDate>,
    },
    /// A reminder to departments of their overdue cases.
    Remind {
        number: DutyNumber,
        /// Empty means all with overdue cases.
        departments: Vec<String>,
        text: String,
        time: EntryTime,
    },
}

/// The result of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DutyOutcome {
    /// The duty of the command, and the first duty that it opened.
    Done(DutyNumber, Option<DutyNumber>),
    Entered(DutyNumber),
}

impl Desk {
    /// Carries out a change to a duty.
    ///
    /// # Errors
    /// As the operation that it stands for.
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
                time,
            } => {
                self.remind(number, &departments, &text, time)?;
                DutyOutcome::Done(number, None)
            }
        })
    }
}
