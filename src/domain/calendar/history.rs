//! The calendar as known at an instant: an announced date must not move because a holiday was added later.

use super::{Calendar, NeverOpen, OfficeHours};
use crate::domain::holidays::{HolidayEdit, Holidays};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeMap;

/// The hours of a revised charter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoursRevision {
    /// The first date for which they hold.
    pub since: NaiveDate,
    /// When the revision was adopted: what was settled before is not counted anew.
    pub adopted_at: DateTime<Utc>,
    pub office: OfficeHours,
}

/// An office's calendar with its history: one state for each instant at which the holidays were edited or a charter with
/// other hours was adopted.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendars {
    first: Calendar,
    /// Each state with the instant from which it was known, in order.
    later: Vec<(DateTime<Utc>, Calendar)>,
}

impl Calendars {
    /// Builds the history; edits may come in any order and are applied by their time of entry.
    ///
    /// # Errors
    /// [`NeverOpen`] where the office has no hours at all.
    pub fn new(
        office: OfficeHours,
        base: Holidays,
        edits: Vec<HolidayEdit>,
    ) -> Result<Self, NeverOpen> {
        Self::revised(office, base, edits, Vec::new())
    }

    /// Builds the history of an office whose charter was revised.
    ///
    /// # Errors
    /// [`NeverOpen`] where the first hours are none at all.
    pub fn revised(
        office: OfficeHours,
        base: Holidays,
        edits: Vec<HolidayEdit>,
        revisions: Vec<HoursRevision>,
    ) -> Result<Self, NeverOpen> {
        let mut changes: BTreeMap<DateTime<Utc>, (Vec<_>, Vec<_>)> = BTreeMap::new();
        for edit in edits {
            changes.entry(edit.entered_at).or_default().0.push(edit);
        }
        for revision in revisions {
            let at = revision.adopted_at;
            changes.entry(at).or_default().1.push(revision);
        }
        let first = Calendar::new(office, base)?;
        let mut known = first.clone();
        let later = changes.into_iter().map(|(at, (edits, revisions))| {
            known.holidays = known.holidays.with_edits(&edits);
            for HoursRevision { since, office, .. } in revisions {
                known = known.clone().revised(since, office);
            }
            (at, known.clone())
        });
        let later = later.collect();
        Ok(Self { first, later })
    }

    /// The calendar with every edit.
    pub fn now(&self) -> &Calendar {
        self.later
            .last()
            .map_or(&self.first, |(_, calendar)| calendar)
    }

    /// The calendar with the edits entered at or before the instant.
    pub fn as_of(&self, at: DateTime<Utc>) -> &Calendar {
        let known = self.later.partition_point(|(since, _)| *since <= at);
        known
            .checked_sub(1)
            .and_then(|last| self.later.get(last))
            .map_or(&self.first, |(_, calendar)| calendar)
    }
}
