//! A contact: a visit or a call, waiting or in progress, as the fold of its facts.

mod cause;
mod command;
mod deadline;
mod decide;
mod fact;
mod fold;
mod revoke;
mod word;

pub use super::refusal::ContactRefusal;
pub use cause::EndedForCause;
pub use command::{Arrival, CallBackInput, ContactCommand};
pub use deadline::deadlines;
pub use decide::{arrive, decide, merged_party};
pub use fact::{ArrivalRecord, CallBackWish, ContactFact};
pub use revoke::revocable;
pub use word::{ContactStage, EndGround, GuideTarget};

use super::{
    case::{Fulfilment, Occurrence},
    charter::{MetBy, Trigger},
    fact::Prose,
    guide::ChecklistItem,
    revocation::Revocation,
    subject::FactRef,
    subject::{CaseNumber, ContactNumber},
};
use chrono::{DateTime, Utc};

/// A contact: what its facts add up to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub number: ContactNumber,
    pub arrival: ArrivalRecord,
    pub arrived_at: DateTime<Utc>,
    pub stage: ContactStage,
    /// What it is about, by the last fact that says so.
    pub matter: Prose,
    pub department: String,
    /// The officer who serves or owes the call-back; may be empty.
    pub officer: String,
    /// Where the visitor was guided, with the number of the fact.
    pub guided: Vec<(GuideTarget, u32)>,
    /// What was said when it was handed over, in order.
    pub gists: Vec<Prose>,
    pub call_backs: Vec<CallBack>,
    pub ticked: Vec<ChecklistItem>,
    pub became: Option<CaseNumber>,
    /// How it was ended against the customer's will.
    pub ended_for: Option<EndedForCause>,
    pub occurrences: Vec<Occurrence>,
    pub fulfilments: Vec<Fulfilment>,
    pub endings: Vec<(ContactPart, FactRef)>,
    /// The facts that were struck out, in the order in which that was done.
    pub revoked: Vec<Revocation>,
    /// By which fact it was marked as made by mistake.
    pub mistaken: Option<FactRef>,
    /// The number of the last fact.
    pub seq: u32,
    /// Of the last fact that stands.
    pub last_at: DateTime<Utc>,
}

/// A call-back that was promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallBack {
    /// Number of the fact that promised it.
    pub seq: u32,
    pub wish: CallBackWish,
    /// Number of the fact that fulfilled it.
    pub done: Option<u32>,
}

/// The part of a contact that ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactPart {
    Wait,
    Contact,
}

impl Contact {
    /// True while a call-back is owed.
    pub fn owes_call_back(&self) -> bool {
        self.call_backs.iter().any(|owed| owed.done.is_none())
    }

    /// True where a question awaits advice.
    pub fn is_asking(&self) -> bool {
        let asked = self.occurrences.iter();
        let asked = asked.filter(|one| one.trigger == Trigger::QuestionAsked);
        let advised = self.fulfilments.iter();
        let advised = advised.filter(|one| one.met_by == MetBy::Advice);
        asked.map(|one| one.seq).max() > advised.map(|one| one.seq).max()
    }
}

#[cfg(test)]
mod tests;
