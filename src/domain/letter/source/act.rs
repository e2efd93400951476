//! The values that come of the act that a letter tells.

use super::Source;
use crate::{
    domain::{
        charter::CaseKind,
        fact::{Amendment, ExtensionReason, Fact, FactContent, FactKind, Prose, Step},
        letter::{
            builtin::Remedy,
            date::{day, moment},
            fill::Values,
            mark::Mark,
            template::Template,
        },
        notice::{CaseNotice, NoticeKind},
    },
    words::{Lang, Say},
};
use chrono::NaiveDate;

impl Source<'_> {
    #[expect(
        clippy::too_many_lines,
        reason = "a table: every act that is told once"
    )]
    pub(super) fn of_the_act(&self, values: &mut Values, fact: &Fact, tells: NoticeKind) {
        let told = self.shared.filter(|_| fact.kind.shares().is_some());
        match &told.unwrap_or(fact).kind {
            FactKind::Amended(amendment) => {
                values.set(Mark::Right, &self.amended(amendment));
                let reason = amendment.reason.as_ref();
                values.set(Mark::Reason, reason.map_or("", Prose::as_str));
            }
            FactKind::Extended {
                reason,
                consent,
                text,
                ..
            } => self.extended(values, fact, (*reason, *consent), text),
            FactKind::InterimReplied { text } => values.set(Mark::Progress, text.as_str()),
            FactKind::SupplementRequested { text, until, .. }
            | FactKind::SupplementExtended { text, until }
            | FactKind::RepresentativesAsked { text, until } => {
                values.set(Mark::SupplementText, text.as_str());
                values.set(Mark::SupplementUntil, &day(*until));
            }
            FactKind::Answered {
                outcome,
                text,
                remedy,
                ground,
            } => {
                values.set(Mark::Outcome, &outcome.say(Lang::Ko));
                values.set(Mark::Reason, text.as_str());
                values.set(Mark::Ground, ground.as_ref().map_or("", Prose::as_str));
                self.remedy(values, remedy.as_ref());
                self.decided(values, fact, &outcome.say(Lang::Ko));
            }
            FactKind::Refused { ground, remedy } => {
                values.set(Mark::Outcome, REFUSED);
                values.set(Mark::Ground, ground.as_str());
                self.remedy(values, Some(remedy));
                self.decided(values, fact, REFUSED);
            }
            FactKind::Transferred { agency, text } => {
                values.set(Mark::Agency, agency);
                values.set(Mark::TransferredOn, &self.day(fact.at));
                values.set(Mark::Reason, text.as_str());
            }
            FactKind::Returned { text } => self.returned(values, fact, text),
            FactKind::Closed {
                text, committee, ..
            } => {
                self.repeated(values);
                values.set(Mark::Reason, text.as_ref().map_or("", Prose::as_str));
                let committee = committee.map(day);
                values.set(
                    Mark::CommitteeDate,
                    committee.as_deref().unwrap_or_default(),
                );
            }
            FactKind::Merged { into, .. } => values.set(Mark::LeadingNumber, &into.to_string()),
            FactKind::DelayExplained { text, until } => {
                values.set(Mark::DelayReason, text.as_str());
                values.set(Mark::Due, &day(*until));
            }
            FactKind::VisitAnnounced { text } => self.visit(values, fact.seq, text),
            FactKind::CorrectionDemanded { text, .. } | FactKind::Reminded { text, .. } => {
                values.set(Mark::Instruction, text.as_str());
                values.set(Mark::Overdue, &self.overdue(fact.seq, fact.at));
            }
            FactKind::Apologised { text } => values.set(Mark::Apology, text.as_str()),
            FactKind::StepRecorded { step } => self.step(values, fact, step, tells),
            FactKind::Corrected { fact: of, text, .. } | FactKind::Revoked { fact: of, text } => {
                self.corrected(values, *of, text);
            }
            FactKind::Received(_)
            | FactKind::Accepted
            | FactKind::Assigned { .. }
            | FactKind::Acknowledged
            | FactKind::Noted { .. }
            | FactKind::Misdirected { .. }
            | FactKind::Contacted { .. }
            | FactKind::Consulted { .. }
            | FactKind::ConsultationAnswered { .. }
            | FactKind::ExtensionNeeded { .. }
            | FactKind::SupplementArrived
            | FactKind::Suspended { .. }
            | FactKind::Resumed
            | FactKind::RepresentativesNamed { .. }
            | FactKind::WrittenDown { .. }
            | FactKind::ReviewNeeded
            | FactKind::ResultShared { .. }
            | FactKind::Objected { .. }
            | FactKind::Reopened { .. }
            | FactKind::Linked { .. }
            | FactKind::Withdrawn { .. }
            | FactKind::MisconductReported { .. }
            | FactKind::FactsChecked { .. }
            | FactKind::PublicApologyMade { .. }
            | FactKind::CautionGiven { .. }
            | FactKind::TrainingGiven { .. }
            | FactKind::Compensated { .. }
            | FactKind::OverdueConfirmed
            | FactKind::ImprovementNoted { .. }
            | FactKind::AppointmentMade { .. }
            | FactKind::AppointmentCancelled { .. }
            | FactKind::ChecklistTicked { .. }
            | FactKind::AppointmentMoved { .. }
            | FactKind::AppointmentKept
            | FactKind::Notice(_)
            | FactKind::Recomputed { .. } => {}
        }
    }

    /// What a receipt says now, field by field.
    fn amended(&self, amendment: &Amendment) -> String {
        let category = |id: &str| self.charter.category_name(id, Lang::Ko);
        amendment.changes(&category, Lang::Ko)
    }

    fn extended(
        &self,
        values: &mut Values,
        fact: &Fact,
        (reason, consent): (ExtensionReason, bool),
        text: &Prose,
    ) {
        let round = self.case.round(fact.seq);
        let mine = self.case.extensions.iter();
        let nth = mine
            .filter(|one| one.seq <= fact.seq && self.case.round(one.seq) == round)
            .count();
        let reason_said = reason.say(Lang::Ko);
        let said = [reason_said.as_str(), text.as_str()].map(str::trim);
        let said = said.into_iter().filter(|said| !said.is_empty());
        let said: Vec<&str> = said.collect();
        values.set(Mark::ExtensionReason, &said.join(". "));
        values.set(Mark::ExtensionItem, &reason.item().to_string());
        values.set(Mark::Extensions, &format!("{nth}차 연장"));
        if consent {
            values.set(Mark::Consent, "민원인의 동의를 받음");
        }
        let objected = self.objection_before(fact.seq);
        if let Some(objection) = objected {
            values.set(Mark::ObjectedOn, &self.day(objection.at));
            let due = values.get(Mark::Due).unwrap_or_default().to_owned();
            let first = values.get(Mark::FirstDue).unwrap_or_default().to_owned();
            values.set(Mark::DecisionDue, &due);
            values.set(Mark::FirstDecisionDue, &first);
        }
    }

    /// How to seek remedy: as the clerk wrote it, else the block of its kind.
    fn remedy(&self, values: &mut Values, written: Option<&Prose>) {
        let written = written.map_or("", Prose::as_str).trim();
        if !written.is_empty() {
            values.set(Mark::Remedy, written);
            return;
        }
        let block = match self.case.intake.case_kind {
            CaseKind::Statutory => Remedy::Statutory,
            CaseKind::Grievance
            | CaseKind::InquiryLaw
            | CaseKind::InquiryProcedure
            | CaseKind::Proposal
            | CaseKind::Other
            | CaseKind::NotAPetition => Remedy::Other,
        };
        let filled = Template::parse(block.text()).ok();
        let filled = filled.and_then(|block| block.fill(values).ok());
        values.set(Mark::Remedy, filled.as_deref().unwrap_or_default());
    }

    /// What a decision on an objection says of it.
    fn decided(&self, values: &mut Values, fact: &Fact, decision: &str) {
        let Some(objection) = self.objection_before(fact.seq) else {
            return;
        };
        values.set(Mark::Decision, decision);
        values.set(Mark::ObjectedOn, &self.day(objection.at));
        let refused = self
            .facts
            .iter()
            .rev()
            .find(|one| one.seq < objection.seq && one.kind.is_result());
        if let Some(refused) = refused {
            values.set(Mark::RefusedOn, &self.day(refused.at));
            values.set(Mark::RefusedMatter, self.case.intake.title.as_str());
        }
    }

    fn returned(&self, values: &mut Values, fact: &Fact, text: &Prose) {
        values.set(Mark::Reason, text.as_str());
        let mut before = self.facts.iter().rev().filter(|one| one.seq < fact.seq);
        let asked = before.find_map(|one| Some((one, one.kind.supplement()?)));
        let Some((asked, what)) = asked else { return };
        values.set(Mark::SupplementText, what.as_str());
        values.set(Mark::SupplementAskedOn, &self.day(asked.at));
        let mut demands = self.case.pauses.iter().flat_map(|pause| &pause.asked);
        if let Some(demand) = demands.find(|demand| demand.seq == asked.seq) {
            values.set(Mark::SupplementUntil, &day(demand.until));
        }
    }

    fn repeated(&self, values: &mut Values) {
        let cases = self.earlier.iter();
        let cases: Vec<String> = cases
            .map(|one| format!("접수번호 {} ({})", one.number, self.day(one.received_at)))
            .collect();
        values.set(Mark::EarlierCases, &cases.join(", "));
        let mut told: Vec<_> = self.earlier.iter().flat_map(|one| &one.told).collect();
        told.sort();
        let told: Vec<String> = told.into_iter().map(|at| self.day(*at)).collect();
        values.set(Mark::EarlierToldOn, &told.join(", "));
    }

    fn visit(&self, values: &mut Values, seq: u32, text: &Prose) {
        let mut visits = self.case.visits.iter().rev();
        let Some(visit) = visits.find(|visit| visit.seq < seq) else {
            return;
        };
        values.set(Mark::VisitAt, &moment(self.calendar.local(visit.at())));
        let agreed = self.fact(visit.seq).and_then(|fact| fact.kind.purpose());
        if let Some(purpose) = agreed {
            let both = [purpose.as_str(), text.as_str()];
            values.set(Mark::VisitPurpose, both.join("\n").trim());
        }
    }

    fn step(&self, values: &mut Values, fact: &Fact, step: &Step, tells: NoticeKind) {
        match step {
            Step::One {
                department,
                instruction,
                ..
            } => {
                values.set(Mark::Handling, department);
                if tells == NoticeKind::Instruction {
                    values.set(Mark::Instruction, instruction.as_str());
                }
            }
            Step::Two {
                result, apology, ..
            } => {
                values.set(Mark::Measures, result.as_str());
                values.set(Mark::MeasuredOn, &self.day(fact.at));
                values.set(Mark::Apology, apology.as_str());
                let earlier = self.case.links.first().map(ToString::to_string);
                values.set(Mark::EarlierNumber, earlier.as_deref().unwrap_or_default());
            }
            Step::Three { reason, .. } => {
                values.set(Mark::Finding, reason.as_str());
                for (mark, kind) in [
                    (Mark::MeasuresToldOn, NoticeKind::Measures),
                    (Mark::ApologyToldOn, NoticeKind::Apology),
                ] {
                    let on = self.told_on(kind).map(day);
                    values.set(mark, on.as_deref().unwrap_or_default());
                }
            }
        }
    }

    fn told_on(&self, kind: NoticeKind) -> Option<NaiveDate> {
        let done = |notice: &CaseNotice| notice.done.map(|done| self.calendar.date(done.at));
        let mut told = self.case.notices.iter().rev();
        told.find_map(|notice| done(notice).filter(|_| notice.key.kind == kind))
    }

    /// What was told before and is right now.
    fn corrected(&self, values: &mut Values, of: u32, text: &Prose) {
        values.set(Mark::Right, text.as_str());
        let Some(wrong) = self.fact(of) else { return };
        values.set(Mark::CorrectedOn, &self.day(wrong.at));
        values.set(Mark::Corrected, wrong.kind.name().get(Lang::Ko));
        let mut kind = wrong.kind.clone();
        let texts = kind.texts();
        let said: Vec<&str> = texts.iter().map(|text| text.as_str()).collect();
        let said = said.join("\n");
        let gist = if said.trim().is_empty() {
            wrong.kind.name().get(Lang::Ko)
        } else {
            &said
        };
        values.set(Mark::Wrong, gist);
    }
}

/// What a refusal decides.
const REFUSED: &str = "받아들이지 않음";
