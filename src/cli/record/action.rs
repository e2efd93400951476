//! The actions of `minwon record`, each with its fields, and the command each stands for.

use super::redress::{Amends, Outing};
use crate::{
    cli::value,
    domain::{
        case::CaseNumber,
        command::Command,
        fact::{ContactWay, ExtensionReason, Outcome, SuspensionReason},
        refusal::Refusal,
    },
};
use chrono::{DateTime, NaiveDate, Utc};
use clap::Subcommand;

/// What was done.
#[derive(Debug, Subcommand)]
pub(super) enum Action {
    #[command(flatten)]
    Handling(Handling),
    #[command(flatten)]
    Amends(Amends),
    #[command(flatten)]
    Outing(Outing),
    #[command(flatten)]
    Ending(Ending),
}

/// What is done while a case is worked on.
#[derive(Clone, Debug, Subcommand)]
pub(super) enum Handling {
    /// Accept what came in: the period of the law begins (접수)
    Accept,
    /// Give it to a department and an officer (담당자 지정)
    Assign {
        /// The department
        #[arg(long)]
        department: String,
        /// The officer: a login or a name
        #[arg(long, default_value = "", hide_default_value = true)]
        officer: String,
    },
    /// Confirm that it was read (확인)
    Acknowledge,
    /// Note something (메모)
    Note {
        /// The note
        #[arg(long)]
        text: String,
        /// The note says what was done
        #[arg(long)]
        action: bool,
    },
    /// Record a contact with the customer (민원인 연락)
    Contact {
        /// How
        #[arg(long, value_parser = value::word(ContactWay::ALL, ContactWay::id))]
        how: ContactWay,
        /// What was said
        #[arg(long)]
        text: String,
    },
    /// Ask another department; the owner stays (협조 요청)
    Consult {
        /// Whom
        #[arg(long)]
        department: String,
        /// What
        #[arg(long)]
        text: String,
    },
    /// Record what the other department answered (협조 회신)
    Consulted {
        /// Who answered
        #[arg(long)]
        department: String,
        /// What
        #[arg(long)]
        text: String,
    },
    /// Record that a cause for an extension arose (연장 사유 발생)
    NeedExtension {
        /// The cause (decree art. 21)
        #[arg(long, value_parser = value::word(ExtensionReason::ALL, ExtensionReason::id))]
        reason: ExtensionReason,
        /// In words
        #[arg(long)]
        text: String,
    },
    /// Extend the period and tell the new date (기간 연장)
    Extend {
        /// Why (decree art. 21)
        #[arg(long, value_parser = value::word(ExtensionReason::ALL, ExtensionReason::id))]
        reason: ExtensionReason,
        /// By how many days
        #[arg(long)]
        days: u32,
        /// What the complainant is told
        #[arg(long)]
        text: String,
        /// The complainant agreed: needed the second time
        #[arg(long)]
        consent: bool,
    },
    /// Tell the complainant how far things are (중간회신)
    Interim {
        /// What is told
        #[arg(long)]
        text: String,
    },
    /// Ask for missing papers: time stops (보완 요구)
    Supplement {
        /// What is missing
        #[arg(long)]
        text: String,
        /// By when
        #[arg(long, value_name = "DATE", value_parser = value::date)]
        until: NaiveDate,
    },
    /// Record that the papers arrived (보완 도착)
    SupplementArrived,
    /// Stop the clock for another reason of the law (불산입 시작)
    Suspend {
        /// Why (decree art. 20)
        #[arg(long, value_parser = value::word(SuspensionReason::ALL, SuspensionReason::id))]
        reason: SuspensionReason,
        /// In words
        #[arg(long)]
        text: String,
    },
    /// Let the clock go on (불산입 끝)
    Resume,
    /// Mark that the case needs review (검토 필요)
    NeedsReview,
    /// Tell the result (답변)
    Reply {
        /// What it is
        #[arg(long, value_parser = value::word(Outcome::ALL, Outcome::id))]
        outcome: Outcome,
        /// What is told
        #[arg(long)]
        text: String,
    },
}

