//! What a fact triggers, and what it fulfils.

use super::{Case, Fulfilment, Occurrence};
use crate::domain::{
    charter::{MetBy, Trigger},
    fact::{Fact, FactKind, Step},
    notice::{NoticeKind, tells},
};
use chrono::{DateTime, Utc};

/// What telling a result fulfils: an answer also acknowledges, serves and informs the complainant.
const RESULT: &[MetBy] = &[
    MetBy::Result,
    MetBy::Action,
    MetBy::Acknowledgement,
    MetBy::Contact,
    MetBy::Finding,
];
/// What a refusal fulfils.
const REFUSAL: &[MetBy] = &[
    MetBy::Result,
    MetBy::Action,
    MetBy::Acknowledgement,
    MetBy::Contact,
    MetBy::Finding,
    MetBy::Refusal,
];

impl Case {
    /// Records what the fact triggers and what it fulfils.
    pub(super) fn mark(&mut self, fact: &Fact) {
        for trigger in self.triggers(fact) {
            self.occur(*trigger, fact.at, fact.seq, false);
        }
        if fact.kind.denies() {
            self.denials.push(fact.seq);
        }
        let met = self.call_for(fact, fulfils(&fact.kind));
        let met = met.into_iter();
        self.acts
            .extend(met.map(|met_by| Fulfilment::by(met_by, fact.reference())));
    }

    fn triggers(&self, fact: &Fact) -> &'static [Trigger] {
        match &fact.kind {
            FactKind::ExtensionNeeded { .. } => &[Trigger::ExtensionCause],
            FactKind::Extended { .. } => self.cause_of_extension(fact),
            FactKind::ReviewNeeded => &[Trigger::ReviewNeeded],
            FactKind::Answered { .. } => &[Trigger::Result],
            FactKind::Refused { .. } => &[Trigger::Result, Trigger::Refused],
            FactKind::Objected { .. } => &[Trigger::Objection],
            FactKind::Linked { .. } => &[Trigger::Recurrence],
            FactKind::StepRecorded {
                step: Step::Three { .. },
            } => &[Trigger::NotReflected],
            FactKind::OverdueConfirmed => &[Trigger::Overdue],
            FactKind::ImprovementNoted { .. } => &[Trigger::Improvable],
            FactKind::AppointmentMade { officer, .. } if officer.is_empty() => {
                &[Trigger::Appointment]
            }
            // Customers who come to the office need no notice of a visit; misconduct occurs with its detail, in `fold`.
            FactKind::AppointmentMade { .. }
            | FactKind::MisconductReported { .. }
            | FactKind::StepRecorded {
                step: Step::One { .. } | Step::Two { .. },
            }
            | FactKind::Received(_)
            | FactKind::Accepted
            | FactKind::Assigned { .. }
            | FactKind::Acknowledged
            | FactKind::Noted { .. }
            | FactKind::Contacted { .. }
            | FactKind::Consulted { .. }
            | FactKind::ConsultationAnswered { .. }
            | FactKind::InterimReplied { .. }
            | FactKind::SupplementRequested { .. }
            | FactKind::SupplementExtended { .. }
            | FactKind::SupplementArrived
            | FactKind::Suspended { .. }
            | FactKind::Resumed
            | FactKind::Reopened { .. }
            | FactKind::Apologised { .. }
            | FactKind::Withdrawn { .. }
            | FactKind::Returned { .. }
            | FactKind::Transferred { .. }
            | FactKind::Merged { .. }
            | FactKind::Closed { .. }
            | FactKind::FactsChecked { .. }
            | FactKind::PublicApologyMade { .. }
            | FactKind::CautionGiven { .. }
            | FactKind::TrainingGiven { .. }
            | FactKind::Compensated { .. }
            | FactKind::DelayExplained { .. }
            | FactKind::AppointmentCancelled { .. }
            | FactKind::ChecklistTicked { .. }
            | FactKind::AppointmentMoved { .. }
            | FactKind::AppointmentKept
            | FactKind::VisitAnnounced { .. }
            | FactKind::Notice(_)
            | FactKind::Corrected { .. }
            | FactKind::Recomputed { .. } => &[],
        }
    }

    /// Told on the spot: the cause and its notice are one fact, unless the cause was noted before and waits.
    fn cause_of_extension(&self, fact: &Fact) -> &'static [Trigger] {
        if self.awaits_extension(fact) {
            &[]
        } else {
            &[Trigger::ExtensionCause]
        }
    }

    /// True where a cause for an extension was noted in this round and no extension told since.
    fn awaits_extension(&self, fact: &Fact) -> bool {
        let told = self.extensions.last().map_or(0, |last| last.seq);
        let since = told.max(self.round(fact.seq));
        let cause = |one: &Occurrence| one.trigger == Trigger::ExtensionCause && one.seq > since;
        self.occurrences.iter().any(cause)
    }

    pub(super) fn occur(&mut self, trigger: Trigger, at: DateTime<Utc>, seq: u32, again: bool) {
        self.occurrences.push(Occurrence {
            trigger,
            detail: None,
            at,
            seq,
            again,
        });
    }
}

