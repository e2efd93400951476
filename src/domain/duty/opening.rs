//! Which duties begin: by the calendar, and one after another.
//!
//! Nothing of it happens by a process of its own. Whoever opens the desk opens what has begun since, once: a period that is
//! known already is never opened again.

use super::{Begins, Duty, Opened, Period, Plan};
use crate::{domain::calendar::Calendar, words::Lang};
use chrono::{DateTime, Months, NaiveDate, NaiveTime, Utc};

/// How far back periods are opened that nobody opened in time. A desk that slept longer begins anew.
const BACK: Months = Months::new(24);

/// A duty that is to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The fact.
    pub opened: Opened,
    /// When it begins.
    pub at: DateTime<Utc>,
}

/// What decides which periods have begun.
#[derive(Clone, Copy, Debug)]
pub struct Begun<'a> {
    /// What is asked for.
    pub plans: &'a [Plan],
    /// The version of the charter that asks.
    pub charter: i64,
    /// Since when that charter is in force: periods that were over before are none of its business.
    pub since: NaiveDate,
    /// Today.
    pub today: NaiveDate,
    /// The office's calendar.
    pub calendar: &'a Calendar,
}

impl Begun<'_> {
    /// The duties whose period has begun and that are not `known`, in the order in which they began.
    pub fn openings(&self, known: impl Fn(&str, Period) -> bool) -> Vec<Opening> {
        let first = self
            .today
            .checked_sub_months(BACK)
            .map_or(self.since, |back| back.max(self.since));
        let mut found = Vec::new();
        for plan in self.plans {
            let Begins::Each(every) = plan.begins else {
                continue;
            };
            let mut period = Period::of(every, first);
            while period.first_day() <= self.today {
                if !known(&plan.promise, period) {
                    found.push(Opening {
                        opened: opened(plan, self.charter, period, None),
                        at: midnight(period.first_day(), self.calendar),
                    });
                }
                period = period.next();
            }
        }
        found.sort_by_key(|opening| opening.at);
        found
    }
}

/// The duties that begin with the completion of `duty`, at `at`, under the charter that holds for it.
pub fn followers(plans: &[Plan], duty: &Duty, at: DateTime<Utc>) -> Vec<Opening> {
    let follows =
        |plan: &&Plan| matches!(&plan.begins, Begins::After(before) if *before == duty.promise);
    plans
        .iter()
        .filter(follows)
        .map(|plan| Opening {
            opened: opened(plan, duty.charter, duty.period, Some(duty)),
            at,
        })
        .collect()
}

/// The fact by which a duty begins.
pub(super) fn opened(plan: &Plan, charter: i64, period: Period, after: Option<&Duty>) -> Opened {
    Opened {
        charter,
        promise: plan.promise.clone(),
        period,
        title: plan.title(period, Lang::Ko),
        after: after.map(|duty| duty.number),
    }
}

/// The instant at which a day begins.
pub(super) fn midnight(date: NaiveDate, calendar: &Calendar) -> DateTime<Utc> {
    calendar.instant(date.and_time(NaiveTime::MIN))
}
