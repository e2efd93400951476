//! A case: one complaint, question, proposal, praise or report, as the fold of its facts.

mod end;
mod fold;
mod mark;
mod notice;
mod record;
mod stage;

use record::Undo;
pub use record::{
    Choosing, Extension, Fulfilment, Occurrence, Pause, StepRecord, SupplementDemand, Visit,
    VisitMove,
};
pub use stage::Stage;

pub use super::subject::{CaseNumber, FactRef, ParseNumberError};

use super::{
    calendar::Calendar,
    charter::{CaseKind, Matter, Trigger},
    conduct::Conduct,
    fact::{Announcement, Fact, FactContent, Receipt},
    guide::ChecklistItem,
    notice::{CaseNotice, FollowedSince},
    revocation::{RECEIPT, Revocation, revocations, revoked_by},
    statute,
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// A case: what its facts add up to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub number: CaseNumber,
    /// As it stands, after what was put right and with what became known since of who brought it.
    pub intake: Receipt,
    /// The fact whose person stands: the receipt, or the last one that changed them.
    pub person: u32,
    pub stage: Stage,
    pub received_at: Option<DateTime<Utc>>,
    pub department: String,
    /// Empty until assigned.
    pub officer: String,
    pub needs_review: bool,
    pub steps: Vec<StepRecord>,
    /// What it put on the record of officers.
    pub conduct: Vec<Conduct>,
    /// Earlier cases of the same customer and matter, as a person confirmed.
    pub links: Vec<CaseNumber>,
    /// Earlier cases to which it only points.
    pub see_also: Vec<CaseNumber>,
    pub merged_into: Option<CaseNumber>,
    /// The case whose result was shared with this one last.
    pub shared_from: Option<CaseNumber>,
    /// The merge after which its own period goes on until the result was shared.
    pub joined: Option<FactRef>,
    /// Earlier cases that a supervisor linked against the program's doubt.
    pub vouched: Vec<CaseNumber>,
    /// In order; each holds for the round in which it was recorded.
    pub extensions: Vec<Extension>,
    pub pauses: Vec<Pause>,
    /// When what was said alone was written down and signed.
    pub written: Option<FactRef>,
    pub visits: Vec<Visit>,
    pub ticked: Vec<ChecklistItem>,
    /// Departments that were asked and have not answered.
    pub consulting: Vec<String>,
    pub occurrences: Vec<Occurrence>,
    /// What fulfils promises by itself, in order; what is fulfilled once a notice was told stands in that.
    acts: Vec<Fulfilment>,
    /// In the order in which the facts called for them.
    pub notices: Vec<CaseNotice>,
    /// The facts that made a result, in order, told or not.
    pub answers: Vec<FactRef>,
    /// The facts whose result denies the demand, or a part of it.
    pub denials: Vec<u32>,
    /// The last check of the facts that did not bear a report of misconduct out.
    pub unfounded: Option<u32>,
    /// In order; more than one where the case was reopened after an answer.
    pub endings: Vec<FactRef>,
    /// What undoing the last end restores.
    undo: Option<Undo>,
    /// The facts that closed it.
    pub closings: Vec<u32>,
    /// In order, each with the number of the fact that announced it.
    pub announced: Vec<(u32, Announcement)>,
    /// The facts that were struck out, in the order in which that was done.
    pub revoked: Vec<Revocation>,
    /// By which fact it was closed as entered by mistake.
    pub mistaken: Option<FactRef>,
    /// The number of the last fact.
    pub seq: u32,
    /// Of the last fact that stands, apart from what sending brought about.
    pub last_at: DateTime<Utc>,
    /// Since when notices are followed.
    since: FollowedSince,
    /// It was open then.
    open_then: bool,
    /// When it was typed in.
    entered_at: DateTime<Utc>,
}

impl Case {
    /// The case that the facts add up to; `None` where they do not begin with a receipt.
    pub fn fold(number: CaseNumber, facts: &[Fact]) -> Option<Self> {
        Self::fold_since(number, facts, None)
    }

