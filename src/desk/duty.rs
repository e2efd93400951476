//! Duties: recording their completion, planning dated ones, and the overview of a year.

mod begin;
mod change;
mod view;

pub(super) use begin::open_duties;
pub use change::{DutyChange, DutyOutcome};

use super::{Desk, DeskError, Rules, work::check_seen};
use crate::{
    domain::{
        count::Due,
        deadline::Deadline,
        decide::Context,
        duty::{
            self, CompletionInput, Duty, DutyCommand, DutyFact, DutyMonth, Period, Plan, followers,
            plans,
        },
        fact::{Fact, Prose},
        late::EntryTime,
        party::Party,
        refusal::Refusal,
        rights::Operation,
        staff::Staff,
        subject::{DutyNumber, Subject, SubjectKind},
    },
    store::{Commit, PersonChange, Write},
};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use std::sync::Arc;

/// A command for one duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyOrder {
    pub number: DutyNumber,
    pub command: DutyCommand,
    /// When it happened.
    pub time: EntryTime,
    /// How many facts the clerk had seen, to refuse where another clerk added one since.
    pub seen: Option<u32>,
}

/// A duty with all that belongs to it.
#[derive(Clone, Debug)]
pub struct DutyView {
    pub duty: Duty,
    pub facts: Vec<Fact<DutyFact>>,
    pub deadline: Option<Deadline>,
    /// `None` where the charter in force then is gone.
    pub plan: Option<Plan>,
    pub rules: Arc<Rules>,
}

/// A plan, month by month through a year.
#[derive(Clone, Debug)]
pub struct PlanLine {
    pub plan: Plan,
    /// January first.
    pub months: [DutyMonth; 12],
}

/// A duty whose period has begun and that the next write opens: until then it has no number.
#[derive(Clone, Debug)]
pub struct UnopenedDuty {
    pub promise: String,
    pub period: Period,
    pub title: String,
    /// When it will be due, if ever.
    pub due: Option<Due>,
}

/// The duties of a year.
#[derive(Clone, Debug)]
pub struct DutyYear {
    pub year: u16,
    /// One for each plan of the charter in force and of the law.
    pub lines: Vec<PlanLine>,
    /// Duties for periods of the year or due in it, the nearest first.
    pub duties: Vec<DutyView>,
    /// What begins with the next write: reading opens nothing.
    pub unopened: Vec<UnopenedDuty>,
}

