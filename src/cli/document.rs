//! The documents other programs read: a case, rows of the queue. Their keys never change.
//!
//! Times are RFC 3339 with the office's offset; the complainant is masked.

mod asked;
mod case;
mod contact;
mod fact;
mod row;

pub(super) use case::{CaseDocument, action, explain, said};
pub(super) use contact::ContactDocument;
pub(super) use fact::FactDocument;
pub(super) use row::{FoundPage, QueuePage, RowDocument};

use crate::{desk::Rules, domain::count::Due};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

/// An instant for programs: RFC 3339 with the office's offset.
pub(in crate::cli) fn stamp(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).to_rfc3339()
}

/// An instant for people, to the minute.
pub(super) fn minute(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string()
}

/// An instant for people, to the second: visitors are timed in seconds.
pub(super) fn second(at: DateTime<Utc>, zone: Tz) -> String {
    let local = at.with_timezone(&zone);
    local.format("%Y-%m-%d %H:%M:%S").to_string()
}

/// A due date for people; a whole day ends at 24:00.
pub(super) fn due(at: DateTime<Utc>, date: NaiveDate, whole_day: bool, zone: Tz) -> String {
    if whole_day {
        format!("{date} 24:00")
    } else {
        minute(at, zone)
    }
}

/// The due date of a deadline for people.
pub(super) fn due_of(due: Due, rules: &Rules) -> String {
    self::due(due.at, due.date, due.whole_day, rules.charter.office.zone)
}