    /// The same at a desk that follows its notices since then.
    pub fn fold_since(number: CaseNumber, facts: &[Fact], since: FollowedSince) -> Option<Self> {
        let (first, rest) = facts.split_first()?;
        let mut case = Self::begin(number, first, since)?;
        let revoked = revocations(facts);
        for fact in rest {
            match revoked_by(&revoked, fact.seq) {
                Some(_) => case.pass_over(fact),
                None => case.apply(fact),
            }
        }
        Some(case)
    }

    /// The case with further facts; `before` are those it is the fold of, which a revocation needs.
    #[must_use]
    pub fn with(&self, before: &[Fact], further: &[Fact]) -> Self {
        let revokes = |fact: &Fact| fact.kind.revokes().is_some_and(|of| of != RECEIPT);
        if further.iter().any(revokes) {
            let all = [before, further].concat();
            if let Some(case) = Self::fold_since(self.number, &all, self.since) {
                return case;
            }
        }
        let mut case = self.clone();
        for fact in further {
            case.apply(fact);
        }
        case
    }

    /// The case that begins with `fact`; `None` where that is no receipt.
    pub fn begin(number: CaseNumber, fact: &Fact, since: FollowedSince) -> Option<Self> {
        let received = fact.kind.receipt()?;
        let mut case = Self {
            number,
            intake: received.clone(),
            person: fact.seq,
            stage: Stage::Arrived,
            received_at: None,
            department: received.department.clone(),
            officer: String::new(),
            needs_review: received.needs_review,
            steps: Vec::new(),
            conduct: Vec::new(),
            links: Vec::new(),
            see_also: Vec::new(),
            merged_into: None,
            joined: None,
            shared_from: None,
            vouched: Vec::new(),
            extensions: Vec::new(),
            pauses: Vec::new(),
            written: None,
            visits: Vec::new(),
            ticked: Vec::new(),
            consulting: Vec::new(),
            occurrences: Vec::new(),
            acts: Vec::new(),
            notices: Vec::new(),
            answers: Vec::new(),
            denials: Vec::new(),
            unfounded: None,
            endings: Vec::new(),
            undo: None,
            closings: Vec::new(),
            announced: Vec::new(),
            revoked: Vec::new(),
            mistaken: None,
            seq: 0,
            last_at: fact.at,
            since,
            open_then: false,
            entered_at: fact.recorded_at,
        };
        case.apply(fact);
        Some(case)
    }

    /// The case as it was after its first fact.
    pub(in crate::domain) fn begun_by(&self, fact: &Fact) -> Option<Self> {
        Self::begin(self.number, fact, self.since)
    }

    /// What the law takes it for: nothing where the complainant is unknown (decree art. 2).
    pub fn matter(&self) -> Option<Matter> {
        if self.intake.anonymous {
            return None;
        }
        match self.intake.case_kind {
            CaseKind::NotAPetition => None,
            CaseKind::Statutory => Some(Matter::Statutory),
            CaseKind::Grievance
            | CaseKind::InquiryLaw
            | CaseKind::InquiryProcedure
            | CaseKind::Proposal
            | CaseKind::Other => Some(Matter::Petition),
        }
    }

    /// True while the desk has something to do. A merged complainant waits for the result.
    pub fn is_open(&self) -> bool {
        self.stage.is_open() || self.awaits_shared_result()
    }

    /// True while it continues in another case and its own period goes on.
    pub fn awaits_shared_result(&self) -> bool {
        self.stage == Stage::Merged && self.joined.is_some()
    }

    /// The current pause.
    pub fn pause(&self) -> Option<&Pause> {
        self.pauses.iter().find(|pause| pause.to.is_none())
    }

    /// The most days after the first that the inspections of the round of the fact `seq` exclude together: 14, and 7 more
    /// once lengthened (decree art. 17(4)).
    pub fn inspection_bound(&self, seq: u32) -> u32 {
        let bounds = self.inspections(seq).filter_map(|pause| pause.most);
        bounds.max().unwrap_or(statute::INSPECTION)
    }

