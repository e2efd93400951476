//! Notices: the letters and mails that a fact calls for.

mod life;

pub use super::outbox::{
    InformalReason, Medium, NoticeId, NoticeKey, NoticeKind, NoticeState, NoticeWay,
    ParseNoticeError, Recipient, next_try,
};
pub use life::{CaseNotice, FollowedSince};

use super::{
    fact::{Fact, FactKind, Receipt, Selection, Step},
    staff::{Signature, Staff},
};

/// A notice that is to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    pub kind: NoticeKind,
    pub medium: Medium,
    /// The fact that calls for it.
    pub seq: u32,
    /// Which of several recipients, from 1.
    pub n: u32,
    pub recipient: Recipient,
    /// The team or officer that is told; empty where that is the complainant.
    pub addressee: String,
    /// `None` where name or number is missing.
    pub signed: Option<Signature>,
}

impl Notice {
    /// A notice to the complainant.
    pub fn to_complainant(kind: NoticeKind, medium: Medium, seq: u32) -> Self {
        Self {
            kind,
            medium,
            seq,
            n: 1,
            recipient: Recipient::Complainant,
            addressee: String::new(),
            signed: None,
        }
    }

    /// Which notice of its case it is.
    pub const fn key(&self) -> NoticeKey {
        NoticeKey {
            seq: self.seq,
            kind: self.kind,
            n: self.n,
        }
    }

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

/// Returns the notices that a fact calls for: those to the complainant, then those to team and officer.
pub fn notices(fact: &Fact, intake: &Receipt) -> Vec<Notice> {
    let mut called = to_complainant(fact, intake);
    called.extend(to_staff(fact));
    called
}

/// What a demand or a reminder tells the department in charge, and a step the team and the officer.
fn to_staff(fact: &Fact) -> Vec<Notice> {
    let notice = |kind, n, recipient, addressee: &str| Notice {
        n,
        recipient,
        addressee: addressee.to_owned(),
        ..Notice::to_complainant(kind, Medium::Staff, fact.seq)
    };
    let to_team = |kind, department: &str| vec![notice(kind, 1, Recipient::Team, department)];
    if let FactKind::CorrectionDemanded { department, .. } = &fact.kind {
        return to_team(NoticeKind::Demand, department);
    }
    if let FactKind::Reminded { department, .. } = &fact.kind {
        return to_team(NoticeKind::Reminder, department);
    }
    let FactKind::StepRecorded { step } = &fact.kind else {
        return Vec::new();
    };
    match step {
        Step::One {
            department,
            notifies: true,
            ..
        } => to_team(NoticeKind::Instruction, department),
        Step::Three {
            department,
            officer,
            notifies: true,
            ..
        } => vec![
            notice(NoticeKind::Caution, 1, Recipient::Team, department),
            notice(NoticeKind::Caution, 2, Recipient::Officer, officer),
        ],
        Step::One { .. } | Step::Two { .. } | Step::Three { .. } => Vec::new(),
    }
}

/// What the complainant is told, the letter before the mail beside it; nothing where that is nobody.
fn to_complainant(fact: &Fact, intake: &Receipt) -> Vec<Notice> {
    let (Some(kind), Some(medium)) = (tells(&fact.kind), intake.medium()) else {
        return Vec::new();
    };
    let result = matches!(kind, NoticeKind::Result | NoticeKind::Refusal);
    if result && intake.result_mail {
        return vec![
            Notice::to_complainant(kind, Medium::Staff, fact.seq),
            Notice::to_complainant(NoticeKind::ResultMail, Medium::Email, fact.seq),
        ];
    }
    let mut called = vec![Notice::to_complainant(kind, medium, fact.seq)];
    if let FactKind::StepRecorded {
        step: Step::Two { notifies: true, .. },
    } = &fact.kind
    {
        called.push(Notice::to_complainant(
            NoticeKind::Measures,
            medium,
            fact.seq,
        ));
    }
    called
}

/// What the complainant is told of a fact.
#[expect(clippy::too_many_lines, reason = "a table: every kind of fact once")]
pub(in crate::domain) fn tells(kind: &FactKind) -> Option<NoticeKind> {
    Some(match kind {
        // Not accepted yet, or the complainant is unknown.
        FactKind::Received(received) if received.received_at.is_none() || received.anonymous => {
            return None;
        }
        FactKind::Received(_) | FactKind::Accepted => NoticeKind::Receipt,
        FactKind::Amended(amendment) if amendment.notifies => NoticeKind::Amendment,
        FactKind::Extended { .. } => NoticeKind::Extension,
        FactKind::InterimReplied { .. } => NoticeKind::Interim,
        FactKind::SupplementRequested { .. } | FactKind::SupplementExtended { .. } => {
            NoticeKind::Supplement
        }
        FactKind::RepresentativesAsked { .. }
        | FactKind::RepresentativesNamed {
            how: Selection::Designated,
            ..
        } => NoticeKind::Representatives,
        FactKind::Answered { .. } | FactKind::ResultShared { .. } => NoticeKind::Result,
        FactKind::Refused { .. } => NoticeKind::Refusal,
        FactKind::Transferred { .. } => NoticeKind::Transfer,
        FactKind::Returned { .. } => NoticeKind::Return,
        FactKind::Closed {
            as_repeat: true, ..
        } => NoticeKind::Repeat,
        FactKind::Merged { .. } => NoticeKind::Merge,
        FactKind::DelayExplained { .. } => NoticeKind::Delay,
        FactKind::VisitAnnounced { .. } => NoticeKind::Visit,
        FactKind::Apologised { .. }
        | FactKind::StepRecorded {
            step: Step::Two { .. },
        } => NoticeKind::Apology,
        FactKind::StepRecorded {
            step: Step::One { notifies: true, .. },
        } => NoticeKind::InCharge,
        FactKind::Corrected { notifies: true, .. } => NoticeKind::Correction,
        FactKind::Closed {
            as_repeat: false, ..
        }
        | FactKind::StepRecorded {
            step:
                Step::One {
                    notifies: false, ..
                }
                | Step::Three { .. },
        }
        | FactKind::Amended(_)
        | FactKind::Assigned { .. }
        | FactKind::Acknowledged
        | FactKind::Noted { .. }
        | FactKind::Contacted { .. }
        | FactKind::Misdirected { .. }
        | FactKind::Consulted { .. }
        | FactKind::ConsultationAnswered { .. }
        | FactKind::ExtensionNeeded { .. }
        | FactKind::SupplementArrived
        | FactKind::Suspended { .. }
        | FactKind::Resumed
        | FactKind::RepresentativesNamed {
            how: Selection::Chosen,
            ..
        }
        | FactKind::WrittenDown { .. }
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
        | FactKind::CorrectionDemanded { .. }
        | FactKind::Reminded { .. }
        | FactKind::ImprovementNoted { .. }
        | FactKind::AppointmentMade { .. }
        | FactKind::AppointmentCancelled { .. }
        | FactKind::ChecklistTicked { .. }
        | FactKind::AppointmentMoved { .. }
        | FactKind::AppointmentKept
        | FactKind::Notice(_)
        | FactKind::Corrected {
            notifies: false, ..
        }
        | FactKind::Revoked { .. }
        | FactKind::Recomputed { .. } => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{fact::Prose, staff::sample_staff};

    #[test]
    fn a_step_tells_its_team_and_its_officer() {
        let text = || Prose::new("말");
        let one = Step::One {
            department: "고객지원팀".into(),
            officer: "kim".into(),
            instruction: text(),
            notifies: true,
        };
        let three = Step::Three {
            reason: text(),
            department: "고객지원팀".into(),
            officer: "kim".into(),
            notifies: true,
        };
        let told = |step| {
            let fact = Fact {
                seq: 4,
                at: chrono::DateTime::UNIX_EPOCH,
                recorded_at: chrono::DateTime::UNIX_EPOCH,
                by: "kim".into(),
                kind: FactKind::StepRecorded { step },
                announced: Vec::new(),
                late_reason: None,
            };
            let told = to_staff(&fact).into_iter();
            let told = told.map(|one| (one.kind, one.n, one.recipient, one.addressee));
            told.collect::<Vec<_>>()
        };
        let team = || "고객지원팀".to_owned();
        let instruction = NoticeKind::Instruction;
        assert_eq!(told(one), [(instruction, 1, Recipient::Team, team())]);
        let caution = NoticeKind::Caution;
        let both = [
            (caution, 1, Recipient::Team, team()),
            (caution, 2, Recipient::Officer, "kim".to_owned()),
        ];
        assert_eq!(told(three), both);
    }

    #[test]
    fn every_notice_names_a_department() {
        let notice = Notice::to_complainant(NoticeKind::Result, Medium::Staff, 1);
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
