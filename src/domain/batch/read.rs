//! Reads one question of a batch, with defaults and an error message for each key.

use crate::domain::{
    calendar::{Calendar, NightReceipt, OfficeHours, Span, WEEKDAYS},
    count::Exclusions,
    holidays::Holidays,
    input,
    limit::{CountingRule, Limit, Unit},
};
use crate::words::NotAllowed;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use serde_json::{Map, Value};
use std::time::Duration;

/// The time at which a day ends.
const END_OF_DAY: &str = "24:00";

/// What is wrong with a line.
pub(super) struct LineError(pub(super) String);

/// A parsed line.
pub(super) struct ParsedLine {
    pub(super) calendar: Calendar,
    pub(super) from: DateTime<Utc>,
    pub(super) exclusions: Exclusions,
    pub(super) asked: CountQuery,
}

/// What to calculate.
pub(super) enum CountQuery {
    Due {
        rule: CountingRule,
        limit: Limit,
        extensions: Vec<u32>,
    },
    /// The working time from the start to this instant.
    Between(DateTime<Utc>),
}

pub(super) fn question(line: &Value) -> Result<ParsedLine, LineError> {
    let office = office(line)?;
    let calendar =
        Calendar::new(office, holidays(line)?).map_err(|error| LineError(error.to_string()))?;
    let from = instant(
        &calendar,
        text(key(line, "from").ok_or_else(|| missing("from"))?)?,
    )?;
    let exclusions = Exclusions {
        pauses: pairs(line, "pauses", |text| instant(&calendar, text))?,
        days_out: pairs(line, "days_out", date)?,
    };
    let asked = match key(line, "until") {
        Some(until) => CountQuery::Between(instant(&calendar, text(until)?)?),
        None => due(line)?,
    };
    Ok(ParsedLine {
        calendar,
        from,
        exclusions,
        asked,
    })
}

fn due(line: &Value) -> Result<CountQuery, LineError> {
    let rule = key(line, "count").ok_or_else(|| missing("count"))?;
    let rule: CountingRule = text(rule)?.parse().map_err(|NotAllowed { given, .. }| {
        LineError(format!("count: {given:?} is no counting rule"))
    })?;
    let limit = match (key(line, "limit"), rule) {
        (Some(given), _) => limit(given)?,
        (None, CountingRule::SameDay | CountingRule::Immediate | CountingRule::Before) => {
            Limit::IMMEDIATE
        }
        (None, _) => return Err(missing("limit")),
    };
    let extensions = match key(line, "extend") {
        None => Vec::new(),
        Some(given) => list(given, "extend")?
            .iter()
            .map(|amount| {
                whole(amount)
                    .ok_or_else(|| LineError(format!("extend: {amount} is no number of days")))
            })
            .collect::<Result<_, _>>()?,
    };
    Ok(CountQuery::Due {
        rule,
        limit,
        extensions,
    })
}

fn office(line: &Value) -> Result<OfficeHours, LineError> {
    let mut office = OfficeHours::korean();
    if let Some(zone) = key(line, "timezone") {
        let name = text(zone)?;
        office.zone = name.parse().map_err(|_unknown| {
            LineError(format!("timezone: {name:?} is no zone of the IANA list"))
        })?;
    }
    if let Some(hours) = key(line, "hours") {
        office.week = Default::default();
        for (name, given) in object(hours, "hours")? {
            let place = WEEKDAYS.iter().position(|weekday| weekday == name);
            let day = place.and_then(|place| office.week.get_mut(place));
            *day.ok_or_else(|| LineError(format!("hours: {name:?} is no weekday (mon to sun)")))? =
                spans(given)?;
        }
    }
    if let Some(shifts) = key(line, "shifts") {
        office.shifts = object(shifts, "shifts")?
            .iter()
            .map(|(day, hours)| Ok((date(day)?, spans(hours)?)))
            .collect::<Result<_, LineError>>()?;
    }
    if let Some(closures) = key(line, "closures") {
        office.closures = object(closures, "closures")?
            .iter()
            .map(|(day, reason)| Ok((date(day)?, text(reason)?.to_owned())))
            .collect::<Result<_, LineError>>()?;
    }
    if let Some(cutoff) = key(line, "cutoff") {
        // Nothing comes in after the end of the day.
        office.cutoff = match text(cutoff)? {
            END_OF_DAY => None,
            before => Some(time(before)?),
        };
    }
    if let Some(given) = key(line, "night_receipt") {
        office.night_receipt = match text(given)? {
            "literal" => NightReceipt::Literal,
            "next_open" => NightReceipt::NextOpen,
            other => {
                let allowed = "\"literal\" and \"next_open\" are allowed";
                return Err(LineError(format!("night_receipt: {other:?}; {allowed}")));
            }
        };
    }
    Ok(office)
}

fn holidays(line: &Value) -> Result<Holidays, LineError> {
    match key(line, "holidays") {
        None => Ok(Holidays::korean()),
        Some(Value::String(name)) if name == "kr" => Ok(Holidays::korean()),
        Some(Value::Array(dates)) => {
            let dates: Vec<_> = dates
                .iter()
                .map(|day| date(text(day)?))
                .collect::<Result<_, _>>()?;
            Ok(Holidays::listed(dates))
        }
        Some(other) => Err(LineError(format!(
            "holidays: {other} is neither \"kr\" nor a list of dates"
        ))),
    }
}

