//! A charter: the rules of one public body, read from a TOML file.
//!
//! The types here are the whole format; `charter/parse.rs` reads it and reports every error with line, column, key and
//! what is allowed. A case keeps the charter version it was received under.

pub mod builtin;
mod parse;

pub use parse::{CharterError, parse};

use super::{
    calendar::OfficeHours,
    limit::{CountingRule, Limit},
};
use crate::words::{Lang, Phrase, Say};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A text that a charter gives in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual {
    /// Korean.
    pub ko: String,
    /// English.
    pub en: String,
}

impl Say for Bilingual {
    fn say(&self, lang: Lang) -> String {
        match lang {
            Lang::Ko => self.ko.clone(),
            Lang::En => self.en.clone(),
        }
    }
}

/// Declares a closed set of words with the id used in files and on the command line, and its two names.
macro_rules! closed_set {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $id:literal, $ko:literal, $en:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$vmeta])* #[serde(rename = $id)] $variant,)+
        }

        impl $name {
            /// Every member, in the order in which they are documented.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in charters, JSON and on the command line.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.id())
            }
        }

        impl FromStr for $name {
            type Err = $crate::domain::charter::NotAllowed;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|member| member.id() == text).ok_or_else(|| {
                    $crate::domain::charter::NotAllowed {
                        given: text.to_owned(),
                        allowed: Self::ALL.iter().map(|member| member.id().to_owned()).collect(),
                    }
                })
            }
        }

        impl Say for $name {
            fn say(&self, lang: Lang) -> String {
                match self { $(Self::$variant => Phrase::new($ko, $en)),+ }.get(lang).to_owned()
            }
        }
    };
}
pub(crate) use closed_set;

/// A word outside a closed set, with what is allowed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{given:?} is not one of: {}", allowed.join(", "))]
pub struct NotAllowed {
    /// What was given.
    pub given: String,
    /// What could have been given.
    pub allowed: Vec<String>,
}

closed_set! {
    /// The way by which a matter reaches the desk.
    Channel {
        /// At the counter.
        Visit = "visit", "방문", "visit";
        /// By telephone.
        Phone = "phone", "전화", "phone";
        /// By letter.
        Post = "post", "우편", "post";
        /// By fax.
        Fax = "fax", "팩스", "fax";
        /// By the web site.
        Web = "web", "인터넷", "web";
        /// By e-mail.
        Email = "email", "이메일", "e-mail";
        /// By the national petition site (국민신문고).
        Epeople = "epeople", "국민신문고", "e-People";
    }
}

closed_set! {
    /// The kind of case that the law knows (Civil Petitions Treatment Act art. 2), with one for what is no petition.
    CaseKind {
        /// 고충민원: 7 days (decree art. 17).
        Grievance = "grievance", "고충민원", "grievance";
        /// 질의민원 on law: 14 days (decree art. 14).
        InquiryLaw = "inquiry-law", "질의민원(법령)", "inquiry on law";
        /// 질의민원 on procedure: 7 days (decree art. 14).
        InquiryProcedure = "inquiry-procedure", "질의민원(제도·절차)", "inquiry on procedure";
        /// 건의민원: 14 days (decree art. 15).
        Proposal = "proposal", "건의민원", "proposal";
        /// 기타민원: immediately, which is 3 working hours (decree art. 16, 19).
        Other = "other", "기타민원", "other petition";
        /// 법정민원: the period that the public table gives (act art. 17).
        Statutory = "statutory", "법정민원", "statutory petition";
        /// Praise, anonymous reports and whatever is no petition: no period of the law.
        NotAPetition = "not-a-petition", "비민원", "not a petition";
    }
}

closed_set! {
    /// What a promise is about; a category carries the topics it touches, a promise may ask for some of them.
    Topic {
        /// A complaint about the service.
        Complaint = "complaint", "불만", "complaint";
        /// An inconvenience in the use of the service.
        Inconvenience = "inconvenience", "불편", "inconvenience";
        /// A suggestion.
        Suggestion = "suggestion", "제안·건의", "suggestion";
        /// Praise.
        Praise = "praise", "칭찬", "praise";
        /// Discourtesy of staff.
        Discourtesy = "discourtesy", "불친절", "discourtesy";
        /// Dissatisfaction with a result.
        Dissatisfaction = "dissatisfaction", "불만족", "dissatisfaction";
        /// A point to improve.
        Improvement = "improvement", "개선", "improvement";
        /// A question.
        Question = "question", "질의", "question";
        /// A report (corruption, privacy breach, budget waste ...).
        Report = "report", "신고", "report";
    }
}

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
        /// The result was not put into practice.
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
        /// A visitor arrives.
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
        /// Discourtesy.
        Discourtesy = "discourtesy", "불친절", "discourtesy";
        /// No interim contact.
        NoInterim = "no_interim", "중간 안내 없음", "no interim contact";
        /// An error in the work.
        Error = "error", "업무 처리 오류", "error in the work";
        /// A visitor who needs help: elderly or disabled.
        Assistance = "assistance", "노약자·장애인", "assistance needed";
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
        /// The matter was acknowledged.
        Acknowledgement = "acknowledgement", "확인", "acknowledgement";
        /// What was done is on record; a result fulfils it too.
        Action = "action", "조치 기록", "action";
        /// An officer was assigned.
        Assignment = "assignment", "담당자 지정", "assignment";
        /// The extension was told.
        Extension = "extension", "연장 통지", "extension notice";
        /// An interim reply was sent; an extension told in writing fulfils it too.
        InterimReply = "interim_reply", "중간회신", "interim reply";
        /// The customer was told the course of handling; an interim reply or a result fulfils it too.
        Contact = "contact", "처리 과정 안내", "procedure notice";
        /// The refusal was told with ground and remedy.
        Refusal = "refusal", "거부 통지", "refusal notice";
        /// The receipt or result mail was queued.
        Mail = "mail", "전자우편 발송", "mail";
        /// An apology was made.
        Apology = "apology", "사과", "apology";
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
        /// The duty was done.
        Done = "done", "이행", "done";
    }
}

