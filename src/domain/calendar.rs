//! The office calendar: which minutes of which days are worked, and which days the law does not count.

mod exclusions;
mod history;
#[cfg(test)]
mod tests;
pub(crate) mod zone;

pub use exclusions::Exclusions;
pub(super) use exclusions::{Cuts, joined};
pub use history::{Calendars, HoursRevision};

use super::holidays::Holidays;
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use zone::{DayClock, instant_of, seconds_of};

/// The last date that is counted to: an answer must be writable with a four-digit year.
pub const LAST_DATE: NaiveDate = match NaiveDate::from_ymd_opt(9999, 12, 30) {
    Some(date) => date,
    None => NaiveDate::MAX,
};

/// The first date that is counted from.
pub const FIRST_DATE: NaiveDate = match NaiveDate::from_ymd_opt(1, 1, 2) {
    Some(date) => date,
    None => NaiveDate::MIN,
};

/// The keys of the week in charters and in JSON, in the order of [`OfficeHours::week`].
pub const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A half-open span of a day in minutes since midnight, `[start, end)`; `end` may be 1440 (24:00).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub start: u16,
    pub end: u16,
}

impl Serialize for Span {
    /// `["09:00", "12:00"]`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let time = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
        [time(self.start), time(self.end)].serialize(serializer)
    }
}

/// What a receipt outside office hours counts as, for rules that count days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NightReceipt {
    /// The date of the receipt counts, even at 22:00 (the text of the law knows no exception).
    #[default]
    Literal,
    NextOpen,
}

/// A body's hours as its charter gives them; holidays come from [`super::holidays`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfficeHours {
    #[serde(serialize_with = "zone_name")]
    pub zone: Tz,
    /// The spans worked on each weekday, Monday first, in order and disjoint.
    #[serde(rename = "hours", serialize_with = "by_weekday")]
    pub week: [Vec<Span>; 7],
    /// Hours that replace those of one date; an empty list closes the office that day. They also open a holiday.
    pub shifts: BTreeMap<NaiveDate, Vec<Span>>,
    /// Dates on which the body itself is closed, with the reason (foundation day). No public holiday: counts in days go on.
    pub closures: BTreeMap<NaiveDate, String>,
    /// After this time the day is over for `same_day`; the close of business where `None`.
    #[serde(serialize_with = "to_the_minute")]
    pub cutoff: Option<NaiveTime>,
    pub night_receipt: NightReceipt,
}

impl OfficeHours {
    /// The hours of Korean public offices: Monday to Friday, 09-12 and 13-18 (service regulation art. 9).
    pub fn korean() -> Self {
        let span = |start: u16, end: u16| Span {
            start: start * 60,
            end: end * 60,
        };
        let day = vec![span(9, 12), span(13, 18)];
        Self {
            zone: chrono_tz::Asia::Seoul,
            week: std::array::from_fn(|at| if at < 5 { day.clone() } else { Vec::new() }),
            shifts: BTreeMap::new(),
            closures: BTreeMap::new(),
            cutoff: None,
            night_receipt: NightReceipt::Literal,
        }
    }
}

/// An office without any opening hours: no limit can be counted in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the office is never open: give at least one weekday or one date its hours")]
pub struct NeverOpen;

/// The hours of an office together with the holidays of its country.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// The office's own hours, as they were at first; a revised charter may give others from a date on.
    pub office: OfficeHours,
    pub holidays: Holidays,
    /// The hours that a revision gives, with the first date for which they hold, in order of that date.
    revised: Vec<(NaiveDate, OfficeHours)>,
}

impl Calendar {
    /// Puts hours and holidays together; spans are put in order and empty ones dropped.
    ///
    /// # Errors
    /// [`NeverOpen`] where neither the week nor a shift has any hours.
    pub fn new(mut office: OfficeHours, holidays: Holidays) -> Result<Self, NeverOpen> {
        normalise(&mut office);
        let calendar = Self {
            office,
            holidays,
            revised: Vec::new(),
        };
        calendar.last_open_date().ok_or(NeverOpen)?;
        Ok(calendar)
    }

