//! The actions about what went wrong and about visits, each with its fields, and the command each stands for.

use crate::{
    cli::value,
    domain::{
        charter::Detail,
        command::{Command, Redress, Visiting},
        party::Field,
        refusal::{Fault, Refusal},
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use clap::Subcommand;

/// What is done about something that went wrong.
#[derive(Clone, Debug, Subcommand)]
pub(in crate::cli) enum Amends {
    /// Record that misconduct of staff was reported (잘못된 응대 신고)
    ReportMisconduct {
        /// Of which kind
        #[arg(long, value_parser = value::word(Detail::MISCONDUCT, Detail::id))]
        detail: Detail,
        /// What was reported
        #[arg(long)]
        text: String,
    },
    /// Record what the check of the facts brought (사실 확인)
    CheckFacts {
        /// What was found
        #[arg(long)]
        text: String,
        /// The customer was told what was found (민원인에게 알림)
        #[arg(long)]
        told: bool,
    },
    /// Record the apology that was published (공개 사과)
    PublicApology {
        /// The text that was published
        #[arg(long)]
        text: String,
        /// On which day
        #[arg(long, value_name = "DATE", value_parser = value::date)]
        published: NaiveDate,
    },
    /// Caution a team and an officer; by a supervisor (주의)
    Caution {
        /// The team
        #[arg(long)]
        department: String,
        /// The officer
        #[arg(long)]
        officer: String,
        /// Why
        #[arg(long)]
        text: String,
    },
    /// Record the training of an officer; by a supervisor (교육)
    Training {
        /// The officer
        #[arg(long)]
        officer: String,
        /// What it was about
        #[arg(long)]
        text: String,
    },
    /// Record what the customer was compensated with (보상)
    Compensate {
        /// For what, and with what
        #[arg(long)]
        text: String,
    },
    /// Confirm that the period of handling was missed (기한 경과 확인)
    ConfirmOverdue,
    /// Tell reason and expected date of a delay, with an apology (지연 안내)
    ExplainDelay {
        /// The reason and the apology
        #[arg(long)]
        text: String,
        /// The expected date, after today
        #[arg(long, value_name = "DATE", value_parser = value::date)]
        until: NaiveDate,
    },
    /// Note that something can be put right (개선 가능)
    Improvable {
        /// What
        #[arg(long)]
        text: String,
    },
}

/// What is done about a visit to the customer.
#[derive(Clone, Debug, Subcommand)]
pub(in crate::cli) enum Outing {
    /// Agree a visit; --at is the time of the visit (방문 약속)
    Appoint {
        /// What for
        #[arg(long)]
        purpose: String,
    },
    /// Move the visit; --at is its new time (방문 약속 변경)
    MoveAppointment,
    /// Record that the visit took place (방문 이행)
    KeepAppointment,
    /// Tell the customer purpose and expected time of the visit (방문 안내)
    AnnounceVisit {
        /// What is told
        #[arg(long)]
        text: String,
    },
}

impl Amends {
    pub(super) fn command(self) -> Command {
        Command::Redress(match self {
            Self::ReportMisconduct { detail, text } => Redress::ReportMisconduct { detail, text },
            Self::CheckFacts { text, told } => Redress::CheckFacts { text, told },
            Self::PublicApology { text, published } => {
                Redress::ApologisePublicly { text, published }
            }
            Self::Caution {
                department,
                officer,
                text,
            } => Redress::Caution {
                department,
                officer,
                text,
            },
            Self::Training { officer, text } => Redress::Train { officer, text },
            Self::Compensate { text } => Redress::Compensate { text },
            Self::ConfirmOverdue => Redress::ConfirmOverdue,
            Self::ExplainDelay { text, until } => Redress::ExplainDelay { text, until },
            Self::Improvable { text } => Redress::NoteImprovement { text },
        })
    }
}

impl Outing {
    /// The command, and the time of the fact: where `at` is the time of the visit, the fact happens now.
    pub(super) fn command(
        self,
        at: Option<DateTime<Utc>>,
    ) -> Result<(Command, Option<DateTime<Utc>>), Refusal> {
        let ahead = || at.ok_or_else(|| Refusal::field(Field::Visit, Fault::Missing));
        let (visiting, at) = match self {
            Self::Appoint { purpose } => {
                let at = ahead()?;
                (Visiting::Appoint { at, purpose }, None)
            }
            Self::MoveAppointment => (Visiting::Move { at: ahead()? }, None),
            Self::KeepAppointment => (Visiting::Keep, at),
            Self::AnnounceVisit { text } => (Visiting::Announce { text }, at),
        };
        Ok((Command::Visit(visiting), at))
    }
}