closed_set! {
    /// From which instant of a case a limit is counted.
    CountFrom {
        /// The moment of the trigger.
        Trigger = "trigger", "발생 시점", "trigger";
        /// The receipt, whatever the trigger.
        Received = "received", "접수", "receipt";
        /// The arrival, which is before the receipt.
        Arrived = "arrived", "도달", "arrival";
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
        /// Every month.
        Month = "month", "매월", "monthly";
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
    /// What sets it to work; `None` for policies and duties.
    pub trigger: Option<Trigger>,
    /// The topics it asks for (`received:suggestion,praise`); empty means any.
    pub topics: Vec<Topic>,
    /// The detail it asks for (`misconduct:error`); `None` means any.
    pub detail: Option<Detail>,
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
    /// The fact that fulfils it.
    pub met_by: Option<MetBy>,
    /// The promise that gives way to this one.
    pub replaces: Option<String>,
    /// True where the case is raised in priority.
    pub priority: bool,
    /// The step of the ladder, 1 to 3, for [`PromiseKind::Escalation`].
    pub step: Option<u8>,
    /// For a duty: how often, by when, after which other duty.
    pub duty: Option<DutyRule>,
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
}

/// A category of matters: what the clerk chooses in the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Category {
    /// Its id, unique in the charter.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// The kind of case it usually is.
    pub kind: CaseKind,
    /// The topics it touches.
    pub topics: Vec<Topic>,
    /// The counter that takes it in.
    pub counter: String,
    /// For [`CaseKind::Statutory`]: the period of the public table.
    pub statutory_limit: Option<Limit>,
}

/// Where a matter is taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Counter {
    /// Its id, unique in the charter.
    pub id: String,
    /// Its name.
    pub name: Bilingual,
    /// The department in charge.
    pub department: String,
    /// The officer in charge, by post (never a real person's name in the charters that come with the program).
    pub officer: String,
    /// The number to call.
    pub phone: String,
    /// Who stands in when the officer is away.
    pub deputy: Option<String>,
    /// True for the counter that serves visitors who need help.
    pub assistance: bool,
}

/// What to say, or to check, at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Script {
    /// The promise it belongs to.
    pub promise: String,
    /// The moment.
    pub trigger: Trigger,
    /// The channels it holds for; empty means any.
    pub channels: Vec<Channel>,
    /// The text; `{department}`, `{name}`, `{phone}` are filled in.
    pub text: Bilingual,
    /// True for an item to tick off, false for a text to speak.
    pub checklist: bool,
}

/// The rules of one public body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Charter {
    /// Short id: `gbvc`.
    pub id: String,
    /// The body's name.
    pub name: Bilingual,
    /// Where the charter is published.
    pub source: String,
    /// Zone, weekly hours, date-specific hours, closures, cutoff and night receipt.
    pub office: OfficeHours,
    /// The channels the desk takes.
    pub channels: Vec<Channel>,
    /// The categories, in the order of the form.
    pub categories: Vec<Category>,
    /// The counters.
    pub counters: Vec<Counter>,
    /// The promises, in the order of the ledger.
    pub promises: Vec<Promise>,
    /// Scripts and checklists.
    pub scripts: Vec<Script>,
}

impl Charter {
    /// The promise with that id.
    pub fn promise(&self, id: &str) -> Option<&Promise> {
        self.promises.iter().find(|promise| promise.id == id)
    }

    /// The category with that id.
    pub fn category(&self, id: &str) -> Option<&Category> {
        self.categories.iter().find(|category| category.id == id)
    }

    /// The counter with that id.
    pub fn counter(&self, id: &str) -> Option<&Counter> {
        self.counters.iter().find(|counter| counter.id == id)
    }

    /// The counter that takes in a category.
    pub fn counter_of(&self, category: &str) -> Option<&Counter> {
        self.category(category)
            .and_then(|category| self.counter(&category.counter))
    }
}
