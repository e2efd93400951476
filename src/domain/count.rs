//! From a limit to an instant: the counting rules, one function for all of them, with or without an explanation.
//!
//! [`super::calendar`] says which days are worked and which the law leaves out.

mod days;
mod explain;
mod hours;
#[cfg(test)]
mod policies;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use explain::{DayNote, ExclusionReason, ExplainedDay, Explanation};

pub use super::calendar::Exclusions;
use super::{
    calendar::{Calendar, Cuts, NightReceipt, zone::instant_of},
    limit::{CountingRule, Limit, Unit},
};
use crate::words::{Lang, Say, refusals as text};
use chrono::{DateTime, NaiveDate, Utc};
use days::DayKind;
use explain::{NoTrace, Recorder, Trace};

/// Working seconds of a day that a limit in days stands for (Civil Petitions Act art. 19 (1)).
const LEGAL_DAY: u64 = 8 * 3600;

/// Working seconds of "immediately" (decree art. 19).
const LEGAL_IMMEDIATE: u64 = 3 * 3600;

/// The longest period in days that art. 19 (1) counts in hours.
const LAST_DAY_IN_HOURS: u32 = 5;

/// The input of a count: when is this limit used up?
#[derive(Clone, Copy, Debug)]
pub struct Count<'a> {
    pub rule: CountingRule,
    /// What to count; [`CountingRule::SameDay`] and [`CountingRule::Immediate`] need none.
    pub limit: Limit,
    /// The receipt, or whatever else starts the count. For [`CountingRule::Before`] the instant before which the limit
    /// lies; where that is a whole day, the beginning of its date.
    pub from: DateTime<Utc>,
    pub exclusions: &'a Exclusions,
    /// Amounts added in turn: days (of 8 h where the rule counts hours) for a limit up to days, else the limit's own unit.
    /// An extension never changes the way of counting: 3 + 3 days stay working hours.
    pub extensions: &'a [u32],
}

/// The result of a count: the last instant that is in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The instant; for a whole day the 24:00 that ends `date`. Overdue means that now is later than this.
    pub at: DateTime<Utc>,
    /// The date on the office's calendar.
    pub date: NaiveDate,
    /// Whether the limit ends with a day and not at a minute.
    pub whole_day: bool,
}

/// Why a limit has no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CountError {
    /// The office does not open again, or never on a day that counts.
    #[error("the office does not open any more: check its hours")]
    NeverOpen,
    #[error("{} cannot count in {}", rule.id(), unit.id())]
    UnitDoesNotFit { rule: CountingRule, unit: Unit },
    /// The end, or the start, lies outside the years 1 to 9999.
    #[error("the date is outside the years 1 to 9999")]
    TooFar,
}

impl Say for CountError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::NeverOpen => text::COUNT_NO_HOURS.get(lang).to_owned(),
            Self::UnitDoesNotFit { rule, unit } => {
                let (rule, unit) = (rule.say(lang), unit.say(lang));
                text::COUNT_WRONG_UNIT.with(lang, &[("rule", &rule), ("unit", &unit)])
            }
            Self::TooFar => text::COUNT_TOO_FAR.get(lang).to_owned(),
        }
    }
}

impl Calendar {
    /// When the limit is used up: the earliest instant, so 12:00 and not 13:00, 18:00 and not the next 09:00.
    pub fn due(&self, count: &Count) -> Result<Due, CountError> {
        self.run(count, &mut NoTrace)
    }

    /// The same answer, with every day that was counted or left out and why.
    pub fn explain(&self, count: &Count) -> Result<Explanation, CountError> {
        let mut recorder = Recorder::default();
        recorder.note(self.date(count.from), || DayNote::Start {
            rule: count.rule,
            time: self.local(count.from).time(),
        });
        let due = self.run(count, &mut recorder)?;
        Ok(recorder.finish(due, self.local(due.at).time()))
    }

    fn run(&self, count: &Count, trace: &mut impl Trace) -> Result<Due, CountError> {
        let from = count.from.timestamp();
        self.first_date(from).ok_or(CountError::TooFar)?;
        let cuts = Cuts::new(count.exclusions);
        match count.rule {
            CountingRule::PetitionAct => self.petition_act(count, &cuts, trace),
            CountingRule::WorkingHours => {
                let seconds = working_seconds(count)?;
                self.spend(from, seconds, false, &cuts, trace)
            }
            CountingRule::WorkingDays => {
                if count.limit.unit != Unit::Days {
                    return Err(does_not_fit(count));
                }
                let from = self.receipt(from, trace)?;
                let first = self.second_day(from, trace);
                self.whole_days(first, total(count), DayKind::Working, &cuts, trace)
            }
            CountingRule::Civil => self.civil(count, &cuts, trace),
            CountingRule::Elapsed => self.elapsed(count, &cuts, trace),
            CountingRule::SameDay => self.same_day(from, extension(count), &cuts, trace),
            CountingRule::Before => self.before(count),
            CountingRule::Immediate => Ok(self.at_once(count.from)),
        }
    }

