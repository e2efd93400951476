//! The times of a story: absolute, or relative to now or to their step.

use crate::domain::input;
use chrono::{NaiveDateTime, NaiveTime};
use serde::{Deserialize, Deserializer, de::Error};
use std::str::FromStr;

/// A moment of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoryTime {
    /// `2026-11-02 14:00`: on the office's clock.
    Clock(NaiveDateTime),
    /// `-2d 09:35`: at that time of a working day, counted from today.
    Day(i32, NaiveTime),
    /// `-75m`: so many working minutes ago.
    Worked(u32),
    /// `-190s`: so many seconds ago by the wall clock.
    Passed(u32),
    /// `-9h`: so many hours by the wall clock before its step.
    Before(u32),
    /// `+1h`: so many working hours after its step.
    After(u32),
}

/// A text that is no time of a story.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no time such as 2026-11-02 14:00 or -2d 09:35")]
pub struct InvalidTime(String);

impl FromStr for StoryTime {
    type Err = InvalidTime;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let found = match text.split_once(' ') {
            Some((day, time)) => amount(day, 'd').and_then(|days| {
                let time = NaiveTime::parse_from_str(time, "%H:%M").ok()?;
                Some(Self::Day(days, time))
            }),
            None => near(text),
        };
        found
            .or_else(|| input::local_moment(text).map(Self::Clock))
            .ok_or_else(|| InvalidTime(text.to_owned()))
    }
}

fn near(text: &str) -> Option<StoryTime> {
    let ago = |unit| {
        amount(text, unit)
            .filter(|amount| *amount < 0)
            .map(i32::unsigned_abs)
    };
    let hours = || u32::try_from(amount(text, 'h')?).ok();
    ago('m')
        .map(StoryTime::Worked)
        .or_else(|| ago('s').map(StoryTime::Passed))
        .or_else(|| ago('h').map(StoryTime::Before))
        .or_else(|| hours().map(StoryTime::After))
}

/// The signed number of `+10d` for the unit `d`.
fn amount(text: &str, unit: char) -> Option<i32> {
    let number = text.strip_suffix(unit)?;
    number
        .starts_with(['+', '-'])
        .then(|| number.parse().ok())?
}

/// The working days after a step of `+10d`.
pub fn days(text: &str) -> Option<u32> {
    u32::try_from(amount(text, 'd')?).ok()
}

impl<'de> Deserialize<'de> for StoryTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_in_one_of_six_ways() {
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
        let clock = "2026-11-02T14:00:30".parse().unwrap();
        for (text, when) in [
            ("2026-11-02 14:00:30", StoryTime::Clock(clock)),
            ("-2d 09:35", StoryTime::Day(-2, time(9, 35))),
            ("+2d 15:00", StoryTime::Day(2, time(15, 0))),
            ("-75m", StoryTime::Worked(75)),
            ("-190s", StoryTime::Passed(190)),
            ("-9h", StoryTime::Before(9)),
            ("+1h", StoryTime::After(1)),
        ] {
            assert_eq!(text.parse(), Ok(when), "{text}");
        }
        for text in [
            "",
            "-",
            "h",
            "2d 09:35",
            "-2d",
            "-2d 25:00",
            "+75m",
            "+5s",
            "75m",
            "--5m",
            "-5m ",
        ] {
            assert_eq!(text.parse::<StoryTime>(), Err(InvalidTime(text.to_owned())));
        }
        assert_eq!(days("+10d"), Some(10));
        for text in ["10d", "-1d", "+10", "+1h"] {
            assert_eq!(days(text), None, "{text}");
        }
    }
}
