//! What a fact triggers, and what it fulfils.

use super::{Case, Fulfilment, Occurrence};
use crate::domain::{
    charter::{MetBy, Trigger},
    fact::{ContactWay, Fact, FactKind, Linkage, ReopenCause, Step},
    notice::{NoticeKind, tells},
};
use chrono::{DateTime, Utc};

/// What a result fulfils: it also acknowledges, serves and informs the complainant.
const RESULT: &[MetBy] = &[
    MetBy::Result,
    MetBy::Action,
    MetBy::Acknowledgement,
    MetBy::Contact,
    MetBy::Finding,
];
/// A refusal is a result too.
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
        let (triggers, met) = self.effects(fact);
        for trigger in triggers {
            self.occur(*trigger, fact.at, fact.seq, false);
        }
        if fact.kind.denies() {
            self.denials.push(fact.seq);
        }
        let met = self.call_for(fact, met);
        let met = met.into_iter();
        self.acts
            .extend(met.map(|met_by| Fulfilment::by(fact, met_by)));
    }

    /// What the fact triggers, and what it fulfils.
    #[expect(clippy::too_many_lines, reason = "a table: every kind of fact once")]
    fn effects(&self, fact: &Fact) -> (&'static [Trigger], &'static [MetBy]) {
        match &fact.kind {
            FactKind::Received(received) if received.waited() && received.received_at.is_some() => {
                (&[], &[MetBy::Acceptance])
            }
            FactKind::Accepted => (&[], &[MetBy::Acceptance]),
            FactKind::Assigned { .. } => (&[], &[MetBy::Assignment]),
            FactKind::Acknowledged => (&[], &[MetBy::Acknowledgement]),
            FactKind::Noted {
                action: true,
                prevents,
                ..
            } => (&[], put_right(*prevents)),
            FactKind::StepRecorded {
                step:
                    Step::Two {
                        notifies: false, ..
                    },
            } => (&[], &[MetBy::Action]),
            FactKind::Contacted {
                how: ContactWay::Phone | ContactWay::Email,
                ..
            } => (&[], &[MetBy::Contact]),
            FactKind::ExtensionNeeded { .. } => (&[Trigger::ExtensionCause], &[]),
            FactKind::Extended { .. } => (self.cause_of_extension(fact), &[MetBy::Extension]),
            FactKind::InterimReplied { .. } => (&[], &[MetBy::InterimReply, MetBy::Contact]),
            FactKind::SupplementArrived => (&[], &[MetBy::Supplement]),
            FactKind::ReviewNeeded => (&[Trigger::ReviewNeeded], &[]),
            FactKind::Answered { remedy: None, .. }
            | FactKind::ResultShared { denied: false, .. } => (&[Trigger::Result], RESULT),
            // What is denied in a reply is refused, with reason and remedy.
            FactKind::Answered {
                remedy: Some(_), ..
            }
            | FactKind::ResultShared { denied: true, .. }
            | FactKind::Refused { .. } => (&[Trigger::Result, Trigger::Refused], REFUSAL),
            FactKind::Closed {
                as_repeat: true, ..
            } => (&[], RESULT),
            FactKind::Objected { .. }
            | FactKind::Reopened {
                cause: Some(ReopenCause::Objection),
                ..
            } => (&[Trigger::Objection], &[]),
            FactKind::Linked {
                how: Linkage::Confirmed,
                ..
            } => (&[Trigger::Recurrence], &[]),
            FactKind::StepRecorded {
                step: Step::Three { .. },
            } => (&[Trigger::NotReflected], &[MetBy::Action]),
            FactKind::StepRecorded {
                step: Step::Two { notifies: true, .. },
            } => (&[], &[MetBy::Action, MetBy::Apology]),
            FactKind::PublicApologyMade { .. } => (&[], &[MetBy::PublicApology]),
            FactKind::CautionGiven { .. } => (&[], &[MetBy::Caution]),
            FactKind::TrainingGiven { .. } => (&[], &[MetBy::Training]),
            FactKind::FactsChecked { told: false, .. } => (&[], &[MetBy::FactCheck]),
            FactKind::FactsChecked { told: true, .. } => {
                (&[], &[MetBy::FactCheck, MetBy::Finding, MetBy::Contact])
            }
            FactKind::Apologised { .. } => (&[], &[MetBy::Apology, MetBy::ApologyCall]),
            FactKind::OverdueConfirmed => (&[Trigger::Overdue], &[]),
            FactKind::DelayExplained { .. } => (&[], &[MetBy::DelayNotice, MetBy::Contact]),
            FactKind::ImprovementNoted { .. } => (&[Trigger::Improvable], &[]),
            // Customers who come to the office need no notice of a visit.
            FactKind::AppointmentMade { officer, .. } if officer.is_empty() => {
                (&[Trigger::Appointment], &[])
            }
            FactKind::VisitAnnounced { .. } => (&[], &[MetBy::VisitNotice]),
            // Misconduct occurs with its detail, in `fold`.
            FactKind::MisconductReported { .. }
            | FactKind::Linked {
                how: Linkage::SeeAlso,
                ..
            }
            // Passing it on puts nothing right.
            | FactKind::StepRecorded {
                step: Step::One { .. },
            }
            // The course of handling is told by telephone or e-mail (`wonju.remote.contact`).
            | FactKind::Contacted {
                how: ContactWay::Visit | ContactWay::Post | ContactWay::Sms | ContactWay::Fax,
                ..
            }
            | FactKind::AppointmentMade { .. }
            | FactKind::Received(_)
            | FactKind::Amended(_)
            | FactKind::Noted { action: false, .. }
            | FactKind::Closed {
                as_repeat: false, ..
            }
            | FactKind::Consulted { .. }
            | FactKind::ConsultationAnswered { .. }
            | FactKind::SupplementRequested { .. }
            | FactKind::SupplementExtended { .. }
            | FactKind::Suspended { .. }
            | FactKind::Resumed
            | FactKind::RepresentativesAsked { .. }
            | FactKind::RepresentativesNamed { .. }
            | FactKind::WrittenDown { .. }
            | FactKind::Reopened { .. }
            | FactKind::Withdrawn { .. }
            | FactKind::Returned { .. }
            | FactKind::Transferred { .. }
            | FactKind::Merged { .. }
            | FactKind::Compensated { .. }
            | FactKind::AppointmentCancelled { .. }
            | FactKind::ChecklistTicked { .. }
            | FactKind::AppointmentMoved { .. }
            | FactKind::AppointmentKept
            | FactKind::Notice(_)
            | FactKind::Corrected { .. }
            | FactKind::Revoked { .. }
            | FactKind::Recomputed { .. } => (&[], &[]),
        }
    }

    /// An extension without a recorded cause is cause and notice in one.
    fn cause_of_extension(&self, fact: &Fact) -> &'static [Trigger] {
        if self.awaits_extension(fact) {
            &[]
        } else {
            &[Trigger::ExtensionCause]
        }
    }

    /// True where a cause was recorded in this round and no extension since.
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
            happened: None,
            at,
            seq,
            again,
        });
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

impl FactKind {
    /// True for what a fact of this kind fulfils only once its notice was told.
    pub(super) fn waits_for_notice(&self, met_by: MetBy) -> bool {
        match tells(self) {
            // That the matter was read is shown by the answer, told or not.
            Some(NoticeKind::Result | NoticeKind::Refusal) => met_by != MetBy::Acknowledgement,
            Some(
                NoticeKind::Extension | NoticeKind::Interim | NoticeKind::Delay | NoticeKind::Visit,
            ) => true,
            Some(NoticeKind::Apology) => met_by.is_apology(),
            Some(
                NoticeKind::Receipt
                | NoticeKind::ResultMail
                | NoticeKind::Supplement
                | NoticeKind::Representatives
                | NoticeKind::Amendment
                | NoticeKind::Transfer
                | NoticeKind::Return
                | NoticeKind::Repeat
                | NoticeKind::Merge
                | NoticeKind::Measures
                | NoticeKind::InCharge
                | NoticeKind::Correction
                | NoticeKind::Instruction
                | NoticeKind::Caution,
            )
            | None => false,
        }
    }
}
