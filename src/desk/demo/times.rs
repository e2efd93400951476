//! Instants of story times, relative to the time at which the practice desk is made.

use crate::domain::{
    calendar::Calendar,
    count::{Count, Exclusions},
    limit::{CountingRule, Limit, Unit},
    story::StoryTime,
};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

/// The office's calendar, and the time at which the desk is made.
pub(super) struct Times {
    pub(super) calendar: Calendar,
    pub(super) now: DateTime<Utc>,
}

impl Times {
    /// The instant of a story time; `step` is that of the step in which it occurs.
    pub(super) fn instant(&self, when: StoryTime, step: DateTime<Utc>) -> DateTime<Utc> {
        match when {
            StoryTime::Clock(local) => self.calendar.instant(local),
            StoryTime::Day(days, time) => {
                let date = match u32::try_from(days) {
                    Ok(after @ 1..) => self.working_day_after(self.now, after),
                    Ok(0) | Err(_) => self.working_day(days.unsigned_abs()),
                };
                self.calendar.instant(date.and_time(time))
            }
            StoryTime::Worked(minutes) => self.worked_before(minutes),
            StoryTime::Passed(seconds) => self.now - TimeDelta::seconds(seconds.into()),
            StoryTime::Before(hours) => step - TimeDelta::hours(hours.into()),
            StoryTime::After(hours) => self.worked_after(step, hours),
        }
    }

    /// False where a story needs someone at the counter from then until now, but the office is closed.
    pub(super) fn may_begin(&self, when: StoryTime) -> bool {
        let is_waiting = matches!(when, StoryTime::Passed(_));
        let is_open = |at| self.calendar.is_open(at);
        !is_waiting || (is_open(self.now) && is_open(self.instant(when, self.now)))
    }

    /// The working day that many working days after an instant.
    pub(super) fn working_day_after(&self, at: DateTime<Utc>, days: u32) -> NaiveDate {
        let today = self.calendar.date(at);
        let later = today.iter_days().skip(1).take(60 + days as usize);
        let mut working = later.filter(|date| self.calendar.is_working_day(*date));
        let day = working.nth(days.saturating_sub(1) as usize);
        day.unwrap_or(today)
    }

    /// The working day that many working days before today, or before the next one if today is none.
    fn working_day(&self, before: u32) -> NaiveDate {
        let today = self.calendar.date(self.now);
        let works = |date: &NaiveDate| self.calendar.is_working_day(*date);
        let reference = today.iter_days().take(60).find(works).unwrap_or(today);
        (0..before).fold(reference, |date, _| {
            let mut earlier = (1..60).filter_map(|back| date.checked_sub_days(Days::new(back)));
            earlier.find(works).unwrap_or(date)
        })
    }

    /// The instant that many working minutes before now, rounded down to a minute.
    fn worked_before(&self, minutes: u32) -> DateTime<Utc> {
        let mut left = i64::from(minutes) * 60;
        let today = self.calendar.date(self.now);
        for back in 0..400 {
            let Some(date) = today.checked_sub_days(Days::new(back)) else {
                break;
            };
            let midnight = self.calendar.instant(date.and_time(chrono::NaiveTime::MIN));
            for span in self.calendar.spans(date).iter().rev() {
                let minute = |minute: u16| midnight + TimeDelta::minutes(minute.into());
                let (start, end) = (minute(span.start), minute(span.end).min(self.now));
                let worked = (end - start).num_seconds();
                if worked >= left.max(1) {
                    let at = end.timestamp() - left;
                    return DateTime::from_timestamp(at - at.rem_euclid(60), 0).unwrap_or(start);
                }
                left -= worked.max(0);
            }
        }
        self.now
    }

    fn worked_after(&self, step: DateTime<Utc>, hours: u32) -> DateTime<Utc> {
        let count = Count {
            rule: CountingRule::WorkingHours,
            limit: Limit::new(hours, Unit::Hours),
            from: step,
            exclusions: &Exclusions::NONE,
            extensions: &[],
        };
        self.calendar.due(&count).map_or(step, |due| due.at)
    }
}
