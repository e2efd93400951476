//! A promise: one clause of a charter, and the words that say when it works and what fulfils it.
//!
//! Knows nothing of cases: what a promise opens is decided elsewhere.

use super::{Bilingual, Channel, Start};
use crate::{
    domain::limit::{CountingRule, Limit},
    words::{Lang, Phrase, Say, closed_set},
};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

closed_set! {
    /// What sets a promise to work.
    Trigger {
        /// A case is received (or, for real-time mail, comes in).
        Received = "received", "접수", "received";
        /// A result was told.
        Result = "result", "결과 통지", "result";
        /// The case needs review.
        ReviewNeeded = "review_needed", "검토 필요", "review needed";
        /// A cause for an extension arose.
        ExtensionCause = "extension_cause", "연장 사유 발생", "cause for extension";
        /// The same customer comes back with the same content.
        Recurrence = "recurrence", "같은 내용 재접수", "recurrence";
        NotReflected = "not_reflected", "조치 미이행", "result not put into practice";
        /// Misconduct of staff was reported.
        Misconduct = "misconduct", "잘못된 응대", "misconduct";
        /// The customer objects.
        Objection = "objection", "이의 제기", "objection";
        /// A demand is refused.
        Refused = "refused", "거부", "refused";
        /// A missed deadline was confirmed.
        Overdue = "overdue", "기한 경과 확인", "overdue confirmed";
        /// Something can be put right.
        Improvable = "improvable", "개선 가능", "improvable";
        VisitorArrived = "visitor_arrived", "방문", "visitor arrived";
        /// A telephone rings.
        Call = "call", "전화 수신", "call";
        /// The officer asked for is away.
        OfficerAbsent = "officer_absent", "담당자 부재", "officer absent";
        /// The answer has to come later.
        AnswerLater = "answer_later", "나중에 답변", "answer later";
        /// A question about the work.
        QuestionAsked = "question", "업무 문의", "question";
        /// An appointment is made.
        Appointment = "appointment", "방문 약속", "appointment";
    }
}

closed_set! {
    /// A detail of a trigger: `misconduct:repeat_visit`, `visitor_arrived:assistance`.
    Detail {
        /// The customer had to come twice by the officer's mistake.
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
        /// A step of the escalation ladder.
        Escalation = "escalation", "단계별 조치", "escalation";
        /// A visitor's or caller's timer.
        Clock = "clock", "응대 시간", "clock";
        /// What recurs by the calendar.
        Duty = "duty", "정기 이행과제", "duty";
        /// What to say or do at a moment.
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
        /// The matter was acknowledged.
        Acknowledgement = "acknowledgement", "확인", "acknowledgement";
        /// What was done is on record; a result fulfils it too.
        Action = "action", "조치 기록", "action";
        /// What keeps it from happening again is on record.
        Prevention = "prevention", "재발 방지 조치", "kept from happening again";
        /// An officer was assigned.
        Assignment = "assignment", "담당자 지정", "assignment";
        /// The extension was told.
        Extension = "extension", "연장 통지", "extension notice";
        /// An interim reply was sent.
        InterimReply = "interim_reply", "중간회신", "interim reply";
        /// The customer was told the course of handling; an interim reply or a result fulfils it too.
        Contact = "contact", "처리 과정 안내", "procedure notice";
        /// The refusal was told with ground and remedy.
        Refusal = "refusal", "거부 통지", "refusal notice";
        /// The receipt or result mail was queued.
        Mail = "mail", "전자우편 발송", "mail";
        /// The facts of misconduct were checked.
        FactCheck = "fact_check", "사실 확인", "facts checked";
        /// The customer was told what the check of the facts brought; a result fulfils it too.
        Finding = "finding", "조사 결과 안내", "finding told";
        /// An apology was made.
        Apology = "apology", "사과", "apology";
        /// An apology was published.
        PublicApology = "public_apology", "공개 사과", "public apology";
        /// Team and officer were cautioned.
        Caution = "caution", "주의", "caution";
        /// The officer was trained.
        Training = "training", "교육", "training";
        /// The customer was called back.
        CallBack = "call_back", "회신 전화", "call back";
        /// A delay notice with apology was sent.
        DelayNotice = "delay_notice", "지연 안내", "delay notice";
        /// The visit was announced.
        VisitNotice = "visit_notice", "방문 안내", "visit notice";
        /// A step was recorded.
        Step = "step", "단계별 조치", "step";
        /// The visitor or caller was served.
        Served = "served", "응대", "served";
        /// The visitor was guided to the office; being served fulfils it too.
        Office = "guided_to_office", "사무실 안내", "guided to the office";
        /// The visitor was guided to the officer; being served fulfils it too.
        Officer = "guided_to_officer", "담당자 안내", "guided to the officer";
        /// The visitor or caller was served, or told how long the wait will be.
        Wait = "wait", "응대 또는 대기시간 안내", "served or told the wait";
        /// Somebody began to answer the question; being served after it fulfils it.
        Advice = "advice", "상담 시작", "advice begun";
        /// The duty was done.
        Done = "done", "이행", "done";
    }
}

closed_set! {
    /// From which instant a limit is counted.
    CountFrom {
        /// The moment of the trigger.
        Trigger = "trigger", "발생 시점", "trigger";
        /// The receipt, whatever the trigger.
        Received = "received", "접수", "receipt";
        /// The arrival, which is before the receipt.
        Arrived = "arrived", "도달", "arrival";
        /// The moment of the trigger; a time that the customer wants stands in place of the limit.
        Wanted = "wanted", "발생 시점(고객이 바라는 시각이 있으면 그 시각)", "trigger, or the time wanted";
    }
}

closed_set! {
    /// How often a duty recurs.
    Every {
        /// Once a year.
        Year = "year", "매년", "yearly";
        /// Twice a year.
        HalfYear = "half_year", "반기", "half-yearly";
        /// Four times a year.
        Quarter = "quarter", "분기", "quarterly";
        Month = "month", "매월", "monthly";
    }
}

closed_set! {
    /// What the desk can tell to help with a duty.
    DutyReport {
        /// What people asked and complained about most in the period.
        Subjects = "subjects", "자주 묻는 내용", "most frequent subjects";
        /// How often each officer was praised in the period.
        Praise = "praise", "담당자별 칭찬", "praise by officer";
        /// Cases whose period of handling is over, by department.
        Overdue = "overdue", "기한이 지난 민원", "overdue cases";
    }
}

/// One clause of a charter: trigger, action, limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Promise {
    /// The id of the ledger, e.g. `gbvc.opinion.result`; unique in the charter.
    pub id: String,
    /// What the row is.
    pub kind: PromiseKind,
    /// The channels it holds for; empty means any.
    pub channels: Vec<Channel>,
    /// What sets it to work, any of these; empty for duties and for what holds throughout.
    pub starts: Vec<Start>,
    /// What must be done, in the project's own words.
    pub action: Bilingual,
    /// The limit, where there is one.
    pub limit: Option<Limit>,
    /// How the limit is counted.
    pub count: Option<CountingRule>,
    /// True where the charter gives no number and the limit is the body's own setting.
    pub by_default: bool,
    /// From which instant the limit is counted.
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
    /// For a duty: how often, by when, after which other duty.
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
    pub by: Option<(u8, u8)>,
    /// The duty whose completion opens this one.
    pub after: Option<String>,
    /// True where the duty lies before a date that staff give (a training that starts).
    pub dated: bool,
    /// True where a score and a grade are kept.
    pub scored: bool,
    /// What the desk tells to help with it.
    pub report: Option<DutyReport>,
}
