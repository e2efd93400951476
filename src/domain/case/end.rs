//! Applies what ends a case, and what takes it up again.

use super::{Case, CaseNumber, Stage, Undo};
use crate::domain::{
    charter::Trigger,
    fact::Fact,
    notice::{CaseNotice, NoticeState},
};
use chrono::{DateTime, Utc};

impl Case {
    pub(super) fn answer(&mut self, fact: &Fact) {
        self.answers.push(fact.reference());
        self.end_pause(fact.at);
        self.stage = Stage::Answered;
    }

    pub(super) fn share(&mut self, fact: &Fact, from: CaseNumber) {
        self.shared_from = Some(from);
        self.answer(fact);
    }

    /// What ended without a result goes on as if it had not: no period begins anew. After a result a new round begins.
    pub(super) fn reopen(&mut self, fact: &Fact) {
        match self.stage {
            Stage::Withdrawn | Stage::Returned | Stage::Transferred | Stage::Merged => {
                self.undo_end(fact);
            }
            Stage::Arrived
            | Stage::Received
            | Stage::Assigned
            | Stage::Answered
            | Stage::Closed => self.begin_round(fact),
        }
    }

    /// What tells the complainant of the end that is undone must not go out any more: it is kept back.
    fn undo_end(&mut self, fact: &Fact) {
        let Some(undo) = self.undo.take() else { return };
        let waits = |notice: &CaseNotice| {
            notice.act.seq == undo.seq && self.notice_state(notice) == NoticeState::Waiting
        };
        let waiting: Vec<bool> = self.notices.iter().map(waits).collect();
        for (notice, waits) in self.notices.iter_mut().zip(waiting) {
            if waits {
                notice.hold(fact);
            }
        }
        self.stage = undo.stage;
        self.merged_into = None;
        self.joined = None;
        self.endings.retain(|ending| ending.seq != undo.seq);
        let mut pauses = self.pauses.iter_mut();
        if let Some(pause) = pauses.find(|pause| Some(pause.seq) == undo.pause) {
            pause.to = None;
        }
    }

    /// Begins a new round: the promises of a result begin again.
    pub(super) fn begin_round(&mut self, fact: &Fact) {
        self.occur(Trigger::Received, fact.at, fact.seq, true);
        if self.needs_review {
            self.occur(Trigger::ReviewNeeded, fact.at, fact.seq, true);
        }
        self.merged_into = None;
        self.stage = if self.officer.is_empty() {
            Stage::Received
        } else {
            Stage::Assigned
        };
    }

    pub(super) fn merge(&mut self, fact: &Fact, into: CaseNumber, shares: bool) {
        self.merged_into = Some(into);
        self.end(fact, Stage::Merged);
        if shares {
            self.joined = self.endings.pop();
        }
    }

    pub(super) fn close(&mut self, fact: &Fact, as_repeat: bool) {
        if as_repeat {
            self.answers.push(fact.reference());
        }
        self.closings.push(fact.seq);
        self.end(fact, Stage::Closed);
    }

    pub(super) fn end(&mut self, fact: &Fact, stage: Stage) {
        self.undo = Some(Undo {
            seq: fact.seq,
            stage: self.stage,
            pause: self.pause().map(|pause| pause.seq),
        });
        self.stage = stage;
        self.end_pause(fact.at);
        self.endings.push(fact.reference());
    }

    pub(super) fn end_pause(&mut self, at: DateTime<Utc>) {
        if let Some(pause) = self.current_pause() {
            pause.to = Some(at);
        }
    }
}
