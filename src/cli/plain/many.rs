//! One action on several cases of a page: the form is filled in once, and the outcome of each is reported.

use super::{case, talk::Talk};
use crate::{
    cli::Failure,
    desk::{Desk, QueueRow},
    domain::subject::CaseNumber,
    words::{find, plain as text},
};
use std::collections::BTreeMap;

/// Asks which of the rows and which action, and does it on each.
pub(super) fn run(rows: &[QueueRow], desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let Some(chosen) = talk.choose_several(rows.len())? else {
        return Ok(());
    };
    // Visits, calls and duties have actions of their own.
    let chosen = chosen.into_iter().filter_map(|at| rows.get(at));
    let cases = chosen.filter_map(|row| Some((row.subject.case()?, row.facts)));
    // By deadline, a case has several rows.
    let cases: BTreeMap<CaseNumber, u32> = cases.collect();
    let cases: Vec<(CaseNumber, u32)> = cases.into_iter().collect();
    let Some(((first, _), others)) = cases.split_first() else {
        return talk.say(text::ONLY_CASES, &[]);
    };
    let (view, earlier) = desk.case_with_earlier(*first)?;
    let actions = case::possible(&view, desk);
    let (n, number) = (cases.len().to_string(), first.to_string());
    talk.say(text::TOGETHER, &[("n", &n), ("first", &number)])?;
    let offers: Vec<String> = actions
        .iter()
        .map(|kind| case::offer(*kind, talk))
        .collect();
    let Some(kind) = talk.choose(&offers)?.and_then(|at| actions.get(at)) else {
        return Ok(());
    };
    let done = case::record(*kind, (&view, &earlier), others, desk, talk)?;
    for number in &done {
        // The clerk's own fact is no change by a colleague.
        let facts = desk.queue_row(*number)?.map_or(0, |row| row.facts);
        talk.mark_read(*number, facts);
    }
    let refused = (cases.len() - done.len()).to_string();
    let values = [("done", &*done.len().to_string()), ("refused", &refused)];
    talk.say(find::MANY_COUNT, &values)
}
