//! The remaining time of a deadline as a short text, the same in both front ends.

use super::{
    calendar::Calendar,
    count::{Due, Exclusions},
    deadline::{Deadline, State, Status},
};
use crate::words::{Lang, Phrase, Say};
use chrono::{DateTime, Utc};

/// Seconds of a working day (Civil Petitions Treatment Act art. 19 (1): 1 day = 8 hours).
const WORKING_DAY: i64 = 8 * 3600;

/// Remaining time of at most this many seconds is shown to the second.
const NEAR: i64 = 10 * 60;

/// Working seconds at which a bar is full: ten working days.
const FULL: i64 = 10 * WORKING_DAY;

/// What is left of a deadline at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remaining {
    Nothing,
    Settled(Status),
    Paused {
        /// Working seconds left, a day as 8 hours.
        seconds: i64,
    },
    Overdue {
        /// Seconds of the clock since then.
        seconds: i64,
    },
    /// Ends today, and office hours are over.
    Today,
    /// Less than a working day left, or the last day.
    Time {
        /// Working seconds left; wall-clock seconds if the office stays closed until the end.
        seconds: i64,
    },
    /// A working day or more.
    Days {
        /// Days of the calendar from today to the last day.
        days: i64,
        /// Working days among them.
        working: u32,
    },
}

impl Remaining {
    /// What is left of a deadline of a case.
    pub fn of(deadline: &Deadline, now: DateTime<Utc>, calendar: &Calendar) -> Self {
        match deadline.state {
            State::Open => Self::until(deadline.due, now, calendar),
            State::Paused(left) => Self::paused(left.seconds()),
            State::Missed { at } => Self::Overdue {
                seconds: (at - deadline.due.at).num_seconds(),
            },
            State::Met { .. } | State::Void { .. } => Self::Settled(deadline.status(now)),
        }
    }

    /// True if it is shown to the second, or will be within a minute.
    pub fn is_near(self) -> bool {
        match self {
            Self::Time { seconds } | Self::Overdue { seconds } => seconds <= NEAR + 60,
            Self::Nothing
            | Self::Settled(_)
            | Self::Paused { .. }
            | Self::Today
            | Self::Days { .. } => false,
        }
    }

    /// What is left of a deadline that is stopped.
    pub fn paused(seconds: i64) -> Self {
        Self::Paused {
            seconds: seconds.max(0),
        }
    }

    /// What is left until a due date.
    pub fn until(due: Due, now: DateTime<Utc>, calendar: &Calendar) -> Self {
        let clock = (due.at - now).num_seconds();
        if now > due.at {
            return Self::Overdue { seconds: -clock };
        }
        // The last minutes follow the wall clock under every counting rule: a visitor waits through the lunch break too.
        if !due.whole_day && clock <= NEAR {
            return Self::Time { seconds: clock };
        }
        let today = calendar.date(now);
        let worked = calendar.working_seconds(now, due.at, &Exclusions::NONE);
        let days = (due.date - today).num_days();
        // The last day is shown in hours, however long the office works on it.
        if worked >= WORKING_DAY && days > 0 {
            let working = calendar.counted_days(today, due.date);
            return Self::Days { days, working };
        }
        match (worked, due.whole_day, days) {
            (0, true, ..=0) => Self::Today,
            (0, true, _) => Self::Days {
                days,
                working: calendar.counted_days(today, due.date),
            },
            (0, false, _) => Self::Time { seconds: clock },
            _ => Self::Time { seconds: worked },
        }
    }

    /// How much of a bar the time left fills, from 0 to 1, on one scale for hours and days.
    ///
    /// The scale is that of working time and grows with the logarithm, since the last hours matter most: half of the bar is
    /// one working day, all of it ten and more. A bar is never longer than that of a later deadline.
    pub fn filled(self) -> f64 {
        let seconds = match self {
            Self::Paused { seconds } | Self::Time { seconds } => seconds,
            Self::Days { working, .. } => i64::from(working) * WORKING_DAY,
            Self::Nothing | Self::Settled(_) | Self::Overdue { .. } | Self::Today => 0,
        };
        #[expect(clippy::cast_precision_loss, reason = "a share of a bar of some cells")]
        let hours = seconds.clamp(0, FULL) as f64 / 3600.0;
        hours.ln_1p() / 80_f64.ln_1p()
    }
}

impl Say for Remaining {
    fn say(&self, lang: Lang) -> String {
        match *self {
            Self::Nothing => Phrase::new("기한 없음", "no deadline").get(lang).to_owned(),
            Self::Settled(status) => status.say(lang),
            Self::Paused { seconds } => {
                let whole_days = seconds > 0 && seconds % WORKING_DAY == 0;
                let left = if whole_days {
                    units(&[(seconds / WORKING_DAY, DAYS)], lang)
                } else {
                    hours(seconds, lang)
                };
                Phrase::new("멈춤 {left}", "paused, {left} left").with(lang, &[("left", &left)])
            }
            Self::Overdue { seconds } => Phrase::new("초과 {over}", "{over} over")
                .with(lang, &[("over", &days(seconds, lang))]),
            Self::Today => Phrase::new("오늘까지", "today").get(lang).to_owned(),
            Self::Time { seconds } => hours(seconds, lang),
            Self::Days { days, working } => {
                let one = Phrase::new("D-{days} (근무 1일)", "D-{days} (1 working day)");
                let many = Phrase::new("D-{days} (근무 {n}일)", "D-{days} ({n} working days)");
                let phrase = if working == 1 { one } else { many };
                phrase.with(
                    lang,
                    &[("days", &days.to_string()), ("n", &working.to_string())],
                )
            }
        }
    }
}

/// Hours and minutes; seconds when it is near.
fn hours(seconds: i64, lang: Lang) -> String {
    let (hours, minutes) = (seconds / 3600, seconds % 3600 / 60);
    match (hours, minutes) {
        (0, _) if seconds > 0 && seconds <= NEAR => {
            units(&[(minutes, MINUTES), (seconds % 60, SECONDS)], lang)
        }
        (0, 0) => format!("0{}", MINUTES.get(lang)),
        _ => units(&[(hours, HOURS), (minutes, MINUTES)], lang),
    }
}

/// Days and hours of the clock; less than a day as [`hours`], from ten days on days alone, to align the rows of a list.
fn days(seconds: i64, lang: Lang) -> String {
    let (days, rest) = (seconds / 86_400, seconds % 86_400 / 3600);
    match days {
        0 => hours(seconds, lang),
        1..10 => units(&[(days, DAYS), (rest, HOURS)], lang),
        _ => units(&[(days, DAYS)], lang),
    }
}

const DAYS: Phrase = Phrase::new("일", " d");
const HOURS: Phrase = Phrase::new("시간", " h");
const SECONDS: Phrase = Phrase::new("초", " s");
const MINUTES: Phrase = Phrase::new("분", " min");

/// The amounts that are not zero, each with its unit.
fn units(parts: &[(i64, Phrase)], lang: Lang) -> String {
    let shown = parts.iter().filter(|(amount, _)| *amount != 0);
    let shown: Vec<String> = shown
        .map(|(amount, unit)| format!("{amount}{}", unit.get(lang)))
        .collect();
    shown.join(" ")
}

#[cfg(test)]
mod tests;
