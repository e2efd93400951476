//! Missing papers: the demand, more time, the second demand, their arrival, and the return of the petition for want of them
//! (act art. 22, decree arts. 24 and 25).

use super::{
    Context, cleaned,
    stages::{WORKING, at_stage},
    timing::not_paused,
};
use crate::domain::{
    calendar::Calendars,
    case::{Case, Pause, SupplementDemand},
    command::Supplement,
    count::{Count, Due, Exclusions},
    deadline::Deadline,
    fact::FactKind,
    input,
    limit::CountingRule,
    party::Field,
    refusal::{Refusal, RepresentativesRefusal, SupplementRefusal, ValueFault},
    statute,
};
use chrono::{DateTime, FixedOffset, NaiveDate};

/// The furthest day of a supplement: ten years ahead.
const REACH_IN_DAYS: i64 = 3_660;

/// The fact that a command of this family makes.
pub(super) fn decide(
    case: &Case,
    command: &Supplement,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<FactKind, Refusal> {
    Ok(match command {
        Supplement::Request { text, until, late } => FactKind::SupplementRequested {
            text: cleaned(text),
            until: request_day(case, *until, context)?,
            late: Some(cleaned(late)).filter(|late| !late.as_str().is_empty()),
        },
        Supplement::Extend { text, until } => FactKind::SupplementExtended {
            text: cleaned(text),
            until: later_day(*until, due(pending_demand(case)?, deadlines)?, context)?,
        },
        Supplement::Receive => FactKind::SupplementArrived,
    })
}

/// Until when a supplement can be asked for without another reason: 8 working hours from the receipt of the round (rules art.
/// 9(1)); `None` where it is not being handled, was asked for before, or is no petition.
pub fn supplement_until(case: &Case, calendars: &Calendars) -> Option<Due> {
    let begun = case.round(case.seq);
    let asked = |pause: &Pause| pause.seq > begun && !pause.asked.is_empty();
    let handled = WORKING.contains(&case.stage) && case.intake.is_petition();
    if !handled || case.matter().is_none() || case.pauses.iter().any(asked) {
        return None;
    }
    let due = calendars.now().due(&Count {
        rule: CountingRule::WorkingHours,
        limit: statute::SUPPLEMENT_ASK,
        from: case.received_before(case.seq)?,
        exclusions: &Exclusions::NONE,
        extensions: &[],
    });
    due.ok()
}

/// A supplement can be asked for while the clock runs, and once more after its time is over (decree art. 24(3)).
pub(super) fn askable(
    case: &Case,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<(), Refusal> {
    at_stage(case, WORKING)?;
    let Some(demand) = case.awaited() else {
        return not_paused(case);
    };
    let due = due(demand, deadlines)?;
    let times = case.pause().map_or(0, |pause| pause.asked.len());
    if context.at <= due.at {
        let (last, from) = (due.date, day_after(due));
        return Err(match times {
            0 | 1 => SupplementRefusal::Asked { last, from },
            _ => SupplementRefusal::AskedAgain { last },
        }
        .into());
    }
    if times > 1 {
        return Err(SupplementRefusal::AskedTwice.into());
    }
    Ok(())
}

/// The last day of a demand; of a second one within ten days (decree art. 24(3)).
fn request_day(case: &Case, until: NaiveDate, context: &Context<'_>) -> Result<NaiveDate, Refusal> {
    let longest = context.calendars.now().due(&Count {
        rule: CountingRule::Civil,
        limit: statute::SUPPLEMENT_AGAIN,
        from: context.at,
        exclusions: &Exclusions::NONE,
        extensions: &[],
    });
    match longest {
        Ok(longest) if case.awaited().is_some() && until > longest.date => {
            Err(SupplementRefusal::TooLong { last: longest.date }.into())
        }
        Ok(_) | Err(_) => in_reach(until, input::local(context.charter, context.at)),
    }
}

/// Decree art. 24(2): more time on request before the time is over, twice, and not for a second demand.
pub(super) fn lengthenable(
    case: &Case,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<(), Refusal> {
    at_stage(case, WORKING)?;
    let demand = pending_demand(case)?;
    let due = due(demand, deadlines)?;
    let first = case.pause().is_some_and(|pause| pause.asked.len() == 1);
    if !first || demand.longer >= statute::SUPPLEMENT_LONGER {
        return Err(SupplementRefusal::NoLonger { last: due.date }.into());
    }
    if context.at > due.at {
        return Err(SupplementRefusal::Over { last: due.date }.into());
    }
    Ok(())
}

fn later_day(until: NaiveDate, due: Due, context: &Context<'_>) -> Result<NaiveDate, Refusal> {
    if until <= due.date {
        let earliest = input::local(context.charter, due.at);
        return Err(Refusal::field(
            Field::Until,
            ValueFault::Before { earliest },
        ));
    }
    in_reach(until, input::local(context.charter, context.at))
}

/// Decree art. 25(1): a petition is returned only if the papers did not come in their time.
pub(super) fn returnable(
    case: &Case,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<(), Refusal> {
    at_stage(case, WORKING)?;
    let due = due(pending_demand(case)?, deadlines)?;
    if context.at <= due.at {
        let (last, from) = (due.date, day_after(due));
        return Err(SupplementRefusal::MayStillCome { last, from }.into());
    }
    Ok(())
}

/// The pending demand; refuses where there is none, or the clock is stopped for another reason.
pub(super) fn pending_demand(case: &Case) -> Result<&SupplementDemand, Refusal> {
    match (case.awaited(), case.pause()) {
        (Some(demand), _) => Ok(demand),
        (None, Some(pause)) if pause.choosing.is_some() => {
            Err(RepresentativesRefusal::Awaited.into())
        }
        (None, Some(_)) => Err(Refusal::NoSupplement),
        (None, None) => Err(SupplementRefusal::NotAsked.into()),
    }
}

/// The end of the time of a demand.
fn due(demand: &SupplementDemand, deadlines: &[Deadline]) -> Result<Due, Refusal> {
    let own = |one: &&Deadline| one.promise == statute::SUPPLEMENT && one.opened_by == demand.seq;
    let found = deadlines.iter().find(own).map(|deadline| deadline.due);
    found.ok_or_else(|| Refusal::NotCountable(statute::SUPPLEMENT.to_owned()))
}

fn day_after(due: Due) -> NaiveDate {
    due.date.succ_opt().unwrap_or(due.date)
}

/// Refuses a day before `asked`, or more than ten years after it.
pub(super) fn in_reach(
    until: NaiveDate,
    asked: DateTime<FixedOffset>,
) -> Result<NaiveDate, Refusal> {
    match (until - asked.date_naive()).num_days() {
        0..=REACH_IN_DAYS => Ok(until),
        ..0 => Err(Refusal::field(
            Field::Until,
            ValueFault::Before { earliest: asked },
        )),
        _ => Err(Refusal::field(Field::Until, ValueFault::NotAhead)),
    }
}
