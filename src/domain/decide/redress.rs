//! What went wrong: misconduct and its redress, a missed deadline, a point to improve.

use super::{
    Context, cleaned,
    stages::{KNOWN_OR_CLOSED, WORKING, at_stage},
};
use crate::domain::{
    case::Case,
    charter::{Detail, MetBy, Trigger},
    command::Redress,
    deadline::{Deadline, State, Status},
    fact::FactKind,
    input,
    party::Field,
    refusal::{Refusal, ValueFault},
};
use chrono::NaiveDate;

/// The fact that a command of this family makes.
pub(super) fn decide(command: &Redress, context: &Context<'_>) -> Result<FactKind, Refusal> {
    Ok(match command {
        Redress::ReportMisconduct { detail, text } => FactKind::MisconductReported {
            detail: misconduct(*detail)?,
            text: cleaned(text),
        },
        Redress::CheckFacts { text, told } => FactKind::FactsChecked {
            text: cleaned(text),
            told: *told,
        },
        Redress::ApologisePublicly { text, published } => FactKind::PublicApologyMade {
            text: cleaned(text),
            published: published_day(*published, context)?,
        },
        Redress::Caution {
            department,
            officer,
            text,
        } => FactKind::CautionGiven {
            department: input::clean(department),
            officer: input::clean(officer),
            text: cleaned(text),
        },
        Redress::Train { officer, text } => FactKind::TrainingGiven {
            officer: input::clean(officer),
            text: cleaned(text),
        },
        Redress::Compensate { text } => FactKind::Compensated {
            text: cleaned(text),
        },
        Redress::ConfirmOverdue => FactKind::OverdueConfirmed,
        Redress::ExplainDelay { text, until } => FactKind::DelayExplained {
            text: cleaned(text),
            until: expected_day(*until, context)?,
        },
        Redress::NoteImprovement { text } => FactKind::ImprovementNoted {
            text: cleaned(text),
        },
    })
}

fn misconduct(detail: Detail) -> Result<Detail, Refusal> {
    let allowed = Detail::MISCONDUCT.iter().map(|one| one.id());
    match ValueFault::not_among(detail.id(), allowed) {
        Some(fault) => Err(Refusal::field(Field::Detail, fault)),
        None => Ok(detail),
    }
}

fn published_day(day: NaiveDate, context: &Context<'_>) -> Result<NaiveDate, Refusal> {
    if day > today(context) {
        return Err(Refusal::field(Field::Published, ValueFault::Future));
    }
    Ok(day)
}

/// Refuses a date that is not within the next ten years.
fn expected_day(day: NaiveDate, context: &Context<'_>) -> Result<NaiveDate, Refusal> {
    match (day - today(context)).num_days() {
        1..=3_660 => Ok(day),
        _ => Err(Refusal::field(Field::Until, ValueFault::NotAhead)),
    }
}

/// Needs a report of misconduct.
pub(super) fn after_misconduct(case: &Case) -> Result<(), Refusal> {
    has_ground(case, &[Trigger::Misconduct])
}

/// Needs a report of misconduct or an objection (`kpf.objection`).
pub(super) fn compensable(case: &Case) -> Result<(), Refusal> {
    has_ground(case, &[Trigger::Misconduct, Trigger::Objection])
}

fn has_ground(case: &Case, grounds: &[Trigger]) -> Result<(), Refusal> {
    at_stage(case, KNOWN_OR_CLOSED)?;
    let mut occurred = case.occurrences.iter().map(|one| one.trigger);
    let found = occurred.any(|trigger| grounds.contains(&trigger));
    found.then_some(()).ok_or(Refusal::NoMisconduct)
}

/// Needs a missed period of handling that was not confirmed yet (`wonju.correct.overdue`).
pub(super) fn confirmable(
    case: &Case,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<(), Refusal> {
    at_stage(case, WORKING)?;
    let missed = |deadline: &Deadline| {
        deadline.is_handling()
            && deadline.state == State::Open
            && deadline.status(context.at) == Status::Missed
    };
    if awaits_explanation(case) {
        Err(Refusal::AlreadyDone)
    } else if deadlines.iter().any(missed) {
        Ok(())
    } else {
        Err(Refusal::NotOverdue)
    }
}

/// Needs a confirmed delay.
pub(super) fn explainable(case: &Case) -> Result<(), Refusal> {
    at_stage(case, WORKING)?;
    let pending = awaits_explanation(case);
    pending.then_some(()).ok_or(Refusal::OverdueNotConfirmed)
}

/// True where a missed deadline was confirmed in this round and its delay not explained since.
fn awaits_explanation(case: &Case) -> bool {
    let confirmed = case
        .occurrences
        .iter()
        .rev()
        .find(|one| one.trigger == Trigger::Overdue);
    let explained = case.acted(MetBy::DelayNotice);
    confirmed.is_some_and(|confirmed| {
        confirmed.seq > case.round(case.seq)
            && explained.is_none_or(|explained| explained < confirmed.seq)
    })
}

fn today(context: &Context<'_>) -> NaiveDate {
    input::local(context.charter, context.at).date_naive()
}
