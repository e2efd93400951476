//! What stays open on a case without a date, until it is recorded: a caution, a training, a published apology.

use super::opening::starts;
use crate::domain::{
    case::{Case, Fulfilment},
    charter::{Charter, MetBy, Promise},
};
use serde::Serialize;

/// A promise that stays open on a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// Its id in the charter.
    pub promise: String,
    /// What is not recorded yet.
    pub missing: Vec<MetBy>,
}

/// What stays open on a case, in the order of the charter: begun, not all recorded, and not found to be untrue.
pub fn standing(case: &Case, charter: &Charter) -> Vec<Standing> {
    let begun = |promise: &Promise| {
        let mut occurrences = case.occurrences.iter().filter(|one| !one.again);
        let first = occurrences.find(|occurrence| starts(promise, case, occurrence))?;
        let missing = promise.stands.iter().copied().filter(|part| {
            let done = |one: &Fulfilment| one.met_by == *part && one.seq >= first.seq;
            !case.fulfilments().any(|one| done(&one))
        });
        let missing: Vec<MetBy> = missing.collect();
        let untrue = case.unfounded.is_some_and(|seq| seq >= first.seq);
        (!missing.is_empty() && !untrue).then_some(missing)
    };
    let promises = charter.promises.iter().filter(|of| !of.stands.is_empty());
    let open = promises.filter_map(|promise| {
        if case.mistaken.is_some() {
            return None;
        }
        Some(Standing {
            promise: promise.id.clone(),
            missing: begun(promise)?,
        })
    });
    open.collect()
}
