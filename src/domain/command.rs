//! Commands: what a clerk asks the desk to do to a case.

mod amend;
mod build;
mod exit;
mod handling;
mod intake;
mod kind;
mod ladder;
mod notice;
mod petitioner;
mod redress;
mod slot;
mod supplement;
mod table;
mod timing;
mod visit;

pub use amend::Amend;
pub use build::Values;
pub use exit::Exit;
pub use handling::Handling;
pub use kind::{ActionFlag, ActionKind};
pub use ladder::Ladder;
pub use notice::NoticeCommand;
pub use redress::Redress;
pub use slot::{CaseRole, Slot, Takes, Word, Words};
pub use supplement::Supplement;
pub use timing::Timing;
pub use visit::Appointment;

use super::{
    case::CaseNumber,
    charter::{CaseKind, Channel, Detail, Happened},
    input::clean,
    party::{Field, Party},
    petitioner::Petitioner,
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
    pub channel: Channel,
    /// The category's id in the charter.
    pub category: String,
    /// `None` takes the category's.
    pub kind: Option<CaseKind>,
    pub title: String,
    pub body: String,
    pub party: Party,
    pub needs_review: bool,
    /// An officer wrote it for a customer who cannot write.
    pub on_behalf: bool,
    /// The customer needs help on the spot.
    pub assistance: bool,
    pub anonymous: bool,
    /// Where the fault happened that it complains of.
    pub happened: Option<Happened>,
    /// The misconduct of staff that it complains of, one of [`Detail::MISCONDUCT`].
    pub misconduct: Option<Detail>,
    pub petitioner: Petitioner,
    /// The period of a statutory petition, or its matter in the charter's table; may be empty.
    pub period: String,
    /// What was ticked off the checklists during intake, written as in [`Handling::Tick`]; may be empty.
    pub ticked: String,
    /// When it reached the organisation, if earlier than the receipt.
    pub arrived_at: Option<DateTime<Utc>>,
    /// When it was accepted. With neither time it is accepted now; with the arrival alone it waits to be accepted.
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
            petitioner: Petitioner::default(),
            period: String::new(),
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
    Timing(Timing),
    Supplement(Supplement),
    Exit(Exit),
    Ladder(Ladder),
    Redress(Redress),
    Visit(Appointment),
}

impl Command {
    /// The action that makes it.
    pub fn kind(&self) -> ActionKind {
        self.parts().0
    }

    /// The action that makes it, and its texts with the slots in which they were typed.
    fn parts(&self) -> (ActionKind, Vec<(Field, &str)>) {
        match self {
            Self::Handling(handling) => handling.parts(),
            Self::Timing(timing) => timing.parts(),
            Self::Supplement(supplement) => supplement.parts(),
            Self::Exit(exit) => exit.parts(),
            Self::Ladder(ladder) => ladder.parts(),
            Self::Redress(redress) => redress.parts(),
            Self::Visit(appointment) => appointment.parts(),
        }
    }

    /// The other case that the command names.
    #[rustfmt::skip]
    pub const fn other_case(&self) -> Option<CaseNumber> {
        match self {
            Self::Exit(Exit::Merge { into: other }) | Self::Ladder(Ladder::Link { earlier: other, .. }) => Some(*other),
            Self::Handling(Handling::Accept | Handling::Assign { .. } | Handling::Acknowledge | Handling::Note { .. } | Handling::Action { .. } | Handling::Contact { .. } | Handling::Consult { .. } | Handling::AnswerConsultation { .. } | Handling::NeedReview | Handling::Tick { .. } | Handling::Answer { .. } | Handling::Refuse { .. } | Handling::Apologise { .. } | Handling::WriteDown { .. } | Handling::Correct { .. } | Handling::Amend(_) | Handling::Revoke { .. })
            | Self::Timing(Timing::NeedExtension { .. } | Timing::Extend { .. } | Timing::ReplyInterim { .. } | Timing::Suspend { .. } | Timing::Resume | Timing::AskRepresentatives { .. } | Timing::NameRepresentatives { .. })
            | Self::Supplement(Supplement::Request { .. } | Supplement::Extend { .. } | Supplement::Receive)
            | Self::Exit(Exit::Withdraw { .. } | Exit::Return { .. } | Exit::Transfer { .. } | Exit::Close { .. } | Exit::CloseAsRepeat { .. } | Exit::Object { .. } | Exit::Reopen { .. })
            | Self::Ladder(Ladder::StepOne { .. } | Ladder::StepTwo { .. } | Ladder::StepThree { .. })
            | Self::Redress(Redress::ReportMisconduct { .. } | Redress::CheckFacts { .. } | Redress::ApologisePublicly { .. } | Redress::Caution { .. } | Redress::Train { .. } | Redress::Compensate { .. } | Redress::ConfirmOverdue | Redress::ExplainDelay { .. } | Redress::NoteImprovement { .. })
            | Self::Visit(Appointment::Appoint { .. } | Appointment::Book { .. } | Appointment::Cancel { .. } | Appointment::Move { .. } | Appointment::Keep | Appointment::Announce { .. }) => None,
        }
    }

    /// The number of the fact that it strikes out.
    pub const fn revokes(&self) -> Option<u32> {
        match self {
            Self::Handling(Handling::Revoke { fact, .. }) => Some(*fact),
            Self::Handling(_)
            | Self::Timing(_)
            | Self::Supplement(_)
            | Self::Exit(_)
            | Self::Ladder(_)
            | Self::Redress(_)
            | Self::Visit(_) => None,
        }
    }

    /// The person as they stand after the command.
    #[must_use]
    pub fn person_after(&self, known: Party) -> Party {
        match self {
            Self::Timing(Timing::NameRepresentatives { names, .. }) => {
                known.represented_by(clean(names))
            }
            Self::Handling(Handling::Amend(amend)) => amend.person(&known),
            Self::Timing(_)
            | Self::Handling(_)
            | Self::Supplement(_)
            | Self::Exit(_)
            | Self::Ladder(_)
            | Self::Redress(_)
            | Self::Visit(_) => known,
        }
    }

    /// What is wrong with its texts.
    pub fn faults(&self) -> Vec<FieldFault> {
        let (kind, texts) = self.parts();
        let fault = |(field, text)| {
            let slot = kind.slots().iter().find(|slot| slot.field == field)?;
            slot.text_fault(text)
        };
        texts.into_iter().filter_map(fault).collect()
    }
}

/// Turns the commands of each family into a [`Command`].
macro_rules! from_families {
    ($($family:ident => $variant:ident;)+) => {
        $(impl From<$family> for Command {
            fn from(command: $family) -> Self {
                Self::$variant(command)
            }
        })+
    };
}

from_families! {
    Handling => Handling;
    Timing => Timing;
    Supplement => Supplement;
    Exit => Exit;
    Ladder => Ladder;
    Redress => Redress;
    Appointment => Visit;
}
