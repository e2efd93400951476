//! The notices read out: what still has to be told, and the record that it was.

use super::{Clerk, fill, list, talk::Talk};
use crate::{
    cli::{Failure, document},
    desk::{Desk, DueNotice, NoticeOrder},
    domain::{
        case::CaseNumber,
        command::NoticeCommand,
        late::EntryTime,
        notice::{NoticeId, NoticeKind, NoticeState},
        remaining::Remaining,
    },
    form::notice::{self as fields, NoticeEntry},
    words::{Phrase, Say, notices as text},
};

/// The most notices read out.
const MOST: u32 = 50;

/// What can be done with one notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NoticeOffer {
    Tell,
    Hold,
    Release,
    Fail,
    OpenCase,
}

const OFFERS: [(NoticeOffer, Phrase); 5] = [
    (NoticeOffer::Tell, text::TELL),
    (NoticeOffer::Hold, text::HOLD),
    (NoticeOffer::Release, text::RELEASE),
    (NoticeOffer::Fail, text::FAIL),
    (NoticeOffer::OpenCase, text::OPEN_CASE),
];

/// Reads out what still has to be told, and records what became of it.
pub(super) fn all(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    loop {
        let mut rows = desk.due_notices(None, false, MOST)?;
        rows.retain(|one| one.row.status.is_pending());
        if rows.is_empty() {
            return talk.say(text::NONE, &[]);
        }
        let mut offers = sentences(&rows, desk, talk)?;
        offers.extend(talk.offers([text::TELL_MANY]));
        let Some(chosen) = talk.choose(&offers)? else {
            return Ok(());
        };
        let result = match rows.get(chosen) {
            Some(row) => one(row, desk, talk),
            None => several(&rows, desk, talk),
        };
        talk.report(result)?;
    }
}

/// The same with the notices of one case.
pub(super) fn of_case(number: CaseNumber, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let mut rows = desk.notices_of(number)?;
    rows.retain(|one| one.row.status.is_pending());
    if rows.is_empty() {
        return talk.say(text::NOTHING_TO_TELL, &[("number", &number.to_string())]);
    }
    let offers = sentences(&rows, desk, talk)?;
    let chosen = talk.choose(&offers)?;
    let chosen = chosen.and_then(|at| rows.get(at));
    chosen.map_or(Ok(()), |row| one(row, desk, talk))
}

/// The notices as sentences: state, kind, number, to whom, and until or since when.
fn sentences(rows: &[DueNotice], desk: &mut Desk, talk: &Talk) -> Result<Vec<String>, Failure> {
    let (rules, now, lang) = (desk.rules()?, desk.now(), talk.lang());
    let sentence = |one: &DueNotice| {
        let row = &one.row;
        let left = one
            .deadline
            .as_ref()
            .map(|deadline| Remaining::of(deadline, now, rules.calendars.now()).say(lang));
        let since = || document::minute(row.queued_at, rules.charter.office.zone);
        let since = || text::SINCE.with(lang, &[("time", &since())]);
        let parts = [
            row.status.say(lang),
            row.id.key.kind.say(lang),
            row.id.number.to_string(),
            row.to.clone(),
            row.medium.say(lang),
            left.unwrap_or_else(since),
            row.reason.clone().unwrap_or_default(),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(". ")
    };
    Ok(rows.iter().map(sentence).collect())
}

fn one(chosen: &DueNotice, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let id = chosen.row.id;
    let held = chosen.row.status == NoticeState::Held;
    let possible = |offer: NoticeOffer| match offer {
        NoticeOffer::Hold => !held,
        NoticeOffer::Release => held,
        NoticeOffer::Tell | NoticeOffer::Fail | NoticeOffer::OpenCase => true,
    };
    let offers: Vec<_> = OFFERS
        .into_iter()
        .filter(|(offer, _)| possible(*offer))
        .collect();
    let phrases = offers
        .iter()
        .map(|(_, phrase)| phrase.get(talk.lang()).to_owned());
    let phrases: Vec<String> = phrases.collect();
    let chosen = talk.choose(&phrases)?;
    let Some((offer, _)) = chosen.and_then(|at| offers.get(at)) else {
        return Ok(());
    };
    match offer {
        NoticeOffer::Tell => fill_in(NoticeEntry::Tell, &[id], desk, talk),
        NoticeOffer::Fail => fill_in(NoticeEntry::Fail, &[id], desk, talk),
        NoticeOffer::Hold => record(&[id], &NoticeCommand::Hold, &EntryTime::NOW, desk, talk),
        NoticeOffer::Release => record(&[id], &NoticeCommand::Release, &EntryTime::NOW, desk, talk),
        NoticeOffer::OpenCase => list::open(id.number.into(), desk, talk),
    }
}

/// Records the same of several that were told together, all or none.
fn several(rows: &[DueNotice], desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    let Some(chosen) = talk.choose_several(rows.len())? else {
        return Ok(());
    };
    let chosen = chosen.into_iter().filter_map(|at| rows.get(at));
    let ids: Vec<NoticeId> = chosen.map(|one| one.row.id).collect();
    talk.say(text::ON_MANY, &[("n", &ids.len().to_string())])?;
    fill_in(NoticeEntry::Tell, &ids, desk, talk)
}

fn fill_in(
    entry: NoticeEntry,
    ids: &[NoticeId],
    desk: &mut Desk,
    talk: &mut Talk,
) -> Result<(), Failure> {
    let Some(first) = ids.first() else {
        return Ok(());
    };
    let clerk = Clerk::new(desk, talk)?;
    let (rules, now) = (desk.rules()?, desk.now());
    let kinds: Vec<NoticeKind> = ids.iter().map(|id| id.key.kind).collect();
    let mut form = fields::form(entry, &kinds, clerk.lang);
    let name = entry.draft(*first);
    let draft = fill::Draft::of(&name);
    let change = |form: &mut _| {
        if entry == NoticeEntry::Tell {
            fields::follow(form, &kinds, &rules, now);
        }
    };
    let sent = fill::submit(&mut form, &draft, change, desk, talk, |form, desk, talk| {
        let clock = rules.clock(now);
        let (command, time) = fields::read(entry, form, clock).map_err(fill::rejected)?;
        record(ids, &command, &time, desk, talk)
    })?;
    if sent.is_some() {
        desk.drop_draft(&name)?;
    }
    Ok(())
}

fn record(
    ids: &[NoticeId],
    command: &NoticeCommand,
    time: &EntryTime,
    desk: &mut Desk,
    talk: &Talk,
) -> Result<(), Failure> {
    let orders = ids.iter().map(|id| NoticeOrder {
        id: *id,
        command: command.clone(),
        time: time.clone(),
    });
    let orders: Vec<NoticeOrder> = orders.collect();
    desk.run_notices(&orders)?;
    talk.print(&fields::recorded(&orders, talk.lang()))
}
