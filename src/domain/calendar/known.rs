//! The calendar as it was known at an instant: a date that was announced must not move because a holiday came later.

use super::{Calendar, NeverOpen, OfficeHours};
use crate::domain::holidays::{HolidayEdit, Holidays};
use chrono::{DateTime, Utc};

/// An office's calendar with its history: one state for each instant at which the holidays were edited.
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
        mut edits: Vec<HolidayEdit>,
    ) -> Result<Self, NeverOpen> {
        edits.sort_by_key(|edit| edit.entered_at);
        let first = Calendar::new(office, base)?;
        let mut later: Vec<(DateTime<Utc>, Calendar)> = Vec::new();
        for edit in edits {
            let known = later.last().map_or(&first, |(_, calendar)| calendar);
            let known = Calendar {
                office: known.office.clone(),
                holidays: known.holidays.with_edits(std::slice::from_ref(&edit)),
            };
            match later.last_mut() {
                Some(last) if last.0 == edit.entered_at => last.1 = known,
                _ => later.push((edit.entered_at, known)),
            }
        }
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