#[expect(clippy::too_many_lines, reason = "a table: every kind of fact once")]
fn fulfils(kind: &FactKind) -> &'static [MetBy] {
    match kind {
        FactKind::Assigned { .. } => &[MetBy::Assignment],
        FactKind::Accepted => &[MetBy::Acceptance],
        FactKind::Received(received) if received.waited() && received.received_at.is_some() => {
            &[MetBy::Acceptance]
        }
        FactKind::SupplementArrived => &[MetBy::Supplement],
        FactKind::Acknowledged => &[MetBy::Acknowledgement],
        FactKind::Noted { action: true, .. } => &[MetBy::Action],
        FactKind::Contacted { .. } => &[MetBy::Contact],
        FactKind::Extended { .. } => &[MetBy::Extension],
        FactKind::InterimReplied { .. } => &[MetBy::InterimReply, MetBy::Contact],
        FactKind::Answered { .. }
        | FactKind::Closed {
            as_repeat: true, ..
        } => RESULT,
        FactKind::Refused { .. } => REFUSAL,
        FactKind::FactsChecked { told: false, .. } => &[MetBy::FactCheck],
        FactKind::FactsChecked { told: true, .. } => {
            &[MetBy::FactCheck, MetBy::Finding, MetBy::Contact]
        }
        FactKind::Apologised { .. } => &[MetBy::Apology],
        FactKind::DelayExplained { .. } => &[MetBy::DelayNotice, MetBy::Contact],
        FactKind::VisitAnnounced { .. } => &[MetBy::VisitNotice],
        FactKind::StepRecorded { .. } => &[MetBy::Step, MetBy::Action],
        FactKind::Received(_)
        | FactKind::Noted { action: false, .. }
        | FactKind::Closed {
            as_repeat: false, ..
        }
        | FactKind::Consulted { .. }
        | FactKind::ConsultationAnswered { .. }
        | FactKind::ExtensionNeeded { .. }
        | FactKind::SupplementRequested { .. }
        | FactKind::SupplementExtended { .. }
        | FactKind::Suspended { .. }
        | FactKind::Resumed
        | FactKind::ReviewNeeded
        | FactKind::Objected { .. }
        | FactKind::Reopened { .. }
        | FactKind::Linked { .. }
        | FactKind::Withdrawn { .. }
        | FactKind::Returned { .. }
        | FactKind::Transferred { .. }
        | FactKind::Merged { .. }
        | FactKind::MisconductReported { .. }
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
        | FactKind::Corrected { .. }
        | FactKind::Recomputed { .. } => &[],
    }
}

impl FactKind {
    /// True for what a fact of this kind fulfils only once its notice was told.
    pub(super) fn waits_for_notice(&self, met_by: MetBy) -> bool {
        match tells(self) {
            // That the matter was read is shown by the answer, told or not.
            Some(NoticeKind::Result | NoticeKind::Refusal) => met_by != MetBy::Acknowledgement,
            Some(
                NoticeKind::Extension | NoticeKind::Interim | NoticeKind::Delay | NoticeKind::Visit,
            ) => true,
            Some(NoticeKind::Apology) => met_by == MetBy::Apology,
            Some(
                NoticeKind::Receipt
                | NoticeKind::ResultMail
                | NoticeKind::Supplement
                | NoticeKind::Transfer
                | NoticeKind::Return
                | NoticeKind::Repeat
                | NoticeKind::Merge,
            )
            | None => false,
        }
    }
}
