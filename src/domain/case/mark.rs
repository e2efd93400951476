//! What a fact triggers, and what it fulfils.

use super::{Case, Fulfilment, Occurrence};
use crate::domain::{
    charter::{MetBy, Trigger},
    fact::{Fact, FactKind, Step},
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
        let met = fulfils(&fact.kind);
        self.fulfilments.extend(met.iter().map(|met_by| Fulfilment {
            met_by: *met_by,
            at: fact.at,
            recorded_at: fact.recorded_at,
            seq: fact.seq,
        }));
    }

    fn triggers(&self, fact: &Fact) -> &'static [Trigger] {
        match &fact.kind {
            FactKind::ExtensionNeeded { .. } => &[Trigger::ExtensionCause],
            FactKind::Extended { .. } => self.cause_of_extension(fact),
            FactKind::ReviewNeeded => &[Trigger::ReviewNeeded],
            FactKind::Answered { remedy: None, .. } => &[Trigger::Result],
            // What is denied in a reply is refused, with reason and remedy.
            FactKind::Answered {
                remedy: Some(_), ..
            }
            | FactKind::Refused { .. } => &[Trigger::Result, Trigger::Refused],
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
            happened: self.intake.happened,
            at,
            seq,
            again,
        });
    }
}

fn fulfils(kind: &FactKind) -> &'static [MetBy] {
    match kind {
        FactKind::Assigned { .. } => &[MetBy::Assignment],
        FactKind::Accepted => &[MetBy::Acceptance],
        FactKind::Received(received) if received.waited() && received.received_at.is_some() => {
            &[MetBy::Acceptance]
        }
        FactKind::SupplementArrived => &[MetBy::Supplement],
        FactKind::Acknowledged => &[MetBy::Acknowledgement],
        FactKind::Noted {
            action: true,
            prevents,
            ..
        } => put_right(*prevents),
        FactKind::Contacted { .. } => &[MetBy::Contact],
        FactKind::Extended { .. } => &[MetBy::Extension],
        FactKind::InterimReplied { .. } => &[MetBy::InterimReply, MetBy::Contact],
        FactKind::Answered { remedy: None, .. } | FactKind::Closed { as_repeat: true } => RESULT,
        FactKind::Refused { .. }
        | FactKind::Answered {
            remedy: Some(_), ..
        } => REFUSAL,
        FactKind::FactsChecked { told, .. } => checked(*told),
        FactKind::Apologised { .. } => &[MetBy::Apology],
        FactKind::DelayExplained { .. } => &[MetBy::DelayNotice, MetBy::Contact],
        FactKind::VisitAnnounced { .. } => &[MetBy::VisitNotice],
        FactKind::StepRecorded { step } => climbed(step),
        FactKind::PublicApologyMade { .. } => &[MetBy::PublicApology],
        FactKind::CautionGiven { .. } => &[MetBy::Caution],
        FactKind::TrainingGiven { .. } => &[MetBy::Training],
        FactKind::Received(_)
        | FactKind::Noted { action: false, .. }
        | FactKind::Closed { as_repeat: false }
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
        | FactKind::Compensated { .. }
        | FactKind::OverdueConfirmed
        | FactKind::ImprovementNoted { .. }
        | FactKind::AppointmentMade { .. }
        | FactKind::AppointmentCancelled { .. }
        | FactKind::ChecklistTicked { .. }
        | FactKind::AppointmentMoved { .. }
        | FactKind::AppointmentKept
        | FactKind::Corrected { .. }
        | FactKind::Recomputed { .. } => &[],
    }
}

/// An action shows that the matter was read.
const fn put_right(prevents: bool) -> &'static [MetBy] {
    if prevents {
        &[MetBy::Action, MetBy::Acknowledgement, MetBy::Prevention]
    } else {
        &[MetBy::Action, MetBy::Acknowledgement]
    }
}

const fn checked(told: bool) -> &'static [MetBy] {
    if told {
        &[MetBy::FactCheck, MetBy::Finding, MetBy::Contact]
    } else {
        &[MetBy::FactCheck]
    }
}

/// Handing a complaint on, as step 1 does, puts nothing right.
const fn climbed(step: &Step) -> &'static [MetBy] {
    match step {
        Step::One { .. } => &[MetBy::Step],
        Step::Two { .. } | Step::Three { .. } => &[MetBy::Step, MetBy::Action],
    }
}
