//! The life of the notices of a case, folded from its facts; and what telling them fulfils.

use super::{Medium, Notice, NoticeKey, NoticeKind, NoticeState, NoticeWay, Recipient};
use crate::domain::{
    charter::MetBy,
    fact::{Fact, NoticeFact},
    subject::FactRef,
};
use chrono::{DateTime, Utc};

/// Since when a desk follows its notices; `None` where it always has.
pub type FollowedSince = Option<DateTime<Utc>>;

/// A notice of a case and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseNotice {
    pub key: NoticeKey,
    pub medium: Medium,
    pub recipient: Recipient,
    /// The team or officer that is told; empty where that is the complainant.
    pub addressee: String,
    /// The fact that calls for it.
    pub act: FactRef,
    /// How far it is, unless it is of the time before notices were followed.
    pub(in crate::domain) state: NoticeState,
    /// How it was told.
    pub how: Option<NoticeWay>,
    /// The fact by which it was told or sent.
    pub done: Option<FactRef>,
    /// How often the program tried to send it.
    pub tries: u32,
    /// The fact that changed it last.
    pub changed: Option<u32>,
    /// What is fulfilled once it was told or sent.
    pub(in crate::domain) fulfils: Vec<MetBy>,
}

impl CaseNotice {
    pub(in crate::domain) fn new(notice: Notice, act: FactRef, fulfils: Vec<MetBy>) -> Self {
        Self {
            key: notice.key(),
            medium: notice.medium,
            recipient: notice.recipient,
            addressee: notice.addressee,
            act,
            state: NoticeState::Waiting,
            how: None,
            done: None,
            tries: 0,
            changed: None,
            fulfils,
        }
    }

    /// True for the notice of a result or a refusal.
    pub fn is_result(&self) -> bool {
        match self.key.kind {
            NoticeKind::Result | NoticeKind::Refusal => true,
            NoticeKind::ResultMail
            | NoticeKind::Receipt
            | NoticeKind::Extension
            | NoticeKind::Interim
            | NoticeKind::Supplement
            | NoticeKind::Transfer
            | NoticeKind::Return
            | NoticeKind::Repeat
            | NoticeKind::Merge
            | NoticeKind::Delay
            | NoticeKind::Visit
            | NoticeKind::Measures
            | NoticeKind::InCharge
            | NoticeKind::Correction
            | NoticeKind::Instruction
            | NoticeKind::Caution
            | NoticeKind::Apology => false,
        }
    }

    /// True for what has to be told before a step is done, where a step calls for it: not which team has the matter.
    pub(in crate::domain) fn completes_step(&self) -> bool {
        self.key.kind != NoticeKind::InCharge
    }

    pub(in crate::domain) fn apply(&mut self, fact: &Fact, what: &NoticeFact) {
        self.changed = Some(fact.seq);
        match what {
            NoticeFact::Told { how, .. } => {
                self.state = NoticeState::Told;
                self.how = Some(*how);
                self.done = Some(fact.reference());
            }
            NoticeFact::Sent { .. } => {
                self.state = NoticeState::Sent;
                self.done = Some(fact.reference());
                self.tries += 1;
            }
            NoticeFact::Failed { .. } => {
                self.state = NoticeState::Failed;
                self.tries += 1;
            }
            NoticeFact::Unknown { .. } => {
                self.state = NoticeState::Unknown;
                self.tries += 1;
            }
            NoticeFact::Held { .. } => self.state = NoticeState::Held,
            NoticeFact::Released { .. } | NoticeFact::Retried { .. } => {
                self.state = NoticeState::Waiting;
            }
        }
    }
}