    /// Civil Petitions Act art. 19: see [`CountingRule::PetitionAct`].
    fn petition_act(
        &self,
        count: &Count,
        cuts: &Cuts,
        trace: &mut impl Trace,
    ) -> Result<Due, CountError> {
        let from = count.from.timestamp();
        let minute = from - from.rem_euclid(60);
        match count.limit.unit {
            // Only art. 19 (1), days, names Saturdays and holidays; an office open on one works its hours then.
            Unit::Immediate | Unit::Seconds | Unit::Minutes | Unit::Hours => {
                self.spend(minute, working_seconds(count)?, false, cuts, trace)
            }
            Unit::Days if count.limit.amount <= LAST_DAY_IN_HOURS => {
                self.spend(minute, working_seconds(count)?, true, cuts, trace)
            }
            Unit::Days => {
                let first = self.date_of(self.receipt(from, trace)?);
                self.whole_days(first, total(count), DayKind::ByLaw, cuts, trace)
            }
            Unit::Weeks | Unit::Months | Unit::Years => {
                let first = self.date_of(self.receipt(from, trace)?);
                self.period(first, count, cuts, trace)
            }
        }
    }

    /// Civil Code arts. 156 to 161: hours run at once; days, weeks, months and years without the first day, unless it
    /// begins at 0:00, and the end rolls off Saturdays and holidays.
    fn civil(&self, count: &Count, cuts: &Cuts, trace: &mut impl Trace) -> Result<Due, CountError> {
        match count.limit.unit {
            Unit::Immediate => Err(does_not_fit(count)),
            Unit::Seconds | Unit::Minutes | Unit::Hours => self.elapsed(count, cuts, trace),
            Unit::Days | Unit::Weeks | Unit::Months | Unit::Years => {
                let from = self.receipt(count.from.timestamp(), trace)?;
                let date = self.date_of(from);
                let first = if self.midnight(date) == from {
                    date
                } else {
                    self.second_day(from, trace)
                };
                self.period(first, count, cuts, trace)
            }
        }
    }

    /// The instant from which days are counted: the receipt, or the next opening where the office says so.
    fn receipt(&self, from: i64, trace: &mut impl Trace) -> Result<i64, CountError> {
        if self.hours(self.date_of(from)).night_receipt == NightReceipt::Literal {
            return Ok(from);
        }
        let opening = self.opening_from(from).ok_or(CountError::NeverOpen)?;
        if opening != from {
            trace.note(self.date_of(from), || DayNote::NightReceipt {
                opens: self.local(instant_of(opening)),
            });
        }
        Ok(opening)
    }

    /// The day after the receipt, the receipt's own day being left out (Civil Code art. 157).
    fn second_day(&self, from: i64, trace: &mut impl Trace) -> NaiveDate {
        let date = self.date_of(from);
        trace.note(date, || DayNote::NotCounted(ExclusionReason::FirstDay));
        date.succ_opt().unwrap_or(date)
    }

    /// The start itself, with its fraction of a second: what is done in the same transaction is not late.
    fn at_once(&self, at: DateTime<Utc>) -> Due {
        Due {
            at,
            ..self.timed(at.timestamp())
        }
    }

    fn timed(&self, at: i64) -> Due {
        Due {
            at: instant_of(at),
            date: self.date_of(at),
            whole_day: false,
        }
    }

    fn whole_day(&self, date: NaiveDate) -> Result<Due, CountError> {
        let next = date.succ_opt().ok_or(CountError::TooFar)?;
        Ok(Due {
            at: instant_of(self.midnight(next)),
            date,
            whole_day: true,
        })
    }

    fn date_of(&self, at: i64) -> NaiveDate {
        self.date(instant_of(at))
    }
}

fn does_not_fit(count: &Count) -> CountError {
    CountError::UnitDoesNotFit {
        rule: count.rule,
        unit: count.limit.unit,
    }
}

fn extension(count: &Count) -> u64 {
    count.extensions.iter().map(|days| u64::from(*days)).sum()
}

/// The amount with its extensions, in the limit's own unit.
fn total(count: &Count) -> u64 {
    u64::from(count.limit.amount).saturating_add(extension(count))
}

/// The limit in working seconds, a day having eight hours.
fn working_seconds(count: &Count) -> Result<i64, CountError> {
    let amount = u64::from(count.limit.amount);
    let limit = match count.limit.unit {
        Unit::Immediate => LEGAL_IMMEDIATE,
        Unit::Seconds => amount,
        Unit::Minutes => amount * 60,
        Unit::Hours => amount * 3600,
        Unit::Days => amount * LEGAL_DAY,
        Unit::Weeks | Unit::Months | Unit::Years => return Err(does_not_fit(count)),
    };
    let seconds = limit.saturating_add(extension(count).saturating_mul(LEGAL_DAY));
    i64::try_from(seconds).or(Err(CountError::TooFar))
}
