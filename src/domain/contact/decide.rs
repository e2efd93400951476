//! Whether a command about a contact may be recorded now, and as which fact.

use super::{
    Arrival, ArrivalRecord, CallBackInput, CallBackWish, Contact, ContactCommand, ContactFact,
    ContactRefusal, ContactStage, GuideTarget, cause, deadlines, revoke,
};
use crate::domain::{
    charter::Channel,
    decide::{self, Context, entry_faults, in_order, name, prose, required, ticks},
    fact::{ContactWay, Fact, Prose},
    input,
    party::{Field, Party},
    refusal::{FieldFault, Refusal, RevokeRefusal, ValueFault},
    subject::ContactNumber,
};
use chrono::TimeDelta;

/// How far ahead a call-back can be: a year.
const REACH: TimeDelta = TimeDelta::days(366);
/// The longest wait that can be told, in minutes.
const LONGEST_WAIT: u32 = 24 * 60;

/// The fact by which a visitor or a caller is taken in under `number`.
///
/// # Errors
/// Every wrong field; or the charter's timers cannot be counted.
pub fn arrive(
    number: ContactNumber,
    arrival: &Arrival,
    context: &Context<'_>,
) -> Result<Fact<ContactFact>, Refusal> {
    if !matches!(arrival.channel, Channel::Visit | Channel::Phone) {
        return Err(ContactRefusal::NoSuchWay.into());
    }
    let mut faults = arrival.party.clean().faults();
    let mut add = |field, fault| faults.push(FieldFault { field, fault });
    let matter = input::clean(&arrival.matter);
    if let Some(fault) = input::fault(&matter, false, input::Shape::Line(input::TITLE_MAX)) {
        add(Field::Matter, fault);
    }
    let category = context.charter.category(&arrival.category);
    if category.is_none() && !arrival.category.is_empty() {
        let known = context.charter.categories.iter();
        let fault = ValueFault::NotAllowed {
            given: arrival.category.clone(),
            allowed: known.map(|category| category.id.clone()).collect(),
        };
        add(Field::Category, fault);
    }
    faults.extend(entry_faults(context));
    if !faults.is_empty() {
        return Err(Refusal::Fields(faults));
    }
    let arrived = ArrivalRecord {
        charter: context.charter_version,
        channel: arrival.channel,
        category: arrival.category.clone(),
        matter: Prose::new(matter),
        department: department(arrival, context),
        officer: name(Field::Officer, &arrival.officer, false)?,
        assistance: arrival.assistance,
    };
    let fact = context.fact(1, ContactFact::Arrived(Box::new(arrived)));
    let contact = Contact::begin(number, &fact).ok_or(Refusal::AlreadyDone)?;
    check_countable(&contact, context)?;
    Ok(fact)
}

/// The department of the counter that serves: of the one for assistance if needed, else of the category's; may be empty.
fn department(arrival: &Arrival, context: &Context<'_>) -> String {
    let charter = context.charter;
    let helps = || charter.counters.iter().find(|counter| counter.assistance);
    let counter = if arrival.assistance { helps() } else { None };
    counter
        .or_else(|| charter.counter_of(&arrival.category))
        .map(|counter| counter.department.clone())
        .unwrap_or_default()
}

/// The customer after a command: what it gives replaces what is known.
#[must_use]
pub fn merged_party(known: &Party, command: &ContactCommand) -> Party {
    let (ContactCommand::Miss { party, .. } | ContactCommand::Postpone { party, .. }) = command
    else {
        return known.clone();
    };
    let party = party.clean();
    let newer = |new: String, old: &String| if new.is_empty() { old.clone() } else { new };
    Party {
        name: newer(party.name, &known.name),
        phone: newer(party.phone, &known.phone),
        email: newer(party.email, &known.email),
        address: newer(party.address, &known.address),
        ..known.clone()
    }
}

/// Returns the fact that records a command; `before` are the facts of the contact, `party` is the customer as
/// [`merged_party`] gives it.
///
/// # Errors
/// A [`Refusal`] that says what is missing; nothing is changed then.
pub fn decide(
    (contact, before): (&Contact, &[Fact<ContactFact>]),
    command: &ContactCommand,
    party: &Party,
    context: &Context<'_>,
) -> Result<Fact<ContactFact>, Refusal> {
    if !matches!(command, ContactCommand::Revoke { .. }) {
        in_order(contact.last_at, context)?;
        still_open(contact, command)?;
    }
    let kind = fact_kind((contact, before), command, party, context)?;
    let fact = context.fact(contact.seq + 1, kind);
    let after = contact.clone().with(before, std::slice::from_ref(&fact));
    check_countable(&after, context)?;
    Ok(fact)
}