    /// The days that earlier inspections of the round of the fact `seq` excluded.
    pub fn inspected_before(&self, seq: u32, calendar: &Calendar) -> i64 {
        let earlier = self.inspections(seq).filter(|pause| pause.seq < seq);
        earlier.fold(0, |excluded, pause| {
            let (Some(most), Some(to)) = (pause.most, pause.to) else {
                return excluded;
            };
            let days = (calendar.date(to) - calendar.date(pause.from)).num_days() + 1;
            excluded + days.min(i64::from(most) + 1 - excluded).max(0)
        })
    }

    /// The last day that a bounded pause excludes; time counts again from the next. Before the first day of the pause where
    /// earlier ones used up the bound.
    pub fn last_day_out(&self, pause: &Pause, calendar: &Calendar) -> Option<NaiveDate> {
        let left = i64::from(pause.most?) - self.inspected_before(pause.seq, calendar);
        let first = calendar.date(pause.from);
        first.checked_add_signed(TimeDelta::days(left))
    }

    fn inspections(&self, seq: u32) -> impl Iterator<Item = &Pause> {
        let round = self.round(seq);
        let bounded = self.pauses.iter().filter(|pause| pause.most.is_some());
        bounded.filter(move |pause| self.round(pause.seq) == round)
    }

    /// The pending demand for a supplement, the last where it was repeated.
    pub fn awaited(&self) -> Option<&SupplementDemand> {
        self.pause().and_then(|pause| pause.asked.last())
    }

    /// The visit that was agreed last and has not taken place.
    pub fn visit(&self) -> Option<&Visit> {
        self.visits.last().filter(|visit| visit.over.is_none())
    }

    /// True for a grievance brought again with the same content: the audit department or the like investigates it, not the
    /// department complained of (decree art. 17(2)).
    pub fn is_repeated_grievance(&self) -> bool {
        self.intake.case_kind == CaseKind::Grievance
            && self.intake.is_petition()
            && !self.links.is_empty()
    }

    /// The highest step recorded, 0 to 3.
    pub fn step(&self) -> u8 {
        let steps = self.steps.iter();
        steps.map(|record| record.step.number()).max().unwrap_or(0)
    }

    /// The fact that began the round of the fact `seq`: the acceptance, or the last objection or re-examination before it; 0
    /// before the acceptance.
    pub fn round(&self, seq: u32) -> u32 {
        self.round_of(seq).map_or(0, |begun| begun.seq)
    }

    /// When the round of the fact `seq` began: its periods are counted from then.
    pub fn received_before(&self, seq: u32) -> Option<DateTime<Utc>> {
        self.round_of(seq).map(|begun| begun.at)
    }

    /// True for what occurred by the receipt itself.
    pub fn came_with_receipt(&self, occurrence: &Occurrence) -> bool {
        let mut begun = self.occurrences.iter();
        let receipt = begun.find(|one| one.trigger == Trigger::Received);
        receipt.is_some_and(|receipt| receipt.seq == occurrence.seq)
    }

    fn round_of(&self, seq: u32) -> Option<&Occurrence> {
        let begins = |one: &&Occurrence| one.trigger == Trigger::Received && one.seq <= seq;
        self.occurrences.iter().rev().find(begins)
    }

    /// The refusal of a statutory petition, as a whole or in part, that was the last result before the fact `seq`: it can be
    /// objected to (act art. 35; of disclosure, its act art. 18).
    pub fn refusal_before(&self, seq: u32) -> Option<&FactRef> {
        let last = self.answers.iter().rev().find(|one| one.seq < seq)?;
        let refused = self.denials.contains(&last.seq);
        (refused && self.intake.case_kind == CaseKind::Statutory).then_some(last)
    }

    /// The number of extensions in the current round.
    pub fn extended(&self) -> usize {
        let begun = self.round(self.seq);
        let current = self.extensions.iter().filter(|one| one.seq > begun);
        current.count()
    }
}
