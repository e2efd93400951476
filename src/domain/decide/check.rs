//! Whether an action can be carried out now, whatever is written in its form: the guards that stand before every decision.
//!
//! Must not know texts, days and other cases that are only named in the form: `decide` looks at those.

use super::{
    Context, count, escalation, exits, handling, redress,
    stages::{ENDED, KNOWN, KNOWN_OR_CLOSED, NOT_ENDED, WORKING, at_stage},
    supplement, timing, visit,
};
use crate::domain::{
    case::Case, command::Kind, deadline::Deadline, notice::NoticeKind, party::Field,
    refusal::Refusal,
};

/// Whether an action can be carried out on a case now.
///
/// # Errors
/// Why it cannot, however its form is filled in.
pub fn check(case: &Case, kind: Kind, context: &Context<'_>) -> Result<(), Refusal> {
    context.role.allow(kind.operation())?;
    possible(case, kind, context)?;
    signed(case, kind, context)
}

fn possible(case: &Case, kind: Kind, context: &Context<'_>) -> Result<(), Refusal> {
    let deadlines = || -> Result<Vec<Deadline>, Refusal> { count(case, context) };
    match kind {
        // The record must be right, and can be added to, even after the end.
        Kind::Note | Kind::Contact | Kind::Correct | Kind::Link => Ok(()),
        Kind::Accept => handling::unaccepted(case),
        Kind::NeedsReview => handling::unreviewed(case),
        Kind::Consulted => handling::consulted(case),
        Kind::Tick => handling::unticked(case, context.charter),
        Kind::Assign
        | Kind::Acknowledge
        | Kind::Action
        | Kind::Merge
        // A closed case is taken up again first, so that what is due stands in the queue.
        | Kind::ReportMisconduct => at_stage(case, KNOWN),
        Kind::Apologise => at_stage(case, KNOWN_OR_CLOSED),
        Kind::Consult
        | Kind::NeedExtension
        | Kind::Interim
        | Kind::Reply
        | Kind::Refuse
        | Kind::Transfer
        | Kind::Improvable => at_stage(case, WORKING),
        Kind::Extend => timing::extendable(case, context, &deadlines()?),
        Kind::Suspend => timing::stoppable(case, context),
        Kind::Resume => timing::stopped(case),
        Kind::Supplement => supplement::askable(case, context, &deadlines()?),
        Kind::SupplementLonger => supplement::lengthenable(case, context, &deadlines()?),
        Kind::SupplementArrived => supplement::awaited(case).map(drop),
        Kind::Return => supplement::over(case, context, &deadlines()?),
        // Act art. 22(2): any time before the end, also before it is accepted.
        Kind::Withdraw => at_stage(case, NOT_ENDED),
        Kind::Close => exits::closable(case, context, &deadlines()?),
        Kind::CloseAsRepeat => exits::repeated(case, context, &deadlines()?),
        Kind::Object => exits::objectionable(case, context),
        Kind::Reopen => at_stage(case, ENDED).and_then(|()| exits::accepted(case)),
        Kind::StepOne => escalation::ready(case, 1),
        Kind::StepTwo => escalation::ready(case, 2),
        Kind::StepThree => escalation::ready(case, 3),
        Kind::CheckFacts | Kind::PublicApology | Kind::Caution | Kind::Training => {
            redress::after_misconduct(case)
        }
        Kind::Compensate => redress::damage(case),
        Kind::ConfirmOverdue => redress::overdue(case, context, &deadlines()?),
        Kind::ExplainDelay => redress::confirmed(case),
        Kind::Appoint | Kind::Book => visit::free(case, context),
        Kind::MoveAppointment | Kind::AnnounceVisit | Kind::CancelAppointment => {
            visit::agreed(case).map(drop)
        }
        Kind::KeepAppointment => visit::come(case, context),
    }
}

/// Whatever is told the complainant bears name and number of the person in charge (decree art. 31; `jndc.named`,
/// `kpf.reply.named`, `wonju.named`). A receipt is given all the same: nobody is sent away for a missing number.
fn signed(case: &Case, kind: Kind, context: &Context<'_>) -> Result<(), Refusal> {
    let told = kind.tells().filter(|notice| *notice != NoticeKind::Receipt);
    if told.is_none() || case.intake.medium().is_none() {
        return Ok(());
    }
    let unsigned = |login: &str, missing| Refusal::Unsigned {
        login: login.to_owned(),
        missing,
    };
    match context.signer {
        None => Err(unsigned(context.by, Field::Name)),
        Some(signer) => match signer.signature() {
            Ok(_) => Ok(()),
            Err(missing) => Err(unsigned(&signer.login, missing)),
        },
    }
}