/// After the end only the record is kept; of a contact made by mistake, only corrections.
fn still_open(contact: &Contact, command: &ContactCommand) -> Result<(), Refusal> {
    if contact.mistaken.is_some() && !matches!(command, ContactCommand::Correct { .. }) {
        return Err(RevokeRefusal::Mistaken.into());
    }
    if contact.stage == ContactStage::Ended && !command.is_late() {
        return Err(ContactRefusal::Ended.into());
    }
    Ok(())
}

fn check_countable(contact: &Contact, context: &Context<'_>) -> Result<(), Refusal> {
    deadlines(contact, context.charter, context.calendars)
        .map(drop)
        .map_err(|error| Refusal::NotCountable(error.promise))
}

fn fact_kind(
    (contact, before): (&Contact, &[Fact<ContactFact>]),
    command: &ContactCommand,
    party: &Party,
    context: &Context<'_>,
) -> Result<ContactFact, Refusal> {
    match command {
        ContactCommand::Guide { to, officer } => guide(contact, *to, officer),
        ContactCommand::TellWait { minutes } => tell_wait(contact, *minutes),
        ContactCommand::Ask { text } => Ok(ContactFact::QuestionAsked {
            text: line(Field::Matter, text, true)?,
        }),
        ContactCommand::Serve { officer } => serve(contact, officer, context),
        ContactCommand::Miss {
            officer,
            matter,
            wanted,
            ..
        } => Ok(ContactFact::OfficerMissed {
            officer: name(Field::Officer, officer, false)?,
            matter: subject_matter(contact, matter)?,
            wish: wish(wanted, party, context)?,
        }),
        ContactCommand::Postpone { matter, wanted, .. } => {
            let no_reply = false;
            let wanted = wanted.clone();
            Ok(ContactFact::AnswerPostponed {
                matter: subject_matter(contact, matter)?,
                wish: wish(&CallBackInput { no_reply, ..wanted }, party, context)?,
            })
        }
        ContactCommand::CallBack { how, text } => call_back(contact, *how, text),
        ContactCommand::Tick { items } => Ok(ContactFact::ChecklistTicked {
            items: ticks(
                context.charter,
                contact.arrival.channel,
                items,
                &contact.ticked,
            )?,
        }),
        ContactCommand::HandOver {
            department,
            officer,
            gist,
        } => hand_over((department, officer), gist, context),
        ContactCommand::Become { case } => match contact.became {
            Some(before) => Err(ContactRefusal::Became(before).into()),
            None => Ok(ContactFact::BecameCase { case: *case }),
        },
        ContactCommand::End { text } => end(contact, text),
        ContactCommand::EndForCause {
            ground,
            told_at,
            text,
        } => cause::end(contact, (*ground, *told_at), text, context),
        ContactCommand::Correct { fact, text } => correct(contact, *fact, text),
        ContactCommand::Revoke { fact, reason } => {
            revoke::decide((contact, before), *fact, reason, context)
        }
    }
}

fn tell_wait(contact: &Contact, minutes: u32) -> Result<ContactFact, Refusal> {
    waiting(contact)?;
    if minutes == 0 || minutes > LONGEST_WAIT {
        return Err(Refusal::field(Field::Minutes, ValueFault::Form));
    }
    Ok(ContactFact::WaitTold { minutes })
}

fn call_back(contact: &Contact, how: ContactWay, text: &str) -> Result<ContactFact, Refusal> {
    if !contact.owes_call_back() {
        return Err(ContactRefusal::NoCallBack.into());
    }
    let text = prose(Field::Text, text, false)?;
    Ok(ContactFact::CalledBack { how, text })
}

/// Hands it over to a department and an officer that exist; an officer alone keeps the department.
fn hand_over(
    (department, officer): (&str, &str),
    gist: &str,
    context: &Context<'_>,
) -> Result<ContactFact, Refusal> {
    let given = [department, officer].map(|name| !input::clean(name).is_empty());
    let (department, officer) = match given {
        [false, false] => return Err(ContactRefusal::ToNobody.into()),
        [true, _] => decide::charged(department, officer, context)?,
        [false, true] => {
            let known = decide::officer(officer, context)?;
            (String::new(), known)
        }
    };
    Ok(ContactFact::HandedOver {
        department,
        officer,
        gist: required(Field::Gist, gist)?,
    })
}

