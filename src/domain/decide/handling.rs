//! The everyday work on a case: accept, assign, tell, extend, stop the clock, answer.

use super::{
    Context, name, required,
    stages::{KNOWN, KNOWN_OR_CLOSED, WORKING, at_stage},
    ticks,
};
use crate::domain::{
    case::{Case, Pause, Stage},
    charter::CaseKind,
    command::Command,
    deadline::{Deadline, Source, State, longest_extension},
    fact::{ExtensionReason, FactKind, SuspensionReason},
    party::Field,
    refusal::{Fault, Refusal},
    statute, typed,
};
use chrono::NaiveDate;

/// The fact that a command of this room makes.
pub(super) fn decide(
    case: &Case,
    command: &Command,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<FactKind, Refusal> {
    match command {
        Command::Accept => match case.stage {
            Stage::Arrived => Ok(FactKind::Accepted),
            _ => Err(Refusal::AlreadyDone),
        },
        Command::Assign {
            department,
            officer,
        } => {
            at_stage(case, KNOWN)?;
            let department = name(Field::Department, department, true)?;
            Ok(FactKind::Assigned {
                department,
                officer: name(Field::Officer, officer, false)?,
            })
        }
        Command::Acknowledge => {
            at_stage(case, KNOWN)?;
            Ok(FactKind::Acknowledged)
        }
        Command::Note { text, action } => {
            if *action {
                at_stage(case, KNOWN)?;
            }
            Ok(FactKind::Noted {
                text: required(Field::Text, text)?,
                action: *action,
            })
        }
        Command::Contact { how, text } => Ok(FactKind::Contacted {
            how: *how,
            text: required(Field::Text, text)?,
        }),
        Command::Apologise { text } => {
            at_stage(case, KNOWN_OR_CLOSED)?;
            Ok(FactKind::Apologised {
                text: required(Field::Text, text)?,
            })
        }
        Command::Correct { fact, text } => correct(case, *fact, text),
        Command::NeedReview if case.needs_review => Err(Refusal::AlreadyDone),
        Command::NeedReview => at_stage(case, WORKING).map(|()| FactKind::ReviewNeeded),
        Command::Tick { items } => Ok(FactKind::ChecklistTicked {
            items: ticks(context.charter, case.channel(), items, &case.ticked)?,
        }),
        Command::Consult { .. } | Command::AnswerConsultation { .. } => {
            consult(case, command, context, deadlines)
        }
        Command::NeedExtension { .. } | Command::Extend { .. } | Command::ReplyInterim { .. } => {
            extend(case, command, context, deadlines)
        }
        Command::Suspend { .. } | Command::Resume => pause(case, command, context),
        _ => answer(case, command),
    }
}

fn answer(case: &Case, command: &Command) -> Result<FactKind, Refusal> {
    at_stage(case, WORKING)?;
    match command {
        Command::Answer { outcome, text } => Ok(FactKind::Answered {
            outcome: *outcome,
            text: required(Field::Text, text)?,
        }),
        Command::Refuse { ground, remedy } => {
            // Act art. 27(3): the reason and the way to seek remedy stand in every refusal.
            let ground = required(Field::Ground, ground)?;
            Ok(FactKind::Refused {
                ground,
                remedy: required(Field::Remedy, remedy)?,
            })
        }
        _ => Err(Refusal::AlreadyDone),
    }
}

/// A correction is possible at every stage: the record must be right even after the end.
fn correct(case: &Case, fact: u32, text: &str) -> Result<FactKind, Refusal> {
    if fact == 0 || fact > case.seq {
        return Err(Refusal::NoSuchFact {
            fact,
            last: case.seq,
        });
    }
    Ok(FactKind::Corrected {
        fact,
        text: required(Field::Text, text)?,
    })
}

/// Another department is asked; the owner stays (`jndc.multi-dept`).
fn consult(
    case: &Case,
    command: &Command,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<FactKind, Refusal> {
    match command {
        Command::Consult {
            department,
            text,
            until,
        } => {
            at_stage(case, WORKING)?;
            let department = name(Field::Department, department, true)?;
            if let Some(until) = until {
                answered_in_time(*until, context, deadlines)?;
            }
            Ok(FactKind::Consulted {
                department,
                text: required(Field::Text, text)?,
                until: *until,
            })
        }
        Command::AnswerConsultation { department, text } => {
            let department = name(Field::Department, department, true)?;
            if !case.consulting.contains(&department) {
                return Err(Refusal::NotConsulted(department));
            }
            Ok(FactKind::ConsultationAnswered {
                department,
                text: required(Field::Text, text)?,
            })
        }
        _ => Err(Refusal::AlreadyDone),
    }
}

/// Act art. 20(1): the other department answers within the period of handling; where that is over or stands, on a day to come.
fn answered_in_time(
    until: NaiveDate,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<(), Refusal> {
    let asked = typed::local(context.charter, context.at);
    if until < asked.date_naive() {
        let fault = Fault::Before { earliest: asked };
        return Err(Refusal::field(Field::Until, fault));
    }
    let runs =
        |one: &&Deadline| one.is_handling() && one.state == State::Open && one.due.at >= context.at;
    let ends = |source| {
        let of_it = deadlines.iter().filter(runs);
        let of_it = of_it.filter(|one| one.source == source && one.original_days() > 0);
        of_it.map(|one| one.due.date).max()
    };
    // The period of the law where that is in days, else the charter's, as for extensions.
    match ends(Source::Statute).or_else(|| ends(Source::Charter)) {
        Some(latest) if until > latest => {
            Err(Refusal::field(Field::Until, Fault::After { latest }))
        }
        _ => Ok(()),
    }
}

fn extend(
    case: &Case,
    command: &Command,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<FactKind, Refusal> {
    at_stage(case, WORKING)?;
    match command {
        Command::ReplyInterim { text } => Ok(FactKind::InterimReplied {
            text: required(Field::Text, text)?,
        }),
        Command::NeedExtension { reason, text } => Ok(FactKind::ExtensionNeeded {
            reason: *reason,
            text: required(Field::Text, text)?,
        }),
        Command::Extend {
            reason,
            days,
            text,
            consent,
        } => {
            lengthen(case, *days, *consent, context, deadlines)?;
            let (reason, text): (ExtensionReason, _) = (*reason, required(Field::Text, text)?);
            Ok(FactKind::Extended {
                reason,
                days: *days,
                consent: *consent,
                text,
            })
        }
        _ => Err(Refusal::AlreadyDone),
    }
}

/// Decree art. 21: before the end of the period, at most the original period, a second time only with consent.
fn lengthen(
    case: &Case,
    days: u32,
    consent: bool,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<(), Refusal> {
    if days == 0 {
        return Err(Refusal::field(Field::Days, Fault::Form));
    }
    let open = deadlines
        .iter()
        .filter(|deadline| deadline.is_open() && deadline.is_handling());
    let open: Vec<Deadline> = open.cloned().collect();
    let most = longest_extension(&open);
    if most == 0 {
        return Err(Refusal::NothingToExtend);
    }
    let over = |deadline: &Deadline| {
        let ended = deadline.state == State::Open && deadline.due.at < context.at;
        deadline.original_days() == 0 || ended
    };
    if open.iter().all(over) {
        return Err(Refusal::TooLateToExtend);
    }
    if days > most {
        return Err(Refusal::ExtensionTooLong { most });
    }
    let objection = open.iter().any(|one| one.promise == statute::OBJECTION);
    match case.extended() {
        0 => Ok(()),
        _ if objection => Err(Refusal::OneExtension),
        1 if consent => Ok(()),
        1 => Err(Refusal::ConsentNeeded),
        _ => Err(Refusal::NoThirdExtension),
    }
}

fn pause(case: &Case, command: &Command, context: &Context<'_>) -> Result<FactKind, Refusal> {
    match command {
        Command::Suspend { reason, text } => {
            at_stage(case, WORKING)?;
            if *reason == SuspensionReason::Inspection {
                inspection(case, context)?;
            } else {
                running(case)?;
            }
            Ok(FactKind::Suspended {
                reason: *reason,
                text: required(Field::Text, text)?,
            })
        }
        _ => match case.pause() {
            Some(pause) if pause.asked.is_empty() => Ok(FactKind::Resumed),
            Some(_) => Err(Refusal::SupplementAwaited),
            None => Err(Refusal::NotPaused),
        },
    }
}

/// Decree art. 17(4): a grievance is inspected for 14 days, and where that was not enough for 7 more, once.
fn inspection(case: &Case, context: &Context<'_>) -> Result<(), Refusal> {
    if case.kind() != CaseKind::Grievance {
        return Err(Refusal::NoGrievance);
    }
    let calendar = context.calendars.now();
    let possible = match case.pause() {
        // Another visit to the place: what the earlier ones have left.
        None => {
            let next = case.seq + 1;
            case.inspected_before(next, calendar) <= i64::from(case.inspection_bound(next))
        }
        Some(Pause { most: None, .. }) => return Err(Refusal::AlreadyPaused),
        Some(pause) => {
            let last = case.last_day_out(pause, calendar);
            pause.most == Some(statute::INSPECTION) && Some(calendar.date(context.at)) <= last
        }
    };
    possible.then_some(()).ok_or(Refusal::InspectionOver)
}

/// Refuses where the clock stands still.
pub(super) fn running(case: &Case) -> Result<(), Refusal> {
    if case.pause().is_some() {
        Err(Refusal::AlreadyPaused)
    } else {
        Ok(())
    }
}
