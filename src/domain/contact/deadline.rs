//! The deadlines of a contact: timers during the wait, and call-backs.

use super::{Contact, ContactPart};
use crate::domain::{
    calendar::Calendars,
    case::{Fulfilment, Occurrence},
    charter::{Charter, CountFrom, Known, MetBy, Promise, PromiseKind},
    count::{Count, Exclusions},
    deadline::{Deadline, NotCountable, Source, State, blank},
    limit::{CountingRule, Limit, Unit},
    subject::FactRef,
};

/// The deadlines of a contact, in the order in which they opened.
///
/// # Errors
/// [`NotCountable`] with the promise's id where a limit cannot be counted in this office.
pub fn deadlines(
    contact: &Contact,
    charter: &Charter,
    calendars: &Calendars,
) -> Result<Vec<Deadline>, NotCountable> {
    let mut found: Vec<Deadline> = Vec::new();
    for occurrence in &contact.occurrences {
        for promise in &charter.promises {
            if !applies(promise, contact, occurrence) {
                continue;
            }
            let mut deadline = open(contact, promise, occurrence);
            let same = found.iter().filter(|other| other.promise == promise.id);
            deadline.nth = u16::try_from(same.count()).unwrap_or(u16::MAX);
            settle(contact, &mut deadline, calendars)?;
            if let Some(mistaken) = &contact.mistaken {
                deadline.void(mistaken);
            }
            found.push(deadline);
        }
    }
    Ok(found)
}

fn applies(promise: &Promise, contact: &Contact, occurrence: &Occurrence) -> bool {
    let counted = promise.limit.is_some() || promise.count.is_some();
    let channels = &promise.channels;
    let known = Known {
        trigger: occurrence.trigger,
        detail: occurrence.detail,
        happened: None,
        topics: &[],
        matter: None,
    };
    promise.starts.iter().any(|start| start.fits(&known))
        && matches!(promise.kind, PromiseKind::Clock | PromiseKind::Deadline)
        && counted
        && (channels.is_empty() || channels.contains(&contact.arrival.channel))
}

fn open(contact: &Contact, promise: &Promise, occurrence: &Occurrence) -> Deadline {
    let mut owed = contact.call_backs.iter();
    let owed = owed.find(|owed| owed.seq == occurrence.seq);
    // "... or the time the customer wants": that instant replaces the limit.
    let wanted = owed
        .and_then(|owed| owed.wish.wanted_at)
        .filter(|_| promise.from == CountFrom::Wanted);
    let start = blank(
        Source::Charter,
        occurrence.seq,
        occurrence.at,
        wanted.unwrap_or(occurrence.at),
    );
    let (count, limit) = match wanted {
        Some(_) => (CountingRule::Before, Limit::new(0, Unit::Days)),
        None => (
            promise.count.unwrap_or(CountingRule::Elapsed),
            promise.limit.unwrap_or(Limit::IMMEDIATE),
        ),
    };
    Deadline {
        promise: promise.id.clone(),
        limit,
        count,
        met_by: promise.met_by.clone(),
        ..start
    }
}

/// Sets due date, missing parts and state of a deadline.
fn settle(
    contact: &Contact,
    deadline: &mut Deadline,
    calendars: &Calendars,
) -> Result<(), NotCountable> {
    let ended = ending(contact, deadline);
    let until = ended.map_or(u32::MAX, |end| end.seq);
    let opened_by = deadline.opened_by;
    let fulfilment = |part: MetBy| {
        let mut all = contact.fulfilments.iter();
        all.find(|done| done.met_by == part && (opened_by..=until).contains(&done.seq))
    };
    let parts = &deadline.met_by;
    let met: Option<Vec<&Fulfilment>> = parts.iter().map(|part| fulfilment(*part)).collect();
    let met = met.and_then(|done| done.into_iter().max_by_key(|done| done.seq));
    let missing = parts.iter().filter(|part| fulfilment(**part).is_none());
    deadline.missing = missing.copied().collect();
    let ended = ended.filter(|_| met.is_none());
    deadline.settled_at = ended
        .map(|end| end.recorded_at)
        .or(met.map(|met| met.recorded_at));
    let calendar = deadline
        .settled_at
        .map_or_else(|| calendars.now(), |at| calendars.as_of(at));
    let count = Count {
        rule: deadline.count,
        limit: deadline.limit,
        from: deadline.from,
        exclusions: &Exclusions::NONE,
        extensions: &[],
    };
    deadline.due = calendar.due(&count).map_err(|error| NotCountable {
        promise: deadline.promise.clone(),
        error,
    })?;
    deadline.state = match (ended, met) {
        (Some(end), _) if end.at > deadline.due.at => State::Missed { at: end.at },
        (Some(end), _) => State::Void { at: end.at },
        (None, Some(met)) => State::Met {
            at: met.at,
            recorded_at: met.recorded_at,
            seq: met.seq,
        },
        (None, None) => State::Open,
    };
    Ok(())
}

/// What ends a deadline unfulfilled: the end of the contact; for a timer also the end of the wait.
fn ending(contact: &Contact, deadline: &Deadline) -> Option<FactRef> {
    let call_back = deadline.met_by.contains(&MetBy::CallBack);
    let ends = |(over, end): &&(ContactPart, FactRef)| {
        end.seq > deadline.opened_by && (*over == ContactPart::Contact || !call_back)
    };
    contact.endings.iter().find(ends).map(|(_, end)| *end)
}
