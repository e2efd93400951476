//! Notices: the letters and mails that a fact calls for.

use super::{
    fact::{Fact, FactKind, Receipt, Step},
    staff::{Signature, Staff},
};
use crate::words::closed_set;

closed_set! {
    /// The subject of a notice.
    NoticeKind {
        Receipt = "receipt", "접수 통지", "receipt";
        /// With reason and new date (decree art. 21(3), form 5).
        Extension = "extension", "처리기간 연장 통지", "extension";
        /// The progress (decree art. 23, form 6).
        Interim = "interim", "처리진행상황 통지", "progress";
        /// Act art. 22.
        Supplement = "supplement", "보완 요구", "supplement request";
        /// Act art. 27.
        Result = "result", "처리결과 통지", "result";
        /// With reason and remedy (act art. 27(3)).
        Refusal = "refusal", "거부 통지", "refusal";
        /// Decree art. 13(3).
        Transfer = "transfer", "이송 통지", "transfer";
        /// Decree art. 25.
        Return = "return", "반려 통지", "return";
        /// Act art. 23.
        Repeat = "repeat", "반복민원 종결 통지", "closed as repeated";
        Merge = "merge", "병합 통지", "merge";
        Delay = "delay", "지연 안내", "delay";
        Visit = "visit", "방문 안내", "visit";
        Apology = "apology", "사과문", "letter of apology";
    }
}

closed_set! {
    /// How a notice goes out.
    Medium {
        Email = "email", "이메일", "e-mail";
        /// By the way the clerk chooses: telephone, letter, text message.
        Staff = "staff", "담당자 전달", "by staff";
    }
}

/// A notice that is to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub kind: NoticeKind,
    pub medium: Medium,
    /// The fact that calls for it.
    pub seq: u32,
    /// `None` where name or number is missing.
    pub signed: Option<Signature>,
}

impl Notice {
    /// Signs the notice; a signer without a department signs for that of the case (decree art. 31 wants department, name and
    /// number).
    #[must_use]
    pub fn signed_by(mut self, staff: &Staff, department: &str) -> Self {
        self.signed = staff.signature().ok().map(|mut signed| {
            if signed.department.trim().is_empty() {
                department.clone_into(&mut signed.department);
            }
            signed
        });
        self
    }
}

impl Receipt {
    /// How the complainant is notified: by e-mail if there is an address, else by staff; `None` if unknown (decree art. 2).
    pub fn medium(&self) -> Option<Medium> {
        match (self.has_email, self.anonymous) {
            (true, _) => Some(Medium::Email),
            (false, true) => None,
            (false, false) => Some(Medium::Staff),
        }
    }
}

/// Returns the notice that a fact calls for; `None` where there is none, or the complainant cannot be reached.
pub fn notice(fact: &Fact, intake: &Receipt) -> Option<Notice> {
    Some(Notice {
        kind: kind_of(&fact.kind)?,
        medium: intake.medium()?,
        seq: fact.seq,
        signed: None,
    })
}

fn kind_of(fact: &FactKind) -> Option<NoticeKind> {
    Some(match fact {
        // Not accepted yet, or the complainant is unknown.
        FactKind::Received(received) if received.received_at.is_none() || received.anonymous => {
            return None;
        }
        FactKind::Received(_) | FactKind::Accepted => NoticeKind::Receipt,
        FactKind::Extended { .. } => NoticeKind::Extension,
        FactKind::InterimReplied { .. } => NoticeKind::Interim,
        FactKind::SupplementRequested { .. } | FactKind::SupplementExtended { .. } => {
            NoticeKind::Supplement
        }
        FactKind::Answered { .. } => NoticeKind::Result,
        FactKind::Refused { .. } => NoticeKind::Refusal,
        FactKind::Transferred { .. } => NoticeKind::Transfer,
        FactKind::Returned { .. } => NoticeKind::Return,
        FactKind::Closed { as_repeat: true } => NoticeKind::Repeat,
        FactKind::Merged { .. } => NoticeKind::Merge,
        FactKind::DelayExplained { .. } => NoticeKind::Delay,
        FactKind::VisitAnnounced { .. } => NoticeKind::Visit,
        FactKind::Apologised { .. }
        | FactKind::StepRecorded {
            step: Step::Two { .. },
        } => NoticeKind::Apology,
        FactKind::Closed { as_repeat: false }
        | FactKind::StepRecorded {
            step: Step::One { .. } | Step::Three { .. },
        }
        | FactKind::Assigned { .. }
        | FactKind::Acknowledged
        | FactKind::Noted { .. }
        | FactKind::Contacted { .. }
        | FactKind::Consulted { .. }
        | FactKind::ConsultationAnswered { .. }
        | FactKind::ExtensionNeeded { .. }
        | FactKind::SupplementArrived
        | FactKind::Suspended { .. }
        | FactKind::Resumed
        | FactKind::ReviewNeeded
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
        | FactKind::Corrected { .. }
        | FactKind::Recomputed { .. } => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::staff::sample_staff;

    #[test]
    fn every_notice_names_a_department() {
        let notice = Notice {
            kind: NoticeKind::Result,
            medium: Medium::Staff,
            seq: 1,
            signed: None,
        };
        for (own, signed) in [("상담팀", "상담팀"), (" ", "시설팀"), ("", "시설팀")] {
            let signer = Staff {
                department: own.to_owned(),
                ..sample_staff()
            };
            let told = notice.clone().signed_by(&signer, "시설팀");
            assert_eq!(told.signed.unwrap().department, signed);
        }
    }
}
