//! What happened: facts are appended and never changed.
//!
//! A fact holds no personal data. Free text is [`Prose`], which the store keeps apart and can erase, while the fact goes
//! on holding its digest, so that the chain and the statistics outlive the text.

use super::{
    case::CaseNumber,
    charter::{CaseKind, Channel, Topic, closed_set},
};
use crate::words::{Lang, Phrase, Say};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Free text, kept apart from the facts; `None` once erased.
///
/// It serialises as `{"~": text}`, by which the store finds it and takes it out of the fact.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prose {
    #[serde(rename = "~")]
    text: Option<String>,
}

impl Prose {
    /// Text as it was typed.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: Some(text.into()),
        }
    }

    /// The text, or nothing where it was erased.
    pub fn as_str(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }
}

closed_set! {
    /// Why a period may be extended: the closed list of decree art. 21 (as of 2026-05-06).
    ExtensionReason {
        /// Cooperation of other offices or departments.
        Cooperation = "cooperation", "관계 기관·부서 협조", "cooperation of other offices";
        /// Facts or the place have to be checked.
        FactFinding = "fact-finding", "사실관계·현장 확인", "fact finding on the spot";
        /// Natural disaster, force majeure.
        ForceMajeure = "force-majeure", "천재지변 등 불가항력", "force majeure";
        /// A reason of the same weight.
        Similar = "similar", "그 밖에 이에 준하는 사유", "a reason of like weight";
    }
}

closed_set! {
    /// Time that does not count (decree art. 20), beside the supplement.
    SuspensionReason {
        /// Post between distant offices.
        Post = "post", "문서 송달", "post between offices";
        /// Choosing representatives.
        Representatives = "representatives", "대표자 선정", "choosing representatives";
        /// Hearing of opinions.
        Hearing = "hearing", "의견 청취", "hearing of opinions";
        /// Tests, appraisal, expert review, on-site investigation.
        Examination = "examination", "실험·감정·현장조사", "examination";
        /// A procedure that must come first.
        Prerequisite = "prerequisite", "선행 절차", "prerequisite procedure";
        /// The system was out of order.
        Outage = "outage", "전산 장애", "system outage";
    }
}

closed_set! {
    /// What the answer was.
    Outcome {
        /// Everything asked for.
        Accepted = "accepted", "수용", "accepted";
        /// Some of it.
        Partly = "partly", "일부수용", "partly accepted";
        /// Nothing of it, though nothing forbids it.
        Declined = "declined", "불수용", "declined";
        /// A question answered, a matter explained.
        Informed = "informed", "안내", "informed";
    }
}

closed_set! {
    /// How a customer was reached.
    ContactWay {
        /// By telephone.
        Phone = "phone", "전화", "phone";
        /// In person.
        Visit = "visit", "방문", "in person";
        /// By e-mail.
        Email = "email", "이메일", "e-mail";
        /// By letter.
        Post = "post", "우편", "letter";
        /// By text message.
        Sms = "sms", "문자", "text message";
        /// By fax.
        Fax = "fax", "팩스", "fax";
    }
}

/// The date of a deadline as the complainant was told it; it never moves silently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    /// The promise or article.
    pub promise: String,
    /// Which opening of it on this case, from 0.
    pub nth: u16,
    /// The last day of the period in the office's zone.
    pub date: NaiveDate,
}

/// A deadline that a changed calendar moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The promise or article.
    pub promise: String,
    /// Where it stood.
    pub from: DateTime<Utc>,
    /// Where it stands.
    pub to: DateTime<Utc>,
}

/// What was taken in: the fact behind [`FactKind::Received`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// The version of the charter that holds for the case.
    pub charter: i64,
    /// How it came.
    pub channel: Channel,
    /// The category's id in the charter.
    pub category: String,
    /// The kind of the law.
    pub case_kind: CaseKind,
    /// The topics of the category at that time.
    pub topics: Vec<Topic>,
    /// The department of the counter that took it in.
    pub department: String,
    /// The title.
    pub title: Prose,
    /// The text.
    pub body: Prose,
    /// When it reached the body.
    pub arrived_at: DateTime<Utc>,
    /// When it was accepted; `None` while it waits to be.
    pub received_at: Option<DateTime<Utc>>,
    /// It needs review.
    pub needs_review: bool,
    /// An officer wrote it for a customer who cannot write.
    pub on_behalf: bool,
    /// The customer needs help on the spot.
    pub assistance: bool,
    /// The person is not known, so that the law knows no petition (decree art. 2).
    pub anonymous: bool,
    /// There is an e-mail address to write to.
    pub has_email: bool,
}

