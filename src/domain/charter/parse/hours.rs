//! Reads the office hours of a charter: zone, week, date-specific hours, closures, cutoff and night receipt.

use super::{error::Problem, reader::Section, sentence, value::Value};
use crate::domain::calendar::{NightReceipt, OfficeHours, Span, WEEKDAYS};
use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;
use std::collections::BTreeMap;

const MINUTES_OF_A_DAY: u16 = 24 * 60;

/// The time for a visit or a call where the charter sets none: what offices have set in practice.
pub(super) const CONTACT_MINUTES: u32 = 20;

/// Reads the minutes for a visit or a call.
pub(super) fn minutes(value: &Value<'_>) -> Option<u32> {
    let text = value.number()?;
    let minutes = text.parse().ok();
    let minutes = minutes.filter(|minutes| (1..=u32::from(MINUTES_OF_A_DAY)).contains(minutes));
    if minutes.is_none() {
        value.report(Problem::new(sentence::NO_MINUTES).given(text));
    }
    minutes
}

/// Reads the hours; `None` where something was wrong and reported.
pub(super) fn office(root: &Section<'_>) -> Option<OfficeHours> {
    let zone = root.optional("zone", |value| value.read(sentence::NO_ZONE));
    let week = week(root);
    let shifts = dated(root, "shifts", |value| spans(&value));
    let closures = dated(root, "closures", |value| value.text());
    let cutoff = root.optional("cutoff", |value| {
        value.read_with(sentence::NO_CUTOFF, cutoff)
    });
    let night_receipt = root.optional("night_receipt", |value| night_receipt(&value));
    Some(OfficeHours {
        zone: zone?.unwrap_or(Tz::Asia__Seoul),
        week: week?,
        shifts: shifts?,
        closures: closures?,
        cutoff: cutoff?,
        night_receipt: night_receipt?.unwrap_or_default(),
    })
}

/// A week without a single open minute is an error: no limit in office hours could ever end.
fn week(root: &Section<'_>) -> Option<[Vec<Span>; 7]> {
    let hours = root.required("hours")?.section()?;
    hours.only(&WEEKDAYS.join(" "));
    let mut sound = true;
    let week = WEEKDAYS.map(|day| {
        let spans = hours.optional(day, |value| spans(&value));
        sound &= spans.is_some();
        spans.flatten().unwrap_or_default()
    });
    if sound && week.iter().all(Vec::is_empty) {
        hours.report(Problem::new(sentence::EMPTY_WEEK));
        return None;
    }
    sound.then_some(week)
}

/// A table whose keys are dates.
fn dated<'a, T>(
    root: &Section<'a>,
    key: &str,
    read: impl Fn(Value<'a>) -> Option<T>,
) -> Option<BTreeMap<NaiveDate, T>> {
    let Some(value) = root.value(key) else {
        return Some(BTreeMap::new());
    };
    let mut sound = true;
    let mut days = BTreeMap::new();
    for (at_key, name, value) in value.section()?.entries() {
        let date = date(name);
        if date.is_none() {
            at_key.report(Problem::new(sentence::NO_DATE).given(name));
        }
        match (date, read(value)) {
            (Some(date), Some(read)) => {
                days.insert(date, read);
            }
            _ => sound = false,
        }
    }
    sound.then_some(days)
}

fn spans(day: &Value<'_>) -> Option<Vec<Span>> {
    let entries = day.list()?;
    let mut spans: Vec<Span> = Vec::with_capacity(entries.len());
    let mut sound = true;
    for entry in &entries {
        match span(entry) {
            Some(next) if spans.last().is_some_and(|last| next.start < last.end) => {
                entry.report(Problem::new(sentence::OVERLAP));
                sound = false;
            }
            Some(next) => spans.push(next),
            None => sound = false,
        }
    }
    sound.then_some(spans)
}

fn span(entry: &Value<'_>) -> Option<Span> {
    let times = entry.list()?;
    let [start, end] = times.as_slice() else {
        entry.report(Problem::new(sentence::NO_SPAN));
        return None;
    };
    let [start, end] = [start, end].map(|time| time.read_with(sentence::NO_TIME, minute));
    let (start, end) = (start?, end?);
    if start >= end {
        entry.report(Problem::new(sentence::BACKWARDS));
        return None;
    }
    Some(Span { start, end })
}

/// Minutes since midnight of "HH:MM", to 24:00.
fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = digits(text, ':')?;
    let minutes = hour * 60 + minute;
    (minute < 60 && minutes <= MINUTES_OF_A_DAY).then_some(minutes)
}

fn cutoff(text: &str) -> Option<NaiveTime> {
    let minutes = u32::from(minute(text)?);
    NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0)
}

/// Two numbers of two digits each: chrono would also take signs and single digits.
pub(super) fn digits(text: &str, separator: char) -> Option<(u16, u16)> {
    let (first, second) = text.split_once(separator)?;
    let number = |part: &str| {
        let digits = part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
        part.parse().ok().filter(|_| digits)
    };
    Some((number(first)?, number(second)?))
}

fn date(text: &str) -> Option<NaiveDate> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok();
    date.filter(|_| text.len() == "2026-12-24".len())
}

fn night_receipt(value: &Value<'_>) -> Option<NightReceipt> {
    match value.raw_text()? {
        "literal" => Some(NightReceipt::Literal),
        "next_open" => Some(NightReceipt::NextOpen),
        other => {
            value.report(
                Problem::new(sentence::NOT_ALLOWED)
                    .given(other)
                    .allowed(["literal", "next_open"]),
            );
            None
        }
    }
}