impl Desk {
    /// Reads a duty.
    ///
    /// # Errors
    /// There is no such duty.
    pub fn duty(&mut self, number: DutyNumber) -> Result<DutyView, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let reader = self.store.reader();
        let facts = reader.facts::<DutyFact>(number)?;
        let duty = Duty::fold(number, &facts).ok_or(missing(number))?;
        let rules = self.rules.version(reader, duty.charter)?;
        Ok(DutyView {
            deadline: duty_deadlines(&duty, &rules)?.pop(),
            plan: duty::plan(&rules.charter, &duty.promise),
            duty,
            facts,
            rules,
        })
    }

    /// Reads the duties of a year, and their plans by month.
    pub fn duty_year(&mut self, year: u16) -> Result<DutyYear, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let now = self.now();
        let rules = self.rules()?;
        let today = rules.calendars.now().date(now);
        let unopened = self.unopened_duties()?;
        // Follow-up duties are due in the year after their period.
        let years = year.saturating_sub(1)..=year;
        let numbers = self.store.reader().duties_of_years(years)?;
        let mut duties = self.duties(numbers)?;
        duties.retain(|view| is_of(&view.duty, view.deadline.as_ref(), year));
        duties.sort_by_key(|view| {
            view.due()
                .map_or((true, view.duty.opened_at), |at| (false, at))
        });
        let lines = plans(&rules.charter).into_iter().map(|plan| {
            let opened = duties
                .iter()
                .map(|view| (&view.duty, view.deadline.as_ref()));
            let unopened = unopened
                .iter()
                .map(|(duty, deadline)| (duty, deadline.as_ref()));
            let mine = opened
                .chain(unopened)
                .filter(|(duty, _)| duty.promise == plan.promise);
            let months = duty::year(year, &plan, &mine, (now, today));
            PlanLine { plan, months }
        });
        Ok(DutyYear {
            year,
            lines: lines.collect(),
            duties,
            unopened: unopened
                .into_iter()
                .filter(|(duty, deadline)| is_of(duty, deadline.as_ref(), year))
                .map(|(duty, deadline)| UnopenedDuty {
                    promise: duty.promise,
                    period: duty.period,
                    title: duty.title,
                    due: deadline.map(|deadline| deadline.due),
                })
                .collect(),
        })
    }

    /// Reads every duty of a promise, by period.
    ///
    /// # Errors
    /// The promise is not in the charter in force, and no duty of it is on record.
    pub fn duty_history(&mut self, promise: &str) -> Result<Vec<DutyView>, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let rules = self.rules()?;
        let numbers = self.store.reader().duties_of(promise)?;
        if numbers.is_empty() && duty::plan(&rules.charter, promise).is_none() {
            return Err(Refusal::unknown_duty(promise, &rules.charter).into());
        }
        let mut views = self.duties(numbers)?;
        views.sort_by_key(|view| (view.duty.period, view.duty.number));
        Ok(views)
    }

    fn duties(&mut self, numbers: Vec<DutyNumber>) -> Result<Vec<DutyView>, DeskError> {
        numbers
            .into_iter()
            .map(|number| self.duty(number))
            .collect()
    }

    /// Carries out a command for a duty and returns the numbers of the duties that it opened.
    ///
    /// # Errors
    /// A refusal, or another clerk's fact since `seen`; nothing is changed then.
    pub fn run_duty(&mut self, order: &DutyOrder) -> Result<Vec<DutyNumber>, DeskError> {
        let operation = order.command.action().operation();
        let write = self.store.write(&self.actor, operation)?;
        let now = write.now;
        let reader = write.reader();
        let facts = reader.facts::<DutyFact>(order.number)?;
        let duty = Duty::fold(order.number, &facts).ok_or(missing(order.number))?;
        check_seen(order.seen, duty.seq)?;
        let rules = self.rules.version(reader, duty.charter)?;
        let mut context = rules.context(now, &self.actor);
        context.at = order.time.at.unwrap_or(now);
        context.late_reason = &order.time.late_reason;
        let fact = duty::decide((&duty, &facts), &order.command, &context)?;
        if let DutyFact::Revoked { fact: struck, text } = &fact.kind
            && duty.done.is_some_and(|done| done.seq == *struck)
        {
            withdraw_followers(&write, &rules, (&duty, text), &context)?;
        }
        let duty = duty.with(&facts, &fact);
        record(&write, &rules, &duty, std::slice::from_ref(&fact))?;
        let mut opened = Vec::new();
        // Only its completion, which happens once, opens others.
        if duty.done.is_some_and(|done| done.seq == fact.seq) {
            for opening in followers(&plans(&rules.charter), &duty, fact.at) {
                let (promise, period) = (&opening.opened.promise, opening.opened.period);
                if write.reader().duty_of(promise, period)?.is_none() {
                    opened.push(begin::begin(&write, &rules, &opening, now)?);
                }
            }
        }
        write.commit()?;
        Ok(opened)
    }

    /// Plans a duty that has a date instead of a period, a training for instance, and returns its number.
    ///
    /// # Errors
    /// The promise is not in the charter or has periods; the date is not in the future.
    pub fn plan_duty(
        &mut self,
        promise: &str,
        on: NaiveDate,
        title: &str,
    ) -> Result<DutyNumber, DeskError> {
        let write = self.store.write(&self.actor, Operation::Duty)?;
        let now = write.now;
        let rules = self.rules.in_force(write.reader(), now)?;
        let mut nth = 1;
        let year = u16::try_from(on.year()).unwrap_or_default();
        let reader = write.reader();
        while (reader.duty_of(promise, Period::occasion(year, nth))?).is_some() {
            nth += 1;
        }
        let facts = duty::plan_date(promise, on, title, nth, &rules.context(now, &self.actor))?;
        let number = record_new(&write, &rules, &facts)?;
        write.commit()?;
        Ok(number)
    }

    /// Records a period that was completed before the desk was founded, and returns its number.
    ///
    /// # Errors
    /// The promise is not in the charter; the period is not over, is on record or has the wrong length; fields are
    /// wrong.
    pub fn record_earlier_duty(
        &mut self,
        promise: &str,
        period: Period,
        completing: &CompletionInput,
        done_on: Option<NaiveDate>,
    ) -> Result<DutyNumber, DeskError> {
        let write = self.store.write(&self.actor, Operation::Duty)?;
        let now = write.now;
        let rules = self.rules.in_force(write.reader(), now)?;
        let known = write.reader().duty_of(promise, period)?;
        let context = rules.context(now, &self.actor);
        let fact = duty::enter_earlier(promise, period, completing, done_on, known, &context)?;
        let number = record_new(&write, &rules, &[fact])?;
        write.commit()?;
        Ok(number)
    }
}

