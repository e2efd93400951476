//! Visits and calls, from the arrival to their end, the case they become, or the call-back.

mod view;

pub use view::ContactView;

use super::{
    Desk, DeskError, Rules,
    intake::take_in,
    staff::{is_active, signer},
    work::{self, check_seen},
};
use crate::{
    domain::{
        case::CaseNumber,
        command::{Command, Handling, Intake},
        contact::{self, Arrival, Contact, ContactCommand, ContactFact, ContactRefusal, deadlines},
        deadline::Deadline,
        decide::{self, Context},
        fact::{ContactWay, Fact, FactContent},
        late::EntryTime,
        party::Party,
        refusal::{Refusal, RevokeRefusal},
        revocation::{RECEIPT, revoked_by},
        rights::Operation,
        subject::{ContactNumber, Subject, SubjectKind},
    },
    store::{Commit, PersonChange, Reader, Write},
};

/// A command for one contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactOrder {
    pub number: ContactNumber,
    pub command: ContactCommand,
    /// Checklist items ticked along with it, in the form of [`ContactCommand::Tick`]; may be empty.
    pub ticked: String,
    /// When it happened.
    pub time: EntryTime,
    /// How many facts the clerk had seen, to refuse where another clerk added one since.
    pub seen: Option<u32>,
}

impl Desk {
    /// Records a visitor or caller, which starts the timers of the charter.
    ///
    /// # Errors
    /// Every wrong field; no number is used up then.
    pub fn arrive(
        &mut self,
        arrival: &Arrival,
        time: &EntryTime,
    ) -> Result<ContactNumber, DeskError> {
        let write = self.store.write(&self.actor, Operation::Contact)?;
        let now = write.now;
        let at = time.at.unwrap_or(now);
        let rules = self.rules.in_force(write.reader(), at)?;
        let context = Context {
            at,
            late_reason: &time.late_reason,
            ..rules.context(now, &self.actor)
        };
        let year = rules.year(at);
        let serial = write.next_serial(SubjectKind::Contact, year)?;
        let number = ContactNumber { year, serial };
        let fact = contact::arrive(number, arrival, &context)?;
        let contact = Contact::begin(number, &fact).ok_or(Refusal::AlreadyDone)?;
        let party = arrival.party.clean();
        let party = (&party, PersonChange::Unchanged);
        record(&write, &contact, &[fact], party, &rules)?;
        write.commit()?;
        Ok(number)
    }

    /// Carries out a command about a contact and returns the facts it made.
    ///
    /// # Errors
    /// A refusal, or another clerk's fact since `seen`; nothing is changed then.
    pub fn run_contact(
        &mut self,
        order: &ContactOrder,
    ) -> Result<Vec<Fact<ContactFact>>, DeskError> {
        let write = self.store.write(&self.actor, Operation::Contact)?;
        let now = write.now;
        let (before, facts) = read(write.reader(), order.number)?;
        check_seen(order.seen, before.seq)?;
        let rules = self.rules.version(write.reader(), before.arrival.charter)?;
        // Only a handover names a team or an officer that must exist.
        let staff = if matches!(order.command, ContactCommand::HandOver { .. }) {
            write.reader().staff()?
        } else {
            Vec::new()
        };
        let context = Context {
            staff: &staff,
            at: order.time.at.unwrap_or(now),
            late_reason: &order.time.late_reason,
            ..rules.context(now, &self.actor)
        };
        let (ticked, before, facts) =
            tick(&write, (before, facts), &order.ticked, &rules, &context)?;
        if let ContactCommand::Revoke { fact, .. } = order.command {
            stands_alone(write.reader(), &facts, fact)?;
            last_person(write.reader(), (&before, &facts), fact)?;
        }
        let mut facts = carry_out(&write, (before, &facts), &order.command, &rules, &context)?;
        write.commit()?;
        facts.splice(..0, ticked);
        Ok(facts)
    }

    /// Records a case that began as a contact, links it to earlier ones, and records that on the contact, all or
    /// nothing. An outstanding call-back stays open.
    ///
    /// # Errors
    /// As [`Desk::intake_linked`]; or the contact does not allow it.
    pub fn contact_to_case(
        &mut self,
        number: ContactNumber,
        intake: &Intake,
        earlier: &[CaseNumber],
    ) -> Result<CaseNumber, DeskError> {
        let write = self.store.write(&self.actor, Operation::Intake)?;
        let now = write.now;
        let (before, facts) = read(write.reader(), number)?;
        let arrived_at = before.arrived_at.min(now);
        let intake = Intake {
            arrived_at: Some(arrived_at),
            received_at: intake.received_at.or(Some(now)),
            ..intake.clone()
        };
        let in_force = self.rules.in_force(write.reader(), arrived_at)?;
        let case = take_in(&write, &in_force, (&self.actor, now), &intake, earlier)?;
        let rules = self.rules.version(write.reader(), before.arrival.charter)?;
        let context = rules.context(now, &self.actor);
        let command = ContactCommand::Become { case };
        carry_out(&write, (before, &facts), &command, &rules, &context)?;
        write.commit()?;
        Ok(case)
    }

