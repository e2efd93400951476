//! A contact as the fold of its facts, which were checked before they were recorded.

use super::{
    ArrivalRecord, CallBack, CallBackWish, Contact, ContactFact, ContactPart, ContactStage,
    EndGround, EndedForCause,
};
use crate::domain::{
    case::{Fulfilment, Occurrence},
    charter::{Channel, Detail, MetBy, Trigger},
    fact::{Fact, FactContent, Prose},
    revocation::{RECEIPT, Revocation, revocations, revoked_by},
    subject::{CaseNumber, ContactNumber},
};
use chrono::{DateTime, Utc};

/// What serving fulfils.
const SERVED: &[MetBy] = &[
    MetBy::Served,
    MetBy::Office,
    MetBy::Officer,
    MetBy::Wait,
    MetBy::Advice,
];

impl Contact {
    /// The contact that the facts add up to; `None` where they do not begin with an arrival.
    pub fn fold(number: ContactNumber, facts: &[Fact<ContactFact>]) -> Option<Self> {
        let (first, rest) = facts.split_first()?;
        let mut contact = Self::begin(number, first)?;
        let revoked = revocations(facts);
        for fact in rest {
            match revoked_by(&revoked, fact.seq) {
                Some(_) => contact.seq = fact.seq,
                None => contact.apply(fact),
            }
        }
        Some(contact)
    }

    /// The contact that begins with `fact`; `None` where that is no arrival.
    pub fn begin(number: ContactNumber, fact: &Fact<ContactFact>) -> Option<Self> {
        let ContactFact::Arrived(arrived) = &fact.kind else {
            return None;
        };
        let mut contact = Self {
            number,
            arrival: arrived.as_ref().clone(),
            arrived_at: fact.at,
            stage: ContactStage::Waiting,
            matter: arrived.matter.clone(),
            department: arrived.department.clone(),
            officer: arrived.officer.clone(),
            guided: Vec::new(),
            gists: Vec::new(),
            call_backs: Vec::new(),
            ticked: Vec::new(),
            became: None,
            ended_for: None,
            occurrences: Vec::new(),
            fulfilments: Vec::new(),
            endings: Vec::new(),
            revoked: Vec::new(),
            mistaken: None,
            seq: 0,
            last_at: fact.at,
        };
        contact.apply(fact);
        Some(contact)
    }

    /// The contact with further facts; `before` are those it is the fold of, which a revocation needs.
    #[must_use]
    pub fn with(mut self, before: &[Fact<ContactFact>], further: &[Fact<ContactFact>]) -> Self {
        let revokes =
            |fact: &Fact<ContactFact>| fact.kind.revokes().is_some_and(|of| of != RECEIPT);
        if further.iter().any(revokes)
            && let Some(contact) = Self::fold(self.number, &[before, further].concat())
        {
            return contact;
        }
        for fact in further {
            self.apply(fact);
        }
        self
    }

    /// Applies the next fact. One that strikes another out is noted only: see [`Contact::with`].
    pub fn apply(&mut self, fact: &Fact<ContactFact>) {
        self.seq = fact.seq;
        if fact.kind.revokes().is_none() {
            self.last_at = fact.at;
        }
        match &fact.kind {
            ContactFact::Arrived(arrived) => self.arrive(arrived, fact),
            ContactFact::Guided { to, officer } => {
                self.guided.push((*to, fact.seq));
                take(&mut self.officer, officer);
                self.fulfil(to.fulfils(), fact);
            }
            ContactFact::WaitTold { .. } => self.fulfil(&[MetBy::Wait], fact),
            ContactFact::QuestionAsked { text } => {
                self.matter = text.clone();
                self.occur(Trigger::QuestionAsked, None, fact);
            }
            ContactFact::Served { officer } => {
                take(&mut self.officer, officer);
                self.stage = ContactStage::Serving;
                self.fulfil(SERVED, fact);
            }
            ContactFact::OfficerMissed {
                officer,
                matter,
                wish,
            } => {
                take(&mut self.officer, officer);
                self.promise(Trigger::OfficerAbsent, (matter, wish), fact);
            }
            ContactFact::AnswerPostponed { matter, wish } => {
                // Promising an answer implies that the customer was served.
                self.fulfil(SERVED, fact);
                self.promise(Trigger::AnswerLater, (matter, wish), fact);
            }
            ContactFact::CalledBack { .. } => self.called_back(fact),
            ContactFact::HandedOver {
                department,
                officer,
                gist,
            } => {
                take(&mut self.department, department);
                officer.clone_into(&mut self.officer);
                self.gists.push(gist.clone());
                if self.stage == ContactStage::Serving {
                    self.stage = ContactStage::Waiting;
                }
            }
            ContactFact::ChecklistTicked { items } => self.ticked.extend(items.iter().cloned()),
            ContactFact::BecameCase { case } => self.become_case(*case, fact),
            ContactFact::Ended { .. } => {
                self.over(ContactPart::Contact, fact);
                self.stage = ContactStage::Ended;
            }
            ContactFact::EndedForCause {
                ground, told_at, ..
            } => self.end_for_cause((*ground, *told_at), fact),
            ContactFact::Revoked { fact: of, .. } => self.revoke(*of, fact),
            ContactFact::Corrected { .. } | ContactFact::Recomputed { .. } => {}
        }
    }

