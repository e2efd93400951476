//! Whether a fact of a duty may be struck out: as with a case, where what was recorded later would stand without it. The
//! beginning is, where a person planned or entered it; what the calendar opened is left out instead.

use super::{Duty, DutyAction, DutyFact, DutyRefusal, DutyStage, check::possible};
use crate::domain::{
    decide::{
        Context, passed, required,
        revoke::{self, Weight, replay::Later},
    },
    fact::{Fact, Prose},
    party::Field,
    refusal::{Refusal, RevokeRefusal},
    revocation::{RECEIPT, revoked_by},
    staff::THE_CALENDAR,
};

/// The fact that strikes another out.
pub(super) fn decide(
    (duty, facts): (&Duty, &[Fact<DutyFact>]),
    number: u32,
    reason: &str,
    context: &Context<'_>,
) -> Result<DutyFact, Refusal> {
    passed(context)?;
    revocable((duty, facts), number, context)?;
    Ok(DutyFact::Revoked {
        fact: number,
        text: required(Field::Reason, reason)?,
    })
}

/// Whether a fact of the duty may be struck out now by who acts, whatever the reason.
///
/// # Errors
/// What stands in the way: another role is needed, the calendar opened it, or a later fact needs it.
pub fn revocable(
    (duty, facts): (&Duty, &[Fact<DutyFact>]),
    number: u32,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    let fact = revoke::found(facts, number, duty.seq)?;
    if let Some(by) = revoked_by(&duty.revoked, number) {
        return Err(RevokeRefusal::Already { fact: number, by }.into());
    }
    let weight = weight(fact)?;
    revoke::permitted(fact, weight, context)?;
    revoke::in_its_time(fact, context)?;
    if number == RECEIPT {
        Ok(mistaken(duty, fact)?)
    } else {
        stands((duty, facts), number, context)
    }
}

/// The fact by which a duty is withdrawn that another one opened, whose completion is struck out.
///
/// # Errors
/// Something was recorded of it since.
pub fn withdrawn(
    follower: &Duty,
    reason: &Prose,
    context: &Context<'_>,
) -> Result<Fact<DutyFact>, Refusal> {
    if follower.stage != DutyStage::Open || !follower.dates.is_empty() {
        return Err(RevokeRefusal::Followed(follower.number).into());
    }
    let revoked = DutyFact::Revoked {
        fact: RECEIPT,
        text: reason.clone(),
    };
    Ok(context.fact(follower.seq + 1, revoked))
}

fn mistaken(duty: &Duty, first: &Fact<DutyFact>) -> Result<(), RevokeRefusal> {
    let fresh = match duty.stage {
        DutyStage::Open | DutyStage::Earlier => true,
        DutyStage::Announced | DutyStage::Done | DutyStage::Skipped => false,
    };
    if fresh && first.by != THE_CALENDAR {
        Ok(())
    } else {
        Err(RevokeRefusal::Begins)
    }
}

/// What a fact weighs; refuses what cannot be struck out at all.
fn weight(fact: &Fact<DutyFact>) -> Result<Weight, RevokeRefusal> {
    Ok(match &fact.kind {
        DutyFact::Revoked { .. } => return Err(RevokeRefusal::Final(fact.seq)),
        DutyFact::Recomputed { .. } => return Err(RevokeRefusal::OfProgram(fact.seq)),
        // It begins or ends the duty, or somebody was told.
        DutyFact::Opened(_)
        | DutyFact::Recorded(_)
        | DutyFact::Announced { .. }
        | DutyFact::Skipped { .. }
        | DutyFact::Reminded { .. } => Weight::Grave,
        DutyFact::Scheduled { .. } | DutyFact::Done(_) | DutyFact::Corrected { .. } => {
            Weight::Plain
        }
    })
}

/// Refuses where a later fact needs this one, and names it.
fn stands(
    (duty, facts): (&Duty, &[Fact<DutyFact>]),
    number: u32,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    let later = Later {
        facts,
        struck: Some(number),
    };
    let again = |duty: &Duty, fact: &Fact<DutyFact>| again(duty, fact, context);
    let refused = later.first_refused(
        |first| Duty::begin(duty.number, first),
        Duty::apply,
        again,
        again,
    );
    refused.map_or(Ok(()), |later| Err(RevokeRefusal::Needed(later).into()))
}

/// Whether a recorded fact would be possible on a duty, at its own time.
fn again(duty: &Duty, fact: &Fact<DutyFact>, context: &Context<'_>) -> Result<(), Refusal> {
    let then = Context {
        at: fact.at,
        now: fact.recorded_at,
        ..*context
    };
    let action = match &fact.kind {
        DutyFact::Corrected {
            fact, score, grade, ..
        } if (score.is_some() || grade.is_some()) && !duty.has_result(*fact) => {
            return Err(Refusal::Duty(DutyRefusal::NoResultThere(*fact)));
        }
        DutyFact::Scheduled { .. } => DutyAction::Schedule,
        DutyFact::Announced { .. } => DutyAction::Announce,
        DutyFact::Done(_) => DutyAction::Finish,
        DutyFact::Skipped { .. } => DutyAction::Skip,
        DutyFact::Reminded { .. } => DutyAction::Remind,
        DutyFact::Corrected { .. } => DutyAction::Correct,
        DutyFact::Opened(_)
        | DutyFact::Recorded(_)
        | DutyFact::Revoked { .. }
        | DutyFact::Recomputed { .. } => return Ok(()),
    };
    possible(duty, action, &then)
}
