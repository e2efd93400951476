//! One action on several cases of a page: the form is filled in once, and what became of each is told.

use super::{case, talk::Talk};
use crate::{
    cli::Failure,
    desk::{Desk, QueueRow},
    domain::subject::CaseNumber,
    words::plain as text,
};

/// Asks which of the rows, what, and does it on each.
pub(super) fn run(rows: &[QueueRow], desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let lang = talk.lang();
    let Some(chosen) = talk.several(rows.len())? else {
        return Ok(());
    };
    let chosen = chosen.into_iter().filter_map(|at| rows.get(at));
    // Visits, calls and duties have actions of their own.
    let mut cases: Vec<(CaseNumber, u32)> = chosen
        .filter_map(|row| Some((row.subject.case()?, row.facts)))
        .collect();
    // By deadline, a case stands in several rows.
    cases.sort_by_key(|(number, _)| *number);
    cases.dedup_by_key(|(number, _)| *number);
    let Some(((first, _), others)) = cases.split_first() else {
        return talk.say(text::ONLY_CASES.get(lang));
    };
    let (view, earlier) = desk.case_with_earlier(*first)?;
    let can = case::able(&view, desk);
    let n = cases.len().to_string();
    talk.say(&text::TOGETHER.with(lang, &[("n", &n), ("first", &first.to_string())]))?;
    let offers: Vec<String> = can.iter().map(|kind| case::offer(*kind, talk)).collect();
    let kind = talk.choose(&offers, text::BACK)?;
    let Some(kind) = kind.and_then(|at| can.get(at)) else {
        return Ok(());
    };
    let done = case::record(*kind, (&view, &earlier), others, desk, talk)?;
    for number in &done {
        // What the clerk did is no change by another one.
        let facts = desk.queue_row(*number)?.map_or(0, |row| row.facts);
        talk.has_seen(*number, facts);
    }
    let (done, left) = (done.len(), cases.len() - done.len());
    let values = [
        ("done", &*done.to_string()),
        ("refused", &*left.to_string()),
    ];
    talk.say(&crate::words::find::MANY_COUNT.with(lang, &values))
}
