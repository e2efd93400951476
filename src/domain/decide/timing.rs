//! The period of handling: extension, interim reply, suspension for a reason of the law, choice of representatives, and its
//! end.

use super::{
    Context, cleaned, representatives,
    stages::{WORKING, at_stage, at_work},
    supplement::in_reach,
};
use crate::domain::{
    case::{Case, Pause},
    charter::{CaseKind, Charter},
    command::Timing,
    deadline::{Deadline, State, longest_extension},
    fact::{FactKind, SuspensionReason},
    input,
    limit::Limit,
    party::Field,
    refusal::{Refusal, RepresentativesRefusal, ValueFault},
    statute,
};

/// The fact that a command of this family makes.
pub(super) fn decide(
    case: &Case,
    command: &Timing,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<FactKind, Refusal> {
    Ok(match command {
        Timing::NeedExtension { reason, text } => FactKind::ExtensionNeeded {
            reason: *reason,
            text: cleaned(text),
        },
        Timing::Extend {
            reason,
            days,
            text,
            consent,
        } => FactKind::Extended {
            reason: *reason,
            days: checked_days(case, (*days, *consent), context, deadlines)?,
            consent: *consent,
            text: cleaned(text),
        },
        Timing::ReplyInterim { text } => FactKind::InterimReplied {
            text: cleaned(text),
        },
        Timing::Suspend { reason, text } => {
            suspendable_for(case, *reason, context)?;
            FactKind::Suspended {
                reason: *reason,
                text: cleaned(text),
            }
        }
        Timing::Resume => FactKind::Resumed,
        Timing::AskRepresentatives { text, until } => FactKind::RepresentativesAsked {
            text: cleaned(text),
            until: in_reach(*until, input::local(context.charter, context.at))?,
        },
        Timing::NameRepresentatives { names, how } => FactKind::RepresentativesNamed {
            how: *how,
            people: representatives::count(names)?,
        },
    })
}

fn open_handling(deadlines: &[Deadline]) -> Vec<Deadline> {
    let open = |deadline: &&Deadline| deadline.is_open() && deadline.is_handling();
    deadlines.iter().filter(open).cloned().collect()
}

/// Decree art. 21: before the end of the period, and twice at most; a decision on an objection once.
pub(super) fn extendable(
    case: &Case,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<(), Refusal> {
    at_work(case)?;
    let open = open_handling(deadlines);
    if longest_extension(&open) == 0 {
        return Err(Refusal::NothingToExtend);
    }
    let over = |deadline: &Deadline| {
        let ended = deadline.state == State::Open && deadline.due.at < context.at;
        deadline.original_days() == 0 || ended
    };
    if open.iter().all(over) {
        return Err(Refusal::TooLateToExtend);
    }
    match case.extended() {
        0 => Ok(()),
        _ if decides_objection(&open) => Err(Refusal::OneExtension),
        _ if of_its_own_law(case, context.charter).is_some() => Err(Refusal::ExtendedOnce),
        1 => Ok(()),
        _ => Err(Refusal::NoThirdExtension),
    }
}

fn decides_objection(open: &[Deadline]) -> bool {
    open.iter().any(|one| one.promise == statute::OBJECTION)
}

/// By how long the category's own law extends the period of a statutory petition, once (disclosure: its act art. 11(2)).
fn of_its_own_law(case: &Case, charter: &Charter) -> Option<Limit> {
    let category = charter.category(&case.intake.category);
    let statutory = case.intake.case_kind == CaseKind::Statutory;
    category.filter(|_| statutory)?.extension_limit
}

/// The longest extension that a case allows, in days; 0 where there is nothing to extend.
pub fn longest(case: &Case, charter: &Charter, deadlines: &[Deadline]) -> u32 {
    let open = open_handling(deadlines);
    let original = longest_extension(&open);
    match of_its_own_law(case, charter) {
        Some(limit) if original > 0 && !decides_objection(&open) => limit.in_days(),
        Some(_) | None => original,
    }
}

/// The days of an extension: the original period at most, a second time only with consent.
fn checked_days(
    case: &Case,
    (days, consent): (u32, bool),
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<u32, Refusal> {
    let most = longest(case, context.charter, deadlines);
    if days == 0 {
        return Err(Refusal::field(Field::Days, ValueFault::Form));
    }
    if days > most {
        return Err(Refusal::ExtensionTooLong { most });
    }
    if case.extended() > 0 && !consent {
        return Err(Refusal::ConsentNeeded);
    }
    Ok(days)
}

/// The clock can be stopped while it runs; an inspection can also lengthen its own pause.
pub(super) fn suspendable(case: &Case, context: &Context<'_>) -> Result<(), Refusal> {
    at_stage(case, WORKING)?;
    match case.pause() {
        Some(Pause { most: Some(_), .. }) => inspection(case, context),
        Some(Pause { most: None, .. }) | None => not_paused(case),
    }
}

/// The clock can go on after a suspension; a pause for a supplement ends with its arrival only.
pub(super) fn resumable(case: &Case) -> Result<(), Refusal> {
    match case.pause() {
        Some(pause) if pause.choosing.is_some() => Err(RepresentativesRefusal::Awaited.into()),
        Some(pause) if pause.asked.is_empty() => Ok(()),
        Some(_) => Err(Refusal::SupplementAwaited),
        None => Err(Refusal::NotPaused),
    }
}

fn suspendable_for(
    case: &Case,
    reason: SuspensionReason,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    if reason == SuspensionReason::Inspection {
        inspection(case, context)
    } else {
        not_paused(case)
    }
}

/// Decree art. 17(4): an inspection of a grievance takes 14 days, lengthened once by 7.
fn inspection(case: &Case, context: &Context<'_>) -> Result<(), Refusal> {
    if case.intake.case_kind != CaseKind::Grievance {
        return Err(Refusal::NoGrievance);
    }
    let calendar = context.calendars.now();
    let possible = match case.pause() {
        // A further inspection has the days that earlier ones left.
        None => {
            let inspected = case.inspected_before(case.seq, calendar);
            inspected <= i64::from(case.inspection_bound(case.seq))
        }
        Some(Pause { most: None, .. }) => return Err(Refusal::AlreadyPaused),
        Some(pause) => {
            let last = case.last_day_out(pause, calendar);
            pause.most == Some(statute::INSPECTION) && Some(calendar.date(context.at)) <= last
        }
    };
    possible.then_some(()).ok_or(Refusal::InspectionOver)
}

/// Refuses where the clock is stopped.
pub(super) fn not_paused(case: &Case) -> Result<(), Refusal> {
    if case.pause().is_some() {
        Err(Refusal::AlreadyPaused)
    } else {
        Ok(())
    }
}