    /// Records a call-back on a case, and completes it on the contacts that became the case.
    ///
    /// # Errors
    /// None of those contacts has an outstanding call-back; or as [`Desk::run`].
    pub fn call_back(
        &mut self,
        number: CaseNumber,
        how: ContactWay,
        text: &str,
        time: &EntryTime,
    ) -> Result<(), DeskError> {
        let write = self.store.write(&self.actor, Operation::Contact)?;
        let now = write.now;
        let reader = write.reader();
        let (mut case, _) = reader.case(number)?.ok_or(DeskError::NoSuchCase(number))?;
        let mut owing = Vec::new();
        for contact in reader.contacts_of(number)? {
            let read = read(reader, contact)?;
            owing.extend(read.0.owes_call_back().then_some(read));
        }
        if owing.is_empty() {
            return Err(Refusal::from(ContactRefusal::NoCallBackOfCase).into());
        }
        let rules = self.rules.version(reader, case.intake.charter)?;
        let signer = signer(reader, &case.officer, &self.actor)?;
        let at = time.at.unwrap_or(now);
        let context = Context {
            at,
            late_reason: &time.late_reason,
            signer: Some(&signer),
            ..rules.context(now, &self.actor)
        };
        let text = text.to_owned();
        let on_contact = ContactCommand::CallBack {
            how,
            text: text.clone(),
        };
        let on_case = Command::Handling(Handling::Contact {
            how,
            text,
            asks_progress: false,
        });
        let facts = decide::decide(&case, &on_case, &context)?;
        work::record_new(&write, &mut case, &facts, &rules, Some(&signer))?;
        for (contact, facts) in owing {
            let rules = self.rules.version(reader, contact.arrival.charter)?;
            let context = Context {
                at,
                late_reason: &time.late_reason,
                ..rules.context(now, &self.actor)
            };
            carry_out(&write, (contact, &facts), &on_contact, &rules, &context)?;
        }
        write.commit()?;
        Ok(())
    }

    /// Reads a contact.
    ///
    /// # Errors
    /// There is no such contact.
    pub fn contact(&mut self, number: ContactNumber) -> Result<ContactView, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let reader = self.store.reader();
        let facts = reader.facts(number)?;
        let contact =
            Contact::fold(number, &facts).ok_or(DeskError::NoSuchSubject(number.into()))?;
        let rules = self.rules.version(reader, contact.arrival.charter)?;
        let staff = reader.staff()?;
        let member = |name: &str| staff.iter().find(|one| is_active(one) && one.is(name));
        let officer = member(&contact.officer);
        let deputy = officer.and_then(|officer| member(&officer.deputy));
        Ok(ContactView {
            officer: officer.cloned(),
            deputy: deputy.cloned(),
            party: reader.party(number)?,
            deadlines: contact_deadlines(&contact, &rules)?,
            contact,
            facts,
            rules,
        })
    }
}

/// Reads the facts of a contact and folds them.
fn read(
    reader: Reader<'_>,
    number: ContactNumber,
) -> Result<(Contact, Vec<Fact<ContactFact>>), DeskError> {
    let facts = reader.facts(number)?;
    let contact = Contact::fold(number, &facts);
    let contact = contact.ok_or(DeskError::NoSuchSubject(Subject::Contact(number)))?;
    Ok((contact, facts))
}

/// Refuses to part a contact from the case that it became, unless that was entered by mistake.
fn stands_alone(
    reader: Reader<'_>,
    facts: &[Fact<ContactFact>],
    struck: u32,
) -> Result<(), DeskError> {
    let mut facts = facts.iter();
    let struck = facts.find(|fact| fact.seq == struck);
    let Some(ContactFact::BecameCase { case: number }) = struck.map(|fact| &fact.kind) else {
        return Ok(());
    };
    match reader.case(*number)? {
        Some((case, _)) if case.mistaken.is_none() => {
            Err(Refusal::from(RevokeRefusal::Became(*number)).into())
        }
        Some(_) | None => Ok(()),
    }
}

