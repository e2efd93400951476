//! A promise: one clause of a charter, with what triggers it and what fulfils it.

use super::{Bilingual, Channel, Start};
use crate::{
    domain::limit::{CountingRule, Limit},
    words::closed_set,
};
use serde::{Serialize, Serializer};

closed_set! {
    /// The event to which a promise applies.
    Trigger {
        /// A case is received (or, for real-time mail, comes in).
        Received = "received", "접수", "received";
        Result = "result", "결과 통지", "result";
        ReviewNeeded = "review_needed", "검토 필요", "review needed";
        ExtensionCause = "extension_cause", "연장 사유 발생", "cause for extension";
        /// The same customer comes back with the same content.
        Recurrence = "recurrence", "같은 내용 재접수", "recurrence";
        NotReflected = "not_reflected", "조치 미이행", "result not put into practice";
        Misconduct = "misconduct", "잘못된 응대", "misconduct";
        Objection = "objection", "이의 제기", "objection";
        Refused = "refused", "거부", "refused";
        Overdue = "overdue", "기한 경과 확인", "overdue confirmed";
        Improvable = "improvable", "개선 가능", "improvable";
        VisitorArrived = "visitor_arrived", "방문", "visitor arrived";
        Call = "call", "전화 수신", "call";
        OfficerAbsent = "officer_absent", "담당자 부재", "officer absent";
        AnswerLater = "answer_later", "나중에 답변", "answer later";
        QuestionAsked = "question", "업무 문의", "question";
        Appointment = "appointment", "방문 약속", "appointment";
    }
}

closed_set! {
    /// A detail of a trigger: `misconduct:repeat_visit`, `visitor_arrived:assistance`.
    Detail {
        RepeatVisit = "repeat_visit", "담당자 잘못으로 재방문", "repeated visit by mistake";
        Discourtesy = "discourtesy", "불친절", "discourtesy";
        NoInterim = "no_interim", "중간 안내 없음", "no interim contact";
        Error = "error", "업무 처리 오류", "error in the work";
        /// The handling was careless.
        Careless = "careless", "무성의한 처리", "careless handling";
        /// A visitor who needs help: elderly or disabled.
        Assistance = "assistance", "노약자·장애인", "assistance needed";
    }
}

impl Detail {
    /// What misconduct of staff may be.
    pub const MISCONDUCT: &'static [Self] = &[
        Self::Discourtesy,
        Self::RepeatVisit,
        Self::Error,
        Self::Careless,
        Self::NoInterim,
    ];

    /// The word as a value of a flag: `repeat-visit`.
    pub const fn flag(self) -> &'static str {
        match self {
            Self::RepeatVisit => "repeat-visit",
            Self::NoInterim => "no-interim",
            Self::Discourtesy | Self::Error | Self::Careless | Self::Assistance => self.id(),
        }
    }
}

closed_set! {
    /// What a row of a charter is.
    PromiseKind {
        /// A limit on what happens to a case.
        Deadline = "deadline", "기한", "deadline";
        Escalation = "escalation", "단계별 조치", "escalation";
        /// A visitor's or caller's timer.
        Clock = "clock", "응대 시간", "clock";
        Duty = "duty", "정기 이행과제", "duty";
        Guide = "guide", "응대 요령", "guide";
        /// What the program enforces or shows throughout.
        Policy = "policy", "운영 원칙", "policy";
    }
}