    /// The same with other hours from a date on; they replace an earlier revision of that date. The zone stays that of the
    /// first hours.
    #[must_use]
    pub fn revised(mut self, since: NaiveDate, mut office: OfficeHours) -> Self {
        normalise(&mut office);
        self.revised.retain(|(other, _)| *other != since);
        let at = self.revised.partition_point(|(other, _)| *other < since);
        self.revised.insert(at, (since, office));
        self
    }

    /// The hours that hold on a date.
    pub fn hours(&self, date: NaiveDate) -> &OfficeHours {
        if self.revised.is_empty() {
            return &self.office;
        }
        let begun = self.revised.partition_point(|(since, _)| *since <= date);
        let last = begun.checked_sub(1).and_then(|at| self.revised.get(at));
        last.map_or(&self.office, |(_, office)| office)
    }

    /// The spans worked on a date. A shift replaces everything else; else a closure, a holiday or the weekday decides.
    pub fn spans(&self, date: NaiveDate) -> &[Span] {
        let office = self.hours(date);
        let weekly = office
            .week
            .get(date.weekday().num_days_from_monday() as usize)
            .map_or(&[][..], Vec::as_slice);
        if !office.shifts.is_empty()
            && let Some(spans) = office.shifts.get(&date)
        {
            return spans;
        }
        let closed = weekly.is_empty()
            || !office.closures.is_empty() && office.closures.contains_key(&date)
            || self.holidays.contains(date);
        if closed { &[] } else { weekly }
    }

