//! What is recorded later than it happened: how that is told, and when it asks for a reason.
//!
//! Who records at once is believed without more; who dates an act back over a working day says why.

use super::{
    calendar::Calendar,
    count::{Count, Exclusions},
    fact::{Fact, Prose},
    limit::{CountingRule, Limit, Unit},
};
use crate::words::{Lang, late as text};
use chrono::{DateTime, NaiveDate, Utc};

/// When something happened, as the clerk says, and why it is recorded only now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryTime {
    /// `None` means now.
    pub at: Option<DateTime<Utc>>,
    /// Empty where nothing asks for it.
    pub late_reason: String,
}

impl EntryTime {
    /// It happens while it is recorded.
    pub const NOW: Self = Self {
        at: None,
        late_reason: String::new(),
    };
}

impl From<Option<DateTime<Utc>>> for EntryTime {
    fn from(at: Option<DateTime<Utc>>) -> Self {
        let late_reason = String::new();
        Self { at, late_reason }
    }
}

/// The last day on which something that happened at `at` is recorded without a reason, where `now` is after it: the next
/// working day. `None` while no reason is asked for.
pub fn reason_asked_since(
    at: DateTime<Utc>,
    now: DateTime<Utc>,
    calendar: &Calendar,
) -> Option<NaiveDate> {
    let count = Count {
        rule: CountingRule::WorkingDays,
        limit: Limit::new(1, Unit::Days),
        from: at,
        exclusions: &Exclusions::NONE,
        extensions: &[],
    };
    // An office that never opens again has no working day that could pass.
    let next = calendar.due(&count).ok()?;
    (now > next.at).then_some(next.date)
}

/// True where the two differ as they are shown: by another minute.
pub fn is_later(recorded_at: DateTime<Utc>, at: DateTime<Utc>) -> bool {
    let minute = |at: DateTime<Utc>| at.timestamp().div_euclid(60);
    minute(recorded_at) > minute(at)
}

impl<K> Fact<K> {
    /// When it was recorded, where that is later than it happened.
    pub fn recorded_later(&self) -> Option<DateTime<Utc>> {
        is_later(self.recorded_at, self.at).then_some(self.recorded_at)
    }

    /// The reason for recording it late, as it is told in a list; `None` where none was given.
    pub fn late_because(&self, lang: Lang) -> Option<String> {
        let reason = self.late_reason.as_ref().map(Prose::as_str)?;
        Some(text::REASON.with(lang, &[("reason", reason)]))
    }

    /// That it was recorded later than it happened, with the time as `shown` writes it and the reason, on a line of its own.
    pub fn lateness(&self, shown: impl Fn(DateTime<Utc>) -> String, lang: Lang) -> Option<String> {
        let time = shown(self.recorded_later()?);
        Some(match &self.late_reason {
            None => text::RECORDED.with(lang, &[("time", &time)]),
            Some(reason) => {
                let values = [("time", &*time), ("reason", reason.as_str())];
                text::WITH_REASON.with(lang, &values)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        calendar::{Calendars, OfficeHours},
        holidays::Holidays,
        input,
    };

    fn at(text: &str) -> DateTime<Utc> {
        input::moment(text, chrono_tz::Asia::Seoul).unwrap()
    }

    /// 2026-11-09 is a Monday; 2026-12-25, a Friday, is a holiday.
    #[test]
    fn a_reason_is_asked_for_after_the_end_of_the_next_working_day() {
        let holidays = Holidays::korean();
        let calendars = Calendars::new(OfficeHours::korean(), holidays, Vec::new()).unwrap();
        for (happened, recorded, last) in [
            ("2026-11-09 17:00", "2026-11-09 17:00", None),
            ("2026-11-09 17:00", "2026-11-10 23:59", None),
            ("2026-11-09 17:00", "2026-11-11 00:00", None),
            ("2026-11-09 17:00", "2026-11-11 00:01", Some("2026-11-10")),
            ("2026-11-09 17:00", "2026-12-01 09:00", Some("2026-11-10")),
            // Over a weekend.
            ("2026-11-13 17:00", "2026-11-16 18:00", None),
            ("2026-11-13 17:00", "2026-11-17 09:00", Some("2026-11-16")),
            ("2026-11-14 11:00", "2026-11-16 23:00", None),
            // Over a holiday and a weekend.
            ("2026-12-24 17:00", "2026-12-28 18:00", None),
            ("2026-12-24 17:00", "2026-12-29 09:00", Some("2026-12-28")),
        ] {
            let asked = reason_asked_since(at(happened), at(recorded), calendars.now());
            let asked = asked.map(|day| day.to_string());
            assert_eq!(asked.as_deref(), last, "{happened} {recorded}");
        }
    }

    #[test]
    fn another_minute_is_told_and_the_same_is_not() {
        let noon = at("2026-11-09 12:00");
        for (seconds, later) in [(0, false), (59, false), (60, true), (-1, false)] {
            let recorded = noon + chrono::TimeDelta::seconds(seconds);
            assert_eq!(is_later(recorded, noon), later, "{seconds}");
        }
    }
}
