//! Visits and calls: those that go on, a new one, and what is done with one.

use super::{clerk, fill, list, talk::Talk};
use crate::{
    cli::{Failure, contact, table::Manner},
    desk::{ContactOrder, ContactView, Desk, QueueQuery},
    domain::{
        charter::Channel,
        contact::{Arrival, ContactCommand},
        staff::Names,
        subject::{ContactNumber, Subject, SubjectKind},
    },
    form::contact::{self as fields, ContactEntry, ContactSubmission, next_place},
    words::{Phrase, Say, contacts, plain as text},
};

/// How many visits and calls are read out.
const MOST: u32 = 50;

/// What begins a visit or a call.
const NEW: [(Phrase, Channel, bool); 3] = [
    (text::VISIT, Channel::Visit, false),
    (text::CALL, Channel::Phone, false),
    (text::ASSISTED, Channel::Visit, true),
];

/// Reads out who waits or is served, and begins a visit or a call.
pub(super) fn all(desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    loop {
        let lang = talk.lang();
        let ask = QueueQuery {
            kind: Some(SubjectKind::Contact),
            limit: MOST,
            now: desk.now(),
            ..QueueQuery::default()
        };
        let rows = desk.queue(&ask)?;
        let count = contacts::COUNT.with(lang, &[("n", &rows.len().to_string())]);
        talk.say(&format!("{}: {count}", contacts::TITLE.get(lang)))?;
        let mut offers = list::said(&rows, desk, talk)?;
        offers.extend(NEW.map(|(phrase, ..)| phrase.get(lang).to_owned()));
        let Some(chosen) = talk.choose(&offers, text::BACK)? else {
            return Ok(());
        };
        let done = match (rows.get(chosen), NEW.get(chosen.saturating_sub(rows.len()))) {
            (Some(row), _) => list::open(row.subject, desk, talk),
            (None, Some((_, channel, assistance))) => arrive(*channel, *assistance, desk, talk),
            (None, None) => Ok(()),
        };
        talk.told(done)?;
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
    let number = desk.arrive(&arrival, None)?;
    talk.say(&contacts::STARTED.with(talk.lang(), &[("number", &number.to_string())]))?;
    run(number, desk, talk)
}

/// Reads a visit or a call out and records what is done, until the clerk goes back or it is a case.
pub(super) fn run(number: ContactNumber, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    desk.show_open(Some(Subject::Contact(number)));
    let done = stay(number, desk, talk);
    desk.show_open(None);
    done
}

fn stay(number: ContactNumber, desk: &mut Desk, talk: &mut Talk) -> Result<(), Failure> {
    loop {
        let view = desk.contact(number)?;
        talk.has_seen(number, view.contact.seq);
        let (staff, lang) = (&desk.staff()?, talk.lang());
        talk.console().line("")?;
        talk.console().print(&contact::whole(
            &view,
            desk.now(),
            Names { staff, lang },
            Manner::Sentences,
        ))?;
        let mut offers = [text::SERVED, text::GUIDED]
            .map(|done| done.get(lang).to_owned())
            .to_vec();
        offers.extend(ContactEntry::ALL.iter().map(|asked| match asked {
            ContactEntry::Case => text::TO_CASE.get(lang).to_owned(),
            other => other.say(lang),
        }));
        let Some(chosen) = talk.choose(&offers, text::BACK)? else {
            return Ok(());
        };
        let asked = chosen
            .checked_sub(2)
            .and_then(|at| ContactEntry::ALL.get(at));
        let done = if let Some(asked) = asked {
            fill_in(*asked, &view, desk, talk)
        } else {
            let officer = String::new();
            let command = match chosen {
                0 => ContactCommand::Serve { officer },
                _ => ContactCommand::Guide {
                    to: next_place(&view),
                    officer,
                },
            };
            send(command, String::new(), &view, desk, talk)
        };
        talk.told(done)?;
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
        at: None,
        seen: Some(view.contact.seq),
    })?;
    talk.say(&contacts::DONE.with(talk.lang(), &[("number", &number.to_string())]))
}

fn fill_in(
    asked: ContactEntry,
    view: &ContactView,
    desk: &mut Desk,
    talk: &mut Talk,
) -> Result<(), Failure> {
    let clerk = clerk(desk, talk)?;
    let number = view.contact.number;
    let mut form = fields::form(asked, view, clerk.context());
    if form.questions().is_empty() {
        return talk.say(contacts::NOTHING_TO_CHECK.get(talk.lang()));
    }
    let name = asked.draft(number);
    loop {
        let question = fill::Asked {
            name: &name,
            danger: None,
        };
        if !fill::run(&mut form, &question, |_form| (), desk, talk)? {
            return Ok(());
        }
        let done = match fields::read(asked, &form, view, clerk.context().names()) {
            Ok(ContactSubmission::Command(command, ticked)) => {
                send(command, ticked, view, desk, talk)
            }
            Ok(ContactSubmission::Case(intake)) => became(number, &intake, desk, talk),
            Err(faults) => {
                fill::fault(&mut form, &faults, talk)?;
                continue;
            }
        };
        match done {
            Ok(()) => return Ok(desk.drop_draft(&name)?),
            Err(Failure::Desk(error)) => fill::refused(&mut form, error, talk)?,
            Err(other) => return Err(other),
        }
    }
}

fn became(
    number: ContactNumber,
    intake: &crate::domain::command::Intake,
    desk: &mut Desk,
    talk: &Talk,
) -> Result<(), Failure> {
    let case = desk.contact_to_case(number, intake, &[])?;
    let (number, case) = (number.to_string(), case.to_string());
    let values = [("number", number.as_str()), ("case", case.as_str())];
    talk.say(&contacts::BECAME.with(talk.lang(), &values))
}
