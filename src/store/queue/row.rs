//! Rows of the queue, and the state of their deadlines at a given time.

use super::RowKey;
use crate::{
    domain::{
        calendar::Calendar, charter::Channel, count::Due, deadline::Status, outline::Phase,
        remaining::Remaining, subject::Subject,
    },
    store::convert,
};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Row;

/// A row of the queue: a subject, with its leading deadline or the row's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueRow {
    pub key: RowKey,
    pub subject: Subject,
    pub title: String,
    /// `None` for a duty.
    pub channel: Option<Channel>,
    /// Id in the charter; empty where there is none.
    pub category: String,
    pub phase: Phase,
    pub department: String,
    pub officer: String,
    /// The complainant's name, masked.
    pub party: String,
    pub step: u8,
    /// The step that an open deadline asks for; 0 where none does.
    pub step_due: u8,
    /// True while nobody was told its result.
    pub untold: bool,
    pub facts: u32,
    /// The leading promise, or the row's own; `None` where no deadline is open.
    pub promise: Option<String>,
    /// `None` while the deadline is stopped.
    pub due_at: Option<DateTime<Utc>>,
    pub due_date: Option<NaiveDate>,
    /// True where the deadline is the end of that day.
    pub whole_day: bool,
    /// Working seconds left while stopped.
    pub left: Option<i64>,
    /// Start of the deadline, or arrival of the case.
    pub started_at: DateTime<Utc>,
    /// As stored: a deadline that has passed is still open here.
    state: RowState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RowState {
    Open,
    Met { late: bool },
    Missed,
    Void,
}

impl QueueRow {
    /// The time left at `now`, as shown to people.
    pub fn remaining(&self, now: DateTime<Utc>, calendar: &Calendar) -> Remaining {
        let status = self.status(now);
        match (status, self.state, self.due_at.zip(self.due_date)) {
            (None, ..) => Remaining::Nothing,
            (Some(_), RowState::Open, None) => Remaining::paused(self.left.unwrap_or(0)),
            (Some(_), RowState::Open, Some((at, date))) => {
                let whole_day = self.whole_day;
                let due = Due {
                    at,
                    date,
                    whole_day,
                };
                Remaining::until(due, now, calendar)
            }
            (Some(status), ..) => Remaining::Settled(status),
        }
    }

    /// The status of the deadline at `now`; `None` without one.
    pub fn status(&self, now: DateTime<Utc>) -> Option<Status> {
        self.promise.as_ref()?;
        Some(match (self.state, self.due_at) {
            (RowState::Met { late: false }, _) => Status::Met,
            (RowState::Met { late: true }, _) => Status::MetLate,
            (RowState::Missed, _) => Status::Missed,
            (RowState::Void, _) => Status::Void,
            (RowState::Open, None) => Status::Paused,
            (RowState::Open, Some(due)) if now > due => Status::Missed,
            (RowState::Open, Some(_)) => Status::Running,
        })
    }
}

/// Reads the columns that the queue selects.
pub(super) fn queue_row(row: &Row<'_>) -> rusqlite::Result<QueueRow> {
    let promise: Option<String> = row.get(2)?;
    let nth: Option<u16> = row.get(3)?;
    let due_at: Option<i64> = row.get(14)?;
    let settled_at: Option<i64> = row.get(20)?;
    let state = match row.get_ref(19)?.as_str()? {
        "met" => RowState::Met {
            late: settled_at > due_at,
        },
        "missed" => RowState::Missed,
        "void" => RowState::Void,
        _ => RowState::Open,
    };
    let subject = convert::key(row, 1, Subject::from_id)?;
    let phase: String = row.get(7)?;
    Ok(QueueRow {
        key: RowKey {
            rank: row.get(0)?,
            subject: row.get(1)?,
            deadline: promise.zip(nth),
        },
        subject,
        title: row.get(4)?,
        channel: convert::optional(row, 5)?,
        category: row.get(6)?,
        phase: Phase::of(subject.kind(), &phase).ok_or_else(|| convert::unknown(7, &phase))?,
        department: row.get(8)?,
        officer: row.get(9)?,
        party: row.get(10)?,
        step: row.get(11)?,
        facts: row.get(12)?,
        promise: row.get(13)?,
        due_at: due_at.map(convert::instant),
        due_date: convert::optional(row, 15)?,
        whole_day: row.get(16)?,
        left: row.get(17)?,
        started_at: convert::time(row, 18)?,
        state,
        step_due: row.get(21)?,
        untold: row.get(22)?,
    })
}
