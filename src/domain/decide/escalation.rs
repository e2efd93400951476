//! The escalation ladder: steps 1, 2 and 3 in this order, each once, each with its conditions; and the link that step 2 needs.

use super::{
    Context, RelatedCase, cleaned,
    stages::{KNOWN, KNOWN_OR_CLOSED, at_stage},
    team,
};
use crate::domain::{
    case::{Case, CaseNumber, StepRecord},
    charter::{Charter, Topic, Trigger},
    command::Ladder,
    fact::{FactKind, Linkage, Step},
    refusal::{LadderRefusal, Refusal},
    rights::Operation,
};

/// The topics of a complaint in the sense of the ladder (`gbvc.step.1`).
const COMPLAINTS: [Topic; 3] = [Topic::Complaint, Topic::Discourtesy, Topic::Dissatisfaction];

/// The state of one step of the ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepBox<'a> {
    Done(&'a StepRecord),
    Ready,
    Missing(Refusal),
}

/// Returns the state of the three steps, whatever the role; `related` are the cases that it is linked to.
pub fn steps<'a>(case: &'a Case, charter: &Charter, related: &[RelatedCase]) -> [StepBox<'a>; 3] {
    [1, 2, 3].map(|number| match recorded(case, number) {
        Some(record) => StepBox::Done(record),
        None => missing(case, number, (charter, related)).map_or(StepBox::Ready, StepBox::Missing),
    })
}

fn recorded(case: &Case, step: u8) -> Option<&StepRecord> {
    let mut records = case.steps.iter();
    records.find(|record| record.step.number() == step)
}

fn missing(
    case: &Case,
    step: u8,
    (charter, related): (&Charter, &[RelatedCase]),
) -> Option<Refusal> {
    let stages = if step == 3 { KNOWN_OR_CLOSED } else { KNOWN };
    if let Err(refusal) = at_stage(case, stages) {
        return Some(refusal);
    }
    if !charter
        .promises
        .iter()
        .any(|promise| promise.step == Some(step))
    {
        return Some(LadderRefusal::NoLadder.into());
    }
    if !is_complaint(case) {
        return Some(LadderRefusal::NoComplaint.into());
    }
    if recorded(case, step).is_some() {
        return Some(LadderRefusal::StepDone(step).into());
    }
    let refusal = match step {
        2 => unlinked(case).or_else(|| {
            let made_up = case.step() >= 1 || related.iter().any(|earlier| earlier.step >= 1);
            (!made_up).then_some(LadderRefusal::FirstStepMissing)
        }),
        3 => match recorded(case, 2) {
            None => Some(LadderRefusal::SecondStepMissing),
            Some(second) if case.told_step(second).is_none() => Some(LadderRefusal::LettersUntold),
            Some(_) => None,
        },
        _ => None,
    };
    refusal.map(Refusal::from)
}

/// True for a matter of the ladder: a complaint, or one on which misconduct was recorded.
fn is_complaint(case: &Case) -> bool {
    let mut topics = case.intake.topics.iter();
    let mut occurrences = case.occurrences.iter();
    topics.any(|topic| COMPLAINTS.contains(topic))
        || occurrences.any(|one| one.trigger == Trigger::Misconduct)
}

/// Why no earlier case is known to be of the same customer and point.
fn unlinked(case: &Case) -> Option<LadderRefusal> {
    match (case.links.is_empty(), case.see_also.last()) {
        (false, _) => None,
        (true, Some(earlier)) => Some(LadderRefusal::LinkUnconfirmed(*earlier)),
        (true, None) => Some(LadderRefusal::LinkNeeded),
    }
}

/// Refuses a step whose conditions are not met, whatever the role.
pub(super) fn ready(case: &Case, step: u8, context: &Context<'_>) -> Result<(), Refusal> {
    missing(case, step, (context.charter, context.related)).map_or(Ok(()), Err)
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
        } => {
            let (department, officer) = team::known(department, officer, context)?;
            Step::One {
                department,
                officer,
                instruction: cleaned(instruction),
                notifies: true,
            }
        }
        Ladder::StepTwo { result, apology } => Step::Two {
            result: cleaned(result),
            apology: cleaned(apology),
            notifies: true,
        },
        Ladder::StepThree {
            reason,
            department,
            officer,
        } => {
            let (department, officer) = team::known(department, officer, context)?;
            Step::Three {
                reason: cleaned(reason),
                department,
                officer,
                notifies: true,
            }
        }
        Ladder::Link {
            earlier,
            see_also,
            reason,
        } => return link(case, *earlier, (*see_also, reason), context),
    };
    Ok(FactKind::StepRecorded { step })
}

fn link(
    case: &Case,
    earlier: CaseNumber,
    (see_also, reason): (bool, &str),
    context: &Context<'_>,
) -> Result<FactKind, Refusal> {
    if earlier == case.number {
        return Err(Refusal::SameCase);
    }
    let pointed = see_also && case.see_also.contains(&earlier);
    if pointed || case.links.contains(&earlier) {
        return Err(LadderRefusal::AlreadyLinked(earlier).into());
    }
    let mut related = context.related.iter();
    let Some(related) = related.find(|related| related.number == earlier) else {
        return Err(Refusal::NoSuchCase(earlier));
    };
    if earlier.cmp(&case.number).is_gt() {
        return Err(LadderRefusal::NotEarlier(earlier).into());
    }
    if related.mistaken {
        return Err(LadderRefusal::EarlierMistaken(earlier).into());
    }
    let how = if see_also {
        Linkage::SeeAlso
    } else {
        Linkage::Confirmed
    };
    let reason = Some(cleaned(reason)).filter(|reason| !reason.as_str().is_empty());
    if how == Linkage::Confirmed {
        confirmable(related, reason.is_some(), context)?;
    }
    Ok(FactKind::Linked {
        earlier,
        how,
        reason,
    })
}

/// Refuses to confirm against the program's doubt, unless a supervisor gives the reason.
fn confirmable(
    related: &RelatedCase,
    reasoned: bool,
    context: &Context<'_>,
) -> Result<(), LadderRefusal> {
    let doubts = related.sameness.map(|found| found.doubts());
    let Some(doubts) = doubts.filter(|doubts| !doubts.is_empty()) else {
        return Ok(());
    };
    if !context.role.may(Operation::DoubtfulLink) {
        Err(LadderRefusal::LinkDoubted(doubts))
    } else if reasoned {
        Ok(())
    } else {
        Err(LadderRefusal::LinkReasonMissing(doubts))
    }
}
