//! The position of a subject in the queue: its leading deadline, and a rank that needs no clock.

use super::deadline::{Deadline, lead};
use chrono::{DateTime, NaiveDate, Utc};

/// The rank of the first stopped deadline: after every instant that a calendar can reach.
pub const STOPPED: i64 = 1 << 48;
/// The rank of what has no deadline, after every stopped one.
pub const WITHOUT: i64 = 1 << 50;

/// The position of a subject in the queue, by its leading deadline.
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
    /// The position of a subject that is `open` or not. A closed one keeps the rank of its last deadline.
    pub fn of(open: bool, deadlines: &[Deadline]) -> Self {
        let lead = lead(deadlines);
        let last = || {
            let owed = deadlines
                .iter()
                .filter(|deadline| deadline.is_owed_by_desk());
            owed.max_by_key(|deadline| deadline.due.at)
        };
        let shown = if open { lead } else { lead.or_else(last) };
        let left = shown.and_then(|deadline| deadline.state.seconds_left());
        let running = shown.filter(|_| left.is_none());
        Self {
            open,
            promise: lead.map(|deadline| deadline.promise.clone()),
            due_at: running.map(|deadline| deadline.due.at),
            due_date: running.map(|deadline| deadline.due.date),
            whole_day: shown.is_some_and(|deadline| deadline.due.whole_day),
            left,
            rank: shown.map_or(WITHOUT, rank),
        }
    }
}

/// The rank of one deadline among all: its end in seconds since 1970; stopped ones come after, the least left first.
pub fn rank(deadline: &Deadline) -> i64 {
    let left = deadline.state.seconds_left();
    left.map_or_else(|| deadline.due.at.timestamp(), |left| STOPPED + left.max(0))
}
