//! Missing papers: asked for, given longer, asked for again, arrived, and the petition sent back for want of them
//! (act art. 22, decree arts. 24 and 25).

use super::{
    Context,
    handling::running,
    required,
    stages::{WORKING, at_stage},
};
use crate::domain::{
    case::{Case, Demand},
    command::Command,
    count::{Count, Due, Exclusions},
    deadline::Deadline,
    fact::FactKind,
    limit::CountingRule,
    party::Field,
    refusal::{Fault, Refusal, SupplementRefusal},
    statute, typed,
};
use chrono::{DateTime, FixedOffset, NaiveDate};

/// How far ahead a supplement may be asked for.
const REACH_IN_DAYS: i64 = 3_660;

/// The fact that a command of this room makes.
pub(super) fn decide(
    case: &Case,
    command: &Command,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<FactKind, Refusal> {
    match command {
        Command::RequestSupplement { text, until } => {
            at_stage(case, WORKING)?;
            match case.awaited() {
                None => running(case)?,
                Some(_) => again(case, *until, context, deadlines)?,
            }
            in_reach(*until, typed::local(context.charter, context.at))?;
            Ok(FactKind::SupplementRequested {
                text: required(Field::Text, text)?,
                until: *until,
            })
        }
        Command::ExtendSupplement { text, until } => {
            at_stage(case, WORKING)?;
            longer(case, *until, context, deadlines)?;
            Ok(FactKind::SupplementExtended {
                text: required(Field::Text, text)?,
                until: *until,
            })
        }
        Command::Return { text } => {
            at_stage(case, WORKING)?;
            let due = due(awaited(case)?, deadlines)?;
            // Decree art. 25(1): only what was asked for and did not come in its time.
            if context.at <= due.at {
                let (last, from) = (due.date, day_after(due));
                return Err(SupplementRefusal::MayStillCome { last, from }.into());
            }
            Ok(FactKind::Returned {
                text: required(Field::Text, text)?,
            })
        }
        _ => {
            awaited(case)?;
            Ok(FactKind::SupplementArrived)
        }
    }
}

/// The demand that is waited for; refuses where none is, or the clock stands still for another reason.
fn awaited(case: &Case) -> Result<&Demand, Refusal> {
    match (case.awaited(), case.pause()) {
        (Some(demand), _) => Ok(demand),
        (None, Some(_)) => Err(Refusal::NoSupplement),
        (None, None) => Err(SupplementRefusal::NotAsked.into()),
    }
}

/// When the time of a demand ends.
fn due(demand: &Demand, deadlines: &[Deadline]) -> Result<Due, Refusal> {
    let mine = |one: &&Deadline| one.promise == statute::SUPPLEMENT && one.opened_by == demand.seq;
    let found = deadlines.iter().find(mine).map(|deadline| deadline.due);
    found.ok_or_else(|| Refusal::NotCountable(statute::SUPPLEMENT.to_owned()))
}

fn day_after(due: Due) -> NaiveDate {
    due.date.succ_opt().unwrap_or(due.date)
}

/// Decree art. 24(3): once more, when the time is over, for ten days at most.
fn again(
    case: &Case,
    until: NaiveDate,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<(), Refusal> {
    let due = due(awaited(case)?, deadlines)?;
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
    let longest = context.calendars.now().due(&Count {
        rule: CountingRule::Civil,
        limit: statute::SUPPLEMENT_AGAIN,
        from: context.at,
        exclusions: &Exclusions::NONE,
        extensions: &[],
    });
    match longest {
        Ok(longest) if until > longest.date => {
            Err(SupplementRefusal::TooLong { last: longest.date }.into())
        }
        _ => Ok(()),
    }
}

/// Decree art. 24(2): as the complainant asks before the time is over, twice; not where it was asked for again.
fn longer(
    case: &Case,
    until: NaiveDate,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<(), Refusal> {
    let demand = awaited(case)?;
    let due = due(demand, deadlines)?;
    let first = case.pause().is_some_and(|pause| pause.asked.len() == 1);
    if !first || demand.longer >= statute::SUPPLEMENT_LONGER {
        return Err(SupplementRefusal::NoLonger { last: due.date }.into());
    }
    if context.at > due.at {
        return Err(SupplementRefusal::Over { last: due.date }.into());
    }
    if until <= due.date {
        let earliest = typed::local(context.charter, due.at);
        return Err(Refusal::field(Field::Until, Fault::Before { earliest }));
    }
    in_reach(until, typed::local(context.charter, context.at))
}

/// A supplement is asked for by a day to come, within ten years.
fn in_reach(until: NaiveDate, asked: DateTime<FixedOffset>) -> Result<(), Refusal> {
    match (until - asked.date_naive()).num_days() {
        0..=REACH_IN_DAYS => Ok(()),
        ..0 => Err(Refusal::field(
            Field::Until,
            Fault::Before { earliest: asked },
        )),
        _ => Err(Refusal::field(Field::Until, Fault::NotAhead)),
    }
}
