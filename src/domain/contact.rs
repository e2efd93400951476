//! A contact: a visit or a call, waiting or in progress, as the fold of its facts.
//!
//! Knows the charter only through its promises; what may be recorded when is decided in [`decide()`].

mod command;
mod deadline;
mod decide;
mod fact;
mod fold;
mod word;

pub use super::refusal::ContactRefusal;
pub use command::{Arrival, CallBackInput, ContactCommand};
pub use deadline::deadlines;
pub use decide::{arrive, decide, person};
pub use fact::{ArrivalRecord, CallBackWish, ContactFact};
pub use word::{ContactStage, GuideTarget};

use super::{
    case::{Fulfilment, Occurrence},
    charter::{MetBy, Trigger},
    fact::Prose,
    guide::ChecklistItem,
    subject::FactRef,
    subject::{CaseNumber, ContactNumber},
};
use chrono::{DateTime, Utc};

/// A contact: what its facts add up to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub number: ContactNumber,
    /// How it began.
    pub arrival: ArrivalRecord,
    /// When it began.
    pub arrived_at: DateTime<Utc>,
    pub stage: ContactStage,
    /// What it is about, as was said last.
    pub matter: Prose,
    /// The department in charge.
    pub department: String,
    /// The officer who serves or owes the call-back; may be empty.
    pub officer: String,
    /// To where the visitor was guided, and by which fact.
    pub guided: Vec<(GuideTarget, u32)>,
    /// What was handed over with it, in order.
    pub gists: Vec<Prose>,
    /// The call-backs promised, in order.
    pub call_backs: Vec<CallBack>,
    /// Items of checklists that were ticked, in order.
    pub ticked: Vec<ChecklistItem>,
    /// The case it became.
    pub became: Option<CaseNumber>,
    /// What may trigger promises, in order.
    pub occurrences: Vec<Occurrence>,
    /// What may fulfil promises, in order.
    pub fulfilments: Vec<Fulfilment>,
    /// Ends of the wait and of the contact, in order.
    pub endings: Vec<(ContactPart, FactRef)>,
    /// The number of the last fact.
    pub seq: u32,
    /// When the last fact happened.
    pub last_at: DateTime<Utc>,
}

/// A call-back that was promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallBack {
    /// By which fact.
    pub seq: u32,
    /// What the customer wishes.
    pub wish: CallBackWish,
    /// By which fact the customer was called back.
    pub done: Option<u32>,
}

/// The part of a contact that ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactPart {
    /// The wait at the counter or on the line.
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
        let last = |found: Option<u32>| found.unwrap_or(0);
        let asked = self.occurrences.iter().rev();
        let asked = last(
            asked
                .filter(|one| one.trigger == Trigger::QuestionAsked)
                .map(|one| one.seq)
                .next(),
        );
        let advised = self.fulfilments.iter().rev();
        let advised = last(
            advised
                .filter(|one| one.met_by == MetBy::Advice)
                .map(|one| one.seq)
                .next(),
        );
        asked > advised
    }
}

#[cfg(test)]
mod tests;
