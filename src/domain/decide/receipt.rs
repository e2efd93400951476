//! What an intake makes: the receipt, and the deadlines that it opens.

use super::{Context, Preview, announcements, count, ticks};
use crate::domain::{
    case::{Case, CaseNumber},
    command::Intake,
    fact::{Fact, FactKind, Prose, Receipt},
    party::Field,
    petitioner::Petitioner,
    refusal::{Refusal, ValueFault},
};

/// Returns the facts of an intake: the receipt, and what was ticked with it.
///
/// # Errors
/// [`Refusal::Fields`] with every wrong field.
pub fn receive(
    number: CaseNumber,
    intake: &Intake,
    context: &Context<'_>,
) -> Result<Vec<Fact>, Refusal> {
    let intake = intake.clean();
    let faults = intake.faults(context.charter, context.now);
    if !faults.is_empty() {
        return Err(Refusal::Fields(faults));
    }
    let mut fact = receipt(&intake, context).ok_or(Refusal::Fields(faults))?;
    let case = Case::begin(number, &fact, None).ok_or(Refusal::AlreadyDone)?;
    fact.announced = announcements(&count(&case, context)?, &[], false);
    let ticked = ticked_at_intake(&fact, &intake, context)?;
    Ok(std::iter::once(fact).chain(ticked).collect())
}

/// Returns the fact of what was ticked during intake, at the time of the receipt.
fn ticked_at_intake(
    receipt: &Fact,
    intake: &Intake,
    context: &Context<'_>,
) -> Result<Option<Fact>, Refusal> {
    if intake.ticked.trim().is_empty() {
        return Ok(None);
    }
    let items = ticks(context.charter, intake.channel, &intake.ticked, &[])?;
    Ok(Some(Fact {
        seq: receipt.seq + 1,
        kind: FactKind::ChecklistTicked { items },
        announced: Vec::new(),
        late_reason: None,
        ..receipt.clone()
    }))
}

/// Returns the deadlines that an intake would open; its form may be incomplete.
///
/// # Errors
/// The category is unknown, or a limit cannot be counted.
pub fn preview_receipt(intake: &Intake, context: &Context<'_>) -> Result<Preview, Refusal> {
    let Some(fact) = receipt(intake, context) else {
        let fault = intake.category_fault(context.charter);
        let fault = fault.unwrap_or(ValueFault::Missing);
        return Err(Refusal::field(Field::Category, fault));
    };
    let first = CaseNumber { year: 1, serial: 1 };
    let case = Case::begin(first, &fact, None).ok_or(Refusal::AlreadyDone)?;
    let mut after = count(&case, context)?;
    after.retain(|deadline| deadline.has_begun(context.now));
    Ok(Preview {
        before: Vec::new(),
        after,
    })
}

/// The fact of a receipt; `None` where the charter has no such category.
pub(super) fn receipt(intake: &Intake, context: &Context<'_>) -> Option<Fact> {
    let category = context.charter.category(&intake.category)?;
    let received_at = match (intake.arrived_at, intake.received_at) {
        (None, None) => Some(context.now),
        (_, received) => received,
    };
    let arrived_at = intake.arrived_at.or(received_at).unwrap_or(context.now);
    let counter = context.charter.counter(&category.counter);
    let department = counter
        .map(|counter| counter.department.clone())
        .unwrap_or_default();
    let received = Receipt {
        taken_by: taken_by(&department, context),
        charter: context.charter_version,
        channel: intake.channel,
        category: intake.category.clone(),
        case_kind: intake.kind.unwrap_or(category.kind),
        topics: category.topics.clone(),
        department,
        title: Prose::new(intake.title.as_str()),
        body: Prose::new(intake.body.as_str()),
        arrived_at,
        received_at,
        needs_review: intake.needs_review,
        on_behalf: intake.on_behalf,
        assistance: intake.assistance,
        anonymous: intake.is_anonymous(),
        has_email: !intake.party.email.is_empty(),
        result_mail: !intake.party.email.is_empty()
            && !intake.is_anonymous()
            && context.charter.mails_results(),
        happened: intake.happened,
        misconduct: intake.misconduct,
        petitioner: Petitioner {
            represented: !intake.party.behalf.representative.is_empty(),
            ..intake.petitioner.clone()
        },
        period: intake.period(context.charter).unwrap_or_default(),
    };
    Some(Fact {
        seq: 1,
        at: received_at.unwrap_or(arrived_at),
        recorded_at: context.now,
        by: context.by.to_owned(),
        kind: FactKind::Received(Box::new(received)),
        announced: Vec::new(),
        late_reason: None,
    })
}

/// The front desk, where it takes in a matter of another department.
fn taken_by(in_charge: &str, context: &Context<'_>) -> String {
    let own = context.signer.map_or("", |signer| signer.department.trim());
    let front_desk = context.charter.front_desk.as_deref();
    let passed_on = front_desk.is_some_and(|front_desk| front_desk == own && own != in_charge);
    if passed_on {
        own.to_owned()
    } else {
        String::new()
    }
}
