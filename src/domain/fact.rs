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

use super::{
    charter::{Detail, Happened},
    guide::ChecklistItem,
    subject::CaseNumber,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// The date of a deadline as the complainant was told it; it never changes without another notice.
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
pub struct MovedDeadline {
    /// The promise or article.
    pub promise: String,
    /// Where it stood.
    pub from: DateTime<Utc>,
    /// Where it stands.
    pub to: DateTime<Utc>,
}

/// What happened, without who and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FactKind {
    /// The matter was taken in.
    Received(Box<Receipt>),
    /// It was accepted: the period of the law begins.
    Accepted,
    /// It was given to a department and an officer.
    Assigned {
        department: String,
        /// The officer, a login or a name; empty where only the department is known.
        officer: String,
    },
    /// It was read and confirmed.
    Acknowledged,
    /// Something was noted; with `action`, what was done.
    Noted {
        text: Prose,
        /// True where the note says what was done.
        action: bool,
        /// True where what was done keeps it from happening again.
        #[serde(default, skip_serializing_if = "is_not")]
        prevents: bool,
    },
    /// The customer was contacted.
    Contacted {
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
        /// By which day the answer is to come (act art. 20(1)).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
    },
    /// The other department answered.
    ConsultationAnswered {
        department: String,
        /// What it said.
        text: Prose,
    },
    /// A cause for an extension arose.
    ExtensionNeeded {
        reason: ExtensionReason,
        text: Prose,
    },
    /// The period was extended and the new date told.
    Extended {
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
        until: NaiveDate,
    },
    /// The complainant asked for more time to send the papers, and was given it (decree art. 24(2)).
    SupplementExtended {
        /// What the complainant said, and was told.
        text: Prose,
        until: NaiveDate,
    },
    /// The papers arrived.
    SupplementArrived,
    /// Time stopped for another reason of the law.
    Suspended {
        reason: SuspensionReason,
        text: Prose,
    },
    /// Time goes on.
    Resumed,
    /// The case needs review.
    ReviewNeeded,
    /// The result was told.
    Answered {
        outcome: Outcome,
        /// What was told; of a demand that was denied, the reason.
        text: Prose,
        /// How to object or seek remedy, where the demand or a part of it was denied (act art. 27(3)).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        remedy: Option<Prose>,
    },
    /// The demand was refused, and the refusal told.
    Refused {
        /// The legal ground.
        ground: Prose,
        /// How to object or seek remedy.
        remedy: Prose,
    },
    /// The complainant objects to the result.
    Objected { text: Prose },
    /// The case was taken up again.
    Reopened { text: Prose },
    /// An apology was made.
    Apologised { text: Prose },
    /// A step of the ladder was recorded.
    StepRecorded {
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
    Returned { text: Prose },
    /// It went to another agency, and the complainant was told.
    Transferred {
        agency: String,
        /// What was told.
        text: Prose,
    },
    /// It goes on in another case.
    Merged { into: CaseNumber },
    Closed {
        /// As a repeated petition (act art. 23).
        as_repeat: bool,
    },
    /// Misconduct of staff was reported.
    MisconductReported {
        /// Of which kind.
        detail: Detail,
        /// Where, if that was told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        happened: Option<Happened>,
        /// What was reported.
        text: Prose,
    },
    FactsChecked {
        /// What was found.
        text: Prose,
        /// True where the customer was told it.
        #[serde(default)]
        told: bool,
        /// True where the check did not bear the report out.
        #[serde(default, skip_serializing_if = "is_not")]
        unfounded: bool,
    },
    PublicApologyMade {
        text: Prose,
        /// On which day.
        published: NaiveDate,
    },
    /// A team and an officer were cautioned.
    CautionGiven {
        department: String,
        officer: String,
        text: Prose,
    },
    /// An officer was trained.
    TrainingGiven {
        officer: String,
        /// What it was about.
        text: Prose,
    },
    /// The customer was compensated.
    Compensated { text: Prose },
    /// It was confirmed that a period of handling was missed.
    OverdueConfirmed,
    /// Reason and expected date of the delay were told, with an apology.
    DelayExplained {
        /// What was told.
        text: Prose,
        /// The expected date.
        until: NaiveDate,
    },
    /// Something can be put right.
    ImprovementNoted { text: Prose },
    /// A visit to the customer was agreed.
    AppointmentMade {
        visit_at: DateTime<Utc>,
        purpose: Prose,
        /// With whom the customer booked it; empty where an officer visits the customer.
        #[serde(default)]
        officer: String,
    },
    /// The visit will not take place.
    AppointmentCancelled { text: Prose },
    /// Items of a checklist were ticked.
    ChecklistTicked { items: Vec<ChecklistItem> },
    /// The visit was moved.
    AppointmentMoved { visit_at: DateTime<Utc> },
    /// The visit took place.
    AppointmentKept,
    /// The customer was told purpose and expected time of the visit.
    VisitAnnounced {
        /// What was told.
        text: Prose,
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
        moved: Vec<MovedDeadline>,
    },
}

/// True for a mark that older facts do not have, so that it stands in JSON only where it is set.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes the field by reference"
)]
pub(super) const fn is_not(mark: &bool) -> bool {
    !*mark
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
            Self::Answered { text, remedy, .. } => std::iter::once(text).chain(remedy).collect(),
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
    /// The login of who recorded it.
    pub by: String,
    #[serde(flatten)]
    pub kind: K,
    /// The dates that the complainant was told by it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub announced: Vec<Announcement>,
}

#[cfg(test)]
mod tests;