closed_set! {
    /// The fact that fulfils a promise.
    MetBy {
        /// The result was told: answered, or refused with reason.
        Result = "result", "결과 통지", "result";
        /// What came in was accepted (a period of the law, not of a charter).
        Acceptance = "acceptance", "접수", "acceptance";
        /// The supplement arrived (a period of the law, not of a charter).
        Supplement = "supplement", "보완 도착", "supplement";
        Acknowledgement = "acknowledgement", "확인", "acknowledgement";
        /// What was done is on record; a result fulfils it too.
        Action = "action", "조치 기록", "action";
        /// What keeps it from happening again is on record.
        Prevention = "prevention", "재발 방지 조치", "kept from happening again";
        Assignment = "assignment", "담당자 지정", "assignment";
        /// The department in charge got it (a period of the law, not of a charter).
        HandOn = "hand_on", "소관 부서 전달", "passed on to the department in charge";
        /// Another agency got it (a period of the law, not of a charter).
        Transfer = "transfer", "다른 기관 이송", "transferred to the agency in charge";
        /// The department that was asked answered (a period of the law, not of a charter).
        Consultation = "consultation", "협조 회신", "consultation answered";
        Extension = "extension", "연장 통지", "extension notice";
        InterimReply = "interim_reply", "중간회신", "interim reply";
        /// The customer was told the course of handling; an interim reply or a result fulfils it too.
        Contact = "contact", "처리 과정 안내", "procedure notice";
        /// The refusal was told with ground and remedy.
        Refusal = "refusal", "거부 통지", "refusal notice";
        /// The receipt or result mail was queued.
        Mail = "mail", "전자우편 발송", "mail";
        FactCheck = "fact_check", "사실 확인", "facts checked";
        /// The customer was told what the check of the facts brought; a result fulfils it too.
        Finding = "finding", "조사 결과 안내", "finding told";
        Apology = "apology", "사과", "apology";
        /// An apology that was told by telephone.
        ApologyCall = "apology_call", "사과 전화", "apology by telephone";
        /// An apology was published.
        PublicApology = "public_apology", "공개 사과", "public apology";
        /// Team and officer were cautioned.
        Caution = "caution", "주의", "caution";
        /// The officer was trained.
        Training = "training", "교육", "training";
        CallBack = "call_back", "회신 전화", "call back";
        DelayNotice = "delay_notice", "지연 안내", "delay notice";
        VisitNotice = "visit_notice", "방문 안내", "visit notice";
        Step = "step", "단계별 조치", "step";
        Served = "served", "응대", "served";
        /// The visitor was guided to the office; being served fulfils it too.
        Office = "guided_to_office", "사무실 안내", "guided to the office";
        /// The visitor was guided to the officer; being served fulfils it too.
        Officer = "guided_to_officer", "담당자 안내", "guided to the officer";
        Wait = "wait", "응대 또는 대기시간 안내", "served or told the wait";
        /// Somebody began to answer the question; being served after it fulfils it.
        Advice = "advice", "상담 시작", "advice begun";
        Done = "done", "이행", "done";
    }
}

impl MetBy {
    /// True for an apology to the customer, however it is to be made.
    pub const fn is_apology(self) -> bool {
        matches!(self, Self::Apology | Self::ApologyCall)
    }

    /// True for what the customer has to be told: nobody owes it to somebody who cannot be reached.
    pub const fn is_told(self) -> bool {
        match self {
            Self::Result
            | Self::Extension
            | Self::InterimReply
            | Self::Contact
            | Self::Refusal
            | Self::Mail
            | Self::Finding
            | Self::Apology
            | Self::ApologyCall
            | Self::CallBack
            | Self::DelayNotice
            | Self::VisitNotice => true,
            Self::Acceptance
            | Self::Supplement
            | Self::Acknowledgement
            | Self::Action
            | Self::Prevention
            | Self::Assignment
            | Self::HandOn
            | Self::Transfer
            | Self::Consultation
            | Self::FactCheck
            | Self::PublicApology
            | Self::Caution
            | Self::Training
            | Self::Step
            | Self::Served
            | Self::Office
            | Self::Officer
            | Self::Wait
            | Self::Advice
            | Self::Done => false,
        }
    }
}

