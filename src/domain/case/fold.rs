//! Applies facts to a case. They are not checked again: `decide` checked them before they were written.

use super::{
    Case, CaseNumber, Choosing, Extension, Occurrence, Pause, Stage, StepRecord, SupplementDemand,
    Visit, VisitMove,
};
use crate::domain::{
    charter::{Detail, Happened, Trigger},
    conduct::{Conduct, ConductKind},
    fact::{Amendment, Fact, FactKind, Linkage, Selection, Step, SuspensionReason},
    notice::CaseNotice,
    revocation::{RECEIPT, Revocation},
    statute,
};
use chrono::{DateTime, NaiveDate, Utc};

impl Case {
    /// Applies the next fact. One that strikes another out is noted only: see [`Case::with`].
    pub fn apply(&mut self, fact: &Fact) {
        self.seq = fact.seq;
        if !fact.kind.is_beside_time() {
            self.last_at = fact.at;
        }
        self.announced
            .extend(fact.announced.iter().map(|one| (fact.seq, one.clone())));
        // The complainant is told of it where they are to be reached now.
        if let FactKind::Amended(amendment) = &fact.kind {
            self.amend(fact, amendment);
        }
        self.mark(fact);
        self.apply_kind(fact);
        self.stand_before(fact);
    }

    #[expect(clippy::too_many_lines, reason = "a table: every kind of fact once")]
    fn apply_kind(&mut self, fact: &Fact) {
        match &fact.kind {
            FactKind::Received(received) => self.receive(fact, received.received_at),
            FactKind::Accepted => self.receive(fact, Some(fact.at)),
            FactKind::Assigned {
                department,
                officer,
            } => self.assign(department, officer),
            FactKind::ReviewNeeded => self.needs_review = true,
            FactKind::FactsChecked { unfounded, .. } => self.check_facts(fact, *unfounded),
            FactKind::Contacted {
                asks_progress: true,
                ..
            } => self.progress_asked.push(fact.reference()),
            FactKind::Misdirected { whose, .. } => self.misdirect(fact, *whose),
            FactKind::Consulted {
                department, until, ..
            } => self.consult(fact, department, *until),
            FactKind::ConsultationAnswered { department, .. } => {
                self.answered_by(fact, department);
            }
            FactKind::SupplementRequested { until, .. } => self.ask(fact, *until),
            FactKind::SupplementExtended { until, .. } => self.ask_longer(*until),
            FactKind::RepresentativesAsked { until, .. } => self.ask_to_choose(fact, *until),
            FactKind::RepresentativesNamed { how, .. } => self.represent(fact, *how),
            FactKind::WrittenDown { .. } => self.write_down(fact),
            FactKind::Suspended { reason, .. } => self.suspend(fact, *reason),
            FactKind::SupplementArrived | FactKind::Resumed => self.end_pause(fact.at),
            FactKind::Extended { days, .. } => self.extend(fact, *days),
            FactKind::StepRecorded { step } => self.record_step(fact, step.clone()),
            FactKind::CautionGiven { officer, .. } => self.caution(fact, officer),
            FactKind::TrainingGiven { officer, .. } => self.train(fact, officer),
            FactKind::ChecklistTicked { items } => self.ticked.extend(items.iter().cloned()),
            FactKind::Linked { earlier, how, .. } => self.link(fact, *earlier, *how),
            FactKind::MisconductReported {
                detail, happened, ..
            } => self.misconduct((fact.at, fact.seq), *detail, *happened),
            FactKind::Answered { .. } | FactKind::Refused { .. } => self.answer(fact),
            FactKind::ResultShared { from, .. } => self.share(fact, *from),
            FactKind::Notice(what) => self.follow_notice(fact, what),
            FactKind::Objected { .. } => self.begin_round(fact),
            FactKind::Reopened { .. } => self.reopen(fact),
            FactKind::Withdrawn { .. } => self.end(fact, Stage::Withdrawn),
            FactKind::Returned { .. } => self.end(fact, Stage::Returned),
            FactKind::Transferred { .. } => self.end(fact, Stage::Transferred),
            FactKind::Merged { into, shares } => self.merge(fact, *into, *shares),
            FactKind::Closed { as_repeat, .. } => self.close(fact, *as_repeat),
            FactKind::AppointmentMade { visit_at, .. } => self.agree_visit(fact, *visit_at),
            FactKind::AppointmentMoved { visit_at } => self.move_visit(fact, *visit_at),
            FactKind::AppointmentKept | FactKind::AppointmentCancelled { .. } => {
                self.end_visit(fact);
            }
            FactKind::Revoked { fact: of, .. } => self.revoke(fact, *of),
            // It was put right before.
            FactKind::Amended(_)
            // Only `mark` looks at these: what they trigger and fulfil.
            | FactKind::Acknowledged
            | FactKind::Noted { .. }
            | FactKind::Contacted {
                asks_progress: false,
                ..
            }
            | FactKind::ExtensionNeeded { .. }
            | FactKind::InterimReplied { .. }
            | FactKind::Apologised { .. }
            | FactKind::PublicApologyMade { .. }
            | FactKind::Compensated { .. }
            | FactKind::OverdueConfirmed
            | FactKind::DelayExplained { .. }
            | FactKind::CorrectionDemanded { .. }
            | FactKind::Reminded { .. }
            | FactKind::ImprovementNoted { .. }
            | FactKind::VisitAnnounced { .. }
            | FactKind::Corrected { .. }
            | FactKind::Recomputed { .. } => {}
        }
    }

