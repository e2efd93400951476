//! What a revocation sets going again.

use super::{Deadline, NotCountable, deadlines};
use crate::domain::{
    calendar::Calendars, case::Case, charter::Charter, fact::Fact, subject::CaseNumber,
};

/// The deadlines that the fact `by` set going again when it struck another out: they are open after it and were not before.
///
/// # Errors
/// As [`deadlines`].
pub fn restarted(
    number: CaseNumber,
    facts: &[Fact],
    by: u32,
    charter: &Charter,
    calendars: &Calendars,
) -> Result<Vec<Deadline>, NotCountable> {
    let until = |last: u32| {
        let known: Vec<Fact> = facts
            .iter()
            .filter(|fact| fact.seq <= last)
            .cloned()
            .collect();
        let case = Case::fold(number, &known);
        case.map_or_else(
            || Ok(Vec::new()),
            |case| deadlines(&case, charter, calendars),
        )
    };
    let (before, mut after) = (until(by.saturating_sub(1))?, until(by)?);
    after.retain(|deadline| {
        let same =
            |other: &&Deadline| (&other.promise, other.nth) == (&deadline.promise, deadline.nth);
        deadline.is_open() && !before.iter().find(same).is_some_and(Deadline::is_open)
    });
    Ok(after)
}
