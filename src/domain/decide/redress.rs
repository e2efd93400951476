//! Where something went wrong: misconduct and what makes up for it, a missed deadline, a point to improve.

use super::{
    Context,
    stages::{KNOWN_OR_CLOSED, WORKING, at_stage},
    text,
};
use crate::domain::{
    case::Case,
    charter::{Detail, MetBy, Trigger},
    command::Redress,
    deadline::{Deadline, State, Status, standing},
    fact::FactKind,
    input,
    party::Field,
    refusal::{Refusal, ValueFault},
};
use chrono::NaiveDate;

/// The fact that a command of this family makes.
pub(super) fn decide(command: &Redress, context: &Context<'_>) -> Result<FactKind, Refusal> {
    Ok(match command {
        Redress::ReportMisconduct {
            detail,
            happened,
            text: said,
        } => FactKind::MisconductReported {
            detail: of_staff(*detail)?,
            happened: *happened,
            text: text(said),
        },
        Redress::CheckFacts {
            text: found,
            told,
            unfounded,
        } => FactKind::FactsChecked {
            text: text(found),
            told: *told,
            unfounded: *unfounded,
        },
        Redress::ApologisePublicly {
            text: words,
            published,
        } => FactKind::PublicApologyMade {
            text: text(words),
            published: past(*published, context)?,
        },
        Redress::Caution {
            department,
            officer,
            text: why,
        } => FactKind::CautionGiven {
            department: input::clean(department),
            officer: input::clean(officer),
            text: text(why),
        },
        Redress::Train {
            officer,
            text: about,
        } => FactKind::TrainingGiven {
            officer: input::clean(officer),
            text: text(about),
        },
        Redress::Compensate { text: with } => FactKind::Compensated { text: text(with) },
        Redress::ConfirmOverdue => FactKind::OverdueConfirmed,
        Redress::ExplainDelay { text: told, until } => FactKind::DelayExplained {
            text: text(told),
            until: expected(*until, context)?,
        },
        Redress::NoteImprovement { text: what } => FactKind::ImprovementNoted { text: text(what) },
    })
}

fn of_staff(detail: Detail) -> Result<Detail, Refusal> {
    if Detail::MISCONDUCT.contains(&detail) {
        return Ok(detail);
    }
    let allowed = Detail::MISCONDUCT.iter().map(|one| one.id().to_owned());
    Err(Refusal::field(
        Field::Detail,
        ValueFault::NotAllowed {
            given: detail.id().to_owned(),
            allowed: allowed.collect(),
        },
    ))
}

fn past(day: NaiveDate, context: &Context<'_>) -> Result<NaiveDate, Refusal> {
    if day > today(context) {
        return Err(Refusal::field(Field::Published, ValueFault::Future));
    }
    Ok(day)
}

/// An expected date is one of the next ten years.
fn expected(day: NaiveDate, context: &Context<'_>) -> Result<NaiveDate, Refusal> {
    match (day - today(context)).num_days() {
        1..=3_660 => Ok(day),
        _ => Err(Refusal::field(Field::Until, ValueFault::NotAhead)),
    }
}

/// Needs a report of misconduct, or a promise of the charter that waits for this (`wonju.correct.phone`); an apology in public
/// also a check of the facts that bore it out (`koreha.correct.public-apology`).
pub(super) fn after_misconduct(
    case: &Case,
    context: &Context<'_>,
    deadlines: &[Deadline],
    part: MetBy,
) -> Result<(), Refusal> {
    let owed = deadlines.iter().any(|one| one.met_by.contains(&part));
    let mut stands = standing(case, context.charter).into_iter();
    if owed || stands.any(|one| one.missing.contains(&part)) {
        at_stage(case, KNOWN_OR_CLOSED)?;
    } else {
        after(case, &[Trigger::Misconduct])?;
    }
    let checked = case.fulfilments.iter();
    let mut checked = checked.filter(|done| done.met_by == MetBy::FactCheck);
    if part == MetBy::PublicApology && (checked.next().is_none() || case.unfounded.is_some()) {
        return Err(Refusal::FactsUnchecked);
    }
    Ok(())
}

/// Needs a report of misconduct or an objection (`kpf.objection`).
pub(super) fn damage(case: &Case) -> Result<(), Refusal> {
    after(case, &[Trigger::Misconduct, Trigger::Objection])
}

fn after(case: &Case, grounds: &[Trigger]) -> Result<(), Refusal> {
    at_stage(case, KNOWN_OR_CLOSED)?;
    let ground = |one: &Trigger| case.occurrences.iter().any(|it| it.trigger == *one);
    let found = grounds.iter().any(ground);
    found.then_some(()).ok_or(Refusal::NoMisconduct)
}

/// Needs a missed period of handling that was not confirmed yet (`wonju.correct.overdue`).
pub(super) fn overdue(
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
pub(super) fn confirmed(case: &Case) -> Result<(), Refusal> {
    at_stage(case, WORKING)?;
    let awaited = awaits_explanation(case);
    awaited.then_some(()).ok_or(Refusal::OverdueNotConfirmed)
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
    input::local(context.charter, context.at).date_naive()
}
