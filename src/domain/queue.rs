//! Where a subject stands in the queue: its leading deadline, and a rank that needs no clock.

use super::deadline::{Deadline, State, lead};
use chrono::{DateTime, NaiveDate, Utc};

/// The rank of the first stopped deadline: after every instant that a calendar can reach.
pub const STOPPED: i64 = 1 << 48;
/// The rank of what has no deadline, after every stopped one.
pub const WITHOUT: i64 = 1 << 50;

/// The deadline by which a subject stands in the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuePosition {
    /// True while the desk has something to do.
    pub open: bool,
    /// `None` where no deadline is open.
    pub promise: Option<String>,
    /// `None` while it is stopped.
    pub due_at: Option<DateTime<Utc>>,
    /// `None` while it is stopped.
    pub due_date: Option<NaiveDate>,
    /// It ends with the end of that day.
    pub whole_day: bool,
    /// Working seconds left; `None` while it runs.
    pub left: Option<i64>,
    /// The sort key: nearest first, then the stopped ones, then those without a deadline.
    pub rank: i64,
}

impl QueuePosition {
    /// Where a subject stands that is `open` or not. A closed one keeps the place of its last deadline.
    pub fn of(open: bool, deadlines: &[Deadline]) -> Self {
        let last = || {
            deadlines
                .iter()
                .filter(|deadline| deadline.is_owed_by_desk())
                .max_by_key(|deadline| deadline.due.at)
        };
        match lead(deadlines) {
            Some(deadline) => Self::by(open, Some(deadline)),
            None if open => Self::by(true, None),
            None => Self {
                promise: None,
                ..Self::by(false, last())
            },
        }
    }

    fn by(open: bool, deadline: Option<&Deadline>) -> Self {
        let Some(deadline) = deadline else {
            return Self {
                open,
                promise: None,
                due_at: None,
                due_date: None,
                whole_day: false,
                left: None,
                rank: WITHOUT,
            };
        };
        let left = left(deadline);
        let running = left.is_none();
        Self {
            open,
            promise: Some(deadline.promise.clone()),
            due_at: running.then_some(deadline.due.at),
            due_date: running.then_some(deadline.due.date),
            whole_day: deadline.due.whole_day,
            left,
            rank: rank(deadline),
        }
    }
}

/// The working seconds left of a stopped deadline.
pub fn left(deadline: &Deadline) -> Option<i64> {
    match deadline.state {
        State::Paused(left) => Some(left.seconds()),
        State::Open | State::Met { .. } | State::Missed { .. } | State::Void { .. } => None,
    }
}

/// The place of one deadline among all: its end in seconds; stopped ones come after, the least left first.
pub fn rank(deadline: &Deadline) -> i64 {
    left(deadline).map_or_else(|| deadline.due.at.timestamp(), |left| STOPPED + left.max(0))
}
