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
        self.key.kind.is_result()
    }

    /// True where it was told in the way in which that is promised: a call of apology by telephone, the course of handling
    /// by telephone or mail. A result says more than the course; of the time before notices were followed no way is known.
    pub(in crate::domain) fn was_told_for(&self, met_by: MetBy) -> bool {
        let mailed = self.state == NoticeState::Sent;
        let by_phone = self.how == Some(NoticeWay::Phone);
        let unknown = self.how.is_none() && !mailed;
        if met_by == MetBy::ApologyCall {
            by_phone || unknown
        } else if met_by == MetBy::Contact && !self.is_result() {
            by_phone || mailed || self.how == Some(NoticeWay::Mail) || unknown
        } else {
            true
        }
    }

    /// True for what has to be told before a step is done, where a step calls for it: not which team has the matter.
    pub(in crate::domain) fn completes_step(&self) -> bool {
        self.key.kind != NoticeKind::InCharge
    }

    /// Keeps it back: what it tells was undone by the fact.
    pub(in crate::domain) fn hold(&mut self, fact: &Fact) {
        self.changed = Some(fact.seq);
        self.state = NoticeState::Held;
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
            NoticeFact::Edited { .. } => {}
            NoticeFact::Held { .. } => self.state = NoticeState::Held,
            NoticeFact::Released { .. } | NoticeFact::Retried { .. } => {
                self.state = NoticeState::Waiting;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fact::{FactKind, Prose};

    fn notice(kind: NoticeKind) -> CaseNotice {
        let act = FactRef {
            at: DateTime::UNIX_EPOCH,
            recorded_at: DateTime::UNIX_EPOCH,
            seq: 2,
        };
        let called = Notice::to_complainant(kind, Medium::Staff, 2);
        CaseNotice::new(called, act, Vec::new())
    }

    fn apply(notice: &mut CaseNotice, what: &NoticeFact) {
        let fact = Fact {
            seq: 3,
            at: DateTime::UNIX_EPOCH,
            recorded_at: DateTime::UNIX_EPOCH,
            by: "kim".into(),
            kind: FactKind::Notice(what.clone()),
            announced: Vec::new(),
            late_reason: None,
        };
        notice.apply(&fact, what);
    }

    #[test]
    fn a_call_is_by_telephone_and_the_course_by_telephone_or_mail() {
        use NoticeWay::{Document, Fax, Mail, Phone, Post, Sms, Visit};
        for (way, call, course) in [
            (Some(Phone), true, true),
            (Some(Mail), false, true),
            (Some(Visit), false, false),
            (Some(Post), false, false),
            (Some(Fax), false, false),
            (Some(Sms), false, false),
            (Some(Document), false, false),
            (None, true, true),
        ] {
            let told = |kind| CaseNotice {
                how: way,
                ..notice(kind)
            };
            let interim = told(NoticeKind::Interim);
            let apology = told(NoticeKind::Apology);
            assert_eq!(apology.was_told_for(MetBy::ApologyCall), call, "{way:?}");
            assert!(apology.was_told_for(MetBy::Apology), "{way:?}");
            assert_eq!(interim.was_told_for(MetBy::Contact), course, "{way:?}");
            assert!(interim.was_told_for(MetBy::InterimReply), "{way:?}");
            let result = told(NoticeKind::Result);
            assert!(result.was_told_for(MetBy::Contact), "{way:?}");
        }
        let mut mailed = notice(NoticeKind::Interim);
        let key = mailed.key;
        apply(
            &mut mailed,
            &NoticeFact::Sent {
                notice: key,
                letter: None,
            },
        );
        assert!(mailed.was_told_for(MetBy::Contact));
        assert!(!mailed.was_told_for(MetBy::ApologyCall));
    }

    #[test]
    fn each_try_of_the_program_counts() {
        let mut tried = notice(NoticeKind::Receipt);
        let notice = tried.key;
        let reason = Prose::new("주소 없음");
        for (what, tries) in [
            (NoticeFact::Unknown { notice }, 1),
            (NoticeFact::Retried { notice }, 1),
            (NoticeFact::Failed { notice, reason }, 2),
            (NoticeFact::Held { notice }, 2),
            (NoticeFact::Released { notice }, 2),
            (
                NoticeFact::Sent {
                    notice,
                    letter: None,
                },
                3,
            ),
        ] {
            apply(&mut tried, &what);
            assert_eq!(tried.tries, tries);
        }
    }
}
