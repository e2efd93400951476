//! The desk's clock, and whether it is believed.
//!
//! A time that was written cannot be taken back, and deadlines follow from it: a computer that lost its time would open years
//! of duties, and refuse the right times afterwards.

use super::{Desk, DeskError};
use crate::{
    domain::rights::Operation,
    words::{Lang, Say, desk as text},
};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;

/// How far a clock may be set back by the operating system without anybody noticing.
const STEP: TimeDelta = TimeDelta::seconds(60);

/// For how long nothing may be written before somebody has to look at the clock.
const REST: TimeDelta = TimeDelta::days(31);

/// The setting that says who confirmed the clock, and when.
const CONFIRMED: &str = "clock_confirmed";

/// The source of the current time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    /// The machine's clock, in whole seconds.
    #[default]
    System,
    /// For practice databases and tests.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// Returns the current time in whole seconds.
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Self::Fixed(at) => at,
            Self::System => {
                let now = Utc::now();
                DateTime::from_timestamp(now.timestamp(), 0).unwrap_or(now)
            }
        }
    }
}

/// A clock that stands before the last record, or far after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DoubtfulClock {
    /// What it says.
    pub now: DateTime<Utc>,
    pub last_record: DateTime<Utc>,
    /// Of the office.
    pub zone: Tz,
}

impl DoubtfulClock {
    /// True where the clock is behind the last record.
    pub fn is_behind(self) -> bool {
        self.now < self.last_record
    }
}

impl Say for DoubtfulClock {
    fn say(&self, lang: Lang) -> String {
        let minute = |at: DateTime<Utc>| {
            let local = at.with_timezone(&self.zone);
            local.format("%Y-%m-%d %H:%M").to_string()
        };
        let values = [
            ("now", &*minute(self.now)),
            ("last", &*minute(self.last_record)),
        ];
        let phrase = if self.is_behind() {
            text::CLOCK_BEHIND
        } else {
            text::CLOCK_AHEAD
        };
        phrase.with(lang, &values)
    }
}

/// The time to record at, never before the last record; `None` where the clock is behind the last record, or more than 31 days ahead of it.
pub(super) fn believed(now: DateTime<Utc>, last_record: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let is_near = last_record - now <= STEP && now - last_record <= REST;
    is_near.then(|| now.max(last_record))
}

impl Desk {
    /// Checks that the clock is believed, so that something can be recorded now.
    ///
    /// # Errors
    /// [`DeskError::Clock`] where it is not.
    pub fn check_clock(&self) -> Result<(), DeskError> {
        self.store.check_clock()
    }

    /// Confirms that the clock is right though the last record says otherwise, and returns its time.
    ///
    /// # Errors
    /// The actor is no administrator; nothing speaks against the clock.
    pub fn confirm_clock(&mut self) -> Result<DateTime<Utc>, DeskError> {
        let (write, doubt) = self.store.write_in_doubt(&self.actor, Operation::Clock)?;
        let DoubtfulClock {
            now, last_record, ..
        } = doubt;
        let (login, after) = (&self.actor.login, last_record.to_rfc3339());
        write.set(CONFIRMED, &format!("{login} {} {after}", now.to_rfc3339()))?;
        write.set_last_record(now)?;
        write.commit()?;
        Ok(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_believed_near_the_last_record() {
        let last = DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        let at = |seconds: i64| last + TimeDelta::seconds(seconds);
        let month = 31 * 24 * 3600;
        for (clock, expected) in [(0, 0), (5, 5), (month, month), (-60, 0)] {
            assert_eq!(believed(at(clock), last), Some(at(expected)), "{clock}");
        }
        for clock in [-61, -month, month + 1] {
            assert_eq!(believed(at(clock), last), None, "{clock}");
        }
    }
}
