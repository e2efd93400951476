//! Facts: what happened, appended and never changed.
//!
//! A fact holds no personal data. Free text is [`Prose`], which the store keeps apart and can erase; the fact keeps its
//! digest, so that the hash chain and the statistics survive the erasure.

mod amendment;
mod content;
mod gist;
mod name;
mod notice;
mod receipt;
mod role;
mod step;
mod word;

pub use amendment::{AmendCause, Amendment, Change, OfCategory, OfPerson};
pub use content::FactContent;
pub use gist::Wording;
pub use notice::NoticeFact;
pub use receipt::Receipt;
pub use step::Step;
pub use word::{
    Competence, ContactWay, ExtensionReason, Linkage, Outcome, ReopenCause, Selection,
    SuspensionReason,
};

pub use super::subject::Prose;

use super::{
    charter::{Detail, Happened},
    guide::ChecklistItem,
    subject::{CaseNumber, FactRef},
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

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
    /// The first fact of a case.
    Received(Box<Receipt>),
    /// What was taken in was put right; what stood before stays in the facts before.
    Amended(Box<Amendment>),
    /// The period of the law begins.
    Accepted,
    Assigned {
        department: String,
        /// A login or a name; empty where only the department is known.
        officer: String,
    },
    /// It was read and confirmed.
    Acknowledged,
    Noted {
        text: Prose,
        /// True where the note says what was done.
        action: bool,
        /// True where what was done keeps it from happening again.
        #[serde(default, skip_serializing_if = "is_not")]
        prevents: bool,
    },
    /// The customer was reached.
    Contacted {
        how: ContactWay,
        text: Prose,
        /// True where the complainant expressly asked to be told the progress (decree art. 23(1)).
        #[serde(default, skip_serializing_if = "is_not")]
        asks_progress: bool,
    },
    /// It belongs elsewhere: it is to be handed on (decree art. 13(2), (3)).
    Misdirected { whose: Competence, text: Prose },
    /// The owner stays. Asked again before it answered, the department was given more time.
    Consulted {
        department: String,
        text: Prose,
        /// The last day for the answer (act art. 20(1)).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<NaiveDate>,
    },
    /// The other department answered.
    ConsultationAnswered { department: String, text: Prose },
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
    /// The complainant was told the progress.
    InterimReplied { text: Prose },
    /// Papers are missing: the clock stops until they arrive.
    SupplementRequested {
        text: Prose,
        until: NaiveDate,
        /// Why it was not asked for within 8 working hours of the receipt (rules art. 9(1)).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        late: Option<Prose>,
    },
    /// The complainant asked for more time and was given it (decree art. 24(2)).
    SupplementExtended { text: Prose, until: NaiveDate },
    /// The clock goes on.
    SupplementArrived,
    /// The clock stopped for a reason of the law other than a supplement.
    Suspended {
        reason: SuspensionReason,
        text: Prose,
    },
    /// The clock goes on.
    Resumed,
    /// Those who brought it together are to choose representatives: the clock stops (decree art. 8).
    RepresentativesAsked { text: Prose, until: NaiveDate },
    /// Who represents them; the names stand with the person.
    RepresentativesNamed { how: Selection, people: u8 },
    /// What was said was written down and signed (decree art. 10(4)); empty for the text that was taken in.
    WrittenDown { text: Prose },
    /// Deadlines may change by it.
    ReviewNeeded,
    /// The complainant was told the result; of a demand that was denied, the reason.
    Answered {
        outcome: Outcome,
        text: Prose,
        /// How to object or seek remedy, where the demand or a part of it was denied (act art. 27(3)).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        remedy: Option<Prose>,
        /// Why it was denied, or is not handled.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ground: Option<Prose>,
    },
    /// The result of the case in which it continues, told to this complainant too.
    ResultShared {
        from: CaseNumber,
        /// The fact of that case.
        #[serde(rename = "from_seq")]
        seq: u32,
        /// True where it denies the demand, or a part of it.
        #[serde(default, skip_serializing_if = "is_not")]
        denied: bool,
    },
    /// The legal ground, and how to object or seek remedy.
    Refused { ground: Prose, remedy: Prose },
    /// The complainant objects to the result.
    Objected { text: Prose },
    /// The case was taken up again.
    Reopened {
        text: Prose,
        /// Not in facts of the first versions.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cause: Option<ReopenCause>,
    },
    /// An apology was made.
    Apologised { text: Prose },
    StepRecorded {
        #[serde(flatten)]
        step: Step,
    },
    /// To an earlier case.
    Linked {
        earlier: CaseNumber,
        #[serde(default, skip_serializing_if = "Linkage::is_confirmed")]
        how: Linkage,
        /// Why they are the same against the program's doubt.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Prose>,
    },
    /// The complainant withdrew it.
    Withdrawn { text: Prose },
    /// For want of the supplement (decree art. 25).
    Returned { text: Prose },
    /// It went to another agency, and the complainant was told.
    Transferred { agency: String, text: Prose },
    /// It continues in another case.
    Merged {
        into: CaseNumber,
        /// True where its own period goes on until the result was shared; not in facts of the first versions.
        #[serde(default, skip_serializing_if = "is_not")]
        shares: bool,
    },
    Closed {
        /// As a repeated petition (act art. 23).
        as_repeat: bool,
        /// Why nobody was told the result.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        untold: Option<Prose>,
        /// Why it is the same again, without good reason.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<Prose>,
        /// The day on which the committee dealt with it, where many brought it (decree art. 26).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        committee: Option<NaiveDate>,
    },
    /// Misconduct of staff was reported.
    MisconductReported {
        detail: Detail,
        /// Where, if that was told.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        happened: Option<Happened>,
        text: Prose,
    },
    FactsChecked {
        text: Prose,
        /// True where the customer was told the finding.
        #[serde(default)]
        told: bool,
        /// True where the check did not bear the report out.
        #[serde(default, skip_serializing_if = "is_not")]
        unfounded: bool,
    },
    /// With the day of publication.
    PublicApologyMade { text: Prose, published: NaiveDate },
    CautionGiven {
        department: String,
        officer: String,
        text: Prose,
    },
    /// An officer was trained.
    TrainingGiven { officer: String, text: Prose },
    /// The customer was compensated.
    Compensated { text: Prose },
    /// A period of handling was missed.
    OverdueConfirmed,
    /// The complainant was told the reason and the expected date, with an apology.
    DelayExplained { text: Prose, until: NaiveDate },
    /// The complainant demands that the department put the delay right (decree art. 18).
    CorrectionDemanded { department: String, text: Prose },
    /// The department was reminded of what is overdue (act art. 25, rules form 7).
    Reminded { department: String, text: Prose },
    /// Something can be improved.
    ImprovementNoted { text: Prose },
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
    VisitAnnounced { text: Prose },
    /// The fact of this number was wrong; it stays beside the correction.
    Corrected {
        fact: u32,
        text: Prose,
        /// True where the complainant was told the fact: they are told the correction too.
        #[serde(default, skip_serializing_if = "is_not")]
        notifies: bool,
    },
    /// The fact of this number is struck out: it stays on record, and what it did is withdrawn.
    Revoked { fact: u32, text: Prose },
    /// A changed calendar moved deadlines; what was announced stays.
    Recomputed {
        /// What changed in the calendar.
        cause: String,
        moved: Vec<MovedDeadline>,
    },
    /// Something happened to a notice.
    #[serde(untagged)]
    Notice(NoticeFact),
}

/// True for a mark that older facts do not have, so that it stands in JSON only where it is set.
#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes the field by reference"
)]
pub(super) const fn is_not(mark: &bool) -> bool {
    !*mark
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
    /// Why it was recorded so much later than it happened, where that was asked for or told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub late_reason: Option<Prose>,
}

impl<K> Fact<K> {
    /// A reference to this fact.
    pub const fn reference(&self) -> FactRef {
        FactRef {
            at: self.at,
            recorded_at: self.recorded_at,
            seq: self.seq,
        }
    }
}

#[cfg(test)]
mod tests;
