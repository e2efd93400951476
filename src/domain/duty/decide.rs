//! Whether a command for a duty may be carried out now, and which fact it makes: pure.

use super::{
    Completing, Duty, DutyCommand, DutyFact, DutyRefusal, DutyStage, Plan,
    completing::{completion, read_grade, read_score},
    plan, plans,
};
use crate::domain::{
    charter::{Charter, DutyReport},
    decide::{Context, prose, required},
    fact::Fact,
    input,
    party::Field,
    refusal::{Fault, Refusal},
    subject::CaseNumber,
};
use chrono::{DateTime, NaiveDate, Utc};

/// How far ahead a date may lie, in days: further is a slip of the pen.
const AHEAD: i64 = 10 * 366;

/// The fact that a command makes of a duty.
///
/// # Errors
/// A [`Refusal`] that says what to do instead; nothing is changed then.
pub fn decide(
    duty: &Duty,
    command: &DutyCommand,
    context: &Context<'_>,
) -> Result<Fact<DutyFact>, Refusal> {
    context.role.allow(command.operation())?;
    in_order(duty, context)?;
    let plan =
        plan(context.charter, &duty.promise).ok_or_else(|| unknown(&duty.promise, context))?;
    let kind = match command {
        DutyCommand::Schedule { on } => schedule(duty, &plan, *on, context)?,
        DutyCommand::Announce { text } => announce(duty, &plan, text, context)?,
        DutyCommand::Finish(completing) => finish(duty, &plan, completing, context)?,
        DutyCommand::Skip { reason } => skip(duty, reason, context)?,
        DutyCommand::Remind {
            cases,
            departments,
            text,
        } => remind(duty, &plan, (cases, departments), text)?,
        DutyCommand::Correct {
            fact,
            text,
            score,
            grade,
        } => correct(duty, *fact, text, (score, grade))?,
    };
    Ok(fact(duty.seq + 1, kind, context))
}

pub(super) fn fact(seq: u32, kind: DutyFact, context: &Context<'_>) -> Fact<DutyFact> {
    Fact {
        seq,
        at: context.at,
        recorded_at: context.now,
        by: context.by.to_owned(),
        kind,
        announced: Vec::new(),
    }
}

pub(super) fn refused(refusal: DutyRefusal) -> Refusal {
    Refusal::Duty(refusal)
}

pub(super) fn unknown(promise: &str, context: &Context<'_>) -> Refusal {
    Refusal::unknown_duty(promise, context.charter)
}

impl Refusal {
    /// The charter asks for no such duty; it says which there are.
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

fn day(at: DateTime<Utc>, context: &Context<'_>) -> NaiveDate {
    context.calendars.now().date(at)
}

pub(super) fn not_in_the_future(context: &Context<'_>) -> Result<(), Refusal> {
    if context.at > context.now {
        return Err(Refusal::field(Field::At, Fault::Future));
    }
    Ok(())
}

/// Times go forward on a duty, and never into the future; what lies before its beginning was not this duty.
fn in_order(duty: &Duty, context: &Context<'_>) -> Result<(), Refusal> {
    let last = input::local(context.charter, duty.last_at);
    not_in_the_future(context)?;
    if context.at < duty.opened_at {
        let from = day(duty.opened_at, context);
        return Err(refused(DutyRefusal::NotYet { from }));
    }
    if context.now < duty.last_at {
        return Err(Refusal::ClockBack { last });
    }
    if context.at < duty.last_at {
        return Err(Refusal::field(Field::At, Fault::Before { earliest: last }));
    }
    Ok(())
}

/// Refuses what is over, with the day on which it was.
fn still_open(duty: &Duty, context: &Context<'_>) -> Result<(), Refusal> {
    let on = |at: DateTime<Utc>| day(at, context);
    if let Some(done) = duty.done {
        return Err(refused(DutyRefusal::Done { on: on(done.at) }));
    }
    if let Some(skipped) = duty.skipped {
        return Err(refused(DutyRefusal::LeftOut { on: on(skipped.at) }));
    }
    if duty.stage == DutyStage::Earlier {
        let on = duty.done_on.unwrap_or_else(|| duty.period.last_day());
        return Err(refused(DutyRefusal::Done { on }));
    }
    Ok(())
}

pub(super) fn ahead(on: NaiveDate, context: &Context<'_>) -> Result<(), Refusal> {
    let days = (on - day(context.at, context)).num_days();
    if (0..AHEAD).contains(&days) {
        Ok(())
    } else {
        Err(Refusal::field(Field::On, Fault::NotAhead))
    }
}

fn schedule(
    duty: &Duty,
    plan: &Plan,
    on: NaiveDate,
    context: &Context<'_>,
) -> Result<DutyFact, Refusal> {
    if plan.dated.is_none() {
        return Err(refused(DutyRefusal::NeverDated));
    }
    still_open(duty, context)?;
    ahead(on, context)?;
    if duty.on() == Some(on) {
        return Err(Refusal::AlreadyDone);
    }
    Ok(DutyFact::Scheduled { on })
}

fn announce(
    duty: &Duty,
    plan: &Plan,
    text: &str,
    context: &Context<'_>,
) -> Result<DutyFact, Refusal> {
    if plan.dated.is_none() {
        return Err(refused(DutyRefusal::NeverDated));
    }
    still_open(duty, context)?;
    if let Some(announced) = duty.announced {
        let on = day(announced.at, context);
        return Err(refused(DutyRefusal::Announced { on }));
    }
    if duty.on().is_none() {
        return Err(refused(DutyRefusal::NoDateYet));
    }
    Ok(DutyFact::Announced {
        text: prose(Field::Text, text, false)?,
    })
}

fn finish(
    duty: &Duty,
    plan: &Plan,
    completing: &Completing,
    context: &Context<'_>,
) -> Result<DutyFact, Refusal> {
    still_open(duty, context)?;
    if plan.looks_back() && day(context.at, context) <= duty.period.last_day() {
        let from = duty.period.after();
        return Err(refused(DutyRefusal::NotYet { from }));
    }
    if let Some(from) = duty.on().filter(|on| day(context.at, context) < *on) {
        return Err(refused(DutyRefusal::NotYet { from }));
    }
    Ok(DutyFact::Done(Box::new(completion(completing)?)))
}

fn skip(duty: &Duty, reason: &str, context: &Context<'_>) -> Result<DutyFact, Refusal> {
    still_open(duty, context)?;
    if let Some(announced) = duty.announced {
        let on = day(announced.at, context);
        return Err(refused(DutyRefusal::Announced { on }));
    }
    Ok(DutyFact::Skipped {
        reason: required(Field::Reason, reason)?,
    })
}

/// A reminder may follow the check; it belongs to no duty but the one that looks for overdue cases.
fn remind(
    duty: &Duty,
    plan: &Plan,
    (cases, departments): (&[CaseNumber], &[String]),
    text: &str,
) -> Result<DutyFact, Refusal> {
    if plan.report != Some(DutyReport::Overdue) {
        return Err(refused(DutyRefusal::RemindsNobody));
    }
    if !matches!(duty.stage, DutyStage::Open | DutyStage::Done) {
        return Err(refused(DutyRefusal::RemindsNobody));
    }
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
    if (score.is_some() || grade.is_some()) && !duty.tells_result(fact) {
        return Err(refused(DutyRefusal::NoResultThere(fact)));
    }
    Ok(DutyFact::Corrected {
        fact,
        text,
        score,
        grade,
    })
}
