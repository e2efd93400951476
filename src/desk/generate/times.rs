//! Arrival times of generated cases: closed ones over years, open ones over the last weeks, merged in order.

use crate::domain::calendar::Calendar;
use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};

/// The year of a receipt number.
pub(super) type Year = u16;

/// Days since the first case.
const REACH: u64 = 1_700;
/// Days since the oldest open case: with 7 working days it is 60 days overdue.
const OPEN_REACH: u64 = 72;
/// Working seconds of a day: 09-12 and 13-18.
const DAY: u64 = 8 * 3600;

/// The times of all cases, the oldest first: year of the receipt, instant, and whether the case stays open.
pub(super) struct Times {
    closed: Stream,
    open: Stream,
}

impl Times {
    pub(super) fn new(calendar: &Calendar, now: DateTime<Utc>, cases: u32) -> Self {
        let open = cases / 5;
        Self {
            closed: Stream::new(calendar, now, REACH, cases - open),
            open: Stream::new(calendar, now, OPEN_REACH, open),
        }
    }

    /// The opening of the first day.
    pub(super) fn first(&self) -> DateTime<Utc> {
        let day = self.closed.days.first();
        day.map_or(DateTime::UNIX_EPOCH, |(_, opening)| *opening)
    }
}

impl Iterator for Times {
    type Item = (Year, DateTime<Utc>, bool);

    fn next(&mut self) -> Option<Self::Item> {
        let (closed, open) = (self.closed.peek(), self.open.peek());
        let takes_open = match (closed, open) {
            (Some((_, closed)), Some((_, open))) => open < closed,
            (closed, _) => closed.is_none(),
        };
        let stream = if takes_open {
            &mut self.open
        } else {
            &mut self.closed
        };
        let (year, at) = stream.peek()?;
        stream.taken += 1;
        Some((year, at, takes_open))
    }
}

/// Cases at even intervals over the working time of some days.
struct Stream {
    /// Year and opening time of each working day.
    days: Vec<(Year, DateTime<Utc>)>,
    /// Working seconds of all days.
    seconds: u64,
    taken: u64,
    cases: u64,
}

impl Stream {
    fn new(calendar: &Calendar, now: DateTime<Utc>, reach: u64, cases: u32) -> Self {
        let today = calendar.date(now);
        let first = today.checked_sub_days(Days::new(reach)).unwrap_or(today);
        let opening = |date: NaiveDate| {
            let nine = calendar.instant(date.and_hms_opt(9, 0, 0)?);
            Some((Year::try_from(date.year()).ok()?, nine))
        };
        let days: Vec<_> = first
            .iter_days()
            .take_while(|date| *date < today)
            .filter(|date| calendar.is_working_day(*date))
            .filter_map(opening)
            .collect();
        Self {
            seconds: u64::try_from(days.len()).unwrap_or(0) * DAY,
            days,
            taken: 0,
            cases: u64::from(cases),
        }
    }

    fn peek(&self) -> Option<(Year, DateTime<Utc>)> {
        if self.taken == self.cases {
            return None;
        }
        let worked = self.taken * self.seconds / self.cases.max(1);
        let (year, opening) = *self.days.get(usize::try_from(worked / DAY).ok()?)?;
        let of_day = i64::try_from(worked % DAY).ok()?;
        // The lunch break begins at 12:00.
        let pause = if of_day < 3 * 3600 { 0 } else { 3600 };
        Some((year, opening + TimeDelta::seconds(of_day + pause)))
    }
}
