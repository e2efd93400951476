//! Facts: what happened, appended and never changed.
//!
//! A fact holds no personal data. Free text is [`Prose`], which the store keeps apart and can erase; the fact keeps its
//! digest, so that the hash chain and the statistics survive the erasure.

mod gist;
mod name;
mod receipt;
mod role;
mod step;
mod word;

pub use gist::Wording;
pub use receipt::Receipt;
pub use step::Step;
pub use word::{ContactWay, ExtensionReason, Outcome, SuspensionReason};

pub use super::subject::Prose;

use super::{charter::Detail, guide::ChecklistItem, subject::CaseNumber};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// The date of a deadline as the complainant was told it; it never changes without another notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Announcement {
    /// The id of the promise or article.
    pub promise: String,
    /// How many deadlines of this promise the case had before.
    pub nth: u16,
    /// The last day of the period in the office's zone.
    pub date: NaiveDate,
}

/// A deadline that a changed calendar moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedDeadline {
    pub promise: String,
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
}

/// What happened, without who and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FactKind {
    Received(Box<Receipt>),
    /// The period of the law begins.
    Accepted,
    Assigned {
        department: String,
        /// A login or a name; empty where only the department is known.
        officer: String,
    },
    Acknowledged,
    Noted {
        text: Prose,
        /// True where the note says what was done.
        action: bool,
    },
    Contacted {
        how: ContactWay,
        text: Prose,
    },
    /// The owner stays.
    Consulted {
        department: String,
        text: Prose,
        /// The last day for the answer (act art. 20(1)).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
    },
    ConsultationAnswered {
        department: String,
        text: Prose,
    },
    ExtensionNeeded {
        reason: ExtensionReason,
        text: Prose,
    },
    Extended {
        reason: ExtensionReason,
        days: u32,
        /// Required for the second extension.
        consent: bool,
        text: Prose,
    },
    InterimReplied {
        text: Prose,
    },
    /// Papers are missing: the clock stops until they arrive.
    SupplementRequested {
        text: Prose,
        until: NaiveDate,
    },
    /// Decree art. 24(2).
    SupplementExtended {
        /// The complainant's request and the answer.
        text: Prose,
        until: NaiveDate,
    },
    SupplementArrived,
    /// The clock stopped for a reason of the law other than a supplement.
    Suspended {
        reason: SuspensionReason,
        text: Prose,
    },
    Resumed,
    ReviewNeeded,
    Answered {
        outcome: Outcome,
        text: Prose,
    },
    Refused {
        /// The legal ground.
        ground: Prose,
        /// How to object or seek remedy.
        remedy: Prose,
    },
    Objected { text: Prose },
    Reopened { text: Prose },
    Apologised { text: Prose },
    StepRecorded {
        #[serde(flatten)]
        step: Step,
    },
    /// To an earlier case of the same person and matter.
    Linked {
        earlier: CaseNumber,
    },
    Withdrawn {
        text: Prose,
    },
    /// For want of the supplement (decree art. 25).
    Returned { text: Prose },
    Transferred {
        agency: String,
        text: Prose,
    },
    Merged { into: CaseNumber },
    Closed {
        /// As a repeated petition (act art. 23).
        as_repeat: bool,
    },
    MisconductReported {
        detail: Detail,
        text: Prose,
    },
    FactsChecked {
        text: Prose,
        #[serde(default)]
        told: bool,
    },
    PublicApologyMade {
        text: Prose,
        published: NaiveDate,
    },
    CautionGiven {
        department: String,
        officer: String,
        text: Prose,
    },
    TrainingGiven {
        officer: String,
        text: Prose,
    },
    Compensated { text: Prose },
    /// A period of handling was missed.
    OverdueConfirmed,
    DelayExplained {
        text: Prose,
        /// The expected date of the result.
        until: NaiveDate,
    },
    ImprovementNoted { text: Prose },
    AppointmentMade {
        visit_at: DateTime<Utc>,
        purpose: Prose,
        /// With whom the customer booked it; empty where an officer visits the customer.
        #[serde(default)]
        officer: String,
    },
    AppointmentCancelled { text: Prose },
    ChecklistTicked { items: Vec<ChecklistItem> },
    AppointmentMoved { visit_at: DateTime<Utc> },
    AppointmentKept,
    VisitAnnounced {
        text: Prose,
    },
    /// A wrong entry was corrected; the entry itself stays.
    Corrected {
        /// The number of the wrong fact.
        fact: u32,
        text: Prose,
    },
    /// A changed calendar moved deadlines; what was announced stays.
    Recomputed {
        /// What changed in the calendar.
        cause: String,
        moved: Vec<MovedDeadline>,
    },
}

