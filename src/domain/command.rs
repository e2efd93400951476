//! What a clerk asks the desk to do to a case.

mod build;
mod kind;
mod redress;
mod right;
mod slot;
mod table;
mod visit;

pub use build::Values;
pub use kind::{Kind, Marked};
pub use redress::Redress;
pub use slot::{Slot, Takes, Word, Words};
pub use visit::Visiting;

use super::{
    case::CaseNumber,
    charter::{CaseKind, Channel},
    fact::{ContactWay, ExtensionReason, Outcome, SuspensionReason},
    party::Party,
};
use chrono::{DateTime, NaiveDate, Utc};

/// A matter to take in, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent marks of the form: each may stand with any other"
)]
pub struct Intake {
    /// How it came.
    pub channel: Channel,
    /// The category's id in the charter.
    pub category: String,
    /// The kind of the law; the category's where `None`.
    pub kind: Option<CaseKind>,
    /// The title, one line.
    pub title: String,
    /// The text.
    pub body: String,
    /// Who complains.
    pub party: Party,
    /// It needs review.
    pub needs_review: bool,
    /// An officer wrote it for a customer who cannot write.
    pub on_behalf: bool,
    /// The customer needs help on the spot.
    pub assistance: bool,
    /// The person is not known.
    pub anonymous: bool,
    /// What of the checklists was done while it was taken in, as [`Command::Tick`] names it; empty for nothing.
    pub ticked: String,
    /// When it reached the body, where that was before the receipt.
    pub arrived_at: Option<DateTime<Utc>>,
    /// When it was accepted. Given neither time, it is now; given the arrival alone, it waits to be accepted.
    pub received_at: Option<DateTime<Utc>>,
}

impl Intake {
    /// An empty form for a channel and a category.
    pub fn new(channel: Channel, category: impl Into<String>) -> Self {
        Self {
            channel,
            category: category.into(),
            kind: None,
            title: String::new(),
            body: String::new(),
            party: Party::default(),
            needs_review: false,
            on_behalf: false,
            assistance: false,
            anonymous: false,
            ticked: String::new(),
            arrived_at: None,
            received_at: None,
        }
    }
}

/// What a clerk asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Accept what came in: the period of the law begins.
    Accept,
    /// Give it to a department and an officer.
    Assign {
        /// The department.
        department: String,
        /// The officer; may be empty.
        officer: String,
    },
    /// Confirm that it was read.
    Acknowledge,
    /// Note something; with `action`, what was done.
    Note {
        /// The note.
        text: String,
        /// True where the note says what was done.
        action: bool,
    },
    /// Record a contact with the customer.
    Contact {
        /// How.
        how: ContactWay,
        /// What was said.
        text: String,
    },
    /// Ask another department; the owner stays.
    Consult {
        /// Whom.
        department: String,
        /// What.
        text: String,
        /// By which day the answer is to come.
        until: Option<NaiveDate>,
    },
    /// Record what the other department answered.
    AnswerConsultation {
        /// Who answered.
        department: String,
        /// What.
        text: String,
    },
    /// Record that a cause for an extension arose.
    NeedExtension {
        /// The cause.
        reason: ExtensionReason,
        /// In words.
        text: String,
    },
    /// Extend the period and tell the new date.
    Extend {
        /// Why.
        reason: ExtensionReason,
        /// By how many days.
        days: u32,
        /// What the complainant is told.
        text: String,
        /// The complainant agreed.
        consent: bool,
    },
    /// Tell the complainant how far things are.
    ReplyInterim {
        /// What is told.
        text: String,
    },
    /// Ask for missing papers: time stops. Once more where they did not come in time.
    RequestSupplement {
        /// What is missing.
        text: String,
        /// By when.
        until: NaiveDate,
    },
    /// Give the complainant more time for the papers, as asked.
    ExtendSupplement {
        /// What the complainant says.
        text: String,
        /// By when.
        until: NaiveDate,
    },
    /// Record that the papers arrived.
    ReceiveSupplement,
    /// Stop the clock for another reason of the law.
    Suspend {
        /// Why.
        reason: SuspensionReason,
        /// In words.
        text: String,
    },
    /// Let the clock go on.
    Resume,
    /// Mark that the case needs review.
    NeedReview,
    /// Record which items of a checklist were done.
    Tick {
        /// `all` of those for the channel, ids of promises, or single items, separated by commas.
        items: String,
    },
    /// Tell the result.
    Answer {
        /// What it is.
        outcome: Outcome,
        /// What is told.
        text: String,
    },
    /// Refuse, with ground and remedy.
    Refuse {
        /// The legal ground.
        ground: String,
        /// How to object or seek remedy.
        remedy: String,
    },
    /// Record that the complainant objects.
    Object {
        /// Why.
        text: String,
    },
    /// Take a finished case up again.
    Reopen {
        /// Why.
        text: String,
    },
    /// Apologise.
    Apologise {
        /// The words.
        text: String,
    },
    /// Record the first step: team, officer, instruction.
    StepOne {
        /// The team.
        department: String,
        /// The officer.
        officer: String,
        /// What to do.
        instruction: String,
    },
    /// Record the second step: result of the measures and letter of apology.
    StepTwo {
        /// What the measures brought.
        result: String,
        /// The letter of apology.
        apology: String,
    },
    /// Record the third step: caution to team and officer.
    StepThree {
        /// What was not put into practice.
        reason: String,
        /// The team.
        department: String,
        /// The officer.
        officer: String,
    },
    /// Link it to an earlier case of the same person.
    Link {
        /// Which.
        earlier: CaseNumber,
    },
    /// Record that the complainant withdrew it.
    Withdraw {
        /// What was said; may be empty.
        text: String,
    },
    /// Send it back for want of the supplement.
    Return {
        /// The reasons.
        text: String,
    },
    /// Pass it to another agency and tell the complainant.
    Transfer {
        /// Which.
        agency: String,
        /// What is told.
        text: String,
    },
    /// Let it go on in another case.
    Merge {
        /// Which.
        into: CaseNumber,
    },
    /// Close it.
    Close {
        /// As a repeated petition (act art. 23).
        as_repeat: bool,
    },
    /// Do something about what went wrong.
    Redress(Redress),
    /// Do something about a visit to the customer.
    Visit(Visiting),
    /// Set a wrong entry right beside it.
    Correct {
        /// The fact that was wrong.
        fact: u32,
        /// What is right.
        text: String,
    },
}
