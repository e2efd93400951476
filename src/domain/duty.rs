//! A duty: what the charter or the law asks for by the calendar, for one period.
//!
//! A survey a year, a check a month, a training announced twenty days ahead, a plan within three months after a
//! publication. A duty is the fold of its facts, as a case is; its one deadline follows from its plan.

mod check;
mod command;
mod completion;
mod deadline;
mod decide;
mod entry;
mod fact;
mod glance;
mod opening;
mod plan;
mod revoke;
mod score;
#[cfg(test)]
mod tests;

pub use super::period::{ParsePeriodError, Period};
pub use super::refusal::DutyRefusal;
pub use check::check;
pub use command::{DutyAction, DutyCommand};
pub use completion::CompletionInput;
pub use deadline::deadlines;
pub use decide::{decide, preview};
pub use entry::{enter_earlier, plan_date, preview_date};
pub use fact::{Completion, DutyFact, DutyTerms, EarlierDuty};
pub use glance::{DutyMark, DutyMonth, year};
pub use opening::{DutyCalendar, NewDuty, followers};
pub use plan::{DueRule, OpeningRule, Plan, plan, plans};
pub use revoke::{revocable, withdrawn};
pub use score::{ParseScoreError, Score};

use super::{
    fact::{Fact, FactContent, Prose},
    revocation::{RECEIPT, Revocation, revocations, revoked_by},
    subject::DutyNumber,
    subject::FactRef,
};
use crate::words::closed_set;
use chrono::{DateTime, NaiveDate, Utc};

closed_set! {
    /// The stage of a duty.
    DutyStage {
        Open = "open", "진행 중", "open";
        /// It was announced, which fulfils its promise; the result may still be entered.
        Announced = "announced", "안내함", "announced";
        Done = "done", "이행", "done";
        Skipped = "skipped", "생략", "left out";
        /// A period from before the desk, entered by hand.
        Earlier = "earlier", "지난 기록", "from before";
    }
}

/// A day on which a duty takes place, with time and number of the fact that set it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DutyDate {
    pub on: NaiveDate,
    pub at: DateTime<Utc>,
    pub seq: u32,
}

/// A duty: what its facts add up to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    pub number: DutyNumber,
    /// The version of the charter that holds for it.
    pub charter: i64,
    /// The promise of the charter, or the article of the law.
    pub promise: String,
    pub period: Period,
    pub title: String,
    /// The duty whose completion opened it.
    pub after: Option<DutyNumber>,
    pub opened_at: DateTime<Utc>,
    pub stage: DutyStage,
    /// The days set for it, in order: the last one is in force.
    pub dates: Vec<DutyDate>,
    pub announced: Option<FactRef>,
    pub done: Option<FactRef>,
    pub skipped: Option<FactRef>,
    /// What came of it, as corrected.
    pub completion: Completion,
    /// Why it was left out.
    pub reason: Prose,
    pub done_by: String,
    /// For one from before the desk: on which day it was done, where that is known.
    pub done_on: Option<NaiveDate>,
    /// The facts that were struck out, in the order in which that was done.
    pub revoked: Vec<Revocation>,
    /// It was planned or entered by mistake, or what began it was struck out.
    pub mistaken: bool,
    /// The number of the last fact.
    pub seq: u32,
    /// Of the last fact that stands.
    pub last_at: DateTime<Utc>,
    /// Numbers of the facts that hold a result.
    results: Vec<u32>,
}

impl Duty {
    /// The duty that the facts add up to; `None` where they do not begin with an opening.
    pub fn fold(number: DutyNumber, facts: &[Fact<DutyFact>]) -> Option<Self> {
        let (first, rest) = facts.split_first()?;
        let mut duty = Self::begin(number, first)?;
        let revoked = revocations(facts);
        for fact in rest {
            match revoked_by(&revoked, fact.seq) {
                Some(_) => duty.seq = fact.seq,
                None => duty.apply(fact),
            }
        }
        Some(duty)
    }