fn end(contact: &Contact, text: &str) -> Result<ContactFact, Refusal> {
    let text = prose(Field::Text, text, false)?;
    if contact.owes_call_back() && text.as_str().is_empty() {
        return Err(ContactRefusal::CallBackOwed.into());
    }
    Ok(ContactFact::Ended { text })
}

fn correct(contact: &Contact, fact: u32, text: &str) -> Result<ContactFact, Refusal> {
    let last = contact.seq;
    if fact == 0 || fact > last {
        return Err(Refusal::NoSuchFact { fact, last });
    }
    let text = required(Field::Text, text)?;
    Ok(ContactFact::Corrected { fact, text })
}

pub(super) fn waiting(contact: &Contact) -> Result<(), Refusal> {
    if contact.stage == ContactStage::Waiting {
        Ok(())
    } else {
        Err(ContactRefusal::NotWaiting.into())
    }
}

fn guide(contact: &Contact, to: GuideTarget, officer: &str) -> Result<ContactFact, Refusal> {
    if contact.arrival.channel != Channel::Visit {
        return Err(ContactRefusal::NotAVisit.into());
    }
    waiting(contact)?;
    if contact.guided.iter().any(|(before, _)| *before == to) {
        return Err(Refusal::AlreadyDone);
    }
    Ok(ContactFact::Guided {
        to,
        officer: name(Field::Officer, officer, false)?,
    })
}

/// Serves the customer; a second time only after a new question.
fn serve(contact: &Contact, officer: &str, context: &Context<'_>) -> Result<ContactFact, Refusal> {
    if contact.stage == ContactStage::Serving && !contact.is_asking() {
        let officer = contact.officer.clone();
        return Err(ContactRefusal::Served { officer }.into());
    }
    let officer = name(Field::Officer, officer, false)?;
    let officer = if officer.is_empty() {
        context.by.to_owned()
    } else {
        officer
    };
    Ok(ContactFact::Served { officer })
}

/// The matter given now, else the known one.
fn subject_matter(contact: &Contact, matter: &str) -> Result<Prose, Refusal> {
    let matter = if input::clean(matter).is_empty() {
        contact.matter.as_str()
    } else {
        matter
    };
    line(Field::Matter, matter, true)
}

fn line(field: Field, text: &str, required: bool) -> Result<Prose, Refusal> {
    let text = input::clean(text);
    match input::fault(&text, required, input::Shape::Line(input::TITLE_MAX)) {
        Some(fault) => Err(Refusal::field(field, fault)),
        None => Ok(Prose::new(text)),
    }
}

/// Checks the call-back: a reply needs a name, and what the wanted way needs (else a telephone number).
fn wish(
    wanted: &CallBackInput,
    party: &Party,
    context: &Context<'_>,
) -> Result<CallBackWish, Refusal> {
    let mut faults = party.faults();
    let mut add = |field, fault: Option<ValueFault>| {
        faults.extend(fault.map(|fault| FieldFault { field, fault }));
    };
    let place = input::clean(&wanted.place);
    add(
        Field::Place,
        input::fault(&place, false, input::Shape::Line(input::ADDRESS_MAX)),
    );
    let ahead = |at| at > context.at && at - context.at <= REACH;
    let late = wanted.at.is_some_and(|at| !ahead(at));
    add(Field::Wanted, late.then_some(ValueFault::NotAhead));
    if !wanted.no_reply {
        let missing = |text: &str| text.is_empty().then_some(ValueFault::Missing);
        add(Field::Name, missing(&party.name));
        match wanted.way {
            Some(ContactWay::Email) => add(Field::Email, missing(&party.email)),
            Some(ContactWay::Post) => add(Field::Address, missing(&party.address)),
            Some(ContactWay::Visit) => add(Field::Place, missing(&place)),
            Some(ContactWay::Phone | ContactWay::Sms | ContactWay::Fax) | None => {
                add(Field::Phone, missing(&party.phone));
            }
        }
    }
    if !faults.is_empty() {
        return Err(Refusal::Fields(faults));
    }
    Ok(CallBackWish {
        reply: !wanted.no_reply,
        way: wanted.way,
        wanted_at: wanted.at,
        place: Prose::new(place),
    })
}
