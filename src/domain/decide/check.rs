//! The guards before every decision: whether an action is possible now, whatever its form contains.
//!
//! Must not know texts, days or other cases that the form names: `decide` checks those.

use super::{
    Context, amend, count, escalation, exits, handling, redress, representatives,
    stages::{KNOWN, KNOWN_OR_CLOSED, NOT_ENDED, WORKING, at_stage, at_work},
    supplement, timing, visit,
};
use crate::domain::{
    case::Case,
    charter::MetBy,
    command::ActionKind,
    deadline::Deadline,
    notice::NoticeKind,
    party::Field,
    refusal::{Refusal, RevokeRefusal},
};

/// Whether an action can be carried out on a case now.
///
/// # Errors
/// Why it is not possible, however its form is filled in.
pub fn check(case: &Case, kind: ActionKind, context: &Context<'_>) -> Result<(), Refusal> {
    context.role.allow(kind.operation())?;
    possible(case, kind, context)?;
    signed(case, kind, context)
}

pub(super) fn possible(
    case: &Case,
    kind: ActionKind,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    standing(case, kind)?;
    let deadlines = || -> Result<Vec<Deadline>, Refusal> { count(case, context) };
    let made_up_for = |part| redress::after_misconduct(case, context, &deadlines()?, part);
    match kind {
        // Records can be added to, corrected and struck out even after the end.
        ActionKind::Note
        | ActionKind::Contact
        | ActionKind::Correct
        | ActionKind::Revoke
        | ActionKind::Link => Ok(()),
        ActionKind::Accept => handling::acceptable(case),
        ActionKind::NeedsReview => handling::reviewable(case),
        ActionKind::Consulted => handling::answerable(case),
        ActionKind::Tick => handling::tickable(case, context.charter),
        // Misconduct on a closed case: it must be reopened first, so that its deadlines show in the queue.
        ActionKind::Assign
        | ActionKind::Acknowledge
        | ActionKind::Action
        | ActionKind::ReportMisconduct => at_stage(case, KNOWN),
        ActionKind::Apologise => at_stage(case, KNOWN_OR_CLOSED),
        // Each merged complainant has a period of their own.
        ActionKind::NeedExtension => at_work(case),
        ActionKind::Consult
        | ActionKind::Merge
        | ActionKind::Interim
        | ActionKind::Reply
        | ActionKind::Refuse
        | ActionKind::Transfer
        | ActionKind::Improvable => at_stage(case, WORKING),
        ActionKind::Extend => timing::extendable(case, context, &deadlines()?),
        ActionKind::Suspend => timing::suspendable(case, context),
        ActionKind::Resume => timing::resumable(case),
        ActionKind::AskRepresentatives => representatives::askable(case),
        ActionKind::Representatives => representatives::lacking(case),
        ActionKind::Designate => representatives::designatable(case, context, &deadlines()?),
        ActionKind::WriteDown => handling::writable(case),
        ActionKind::Supplement => supplement::askable(case, context, &deadlines()?),
        ActionKind::SupplementLonger => supplement::lengthenable(case, context, &deadlines()?),
        ActionKind::SupplementArrived => supplement::pending_demand(case).map(drop),
        ActionKind::Return => supplement::returnable(case, context, &deadlines()?),
        // Act art. 22(2): any time before the end, also before it is accepted.
        ActionKind::Withdraw => at_stage(case, NOT_ENDED),
        ActionKind::Amend => amend::amendable(case),
        ActionKind::Close => exits::closable(case, context, &deadlines()?),
        ActionKind::CloseAsRepeat => exits::closable_as_repeat(case, context, &deadlines()?),
        ActionKind::Object => exits::objectionable(case, context),
        ActionKind::Reopen => exits::reopenable(case),
        ActionKind::StepOne => escalation::ready(case, 1, context),
        ActionKind::StepTwo => escalation::ready(case, 2, context),
        ActionKind::StepThree => escalation::ready(case, 3, context),
        ActionKind::CheckFacts => made_up_for(MetBy::FactCheck),
        ActionKind::PublicApology => made_up_for(MetBy::PublicApology),
        ActionKind::Caution => made_up_for(MetBy::Caution),
        ActionKind::Training => made_up_for(MetBy::Training),
        ActionKind::Compensate => redress::compensable(case),
        ActionKind::ConfirmOverdue => redress::confirmable(case, context, &deadlines()?),
        ActionKind::ExplainDelay => redress::explainable(case),
        ActionKind::Appoint | ActionKind::Book => visit::bookable(case, context),
        ActionKind::MoveAppointment | ActionKind::AnnounceVisit | ActionKind::CancelAppointment => {
            visit::agreed_visit(case).map(drop)
        }
        ActionKind::KeepAppointment => visit::keepable(case, context),
    }
}

/// Of what was entered by mistake only the record is kept: remarks and corrections.
fn standing(case: &Case, kind: ActionKind) -> Result<(), Refusal> {
    let remark = matches!(kind, ActionKind::Note | ActionKind::Correct);
    match case.mistaken {
        Some(_) if !remark => Err(RevokeRefusal::Mistaken.into()),
        Some(_) | None => Ok(()),
    }
}

/// Refuses a notice without name and number of the person in charge (decree art. 31; `jndc.named`,
/// `kpf.reply.named`, `wonju.named`). A receipt, and that a team has the matter, are exempt: they must
/// not fail for a missing number.
fn signed(case: &Case, kind: ActionKind, context: &Context<'_>) -> Result<(), Refusal> {
    let notice = kind
        .tells()
        .filter(|notice| !matches!(notice, NoticeKind::Receipt | NoticeKind::InCharge));
    notice.map_or(Ok(()), |_| signable(case, context))
}

/// Refuses a notice to the complainant, if one goes to anybody, without name and number of who signs it.
pub(super) fn signable(case: &Case, context: &Context<'_>) -> Result<(), Refusal> {
    if case.intake.medium().is_none() {
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
