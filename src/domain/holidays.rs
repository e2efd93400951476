//! Public holidays: dates, names and legal grounds.
//!
//! Saturdays and Sundays are the calendar's, though the decree counts Sundays among the public holidays (art. 2).

mod election;
mod statute;
#[cfg(test)]
mod tests;

use crate::words::{Lang, Say, closed_set};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, btree_map::Entry},
    ops::RangeInclusive,
    sync::Arc,
};

/// The years of which the holidays of Korea are known; after the last decree they are projected.
pub const YEARS: RangeInclusive<i32> = 2000..=2199;

closed_set! {
    /// What makes a date a holiday, the most binding ground first.
    HolidayKind {
        /// Named by the Act or the decree on public holidays.
        Statutory = "statutory", "법정공휴일", "statutory holiday";
        /// Stands in for a holiday that fell on a day off (decree art. 3).
        Substitute = "substitute", "대체공휴일", "substitute holiday";
        /// Designated for once by the cabinet (decree art. 2 no. 11, art. 4).
        Temporary = "temporary", "임시공휴일", "temporary holiday";
        /// A general election (decree art. 2 no. 10-2).
        Election = "election", "선거일", "election day";
    }
}

/// A date on which the public offices of the country are closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    /// The date, by the zone of the office.
    pub date: NaiveDate,
    /// Its Korean name; two holidays on one date are joined by `"; "`.
    pub name: String,
    /// The most binding of its grounds.
    pub kind: HolidayKind,
}

/// How an edit changes a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HolidayChange {
    /// The date became a holiday of that kind. On a date that is one already, the name is joined to the other.
    Added(HolidayKind),
    /// The date is no holiday, whatever it was before.
    Removed,
}

/// One change to the table of holidays, with where it comes from: temporary days cannot be computed.
///
/// An added date moves no substitute day: that is an edit of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolidayEdit {
    pub date: NaiveDate,
    pub name: String,
    pub change: HolidayChange,
    /// Where the decision is published.
    pub source: String,
    pub decided_on: NaiveDate,
    /// When it was entered; dates announced before stay.
    pub entered_at: DateTime<Utc>,
}

/// A set of holidays, answering for a date in constant time. Cloning shares the data.
#[derive(Clone, Debug, PartialEq)]
pub struct Holidays {
    korean: bool,
    /// The years that differ from the statute (or from nothing), in order.
    edited: Arc<Vec<(i32, Year)>>,
}

impl Holidays {
    /// The holidays of Korea by the statute of each date, in [`YEARS`].
    pub fn korean() -> Self {
        Self {
            korean: true,
            edited: Arc::default(),
        }
    }

    /// No holiday at all.
    pub fn none() -> Self {
        Self::listed([])
    }

    /// Exactly these dates, for offices elsewhere and for what-if questions.
    pub fn listed(dates: impl IntoIterator<Item = NaiveDate>) -> Self {
        let mut years: BTreeMap<i32, BTreeMap<NaiveDate, Holiday>> = BTreeMap::new();
        for date in dates {
            let days = years.entry(date.year()).or_default();
            let kind = HolidayKind::Statutory;
            add(days, date, &kind.say(Lang::Ko), kind);
        }
        Self::of_years(false, years)
    }

    fn of_years(korean: bool, years: BTreeMap<i32, BTreeMap<NaiveDate, Holiday>>) -> Self {
        let years = years
            .into_iter()
            .map(|(year, days)| (year, Year::of(days.into_values().collect())));
        Self {
            korean,
            edited: Arc::new(years.collect()),
        }
    }

    /// These holidays after the changes, which hold in the order given: the last word on a date wins.
    #[must_use]
    pub fn with_edits(&self, edits: &[HolidayEdit]) -> Self {
        let mut years: BTreeMap<i32, BTreeMap<NaiveDate, Holiday>> = self
            .edited
            .iter()
            .map(|(year, days)| (*year, by_date(&days.list)))
            .collect();
        for edit in edits {
            let days = years
                .entry(edit.date.year())
                .or_insert_with_key(|year| by_date(self.days_of(*year)));
            match edit.change {
                HolidayChange::Added(kind) => add(days, edit.date, &edit.name, kind),
                HolidayChange::Removed => {
                    days.remove(&edit.date);
                }
            }
        }
        Self::of_years(self.korean, years)
    }

    /// Whether the date is a holiday; Sundays are not, as such.
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.table_of(date.year())
            .is_some_and(|year| year.has(date.ordinal0()))
    }

    /// The holiday of a date.
    pub fn on(&self, date: NaiveDate) -> Option<Holiday> {
        let days = self.days_of(date.year());
        let at = days.binary_search_by_key(&date, |day| day.date).ok()?;
        days.get(at).cloned()
    }

    /// The holidays of a year, one a date, in order.
    pub fn year(&self, year: i32) -> Vec<Holiday> {
        self.days_of(year).to_vec()
    }

    fn days_of(&self, year: i32) -> &[Holiday] {
        self.table_of(year).map_or(&[], |year| &year.list)
    }

    fn table_of(&self, year: i32) -> Option<&Year> {
        if !self.edited.is_empty()
            && let Ok(at) = self.edited.binary_search_by_key(&year, |entry| entry.0)
        {
            return self.edited.get(at).map(|entry| &entry.1);
        }
        self.korean.then(|| statute::year(year)).flatten()
    }
}

/// The holidays of one year: a bit a day for the question asked most, and the rows.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Year {
    bits: [u64; 6],
    list: Vec<Holiday>,
}

impl Year {
    /// Takes the rows of one year, in order.
    fn of(list: Vec<Holiday>) -> Self {
        let mut bits = [0_u64; 6];
        for day in &list {
            let ordinal = day.date.ordinal0();
            if let Some(word) = bits.get_mut(ordinal as usize / 64) {
                *word |= 1 << (ordinal % 64);
            }
        }
        Self { bits, list }
    }

    fn has(&self, ordinal: u32) -> bool {
        self.bits
            .get(ordinal as usize / 64)
            .is_some_and(|word| word >> (ordinal % 64) & 1 == 1)
    }
}

fn by_date(days: &[Holiday]) -> BTreeMap<NaiveDate, Holiday> {
    days.iter().map(|day| (day.date, day.clone())).collect()
}

/// Puts a holiday on a date; where one is already, the names are joined and the more binding kind stays.
fn add(days: &mut BTreeMap<NaiveDate, Holiday>, date: NaiveDate, name: &str, kind: HolidayKind) {
    match days.entry(date) {
        Entry::Vacant(free) => {
            free.insert(Holiday {
                date,
                name: name.to_owned(),
                kind,
            });
        }
        Entry::Occupied(mut taken) => {
            let day = taken.get_mut();
            if !day.name.split("; ").any(|part| part == name) {
                day.name = format!("{}; {name}", day.name);
            }
            day.kind = day.kind.min(kind);
        }
    }
}
