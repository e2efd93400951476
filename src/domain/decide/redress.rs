//! Where something went wrong: misconduct and what makes up for it, a missed deadline, a point to improve.

use super::{
    Context, name, required,
    stages::{KNOWN, KNOWN_OR_CLOSED, WORKING, at_stage},
};
use crate::domain::{
    case::Case,
    charter::{Detail, MetBy, Trigger},
    command::Redress,
    deadline::{Deadline, State, Status},
    fact::FactKind,
    party::Field,
    refusal::{Fault, Refusal},
    typed,
};
use chrono::NaiveDate;

/// The fact that a command of this room makes.
pub(super) fn decide(
    case: &Case,
    command: &Redress,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<FactKind, Refusal> {
    match command {
        // A closed case is taken up again first, so that what is due stands in the queue.
        Redress::ReportMisconduct { detail, text } => {
            at_stage(case, KNOWN)?;
            of_staff(*detail)?;
            Ok(FactKind::MisconductReported {
                detail: *detail,
                text: required(Field::Text, text)?,
            })
        }
        Redress::ConfirmOverdue | Redress::ExplainDelay { .. } => {
            delay(case, command, context, deadlines)
        }
        Redress::NoteImprovement { text } => {
            at_stage(case, WORKING)?;
            Ok(FactKind::ImprovementNoted {
                text: required(Field::Text, text)?,
            })
        }
        _ => make_up(case, command, context),
    }
}

fn of_staff(detail: Detail) -> Result<(), Refusal> {
    if Detail::MISCONDUCT.contains(&detail) {
        return Ok(());
    }
    let allowed = Detail::MISCONDUCT.iter().map(|one| one.id().to_owned());
    Err(Refusal::field(
        Field::Detail,
        Fault::NotAllowed {
            given: detail.id().to_owned(),
            allowed: allowed.collect(),
        },
    ))
}

/// What makes up for misconduct.
fn make_up(case: &Case, command: &Redress, context: &Context<'_>) -> Result<FactKind, Refusal> {
    at_stage(case, KNOWN_OR_CLOSED)?;
    let occurred = |trigger| case.occurrences.iter().any(|one| one.trigger == trigger);
    let misconduct = occurred(Trigger::Misconduct);
    // Damage from wrong service is made good after an objection too (`kpf.objection`).
    let objected = occurred(Trigger::Objection);
    let ground = misconduct || (objected && matches!(command, Redress::Compensate { .. }));
    if !ground {
        return Err(Refusal::NoMisconduct);
    }
    match command {
        Redress::CheckFacts { text, told } => Ok(FactKind::FactsChecked {
            text: required(Field::Text, text)?,
            told: *told,
        }),
        Redress::ApologisePublicly { text, published } => {
            let text = required(Field::Text, text)?;
            if *published > today(context) {
                return Err(Refusal::field(Field::Published, Fault::Future));
            }
            Ok(FactKind::PublicApologyMade {
                text,
                published: *published,
            })
        }
        Redress::Caution {
            department,
            officer,
            text,
        } => {
            let department = name(Field::Department, department, true)?;
            let officer = name(Field::Officer, officer, true)?;
            Ok(FactKind::CautionGiven {
                department,
                officer,
                text: required(Field::Text, text)?,
            })
        }
        Redress::Train { officer, text } => {
            let officer = name(Field::Officer, officer, true)?;
            Ok(FactKind::TrainingGiven {
                officer,
                text: required(Field::Text, text)?,
            })
        }
        Redress::Compensate { text } => Ok(FactKind::Compensated {
            text: required(Field::Text, text)?,
        }),
        _ => Err(Refusal::AlreadyDone),
    }
}

/// A missed period of handling is confirmed first, then explained (`wonju.correct.overdue`).
fn delay(
    case: &Case,
    command: &Redress,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<FactKind, Refusal> {
    at_stage(case, WORKING)?;
    let awaited = awaits_explanation(case);
    let Redress::ExplainDelay { text, until } = command else {
        let missed = |deadline: &Deadline| {
            deadline.is_handling()
                && deadline.state == State::Open
                && deadline.status(context.at) == Status::Missed
        };
        return match (deadlines.iter().any(missed), awaited) {
            (_, true) => Err(Refusal::AlreadyDone),
            (false, false) => Err(Refusal::NotOverdue),
            (true, false) => Ok(FactKind::OverdueConfirmed),
        };
    };
    if !awaited {
        return Err(Refusal::OverdueNotConfirmed);
    }
    let text = required(Field::Text, text)?;
    let today = today(context);
    // An expected date is one of the next ten years.
    if *until <= today || (*until - today).num_days() > 3_660 {
        return Err(Refusal::field(Field::Until, Fault::NotAhead));
    }
    Ok(FactKind::DelayExplained {
        text,
        until: *until,
    })
}

/// True where a missed deadline was confirmed and its delay not explained since.
fn awaits_explanation(case: &Case) -> bool {
    let confirmed = case
        .occurrences
        .iter()
        .rev()
        .find(|one| one.trigger == Trigger::Overdue);
    let explained = case
        .fulfilments
        .iter()
        .rev()
        .find(|done| done.met_by == MetBy::DelayNotice);
    confirmed.is_some_and(|confirmed| {
        confirmed.seq > case.round(case.seq)
            && explained.is_none_or(|explained| explained.seq < confirmed.seq)
    })
}

fn today(context: &Context<'_>) -> NaiveDate {
    typed::local(context.charter, context.at).date_naive()
}
