//! The words of the outbox: what a notice tells, how it goes out, to whom, how far it is, and its id.
//!
//! Must not know which fact calls for a notice, nor what telling it fulfils.

mod key;
mod tries;

pub use key::{NoticeId, NoticeKey, ParseNoticeError};
pub use tries::next_try;

use crate::words::closed_set;

closed_set! {
    /// What a notice tells.
    NoticeKind {
        /// That the matter was received.
        Receipt = "receipt", "접수 통지", "receipt";
        /// What was put right in the receipt, with the new date or kind.
        Amendment = "amendment", "변경 안내", "amendment";
        /// The extension, with reason and new date (decree art. 21(3), form 5).
        Extension = "extension", "처리기간 연장 통지", "extension";
        /// How far things are (decree art. 23, form 6).
        Interim = "interim", "처리진행상황 통지", "progress";
        /// What is missing (act art. 22).
        Supplement = "supplement", "보완 요구", "supplement request";
        /// To choose representatives, or whom the agency designated (decree art. 8).
        Representatives = "representatives", "대표자 안내", "representatives";
        /// The result (act art. 27).
        Result = "result", "처리결과 통지", "result";
        /// The mail beside the letter with the result, where the charter promises one.
        ResultMail = "result-mail", "처리결과 알림 메일", "result mail";
        /// The refusal, with reason and remedy (act art. 27(3)).
        Refusal = "refusal", "거부 통지", "refusal";
        /// That another agency handles it (decree art. 13(3)).
        Transfer = "transfer", "이송 통지", "transfer";
        /// That it was sent back (decree art. 25).
        Return = "return", "반려 통지", "return";
        /// That it was closed as repeated (act art. 23).
        Repeat = "repeat", "반복민원 종결 통지", "closed as repeated";
        /// That it goes on in another case.
        Merge = "merge", "병합 통지", "merge";
        /// Reason and expected date of a delay, with an apology.
        Delay = "delay", "지연 안내", "delay";
        /// Purpose and expected time of a visit.
        Visit = "visit", "방문 안내", "visit";
        Apology = "apology", "사과문", "letter of apology";
        /// The result of the measures, beside the letter of apology (step 2).
        Measures = "measures", "조치결과 통지", "result of the measures";
        /// Which team has the matter (step 1).
        InCharge = "in-charge", "담당 팀 안내", "team in charge";
        /// What was told before was wrong, and what is right.
        Correction = "correction", "정정 통지", "correction";
        /// To the team in charge: what to follow up (step 1).
        Instruction = "instruction", "조치 지시", "instruction to the team";
        /// To the department in charge: that the complainant demands correction (decree art. 18).
        Demand = "demand", "시정 요구 알림", "demand for correction";
        /// To the department in charge: the reminder (act art. 25, form 7).
        Reminder = "reminder", "민원 처리 독촉장", "reminder";
        /// To the team and the officer: the caution (step 3).
        Caution = "caution", "주의 통지", "caution";
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

closed_set! {
    /// How far a notice is.
    NoticeState {
        Waiting = "waiting", "대기", "waiting";
        /// A clerk keeps it back.
        Held = "held", "보류", "held";
        /// A person told it.
        Told = "told", "알림", "told";
        /// The program sent it.
        Sent = "sent", "발송", "sent";
        Failed = "failed", "실패", "failed";
        /// It is not known whether it went out.
        Unknown = "unknown", "발송 불명", "not known";
        /// Of a case that was closed before notices were followed: nobody recorded whether it was told.
        Before = "before", "기록 이전", "before the record";
    }
}

closed_set! {
    /// How a person told a notice.
    NoticeWay {
        Phone = "phone", "전화", "telephone";
        /// By word of mouth.
        Visit = "visit", "방문", "in person";
        Post = "post", "우편", "post";
        Fax = "fax", "팩스", "fax";
        Sms = "sms", "문자", "text message";
        Mail = "mail", "전자우편", "e-mail";
        /// A document through the office's document system, or handed over.
        Document = "document", "문서", "document";
    }
}

closed_set! {
    /// Why a result was not told by a document (act art. 27(1), decree art. 29(2)).
    InformalReason {
        Urgency = "urgency", "긴급", "urgency";
        Request = "request", "민원인 요청", "at the complainant's request";
        Consent = "consent", "민원인 동의", "with the complainant's consent";
    }
}

closed_set! {
    /// Who is told.
    Recipient {
        Complainant = "complainant", "민원인", "complainant";
        /// Of several complainants.
        Representative = "representative", "대표자", "representative";
        Team = "team", "담당 팀", "team";
        Officer = "officer", "담당자", "officer";
    }
}

impl NoticeKind {
    /// True for a result or a refusal.
    pub const fn is_result(self) -> bool {
        match self {
            Self::Result | Self::Refusal => true,
            Self::ResultMail
            | Self::Receipt
            | Self::Extension
            | Self::Interim
            | Self::Supplement
            | Self::Representatives
            | Self::Amendment
            | Self::Transfer
            | Self::Return
            | Self::Repeat
            | Self::Merge
            | Self::Delay
            | Self::Visit
            | Self::Measures
            | Self::InCharge
            | Self::Correction
            | Self::Instruction
            | Self::Demand
            | Self::Reminder
            | Self::Caution
            | Self::Apology => false,
        }
    }
}

impl NoticeWay {
    /// True where a letter goes out.
    pub const fn is_in_writing(self) -> bool {
        match self {
            Self::Post | Self::Fax | Self::Mail | Self::Document => true,
            Self::Phone | Self::Visit | Self::Sms => false,
        }
    }
}

impl NoticeState {
    /// True where it still has to go out.
    pub const fn is_pending(self) -> bool {
        match self {
            Self::Waiting | Self::Held | Self::Failed | Self::Unknown => true,
            Self::Told | Self::Sent | Self::Before => false,
        }
    }
}
