//! Duties: recording what was done, planning what has a date, and looking at a year.

mod begin;
mod change;

pub use change::{DutyChange, DutyOutcome};

use super::{Desk, DeskError, Report, Rules, work::unchanged};
use crate::{
    domain::{
        deadline::Deadline,
        decide::Context,
        duty::{
            self, CompletionInput, Duty, DutyAction, DutyCommand, DutyFact, DutyMonth, DutyRefusal,
            Period, Plan, followers, plans,
        },
        fact::Fact,
        party::Party,
        refusal::Refusal,
        rights::Operation,
        staff::Staff,
        subject::{DutyNumber, Subject, SubjectKind},
    },
    store::{Commit, PersonChange, Write},
    words::Lang,
};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use std::sync::Arc;

/// A command for one duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyOrder {
    pub number: DutyNumber,
    pub command: DutyCommand,
    /// `None` means now.
    pub at: Option<DateTime<Utc>>,
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

/// One plan through a year.
#[derive(Clone, Debug)]
pub struct PlanLine {
    pub plan: Plan,
    /// January first.
    pub months: [DutyMonth; 12],
}

/// The duties of a year.
#[derive(Clone, Debug)]
pub struct DutyYear {
    pub year: u16,
    /// One for each plan of the charter in force and of the law.
    pub lines: Vec<PlanLine>,
    /// Duties for periods of the year or due in it, the nearest first.
    pub duties: Vec<DutyView>,
}

impl Desk {
    /// One duty.
    ///
    /// # Errors
    /// There is no such duty, or the file cannot be read.
    pub fn duty(&mut self, number: DutyNumber) -> Result<DutyView, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let reader = self.store.reader();
        let facts = reader.facts::<DutyFact>(number)?;
        let duty = Duty::fold(number, &facts).ok_or(missing(number))?;
        let rules = self.rules.version(reader, duty.charter)?;
        let deadline = counted_duty(&duty, &rules)?.pop();
        let plan = duty::plan(&rules.charter, &duty.promise);
        Ok(DutyView {
            duty,
            facts,
            deadline,
            plan,
            rules,
        })
    }

    /// The duties of a year, and the year at a glance.
    pub fn duty_year(&mut self, year: u16) -> Result<DutyYear, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let now = self.now();
        let rules = self.rules()?;
        let today = rules.calendars.now().date(now);
        // What a chain opens is due in the year after its period.
        let numbers = self
            .store
            .reader()
            .duties_of_years(year.saturating_sub(1)..=year)?;
        let mut duties = Vec::new();
        for number in numbers {
            duties.push(self.duty(number)?);
        }
        duties.retain(|view| view.is_of(year));
        duties.sort_by_key(|view| {
            view.due()
                .map_or((true, view.duty.opened_at), |at| (false, at))
        });
        let lines = plans(&rules.charter).into_iter().map(|plan| {
            let mine = duties
                .iter()
                .filter(|view| view.duty.promise == plan.promise)
                .map(|view| (&view.duty, view.deadline.as_ref()));
            let months = duty::year(year, &plan, &mine, (now, today));
            PlanLine { plan, months }
        });
        Ok(DutyYear {
            year,
            lines: lines.collect(),
            duties,
        })
    }

    /// Every duty of a promise, in the order of its periods.
    ///
    /// # Errors
    /// The charter in force asks for no such duty, and none is on record; or the file cannot be read.
    pub fn duty_history(&mut self, promise: &str) -> Result<Vec<DutyView>, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let rules = self.rules()?;
        let numbers = self.store.reader().duties_of(promise)?;
        if numbers.is_empty() && duty::plan(&rules.charter, promise).is_none() {
            return Err(Refusal::unknown_duty(promise, &rules.charter).into());
        }
        let mut views = Vec::new();
        for number in numbers {
            views.push(self.duty(number)?);
        }
        views.sort_by_key(|view| (view.duty.period, view.duty.number));
        Ok(views)
    }

    /// Carries out a command for a duty and returns the numbers of the duties that it opened.
    ///
    /// # Errors
    /// A refusal, another clerk's fact in between, or the file; nothing was changed then.
    pub fn run_duty(&mut self, order: &DutyOrder) -> Result<Vec<DutyNumber>, DeskError> {
        let now = self.now();
        let write = self
            .store
            .write(&self.actor, order.command.action().operation())?;
        let reader = write.reader();
        let facts = reader.facts::<DutyFact>(order.number)?;
        let mut duty = Duty::fold(order.number, &facts).ok_or(missing(order.number))?;
        unchanged(order.seen, duty.seq)?;
        let rules = self.rules.version(reader, duty.charter)?;
        let mut context = rules.context(now, &self.actor);
        context.at = order.at.unwrap_or(now);
        let fact = duty::decide(&duty, &order.command, &context)?;
        duty.apply(&fact);
        record(&write, &rules, &duty, std::slice::from_ref(&fact))?;
        let mut opened = Vec::new();
        // Only its completion opens others, and it is done once.
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

    /// Plans a duty that has a date of its own, a training for instance, and returns its number.
    ///
    /// # Errors
    /// The charter asks for no such duty, it has no date of its own, or the date does not lie ahead.
    pub fn plan_duty(
        &mut self,
        promise: &str,
        on: NaiveDate,
        title: &str,
    ) -> Result<DutyNumber, DeskError> {
        let now = self.now();
        let write = self.store.write(&self.actor, Operation::Duty)?;
        let rules = self.rules.in_force(write.reader(), now)?;
        let mut nth = 1;
        let year = u16::try_from(on.year()).unwrap_or_default();
        while write
            .reader()
            .duty_of(promise, Period::occasion(year, nth))?
            .is_some()
        {
            nth += 1;
        }
        let facts = duty::plan_date(promise, on, title, nth, &rules.context(now, &self.actor))?;
        let number = enter(&write, &rules, &facts)?;
        write.commit()?;
        Ok(number)
    }

    /// Enters a period from before the desk was there, and returns its number.
    ///
    /// # Errors
    /// The charter asks for no such duty, the period is not over, is on record or has not its length, or fields are wrong.
    pub fn record_earlier_duty(
        &mut self,
        promise: &str,
        period: Period,
        completing: &CompletionInput,
        done_on: Option<NaiveDate>,
    ) -> Result<DutyNumber, DeskError> {
        let now = self.now();
        let write = self.store.write(&self.actor, Operation::Duty)?;
        let rules = self.rules.in_force(write.reader(), now)?;
        let known = write.reader().duty_of(promise, period)?;
        let context = rules.context(now, &self.actor);
        let fact = duty::enter_earlier(promise, period, completing, done_on, known, &context)?;
        let number = enter(&write, &rules, &[fact])?;
        write.commit()?;
        Ok(number)
    }
}