/// What happened, without who and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FactKind {
    /// The matter was taken in.
    Received(Box<Received>),
    /// It was accepted: the period of the law begins.
    Accepted,
    /// It was given to a department and an officer.
    Assigned {
        /// The department.
        department: String,
        /// The officer, a login or a name; empty where only the department is known.
        officer: String,
    },
    /// It was read and confirmed.
    Acknowledged,
    /// Something was noted; with `action`, what was done.
    Noted {
        /// The note.
        text: Prose,
        /// True where the note says what was done.
        action: bool,
    },
    /// The customer was contacted.
    Contacted {
        /// How.
        how: ContactWay,
        /// What was said.
        text: Prose,
    },
    /// Another department was asked; the owner stays.
    Consulted {
        /// Who was asked.
        department: String,
        /// What was asked.
        text: Prose,
    },
    /// The other department answered.
    ConsultationAnswered {
        /// Who answered.
        department: String,
        /// What it said.
        text: Prose,
    },
    /// A cause for an extension arose.
    ExtensionNeeded {
        /// The cause.
        reason: ExtensionReason,
        /// In words.
        text: Prose,
    },
    /// The period was extended and the new date told.
    Extended {
        /// Why.
        reason: ExtensionReason,
        /// By how many days.
        days: u32,
        /// The complainant agreed (needed the second time).
        consent: bool,
        /// What the complainant was told.
        text: Prose,
    },
    /// The complainant was told how far things are.
    InterimReplied {
        /// What was told.
        text: Prose,
    },
    /// Papers are missing: time does not count until they arrive.
    SupplementRequested {
        /// What is missing.
        text: Prose,
        /// By when.
        until: NaiveDate,
    },
    /// The papers arrived.
    SupplementArrived,
    /// Time stopped for another reason of the law.
    Suspended {
        /// Why.
        reason: SuspensionReason,
        /// In words.
        text: Prose,
    },
    /// Time goes on.
    Resumed,
    /// The case needs review.
    ReviewNeeded,
    /// The result was told.
    Answered {
        /// What it was.
        outcome: Outcome,
        /// What was told.
        text: Prose,
    },
    /// The demand was refused, and the refusal told.
    Refused {
        /// The legal ground.
        ground: Prose,
        /// How to object or seek remedy.
        remedy: Prose,
    },
    /// The complainant objects to the result.
    Objected {
        /// Why.
        text: Prose,
    },
    /// The case was taken up again.
    Reopened {
        /// Why.
        text: Prose,
    },
    /// An apology was made.
    Apologised {
        /// Its words.
        text: Prose,
    },
    /// A step of the ladder was recorded.
    StepRecorded {
        /// The step.
        #[serde(flatten)]
        step: Step,
    },
    /// It was found to be the same matter as an earlier case of the same person.
    Linked {
        /// The earlier case.
        earlier: CaseNumber,
    },
    /// The complainant withdrew it.
    Withdrawn {
        /// What the complainant said.
        text: Prose,
    },
    /// It was sent back for want of the supplement (decree art. 25).
    Returned {
        /// The reasons.
        text: Prose,
    },
    /// It went to another agency, and the complainant was told.
    Transferred {
        /// Which.
        agency: String,
        /// What was told.
        text: Prose,
    },
    /// It goes on in another case.
    Merged {
        /// Which.
        into: CaseNumber,
    },
    /// It was closed.
    Closed {
        /// As a repeated petition (act art. 23).
        as_repeat: bool,
    },
    /// A wrong entry was set right beside it.
    Corrected {
        /// The fact that was wrong.
        fact: u32,
        /// What is right.
        text: Prose,
    },
    /// A changed calendar moved deadlines; what was announced stays.
    Recomputed {
        /// What changed in the calendar.
        cause: String,
        /// Which deadlines moved.
        moved: Vec<Moved>,
    },
}

/// A step of the escalation ladder (1·2·3차 조치).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step")]
pub enum Step {
    /// 1: the team in charge was told, so that it follows up.
    #[serde(rename = "1")]
    One {
        /// The team.
        department: String,
        /// The officer.
        officer: String,
        /// What to do.
        instruction: Prose,
    },
    /// 2: the matter came back: result of the measures and a letter of apology.
    #[serde(rename = "2")]
    Two {
        /// What the measures brought.
        result: Prose,
        /// The letter of apology.
        apology: Prose,
    },
    /// 3: the result was not put into practice: caution to team and officer.
    #[serde(rename = "3")]
    Three {
        /// What was not done.
        reason: Prose,
        /// The team cautioned.
        department: String,
        /// The officer cautioned.
        officer: String,
    },
}

