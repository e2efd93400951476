//! Whether a command for a duty may be recorded now, and as which fact.

use super::{
    Duty, DutyCommand, DutyFact, DutyRefusal, check,
    completion::{completion, read_grade, read_score},
    deadlines, plan, plans, revoke,
};
use crate::domain::{
    charter::Charter,
    deadline::Deadline,
    decide::{self, Context, prose, required},
    fact::Fact,
    party::Field,
    refusal::{Refusal, ValueFault},
    subject::CaseNumber,
};
use chrono::{DateTime, NaiveDate, Utc};

/// Days ahead that a date may be; further is taken for a typing error.
const AHEAD: i64 = 10 * 366;

/// Returns the fact that records a command; `before` are the facts of the duty.
///
/// # Errors
/// A [`Refusal`] that says what to do instead; nothing is changed then.
pub fn decide(
    (duty, before): (&Duty, &[Fact<DutyFact>]),
    command: &DutyCommand,
    context: &Context<'_>,
) -> Result<Fact<DutyFact>, Refusal> {
    if !matches!(command, DutyCommand::Revoke { .. }) {
        in_order(duty, context)?;
    }
    check(duty, command.action(), context)?;
    let kind = match command {
        DutyCommand::Schedule { on } => schedule(duty, *on, context)?,
        DutyCommand::Announce { text } => DutyFact::Announced {
            text: prose(Field::Text, text, false)?,
        },
        DutyCommand::Finish(completing) => {
            let public = plan(context.charter, &duty.promise).is_some_and(|plan| plan.published);
            let done = completion(completing, public, day(context.now, context))?;
            DutyFact::Done(Box::new(done))
        }
        DutyCommand::Skip { reason } => DutyFact::Skipped {
            reason: required(Field::Reason, reason)?,
        },
        DutyCommand::Remind {
            cases,
            departments,
            text,
        } => remind(cases, departments, text)?,
        DutyCommand::Correct {
            fact,
            text,
            score,
            grade,
        } => correct(duty, *fact, text, (score, grade))?,
        DutyCommand::Revoke { fact, reason } => {
            revoke::decide((duty, before), *fact, reason, context)?
        }
    };
    Ok(context.fact(duty.seq + 1, kind))
}

/// The deadline that a command would leave to a duty; `None` where it would have none.
///
/// # Errors
/// As [`decide()`]; or the limit cannot be counted.
pub fn preview(
    (duty, before): (&Duty, &[Fact<DutyFact>]),
    command: &DutyCommand,
    context: &Context<'_>,
) -> Result<Option<Deadline>, Refusal> {
    let fact = decide((duty, before), command, context)?;
    counted(&duty.clone().with(before, &fact), context)
}

/// The deadline of a duty under the charter of the context.
pub(super) fn counted(duty: &Duty, context: &Context<'_>) -> Result<Option<Deadline>, Refusal> {
    let mut found = deadlines(duty, context.charter, context.calendars)
        .map_err(|error| Refusal::NotCountable(error.promise))?;
    Ok(found.pop())
}

pub(super) fn refused(refusal: DutyRefusal) -> Refusal {
    Refusal::Duty(refusal)
}

pub(super) fn unknown(promise: &str, context: &Context<'_>) -> Refusal {
    Refusal::unknown_duty(promise, context.charter)
}

impl Refusal {
    /// The refusal for a duty that the charter does not have, with those it has.
    pub fn unknown_duty(promise: &str, charter: &Charter) -> Self {
        refused(DutyRefusal::UnknownPromise {
            given: promise.chars().take(80).collect(),
            known: plans(charter)
                .into_iter()
                .map(|plan| plan.promise)
                .collect(),
        })
    }
}

pub(super) fn day(at: DateTime<Utc>, context: &Context<'_>) -> NaiveDate {
    context.calendars.now().date(at)
}

pub(super) fn not_in_the_future(context: &Context<'_>) -> Result<(), Refusal> {
    if context.at > context.now {
        return Err(Refusal::field(Field::At, ValueFault::Future));
    }
    Ok(())
}

/// Refuses a time before the last fact, before the duty opened, or in the future.
fn in_order(duty: &Duty, context: &Context<'_>) -> Result<(), Refusal> {
    not_in_the_future(context)?;
    if context.at < duty.opened_at {
        let from = day(duty.opened_at, context);
        return Err(refused(DutyRefusal::NotYet { from }));
    }
    decide::in_order(duty.last_at, context)
}

pub(super) fn ahead(on: NaiveDate, context: &Context<'_>) -> Result<(), Refusal> {
    let days = (on - day(context.at, context)).num_days();
    if (0..AHEAD).contains(&days) {
        Ok(())
    } else {
        Err(Refusal::field(Field::On, ValueFault::NotAhead))
    }
}

fn schedule(duty: &Duty, on: NaiveDate, context: &Context<'_>) -> Result<DutyFact, Refusal> {
    ahead(on, context)?;
    if duty.on() == Some(on) {
        return Err(Refusal::AlreadyDone);
    }
    Ok(DutyFact::Scheduled { on })
}

fn remind(cases: &[CaseNumber], departments: &[String], text: &str) -> Result<DutyFact, Refusal> {
    if cases.is_empty() {
        return Err(refused(DutyRefusal::NothingOverdue));
    }
    Ok(DutyFact::Reminded {
        cases: cases.to_vec(),
        departments: departments.to_vec(),
        text: prose(Field::Text, text, false)?,
    })
}

fn correct(
    duty: &Duty,
    fact: u32,
    text: &str,
    (score, grade): (&str, &str),
) -> Result<DutyFact, Refusal> {
    if fact == 0 || fact > duty.seq {
        let last = duty.seq;
        return Err(Refusal::NoSuchFact { fact, last });
    }
    let text = required(Field::Text, text)?;
    let (score, grade) = (read_score(score)?, read_grade(grade)?);
    let grade = (!grade.is_empty()).then_some(grade);
    if (score.is_some() || grade.is_some()) && !duty.has_result(fact) {
        return Err(refused(DutyRefusal::NoResultThere(fact)));
    }
    Ok(DutyFact::Corrected {
        fact,
        text,
        score,
        grade,
    })
}
