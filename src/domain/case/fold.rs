//! What a fact does to a case. Facts are trusted here: what may happen was decided before they were written.

use super::{Case, Demand, Ending, Extension, Move, Pause, Stage, StepRecord, Visit};
use crate::domain::{
    charter::Trigger,
    fact::{Fact, FactKind, SuspensionReason},
    statute,
};
use chrono::{DateTime, NaiveDate, Utc};

impl Case {
    /// Takes in the next fact.
    pub fn apply(&mut self, fact: &Fact) {
        self.seq = fact.seq;
        self.last_at = fact.at;
        self.announced
            .extend(fact.announced.iter().map(|told| (fact.seq, told.clone())));
        self.mark(fact);
        match &fact.kind {
            FactKind::Received(received) => self.receive(fact, received.received_at),
            FactKind::Accepted => self.receive(fact, Some(fact.at)),
            FactKind::Assigned {
                department,
                officer,
            } => self.assign(department, officer),
            FactKind::ReviewNeeded => self.needs_review = true,
            FactKind::Consulted { .. } | FactKind::ConsultationAnswered { .. } => {
                self.consult(fact);
            }
            FactKind::SupplementRequested { .. }
            | FactKind::SupplementExtended { .. }
            | FactKind::SupplementArrived
            | FactKind::Suspended { .. }
            | FactKind::Resumed => self.pause_or_resume(fact),
            FactKind::Extended { days, .. } => self.extensions.push(Extension {
                days: *days,
                at: fact.at,
                seq: fact.seq,
            }),
            FactKind::StepRecorded { step } => self.steps.push(StepRecord {
                step: step.clone(),
                at: fact.at,
                by: fact.by.clone(),
                seq: fact.seq,
            }),
            FactKind::ChecklistTicked { items } => self.ticked.extend(items.iter().cloned()),
            FactKind::Linked { earlier } => self.links.push(*earlier),
            FactKind::Answered { .. }
            | FactKind::Refused { .. }
            | FactKind::Objected { .. }
            | FactKind::Reopened { .. }
            | FactKind::Withdrawn { .. }
            | FactKind::Returned { .. }
            | FactKind::Transferred { .. }
            | FactKind::Merged { .. }
            | FactKind::Closed { .. } => self.finish_or_reopen(fact),
            _ => self.visit_or_pass(fact),
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
    }

    fn assign(&mut self, department: &str, officer: &str) {
        department.clone_into(&mut self.department);
        officer.clone_into(&mut self.officer);
        if matches!(self.stage, Stage::Arrived | Stage::Received) {
            self.stage = Stage::Assigned;
        }
    }

    fn consult(&mut self, fact: &Fact) {
        match &fact.kind {
            FactKind::Consulted { department, .. } => self.consulting.push(department.clone()),
            FactKind::ConsultationAnswered { department, .. } => {
                if let Some(at) = self.consulting.iter().position(|asked| asked == department) {
                    self.consulting.remove(at);
                }
            }
            _ => {}
        }
    }

    /// What is agreed about visits; every other fact leaves the case where it stands.
    fn visit_or_pass(&mut self, fact: &Fact) {
        let last = self.visits.last_mut();
        match (&fact.kind, last) {
            (FactKind::AppointmentMade { visit_at, .. }, _) => self.visits.push(Visit {
                seq: fact.seq,
                first: *visit_at,
                moves: Vec::new(),
                over: None,
            }),
            (FactKind::AppointmentMoved { visit_at }, Some(visit)) => {
                visit.moves.push(Move {
                    to: *visit_at,
                    at: fact.at,
                    seq: fact.seq,
                });
            }
            (FactKind::AppointmentKept | FactKind::AppointmentCancelled { .. }, Some(visit)) => {
                visit.over = Some(Ending {
                    at: fact.at,
                    recorded_at: fact.recorded_at,
                    seq: fact.seq,
                });
            }
            _ => {}
        }
    }

    fn pause_or_resume(&mut self, fact: &Fact) {
        let standing = self.pauses.iter_mut().find(|pause| pause.to.is_none());
        let asked = match (&fact.kind, standing) {
            // Asked again (decree art. 24(3)): the clock stood and stands.
            (FactKind::SupplementRequested { until, .. }, Some(pause)) => {
                return pause.asked.push(demand(fact, *until));
            }
            (FactKind::SupplementRequested { until, .. }, None) => vec![demand(fact, *until)],
            (FactKind::SupplementExtended { until, .. }, pause) => {
                if let Some(last) = pause.and_then(|pause| pause.asked.last_mut()) {
                    last.until = *until;
                    last.longer = last.longer.saturating_add(1);
                }
                return;
            }
            // The inspection takes longer (decree art. 17(4)).
            (FactKind::Suspended { .. }, Some(pause)) => {
                pause.most = Some(statute::INSPECTION + statute::INSPECTION_LONGER);
                return;
            }
            (FactKind::Suspended { .. }, None) => Vec::new(),
            _ => return self.end_pause(fact.at),
        };
        let inspected = matches!(
            fact.kind,
            FactKind::Suspended {
                reason: SuspensionReason::Inspection,
                ..
            }
        );
        let most = inspected.then(|| self.inspection_bound(fact.seq));
        self.pauses.push(Pause {
            seq: fact.seq,
            from: fact.at,
            to: None,
            most,
            asked,
        });
    }

    fn finish_or_reopen(&mut self, fact: &Fact) {
        match &fact.kind {
            FactKind::Answered { .. } | FactKind::Refused { .. } => {
                self.results += 1;
                self.end_pause(fact.at);
                self.stage = Stage::Answered;
            }
            FactKind::Objected { .. } | FactKind::Reopened { .. } => {
                self.merged_into = None;
                let owned = !self.officer.is_empty();
                self.stage = if owned {
                    Stage::Assigned
                } else {
                    Stage::Received
                };
            }
            FactKind::Withdrawn { .. } => self.end(fact, Stage::Withdrawn),
            FactKind::Returned { .. } => self.end(fact, Stage::Returned),
            FactKind::Transferred { .. } => self.end(fact, Stage::Transferred),
            FactKind::Merged { into } => {
                self.merged_into = Some(*into);
                self.end(fact, Stage::Merged);
            }
            FactKind::Closed { as_repeat } => {
                self.results += u32::from(*as_repeat);
                self.end(fact, Stage::Closed);
            }
            _ => {}
        }
    }

    fn end(&mut self, fact: &Fact, stage: Stage) {
        self.stage = stage;
        self.end_pause(fact.at);
        self.endings.push(Ending {
            at: fact.at,
            recorded_at: fact.recorded_at,
            seq: fact.seq,
        });
    }

    fn end_pause(&mut self, at: DateTime<Utc>) {
        if let Some(pause) = self.pauses.iter_mut().find(|pause| pause.to.is_none()) {
            pause.to = Some(at);
        }
    }
}

fn demand(fact: &Fact, until: NaiveDate) -> Demand {
    Demand {
        seq: fact.seq,
        at: fact.at,
        until,
        longer: 0,
    }
}
