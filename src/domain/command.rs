//! Commands: what a clerk asks the desk to do to a case.

mod build;
mod exit;
mod handling;
mod intake;
mod kind;
mod ladder;
mod redress;
mod slot;
mod supplement;
mod table;
mod timing;
mod visit;

pub use build::Values;
pub use exit::Exit;
pub use handling::Handling;
pub use kind::{ActionFlag, ActionKind};
pub use ladder::Ladder;
pub use redress::Redress;
pub use slot::{CaseRole, Slot, Takes, Word, Words};
pub use supplement::Supplement;
pub use timing::Timing;
pub use visit::Appointment;

use super::{
    case::CaseNumber,
    charter::{CaseKind, Channel, Detail, Happened},
    party::{Field, Party},
    refusal::FieldFault,
};
use chrono::{DateTime, Utc};

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
    pub body: String,
    pub party: Party,
    pub needs_review: bool,
    /// An officer wrote it for a customer who cannot write.
    pub on_behalf: bool,
    /// The customer needs help on the spot.
    pub assistance: bool,
    /// The person is not known.
    pub anonymous: bool,
    /// Where the fault happened that it complains of.
    pub happened: Option<Happened>,
    /// The misconduct of staff that it complains of, one of [`Detail::MISCONDUCT`].
    pub misconduct: Option<Detail>,
    /// What of the checklists was done while it was taken in, as [`Handling::Tick`] names it; empty for nothing.
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
            happened: None,
            misconduct: None,
            ticked: String::new(),
            arrived_at: None,
            received_at: None,
        }
    }
}

/// A command: one enum for each family of actions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    Handling(Handling),
    /// The period of handling.
    Timing(Timing),
    Supplement(Supplement),
    /// A way out of the case, or back in.
    Exit(Exit),
    /// The escalation ladder.
    Ladder(Ladder),
    /// Something that went wrong.
    Redress(Redress),
    Visit(Appointment),
}

impl Command {
    /// The action that makes it.
    pub const fn kind(&self) -> ActionKind {
        match self {
            Self::Handling(handling) => handling.kind(),
            Self::Timing(timing) => timing.kind(),
            Self::Supplement(supplement) => supplement.kind(),
            Self::Exit(exit) => exit.kind(),
            Self::Ladder(ladder) => ladder.kind(),
            Self::Redress(redress) => redress.kind(),
            Self::Visit(visiting) => visiting.kind(),
        }
    }

    /// The other case that it names.
    #[rustfmt::skip]
    pub const fn named(&self) -> Option<CaseNumber> {
        match self {
            Self::Exit(Exit::Merge { into: other }) | Self::Ladder(Ladder::Link { earlier: other }) => Some(*other),
            Self::Handling(Handling::Accept | Handling::Assign { .. } | Handling::Acknowledge | Handling::Note { .. } | Handling::Action { .. } | Handling::Contact { .. } | Handling::Consult { .. } | Handling::AnswerConsultation { .. } | Handling::NeedReview | Handling::Tick { .. } | Handling::Answer { .. } | Handling::Refuse { .. } | Handling::Apologise { .. } | Handling::Correct { .. })
            | Self::Timing(Timing::NeedExtension { .. } | Timing::Extend { .. } | Timing::ReplyInterim { .. } | Timing::Suspend { .. } | Timing::Resume)
            | Self::Supplement(Supplement::Request { .. } | Supplement::Extend { .. } | Supplement::Receive)
            | Self::Exit(Exit::Withdraw { .. } | Exit::Return { .. } | Exit::Transfer { .. } | Exit::Close | Exit::CloseAsRepeat | Exit::Object { .. } | Exit::Reopen { .. })
            | Self::Ladder(Ladder::StepOne { .. } | Ladder::StepTwo { .. } | Ladder::StepThree { .. })
            | Self::Redress(Redress::ReportMisconduct { .. } | Redress::CheckFacts { .. } | Redress::ApologisePublicly { .. } | Redress::Caution { .. } | Redress::Train { .. } | Redress::Compensate { .. } | Redress::ConfirmOverdue | Redress::ExplainDelay { .. } | Redress::NoteImprovement { .. })
            | Self::Visit(Appointment::Appoint { .. } | Appointment::Book { .. } | Appointment::Cancel { .. } | Appointment::Move { .. } | Appointment::Keep | Appointment::Announce { .. }) => None,
        }
    }

    /// Its texts, each with the slot in which it was typed.
    fn texts(&self) -> Vec<(Field, &str)> {
        match self {
            Self::Handling(handling) => handling.texts(),
            Self::Timing(timing) => timing.texts(),
            Self::Supplement(supplement) => supplement.texts(),
            Self::Exit(exit) => exit.texts(),
            Self::Ladder(ladder) => ladder.texts(),
            Self::Redress(redress) => redress.texts(),
            Self::Visit(visiting) => visiting.texts(),
        }
    }

    /// What is wrong with its texts.
    pub fn faults(&self) -> Vec<FieldFault> {
        let slots = self.kind().slots();
        let fault = |(field, text)| {
            let slot = slots.iter().find(|slot| slot.field == field)?;
            slot.text_fault(text)
        };
        self.texts().into_iter().filter_map(fault).collect()
    }
}

impl From<Handling> for Command {
    fn from(command: Handling) -> Self {
        Self::Handling(command)
    }
}

impl From<Timing> for Command {
    fn from(command: Timing) -> Self {
        Self::Timing(command)
    }
}

impl From<Supplement> for Command {
    fn from(command: Supplement) -> Self {
        Self::Supplement(command)
    }
}

impl From<Exit> for Command {
    fn from(command: Exit) -> Self {
        Self::Exit(command)
    }
}

impl From<Ladder> for Command {
    fn from(command: Ladder) -> Self {
        Self::Ladder(command)
    }
}

impl From<Redress> for Command {
    fn from(command: Redress) -> Self {
        Self::Redress(command)
    }
}

impl From<Appointment> for Command {
    fn from(command: Appointment) -> Self {
        Self::Visit(command)
    }
}