closed_set! {
    /// From which instant a limit is counted.
    CountFrom {
        Trigger = "trigger", "발생 시점", "trigger";
        /// The receipt, whatever the trigger.
        Received = "received", "접수", "receipt";
        /// The arrival, which is before the receipt.
        Arrived = "arrived", "도달", "arrival";
        /// The moment of the trigger; a time that the customer wants replaces the limit.
        Wanted = "wanted", "발생 시점(고객이 바라는 시각이 있으면 그 시각)", "trigger, or the time wanted";
    }
}

closed_set! {
    /// How often a duty recurs.
    Every {
        Year = "year", "매년", "yearly";
        HalfYear = "half_year", "반기", "half-yearly";
        Quarter = "quarter", "분기", "quarterly";
        Month = "month", "매월", "monthly";
    }
}

closed_set! {
    /// The report that the desk gives to help with a duty.
    DutyReport {
        Subjects = "subjects", "자주 묻는 내용", "most frequent subjects";
        Praise = "praise", "담당자별 칭찬", "praise by officer";
        /// Cases whose period of handling is over, by department.
        Overdue = "overdue", "기한이 지난 민원", "overdue cases";
    }
}

/// One clause of a charter: trigger, action, limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The id of the ledger, e.g. `gbvc.opinion.result`; unique in the charter.
    pub id: String,
    pub kind: PromiseKind,
    /// The channels it holds for; empty means any.
    pub channels: Vec<Channel>,
    /// What sets it to work, any of these; empty for duties and for what holds throughout.
    pub starts: Vec<Start>,
    pub action: Bilingual,
    pub limit: Option<Limit>,
    pub count: Option<CountingRule>,
    /// True where the charter gives no number and the limit is the body's own setting.
    pub by_default: bool,
    pub from: CountFrom,
    /// The facts that fulfil it: all of them, in any order; empty where nothing is to be fulfilled.
    pub met_by: Vec<MetBy>,
    /// What stays open on the case, without a date, until all of it is recorded.
    pub stands: Vec<MetBy>,
    /// The promise that gives way to this one.
    pub replaces: Option<String>,
    /// The promise without which this one does not begin.
    pub beside: Option<String>,
    /// True where the case is raised in priority.
    pub priority: bool,
    /// The step of the ladder, 1 to 3, for [`PromiseKind::Escalation`].
    pub step: Option<u8>,
    pub duty: Option<DutyRule>,
}

impl Promise {
    /// The first trigger, whose moment and channel its scripts take over.
    pub fn trigger(&self) -> Option<Trigger> {
        self.starts.first().map(|start| start.trigger)
    }

    /// True where one of its triggers is this.
    pub fn starts_at(&self, trigger: Trigger) -> bool {
        self.starts.iter().any(|start| start.trigger == trigger)
    }

    /// The triggers as charters write them: `received:suggestion,praise`, `received:discourtesy | misconduct`, `call`.
    pub fn trigger_text(&self) -> Option<String> {
        let starts: Vec<String> = self.starts.iter().map(ToString::to_string).collect();
        (!starts.is_empty()).then(|| starts.join(" | "))
    }
}

/// When a duty falls due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DutyRule {
    /// How often it opens by itself; `None` where another duty opens it, or a date is given by hand.
    pub every: Option<Every>,
    /// The last day of the year for a yearly duty, (month, day); the end of the period where `None`.
    #[serde(serialize_with = "day_of_every_year")]
    pub by: Option<(u8, u8)>,
    /// The duty whose completion opens this one.
    pub after: Option<String>,
    /// True where the duty lies before a date that staff give (a training that starts).
    pub dated: bool,
    pub scored: bool,
    /// True where its result is published: day and place are asked for, and what was put right.
    pub published: bool,
    pub report: Option<DutyReport>,
}

/// "12-31" of (12, 31).
#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands the field over by reference"
)]
fn day_of_every_year<S: Serializer>(
    by: &Option<(u8, u8)>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    by.map(|(month, day)| format!("{month:02}-{day:02}"))
        .serialize(serializer)
}
