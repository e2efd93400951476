//! The escalation ladder: steps 1, 2 and 3 in this order, each once, each with its conditions; and the link that step 2 needs.

use super::{
    Context, cleaned,
    stages::{KNOWN, KNOWN_OR_CLOSED, at_stage},
};
use crate::domain::{
    case::{Case, CaseNumber, StepRecord},
    command::Ladder,
    fact::{FactKind, Step},
    input,
    refusal::Refusal,
};

/// The state of one step of the ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepBox<'a> {
    Done(&'a StepRecord),
    Ready,
    Missing(Refusal),
}

/// Returns the state of the three steps, whatever the role.
pub fn steps(case: &Case) -> [StepBox<'_>; 3] {
    [1, 2, 3].map(|number| {
        let mut records = case.steps.iter();
        match records.find(|record| record.step.number() == number) {
            Some(record) => StepBox::Done(record),
            None => missing(case, number).map_or(StepBox::Ready, StepBox::Missing),
        }
    })
}

fn missing(case: &Case, step: u8) -> Option<Refusal> {
    let stages = if step == 3 { KNOWN_OR_CLOSED } else { KNOWN };
    if let Err(refusal) = at_stage(case, stages) {
        return Some(refusal);
    }
    if case.step() >= step {
        return Some(Refusal::StepDone(step));
    }
    if case.step() + 1 < step {
        return Some(Refusal::StepMissing {
            missing: case.step() + 1,
            wanted: step,
        });
    }
    (step == 2 && case.links.is_empty()).then_some(Refusal::LinkNeeded)
}

/// Refuses a step whose conditions are not met, whatever the role.
pub(super) fn ready(case: &Case, step: u8) -> Result<(), Refusal> {
    missing(case, step).map_or(Ok(()), Err)
}

/// The fact that a command of this family makes.
pub(super) fn decide(
    case: &Case,
    command: &Ladder,
    context: &Context<'_>,
) -> Result<FactKind, Refusal> {
    let step = match command {
        Ladder::StepOne {
            department,
            officer,
            instruction,
        } => Step::One {
            department: input::clean(department),
            officer: input::clean(officer),
            instruction: cleaned(instruction),
        },
        Ladder::StepTwo { result, apology } => Step::Two {
            result: cleaned(result),
            apology: cleaned(apology),
        },
        Ladder::StepThree {
            reason,
            department,
            officer,
        } => Step::Three {
            reason: cleaned(reason),
            department: input::clean(department),
            officer: input::clean(officer),
        },
        Ladder::Link { earlier } => return link(case, *earlier, context),
    };
    Ok(FactKind::StepRecorded { step })
}

fn link(case: &Case, earlier: CaseNumber, context: &Context<'_>) -> Result<FactKind, Refusal> {
    if earlier == case.number {
        return Err(Refusal::SameCase);
    }
    if case.links.contains(&earlier) {
        return Err(Refusal::AlreadyLinked(earlier));
    }
    let mut related = context.related.iter();
    if !related.any(|related| related.number == earlier) {
        return Err(Refusal::NoSuchCase(earlier));
    }
    if earlier > case.number {
        return Err(Refusal::NotEarlier(earlier));
    }
    Ok(FactKind::Linked { earlier })
}
