//! The notices of a case: how far each is, and what is fulfilled because they were told.

use super::{Case, Fulfilment, StepRecord};
use crate::domain::{
    charter::{CaseKind, Channel, MetBy, Trigger},
    fact::{Fact, NoticeFact},
    notice::{CaseNotice, Medium, NoticeKey, NoticeKind, NoticeState, notices},
    petitioner::ReplyWay,
    subject::FactRef,
};
use chrono::{DateTime, TimeDelta, Utc};

/// What came in so many days before it was entered is entered as history: nobody is told anything of it any more.
const HISTORY: TimeDelta = TimeDelta::days(30);

impl Case {
    /// Takes in the notices that a fact calls for, and returns what of `met` it fulfils by itself.
    pub(super) fn call_for(&mut self, fact: &Fact, met: &[MetBy]) -> Vec<MetBy> {
        let called = notices(fact, &self.intake);
        let told_before = self.is_before(fact.recorded_at);
        if called.is_empty() || (self.is_history() && !told_before) {
            return met.to_vec();
        }
        let waits = |met_by: &&MetBy| fact.kind.waits_for_notice(**met_by);
        let mut fulfils: Vec<MetBy> = met.iter().filter(waits).copied().collect();
        for mut notice in called {
            if !self.may_be_mailed(notice.kind, fact.seq) {
                notice.medium = Medium::Staff;
            }
            // The mail beside the letter fulfils its own promise only.
            let of_it = std::mem::take(&mut fulfils);
            let called = CaseNotice::new(notice, fact.reference(), of_it);
            self.notices.push(called);
        }
        met.iter()
            .filter(|met_by| !fact.kind.waits_for_notice(**met_by))
            .copied()
            .collect()
    }

    /// True where a notice may go out by mail. A result is told by a document, by mail only for an "other" petition, at the
    /// complainant's request (act art. 27(1), decree art. 29(2)) or where it was filed electronically (art. 27(2)); the decision
    /// on an objection by a document alone (art. 35(2)). The act says nothing of what is no petition.
    fn may_be_mailed(&self, kind: NoticeKind, seq: u32) -> bool {
        if !kind.is_result() {
            return true;
        }
        let asked = self.intake.petitioner.reply_by == Some(ReplyWay::Mail);
        let free = match self.intake.case_kind {
            CaseKind::Other | CaseKind::NotAPetition => true,
            CaseKind::Grievance
            | CaseKind::InquiryLaw
            | CaseKind::InquiryProcedure
            | CaseKind::Proposal
            | CaseKind::Statutory => false,
        };
        let electronic = match self.intake.channel {
            Channel::Web | Channel::Epeople => true,
            Channel::Visit | Channel::Phone | Channel::Post | Channel::Fax | Channel::Email => {
                false
            }
        };
        // Of somebody unknown there is no other address.
        let reachable = free || asked || electronic || self.intake.anonymous;
        reachable && !self.decides_objection(seq)
    }

    /// True for the result of a round that began with an objection to the refusal of a statutory petition.
    pub(in crate::domain) fn decides_objection(&self, seq: u32) -> bool {
        let round = self.round(seq);
        let objected = |trigger: Trigger, seq: u32| trigger == Trigger::Objection && seq == round;
        let mut occurrences = self.occurrences.iter();
        occurrences.any(|one| objected(one.trigger, one.seq))
            && self.refusal_before(round).is_some()
    }

    /// What waits to go out by mail is told by staff once there is no address any more.
    pub(super) fn leave_mail(&mut self) {
        let since = self.notices.iter();
        let pending: Vec<bool> = since
            .map(|notice| self.notice_state(notice).is_pending())
            .collect();
        for (notice, pending) in self.notices.iter_mut().zip(pending) {
            // The mail beside the letter has no other way.
            if pending && notice.key.kind != NoticeKind::ResultMail {
                notice.medium = Medium::Staff;
            }
        }
    }

    /// True while the date that a fact announced waits to be told: until then the one before stands.
    pub(in crate::domain) fn awaits_telling(&self, seq: u32) -> bool {
        let mut of_it = self.notices.iter();
        let notice = of_it.find(|one| one.act.seq == seq && one.key.kind == NoticeKind::Amendment);
        notice.is_some_and(|notice| self.notice_done(notice).is_none())
    }

    pub(super) fn follow_notice(&mut self, fact: &Fact, what: &NoticeFact) {
        let key = what.key();
        if let Some(notice) = self.notices.iter_mut().find(|notice| notice.key == key) {
            notice.apply(fact, what);
        }
    }

    /// Notes whether it is open while notices are not followed yet.
    pub(super) fn stand_before(&mut self, fact: &Fact) {
        if self.is_before(fact.recorded_at) {
            self.open_then = self.stage.is_open();
        }
    }

