//! The duties that staff begin themselves: one that is planned for a date, and one from before the desk was there. Pure.

use super::{
    Begins, Completing, DutyFact, DutyRefusal, Earlier, Period, Plan,
    completing::completion,
    decide::{ahead, fact, not_in_the_future, refused, unknown},
    opening::{midnight, opened},
    plan,
};
use crate::domain::{
    charter::Every,
    decide::Context,
    fact::Fact,
    input,
    party::Field,
    refusal::{Fault, Refusal},
    subject::DutyNumber,
};
use chrono::{Datelike, NaiveDate};

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
    let title = input::clean(title);
    if let Some(fault) = input::fault(&title, false, input::Shape::Line(input::TITLE)) {
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
/// The charter asks for no such duty, the period is not over, has not its length or is on record, it was done before that began
/// or is not done yet, or fields are wrong.
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
    let first = midnight(period.first_day(), context.calendars.now());
    if done_on.is_some_and(|day| day < period.first_day()) {
        let earliest = input::local(context.charter, first);
        return Err(Refusal::field(Field::At, Fault::Before { earliest }));
    }
    let earlier = Earlier {
        opened: opened(&plan, context.charter_version, period, None),
        completion: completion(completing)?,
        done_on,
    };
    Ok(fact(1, DutyFact::Recorded(Box::new(earlier)), context))
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

fn today(context: &Context<'_>) -> NaiveDate {
    context.calendars.now().date(context.now)
}
