//! The everyday work on a case: accept, assign, ask other departments, answer.

use super::{
    Context, amend, cleaned, required, revoke,
    stages::{WORKING, at_stage},
    team, ticks,
};
use crate::domain::{
    case::{Case, Stage},
    charter::{CaseKind, Charter},
    command::Handling,
    deadline::{Deadline, Source, State},
    fact::{Competence, ContactWay, FactKind, Outcome, Prose},
    guide, input,
    notice::{CaseNotice, Recipient},
    party::Field,
    refusal::{Refusal, ValueFault},
    statute,
};
use crate::words::Lang;
use chrono::NaiveDate;

fn assigned((department, officer): (String, String)) -> FactKind {
    FactKind::Assigned {
        department,
        officer,
    }
}

/// The fact that a command of this family makes.
pub(super) fn decide(
    case: &Case,
    command: &Handling,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<FactKind, Refusal> {
    Ok(match command {
        Handling::Accept => FactKind::Accepted,
        Handling::Assign {
            department,
            officer,
        } => assigned(team::charged(department, officer, context)?),
        Handling::Acknowledge => FactKind::Acknowledged,
        Handling::Note { text } => noted(text, None),
        Handling::Action { text, prevents } => noted(text, Some(*prevents)),
        Handling::Contact {
            how,
            text,
            asks_progress,
        } => contacted(case, *how, text, *asks_progress)?,
        // The owner stays (`jndc.multi-dept`).
        Handling::Consult {
            department,
            text,
            until,
        } => FactKind::Consulted {
            department: team::department(department, context)?,
            text: cleaned(text),
            until: later_answer(case, department, answer_day(*until, context, deadlines)?)?,
        },
        Handling::Misdirect { whose, text } => misdirected(*whose, text),
        Handling::AnswerConsultation { department, text } => FactKind::ConsultationAnswered {
            department: consulted_department(case, department)?,
            text: cleaned(text),
        },
        Handling::NeedReview => FactKind::ReviewNeeded,
        Handling::Tick { items } => FactKind::ChecklistTicked {
            items: ticks(context.charter, case.intake.channel, items, &case.ticked)?,
        },
        Handling::Answer {
            outcome,
            text,
            ground,
            remedy,
        } => answered(case, *outcome, text, (ground, remedy))?,
        // Act art. 27(3) requires the reason and the remedy.
        Handling::Refuse { ground, remedy } => FactKind::Refused {
            ground: cleaned(ground),
            remedy: cleaned(remedy),
        },
        Handling::Apologise { text } => FactKind::Apologised {
            text: cleaned(text),
        },
        Handling::WriteDown { text } => FactKind::WrittenDown {
            text: cleaned(text),
        },
        Handling::Amend(command) => amend::decide(case, command, context)?,
        Handling::Revoke { fact, reason } => revoke::decide(case, (*fact, reason), context)?,
        Handling::Correct { fact, text } => FactKind::Corrected {
            fact: existing_fact(case, *fact)?,
            text: cleaned(text),
            notifies: was_told(case, *fact),
        },
    })
}

/// That it came to the wrong department (decree art. 13(2), (3)).
fn misdirected(whose: Competence, why: &str) -> FactKind {
    FactKind::Misdirected {
        whose,
        text: cleaned(why),
    }
}

/// A contact, in which the complainant may ask for the progress: of what is over there is none to tell.
fn contacted(
    case: &Case,
    how: ContactWay,
    said: &str,
    asks_progress: bool,
) -> Result<FactKind, Refusal> {
    if asks_progress {
        at_stage(case, WORKING)?;
    }
    Ok(FactKind::Contacted {
        how,
        text: cleaned(said),
        asks_progress,
    })
}

/// A note, or what was done and whether that keeps it from happening again.
fn noted(said: &str, done: Option<bool>) -> FactKind {
    FactKind::Noted {
        text: cleaned(said),
        action: done.is_some(),
        prevents: done.unwrap_or(false),
    }
}

/// What is denied is told with its reason and the remedy of its kind (act art. 27(3)); what is not handled with its reason,
/// which a statutory petition never is (act art. 21).
fn answered(
    case: &Case,
    outcome: Outcome,
    told: &str,
    (ground, remedy): (&str, &str),
) -> Result<FactKind, Refusal> {
    let reason = || required(Field::Ground, ground);
    let (ground, remedy) = match outcome {
        Outcome::Partly | Outcome::Declined => (Some(reason()?), Some(remedy_of(case, remedy))),
        Outcome::NotHandled if case.intake.case_kind == CaseKind::Statutory => {
            return Err(Refusal::StatutoryAlwaysHandled);
        }
        Outcome::NotHandled => (Some(reason()?), None),
        Outcome::Accepted | Outcome::Informed => (None, None),
    };
    Ok(FactKind::Answered {
        outcome,
        text: cleaned(told),
        remedy,
        ground,
    })
}

/// The remedy that was written, or the usual one of the kind: act art. 27(3) wants one in every denial.
fn remedy_of(case: &Case, written: &str) -> Prose {
    if input::clean(written).is_empty() {
        // Facts are written in the language of the law.
        Prose::new(statute::remedy(case.intake.case_kind).get(Lang::Ko))
    } else {
        cleaned(written)
    }
}

/// A case can be accepted once.
pub(super) fn acceptable(case: &Case) -> Result<(), Refusal> {
    let arrived = case.stage == Stage::Arrived;
    arrived.then_some(()).ok_or(Refusal::AlreadyDone)
}

/// Review can be asked for once.
pub(super) fn reviewable(case: &Case) -> Result<(), Refusal> {
    if case.needs_review {
        return Err(Refusal::AlreadyDone);
    }
    at_stage(case, WORKING)
}

/// Only what was said alone, though the law wants it in writing, is written down (act art. 8).
pub(super) fn writable(case: &Case) -> Result<(), Refusal> {
    at_stage(case, WORKING)?;
    let lacks = case.intake.lacks_writing();
    lacks.then_some(()).ok_or(Refusal::NotOral)
}

/// Needs a department that was asked and has not answered.
pub(super) fn answerable(case: &Case) -> Result<(), Refusal> {
    let pending = case.consulting().next().is_some();
    pending.then_some(()).ok_or(Refusal::NoConsultation)
}

/// Needs an unticked item of the charter's checklists.
pub(super) fn tickable(case: &Case, charter: &Charter) -> Result<(), Refusal> {
    let items = guide::checklist(charter);
    let left = items.iter().any(|(item, _)| !case.ticked.contains(item));
    left.then_some(()).ok_or(Refusal::AlreadyDone)
}

pub(super) fn consulted_department(case: &Case, department: &str) -> Result<String, Refusal> {
    let department = input::clean(department);
    if case.consulting().any(|asked| asked == department) {
        Ok(department)
    } else {
        Err(Refusal::NotConsulted(department))
    }
}

/// True where the complainant was told the fact: what was really told is put right by another notice.
pub(super) fn was_told(case: &Case, fact: u32) -> bool {
    let told = |notice: &&CaseNotice| {
        let complainant = match notice.recipient {
            Recipient::Complainant | Recipient::Representative => true,
            Recipient::Team | Recipient::Officer => false,
        };
        complainant && notice.act.seq == fact && notice.done.is_some()
    };
    case.notices.iter().any(|notice| told(&notice))
}

fn existing_fact(case: &Case, fact: u32) -> Result<u32, Refusal> {
    if (1..=case.seq).contains(&fact) {
        return Ok(fact);
    }
    Err(Refusal::NoSuchFact {
        fact,
        last: case.seq,
    })
}

/// Act art. 20(1): the other department answers within the period of handling; if that is over or stopped, on any future day.
fn answer_day(
    until: Option<NaiveDate>,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<Option<NaiveDate>, Refusal> {
    let Some(until) = until else { return Ok(None) };
    let asked = input::local(context.charter, context.at);
    if until < asked.date_naive() {
        let fault = ValueFault::Before { earliest: asked };
        return Err(Refusal::field(Field::Until, fault));
    }
    let runs =
        |one: &&Deadline| one.is_handling() && one.state == State::Open && one.due.at >= context.at;
    let ends = |source| {
        let periods = deadlines.iter().filter(runs);
        let periods = periods.filter(|one| one.source == source && one.original_days() > 0);
        periods.map(|one| one.due.date).max()
    };
    // The period of the law where that is in days, else the charter's, as for extensions.
    match ends(Source::Statute).or_else(|| ends(Source::Charter)) {
        Some(latest) if until > latest => {
            Err(Refusal::field(Field::Until, ValueFault::After { latest }))
        }
        Some(_) | None => Ok(Some(until)),
    }
}

/// Act art. 20(2): a department that was asked by a day is given a later one, once.
fn later_answer(
    case: &Case,
    department: &str,
    until: Option<NaiveDate>,
) -> Result<Option<NaiveDate>, Refusal> {
    let department = input::clean(department);
    let mut asked = case.awaited_answers();
    let asked = asked.find(|one| one.department == department && one.until.is_some());
    let Some(last) = asked.and_then(|one| one.until) else {
        return Ok(until);
    };
    if asked.is_some_and(|one| one.longer) {
        return Err(Refusal::ConsultedLonger { department, last });
    }
    match until {
        Some(later) if later > last => Ok(until),
        Some(_) | None => Err(Refusal::AlreadyConsulted { department, last }),
    }
}
