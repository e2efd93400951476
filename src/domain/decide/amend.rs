//! Putting right what was taken in: by the complainant before the end (act art. 22(2)), an obvious error with consent (decree
//! art. 6(5)), or a slip of the desk.

use super::{Context, cleaned, receipt, stages::NOT_ENDED};
use crate::domain::{
    case::{Case, Stage},
    command::{Amend, Intake},
    deadline::{Deadline, State},
    fact::{AmendCause, Amendment, FactKind, Receipt},
    input,
    party::{Field, Party},
    refusal::{AmendRefusal, FieldFault, Refusal, ValueFault},
};

/// The fact of an amendment, which may change nothing; refuses values that the receipt could not have had.
pub(super) fn decide(
    case: &Case,
    command: &Amend,
    context: &Context<'_>,
) -> Result<FactKind, Refusal> {
    let nobody = Party::default();
    let known = context.person.unwrap_or(&nobody);
    let standing = case.as_intake(known);
    let amended = command.on(&standing, context.charter);
    let faults = faults(&standing, &amended, context);
    if !faults.is_empty() {
        return Err(Refusal::Fields(faults));
    }
    let mut to = taken_in(&amended, context)?;
    // Only a name makes somebody known, or unknown: one that was erased does not.
    if standing.party.name == amended.party.name {
        to.anonymous = case.intake.anonymous;
        to.result_mail = to.has_email && !to.anonymous && context.charter.mails_results();
    }
    let person = changed(known, &amended.party);
    let mut amendment = Amendment::between(command.cause, &case.intake, &to, person);
    let reason = input::clean(&command.reason);
    amendment.reason = (!reason.is_empty()).then(|| cleaned(&reason));
    Ok(FactKind::Amended(Box::new(amendment)))
}

/// What was taken in can be put right until the end, accepted or not.
pub(super) fn amendable(case: &Case) -> Result<(), Refusal> {
    let ends = NOT_ENDED.contains(&case.stage);
    ends.then_some(()).ok_or(AmendRefusal::Ended.into())
}

/// Refuses what changes nothing, and what no longer can be changed.
pub(super) fn sound(case: &Case, amendment: &Amendment) -> Result<(), Refusal> {
    if amendment.is_empty() {
        return Err(AmendRefusal::Same.into());
    }
    // The answer is about the matter as it stood: another one is a new petition, or an objection.
    let by_complainant = amendment.cause == AmendCause::Complainant;
    if case.stage == Stage::Answered && by_complainant && amendment.is_of_matter() {
        return Err(AmendRefusal::Answered.into());
    }
    Ok(())
}

/// True where a date that the complainant was told, or the kind, is another one after it.
pub(super) fn notifies(amendment: &Amendment, before: &[Deadline], after: &[Deadline]) -> bool {
    let told = |deadline: &&Deadline| {
        deadline.is_owed_by_desk() && !matches!(deadline.state, State::Void { .. })
    };
    let dates = |deadlines: &[Deadline]| {
        let told = deadlines.iter().filter(told);
        let dates = told.map(|one| (one.promise.clone(), one.nth, one.due.date));
        dates.collect::<Vec<_>>()
    };
    amendment.case_kind.is_some() || dates(before) != dates(after)
}

/// What is wrong with the amended intake and was not wrong before.
fn faults(standing: &Intake, amended: &Intake, context: &Context<'_>) -> Vec<FieldFault> {
    let known = standing.faults(context.charter, context.now);
    let mut faults = amended.faults(context.charter, context.now);
    faults.retain(|fault| !known.contains(fault));
    faults
}

fn taken_in(intake: &Intake, context: &Context<'_>) -> Result<Receipt, Refusal> {
    let received = receipt::receipt(intake, context);
    let received = received.and_then(|fact| fact.kind.receipt().cloned());
    received.ok_or(Refusal::field(Field::Category, ValueFault::Missing))
}

/// The fields in which two persons differ.
fn changed(from: &Party, to: &Party) -> Vec<Field> {
    let fields = [
        (Field::Name, &from.name, &to.name),
        (Field::Phone, &from.phone, &to.phone),
        (Field::Email, &from.email, &to.email),
        (Field::Address, &from.address, &to.address),
        (Field::Proxy, &from.behalf.proxy, &to.behalf.proxy),
    ];
    let changed = fields.into_iter().filter(|(_, from, to)| from != to);
    changed.map(|(field, _, _)| field).collect()
}
