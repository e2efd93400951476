//! From the filters of a search as typed to criteria on stored values: which logins a name matches, which instants a
//! day.

use super::{Desk, DeskError, rules::midnight};
use crate::{
    domain::{
        calendar::Calendar,
        find::{Assignee, CaseFilter, matches_name},
    },
    store::{Criteria, DayRange},
};
use chrono::NaiveDate;

impl Desk {
    /// Translates filters into criteria on rows.
    pub(super) fn criteria(&mut self, only: &[CaseFilter]) -> Result<Criteria, DeskError> {
        let mut criteria = Criteria::default();
        for one in only {
            match one {
                CaseFilter::Officer(who) => narrow(&mut criteria.officers, self.officers(who)?),
                CaseFilter::Department(who) => {
                    narrow(&mut criteria.departments, self.departments(who)?);
                }
                CaseFilter::Channel(channels) => narrow(&mut criteria.channels, channels.clone()),
                CaseFilter::Category(typed) => {
                    narrow(&mut criteria.categories, self.categories(typed)?);
                }
                CaseFilter::Step(step) => criteria.step = Some(*step),
                CaseFilter::Due(first, last) => criteria.due = Some(self.days(*first, *last)?),
                CaseFilter::Received(first, last) => {
                    criteria.received = Some(self.days(*first, *last)?);
                }
                CaseFilter::Answered(first, last) => {
                    criteria.answered = Some(self.days(*first, *last)?);
                }
                CaseFilter::Status(standing) => criteria.standing = Some(*standing),
                CaseFilter::Stage(stages) => narrow(&mut criteria.stages, stages.clone()),
            }
        }
        Ok(criteria)
    }

    fn days(&mut self, first: NaiveDate, last: NaiveDate) -> Result<DayRange, DeskError> {
        let rules = self.rules()?;
        Ok(days(first, last, rules.calendars.now()))
    }

    /// The officers that match, as stored in cases: logins or names.
    fn officers(&self, who: &Assignee) -> Result<Vec<String>, DeskError> {
        let reader = self.store.reader();
        let typed = match who {
            Assignee::Mine => {
                let mut mine = vec![self.actor.login.clone(), self.actor.name.clone()];
                mine.dedup();
                mine.retain(|name| !name.is_empty());
                return Ok(mine);
            }
            Assignee::Nobody => return Ok(vec![String::new()]),
            Assignee::Named(typed) => typed,
        };
        let mut found = reader.officers()?;
        found.retain(|officer| !officer.is_empty() && matches_name(officer, typed));
        for member in reader.staff()? {
            if matches_name(&member.name, typed) || matches_name(&member.login, typed) {
                found.extend([member.login, member.name]);
            }
        }
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    fn departments(&mut self, who: &Assignee) -> Result<Vec<String>, DeskError> {
        let typed = match who {
            Assignee::Mine => return Ok(vec![self.actor.department.clone()]),
            Assignee::Nobody => return Ok(vec![String::new()]),
            Assignee::Named(typed) => typed,
        };
        let rules = self.rules()?;
        let counters = rules.charter.counters.iter();
        let mut found: Vec<String> = counters.map(|counter| counter.department.clone()).collect();
        let reader = self.store.reader();
        found.extend(reader.departments()?);
        found.retain(|department| !department.is_empty() && matches_name(department, typed));
        found.sort_unstable();
        found.dedup();
        Ok(found)
    }

    fn categories(&mut self, typed: &str) -> Result<Vec<String>, DeskError> {
        let rules = self.rules()?;
        let fits = rules.charter.categories.iter().filter(|category| {
            [&category.id, &category.name.ko, &category.name.en]
                .into_iter()
                .any(|name| matches_name(name, typed))
        });
        Ok(fits.map(|category| category.id.clone()).collect())
    }
}

/// Days with their bounds as instants.
pub(super) fn days(first: NaiveDate, last: NaiveDate, calendar: &Calendar) -> DayRange {
    DayRange {
        first,
        last,
        begin: midnight(calendar, first),
        end: midnight(calendar, last.succ_opt().unwrap_or(last)),
    }
}

/// Narrows a list to the values found; a field given twice must match both.
fn narrow<T: PartialEq>(list: &mut Option<Vec<T>>, mut found: Vec<T>) {
    if let Some(before) = list {
        found.retain(|one| before.contains(one));
    }
    *list = Some(found);
}
