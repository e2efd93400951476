//! The office calendar: which minutes of which days are worked, and why a day is not.

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;
use serde::Serialize;
use std::collections::BTreeMap;

/// A half-open span of a day in minutes since midnight, `[start, end)`; `end` may be 1440 (24:00).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// First minute that is worked.
    pub start: u16,
    /// First minute that is no longer worked.
    pub end: u16,
}

/// What a receipt outside office hours counts as, for rules that count days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NightReceipt {
    /// The date of the receipt counts, even at 22:00 (the text of the law knows no exception).
    #[default]
    Literal,
    /// The receipt counts from the next opening.
    NextOpen,
}

/// A body's hours as its charter gives them; holidays come from [`super::holidays`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OfficeHours {
    /// The zone in which the office lives.
    #[serde(serialize_with = "zone_name")]
    pub zone: Tz,
    /// The spans worked on each weekday, Monday first, in order and disjoint.
    pub week: [Vec<Span>; 7],
    /// Hours that replace those of one date; an empty list closes the office that day. They also open a holiday.
    pub shifts: BTreeMap<NaiveDate, Vec<Span>>,
    /// Dates on which the body itself is closed, with the reason (foundation day). No public holiday: counts in days go on.
    pub closures: BTreeMap<NaiveDate, String>,
    /// After this time the day is over for `same_day`; the close of business where `None`.
    pub cutoff: Option<NaiveTime>,
    /// What a receipt outside hours counts as.
    pub night_receipt: NightReceipt,
}

fn zone_name<S: serde::Serializer>(zone: &Tz, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(zone.name())
}
