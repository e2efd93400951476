//! What the facts of a case mean for those that were merged into it: a result is told to their complainants too, one that is
//! struck out is withdrawn, and a correction reaches them.
//!
//! Must not know which cases those are: the desk finds them.

use super::{
    Context,
    check::signable,
    handling::was_told,
    revoke::{replay, untold},
};
use crate::domain::{
    case::{Case, CaseNumber, Stage},
    fact::{Fact, FactKind, Prose},
    refusal::{LaterFact, Refusal, RevokeRefusal},
    revocation::revoked_by,
};

/// The fact by which a merged case follows a fact of the case in which it continues; `None` where that does not concern it.
/// The history of the context is that of the merged case.
///
/// # Errors
/// A notice would not bear name and number of the person in charge; or the result cannot be withdrawn here.
pub fn follow(
    case: &Case,
    (from, fact): (CaseNumber, &Fact),
    context: &Context<'_>,
) -> Result<Option<Fact>, Refusal> {
    let kind = if let FactKind::Answered { .. } | FactKind::Refused { .. } = &fact.kind {
        share(case, (from, fact), context)?
    } else if let FactKind::Revoked { fact: struck, text } = &fact.kind {
        withdraw(case, (from, *struck), text, context)?
    } else if let FactKind::Corrected {
        fact: wrong, text, ..
    } = &fact.kind
    {
        correct(case, (from, *wrong), text, context)?
    } else {
        None
    };
    let at = context.at.max(case.last_at);
    Ok(kind.map(|kind| Fact {
        at,
        ..context.fact(case.seq + 1, kind)
    }))
}

/// Refuses where a merged case would wait for the result of one that has ended, or had it before.
///
/// # Errors
/// The merged case, which has to stand by itself first.
pub fn waits_in_vain(case: &Case, into: &Case) -> Result<(), Refusal> {
    let comes = matches!(
        into.stage,
        Stage::Arrived | Stage::Received | Stage::Assigned | Stage::Merged
    );
    if comes || !case.awaits_shared_result() {
        return Ok(());
    }
    Err(Refusal::MergedWaits(case.number))
}

/// Who has a result already gets no other.
fn share(
    case: &Case,
    (from, result): (CaseNumber, &Fact),
    context: &Context<'_>,
) -> Result<Option<FactKind>, Refusal> {
    if case.stage != Stage::Merged {
        return Ok(None);
    }
    signable(case, context)?;
    Ok(Some(FactKind::ResultShared {
        from,
        seq: result.seq,
        denied: result.kind.denies(),
    }))
}

/// What was really told is corrected; what was recorded later here may need the result.
fn withdraw(
    case: &Case,
    result: (CaseNumber, u32),
    reason: &Prose,
    context: &Context<'_>,
) -> Result<Option<FactKind>, Refusal> {
    let Some(shared) = shared(case, result, context.history) else {
        return Ok(None);
    };
    if let Err(refusal) = untold(case, |notice| notice.act.seq == shared.seq) {
        let there = RevokeRefusal::ToldThere {
            fact: result.1,
            on: case.number,
        };
        let told = matches!(refusal, RevokeRefusal::Told { .. });
        return Err(if told { there } else { refusal }.into());
    }
    if let Some(later) = replay::needs(case, shared, context) {
        let on = Some(case.number.into());
        return Err(RevokeRefusal::Needed(LaterFact { on, ..later }).into());
    }
    Ok(Some(FactKind::Revoked {
        fact: shared.seq,
        text: Prose::new(reason.as_str()),
    }))
}

/// Who was told the result is told what is right as well.
fn correct(
    case: &Case,
    result: (CaseNumber, u32),
    right: &Prose,
    context: &Context<'_>,
) -> Result<Option<FactKind>, Refusal> {
    let Some(shared) = shared(case, result, context.history) else {
        return Ok(None);
    };
    let notifies = was_told(case, shared.seq);
    if notifies {
        signable(case, context)?;
    }
    Ok(Some(FactKind::Corrected {
        fact: shared.seq,
        text: Prose::new(right.as_str()),
        notifies,
    }))
}

/// The fact of a merged case that shares a result, where it stands.
fn shared<'a>(
    case: &Case,
    (number, result): (CaseNumber, u32),
    history: &'a [Fact],
) -> Option<&'a Fact> {
    history.iter().find(|fact| {
        let of_it = matches!(fact.kind, FactKind::ResultShared { from, seq, .. } if (from, seq) == (number, result));
        of_it && revoked_by(&case.revoked, fact.seq).is_none()
    })
}