impl Step {
    /// Its number, 1 to 3.
    pub const fn number(&self) -> u8 {
        match self {
            Self::One { .. } => 1,
            Self::Two { .. } => 2,
            Self::Three { .. } => 3,
        }
    }
}

/// One thing that happened to a subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Its number on the subject, from 1 without gaps: the optimistic lock.
    pub seq: u32,
    /// When it happened, as the clerk says.
    pub at: DateTime<Utc>,
    /// When it was recorded, as the machine says.
    pub recorded_at: DateTime<Utc>,
    /// The login of who recorded it.
    pub by: String,
    /// What happened.
    #[serde(flatten)]
    pub kind: FactKind,
    /// The dates that the complainant was told by it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub announced: Vec<Announcement>,
}

impl FactKind {
    /// The name of the kind as it stands in JSON: `step_recorded`.
    pub const fn id(&self) -> &'static str {
        self.names().0
    }

    const fn names(&self) -> (&'static str, Phrase) {
        match self {
            Self::Received(_) => ("received", Phrase::new("접수", "received")),
            Self::Accepted => ("accepted", Phrase::new("접수 확정", "accepted")),
            Self::Assigned { .. } => ("assigned", Phrase::new("담당자 지정", "assigned")),
            Self::Acknowledged => ("acknowledged", Phrase::new("확인", "acknowledged")),
            Self::Noted { action: false, .. } => ("noted", Phrase::new("메모", "noted")),
            Self::Noted { action: true, .. } => ("noted", Phrase::new("조치", "action taken")),
            Self::Contacted { .. } => ("contacted", Phrase::new("민원인 연락", "contacted")),
            Self::Consulted { .. } => ("consulted", Phrase::new("협조 요청", "consulted")),
            Self::ConsultationAnswered { .. } => (
                "consultation_answered",
                Phrase::new("협조 회신", "consultation answered"),
            ),
            Self::ExtensionNeeded { .. } => (
                "extension_needed",
                Phrase::new("연장 사유 발생", "cause for extension"),
            ),
            Self::Extended { .. } => ("extended", Phrase::new("기간 연장", "extended")),
            Self::InterimReplied { .. } => {
                ("interim_replied", Phrase::new("중간회신", "interim reply"))
            }
            Self::SupplementRequested { .. } => (
                "supplement_requested",
                Phrase::new("보완 요구", "supplement requested"),
            ),
            Self::SupplementArrived => (
                "supplement_arrived",
                Phrase::new("보완 도착", "supplement arrived"),
            ),
            Self::Suspended { .. } => ("suspended", Phrase::new("불산입 시작", "clock stopped")),
            Self::Resumed => ("resumed", Phrase::new("불산입 끝", "clock goes on")),
            Self::ReviewNeeded => ("review_needed", Phrase::new("검토 필요", "review needed")),
            Self::Answered { .. } => ("answered", Phrase::new("답변", "answered")),
            Self::Refused { .. } => ("refused", Phrase::new("거부 통지", "refused")),
            Self::Objected { .. } => ("objected", Phrase::new("이의 제기", "objected")),
            Self::Reopened { .. } => ("reopened", Phrase::new("재개", "reopened")),
            Self::Apologised { .. } => ("apologised", Phrase::new("사과", "apologised")),
            Self::StepRecorded { .. } => {
                ("step_recorded", Phrase::new("단계별 조치", "step recorded"))
            }
            Self::Linked { .. } => ("linked", Phrase::new("이전 민원 연결", "linked")),
            Self::Withdrawn { .. } => ("withdrawn", Phrase::new("취하", "withdrawn")),
            Self::Returned { .. } => ("returned", Phrase::new("반려", "returned")),
            Self::Transferred { .. } => ("transferred", Phrase::new("이송", "transferred")),
            Self::Merged { .. } => ("merged", Phrase::new("병합", "merged")),
            Self::Closed { .. } => ("closed", Phrase::new("종결", "closed")),
            Self::Corrected { .. } => ("corrected", Phrase::new("정정", "corrected")),
            Self::Recomputed { .. } => ("recomputed", Phrase::new("기한 재계산", "recomputed")),
        }
    }
}

impl Say for FactKind {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::StepRecorded { step } => Phrase::new("{n}차 조치", "step {n}")
                .with(lang, &[("n", &step.number().to_string())]),
            other => other.names().1.get(lang).to_owned(),
        }
    }
}
