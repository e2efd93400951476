//! The escalation ladder: strictly 1, 2, 3, each once, each with its conditions; and the link that step 2 needs.

use super::{
    Context, name, required,
    stages::{KNOWN, KNOWN_OR_CLOSED, at_stage},
};
use crate::domain::{
    case::{Case, StepRecord},
    command::Command,
    fact::{FactKind, Step},
    party::Field,
    refusal::Refusal,
};

/// One box of the ladder as the detail pane shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepBox<'a> {
    /// It is on record.
    Done(&'a StepRecord),
    /// It could be recorded now.
    Ready,
    /// Something is missing first.
    Missing(Refusal),
}

/// The three boxes of a case, as they stand for anyone who may record them.
pub fn steps(case: &Case) -> [StepBox<'_>; 3] {
    [1, 2, 3].map(|number| {
        let done = case
            .steps
            .iter()
            .find(|record| record.step.number() == number);
        match (done, missing(case, number)) {
            (Some(record), _) => StepBox::Done(record),
            (None, None) => StepBox::Ready,
            (None, Some(refusal)) => StepBox::Missing(refusal),
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

/// The fact that a command of this room makes.
pub(super) fn decide(
    case: &Case,
    command: &Command,
    context: &Context<'_>,
) -> Result<FactKind, Refusal> {
    if let Command::Link { earlier } = command {
        return link(case, *earlier, context);
    }
    let step = match command {
        Command::StepOne {
            department,
            officer,
            instruction,
        } => {
            ready(case, 1)?;
            let department = name(Field::Department, department, true)?;
            let officer = name(Field::Officer, officer, true)?;
            Step::One {
                department,
                officer,
                instruction: required(Field::Instruction, instruction)?,
            }
        }
        Command::StepTwo { result, apology } => {
            ready(case, 2)?;
            let result = required(Field::Result, result)?;
            Step::Two {
                result,
                apology: required(Field::Apology, apology)?,
            }
        }
        Command::StepThree {
            reason,
            department,
            officer,
        } => {
            ready(case, 3)?;
            let reason = required(Field::Reason, reason)?;
            let department = name(Field::Department, department, true)?;
            Step::Three {
                reason,
                department,
                officer: name(Field::Officer, officer, true)?,
            }
        }
        _ => return Err(Refusal::AlreadyDone),
    };
    Ok(FactKind::StepRecorded { step })
}

fn ready(case: &Case, step: u8) -> Result<(), Refusal> {
    missing(case, step).map_or(Ok(()), Err)
}

fn link(
    case: &Case,
    earlier: crate::domain::case::CaseNumber,
    context: &Context<'_>,
) -> Result<FactKind, Refusal> {
    if earlier == case.number {
        return Err(Refusal::SameCase);
    }
    if case.links.contains(&earlier) {
        return Err(Refusal::AlreadyLinked(earlier));
    }
    if !context
        .related
        .iter()
        .any(|related| related.number == earlier)
    {
        return Err(Refusal::NoSuchCase(earlier));
    }
    if earlier > case.number {
        return Err(Refusal::NotEarlier(earlier));
    }
    Ok(FactKind::Linked { earlier })
}