    /// The duty that begins with `fact`; `None` where that opens none.
    pub fn begin(number: DutyNumber, fact: &Fact<DutyFact>) -> Option<Self> {
        let opened = fact.kind.opened()?;
        let mut duty = Self {
            number,
            charter: opened.charter,
            promise: opened.promise.clone(),
            period: opened.period,
            title: opened.title.clone(),
            after: opened.after,
            opened_at: fact.at,
            stage: DutyStage::Open,
            dates: Vec::new(),
            announced: None,
            done: None,
            skipped: None,
            completion: Completion::default(),
            reason: Prose::default(),
            done_by: String::new(),
            done_on: None,
            revoked: Vec::new(),
            mistaken: false,
            seq: 0,
            last_at: fact.at,
            results: Vec::new(),
        };
        duty.apply(fact);
        Some(duty)
    }

    /// The duty with a further fact; `before` are those it is the fold of, which a revocation needs.
    #[must_use]
    pub fn with(mut self, before: &[Fact<DutyFact>], fact: &Fact<DutyFact>) -> Self {
        if fact.kind.revokes().is_some()
            && let Some(duty) =
                Self::fold(self.number, &[before, std::slice::from_ref(fact)].concat())
        {
            return duty;
        }
        self.apply(fact);
        self
    }

    /// Applies the next fact, which was checked before it was recorded. One that strikes another out is noted only: see
    /// [`Duty::with`].
    pub fn apply(&mut self, fact: &Fact<DutyFact>) {
        self.seq = fact.seq;
        if fact.kind.revokes().is_none() {
            self.last_at = fact.at;
        }
        let end = fact.reference();
        match &fact.kind {
            DutyFact::Revoked { fact: of, .. } => {
                self.revoked.push(Revocation {
                    fact: *of,
                    by: fact.seq,
                });
                if *of == RECEIPT {
                    self.mistaken = true;
                    self.stage = DutyStage::Skipped;
                    self.completion = Completion::default();
                }
            }
            DutyFact::Opened(_) | DutyFact::Reminded { .. } | DutyFact::Recomputed { .. } => {}
            DutyFact::Recorded(earlier) => {
                self.stage = DutyStage::Earlier;
                self.complete(&earlier.completion, fact);
                self.done_on = earlier.done_on;
            }
            DutyFact::Scheduled { on } => self.dates.push(DutyDate {
                on: *on,
                at: fact.at,
                seq: fact.seq,
            }),
            DutyFact::Announced { .. } => {
                self.announced = Some(end);
                self.stage = DutyStage::Announced;
            }
            DutyFact::Done(completion) => {
                self.complete(completion, fact);
                self.done = Some(end);
                self.stage = DutyStage::Done;
            }
            DutyFact::Skipped { reason } => {
                self.reason = reason.clone();
                self.skipped = Some(end);
                self.stage = DutyStage::Skipped;
            }
            DutyFact::Corrected { score, grade, .. } => {
                if score.is_some() {
                    self.completion.score = *score;
                }
                if let Some(grade) = grade {
                    self.completion.grade.clone_from(grade);
                }
            }
        }
    }

    fn complete(&mut self, completion: &Completion, fact: &Fact<DutyFact>) {
        self.completion = completion.clone();
        self.done_by.clone_from(&fact.by);
        self.results.push(fact.seq);
    }

    /// The day on which it takes place, where one was set.
    pub fn on(&self) -> Option<NaiveDate> {
        self.dates.last().map(|date| date.on)
    }

    /// What fulfilled it: the announcement if there is one, else the completion.
    pub fn met(&self) -> Option<FactRef> {
        self.announced.or(self.done)
    }

    /// True for a period from before the desk, entered by hand.
    pub fn is_earlier(&self) -> bool {
        self.stage == DutyStage::Earlier
    }

    /// True where the fact holds a result.
    pub fn has_result(&self, seq: u32) -> bool {
        self.results.contains(&seq)
    }

    /// Who did it: the named officer, else whoever recorded it.
    pub fn doer(&self) -> &str {
        if self.completion.officer.is_empty() {
            &self.done_by
        } else {
            &self.completion.officer
        }
    }
}
