//! Times as people type them: in full, or as they say them.
//!
//! | typed | meant |
//! |---|---|
//! | `2026-11-30 14:00`, `2026-11-30T14:00:00+09:00` | that time |
//! | `14:00`, `14시 30분`, `오후 2시`, `24:00` | today; 24:00 is the end of the day |
//! | `어제 14:00`, `내일 9시` | that day |
//! | `11-30 14:00`, `11/30 14:00` | that day of the year in which it is nearest |
//! | `+3d`, `-2h`, `+3d 14:00` | from now on, or before |

#[cfg(test)]
mod tests;

use crate::domain::character::plain;
use chrono::{
    DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc,
};
use chrono_tz::Tz;

/// The clock on the wall of the office: what `오늘` and `14:00` mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfficeClock {
    pub zone: Tz,
    pub now: DateTime<Utc>,
}

impl OfficeClock {
    /// Reads an instant, in full or as people say it; `None` if it is none.
    pub fn moment(self, text: &str) -> Option<DateTime<Utc>> {
        moment(text, self.zone).or_else(|| instant(said_moment(text, self.local())?, self.zone))
    }

    /// Reads a day, in full or as people say it; `None` if it is none.
    pub fn day(self, text: &str) -> Option<NaiveDate> {
        said_day(&tidy(text), self.local().date())
    }

    fn local(self) -> NaiveDateTime {
        self.now.with_timezone(&self.zone).naive_local()
    }
}

/// Reads an instant in full: RFC 3339, or a date with a time in `zone`; `None` if it is neither.
pub fn moment(text: &str, zone: Tz) -> Option<DateTime<Utc>> {
    let text = text.trim();
    if let Some(at) = rfc3339(text) {
        return Some(at.with_timezone(&Utc));
    }
    instant(local_moment(text)?, zone)
}

fn instant(local: NaiveDateTime, zone: Tz) -> Option<DateTime<Utc>> {
    let at = zone.from_local_datetime(&local).earliest()?;
    Some(at.with_timezone(&Utc))
}

/// Reads an instant of RFC 3339, whose day may also end with 24:00; `None` if it is none.
pub fn rfc3339(text: &str) -> Option<DateTime<FixedOffset>> {
    if let Ok(at) = DateTime::parse_from_rfc3339(text) {
        return Some(at);
    }
    let (before, after) = text.split_once("T24:00:00")?;
    let begin = DateTime::parse_from_rfc3339(&format!("{before}T00:00:00{after}")).ok()?;
    begin.checked_add_signed(TimeDelta::days(1))
}

/// Reads a date with a local time, 24:00 being the end of the day; `None` if it is not one.
pub fn local_moment(text: &str) -> Option<NaiveDateTime> {
    let forms = [
        "%Y-%m-%dT%H:%M:%S",
        "%Y-%m-%dT%H:%M",
        "%Y-%m-%d %H:%M:%S",
        "%Y-%m-%d %H:%M",
    ];
    let end = || {
        let (day, time) = text.split_once(['T', ' '])?;
        let ends = matches!(time.trim(), "24:00" | "24:00:00");
        let next = NaiveDate::parse_from_str(day, "%Y-%m-%d")
            .ok()?
            .succ_opt()?;
        ends.then(|| next.and_time(NaiveTime::MIN))
    };
    forms
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
        .or_else(end)
}

/// Reads a date such as `2026-11-30`, also written with dots or slashes; `None` if it is not one.
pub fn day(text: &str) -> Option<NaiveDate> {
    let forms = ["%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d"];
    forms
        .iter()
        .find_map(|form| NaiveDate::parse_from_str(text.trim(), form).ok())
}

fn tidy(text: &str) -> String {
    let plain: String = text.chars().map(plain).collect();
    plain.trim().to_lowercase()
}

fn said_moment(text: &str, now: NaiveDateTime) -> Option<NaiveDateTime> {
    let text = tidy(text);
    if let Some((amount, unit)) = offset(&text) {
        return now.checked_add_signed(unit.checked_mul(amount)?);
    }
    if let Some(time) = time_of_day(&text) {
        return at(now.date(), time);
    }
    let mut blanks = text.match_indices(' ');
    blanks.find_map(|(blank, _)| {
        let (day, time) = text.split_at_checked(blank)?;
        at(said_day(day, now.date())?, time_of_day(time.trim())?)
    })
}

