//! Rules that end at a minute: working time, the wall clock, the same day, and "before".

use super::{Count, CountError, DayNote, Due, ExclusionReason, Trace, extension, total};
use crate::domain::{
    calendar::{Calendar, Cuts, FIRST_DATE, LAST_DATE, zone::instant_of},
    limit::Unit,
};
use chrono::{Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

impl Calendar {
    /// Uses up working seconds from an instant. `by_law` leaves Saturdays, Sundays and holidays out even where the office
    /// works on them. No seconds at all are used up at once, or when time runs again: at the next opening while the office is
    /// closed, with the end of a pause inside one.
    pub(super) fn spend(
        &self,
        from: i64,
        seconds: i64,
        by_law: bool,
        cuts: &Cuts,
        trace: &mut impl Trace,
    ) -> Result<Due, CountError> {
        if seconds == 0 {
            return self.running_from(from, cuts).map(|at| self.timed(at));
        }
        // Working time never exceeds elapsed time, so this needs no iteration.
        if seconds > self.midnight(LAST_DATE) - from {
            return Err(CountError::TooFar);
        }
        let first = self.first_date(from).ok_or(CountError::TooFar)?;
        let last = self.last_open_date().ok_or(CountError::NeverOpen)?;
        let (mut left, mut after) = (seconds, i64::MIN);
        for date in first.iter_days().take_while(|date| *date <= last) {
            let spans = self.spans(date);
            if spans.is_empty() || by_law && self.is_off_by_law(date) || cuts.is_out(date) {
                if date > first {
                    trace.note(date, || {
                        DayNote::NotCounted(self.why_not_worked(date, by_law, cuts))
                    });
                }
                continue;
            }
            let mut worked = 0;
            let mut begins = None;
            for (start, end) in self.clock(date).spans(spans, after) {
                after = end;
                let start = start.max(from);
                if start >= end {
                    continue;
                }
                begins = begins.or(Some(start));
                match cuts.spend(start, end, left - worked) {
                    Ok(at) => {
                        self.note_work(date, from, begins, left, 0, trace);
                        return Ok(self.timed(at));
                    }
                    Err(counted) => worked += counted,
                }
            }
            left -= worked;
            if date > first || worked > 0 {
                self.note_work(date, from, begins, worked, left, trace);
            }
        }
        Err(if last == LAST_DATE {
            CountError::TooFar
        } else {
            CountError::NeverOpen
        })
    }

    /// The first instant from `from` on at which the office is open and nothing stops the clock.
    fn running_from(&self, from: i64, cuts: &Cuts) -> Result<i64, CountError> {
        let stops = cuts.on_the_clock(|date| self.midnight(date));
        let mut at = from;
        // Ends: every turn but the last leaves a pause behind.
        loop {
            let free = stops.end_of_pause(at);
            let open = match self.open_span_around(free) {
                Some(_) => free,
                None => self.opening_from(free).ok_or(CountError::NeverOpen)?,
            };
            if stops.end_of_pause(open) == open {
                return Ok(open);
            }
            at = open;
        }
    }

    fn note_work(
        &self,
        date: NaiveDate,
        from: i64,
        begins: Option<i64>,
        seconds: i64,
        left: i64,
        trace: &mut impl Trace,
    ) {
        match begins {
            None => trace.note(date, || DayNote::NotCounted(ExclusionReason::AfterHours)),
            Some(_) if seconds == 0 => {
                trace.note(date, || DayNote::NotCounted(ExclusionReason::Paused));
            }
            Some(begins) => {
                if begins > from && self.date(instant_of(from)) == date {
                    trace.note(date, || DayNote::Opens {
                        at: self.local(instant_of(begins)).time(),
                    });
                }
                trace.note(date, || DayNote::Worked { seconds, left });
            }
        }
    }

    /// The wall clock: hours as they pass, days and longer to the same time of a later date. Exclusions stop the clock.
    pub(super) fn elapsed(
        &self,
        count: &Count,
        cuts: &Cuts,
        trace: &mut impl Trace,
    ) -> Result<Due, CountError> {
        let from = count.from.timestamp();
        let immediate = (count.limit.unit == Unit::Immediate).then_some(0);
        let end = match seconds(count).or(immediate) {
            Some(seconds) => self.later(from + seconds, extension(count), Unit::Days)?,
            None => self.later(from, total(count), count.limit.unit)?,
        };
        let limit = self.midnight(LAST_DATE);
        if end > limit {
            return Err(CountError::TooFar);
        }
        trace.note(self.date(count.from), || DayNote::Clock {
            seconds: end - from,
        });
        let stops = if cuts.has_days_out() {
            &cuts.on_the_clock(|date| self.midnight(date))
        } else {
            cuts
        };
        if end == from {
            return Ok(self.timed(stops.end_of_pause(from)));
        }
        let at = stops
            .spend(from, limit, end - from)
            .or(Err(CountError::TooFar))?;
        if at > end {
            trace.note(self.date(instant_of(at)), || DayNote::Stopped {
                seconds: at - end,
            });
        }
        Ok(self.timed(at))
    }

    /// The same time of the wall clock so many days, weeks, months or years later.
    fn later(&self, from: i64, amount: u64, unit: Unit) -> Result<i64, CountError> {
        if amount == 0 {
            return Ok(from);
        }
        self.first_date(from).ok_or(CountError::TooFar)?;
        let local = self.local(instant_of(from));
        let later = shifted(local, amount, unit, Direction::Later)
            .filter(|later| later.date() <= LAST_DATE)
            .ok_or(CountError::TooFar)?;
        Ok(self.instant(later).timestamp())
    }

    /// The close of business of the first day with work left on it: the receipt's own before the close and the cutoff.
    pub(super) fn same_day(
        &self,
        from: i64,
        further_days: u64,
        cuts: &Cuts,
        trace: &mut impl Trace,
    ) -> Result<Due, CountError> {
        let first = self.first_date(from).ok_or(CountError::TooFar)?;
        let last = self.last_open_date().ok_or(CountError::NeverOpen)?;
        let received = self.date(instant_of(from));
        let after_cutoff = self
            .hours(received)
            .cutoff
            .is_some_and(|cutoff| self.local(instant_of(from)).time() >= cutoff);
        let mut further = further_days;
        for date in first.iter_days().take_while(|date| *date <= last) {
            if self.spans(date).is_empty() || cuts.is_out(date) {
                if date > first {
                    trace.note(date, || {
                        DayNote::NotCounted(self.why_not_worked(date, false, cuts))
                    });
                }
                continue;
            }
            if date <= received && after_cutoff {
                if date == received {
                    trace.note(date, || DayNote::NotCounted(ExclusionReason::AfterCutoff));
                }
                continue;
            }
            let (mut open, mut counted, mut close) = (false, false, from);
            for (start, end) in self.clock(date).spans(self.spans(date), i64::MIN) {
                open |= end > from;
                counted |= cuts.unpaused(start.max(from), end) > 0;
                close = end;
            }
            if !counted {
                if open || date > first {
                    let why = if open {
                        ExclusionReason::Paused
                    } else {
                        ExclusionReason::AfterHours
                    };
                    trace.note(date, || DayNote::NotCounted(why));
                }
                continue;
            }
            trace.note(date, || DayNote::Counted {
                nth: further_days - further + 1,
            });
            if further == 0 {
                let due = self.timed(close);
                return Ok(Due { date, ..due });
            }
            further -= 1;
        }
        Err(CountError::NeverOpen)
    }

    /// An instant before another: hours to the minute, days as whole days, nothing at all "by then".
    pub(super) fn before(&self, count: &Count) -> Result<Due, CountError> {
        let from = count.from.timestamp();
        if count.limit.amount == 0 || count.limit.unit == Unit::Immediate {
            return Ok(self.at_once(count.from));
        }
        if let Some(seconds) = seconds(count) {
            return if from - seconds >= self.midnight(FIRST_DATE) {
                Ok(self.timed(from - seconds))
            } else {
                Err(CountError::TooFar)
            };
        }
        let date = self.date(count.from).and_time(NaiveTime::MIN);
        let amount = u64::from(count.limit.amount);
        let earlier = shifted(date, amount, count.limit.unit, Direction::Earlier)
            .map(|earlier| earlier.date())
            .filter(|date| *date >= FIRST_DATE)
            .ok_or(CountError::TooFar)?;
        self.whole_day(earlier)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Later,
    Earlier,
}

/// A time on the wall clock moved by days, weeks, months or years.
fn shifted(
    local: NaiveDateTime,
    amount: u64,
    unit: Unit,
    direction: Direction,
) -> Option<NaiveDateTime> {
    let later = direction == Direction::Later;
    let days = match unit {
        Unit::Months | Unit::Years if later => {
            return local.checked_add_months(months(amount, unit)?);
        }
        Unit::Months | Unit::Years => return local.checked_sub_months(months(amount, unit)?),
        Unit::Weeks => amount.checked_mul(7)?,
        Unit::Immediate | Unit::Seconds | Unit::Minutes | Unit::Hours | Unit::Days => amount,
    };
    let days = TimeDelta::try_days(i64::try_from(days).ok()?)?;
    local.checked_add_signed(if later { days } else { -days })
}

/// The limit in seconds of the clock; `None` where it is counted in days or longer.
fn seconds(count: &Count) -> Option<i64> {
    let unit = count.limit.unit.seconds()?;
    Some(i64::from(count.limit.amount) * i64::from(unit))
}

/// An amount of months or years as months.
pub(super) fn months(amount: u64, unit: Unit) -> Option<Months> {
    let per_unit = if unit == Unit::Years { 12 } else { 1 };
    u32::try_from(amount.saturating_mul(per_unit))
        .ok()
        .map(Months::new)
}
