//! The actions, their names, and the flags that turn one into another.
//!
//! Must not know when an action is possible, nor what it asks for.

use crate::words::{Phrase, actions as text, closed_set};

closed_set! {
    /// An action on a case, in the order in which a clerk needs them.
    ActionKind {
        Accept = "accept", "접수 확정", "accept";
        Assign = "assign", "담당자 지정", "assign";
        Acknowledge = "acknowledge", "확인", "acknowledge";
        Contact = "contact", "민원인 연락", "contact";
        Action = "action", "조치 기록", "action taken";
        Reply = "reply", "답변", "reply";
        Close = "close", "종결", "close";
        StepOne = "step1", "1차 조치", "step 1";
        StepTwo = "step2", "2차 조치", "step 2";
        StepThree = "step3", "3차 조치", "step 3";
        Link = "link", "이전 민원 연결", "link";
        Interim = "interim", "중간회신", "interim reply";
        Note = "note", "메모", "note";
        Consult = "consult", "협조 요청", "consult";
        Consulted = "consulted", "협조 회신", "consultation answered";
        /// It came to the wrong department.
        Misdirected = "misdirected", "소관 아님", "not ours";
        Apologise = "apologise", "사과", "apologise";
        NeedsReview = "needs-review", "검토 필요 표시", "needs review";
        /// A cause for an extension arose.
        NeedExtension = "need-extension", "연장 사유 발생", "cause for extension";
        Extend = "extend", "기간 연장", "extend";
        Supplement = "supplement", "보완 요구", "ask for a supplement";
        SupplementLonger = "extend-supplement", "보완기간 연장", "extend the supplement";
        SupplementArrived = "supplement-arrived", "보완 도착", "supplement arrived";
        Suspend = "suspend", "불산입 시작", "stop the clock";
        Resume = "resume", "불산입 끝", "let the clock go on";
        /// Those who brought it together are asked to choose representatives.
        AskRepresentatives = "ask-representatives", "대표자 선정 요청", "ask for representatives";
        Representatives = "representatives", "대표자 선정", "representatives chosen";
        Designate = "designate", "대표자 지정", "designate representatives";
        /// What was said is written down and signed.
        WriteDown = "write-down", "구술 내용 작성", "write it down";
        Object = "object", "이의 제기", "objection";
        Reopen = "reopen", "재개", "reopen";
        Refuse = "refuse", "거부 통지", "refuse";
        Return = "return", "반려", "return";
        Transfer = "transfer", "이송", "transfer";
        Merge = "merge", "병합", "merge";
        Withdraw = "withdraw", "취하", "withdraw";
        CloseAsRepeat = "close-as-repeat", "반복민원 종결", "close as repeated";
        ReportMisconduct = "report-misconduct", "잘못된 응대", "report misconduct";
        CheckFacts = "check-facts", "사실 확인", "check the facts";
        PublicApology = "public-apology", "공개 사과", "public apology";
        Caution = "caution", "주의", "caution";
        Training = "training", "교육", "training";
        Compensate = "compensate", "보상", "compensate";
        ConfirmOverdue = "confirm-overdue", "기한 경과 확인", "confirm overdue";
        ExplainDelay = "explain-delay", "지연 안내", "explain the delay";
        /// The complainant demands that the delay be put right.
        DemandCorrection = "demand-correction", "시정 요구", "demand for correction";
        /// The department in charge is reminded of what is overdue.
        Remind = "remind", "독촉", "remind the department";
        Improvable = "improvable", "개선 가능", "improvable";
        Appoint = "appoint", "방문 약속", "appoint a visit";
        MoveAppointment = "move-appointment", "방문 약속 변경", "move the visit";
        AnnounceVisit = "announce-visit", "방문 안내", "announce the visit";
        Book = "book", "방문·상담 예약", "book a visit";
        CancelAppointment = "cancel-appointment", "방문 약속 취소", "cancel the visit";
        KeepAppointment = "keep-appointment", "방문 이행", "visit took place";
        Tick = "tick", "응대 점검", "tick the checklist";
        Correct = "correct", "정정", "correct";
        /// What was taken in is put right.
        Amend = "amend", "접수 내용 변경", "amend";
        /// Strike out what was recorded.
        Revoke = "revoke", "기록 취소", "revoke";
    }
}

impl ActionKind {
    /// The step of the ladder it records, 1 to 3.
    pub fn step(self) -> Option<u8> {
        let steps = [Self::StepOne, Self::StepTwo, Self::StepThree];
        (1..)
            .zip(steps)
            .find_map(|(step, kind)| (kind == self).then_some(step))
    }

    /// The flag that turns this action into another on the command line and in scenarios: `note --action` is [`ActionKind::Action`].
    pub fn flag(self) -> Option<ActionFlag> {
        let flags = [
            ActionFlag {
                of: Self::Note,
                id: "action",
                says: text::SAYS_WHAT_WAS_DONE,
                becomes: Self::Action,
            },
            ActionFlag {
                of: Self::Close,
                id: "as-repeat",
                says: text::AS_REPEAT,
                becomes: Self::CloseAsRepeat,
            },
        ];
        flags.into_iter().find(|flag| flag.of == self)
    }
}

/// A flag that turns one action into another.
#[derive(Clone, Copy, Debug)]
pub struct ActionFlag {
    pub of: ActionKind,
    /// The word on the command line, without dashes before it.
    pub id: &'static str,
    /// What it means.
    pub says: Phrase,
    pub becomes: ActionKind,
}