fn at(day: NaiveDate, time: TimeDelta) -> Option<NaiveDateTime> {
    day.and_time(NaiveTime::MIN).checked_add_signed(time)
}

fn said_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let full = || day(text).filter(|day| day.year() >= 1000);
    full()
        .or_else(|| relative_day(text, today))
        .or_else(|| nearest(text, today))
}

/// Reads a day that is told from today, in small letters: 어제, `tomorrow`, `+3d`; `None` if it is none.
pub fn relative_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let days = match text {
        "오늘" | "금일" | "today" => 0,
        "어제" | "yesterday" => -1,
        "그제" | "그저께" => -2,
        "내일" | "tomorrow" => 1,
        "모레" => 2,
        "글피" => 3,
        _ => {
            let (amount, unit) = offset(text)?;
            let whole = unit.num_days() > 0;
            return today
                .checked_add_signed(unit.checked_mul(amount)?)
                .filter(|_| whole);
        }
    };
    today.checked_add_signed(TimeDelta::days(days))
}

/// The amount and the unit of `+3d`, `-2h`, `+1w` or `-30m`.
fn offset(text: &str) -> Option<(i32, TimeDelta)> {
    let number = text.get(..text.len().checked_sub(1)?)?;
    let unit = match text.get(number.len()..)? {
        "w" => TimeDelta::weeks(1),
        "d" => TimeDelta::days(1),
        "h" => TimeDelta::hours(1),
        "m" => TimeDelta::minutes(1),
        _ => return None,
    };
    let signed = number.starts_with(['+', '-']);
    let amount = number.parse().ok().filter(|_| signed)?;
    Some((amount, unit))
}

/// A day without its year, in the year in which it is nearest to today.
fn nearest(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let plain = text.replace("월", "-").replace('일', "");
    let (month, day) = plain.split_once(['-', '/', '.'])?;
    let (month, day) = (month.trim().parse().ok()?, day.trim().parse().ok()?);
    let years = today.year().checked_sub(1)?..=today.year().checked_add(1)?;
    let days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    days.min_by_key(|day| (*day - today).abs())
}

/// The time since midnight of `14:00`, `9:05:30`, `24:00`, `14시 30분`, `오후 2시 반` or `2:30 pm`.
fn time_of_day(text: &str) -> Option<TimeDelta> {
    let (half, rest) = half_of_day(text);
    let plain = rest
        .replace('시', ":")
        .replace('분', "")
        .replace('반', "30")
        .replace(' ', "");
    let plain = plain.strip_suffix(':').map_or_else(
        || plain.clone(),
        // `14시`: no minutes.
        |hour| format!("{hour}:00"),
    );
    let parts: Vec<i64> = plain
        .split(':')
        .map(|part| {
            let short = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            part.parse().ok().filter(|_| short)
        })
        .collect::<Option<_>>()?;
    let (hour, minute, second) = match *parts.as_slice() {
        [hour] if half.is_some() => (hour, 0, 0),
        [hour, minute] => (hour, minute, 0),
        [hour, minute, second] => (hour, minute, second),
        _ => return None,
    };
    let hour = match half {
        None => hour,
        Some(from) if (1..=12).contains(&hour) => hour % 12 + from,
        Some(_) => return None,
    };
    let seconds = hour * 3600 + minute * 60 + second;
    let fits = minute < 60 && second < 60 && seconds <= 24 * 3600;
    fits.then(|| TimeDelta::seconds(seconds))
}

/// The hour at which the half of the day begins that is told, and the rest of the text.
fn half_of_day(text: &str) -> (Option<i64>, &str) {
    for (word, from) in [("오전", 0), ("오후", 12), ("am", 0), ("pm", 12)] {
        if let Some(rest) = text.strip_prefix(word) {
            return (Some(from), rest.trim());
        }
        if let Some(rest) = text.strip_suffix(word).filter(|_| word.is_ascii()) {
            return (Some(from), rest.trim());
        }
    }
    (None, text)
}