/// Refusal, objection, apology, the three steps, and the ways out of a case.
#[derive(Clone, Debug, Subcommand)]
pub(super) enum Ending {
    /// Refuse, with ground and remedy (거부 통지)
    Refuse {
        /// The legal ground
        #[arg(long)]
        ground: String,
        /// How to object or seek remedy
        #[arg(long)]
        remedy: String,
    },
    /// Record that the complainant objects (이의 제기)
    Object {
        /// Why
        #[arg(long)]
        text: String,
    },
    /// Take a finished case up again (재개)
    Reopen {
        /// Why
        #[arg(long)]
        text: String,
    },
    /// Apologise (사과)
    Apologise {
        /// The words
        #[arg(long)]
        text: String,
    },
    /// Record the first step: team, officer, instruction (1차 조치)
    #[command(name = "step1")]
    StepOne {
        /// The team
        #[arg(long)]
        department: String,
        /// The officer
        #[arg(long)]
        officer: String,
        /// What to do
        #[arg(long)]
        instruction: String,
    },
    /// Record the second step: result of the measures and letter of apology (2차 조치)
    #[command(name = "step2")]
    StepTwo {
        /// What the measures brought
        #[arg(long)]
        result: String,
        /// The letter of apology
        #[arg(long)]
        apology: String,
    },
    /// Record the third step: caution to team and officer; by a supervisor (3차 조치)
    #[command(name = "step3")]
    StepThree {
        /// What was not put into practice
        #[arg(long)]
        reason: String,
        /// The team
        #[arg(long)]
        department: String,
        /// The officer
        #[arg(long)]
        officer: String,
    },
    /// Link it to an earlier case of the same person (이전 민원 연결)
    Link {
        /// Which
        #[arg(long, value_name = "NUMBER")]
        earlier: CaseNumber,
    },
    /// Record that the complainant withdrew it (취하)
    Withdraw {
        /// What was said
        #[arg(long, default_value = "", hide_default_value = true)]
        text: String,
    },
    /// Send it back for want of the supplement (반려)
    Return {
        /// The reasons
        #[arg(long)]
        text: String,
    },
    /// Pass it to another agency and tell the complainant (이송)
    Transfer {
        /// Which
        #[arg(long)]
        agency: String,
        /// What is told
        #[arg(long)]
        text: String,
    },
    /// Let it go on in another case (병합)
    Merge {
        /// Which
        #[arg(long, value_name = "NUMBER")]
        into: CaseNumber,
    },
    /// Close it (종결)
    Close {
        /// As a repeated petition (act art. 23)
        #[arg(long)]
        as_repeat: bool,
    },
    /// Set a wrong entry right beside it (정정)
    Correct {
        /// The number of the fact that was wrong
        #[arg(long, value_name = "SEQ")]
        fact: u32,
        /// What is right
        #[arg(long)]
        text: String,
    },
}

impl Action {
    /// The command that the action stands for, and when it happened, given the time that was typed.
    ///
    /// # Errors
    /// A visit without its time.
    pub(super) fn command(
        &self,
        at: Option<DateTime<Utc>>,
    ) -> Result<(Command, Option<DateTime<Utc>>), Refusal> {
        Ok(match self {
            Self::Handling(handling) => (handling.clone().command(), at),
            Self::Amends(amends) => (amends.clone().command(), at),
            Self::Outing(outing) => outing.clone().command(at)?,
            Self::Ending(ending) => (ending.clone().command(), at),
        })
    }
}

impl Handling {
    fn command(self) -> Command {
        match self {
            Self::Accept => Command::Accept,
            Self::Assign {
                department,
                officer,
            } => Command::Assign {
                department,
                officer,
            },
            Self::Acknowledge => Command::Acknowledge,
            Self::Note { text, action } => Command::Note { text, action },
            Self::Contact { how, text } => Command::Contact { how, text },
            Self::Consult { department, text } => Command::Consult { department, text },
            Self::Consulted { department, text } => {
                Command::AnswerConsultation { department, text }
            }
            Self::NeedExtension { reason, text } => Command::NeedExtension { reason, text },
            Self::Extend {
                reason,
                days,
                text,
                consent,
            } => Command::Extend {
                reason,
                days,
                text,
                consent,
            },
            Self::Interim { text } => Command::ReplyInterim { text },
            Self::Supplement { text, until } => Command::RequestSupplement { text, until },
            Self::SupplementArrived => Command::ReceiveSupplement,
            Self::Suspend { reason, text } => Command::Suspend { reason, text },
            Self::Resume => Command::Resume,
            Self::NeedsReview => Command::NeedReview,
            Self::Reply { outcome, text } => Command::Answer { outcome, text },
        }
    }
}

impl Ending {
    fn command(self) -> Command {
        match self {
            Self::Refuse { ground, remedy } => Command::Refuse { ground, remedy },
            Self::Object { text } => Command::Object { text },
            Self::Reopen { text } => Command::Reopen { text },
            Self::Apologise { text } => Command::Apologise { text },
            Self::StepOne {
                department,
                officer,
                instruction,
            } => Command::StepOne {
                department,
                officer,
                instruction,
            },
            Self::StepTwo { result, apology } => Command::StepTwo { result, apology },
            Self::StepThree {
                reason,
                department,
                officer,
            } => Command::StepThree {
                reason,
                department,
                officer,
            },
            Self::Link { earlier } => Command::Link { earlier },
            Self::Withdraw { text } => Command::Withdraw { text },
            Self::Return { text } => Command::Return { text },
            Self::Transfer { agency, text } => Command::Transfer { agency, text },
            Self::Merge { into } => Command::Merge { into },
            Self::Close { as_repeat } => Command::Close { as_repeat },
            Self::Correct { fact, text } => Command::Correct { fact, text },
        }
    }
}
