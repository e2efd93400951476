//! Lists of what the desk has, a numbered page at a time, by case or by deadline.

use super::{case, contact, duty, many, talk::Talk};
use crate::{
    cli::Failure,
    desk::{Desk, PageStart, QueueOrder, QueueQuery, QueueRow},
    domain::{find::QueueView, statute, subject::Subject},
    words::{Say, find, plain as text},
};

/// Rows of a page: as many as are read aloud without losing the thread.
const PAGE: u32 = 10;

/// What can be chosen beneath the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beneath {
    More,
    Many,
    OtherOrder,
}

/// What the clerk did with a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Went {
    Back,
    /// What stands there may have changed: it is read again.
    Again,
    More,
    OtherOrder,
}

/// Reads a view out until the clerk goes back.
pub(super) fn run(viewed: &QueueView, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let mut from = PageStart::Start;
    let mut order = QueueOrder::Case;
    loop {
        let ask = QueueQuery {
            order,
            from: from.clone(),
            limit: PAGE,
            now: desk.now(),
            ..QueueQuery::default()
        };
        let rows = desk.view(viewed, &ask)?;
        let next = rows
            .last()
            .filter(|_| is_full(&rows))
            .map(|row| row.key.clone());
        let other = match order {
            QueueOrder::Case => text::BY_DEADLINE,
            QueueOrder::Deadline => text::BY_CASE,
        };
        let mut beneath = Vec::new();
        beneath.extend(next.is_some().then_some((Beneath::More, text::MORE)));
        beneath.extend((!rows.is_empty()).then_some((Beneath::Many, text::MANY)));
        beneath.push((Beneath::OtherOrder, other));
        match page(&rows, &beneath, desk, talk)? {
            Went::Back => return Ok(()),
            Went::Again => {}
            Went::More => from = next.map_or(PageStart::Start, PageStart::After),
            Went::OtherOrder => {
                from = PageStart::Start;
                order = match order {
                    QueueOrder::Case => QueueOrder::Deadline,
                    QueueOrder::Deadline => QueueOrder::Case,
                };
            }
        }
    }
}

/// Reads rows out and lets them be opened until the clerk goes back.
pub(super) fn choose(rows: &[QueueRow], desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let beneath = [(Beneath::Many, text::MANY)];
    let beneath = if rows.is_empty() { &[][..] } else { &beneath };
    while page(rows, beneath, desk, talk)? != Went::Back {}
    Ok(())
}

fn is_full(rows: &[QueueRow]) -> bool {
    u32::try_from(rows.len()).is_ok_and(|count| count == PAGE)
}

fn page(
    rows: &[QueueRow],
    beneath: &[(Beneath, crate::words::Phrase)],
    desk: &mut Desk,
    talk: &mut Talk,
) -> Result<Went, Failure> {
    let lang = talk.lang();
    if rows.is_empty() {
        talk.say(text::NONE.get(lang))?;
        return Ok(Went::Back);
    }
    let mut offers = said(rows, desk, talk)?;
    offers.extend(
        beneath
            .iter()
            .map(|(_, phrase)| phrase.get(lang).to_owned()),
    );
    let Some(chosen) = talk.choose(&offers, text::BACK)? else {
        return Ok(Went::Back);
    };
    if let Some(row) = rows.get(chosen) {
        let done = open(row.subject, desk, talk);
        talk.told(done)?;
        return Ok(Went::Again);
    }
    match beneath.get(chosen - rows.len()).map(|(what, _)| *what) {
        Some(Beneath::More) => Ok(Went::More),
        Some(Beneath::OtherOrder) => Ok(Went::OtherOrder),
        Some(Beneath::Many) => {
            let done = many::run(rows, desk, talk);
            talk.told(done)?;
            Ok(Went::Again)
        }
        None => Ok(Went::Back),
    }
}

/// Opens what a row or a number stands for.
pub(super) fn open(subject: Subject, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    match subject {
        Subject::Case(number) => case::run(number, desk, talk),
        Subject::Contact(number) => contact::run(number, desk, talk),
        Subject::Duty(number) => duty::run(number, desk, talk),
    }
}

/// The rows as sentences: the time left first, then what the screens show in columns, what has changed and who has it open.
pub(super) fn said(
    rows: &[QueueRow],
    desk: &mut Desk,
    talk: &mut Talk,
) -> Result<Vec<String>, Failure> {
    let (rules, now, lang) = (desk.rules()?, desk.now(), talk.lang());
    let present = desk.present();
    let sentence = |row: &QueueRow| {
        let category = rules.charter.category(&row.category);
        let promise = row.key.deadline.as_ref().map(|(promise, _)| promise);
        let promise = promise.map_or_else(String::new, |id| {
            let known = rules.charter.promise(id);
            known.map_or_else(|| statute::action(id, lang), |known| known.action.say(lang))
        });
        let mut parts = vec![
            row.remaining(now, rules.calendars.now()).say(lang),
            row.subject.to_string(),
            promise,
            row.title.clone(),
            row.channel.map_or_else(String::new, |one| one.say(lang)),
            category.map_or_else(String::new, |known| known.name.say(lang)),
            row.party.clone(),
            row.phase.say(lang),
        ];
        let step = row.step.to_string();
        parts.extend((row.step > 0).then(|| text::STEP.with(lang, &[("n", &step)])));
        if talk.changed(row) {
            parts.push(text::CHANGED.get(lang).to_owned());
        }
        let opened = present.iter().filter(|one| one.subject == row.subject);
        parts.extend(opened.map(|one| find::OPENED_BY.with(lang, &[("name", &one.name)])));
        parts.retain(|part| !part.is_empty());
        parts.join(". ")
    };
    Ok(rows.iter().map(sentence).collect())
}