/// The person that the facts which stand have entered.
fn standing_party(reader: Reader<'_>, contact: &Contact) -> Result<Party, DeskError> {
    let mut persons = reader.persons(contact.number)?;
    let versions = persons.iter().map(|(seq, _)| *seq);
    let standing = contact.outline().standing_person(versions);
    persons.retain(|(seq, _)| Some(*seq) == standing);
    Ok(persons.pop().map(|(_, party)| party).unwrap_or_default())
}

/// Refuses where a later fact holds the person with what this one entered.
fn last_person(
    reader: Reader<'_>,
    (contact, facts): (&Contact, &[Fact<ContactFact>]),
    struck: u32,
) -> Result<(), DeskError> {
    let persons = reader.persons(contact.number)?;
    let mut versions = persons.iter().map(|(seq, _)| *seq);
    if struck == RECEIPT || !versions.clone().any(|seq| seq == struck) {
        return Ok(());
    }
    let stands = |seq: &u32| *seq > struck && revoked_by(&contact.revoked, *seq).is_none();
    let later = versions.find(stands);
    let later = later.and_then(|seq| facts.iter().find(|fact| fact.seq == seq));
    later.map_or(Ok(()), |later| {
        Err(Refusal::from(RevokeRefusal::PersonSince {
            fact: later.seq,
            kind: later.kind.name(),
        })
        .into())
    })
}

/// The fact of what was ticked, the contact after it, and all facts.
type TickedContact = (Option<Fact<ContactFact>>, Contact, Vec<Fact<ContactFact>>);

/// Ticks checklist items before the command they accompany; items that another clerk has ticked are skipped.
fn tick(
    write: &Write<'_>,
    (before, known): (Contact, Vec<Fact<ContactFact>>),
    items: &str,
    rules: &Rules,
    context: &Context<'_>,
) -> Result<TickedContact, DeskError> {
    if items.is_empty() {
        return Ok((None, before, known));
    }
    let command = ContactCommand::Tick {
        items: items.to_owned(),
    };
    match carry_out(write, (before.clone(), &known), &command, rules, context) {
        Ok(facts) => {
            let after = before.with(&known, &facts);
            let all = [known, facts.clone()].concat();
            Ok((facts.into_iter().next(), after, all))
        }
        Err(DeskError::Refusal(Refusal::AlreadyDone)) => Ok((None, before, known)),
        Err(error) => Err(error),
    }
}

/// Decides a command, applies it and records the facts.
fn carry_out(
    write: &Write<'_>,
    (before, known_facts): (Contact, &[Fact<ContactFact>]),
    command: &ContactCommand,
    rules: &Rules,
    context: &Context<'_>,
) -> Result<Vec<Fact<ContactFact>>, DeskError> {
    let known = write.reader().party(before.number)?;
    let party = contact::merged_party(&known, command);
    let facts = vec![contact::decide(
        (&before, known_facts),
        command,
        &party,
        context,
    )?];
    let matter = before.matter.clone();
    let after = before.with(known_facts, &facts);
    let struck = facts.iter().any(|fact| fact.kind.revokes().is_some());
    let (party, person) = if struck {
        (
            standing_party(write.reader(), &after)?,
            PersonChange::Reindexed,
        )
    } else {
        let person = match (party == known, after.matter == matter) {
            (true, true) => PersonChange::Unchanged,
            (true, false) => PersonChange::Reindexed,
            (false, _) => PersonChange::Changed,
        };
        (party, person)
    };
    record(write, &after, &facts, (&party, person), rules)?;
    Ok(facts)
}

/// Records new facts that `contact` has already applied, with its deadlines.
pub(super) fn record(
    write: &Write<'_>,
    contact: &Contact,
    facts: &[Fact<ContactFact>],
    (party, person): (&Party, PersonChange),
    rules: &Rules,
) -> Result<(), DeskError> {
    write.record(&Commit {
        facts,
        outline: &contact.outline(),
        deadlines: &contact_deadlines(contact, rules)?,
        party,
        person,
        notices: &[],
    })?;
    Ok(())
}

/// Counts a contact's deadlines under the rules under which it began.
pub(super) fn contact_deadlines(
    contact: &Contact,
    rules: &Rules,
) -> Result<Vec<Deadline>, DeskError> {
    deadlines(contact, &rules.charter, &rules.calendars)
        .map_err(|error| Refusal::NotCountable(error.promise).into())
}

#[cfg(test)]
mod tests;