/// The content of the facts of one kind of subject: a closed set.
///
/// Serialises as an object whose `kind` is the [`id`](Self::id).
pub trait FactContent: Clone + Serialize + DeserializeOwned {
    /// The name of the kind as it stands in JSON: `step_recorded`.
    fn id(&self) -> &'static str;

    /// Its free texts, in the order in which they stand in JSON: the store numbers them by it.
    fn texts(&mut self) -> Vec<&mut Prose>;
}

impl FactContent for FactKind {
    fn id(&self) -> &'static str {
        Self::id(self)
    }

    fn texts(&mut self) -> Vec<&mut Prose> {
        match self {
            Self::Received(received) => vec![&mut received.title, &mut received.body],
            Self::Refused { ground, remedy } => vec![ground, remedy],
            Self::StepRecorded { step } => step.texts(),
            Self::AppointmentMade { purpose, .. } => vec![purpose],
            Self::Noted { text, .. }
            | Self::Contacted { text, .. }
            | Self::Consulted { text, .. }
            | Self::ConsultationAnswered { text, .. }
            | Self::ExtensionNeeded { text, .. }
            | Self::Extended { text, .. }
            | Self::InterimReplied { text }
            | Self::SupplementRequested { text, .. }
            | Self::SupplementExtended { text, .. }
            | Self::Suspended { text, .. }
            | Self::Answered { text, .. }
            | Self::Objected { text }
            | Self::Reopened { text }
            | Self::Apologised { text }
            | Self::Withdrawn { text }
            | Self::Returned { text }
            | Self::Transferred { text, .. }
            | Self::MisconductReported { text, .. }
            | Self::FactsChecked { text, .. }
            | Self::PublicApologyMade { text, .. }
            | Self::CautionGiven { text, .. }
            | Self::TrainingGiven { text, .. }
            | Self::Compensated { text }
            | Self::DelayExplained { text, .. }
            | Self::ImprovementNoted { text }
            | Self::AppointmentCancelled { text }
            | Self::VisitAnnounced { text }
            | Self::Corrected { text, .. } => vec![text],
            Self::Accepted
            | Self::Assigned { .. }
            | Self::Acknowledged
            | Self::SupplementArrived
            | Self::Resumed
            | Self::ReviewNeeded
            | Self::Linked { .. }
            | Self::Merged { .. }
            | Self::Closed { .. }
            | Self::OverdueConfirmed
            | Self::ChecklistTicked { .. }
            | Self::AppointmentMoved { .. }
            | Self::AppointmentKept
            | Self::Recomputed { .. } => Vec::new(),
        }
    }
}

/// One thing that happened to a subject; `K` is the content of facts of its kind, by default of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact<K = FactKind> {
    /// Its number on the subject, from 1 without gaps: the optimistic lock.
    pub seq: u32,
    /// When it happened, as the clerk says.
    pub at: DateTime<Utc>,
    /// When it was recorded, as the machine says.
    pub recorded_at: DateTime<Utc>,
    /// The login of the recorder.
    pub by: String,
    #[serde(flatten)]
    pub kind: K,
    /// The dates it announced to the complainant.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub announced: Vec<Announcement>,
}

#[cfg(test)]
mod tests;