    /// Passes over a fact that was struck out.
    pub(super) fn pass_over(&mut self, fact: &Fact) {
        self.seq = fact.seq;
    }

    /// Notes what was struck out. A receipt that was has no place to pass it over: the case ends, and nobody waits for
    /// anything of it.
    fn revoke(&mut self, fact: &Fact, of: u32) {
        self.revoked.push(Revocation {
            fact: of,
            by: fact.seq,
        });
        if of == RECEIPT {
            self.end(fact, Stage::Closed);
            self.mistaken = Some(fact.reference());
            let told = |notice: &CaseNotice| self.notice_done(notice).is_some();
            let told: Vec<CaseNotice> = self
                .notices
                .iter()
                .filter(|one| told(one))
                .cloned()
                .collect();
            self.notices = told;
            self.conduct.clear();
            self.links.clear();
            self.see_also.clear();
        }
    }

    fn receive(&mut self, fact: &Fact, at: Option<DateTime<Utc>>) {
        let Some(at) = at else { return };
        self.received_at = Some(at);
        self.stage = Stage::Received;
        self.occur(Trigger::Received, at, fact.seq, false);
        if self.needs_review {
            self.occur(Trigger::ReviewNeeded, at, fact.seq, false);
        }
        if let Some(detail) = self.intake.misconduct {
            self.misconduct((at, fact.seq), detail, None);
        }
    }

    /// What follows from the receipt follows from what stands in it now: deadlines are counted from the first receipt.
    fn amend(&mut self, fact: &Fact, amendment: &Amendment) {
        let taken_in_by = self.intake.department.clone();
        let mailed = self.intake.has_email;
        self.intake.amend(amendment);
        if self.officer.is_empty() && self.department == taken_in_by {
            self.department.clone_from(&self.intake.department);
        }
        if !amendment.person.is_empty() {
            self.person = fact.seq;
        }
        if mailed && !self.intake.has_email {
            self.leave_mail();
        }
    }

    fn assign(&mut self, department: &str, officer: &str) {
        department.clone_into(&mut self.department);
        officer.clone_into(&mut self.officer);
        if matches!(self.stage, Stage::Arrived | Stage::Received) {
            self.stage = Stage::Assigned;
        }
    }

    fn extend(&mut self, fact: &Fact, days: u32) {
        self.extensions.push(Extension {
            days,
            at: fact.at,
            seq: fact.seq,
        });
    }

    fn check_facts(&mut self, fact: &Fact, unfounded: bool) {
        self.unfounded = unfounded.then_some(fact.seq);
    }

    fn link(&mut self, fact: &Fact, earlier: CaseNumber, how: Linkage) {
        let vouched = matches!(
            fact.kind,
            FactKind::Linked {
                reason: Some(_),
                ..
            }
        );
        self.see_also.retain(|other| *other != earlier);
        self.vouched.extend(vouched.then_some(earlier));
        match how {
            Linkage::Confirmed => self.links.push(earlier),
            Linkage::SeeAlso => self.see_also.push(earlier),
        }
    }

    fn caution(&mut self, fact: &Fact, officer: &str) {
        self.note_conduct(fact, ConductKind::Caution, officer);
    }

    fn train(&mut self, fact: &Fact, officer: &str) {
        self.note_conduct(fact, ConductKind::Training, officer);
    }

