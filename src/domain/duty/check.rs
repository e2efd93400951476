//! Whether an action can be recorded of a duty now, whatever its form holds; `decide` checks texts and dates.

use super::{
    Duty, DutyAction, DutyRefusal, DutyStage, Plan,
    decide::{day, refused, unknown},
    plan,
};
use crate::domain::{
    charter::DutyReport,
    decide::Context,
    refusal::{Refusal, RevokeRefusal},
};
use chrono::{DateTime, Utc};

/// Whether an action can be recorded of a duty now.
///
/// # Errors
/// Why it cannot, however its form is filled in.
pub fn check(duty: &Duty, action: DutyAction, context: &Context<'_>) -> Result<(), Refusal> {
    context.role.allow(action.operation())?;
    possible(duty, action, context)
}

/// The same for any role.
pub(super) fn possible(
    duty: &Duty,
    action: DutyAction,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    let plan =
        plan(context.charter, &duty.promise).ok_or_else(|| unknown(&duty.promise, context))?;
    match action {
        DutyAction::Finish => finishable(duty, &plan, context),
        DutyAction::Schedule => schedulable(duty, &plan, context),
        DutyAction::Announce => announceable(duty, &plan, context),
        DutyAction::Remind => reminding(duty, &plan),
        // The record can be set right even after the end.
        DutyAction::Revoke if duty.mistaken => Err(RevokeRefusal::Mistaken.into()),
        DutyAction::Correct | DutyAction::Revoke => Ok(()),
        DutyAction::Skip => skippable(duty, context),
    }
}

/// Refuses what is over, with the day on which it was.
fn still_open(duty: &Duty, context: &Context<'_>) -> Result<(), Refusal> {
    let on = |at: DateTime<Utc>| day(at, context);
    if duty.mistaken {
        return Err(RevokeRefusal::Mistaken.into());
    }
    if let Some(done) = duty.done {
        return Err(refused(DutyRefusal::Done { on: on(done.at) }));
    }
    if let Some(skipped) = duty.skipped {
        return Err(refused(DutyRefusal::LeftOut { on: on(skipped.at) }));
    }
    if duty.stage == DutyStage::Earlier {
        let on = duty.done_on.unwrap_or_else(|| duty.period.last_day());
        return Err(refused(DutyRefusal::Done { on }));
    }
    Ok(())
}

fn not_announced(duty: &Duty, context: &Context<'_>) -> Result<(), Refusal> {
    let Some(announced) = duty.announced else {
        return Ok(());
    };
    let on = day(announced.at, context);
    Err(refused(DutyRefusal::Announced { on }))
}

fn schedulable(duty: &Duty, plan: &Plan, context: &Context<'_>) -> Result<(), Refusal> {
    if plan.dated.is_none() {
        return Err(refused(DutyRefusal::NeverDated));
    }
    still_open(duty, context)
}

fn announceable(duty: &Duty, plan: &Plan, context: &Context<'_>) -> Result<(), Refusal> {
    schedulable(duty, plan, context)?;
    not_announced(duty, context)?;
    if duty.on().is_none() {
        return Err(refused(DutyRefusal::NoDateYet));
    }
    Ok(())
}

fn finishable(duty: &Duty, plan: &Plan, context: &Context<'_>) -> Result<(), Refusal> {
    still_open(duty, context)?;
    let today = day(context.at, context);
    if plan.looks_back() && today <= duty.period.last_day() {
        let from = duty.period.after();
        return Err(refused(DutyRefusal::NotYet { from }));
    }
    match duty.on() {
        Some(from) if today < from => Err(refused(DutyRefusal::NotYet { from })),
        Some(_) | None => Ok(()),
    }
}

fn skippable(duty: &Duty, context: &Context<'_>) -> Result<(), Refusal> {
    still_open(duty, context)?;
    not_announced(duty, context)
}

/// Only a check for overdue cases has reminders, also once it is done.
fn reminding(duty: &Duty, plan: &Plan) -> Result<(), Refusal> {
    let takes_reminders = match duty.stage {
        DutyStage::Open | DutyStage::Done => !duty.mistaken,
        DutyStage::Announced | DutyStage::Skipped | DutyStage::Earlier => false,
    };
    if plan.report == Some(DutyReport::Overdue) && takes_reminders {
        Ok(())
    } else {
        Err(refused(DutyRefusal::RemindsNobody))
    }
}
