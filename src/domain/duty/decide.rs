//! Whether a command for a duty may be carried out now, and which fact it makes: pure.

use super::{
    Begins, Completion, Duty, DutyFact, DutyRefusal, DutyStage, Earlier, Period, Plan, Score,
    opening::opened, plan, plans,
};
use crate::domain::{
    charter::{Charter, DutyReport, Every},
    decide::{Context, name, prose, required},
    fact::Fact,
    party::Field,
    refusal::{Fault, Refusal},
    subject::{CaseNumber, DutyNumber},
    typed,
};
use chrono::{DateTime, Datelike, NaiveDate, Utc};

/// The most characters of a grade.
const GRADE: usize = 20;
/// How far ahead a date may lie, in days: further is a slip of the pen.
const AHEAD: i64 = 10 * 366;

/// What came of a duty, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completing {
    /// What came of it.
    pub result: String,
    /// The score; empty where there is none.
    pub score: String,
    /// The grade; empty where there is none.
    pub grade: String,
    /// Where it can be seen.
    pub evidence: String,
    /// A note.
    pub text: String,
    /// Who did it; empty where it is who records it.
    pub officer: String,
}

/// What staff ask the desk to do to a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DutyCommand {
    /// Give it another date.
    Schedule {
        /// On which day it takes place.
        on: NaiveDate,
    },
    /// Record that it was announced.
    Announce {
        /// What was announced, and where; may be empty.
        text: String,
    },
    /// Record that it was done.
    Finish(Box<Completing>),
    /// Leave it out.
    Skip {
        /// Why.
        reason: String,
    },
    /// Remind departments of cases whose time is over (act art. 25).
    Remind {
        /// Which cases.
        cases: Vec<CaseNumber>,
        /// The departments in charge of them.
        departments: Vec<String>,
        /// What they are told; may be empty.
        text: String,
    },
    /// Set a wrong entry right beside it.
    Correct {
        /// The fact that was wrong.
        fact: u32,
        /// What is right.
        text: String,
        /// The right score; empty where that was right.
        score: String,
        /// The right grade; empty where that was right.
        grade: String,
    },
}

