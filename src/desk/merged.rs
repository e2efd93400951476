//! The cases that were merged into one: what its new facts mean for them, in the same transaction.

use super::{DeskError, related, rules::RulesCache, staff::signer, work::record};
use crate::{
    domain::{
        case::Case,
        decide::{self, Context},
        fact::Fact,
        staff::Staff,
    },
    store::Write,
};
use chrono::{DateTime, Utc};

/// Records on every case that was merged into one what follows from new facts of that, each with a notice of its own.
///
/// # Errors
/// What stands in the way on one of them; nothing is written then.
pub(super) fn follow(
    write: &Write<'_>,
    rules: &mut RulesCache,
    (from, facts): (&Case, &[Fact]),
    (actor, now, at): (&Staff, DateTime<Utc>, DateTime<Utc>),
) -> Result<(), DeskError> {
    let reader = write.reader();
    for number in reader.all_merged_into(from.number)? {
        let Some((mut case, mut history)) = reader.case(number)? else {
            continue;
        };
        let party = reader.person_of(&case)?;
        let related = related::of_case(reader, (&case, &party))?;
        let rules = rules.version(reader, case.intake.charter)?;
        let signer = signer(reader, &case.officer, actor)?;
        for fact in facts {
            let context = Context {
                at,
                history: &history,
                related: &related,
                signer: Some(&signer),
                ..rules.context(now, actor)
            };
            let Some(follows) = decide::follow(&case, (from.number, fact), &context)? else {
                continue;
            };
            let follows = [follows];
            case = case.with(&history, &follows);
            record(write, &case, &follows, &party, &rules, Some(&signer))?;
            history.extend(follows);
        }
        decide::waits_in_vain(&case, from)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
