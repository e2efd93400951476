//! The actions: names, what each does, and which need care.
//!
//! Must not know when an action is possible.

use crate::{
    domain::charter::closed_set,
    words::{Lang, Phrase, Say, forms as text},
};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

closed_set! {
    /// An action that has a form, in the order in which a clerk needs them.
    Kind {
        /// Accept what came in.
        Accept = "accept", "접수 확정", "accept";
        /// Give it to a department and an officer.
        Assign = "assign", "담당자 지정", "assign";
        /// Confirm that it was read.
        Acknowledge = "acknowledge", "확인", "acknowledge";
        /// Record a contact with the customer.
        Contact = "contact", "민원인 연락", "contact";
        /// Record what was done.
        Action = "action", "조치 기록", "action taken";
        /// Tell the result.
        Reply = "reply", "답변", "reply";
        /// Close it.
        Close = "close", "종결", "close";
        /// The first step.
        StepOne = "step1", "1차 조치", "step 1";
        /// The second step.
        StepTwo = "step2", "2차 조치", "step 2";
        /// The third step.
        StepThree = "step3", "3차 조치", "step 3";
        /// Link it to an earlier case of the same person.
        Link = "link", "이전 민원 연결", "link";
        /// Tell the complainant how far things are.
        Interim = "interim", "중간회신", "interim reply";
        /// Note something.
        Note = "note", "메모", "note";
        /// Ask another department.
        Consult = "consult", "협조 요청", "consult";
        /// Record what the other department answered.
        Consulted = "consulted", "협조 회신", "consultation answered";
        /// Apologise.
        Apologise = "apologise", "사과", "apologise";
        /// Mark that it needs review.
        NeedsReview = "needs-review", "검토 필요 표시", "needs review";
        /// Record that a cause for an extension arose.
        NeedExtension = "need-extension", "연장 사유 발생", "cause for extension";
        /// Extend the period.
        Extend = "extend", "기간 연장", "extend";
        /// Ask for missing papers.
        Supplement = "supplement", "보완 요구", "ask for a supplement";
        /// Record that the papers arrived.
        SupplementArrived = "supplement-arrived", "보완 도착", "supplement arrived";
        /// Stop the clock for another reason of the law.
        Suspend = "suspend", "불산입 시작", "stop the clock";
        /// Let the clock go on.
        Resume = "resume", "불산입 끝", "let the clock go on";
        /// Record that the complainant objects.
        Object = "object", "이의 제기", "objection";
        /// Take a finished case up again.
        Reopen = "reopen", "재개", "reopen";
        /// Refuse.
        Refuse = "refuse", "거부 통지", "refuse";
        /// Send it back for want of the supplement.
        Return = "return", "반려", "return";
        /// Pass it to another agency.
        Transfer = "transfer", "이송", "transfer";
        /// Let it go on in another case.
        Merge = "merge", "병합", "merge";
        /// Record that the complainant withdrew it.
        Withdraw = "withdraw", "취하", "withdraw";
        /// Close it as a repeated petition.
        CloseAsRepeat = "close-as-repeat", "반복민원 종결", "close as repeated";
        /// Record that misconduct of staff was reported.
        ReportMisconduct = "report-misconduct", "잘못된 응대", "report misconduct";
        /// Record what the check of the facts brought.
        CheckFacts = "check-facts", "사실 확인", "check the facts";
        /// Record the apology that was published.
        PublicApology = "public-apology", "공개 사과", "public apology";
        /// Caution a team and an officer.
        Caution = "caution", "주의", "caution";
        /// Record the training of an officer.
        Training = "training", "교육", "training";
        /// Record what the customer was compensated with.
        Compensate = "compensate", "보상", "compensate";
        /// Confirm that the period of handling was missed.
        ConfirmOverdue = "confirm-overdue", "기한 경과 확인", "confirm overdue";
        /// Tell reason and expected date of a delay.
        ExplainDelay = "explain-delay", "지연 안내", "explain the delay";
        /// Note that something can be put right.
        Improvable = "improvable", "개선 가능", "improvable";
        /// Agree a visit.
        Appoint = "appoint", "방문 약속", "appoint a visit";
        /// Move the visit.
        MoveAppointment = "move-appointment", "방문 약속 변경", "move the visit";
        /// Tell purpose and time of the visit.
        AnnounceVisit = "announce-visit", "방문 안내", "announce the visit";
        /// Record that the visit took place.
        KeepAppointment = "keep-appointment", "방문 이행", "visit took place";
        /// Set a wrong entry right.
        Correct = "correct", "정정", "correct";
    }
}

