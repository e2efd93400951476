//! What the screens ask of the desk about duties, and what they are told.

use crate::{
    desk::{Desk, DeskError, DutyOrder, DutyView, DutyYear, Report, StoreError},
    domain::{
        duty::{Completing, Period},
        subject::DutyNumber,
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use std::sync::Arc;

/// What is asked about duties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DutyAsk {
    /// Open those that have begun since anyone looked.
    Begin,
    /// Those of a year.
    Year(u16),
    /// One, with every period of its promise and what helps with it.
    One(DutyNumber),
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
        /// Which period.
        period: Period,
        /// What came of it.
        completing: Box<Completing>,
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

/// What is told about duties.
#[derive(Debug)]
pub enum DutyTold {
    /// So many were opened that had begun.
    Begun(usize),
    /// Those of a year.
    Year(Box<DutyYear>),
    /// One, with every period of its promise, and what helps with it.
    One(Box<DutyView>, Vec<DutyView>, Option<Arc<Report>>),
    /// The command for one was carried out; that one began with it.
    Done(DutyNumber, Option<DutyNumber>),
    /// One was planned or entered under that number.
    Entered(DutyNumber),
}

/// Does what was asked about duties.
///
/// # Errors
/// What the desk refuses.
pub fn done(desk: &mut Desk, ask: DutyAsk) -> Result<DutyTold, DeskError> {
    Ok(match ask {
        DutyAsk::Begin => DutyTold::Begun(begin(desk)?),
        DutyAsk::Year(year) => DutyTold::Year(Box::new(desk.duty_year(year)?)),
        DutyAsk::One(number) => {
            let _snapshot = desk.snapshot()?;
            let view = desk.duty(number)?;
            let history = desk.duty_history(&view.duty.promise)?;
            let report = desk.duty_report(&view)?;
            DutyTold::One(Box::new(view), history, report.map(Arc::new))
        }
        DutyAsk::Run(order) => {
            let begun = desk.run_duty(&order)?;
            DutyTold::Done(order.number, begun.first().copied())
        }
        DutyAsk::Plan { promise, on, title } => {
            DutyTold::Entered(desk.plan_duty(&promise, on, &title)?)
        }
        DutyAsk::Earlier {
            promise,
            period,
            completing,
            done_on,
        } => {
            let entered = desk.record_earlier_duty(&promise, period, &completing, done_on)?;
            DutyTold::Entered(entered)
        }
        DutyAsk::Remind {
            number,
            departments,
            text,
            at,
        } => {
            desk.remind(number, &departments, &text, at)?;
            DutyTold::Done(number, None)
        }
    })
}

/// A file that can only be read keeps who reads it from nothing else: whoever writes there opens what has begun.
fn begin(desk: &mut Desk) -> Result<usize, DeskError> {
    match desk.begin_duties() {
        Err(DeskError::Store(StoreError::ReadOnly { .. })) => Ok(0),
        begun => begun,
    }
}
