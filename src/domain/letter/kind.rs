//! The letters: what each is called, whom it goes to, and what it may not lack.

use super::mark::Mark;
use crate::words::closed_set;

closed_set! {
    /// A letter that leaves the desk. Its Korean name stands in the subject of a mail, which tells nothing else of the matter.
    LetterKind {
        /// Act art. 9(2), decree art. 6(4); form 2.
        Receipt = "receipt", "민원 접수 안내", "receipt";
        /// What was put right in the receipt.
        Amendment = "amendment", "접수 내용 변경 안내", "amendment";
        /// Decree art. 21(3); form 5.
        Extension = "extension", "처리기간 연장 안내", "extension";
        /// Act on disclosure art. 11(2).
        DisclosureExtension = "disclosure-extension", "결정기간 연장 안내", "extension of a disclosure";
        /// Decree art. 23; form 6.
        Progress = "progress", "처리진행상황 안내", "progress";
        /// Act art. 22(1), decree art. 24.
        Supplement = "supplement", "보완 요청", "supplement request";
        /// Decree art. 8.
        RepresentativesAsked = "representatives-asked", "대표자 선정 요청", "request for representatives";
        /// Decree art. 8.
        RepresentativesDesignated = "representatives-designated", "대표자 지정 안내", "representatives designated";
        /// Act art. 27(1).
        Result = "result", "처리결과 안내", "result";
        /// Act art. 27(3), with the remedy of its kind.
        Refusal = "refusal", "처리결과 안내", "refusal";
        /// Act art. 21.
        NotHandled = "not-handled", "처리결과 안내", "not handled";
        /// Act art. 16, decree art. 13(3).
        Transfer = "transfer", "민원 이송 안내", "transfer";
        /// Decree art. 25(1).
        Return = "return", "민원서류 반려 안내", "return";
        /// Act art. 23.
        Repeated = "repeated", "반복민원 처리 안내", "closed as repeated";
        /// Decree art. 6(7).
        Merge = "merge", "민원 병합 안내", "merge";
        /// Act on administrative procedure art. 25.
        Correction = "correction", "통지 내용 정정 안내", "correction";
        /// What the charters promise of a delay; decree art. 18(1)3.
        Delay = "delay", "처리 지연 안내", "delay";
        Visit = "visit", "방문 일정 안내", "visit";
        Apology = "apology", "사과 말씀", "letter of apology";
        Measures = "measures", "조치 결과 안내", "result of the measures";
        InCharge = "in-charge", "담당 부서 안내", "team in charge";
        /// To the team, step 1.
        Instruction = "instruction", "민원 배정(1단계)", "instruction to the team";
        /// To the team, step 3.
        Caution = "caution", "헌장 이행 주의", "caution to the team";
        /// To the officer, step 3.
        CautionOfficer = "caution-officer", "헌장 이행 주의", "caution to the officer";
        /// To a department; act art. 20(1).
        Consultation = "consultation", "업무 협조 요청", "consultation";
        /// To a department; decree art. 18.
        Demand = "demand", "시정 요구 알림", "demand for correction";
        /// To a department; decree art. 28(2), form 7.
        Reminder = "reminder", "민원 처리 독촉", "reminder";
        /// Act art. 35(2), decree art. 40(2).
        Decision = "decision", "이의신청 결정 안내", "decision on an objection";
        /// Act art. 35(2), decree art. 40(3); form 5.
        DecisionExtension = "decision-extension", "이의신청 결정기간 연장 안내", "extension of a decision";
    }
}

/// Whom a letter goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readership {
    Complainant,
    /// A department or an officer of the body: the complainant's name is masked.
    Office,
}

/// What stands in every letter (decree art. 31: department, name and telephone of the person in charge).
const COMMON: [Mark; 6] = [
    Mark::Number,
    Mark::Department,
    Mark::Officer,
    Mark::OfficerPhone,
    Mark::SentOn,
    Mark::Sender,
];

impl LetterKind {
    /// Whom it goes to.
    pub const fn readership(self) -> Readership {
        match self {
            Self::Instruction
            | Self::Caution
            | Self::CautionOfficer
            | Self::Consultation
            | Self::Demand
            | Self::Reminder => Readership::Office,
            Self::Receipt
            | Self::Amendment
            | Self::Extension
            | Self::DisclosureExtension
            | Self::Progress
            | Self::Supplement
            | Self::RepresentativesAsked
            | Self::RepresentativesDesignated
            | Self::Result
            | Self::Refusal
            | Self::NotHandled
            | Self::Transfer
            | Self::Return
            | Self::Repeated
            | Self::Merge
            | Self::Correction
            | Self::Delay
            | Self::Visit
            | Self::Apology
            | Self::Measures
            | Self::InCharge
            | Self::Decision
            | Self::DecisionExtension => Readership::Complainant,
        }
    }

    /// The marks that an office's own letter may not lack: what the law asks for in it.
    pub fn required(self) -> impl Iterator<Item = Mark> {
        COMMON.into_iter().chain(self.own().iter().copied())
    }

    const fn own(self) -> &'static [Mark] {
        match self {
            Self::Receipt => &[Mark::ReceivedAt, Mark::Title, Mark::Due],
            Self::Amendment => &[Mark::Title, Mark::Right],
            Self::Extension => &[
                Mark::FirstDue,
                Mark::ExtensionReason,
                Mark::ExtensionItem,
                Mark::Due,
            ],
            Self::DisclosureExtension => &[Mark::FirstDue, Mark::ExtensionReason, Mark::Due],
            Self::Progress => &[Mark::Progress, Mark::Due],
            Self::Supplement | Self::RepresentativesAsked => {
                &[Mark::SupplementText, Mark::SupplementUntil]
            }
            Self::RepresentativesDesignated => &[Mark::Representatives],
            Self::Result => &[Mark::Gist, Mark::Outcome, Mark::Reason],
            Self::Refusal => &[Mark::Outcome, Mark::Reason, Mark::Ground, Mark::Remedy],
            Self::NotHandled => &[Mark::Ground, Mark::Reason],
            Self::Transfer => &[Mark::Agency, Mark::TransferredOn, Mark::Reason],
            Self::Return => &[Mark::SupplementText, Mark::Reason],
            Self::Repeated => &[Mark::EarlierCases, Mark::EarlierToldOn, Mark::Reason],
            Self::Merge => &[Mark::LeadingNumber],
            Self::Correction => &[Mark::Corrected, Mark::Wrong, Mark::Right],
            Self::Delay => &[Mark::MissedDue, Mark::DelayReason, Mark::Due],
            Self::Visit => &[Mark::VisitAt, Mark::VisitPurpose],
            Self::Apology => &[Mark::Apology],
            Self::Measures => &[Mark::Measures, Mark::MeasuredOn],
            Self::InCharge => &[Mark::Handling],
            Self::Instruction => &[Mark::Addressee, Mark::Gist, Mark::Instruction],
            Self::Caution | Self::CautionOfficer => &[Mark::Addressee, Mark::Finding],
            Self::Consultation => &[Mark::Addressee, Mark::Question],
            Self::Demand | Self::Reminder => &[Mark::Addressee, Mark::MissedDue, Mark::Overdue],
            Self::Decision => &[
                Mark::RefusedMatter,
                Mark::Decision,
                Mark::Reason,
                Mark::Committee,
            ],
            Self::DecisionExtension => &[Mark::ExtensionReason, Mark::DecisionDue],
        }
    }
}