    fn arrive(&mut self, arrived: &ArrivalRecord, fact: &Fact<ContactFact>) {
        let trigger = if arrived.channel == Channel::Phone {
            Trigger::Call
        } else {
            Trigger::VisitorArrived
        };
        let detail = arrived.assistance.then_some(Detail::Assistance);
        self.occur(trigger, detail, fact);
    }

    /// Notes what was struck out; of the arrival, that nobody came.
    fn revoke(&mut self, of: u32, fact: &Fact<ContactFact>) {
        self.revoked.push(Revocation {
            fact: of,
            by: fact.seq,
        });
        if of == RECEIPT {
            self.over(ContactPart::Contact, fact);
            self.stage = ContactStage::Ended;
            self.mistaken = Some(fact.reference());
        }
    }

    /// Ends the wait with the promise of a call-back, unless no reply is wanted.
    fn promise(
        &mut self,
        trigger: Trigger,
        (matter, wish): (&Prose, &CallBackWish),
        fact: &Fact<ContactFact>,
    ) {
        self.matter = matter.clone();
        self.over(ContactPart::Wait, fact);
        if wish.reply {
            self.call_backs.push(CallBack {
                seq: fact.seq,
                wish: wish.clone(),
                done: None,
            });
            self.occur(trigger, None, fact);
        }
        self.stage = ContactStage::CallBack;
    }

    fn called_back(&mut self, fact: &Fact<ContactFact>) {
        for owed in &mut self.call_backs {
            owed.done = owed.done.or(Some(fact.seq));
        }
        self.fulfil(&[MetBy::CallBack], fact);
        if self.stage == ContactStage::CallBack {
            self.over(ContactPart::Contact, fact);
            self.stage = ContactStage::Ended;
        }
    }

    fn become_case(&mut self, case: CaseNumber, fact: &Fact<ContactFact>) {
        self.became = Some(case);
        // Receiving the matter as a case implies that the customer was served.
        self.fulfil(SERVED, fact);
        self.leave(fact);
    }

    /// Nobody is served any more; a call-back that is owed stays owed.
    fn end_for_cause(
        &mut self,
        (ground, told_at): (EndGround, DateTime<Utc>),
        fact: &Fact<ContactFact>,
    ) {
        let at = fact.at;
        self.ended_for = Some(EndedForCause {
            ground,
            told_at,
            at,
        });
        self.leave(fact);
    }

    /// The customer is gone: it is over unless a call-back is owed.
    fn leave(&mut self, fact: &Fact<ContactFact>) {
        let (stage, part) = if self.owes_call_back() {
            (ContactStage::CallBack, ContactPart::Wait)
        } else {
            (ContactStage::Ended, ContactPart::Contact)
        };
        self.stage = stage;
        self.over(part, fact);
    }

    fn occur(&mut self, trigger: Trigger, detail: Option<Detail>, fact: &Fact<ContactFact>) {
        self.occurrences.push(Occurrence {
            trigger,
            detail,
            happened: None,
            at: fact.at,
            seq: fact.seq,
            again: false,
        });
    }

    fn fulfil(&mut self, what: &[MetBy], fact: &Fact<ContactFact>) {
        self.fulfilments
            .extend(what.iter().map(|met_by| Fulfilment::by(fact, *met_by)));
    }

    fn over(&mut self, what: ContactPart, fact: &Fact<ContactFact>) {
        self.endings.push((what, fact.reference()));
    }
}

/// Replaces a name, unless the new one is empty.
fn take(place: &mut String, name: &str) {
    if !name.is_empty() {
        name.clone_into(place);
    }
}
