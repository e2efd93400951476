//! The queue, a numbered page at a time.

use super::{case, talk::Talk};
use crate::{
    cli::Failure,
    desk::{Ask, Desk, Filter, From, Narrow, QueueOrder, QueueRow},
    domain::{
        find::{View, Viewed},
        subject::SubjectKind,
    },
    words::{Say, plain as text},
};

/// Rows of a page: as many as are read aloud without losing the thread.
const PAGE: u32 = 10;

/// Which rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    All,
    Mine,
}

/// Reads the queue out until the clerk goes back.
pub(super) fn run(which: Which, desk: &mut Desk, talk: &mut Talk<'_>) -> Result<(), Failure> {
    let mut from = From::Start;
    loop {
        let ask = Ask {
            order: QueueOrder::Case,
            filter: Filter::Open,
            // What it offers to do is done to cases; visits, calls and duties have commands of their own.
            kind: Some(SubjectKind::Case),
            narrow: Narrow::default(),
            from,
            limit: PAGE,
            now: desk.now(),
        };
        let rows = match which {
            Which::All => desk.queue(&ask)?,
            Which::Mine => desk.view(&Viewed::Known(View::Mine), &ask)?,
        };
        let last = rows.last().map(|row| row.key.clone());
        let full = u32::try_from(rows.len()).is_ok_and(|count| count == PAGE);
        let next = last.filter(|_| full);
        match (choose(&rows, desk, talk)?, next) {
            (true, Some(key)) => from = From::After(key),
            _ => return Ok(()),
        }
    }
}

/// Lets a row be chosen and opens it; true for the next page.
pub(super) fn choose(
    rows: &[QueueRow],
    desk: &mut Desk,
    talk: &mut Talk<'_>,
) -> Result<bool, Failure> {
    if rows.is_empty() {
        talk.say(text::NONE.get(talk.lang()))?;
        return Ok(false);
    }
    let rules = desk.rules()?;
    let now = desk.now();
    let lang = talk.lang();
    let said = rows.iter().map(|row| {
        let step = (row.step > 0).then(|| text::STEP.with(lang, &[("n", &row.step.to_string())]));
        let left = row.remaining(now, rules.calendars.now()).say(lang);
        let said = text::ROW.with(
            lang,
            &[
                ("left", &left),
                ("number", &row.subject.to_string()),
                ("title", &row.title),
                ("party", &row.party),
                ("step", &step.unwrap_or_default()),
            ],
        );
        said.trim_end_matches([' ', '.']).to_owned()
    });
    let mut offers: Vec<String> = said.collect();
    if u32::try_from(rows.len()).is_ok_and(|count| count == PAGE) {
        offers.push(text::MORE.get(lang).to_owned());
    }
    loop {
        let Some(chosen) = talk.choose(&offers, text::BACK)? else {
            return Ok(false);
        };
        let Some(row) = rows.get(chosen) else {
            return Ok(true);
        };
        if let Some(number) = row.subject.case() {
            let done = case::run(number, desk, talk);
            talk.told(done)?;
        }
    }
}