/// The fact that a command makes of a duty.
///
/// # Errors
/// A [`Refusal`] that says what to do instead; nothing is changed then.
pub fn decide(
    duty: &Duty,
    command: &DutyCommand,
    context: &Context<'_>,
) -> Result<Fact<DutyFact>, Refusal> {
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

/// The facts by which a duty with a date of its own begins: a training that is planned. `nth` is its number in the year of
/// that date, `title` what it is called; empty for the words of the charter.
///
/// # Errors
/// The charter asks for no such duty, it has no date of its own, or the date does not lie ahead.
pub fn plan_date(
    promise: &str,
    on: NaiveDate,
    title: &str,
    nth: u16,
    context: &Context<'_>,
) -> Result<Vec<Fact<DutyFact>>, Refusal> {
    not_in_the_future(context)?;
    let plan = plan(context.charter, promise).ok_or_else(|| unknown(promise, context))?;
    if plan.dated.is_none() || plan.begins != Begins::Planned {
        return Err(refused(DutyRefusal::NeverDated));
    }
    ahead(on, context)?;
    let title = typed::clean(title);
    if let Some(fault) = typed::fault(&title, false, typed::TITLE, false) {
        return Err(Refusal::field(Field::Title, fault));
    }
    let year = u16::try_from(on.year()).unwrap_or_default();
    let mut opened = opened(
        &plan,
        context.charter_version,
        Period::occasion(year, nth),
        None,
    );
    if !title.is_empty() {
        opened.title = title;
    }
    Ok(vec![
        fact(1, DutyFact::Opened(Box::new(opened)), context),
        fact(2, DutyFact::Scheduled { on }, context),
    ])
}

/// The fact by which a period from before the desk is entered by hand. `known` is the duty that stands for it already.
///
/// # Errors
/// The charter asks for no such duty, the period is not over, has not its length or is on record, or fields are wrong.
pub fn enter_earlier(
    promise: &str,
    period: Period,
    completing: &Completing,
    done_on: Option<NaiveDate>,
    known: Option<DutyNumber>,
    context: &Context<'_>,
) -> Result<Fact<DutyFact>, Refusal> {
    let plan = plan(context.charter, promise).ok_or_else(|| unknown(promise, context))?;
    let today = today(context);
    fits(&plan, period, today)?;
    if period.last_day() >= today {
        return Err(refused(DutyRefusal::PeriodRuns(period)));
    }
    if let Some(number) = known {
        return Err(refused(DutyRefusal::PeriodKnown { period, number }));
    }
    if done_on.is_some_and(|day| day > today) {
        return Err(Refusal::field(Field::At, Fault::Future));
    }
    let earlier = Earlier {
        opened: opened(&plan, context.charter_version, period, None),
        completion: completion(completing)?,
        done_on,
    };
    Ok(fact(1, DutyFact::Recorded(Box::new(earlier)), context))
}

fn fact(seq: u32, kind: DutyFact, context: &Context<'_>) -> Fact<DutyFact> {
    Fact {
        seq,
        at: context.at,
        recorded_at: context.now,
        by: context.by.to_owned(),
        kind,
        announced: Vec::new(),
    }
}

fn refused(refusal: DutyRefusal) -> Refusal {
    Refusal::Duty(refusal)
}

fn unknown(promise: &str, context: &Context<'_>) -> Refusal {
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

fn today(context: &Context<'_>) -> NaiveDate {
    context.calendars.now().date(context.now)
}

fn day(at: DateTime<Utc>, context: &Context<'_>) -> NaiveDate {
    context.calendars.now().date(at)
}

fn not_in_the_future(context: &Context<'_>) -> Result<(), Refusal> {
    if context.at > context.now {
        return Err(Refusal::field(Field::At, Fault::Future));
    }
    Ok(())
}

/// Times go forward on a duty, and never into the future; what lies before its beginning was not this duty.
fn in_order(duty: &Duty, context: &Context<'_>) -> Result<(), Refusal> {
    let last = typed::local(context.charter, duty.last_at);
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

fn ahead(on: NaiveDate, context: &Context<'_>) -> Result<(), Refusal> {
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
    Ok(DutyFact::Done(Box::new(completion(completing)?)))
}

fn skip(duty: &Duty, reason: &str, context: &Context<'_>) -> Result<DutyFact, Refusal> {
    if !context.role.supervises() {
        return Err(refused(DutyRefusal::SupervisorNeeded));
    }
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

/// Every wrong field of a completion, or what it says.
fn completion(typed: &Completing) -> Result<Completion, Refusal> {
    Ok(Completion {
        result: prose(Field::Result, &typed.result, false)?,
        score: read_score(&typed.score)?,
        grade: read_grade(&typed.grade)?,
        evidence: prose(Field::Evidence, &typed.evidence, false)?,
        text: prose(Field::Text, &typed.text, false)?,
        officer: name(Field::Officer, &typed.officer, false)?,
    })
}

fn read_score(text: &str) -> Result<Option<Score>, Refusal> {
    let text = typed::clean(text);
    if text.is_empty() {
        return Ok(None);
    }
    let score = text.parse().map(Some);
    score.map_err(|_no_number| Refusal::field(Field::Score, Fault::Form))
}

fn read_grade(text: &str) -> Result<String, Refusal> {
    let text = typed::clean(text);
    match typed::fault(&text, false, GRADE, false) {
        Some(fault) => Err(Refusal::field(Field::Grade, fault)),
        None => Ok(text),
    }
}

/// Refuses a period that the plan never has.
fn fits(plan: &Plan, period: Period, today: NaiveDate) -> Result<(), Refusal> {
    let (fits, every) = match plan.begins {
        Begins::Each(every) => (period.every() == Some(every), every),
        Begins::After(_) => (period.nth().is_none(), Every::Year),
        Begins::Planned => (
            period.nth().is_some() || period.every() == Some(Every::Year),
            Every::Year,
        ),
    };
    if fits {
        return Ok(());
    }
    let example = Period::of(every, today);
    Err(refused(DutyRefusal::WrongPeriod {
        given: period,
        example,
    }))
}