    fn is_before(&self, recorded_at: DateTime<Utc>) -> bool {
        self.since.is_some_and(|since| recorded_at < since)
    }

    fn is_history(&self) -> bool {
        let came = self.intake.received_at.unwrap_or(self.intake.arrived_at);
        self.entered_at - came > HISTORY
    }

    /// One of its notices.
    pub fn notice(&self, key: NoticeKey) -> Option<&CaseNotice> {
        self.notices.iter().find(|notice| notice.key == key)
    }

    /// The last notice of a kind.
    pub fn last_notice(&self, kind: NoticeKind) -> Option<NoticeKey> {
        let mut of_it = self.notices.iter().rev();
        of_it
            .find(|notice| notice.key.kind == kind)
            .map(|notice| notice.key)
    }

    /// How far one of its notices is.
    pub fn notice_state(&self, notice: &CaseNotice) -> NoticeState {
        let unrecorded = notice.changed.is_none() && self.is_before(notice.act.recorded_at);
        if unrecorded && (!self.open_then || self.is_history()) {
            return NoticeState::Before;
        }
        notice.state
    }

    /// When a notice was told or sent; one of the time before notices were followed counts as told with its act.
    pub fn notice_done(&self, notice: &CaseNotice) -> Option<FactRef> {
        match self.notice_state(notice) {
            NoticeState::Before => Some(notice.act),
            NoticeState::Told | NoticeState::Sent => notice.done,
            NoticeState::Waiting
            | NoticeState::Held
            | NoticeState::Failed
            | NoticeState::Unknown => None,
        }
    }

    /// What fulfils promises.
    pub fn fulfilments(&self) -> impl Iterator<Item = Fulfilment> {
        let told = self.notices.iter().flat_map(|notice| {
            let fulfilled = notice.fulfils.iter();
            fulfilled.filter_map(|met_by| {
                let done = self.notice_done(notice)?;
                let kept = notice.was_told_for(*met_by);
                kept.then(|| Fulfilment::told(*met_by, done, notice.act.seq))
            })
        });
        self.acts.iter().copied().chain(told)
    }

    /// The last fact that fulfils this, or will once its notice was told.
    pub fn acted(&self, met_by: MetBy) -> Option<u32> {
        let acts = self.acts.iter().filter(|act| act.met_by == met_by);
        let called = self.notices.iter();
        let called = called.filter(|notice| notice.fulfils.contains(&met_by));
        let acts = acts.map(|act| act.seq);
        acts.chain(called.map(|notice| notice.act.seq)).max()
    }

    /// By which fact the last of a step's notices was told that it needs: to the team, both letters, or to team and officer.
    pub fn told_step(&self, record: &StepRecord) -> Option<FactRef> {
        let own = FactRef {
            at: record.at,
            recorded_at: record.recorded_at,
            seq: record.seq,
        };
        let called = self.notices.iter().filter(|one| one.act.seq == record.seq);
        let called = called.filter(|one| one.completes_step());
        let done: Option<Vec<FactRef>> = called.map(|one| self.notice_done(one)).collect();
        done?.into_iter().chain([own]).max_by_key(|one| one.seq)
    }

    /// When a result was told first.
    pub fn first_told(&self) -> Option<DateTime<Utc>> {
        let told = self.fulfilments();
        let told = told.filter(|done| done.met_by == MetBy::Result);
        told.map(|done| done.at).min()
    }

    /// How many results were told.
    pub fn results(&self) -> u32 {
        u32::try_from(self.results_told().count()).unwrap_or(u32::MAX)
    }

    /// When the last result was told.
    pub fn last_result_told(&self) -> Option<DateTime<Utc>> {
        self.results_told().max()
    }

    fn results_told(&self) -> impl Iterator<Item = DateTime<Utc>> {
        let told = self.fulfilments();
        let told = told.filter(|done| done.met_by == MetBy::Result);
        told.map(|done| done.at)
    }

    /// The last notice of a result that nobody was told.
    pub fn untold(&self) -> Option<&CaseNotice> {
        let mut results = self.notices.iter().rev();
        results.find(|notice| notice.is_result() && self.notice_state(notice).is_pending())
    }

    /// When the result of the fact `seq` was told; `None` where it was not, or nobody was to be told.
    pub fn told_at(&self, seq: u32) -> Option<DateTime<Utc>> {
        let mut of_it = self.notices.iter();
        let notice = of_it.find(|notice| notice.act.seq == seq && notice.is_result())?;
        self.notice_done(notice).map(|done| done.at)
    }

    /// The mail that the fact `seq` called for.
    pub fn mail(&self, seq: u32) -> Option<&CaseNotice> {
        let mut of_it = self.notices.iter();
        of_it.find(|notice| notice.act.seq == seq && notice.medium == Medium::Email)
    }
}
