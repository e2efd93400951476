//! What a command is in the table of rights.

use super::{Command, Redress};
use crate::domain::rights::Operation;

impl Command {
    /// The row of the table that says who may carry it out.
    pub const fn operation(&self) -> Operation {
        match self {
            Self::StepThree { .. } => Operation::StepThree,
            Self::Redress(redress) => redress.operation(),
            Self::Accept
            | Self::Assign { .. }
            | Self::Acknowledge
            | Self::Note { .. }
            | Self::Contact { .. }
            | Self::Consult { .. }
            | Self::AnswerConsultation { .. }
            | Self::NeedExtension { .. }
            | Self::Extend { .. }
            | Self::ReplyInterim { .. }
            | Self::RequestSupplement { .. }
            | Self::ExtendSupplement { .. }
            | Self::ReceiveSupplement
            | Self::Suspend { .. }
            | Self::Resume
            | Self::NeedReview
            | Self::Tick { .. }
            | Self::Answer { .. }
            | Self::Refuse { .. }
            | Self::Object { .. }
            | Self::Reopen { .. }
            | Self::Apologise { .. }
            | Self::StepOne { .. }
            | Self::StepTwo { .. }
            | Self::Link { .. }
            | Self::Withdraw { .. }
            | Self::Return { .. }
            | Self::Transfer { .. }
            | Self::Merge { .. }
            | Self::Close { .. }
            | Self::Visit(_)
            | Self::Correct { .. } => Operation::Case,
        }
    }
}

impl Redress {
    const fn operation(&self) -> Operation {
        match self {
            Self::Caution { .. } | Self::Train { .. } => Operation::Discipline,
            Self::ReportMisconduct { .. }
            | Self::CheckFacts { .. }
            | Self::ApologisePublicly { .. }
            | Self::Compensate { .. }
            | Self::ConfirmOverdue
            | Self::ExplainDelay { .. }
            | Self::NoteImprovement { .. } => Operation::Case,
        }
    }
}
