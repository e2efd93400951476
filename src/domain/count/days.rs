//! Rules that end with a day: days by law, working days, and periods by the calendar.

use super::{Count, CountError, DayNote, Due, ExclusionReason, Trace, hours::months, total};
use crate::domain::{
    calendar::{Calendar, Cuts, LAST_DATE},
    limit::Unit,
};
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Which days a rule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayKind {
    /// All but Saturdays, Sundays and holidays, whatever the office does.
    ByLaw,
    /// Those on which the office works.
    Working,
    Calendar,
}

impl Calendar {
    /// The day that is the `amount`-th of its sort from `first` on, `first` being the first candidate.
    pub(super) fn whole_days(
        &self,
        first: NaiveDate,
        amount: u64,
        sort: DayKind,
        cuts: &Cuts,
        trace: &mut impl Trace,
    ) -> Result<Due, CountError> {
        self.whole_day(self.nth_day(first, amount, sort, cuts, trace)?)
    }

    fn nth_day(
        &self,
        first: NaiveDate,
        amount: u64,
        sort: DayKind,
        cuts: &Cuts,
        trace: &mut impl Trace,
    ) -> Result<NaiveDate, CountError> {
        // The nth counted day is at least n calendar days away, so this needs no iteration.
        if i64::try_from(amount).map_or(true, |days| days > (LAST_DATE - first).num_days()) {
            return Err(CountError::TooFar);
        }
        let mut nth = 0;
        for date in first.iter_days().take_while(|date| *date <= LAST_DATE) {
            if !self.counts(date, sort, cuts) {
                trace.note(date, || {
                    DayNote::NotCounted(self.why_not_counted(date, sort, cuts))
                });
                continue;
            }
            nth += 1;
            trace.note(date, || DayNote::Counted { nth });
            if nth >= amount {
                return Ok(date);
            }
        }
        Err(
            if sort == DayKind::Working && self.last_open_date() < Some(LAST_DATE) {
                CountError::NeverOpen
            } else {
                CountError::TooFar
            },
        )
    }

    /// A period by the calendar that begins with `first` (Civil Code arts. 159 to 161): it ends the day before the one that
    /// corresponds to `first`, or with the month that has none; days out lengthen it; then it rolls off days off.
    pub(super) fn period(
        &self,
        first: NaiveDate,
        count: &Count,
        cuts: &Cuts,
        trace: &mut impl Trace,
    ) -> Result<Due, CountError> {
        let amount = total(count);
        let last = period_end(first, amount, count.limit.unit)
            .filter(|last| *last <= LAST_DATE)
            .ok_or(CountError::TooFar)?;
        trace.note(first, || DayNote::Period { last });
        let mut end = if cuts.has_days_out() || cuts.has_pauses() {
            let days = (last - first).num_days() + 1;
            let days = u64::try_from(days).unwrap_or(0);
            self.nth_day(first, days, DayKind::Calendar, cuts, trace)?
        } else {
            last
        };
        while self.is_off_by_law(end) || self.is_cut(end, cuts) {
            trace.note(end, || DayNote::Rolled(self.why_off(end, cuts)));
            end = end
                .succ_opt()
                .filter(|end| *end <= LAST_DATE)
                .ok_or(CountError::TooFar)?;
        }
        self.whole_day(end)
    }

    /// The end of a period whose last day was named: it rolls off Saturdays and holidays (Civil Code art. 161).
    ///
    /// # Errors
    /// [`CountError::TooFar`] at the end of the calendar.
    pub fn named_end(&self, last: NaiveDate) -> Result<Due, CountError> {
        let mut days = last.iter_days().take_while(|day| *day <= LAST_DATE);
        let end = days.find(|day| !self.is_off_by_law(*day));
        self.whole_day(end.ok_or(CountError::TooFar)?)
    }

    fn counts(&self, date: NaiveDate, sort: DayKind, cuts: &Cuts) -> bool {
        let counts = match sort {
            DayKind::ByLaw => !self.is_off_by_law(date),
            DayKind::Working => self.is_working_day(date),
            DayKind::Calendar => true,
        };
        counts && !self.is_cut(date, cuts)
    }

    /// Whether the exclusions take the whole day: as a day out, or by pauses over all of its hours.
    fn is_cut(&self, date: NaiveDate, cuts: &Cuts) -> bool {
        cuts.is_out(date) || cuts.has_pauses() && self.is_paused(date, cuts)
    }

    fn is_paused(&self, date: NaiveDate, cuts: &Cuts) -> bool {
        let spans = self.spans(date);
        let clock = self.clock(date);
        if spans.is_empty() {
            return cuts.unpaused(clock.at(0), clock.at(24 * 60)) == 0;
        }
        clock
            .spans(spans, i64::MIN)
            .all(|(start, end)| cuts.unpaused(start, end) == 0)
    }

    fn why_not_counted(&self, date: NaiveDate, sort: DayKind, cuts: &Cuts) -> ExclusionReason {
        match sort {
            DayKind::Working => self.why_not_worked(date, false, cuts),
            DayKind::ByLaw | DayKind::Calendar => self.why_off(date, cuts),
        }
    }

    /// Why nobody works on a date; `None` on a working day.
    pub fn why_closed(&self, date: NaiveDate) -> Option<ExclusionReason> {
        let closed = !self.is_working_day(date);
        closed.then(|| self.why_not_worked(date, false, &Cuts::default()))
    }

    /// Why the law leaves a date out.
    fn why_off(&self, date: NaiveDate, cuts: &Cuts) -> ExclusionReason {
        if let Some(holiday) = self.holidays.on(date) {
            return ExclusionReason::Holiday(holiday.name);
        }
        match date.weekday() {
            _ if cuts.is_out(date) => ExclusionReason::DayOut,
            Weekday::Sat => ExclusionReason::Saturday,
            Weekday::Sun => ExclusionReason::Sunday,
            Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => {
                ExclusionReason::Paused
            }
        }
    }

    /// Why nothing is worked, or no work counted, on a date.
    pub(super) fn why_not_worked(
        &self,
        date: NaiveDate,
        by_law: bool,
        cuts: &Cuts,
    ) -> ExclusionReason {
        let office = self.hours(date);
        let shifted = office.shifts.contains_key(&date);
        if shifted && self.spans(date).is_empty() {
            ExclusionReason::NoHours
        } else if let Some(reason) = office.closures.get(&date).filter(|_| !shifted) {
            ExclusionReason::Closure(reason.clone())
        } else if cuts.is_out(date) && self.is_working_day(date) {
            ExclusionReason::DayOut
        } else if by_law || !self.is_working_day(date) {
            let why = self.why_off(date, cuts);
            if why == ExclusionReason::Paused {
                ExclusionReason::NoHours
            } else {
                why
            }
        } else {
            ExclusionReason::Paused
        }
    }
}

/// The last day of a period that begins with `first`; the day before it where the amount is zero.
fn period_end(first: NaiveDate, amount: u64, unit: Unit) -> Option<NaiveDate> {
    match unit {
        Unit::Months | Unit::Years => {
            let corresponding = first.checked_add_months(months(amount, unit)?)?;
            if corresponding.day() == first.day() {
                corresponding.pred_opt()
            } else {
                Some(corresponding)
            }
        }
        Unit::Weeks => first
            .checked_add_days(Days::new(amount.checked_mul(7)?))?
            .pred_opt(),
        Unit::Immediate | Unit::Seconds | Unit::Minutes | Unit::Hours | Unit::Days => {
            first.checked_add_days(Days::new(amount))?.pred_opt()
        }
    }
}
