//! What went wrong: misconduct and its redress, a missed deadline, a point to improve.

use super::{
    Context, cleaned,
    stages::{KNOWN_OR_CLOSED, WORKING, at_stage},
};
use crate::domain::{
    case::Case,
    charter::{Detail, MetBy, Trigger},
    command::Redress,
    deadline::{Deadline, State, Status, standing},
    fact::{FactKind, Prose},
    input,
    nameless::names_in,
    party::{Field, Party},
    refusal::{Refusal, ValueFault},
    staff::Names,
};
use crate::words::Lang;
use chrono::NaiveDate;

/// The fact that a command of this family makes.
pub(super) fn decide(
    case: &Case,
    command: &Redress,
    context: &Context<'_>,
) -> Result<FactKind, Refusal> {
    Ok(match command {
        Redress::ReportMisconduct {
            detail,
            happened,
            text,
        } => FactKind::MisconductReported {
            detail: misconduct(*detail)?,
            happened: *happened,
            text: cleaned(text),
        },
        Redress::CheckFacts {
            text,
            told,
            unfounded,
        } => FactKind::FactsChecked {
            text: cleaned(text),
            told: *told,
            unfounded: *unfounded,
        },
        Redress::ApologisePublicly { text, published } => FactKind::PublicApologyMade {
            text: nameless(text, context)?,
            published: published_day(*published, context)?,
        },
        Redress::Caution {
            department,
            officer,
            text,
        } => FactKind::CautionGiven {
            department: input::clean(department),
            officer: officer_of(officer, context),
            text: cleaned(text),
        },
        Redress::Train { officer, text } => FactKind::TrainingGiven {
            officer: officer_of(officer, context),
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
        Redress::DemandCorrection { text } => FactKind::CorrectionDemanded {
            department: case.department.clone(),
            text: cleaned(text),
        },
        Redress::Remind { text } => FactKind::Reminded {
            department: case.department.clone(),
            text: cleaned(text),
        },
        Redress::NoteImprovement { text } => FactKind::ImprovementNoted {
            text: cleaned(text),
        },
    })
}

/// The login of an officer of the staff; the name where nobody, or more than one, is called so.
fn officer_of(officer: &str, context: &Context<'_>) -> String {
    let staff = context.staff;
    let names = Names {
        staff,
        lang: Lang::default(),
    };
    names.login(&input::clean(officer)).to_owned()
}

fn misconduct(detail: Detail) -> Result<Detail, Refusal> {
    let allowed = Detail::MISCONDUCT.iter().map(|one| one.id());
    match ValueFault::not_among(detail.id(), allowed) {
        Some(fault) => Err(Refusal::field(Field::Detail, fault)),
        None => Ok(detail),
    }
}

/// A text to publish, which names neither customer nor staff (`koreha.correct.public-apology`).
fn nameless(text: &str, context: &Context<'_>) -> Result<Prose, Refusal> {
    let text = cleaned(text);
    let staff = context.staff.iter().map(|one| &one.name);
    let customers = context.person.map(Party::names).unwrap_or_default();
    let found = names_in(text.as_str(), customers.iter().chain(staff));
    if found.is_empty() {
        Ok(text)
    } else {
        Err(Refusal::NamesPublished(found))
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
        has_ground(case, &[Trigger::Misconduct])?;
    }
    let checked = case.fulfilments();
    let mut checked = checked.filter(|done| done.met_by == MetBy::FactCheck);
    if part == MetBy::PublicApology && (checked.next().is_none() || case.unfounded.is_some()) {
        return Err(Refusal::FactsUnchecked);
    }
    Ok(())
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
    if awaits_explanation(case) {
        return Err(Refusal::AlreadyDone);
    }
    overdue(case, context, deadlines)
}

/// Needs a missed period of handling without a result (act art. 25, decree art. 18).
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
    let missed = deadlines.iter().any(missed);
    missed.then_some(()).ok_or(Refusal::NotOverdue)
}

/// Needs a confirmed delay.
pub(super) fn explainable(case: &Case) -> Result<(), Refusal> {
    at_stage(case, WORKING)?;
    let pending = awaits_explanation(case);
    pending.then_some(()).ok_or(Refusal::OverdueNotConfirmed)
}

/// True where a missed deadline was confirmed, and neither its delay explained nor a round begun since.
fn awaits_explanation(case: &Case) -> bool {
    let overdue = case.occurrences.iter().rev();
    let mut overdue = overdue.filter(|one| one.trigger == Trigger::Overdue);
    let confirmed = overdue.next().map_or(0, |one| one.seq);
    let begun = case.round(case.seq);
    let explained = case.acted(MetBy::DelayNotice).unwrap_or(0);
    confirmed == confirmed.max(begun).max(explained)
}

fn today(context: &Context<'_>) -> NaiveDate {
    input::local(context.charter, context.at).date_naive()
}