    fn note_conduct(&mut self, fact: &Fact, kind: ConductKind, officer: &str) {
        self.conduct.push(Conduct {
            kind,
            officer: officer.to_owned(),
            at: fact.at,
            seq: fact.seq,
        });
    }

    fn record_step(&mut self, fact: &Fact, step: Step) {
        if let Step::One {
            department,
            officer,
            notifies: true,
            ..
        } = &step
        {
            self.assign(department, officer);
        }
        if let Step::Three { officer, .. } = &step {
            self.caution(fact, officer);
        }
        self.steps.push(StepRecord {
            step,
            at: fact.at,
            by: fact.by.clone(),
            recorded_at: fact.recorded_at,
            seq: fact.seq,
        });
    }

    /// The detail decides which promises of misconduct begin.
    fn misconduct(
        &mut self,
        (at, seq): (DateTime<Utc>, u32),
        detail: Detail,
        happened: Option<Happened>,
    ) {
        self.occurrences.push(Occurrence {
            trigger: Trigger::Misconduct,
            detail: Some(detail),
            happened,
            at,
            seq,
            again: false,
        });
    }

    fn agree_visit(&mut self, fact: &Fact, at: DateTime<Utc>) {
        self.visits.push(Visit {
            seq: fact.seq,
            first: at,
            moves: Vec::new(),
            over: None,
        });
    }

    fn move_visit(&mut self, fact: &Fact, to: DateTime<Utc>) {
        if let Some(visit) = self.visits.last_mut() {
            visit.moves.push(VisitMove {
                to,
                at: fact.at,
                seq: fact.seq,
            });
        }
    }

    fn end_visit(&mut self, fact: &Fact) {
        if let Some(visit) = self.visits.last_mut() {
            visit.over = Some(fact.reference());
        }
    }

    /// The first demand stops the clock; the second (decree art. 24(3)) joins the pause of the first.
    fn ask(&mut self, fact: &Fact, until: NaiveDate) {
        let demand = SupplementDemand {
            seq: fact.seq,
            at: fact.at,
            until,
            longer: 0,
        };
        match self.current_pause() {
            Some(pause) => pause.asked.push(demand),
            None => self.pauses.push(pause(fact, None, vec![demand], None)),
        }
    }

    fn ask_longer(&mut self, until: NaiveDate) {
        if let Some(last) = self
            .current_pause()
            .and_then(|pause| pause.asked.last_mut())
        {
            last.until = until;
            last.longer = last.longer.saturating_add(1);
        }
    }

    fn ask_to_choose(&mut self, fact: &Fact, until: NaiveDate) {
        let choosing = Choosing {
            until,
            chosen: None,
        };
        self.pauses
            .push(pause(fact, None, Vec::new(), Some(choosing)));
    }

    /// The clock goes on where it was stopped for that.
    fn represent(&mut self, fact: &Fact, how: Selection) {
        self.intake.petitioner.represented = true;
        self.person = fact.seq;
        let pause = self.current_pause();
        if let Some(pause) = pause.filter(|pause| pause.choosing.is_some()) {
            pause.to = Some(fact.at);
            if let Some(choosing) = &mut pause.choosing {
                choosing.chosen = (how == Selection::Chosen).then(|| fact.reference());
            }
        }
    }

    /// What was said is a petition from then on.
    fn write_down(&mut self, fact: &Fact) {
        self.intake.petitioner.oral = false;
        self.written = Some(fact.reference());
    }

    fn suspend(&mut self, fact: &Fact, reason: SuspensionReason) {
        let inspected = reason == SuspensionReason::Inspection;
        let most = inspected.then(|| self.inspection_bound(fact.seq));
        match self.current_pause() {
            // The inspection takes longer (decree art. 17(4)).
            Some(pause) => pause.most = Some(statute::INSPECTION + statute::INSPECTION_LONGER),
            None => self.pauses.push(pause(fact, most, Vec::new(), None)),
        }
    }

    pub(super) fn current_pause(&mut self) -> Option<&mut Pause> {
        self.pauses.iter_mut().find(|pause| pause.to.is_none())
    }
}

fn pause(
    fact: &Fact,
    most: Option<u32>,
    asked: Vec<SupplementDemand>,
    choosing: Option<Choosing>,
) -> Pause {
    Pause {
        seq: fact.seq,
        from: fact.at,
        to: None,
        most,
        asked,
        choosing,
    }
}
