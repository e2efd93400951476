//! Visits and calls: the open ones, a new one, and what is done with one.

use super::{Clerk, fill, list, talk::Talk};
use crate::{
    cli::{Failure, contact},
    desk::{ContactOrder, ContactView, Desk, DeskError, QueueQuery},
    domain::{
        charter::Channel,
        contact::{Arrival, ContactCommand},
        late::EntryTime,
        subject::{ContactNumber, SubjectKind},
    },
    form::contact::{self as fields, ContactEntry, ContactSubmission, next_place},
    words::{Phrase, Say, contacts, plain as text},
};

/// The most visits and calls read out.
const MOST: u32 = 50;

/// Offers that begin a visit or a call; true where the visitor needs help.
const NEW: [(Phrase, Channel, bool); 3] = [
    (text::VISIT, Channel::Visit, false),
    (text::CALL, Channel::Phone, false),
    (text::ASSISTED, Channel::Visit, true),
];

/// Reads the open visits and calls out, and begins new ones.
pub(super) fn all(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    loop {
        let lang = talk.lang();
        let query = QueueQuery {
            kind: Some(SubjectKind::Contact),
            limit: MOST,
            now: desk.now(),
            ..QueueQuery::default()
        };
        let rows = desk.queue(&query)?;
        let count = contacts::COUNT.with(lang, &[("n", &rows.len().to_string())]);
        talk.print(&format!("{}: {count}", contacts::TITLE.get(lang)))?;
        let mut offers = list::sentences(&rows, desk, talk)?;
        offers.extend(talk.offers(NEW.map(|(phrase, ..)| phrase)));
        let Some(chosen) = talk.choose(&offers)? else {
            return Ok(());
        };
        let result = match (rows.get(chosen), NEW.get(chosen.saturating_sub(rows.len()))) {
            (Some(row), _) => list::open(row.subject, desk, talk),
            (None, Some((_, channel, assistance))) => arrive(*channel, *assistance, desk, talk),
            (None, None) => Ok(()),
        };
        talk.report(result)?;
    }
}

fn arrive(
    channel: Channel,
    assistance: bool,
    desk: &mut Desk,
    talk: &mut Talk,
) -> Result<(), Failure> {
    let arrival = Arrival {
        assistance,
        ..Arrival::new(channel)
    };
    let number = desk.arrive(&arrival, &EntryTime::NOW)?;
    talk.say(contacts::STARTED, &[("number", &number.to_string())])?;
    list::open(number.into(), desk, talk)
}

/// Reads a visit or a call out and records what is done, until the clerk goes back.
pub(super) fn run(number: ContactNumber, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    loop {
        let view = desk.contact(number)?;
        talk.mark_read(number, view.contact.seq);
        let staff = desk.staff()?;
        let console = talk.console();
        let page = contact::page(&view, desk.now(), console.names(&staff), console.style);
        console.print(&format!("\n{page}"))?;
        let mut offers = talk.offers([text::SERVED, text::GUIDED]).to_vec();
        offers.extend(ContactEntry::ALL.iter().map(|entry| match entry {
            ContactEntry::Case => text::TO_CASE.get(talk.lang()).to_owned(),
            other => other.say(talk.lang()),
        }));
        let officer = String::new();
        let command = match talk.choose(&offers)? {
            None => return Ok(()),
            Some(0) => ContactCommand::Serve { officer },
            Some(1) => ContactCommand::Guide {
                to: next_place(&view),
                officer,
            },
            Some(chosen) => {
                if let Some(entry) = ContactEntry::ALL.get(chosen - 2) {
                    let result = fill_in(*entry, &view, desk, talk);
                    talk.report(result)?;
                }
                continue;
            }
        };
        let result = send(command, String::new(), &view, desk, talk);
        talk.report(result)?;
    }
}

fn send(
    command: ContactCommand,
    ticked: String,
    view: &ContactView,
    desk: &mut Desk,
    talk: &Talk,
) -> Result<(), Failure> {
    let number = view.contact.number;
    desk.run_contact(&ContactOrder {
        number,
        command,
        ticked,
        time: EntryTime::NOW,
        seen: Some(view.contact.seq),
    })?;
    talk.say(contacts::DONE, &[("number", &number.to_string())])
}

fn fill_in(
    entry: ContactEntry,
    view: &ContactView,
    desk: &mut Desk,
    talk: &mut Talk,
) -> Result<(), Failure> {
    let clerk = Clerk::new(desk, talk)?;
    let number = view.contact.number;
    fields::check(entry, view, clerk.context()).map_err(DeskError::from)?;
    let mut form = fields::form(entry, view, clerk.context());
    if form.questions().is_empty() {
        return talk.say(contacts::NOTHING_TO_CHECK, &[]);
    }
    let name = entry.draft(number);
    let draft = fill::Draft::of(&name);
    let sent = fill::submit(
        &mut form,
        &draft,
        fields::follow,
        desk,
        talk,
        |form, desk, talk| match fields::read(entry, form, view, clerk.context())
            .map_err(fill::rejected)?
        {
            ContactSubmission::Command(command, ticked) => send(command, ticked, view, desk, talk),
            ContactSubmission::Case(intake) => {
                let case = desk.contact_to_case(number, &intake, &[])?;
                let (number, case) = (number.to_string(), case.to_string());
                talk.say(contacts::BECAME, &[("number", &number), ("case", &case)])
            }
        },
    )?;
    if sent.is_some() {
        desk.drop_draft(&name)?;
    }
    Ok(())
}
