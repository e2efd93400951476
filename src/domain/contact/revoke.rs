//! Whether a fact of a contact may be struck out: as with a case, where what was recorded later would stand without it. An
//! arrival that was struck out was made by mistake: nobody came, and the number stays.

use super::{Contact, ContactFact, ContactRefusal, ContactStage, decide::waiting};
use crate::domain::{
    decide::{
        Context, passed, prose,
        revoke::{self, Weight, replay::Later},
    },
    fact::{Fact, FactContent},
    party::Field,
    refusal::{Refusal, RevokeRefusal},
    revocation::{RECEIPT, revoked_by},
};

/// The fact that strikes another out; an arrival needs no reason.
pub(super) fn decide(
    (contact, facts): (&Contact, &[Fact<ContactFact>]),
    number: u32,
    reason: &str,
    context: &Context<'_>,
) -> Result<ContactFact, Refusal> {
    passed(context)?;
    revocable((contact, facts), number, context)?;
    Ok(ContactFact::Revoked {
        fact: number,
        text: prose(Field::Reason, reason, number != RECEIPT)?,
    })
}

/// Whether a fact of the contact may be struck out now by who acts, whatever the reason.
///
/// # Errors
/// What stands in the way: another role is needed, it became a case, or a later fact needs it.
pub fn revocable(
    (contact, facts): (&Contact, &[Fact<ContactFact>]),
    number: u32,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    if contact.mistaken.is_some() {
        return Err(RevokeRefusal::Mistaken.into());
    }
    let fact = revoke::found(facts, number, contact.seq)?;
    if let Some(by) = revoked_by(&contact.revoked, number) {
        return Err(RevokeRefusal::Already { fact: number, by }.into());
    }
    let weight = weight((contact, facts), fact)?;
    revoke::permitted(fact, weight, context)?;
    revoke::in_its_time(fact, context)?;
    if number == RECEIPT {
        if let Some(case) = contact.became {
            return Err(RevokeRefusal::Became(case).into());
        }
        Ok(())
    } else {
        stands((contact, facts), number)
    }
}

/// What a fact weighs; refuses what cannot be struck out at all.
fn weight(
    (contact, facts): (&Contact, &[Fact<ContactFact>]),
    fact: &Fact<ContactFact>,
) -> Result<Weight, RevokeRefusal> {
    let served = || {
        facts.iter().skip(1).any(|later| {
            revoked_by(&contact.revoked, later.seq).is_none() && later.kind.revokes().is_none()
        })
    };
    Ok(match &fact.kind {
        ContactFact::Revoked { .. } => return Err(RevokeRefusal::Final(fact.seq)),
        ContactFact::Recomputed { .. } => return Err(RevokeRefusal::OfProgram(fact.seq)),
        // A stray key; with whom something was done somebody came.
        ContactFact::Arrived(_) if served() => Weight::Grave,
        // The customer was told something, or has a receipt number.
        ContactFact::CalledBack { .. }
        | ContactFact::BecameCase { .. }
        | ContactFact::EndedForCause { .. } => Weight::Grave,
        ContactFact::Arrived(_)
        | ContactFact::Guided { .. }
        | ContactFact::WaitTold { .. }
        | ContactFact::QuestionAsked { .. }
        | ContactFact::Served { .. }
        | ContactFact::OfficerMissed { .. }
        | ContactFact::AnswerPostponed { .. }
        | ContactFact::HandedOver { .. }
        | ContactFact::ChecklistTicked { .. }
        | ContactFact::Ended { .. }
        | ContactFact::Corrected { .. } => Weight::Plain,
    })
}

/// Refuses where a later fact needs this one, and names it.
fn stands((contact, facts): (&Contact, &[Fact<ContactFact>]), number: u32) -> Result<(), Refusal> {
    let later = Later {
        facts,
        struck: Some(number),
    };
    let refused = later.first_refused(
        |first| Contact::begin(contact.number, first),
        Contact::apply,
        again,
        again,
    );
    refused.map_or(Ok(()), |later| Err(RevokeRefusal::Needed(later).into()))
}

/// Whether a recorded fact would be possible on a contact.
fn again(contact: &Contact, fact: &Fact<ContactFact>) -> Result<(), Refusal> {
    let late = matches!(
        fact.kind,
        ContactFact::ChecklistTicked { .. }
            | ContactFact::Corrected { .. }
            | ContactFact::Recomputed { .. }
    );
    if contact.stage == ContactStage::Ended && !late {
        return Err(ContactRefusal::Ended.into());
    }
    match &fact.kind {
        ContactFact::Guided { .. } | ContactFact::WaitTold { .. } => waiting(contact),
        ContactFact::Served { .. }
            if contact.stage == ContactStage::Serving && !contact.is_asking() =>
        {
            let officer = contact.officer.clone();
            Err(ContactRefusal::Served { officer }.into())
        }
        ContactFact::CalledBack { .. } if !contact.owes_call_back() => {
            Err(ContactRefusal::NoCallBack.into())
        }
        ContactFact::Arrived(_)
        | ContactFact::QuestionAsked { .. }
        | ContactFact::Served { .. }
        | ContactFact::OfficerMissed { .. }
        | ContactFact::AnswerPostponed { .. }
        | ContactFact::CalledBack { .. }
        | ContactFact::HandedOver { .. }
        | ContactFact::ChecklistTicked { .. }
        | ContactFact::BecameCase { .. }
        | ContactFact::Ended { .. }
        | ContactFact::EndedForCause { .. }
        | ContactFact::Corrected { .. }
        | ContactFact::Revoked { .. }
        | ContactFact::Recomputed { .. } => Ok(()),
    }
}
