//! Lists of cases, contacts and duties, a numbered page at a time, by case or by deadline.

use super::{case, contact, duty, many, talk::Talk};
use crate::{
    cli::{Failure, document},
    desk::{Desk, PageStart, QueueOrder, QueueQuery, QueueRow},
    domain::{find::QueueView, subject::Subject},
    words::{Phrase, Say, find, plain as text, terminal},
};

/// Rows of a page: as many as a listener can keep in mind.
const PAGE: u32 = 10;

/// Offers after the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extra {
    More,
    Many,
    OtherOrder,
}

/// What follows a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PageEnd {
    Back,
    /// The rows may have changed and are read again.
    Again,
    More,
    OtherOrder,
}

/// Reads a view out until the clerk goes back.
pub(super) fn run(view: &QueueView, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let mut from = PageStart::Start;
    let mut order = QueueOrder::Case;
    loop {
        let query = QueueQuery {
            order,
            from: from.clone(),
            limit: PAGE,
            now: desk.now(),
            ..QueueQuery::default()
        };
        let rows = desk.view(view, &query)?;
        let full = u32::try_from(rows.len()).is_ok_and(|count| count == PAGE);
        let next = rows.last().filter(|_| full).map(|row| row.key.clone());
        let (other, phrase) = match order {
            QueueOrder::Case => (QueueOrder::Deadline, text::BY_DEADLINE),
            QueueOrder::Deadline => (QueueOrder::Case, text::BY_CASE),
        };
        let mut extras = vec![(Extra::Many, text::MANY), (Extra::OtherOrder, phrase)];
        if next.is_some() {
            extras.insert(0, (Extra::More, text::MORE));
        }
        match page(&rows, &extras, desk, talk)? {
            PageEnd::Back => return Ok(()),
            PageEnd::Again => {}
            PageEnd::More => from = next.map_or(PageStart::Start, PageStart::After),
            PageEnd::OtherOrder => (from, order) = (PageStart::Start, other),
        }
    }
}

/// Reads rows out and lets them be opened until the clerk goes back.
pub(super) fn choose(rows: &[QueueRow], desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    while page(rows, &[(Extra::Many, text::MANY)], desk, talk)? != PageEnd::Back {}
    Ok(())
}

fn page(
    rows: &[QueueRow],
    extras: &[(Extra, Phrase)],
    desk: &mut Desk,
    talk: &mut Talk,
) -> Result<PageEnd, Failure> {
    if rows.is_empty() {
        talk.say(text::NONE, &[])?;
        return Ok(PageEnd::Back);
    }
    let mut offers = sentences(rows, desk, talk)?;
    let phrases = extras.iter().map(|(_, phrase)| phrase.get(talk.lang()));
    offers.extend(phrases.map(str::to_owned));
    let Some(chosen) = talk.choose(&offers)? else {
        return Ok(PageEnd::Back);
    };
    let result = match (
        rows.get(chosen),
        extras.get(chosen.saturating_sub(rows.len())),
    ) {
        (Some(row), _) => open(row.subject, desk, talk),
        (None, Some((Extra::Many, _))) => many::run(rows, desk, talk),
        (None, Some((Extra::More, _))) => return Ok(PageEnd::More),
        (None, Some((Extra::OtherOrder, _))) => return Ok(PageEnd::OtherOrder),
        (None, None) => return Ok(PageEnd::Back),
    };
    talk.report(result)?;
    Ok(PageEnd::Again)
}

/// Opens a case, contact or duty; other clerks see meanwhile who has it open.
pub(super) fn open(subject: Subject, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    desk.show_open(Some(subject));
    let result = match subject {
        Subject::Case(number) => case::run(number, desk, talk),
        Subject::Contact(number) => contact::run(number, desk, talk),
        Subject::Duty(number) => duty::run(number, desk, talk),
    };
    desk.show_open(None);
    result
}

/// The rows as sentences: the time left, the columns of the screens, whether it changed, and who has it open.
pub(super) fn sentences(
    rows: &[QueueRow],
    desk: &mut Desk,
    talk: &mut Talk,
) -> Result<Vec<String>, Failure> {
    let (rules, now, lang) = (desk.rules()?, desk.now(), talk.lang());
    let present = desk.present();
    let sentence = |row: &QueueRow| {
        let category = rules.charter.category(&row.category);
        let promise = row.key.deadline.as_ref();
        let promise = promise.map(|(id, _)| document::said(id, &rules, lang));
        let channel = row.channel.map(|channel| channel.say(lang));
        let mut parts = vec![
            row.remaining(now, rules.calendars.now()).say(lang),
            row.subject.to_string(),
            promise.unwrap_or_default(),
            row.title.clone(),
            channel.unwrap_or_default(),
            category.map_or_else(String::new, |known| known.name.say(lang)),
            row.party.clone(),
            row.phase.say(lang),
        ];
        if row.step > 0 {
            parts.push(text::STEP.with(lang, &[("n", &row.step.to_string())]));
        }
        if row.untold {
            parts.push(terminal::RESULT_UNTOLD.get(lang).to_owned());
        }
        if talk.is_changed(row) {
            parts.push(text::CHANGED.get(lang).to_owned());
        }
        let viewers = present.iter().filter(|one| one.subject == row.subject);
        parts.extend(viewers.map(|one| find::OPENED_BY.with(lang, &[("name", &one.name)])));
        parts.retain(|part| !part.is_empty());
        parts.join(". ")
    };
    Ok(rows.iter().map(sentence).collect())
}