impl DutyView {
    /// What it is called: the charter's words in that language, unless someone has called it otherwise.
    pub fn title(&self, lang: Lang) -> String {
        let duty = &self.duty;
        match &self.plan {
            Some(plan) if plan.title(duty.period, Lang::Ko) == duty.title => {
                plan.title(duty.period, lang)
            }
            _ => duty.title.clone(),
        }
    }

    /// Whether someone of that role can record it now; the desk asks again when they do. What helps with the duty says
    /// whether there is anything to remind of.
    ///
    /// # Errors
    /// Why not, however the form is filled in.
    pub fn check(
        &self,
        action: DutyAction,
        report: Option<&Report>,
        by: (&Staff, DateTime<Utc>),
    ) -> Result<(), Refusal> {
        duty::check(&self.duty, action, &self.context(by))?;
        match (action, report) {
            (DutyAction::Remind, Some(Report::Overdue(overdue))) if !overdue.is_empty() => Ok(()),
            (DutyAction::Remind, Some(_) | None) => Err(Refusal::Duty(DutyRefusal::NothingOverdue)),
            (
                DutyAction::Finish
                | DutyAction::Schedule
                | DutyAction::Announce
                | DutyAction::Correct
                | DutyAction::Skip,
                _,
            ) => Ok(()),
        }
    }

    /// The deadline that a command would leave to it now; `None` where it would have none.
    ///
    /// # Errors
    /// Why it cannot be carried out.
    pub fn preview(
        &self,
        command: &DutyCommand,
        by: (&Staff, DateTime<Utc>),
    ) -> Result<Option<Deadline>, Refusal> {
        duty::preview(&self.duty, command, &self.context(by))
    }

    fn context<'a>(&'a self, (staff, now): (&'a Staff, DateTime<Utc>)) -> Context<'a> {
        // Another machine's clock may be a little ahead; that is no reason against every action.
        self.rules.context(now.max(self.duty.last_at), staff)
    }

    /// When it is due.
    pub fn due(&self) -> Option<DateTime<Utc>> {
        self.deadline.as_ref().map(|deadline| deadline.due.at)
    }

    /// True where its period lies in the year, or its due date does.
    fn is_of(&self, year: u16) -> bool {
        let due = self.deadline.as_ref();
        let due = due.map(|deadline| deadline.due.date.year());
        self.duty.period.year() == year || due == Some(i32::from(year))
    }

    /// How it looks at `now`.
    pub fn mark(&self, now: DateTime<Utc>) -> duty::DutyMark {
        duty::DutyMark::of(&self.duty, self.deadline.as_ref(), now)
    }
}

impl Rules {
    /// The deadline of a duty that would be planned for a date now; `None` where it would have none.
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

fn missing(number: DutyNumber) -> DeskError {
    DeskError::NoSuchSubject(Subject::Duty(number))
}

/// Gives a new duty its number and writes its first facts.
fn enter(
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

/// Writes a duty with its new facts.
pub(super) fn record(
    write: &Write<'_>,
    rules: &Rules,
    duty: &Duty,
    facts: &[Fact<DutyFact>],
) -> Result<(), DeskError> {
    let deadlines = counted_duty(duty, rules)?;
    write.record(&Commit {
        facts,
        outline: &duty.outline(),
        deadlines: &deadlines,
        party: &Party::default(),
        person: PersonChange::Unchanged,
        notices: &[],
    })?;
    Ok(())
}

/// A duty's deadline under the rules that hold for it.
pub(super) fn counted_duty(duty: &Duty, rules: &Rules) -> Result<Vec<Deadline>, DeskError> {
    let found = duty::deadlines(duty, &rules.charter, &rules.calendars);
    found.map_err(|error| Refusal::NotCountable(error.promise).into())
}

#[cfg(test)]
impl Desk {
    /// Moves the clock of a practice desk that stays open.
    pub(crate) fn move_clock(&mut self, now: DateTime<Utc>) {
        self.clock = super::Clock::Fixed(now);
    }

    /// Leaves out every duty that is open, so that a test sees only what it takes in.
    pub(crate) fn leave_duties_out(mut self) -> Self {
        let year = u16::try_from(self.now().year()).unwrap();
        for view in self.duty_year(year).unwrap().duties {
            self.run_duty(&DutyOrder {
                number: view.duty.number,
                command: DutyCommand::Skip {
                    reason: "연습".into(),
                },
                at: None,
                seen: None,
            })
            .unwrap();
        }
        self
    }
}