impl Rules {
    /// The deadline of a duty if planned for a date now; `None` where it would have none.
    ///
    /// # Errors
    /// As [`Desk::plan_duty`].
    pub fn preview_duty(
        &self,
        promise: &str,
        on: NaiveDate,
        (staff, now): (&Staff, DateTime<Utc>),
    ) -> Result<Option<Deadline>, Refusal> {
        duty::preview_date(promise, on, &self.context(now, staff))
    }
}

/// True where the period or the due date of a duty lies in the year.
fn is_of(duty: &Duty, deadline: Option<&Deadline>, year: u16) -> bool {
    let due = deadline.map(|deadline| deadline.due.date.year());
    duty.period.year() == year || due == Some(i32::from(year))
}

fn missing(number: DutyNumber) -> DeskError {
    DeskError::NoSuchSubject(Subject::Duty(number))
}

/// Withdraws the duties that the completion of another opened, which is struck out.
fn withdraw_followers(
    write: &Write<'_>,
    rules: &Rules,
    (duty, reason): (&Duty, &Prose),
    context: &Context<'_>,
) -> Result<(), DeskError> {
    for opening in followers(&plans(&rules.charter), duty, context.at) {
        let (promise, period) = (&opening.opened.promise, opening.opened.period);
        let Some(number) = write.reader().duty_of(promise, period)? else {
            continue;
        };
        let facts = write.reader().facts::<DutyFact>(number)?;
        let follower = Duty::fold(number, &facts).ok_or(missing(number))?;
        if follower.after == Some(duty.number) {
            let fact = duty::withdrawn(&follower, reason, context)?;
            let follower = follower.with(&facts, &fact);
            record(write, rules, &follower, &[fact])?;
        }
    }
    Ok(())
}

/// Records the first facts of a new duty and returns its number.
fn record_new(
    write: &Write<'_>,
    rules: &Rules,
    facts: &[Fact<DutyFact>],
) -> Result<DutyNumber, DeskError> {
    let opened = facts.first().and_then(|fact| fact.kind.opened());
    let year = opened.ok_or(Refusal::AlreadyDone)?.period.year();
    let serial = write.next_serial(SubjectKind::Duty, year)?;
    let number = DutyNumber { year, serial };
    let duty = Duty::fold(number, facts).ok_or(missing(number))?;
    record(write, rules, &duty, facts)?;
    Ok(number)
}

/// Records new facts that `duty` has already applied, with its deadline.
pub(super) fn record(
    write: &Write<'_>,
    rules: &Rules,
    duty: &Duty,
    facts: &[Fact<DutyFact>],
) -> Result<(), DeskError> {
    write.record(&Commit {
        facts,
        outline: &duty.outline(),
        deadlines: &duty_deadlines(duty, rules)?,
        party: &Party::default(),
        person: PersonChange::Unchanged,
        notices: &[],
    })?;
    Ok(())
}

/// Counts a duty's deadline, if any, under its rules.
pub(super) fn duty_deadlines(duty: &Duty, rules: &Rules) -> Result<Vec<Deadline>, DeskError> {
    let deadlines = duty::deadlines(duty, &rules.charter, &rules.calendars);
    deadlines.map_err(|error| Refusal::NotCountable(error.promise).into())
}

#[cfg(test)]
impl Desk {
    /// Moves the clock of a practice desk that stays open.
    pub(crate) fn move_clock(&mut self, now: DateTime<Utc>) {
        self.store.clock = super::Clock::Fixed(now);
    }

    /// Skips every open duty, so that a test sees only its own cases.
    pub(crate) fn leave_duties_out(mut self) -> Self {
        let year = u16::try_from(self.now().year()).unwrap();
        for view in self.duty_year(year).unwrap().duties {
            self.run_duty(&DutyOrder {
                number: view.duty.number,
                command: DutyCommand::Skip {
                    reason: "연습".into(),
                },
                time: EntryTime::NOW,
                seen: None,
            })
            .unwrap();
        }
        self
    }
}