fn limit(given: &Value) -> Result<Limit, LineError> {
    if let Value::String(words) = given {
        return words
            .parse()
            .map_err(|error| LineError(format!("limit: {error}")));
    }
    let unit = given.get("unit").ok_or_else(|| missing("limit.unit"))?;
    let word = text(unit)?;
    let unit =
        Unit::named(word).ok_or_else(|| LineError(format!("limit.unit: {word:?} is no unit")))?;
    if unit == Unit::Immediate {
        return Ok(Limit::IMMEDIATE);
    }
    let amount = given.get("amount").ok_or_else(|| missing("limit.amount"))?;
    let wrong = || LineError(format!("limit.amount: {amount} is no amount of that unit"));
    if let Some(amount) = whole(amount) {
        return Ok(Limit::new(amount, unit));
    }
    // Fractions are exact for hours and minutes; the rules define no half days.
    let per_unit = unit.seconds().filter(|seconds| *seconds > 1);
    let seconds = amount.as_f64().zip(per_unit).ok_or_else(wrong)?;
    let seconds = seconds.0 * f64::from(seconds.1);
    let seconds = Duration::try_from_secs_f64(seconds).map_err(|_range| wrong())?;
    match u32::try_from(seconds.as_secs()) {
        Ok(whole) if seconds.subsec_nanos() == 0 => Ok(Limit::new(whole, Unit::Seconds)),
        _ => Err(wrong()),
    }
}

/// Returns the value of a key; null counts as absent.
fn key<'a>(line: &'a Value, name: &str) -> Option<&'a Value> {
    line.get(name).filter(|value| !value.is_null())
}

fn missing(name: &str) -> LineError {
    LineError(format!("the key {name:?} is missing"))
}

fn text(value: &Value) -> Result<&str, LineError> {
    value
        .as_str()
        .ok_or_else(|| LineError(format!("{value} stands where a text is expected")))
}

fn object<'a>(value: &'a Value, name: &str) -> Result<&'a Map<String, Value>, LineError> {
    value
        .as_object()
        .ok_or_else(|| LineError(format!("{name}: an object is expected")))
}

fn list<'a>(value: &'a Value, name: &str) -> Result<&'a [Value], LineError> {
    value
        .as_array()
        .map(Vec::as_slice)
        .ok_or_else(|| LineError(format!("{name}: a list is expected")))
}

/// A whole number from zero on, also when it is written as `3.0`.
fn whole(value: &Value) -> Option<u32> {
    let amount = value.as_u64().or_else(|| {
        let amount = Duration::try_from_secs_f64(value.as_f64()?).ok()?;
        (amount.subsec_nanos() == 0).then_some(amount.as_secs())
    })?;
    u32::try_from(amount).ok()
}

/// A list of `[from, to]`, each in order.
fn pairs<T: PartialOrd>(
    line: &Value,
    name: &str,
    read: impl Fn(&str) -> Result<T, LineError>,
) -> Result<Vec<(T, T)>, LineError> {
    let Some(given) = key(line, name) else {
        return Ok(Vec::new());
    };
    list(given, name)?
        .iter()
        .map(|pair| match list(pair, name)? {
            [from, to] => {
                let ends = (read(text(from)?)?, read(text(to)?)?);
                if ends.0 <= ends.1 {
                    Ok(ends)
                } else {
                    Err(LineError(format!("{name}: {pair} ends before it begins")))
                }
            }
            _ => Err(LineError(format!("{name}: {pair} is no pair"))),
        })
        .collect()
}

fn spans(value: &Value) -> Result<Vec<Span>, LineError> {
    list(value, "hours")?
        .iter()
        .map(|span| match list(span, "hours")? {
            [start, end] => {
                let (start, end) = (minute(text(start)?)?, minute(text(end)?)?);
                if start < end {
                    Ok(Span { start, end })
                } else {
                    Err(LineError(format!("hours: {span} ends before it begins")))
                }
            }
            _ => Err(LineError(format!("hours: {span} is no pair of times"))),
        })
        .collect()
}

/// A minute of the day, "24:00" being the last.
fn minute(text: &str) -> Result<u16, LineError> {
    if matches!(text, END_OF_DAY | "24:00:00") {
        return Ok(24 * 60);
    }
    let time = time(text)?;
    let seconds = chrono::Timelike::num_seconds_from_midnight(&time);
    u16::try_from(seconds / 60)
        .ok()
        .filter(|_| seconds % 60 == 0)
        .ok_or_else(|| {
            LineError(format!(
                "{text:?}: office hours begin and end with a minute"
            ))
        })
}

fn time(text: &str) -> Result<NaiveTime, LineError> {
    NaiveTime::parse_from_str(text, "%H:%M")
        .or_else(|_| NaiveTime::parse_from_str(text, "%H:%M:%S"))
        .map_err(|_form| LineError(format!("{text:?} is no time such as 09:00")))
}

fn date(text: &str) -> Result<NaiveDate, LineError> {
    text.parse()
        .map_err(|_form| LineError(format!("{text:?} is no date such as 2026-11-02")))
}

/// An instant: by its own offset, or by the office's clock; a date alone is its beginning.
fn instant(calendar: &Calendar, text: &str) -> Result<DateTime<Utc>, LineError> {
    if let Some(fixed) = input::rfc3339(text) {
        return Ok(fixed.to_utc());
    }
    ["%Y-%m-%dT%H:%M:%S%.f", "%Y-%m-%d %H:%M:%S%.f"]
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
        .or_else(|| input::local_moment(text))
        .or_else(|| Some(date(text).ok()?.and_time(NaiveTime::MIN)))
        .map(|local| calendar.instant(local))
        .ok_or_else(|| LineError(format!("{text:?} is no time such as 2026-11-02T14:00:00")))
}