    /// Whether anyone works on the date.
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        !self.spans(date).is_empty()
    }

    /// Whether the law leaves the date out of a count: Saturday, Sunday or a holiday (Civil Petitions Act art. 19, Civil
    /// Code art. 161). The office's own hours and closures do not matter here.
    pub fn is_off_by_law(&self, date: NaiveDate) -> bool {
        matches!(date.weekday(), Weekday::Sat | Weekday::Sun) || self.holidays.contains(date)
    }

    /// Whether the office is open at the instant.
    pub fn is_open(&self, at: DateTime<Utc>) -> bool {
        let at = at.timestamp();
        self.walk(at)
            .find(|(_, end)| at < *end)
            .is_some_and(|(start, _)| start <= at)
    }

    /// The time on the office's wall clock.
    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        zone::local(self.office.zone, at.timestamp())
            .checked_add_signed(chrono::TimeDelta::nanoseconds(i64::from(
                at.timestamp_subsec_nanos(),
            )))
            .unwrap_or(NaiveDateTime::MAX)
    }

    /// The date on the office's calendar.
    pub fn date(&self, at: DateTime<Utc>) -> NaiveDate {
        zone::local(self.office.zone, at.timestamp()).date()
    }

    /// The instant of a time on the wall clock. Where clocks go forward over it, one hour later; where it comes twice, the
    /// first.
    pub fn instant(&self, local: NaiveDateTime) -> DateTime<Utc> {
        instant_of(seconds_of(self.office.zone, local))
    }

    /// The instant itself while the office is open, else when it next opens; `None` if it never does again.
    pub fn next_opening(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.opening_from(at.timestamp()).map(instant_of)
    }

    /// The days with work after `from` up to and with `to`: "D-5 (근무 3일)". Zero where `to` is not later.
    pub fn counted_days(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        let from = from.max(FIRST_DATE);
        let days = from
            .iter_days()
            .skip(1)
            .take_while(|date| *date <= to.min(LAST_DATE))
            .filter(|date| self.is_working_day(*date))
            .count();
        u32::try_from(days).unwrap_or(u32::MAX)
    }

    /// The seconds worked from one instant to another, without what is excluded; zero where `to` is not later.
    pub fn working_seconds(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        exclusions: &Exclusions,
    ) -> i64 {
        let cuts = Cuts::new(exclusions);
        let (from, to) = (from.timestamp(), to.timestamp());
        let Some(first) = self.first_date(from) else {
            return 0;
        };
        let last = zone::local(self.office.zone, to).date().min(LAST_DATE);
        let (mut worked, mut after) = (0, i64::MIN);
        for date in first.iter_days().take_while(|date| *date <= last) {
            let spans = self.spans(date);
            if spans.is_empty() || cuts.is_out(date) {
                continue;
            }
            for (start, end) in self.clock(date).spans(spans, after) {
                after = end;
                worked += cuts.unpaused(start.max(from), end.min(to));
            }
        }
        worked
    }

    /// The instant at which a date begins.
    pub(crate) fn midnight(&self, date: NaiveDate) -> i64 {
        seconds_of(self.office.zone, date.and_time(NaiveTime::MIN))
    }

    /// The clock of a date, for turning its minutes into instants.
    pub(crate) fn clock(&self, date: NaiveDate) -> DayClock {
        DayClock::new(self.office.zone, date)
    }

    /// The date to walk from so that no span after `from` is missed: a span that a clock change pushed over midnight
    /// belongs to the day before. `None` outside the years that are counted.
    pub(crate) fn first_date(&self, from: i64) -> Option<NaiveDate> {
        let date = zone::local(self.office.zone, from).date();
        (FIRST_DATE..=LAST_DATE)
            .contains(&date)
            .then(|| date.pred_opt())
            .flatten()
    }

    /// The last date on which the office can be open; `None` where there is none.
    pub(crate) fn last_open_date(&self) -> Option<NaiveDate> {
        // The last revision decides; under the hours before it the office may be open up to the day of the change.
        let (last, before) = match self.revised.last() {
            None => (&self.office, None),
            Some((since, office)) => (office, since.pred_opt()),
        };
        if last.week.iter().any(|spans| !spans.is_empty()) {
            return Some(LAST_DATE);
        }
        let open = last.shifts.iter().filter(|(_, spans)| !spans.is_empty());
        open.map(|(date, _)| *date).chain(before).max()
    }

    /// The first instant from `at` on at which the office is open.
    pub(crate) fn opening_from(&self, at: i64) -> Option<i64> {
        self.walk(at)
            .find(|(_, end)| at < *end)
            .map(|(start, _)| start.max(at))
    }

    /// The span that holds `at`, its end included.
    pub(crate) fn open_span_around(&self, at: i64) -> Option<(i64, i64)> {
        self.walk(at)
            .find(|(_, end)| at <= *end)
            .filter(|(start, _)| *start <= at)
    }

    /// The spans of the office as instants, in order, from the day before `from` to the last date.
    fn walk(&self, from: i64) -> impl Iterator<Item = (i64, i64)> {
        let last = self.last_open_date();
        let days = self
            .first_date(from)
            .into_iter()
            .flat_map(|first| first.iter_days());
        let spans = days
            .take_while(move |date| Some(*date) <= last)
            .filter_map(|date| {
                let spans = self.spans(date);
                (!spans.is_empty()).then(|| self.clock(date).spans(spans, i64::MIN))
            })
            .flatten();
        let mut after = i64::MIN;
        spans.filter_map(move |(start, end)| {
            let start = start.max(after);
            after = after.max(end);
            (start < end).then_some((start, end))
        })
    }
}

/// Puts the spans of every day in order, joins those that touch or overlap, and drops empty ones.
fn normalise(office: &mut OfficeHours) {
    for spans in office.week.iter_mut().chain(office.shifts.values_mut()) {
        let open = spans.iter().filter(|span| span.start < span.end);
        let open = joined(open.map(|span| (span.start, span.end)).collect());
        *spans = open
            .into_iter()
            .map(|(start, end)| Span { start, end })
            .collect();
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands the field over by reference"
)]
fn zone_name<S: Serializer>(zone: &Tz, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(zone.name())
}

/// A map whose keys keep their order, Monday first.
fn by_weekday<S: Serializer>(week: &[Vec<Span>; 7], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(WEEKDAYS.iter().zip(week))
}

#[expect(clippy::ref_option, reason = "serde hands the field over by reference")]
fn to_the_minute<S: Serializer>(
    time: &Option<NaiveTime>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    time.map(|time| time.format("%H:%M").to_string())
        .serialize(serializer)
}
