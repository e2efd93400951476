//! The duties that staff begin themselves: planned for a date, or from before the desk. Pure.

use super::{
    CompletionInput, Duty, DutyFact, DutyRefusal, EarlierDuty, OpeningRule, Period, Plan,
    completion::completion,
    decide::{ahead, counted, day, not_in_the_future, refused, unknown},
    opening::{midnight, opened},
    plan,
};
use crate::domain::{
    charter::Every,
    deadline::Deadline,
    decide::Context,
    fact::Fact,
    input,
    party::Field,
    refusal::{Refusal, ValueFault},
    subject::DutyNumber,
};
use chrono::{Datelike, NaiveDate};

/// Returns the facts by which a duty with a date of its own begins, such as a training. `nth` is its number in the year of
/// that date; an empty `title` stands for the words of the charter.
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
    if plan.dated.is_none() || plan.begins != OpeningRule::Planned {
        return Err(refused(DutyRefusal::NeverDated));
    }
    ahead(on, context)?;
    let title = input::clean(title);
    if let Some(fault) = input::fault(&title, false, input::Shape::Line(input::TITLE_MAX)) {
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
        context.fact(1, DutyFact::Opened(Box::new(opened))),
        context.fact(2, DutyFact::Scheduled { on }),
    ])
}

/// The deadline of a duty of a promise that would be planned for a date; `None` where it would have none.
///
/// # Errors
/// As [`plan_date`]; or the limit cannot be counted.
pub fn preview_date(
    promise: &str,
    on: NaiveDate,
    context: &Context<'_>,
) -> Result<Option<Deadline>, Refusal> {
    let facts = plan_date(promise, on, "", 1, context)?;
    // A number that is never written: the deadline does not depend on it.
    let number = DutyNumber { year: 1, serial: 1 };
    match Duty::fold(number, &facts) {
        Some(duty) => counted(&duty, context),
        None => Ok(None),
    }
}

/// Returns the fact by which a period from before the desk is entered. `known` is the duty that is on record for it.
///
/// # Errors
/// The charter has no such duty, the period is not over, has another length or is on record, `done_on` is before it or in the
/// future, or fields are wrong.
pub fn enter_earlier(
    promise: &str,
    period: Period,
    completing: &CompletionInput,
    done_on: Option<NaiveDate>,
    known: Option<DutyNumber>,
    context: &Context<'_>,
) -> Result<Fact<DutyFact>, Refusal> {
    let plan = plan(context.charter, promise).ok_or_else(|| unknown(promise, context))?;
    let today = day(context.now, context);
    fits(&plan, period, today)?;
    if period.last_day() >= today {
        return Err(refused(DutyRefusal::PeriodRuns(period)));
    }
    if let Some(number) = known {
        return Err(refused(DutyRefusal::PeriodKnown { period, number }));
    }
    if done_on.is_some_and(|day| day > today) {
        return Err(Refusal::field(Field::At, ValueFault::Future));
    }
    let first = midnight(period.first_day(), context.calendars.now());
    if done_on.is_some_and(|day| day < period.first_day()) {
        let earliest = input::local(context.charter, first);
        return Err(Refusal::field(Field::At, ValueFault::Before { earliest }));
    }
    let earlier = EarlierDuty {
        opened: opened(&plan, context.charter_version, period, None),
        completion: completion(completing, false, today)?,
        done_on,
    };
    Ok(context.fact(1, DutyFact::Recorded(Box::new(earlier))))
}

/// Refuses a period of another length than the plan's.
fn fits(plan: &Plan, period: Period, today: NaiveDate) -> Result<(), Refusal> {
    let (fits, every) = match plan.begins {
        OpeningRule::Each(every) => (period.every() == Some(every), every),
        OpeningRule::After(_) => (period.nth().is_none(), Every::Year),
        OpeningRule::Planned => (
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
