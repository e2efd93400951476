//! A row of the queue and a page of rows.

use super::stamp;
use crate::{
    desk::{QueueRow, SearchRow},
    domain::{
        charter::Channel,
        deadline::Status,
        subject::{Subject, SubjectKind},
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::Serialize;

/// The JSON document of a row of the queue.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct RowDocument<'a> {
    number: Subject,
    subject: SubjectKind,
    title: &'a str,
    channel: Option<Channel>,
    category: Option<&'a str>,
    promise: Option<&'a str>,
    due_at: Option<String>,
    due_date: Option<NaiveDate>,
    whole_day: bool,
    left_seconds: Option<i64>,
    status: Option<Status>,
    step: u8,
    step_due: Option<u8>,
    officer: &'a str,
    department: &'a str,
    stage: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    found: Option<MatchDocument<'a>>,
}

/// The place where a search matched.
#[derive(Debug, Serialize)]
struct MatchDocument<'a> {
    #[serde(rename = "in")]
    part: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

impl<'a> RowDocument<'a> {
    pub(in crate::cli) fn new(row: &'a QueueRow, now: DateTime<Utc>, zone: Tz) -> Self {
        let status = row.status(now);
        // A closed case keeps its sort key but has no deadline.
        let due_at = row.due_at.filter(|_| status.is_some());
        let left_seconds = match status {
            Some(Status::Paused) => row.left,
            Some(Status::Running | Status::Missed) => due_at.map(|due| (due - now).num_seconds()),
            Some(Status::Met | Status::MetLate | Status::Void) | None => None,
        };
        Self {
            number: row.subject,
            subject: row.subject.kind(),
            title: &row.title,
            channel: row.channel,
            category: Some(row.category.as_str()).filter(|category| !category.is_empty()),
            promise: row.promise.as_deref(),
            due_at: due_at.map(|due| stamp(due, zone)),
            due_date: row.due_date.filter(|_| status.is_some()),
            whole_day: row.whole_day && status.is_some(),
            left_seconds,
            status,
            step: row.step,
            step_due: Some(row.step_due).filter(|step| *step > 0),
            officer: &row.officer,
            department: &row.department,
            stage: row.phase.id(),
            found: None,
        }
    }

    pub(in crate::cli) fn found(found: &'a SearchRow, now: DateTime<Utc>, zone: Tz) -> Self {
        Self {
            found: found.part.map(|part| MatchDocument {
                part: part.id(),
                text: found.excerpt.as_deref(),
            }),
            ..Self::new(&found.row, now, zone)
        }
    }
}

/// One page of the queue.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct QueuePage<'a> {
    pub(in crate::cli) rows: Vec<RowDocument<'a>>,
    /// The key of the last row of a full page, for `--after`.
    pub(in crate::cli) next: Option<String>,
}

/// The results of a search.
#[derive(Debug, Serialize)]
pub(in crate::cli) struct FoundPage<'a> {
    pub(in crate::cli) rows: Vec<RowDocument<'a>>,
    /// The search stopped at its limit of effort: there may be more.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(in crate::cli) bounded: bool,
    /// The corrected words that were searched for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::cli) meant: Option<&'a str>,
    pub(in crate::cli) next: Option<String>,
}
