//! Which duties begin: by the calendar, and one after another. Opening a desk opens the periods that have begun since.

use super::{Duty, DutyTerms, OpeningRule, Period, Plan};
use crate::{domain::calendar::Calendar, words::Lang};
use chrono::{DateTime, Months, NaiveDate, NaiveTime, Utc};

/// How far back missed periods are opened; older ones are left out.
const BACK: Months = Months::new(24);

/// A duty that is to begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDuty {
    pub opened: DutyTerms,
    pub at: DateTime<Utc>,
}

/// The plans and dates that say which periods have begun.
#[derive(Clone, Copy, Debug)]
pub struct DutyCalendar<'a> {
    pub plans: &'a [Plan],
    /// The version of the charter.
    pub charter: i64,
    /// Since when that charter is in force: periods that ended before are not opened.
    pub since: NaiveDate,
    pub today: NaiveDate,
    pub calendar: &'a Calendar,
}

impl DutyCalendar<'_> {
    /// The duties whose period has begun and that are not `known`, in the order in which they began.
    pub fn openings(&self, known: impl Fn(&str, Period) -> bool) -> Vec<NewDuty> {
        let first = self
            .today
            .checked_sub_months(BACK)
            .map_or(self.since, |back| back.max(self.since));
        let mut found = Vec::new();
        for plan in self.plans {
            let OpeningRule::Each(every) = plan.begins else {
                continue;
            };
            let mut period = Period::of(every, first);
            while period.first_day() <= self.today {
                if !known(&plan.promise, period) {
                    found.push(NewDuty {
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
pub fn followers(plans: &[Plan], duty: &Duty, at: DateTime<Utc>) -> Vec<NewDuty> {
    let follows = |plan: &&Plan| matches!(&plan.begins, OpeningRule::After(before) if *before == duty.promise);
    plans
        .iter()
        .filter(follows)
        .map(|plan| NewDuty {
            opened: opened(plan, duty.charter, duty.period, Some(duty)),
            at,
        })
        .collect()
}

/// The fact by which a duty begins.
pub(super) fn opened(plan: &Plan, charter: i64, period: Period, after: Option<&Duty>) -> DutyTerms {
    DutyTerms {
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