impl Kind {
    /// True where it ends a case or tells the complainant what is hard to take back.
    pub const fn is_dangerous(self) -> bool {
        matches!(
            self,
            Self::Close
                | Self::CloseAsRepeat
                | Self::Refuse
                | Self::Return
                | Self::Transfer
                | Self::Merge
                | Self::Withdraw
                | Self::StepThree
                | Self::Caution
        )
    }

    /// The step of the ladder it records.
    pub const fn step(self) -> Option<u8> {
        match self {
            Self::StepOne => Some(1),
            Self::StepTwo => Some(2),
            Self::StepThree => Some(3),
            _ => None,
        }
    }

    /// True where it names an earlier or another case.
    pub const fn names_a_case(self) -> bool {
        matches!(self, Self::Link | Self::Merge)
    }

    /// What will happen, in one sentence.
    pub const fn does(self) -> Phrase {
        match self {
            Self::Accept => text::DOES_ACCEPT,
            Self::Assign => text::DOES_ASSIGN,
            Self::Acknowledge => text::DOES_ACKNOWLEDGE,
            Self::Contact => text::DOES_CONTACT,
            Self::Action => text::DOES_ACTION,
            Self::Reply => text::DOES_REPLY,
            Self::Close => text::DOES_CLOSE,
            Self::StepOne => text::DOES_STEP_ONE,
            Self::StepTwo => text::DOES_STEP_TWO,
            Self::StepThree => text::DOES_STEP_THREE,
            Self::Link => text::DOES_LINK,
            Self::Interim => text::DOES_INTERIM,
            Self::Note => text::DOES_NOTE,
            Self::Consult => text::DOES_CONSULT,
            Self::Consulted => text::DOES_CONSULTED,
            Self::Apologise => text::DOES_APOLOGISE,
            Self::NeedsReview => text::DOES_NEEDS_REVIEW,
            Self::NeedExtension => text::DOES_NEED_EXTENSION,
            Self::Extend => text::DOES_EXTEND,
            Self::Supplement => text::DOES_SUPPLEMENT,
            Self::SupplementArrived => text::DOES_SUPPLEMENT_ARRIVED,
            Self::Suspend => text::DOES_SUSPEND,
            Self::Resume => text::DOES_RESUME,
            Self::Object => text::DOES_OBJECT,
            Self::Reopen => text::DOES_REOPEN,
            Self::Refuse => text::DOES_REFUSE,
            Self::Return => text::DOES_RETURN,
            Self::Transfer => text::DOES_TRANSFER,
            Self::Merge => text::DOES_MERGE,
            Self::Withdraw => text::DOES_WITHDRAW,
            Self::CloseAsRepeat => text::DOES_CLOSE_AS_REPEAT,
            Self::ReportMisconduct => text::DOES_REPORT_MISCONDUCT,
            Self::CheckFacts => text::DOES_CHECK_FACTS,
            Self::PublicApology => text::DOES_PUBLIC_APOLOGY,
            Self::Caution => text::DOES_CAUTION,
            Self::Training => text::DOES_TRAINING,
            Self::Compensate => text::DOES_COMPENSATE,
            Self::ConfirmOverdue => text::DOES_CONFIRM_OVERDUE,
            Self::ExplainDelay => text::DOES_EXPLAIN_DELAY,
            Self::Improvable => text::DOES_IMPROVABLE,
            Self::Appoint => text::DOES_APPOINT,
            Self::MoveAppointment => text::DOES_MOVE_APPOINTMENT,
            Self::AnnounceVisit => text::DOES_ANNOUNCE_VISIT,
            Self::KeepAppointment => text::DOES_KEEP_APPOINTMENT,
            Self::Correct => text::DOES_CORRECT,
        }
    }
}
