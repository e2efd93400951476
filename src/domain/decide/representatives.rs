//! Who represents several people: the desk asks by a day, records whom they chose, and then designates up to three (decree
//! art. 8).

use super::{
    Context,
    stages::{WORKING, at_stage},
    timing::not_paused,
};
use crate::domain::{
    case::Case,
    deadline::Deadline,
    identity_number, input,
    party::Field,
    refusal::{Refusal, RepresentativesRefusal, ValueFault},
    statute,
};

/// Three or more without a representative are asked once, while the clock runs.
pub(super) fn askable(case: &Case) -> Result<(), Refusal> {
    lacking(case)?;
    match case.pause().and_then(|pause| pause.choosing) {
        Some(choosing) => Err(RepresentativesRefusal::Asked {
            last: choosing.until,
        }
        .into()),
        None => not_paused(case),
    }
}

/// Whom they chose is recorded whether they were asked or not.
pub(super) fn lacking(case: &Case) -> Result<(), Refusal> {
    at_stage(case, WORKING)?;
    let petitioner = &case.intake.petitioner;
    if petitioner.lacks_representative() {
        Ok(())
    } else {
        Err(RepresentativesRefusal::NotNeeded.into())
    }
}

/// The agency designates them only once their time is over.
pub(super) fn designatable(
    case: &Case,
    context: &Context<'_>,
    deadlines: &[Deadline],
) -> Result<(), Refusal> {
    lacking(case)?;
    let asked = case.pause().filter(|pause| pause.choosing.is_some());
    let asked = asked.ok_or(RepresentativesRefusal::NotAsked)?;
    let own =
        |one: &&Deadline| one.promise == statute::REPRESENTATIVES && one.opened_by == asked.seq;
    let due = deadlines.iter().find(own).map(|deadline| deadline.due);
    let due = due.ok_or_else(|| Refusal::NotCountable(statute::REPRESENTATIVES.to_owned()))?;
    if context.at <= due.at {
        let (last, from) = (due.date, due.date.succ_opt().unwrap_or(due.date));
        return Err(RepresentativesRefusal::MayStillChoose { last, from }.into());
    }
    Ok(())
}

/// How many people a text names, separated by commas.
pub(super) fn count(names: &str) -> Result<u8, Refusal> {
    if identity_number::is_in(names) {
        let fault = ValueFault::IdentityNumber;
        return Err(Refusal::field(Field::Representative, fault));
    }
    let names = input::clean(names);
    let names = names.split(',').filter(|name| !name.trim().is_empty());
    match u8::try_from(names.count()) {
        // A draft without a name yet is looked at too.
        Ok(people) if usize::from(people) <= statute::REPRESENTATIVES_MOST => Ok(people),
        Ok(_) | Err(_) => Err(RepresentativesRefusal::TooMany.into()),
    }
}
