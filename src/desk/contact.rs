//! Visits and calls: from the arrival to the end, to the case they become, or to the call-back.

use super::{Desk, DeskError, Rules, intake::take_in, staff::signer, work::unchanged};
use crate::{
    domain::{
        case::CaseNumber,
        command::{Command, Handling, Intake},
        contact::{self, Arrival, Contact, ContactCommand, ContactFact, ContactRefusal, deadlines},
        deadline::Deadline,
        decide::{self, Context},
        fact::{ContactWay, Fact, Prose},
        party::Party,
        refusal::Refusal,
        rights::Operation,
        staff::Staff,
        subject::{ContactNumber, Subject, SubjectKind},
    },
    store::{Commit, PersonChange, Reader, Write},
};
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// A command for one contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactOrder {
    pub number: ContactNumber,
    /// What to do.
    pub command: ContactCommand,
    /// What of the checklists was done with it, as [`ContactCommand::Tick`] names it; empty for nothing.
    pub ticked: String,
    /// When it happened; now where `None`.
    pub at: Option<DateTime<Utc>>,
    /// How many facts the clerk had seen: another one's fact in between is told, not overwritten.
    pub seen: Option<u32>,
}

/// A contact with all that belongs to it.
#[derive(Clone, Debug)]
pub struct ContactView {
    pub contact: Contact,
    /// Its facts, in order.
    pub facts: Vec<Fact<ContactFact>>,
    /// Who it is.
    pub party: Party,
    /// The officer who serves, is asked for or owes the call-back, where the staff knows that one.
    pub officer: Option<Staff>,
    /// Who stands in for that officer.
    pub deputy: Option<Staff>,
    /// Its deadlines, in the order in which they opened.
    pub deadlines: Vec<Deadline>,
    /// The rules under which it began.
    pub rules: Arc<Rules>,
}

impl ContactView {
    /// The form of a case with everything filled in that was typed here.
    pub fn intake(&self) -> Intake {
        let contact = &self.contact;
        let arrival = &contact.arrival;
        let mut body: Vec<&str> = contact.gists.iter().map(Prose::as_str).collect();
        body.insert(0, contact.matter.as_str());
        body.insert(0, arrival.matter.as_str());
        body.retain(|text| !text.is_empty());
        body.dedup();
        Intake {
            title: contact.matter.as_str().to_owned(),
            body: body.join("\n\n"),
            party: self.party.clone(),
            assistance: arrival.assistance,
            ..Intake::new(arrival.channel, arrival.category.clone())
        }
    }
}

impl Desk {
    /// Takes a visitor or a caller in: the timers of the charter start.
    ///
    /// # Errors
    /// Every wrong field; or the file cannot be written. No number is used up then.
    pub fn arrive(
        &mut self,
        arrival: &Arrival,
        at: Option<DateTime<Utc>>,
    ) -> Result<ContactNumber, DeskError> {
        let now = self.now();
        let write = self.store.write(&self.actor, Operation::Contact)?;
        let rules = self.rules.in_force(write.reader(), at.unwrap_or(now))?;
        let context = Context {
            at: at.unwrap_or(now),
            ..rules.context(now, &self.actor)
        };
        let year = rules.year(context.at);
        let serial = write.next_serial(SubjectKind::Contact, year)?;
        let number = ContactNumber { year, serial };
        let fact = contact::arrive(number, arrival, &context)?;
        let contact = Contact::begin(number, &fact).ok_or(Refusal::AlreadyDone)?;
        let party = arrival.party.clean();
        record(
            &write,
            &contact,
            &[fact],
            (&party, PersonChange::Unchanged),
            &rules,
        )?;
        write.commit()?;
        Ok(number)
    }

    /// Carries out a command about a contact and returns the facts it made.
    ///
    /// # Errors
    /// A refusal, another clerk's fact in between, or the file; nothing was changed then.
    pub fn run_contact(
        &mut self,
        order: &ContactOrder,
    ) -> Result<Vec<Fact<ContactFact>>, DeskError> {
        let now = self.now();
        let write = self.store.write(&self.actor, Operation::Contact)?;
        let before = read(write.reader(), order.number)?;
        unchanged(order.seen, before.seq)?;
        let rules = self.rules.version(write.reader(), before.arrival.charter)?;
        let context = Context {
            at: order.at.unwrap_or(now),
            ..rules.context(now, &self.actor)
        };
        let (ticked, before) = tick(&write, before, &order.ticked, &rules, &context)?;
        let mut facts = carry_out(&write, before, &order.command, &rules, &context)?;
        write.commit()?;
        facts.splice(..0, ticked);
        Ok(facts)
    }

    /// Takes in as a case what began as a contact, links the case to earlier ones, and says so on the contact: all or
    /// nothing. A call-back that is owed goes on.
    ///
    /// # Errors
    /// As [`Desk::intake_linked`]; or the contact does not allow it.
    pub fn contact_to_case(
        &mut self,
        number: ContactNumber,
        intake: &Intake,
        earlier: &[CaseNumber],
    ) -> Result<CaseNumber, DeskError> {
        let now = self.now();
        let write = self.store.write(&self.actor, Operation::Intake)?;
        let before = read(write.reader(), number)?;
        let in_force = self.rules.in_force(write.reader(), now)?;
        let case = take_in(&write, &in_force, (&self.actor, now), intake, earlier)?;
        let rules = self.rules.version(write.reader(), before.arrival.charter)?;
        let context = rules.context(now, &self.actor);
        let command = ContactCommand::Become { case };
        carry_out(&write, before, &command, &rules, &context)?;
        write.commit()?;
        Ok(case)
    }

    /// Records on a case that the customer was called back, and on the contact it came from that the call-back is done.
    ///
    /// # Errors
    /// No call-back is owed by a contact that became this case; or as [`Desk::run`].
    pub fn call_back(
        &mut self,
        number: CaseNumber,
        how: ContactWay,
        text: &str,
        at: Option<DateTime<Utc>>,
    ) -> Result<(), DeskError> {
        let now = self.now();
        let write = self.store.write(&self.actor, Operation::Contact)?;
        let reader = write.reader();
        let (case, _) = reader.case(number)?.ok_or(DeskError::NoSuchCase(number))?;
        let mut owing = Vec::new();
        for contact in reader.contacts_of(number)? {
            let contact = read(reader, contact)?;
            owing.extend(contact.owes_call_back().then_some(contact));
        }
        if owing.is_empty() {
            return Err(Refusal::from(ContactRefusal::NoCallBackOfCase).into());
        }
        let rules = self.rules.version(reader, case.intake.charter)?;
        let signer = signer(reader, &case.officer, &self.actor)?;
        let context = Context {
            at: at.unwrap_or(now),
            signer: Some(&signer),
            ..rules.context(now, &self.actor)
        };
        let text = text.to_owned();
        let told = Command::Handling(Handling::Contact {
            how,
            text: text.clone(),
        });
        let facts = decide::decide(&case, &told, &context)?;
        super::work::record(&write, case, &facts, &rules, Some(&signer))?;
        let command = ContactCommand::CallBack { how, text };
        for contact in owing {
            let rules = self.rules.version(reader, contact.arrival.charter)?;
            let context = Context {
                at: at.unwrap_or(now),
                ..rules.context(now, &self.actor)
            };
            carry_out(&write, contact, &command, &rules, &context)?;
        }
        write.commit()?;
        Ok(())
    }

    /// One contact.
    ///
    /// # Errors
    /// There is no such contact, or the file cannot be read.
    pub fn contact(&mut self, number: ContactNumber) -> Result<ContactView, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let reader = self.store.reader();
        let facts = reader.facts(number)?;
        let contact =
            Contact::fold(number, &facts).ok_or(DeskError::NoSuchSubject(number.into()))?;
        let rules = self.rules.version(reader, contact.arrival.charter)?;
        let deadlines = counted_contact(&contact, &rules)?;
        let party = reader.party(number)?;
        let staff = reader.staff()?;
        let officer = working(&staff, &contact.officer);
        let deputy = officer.and_then(|officer| working(&staff, &officer.deputy));
        Ok(ContactView {
            officer: officer.cloned(),
            deputy: deputy.cloned(),
            contact,
            facts,
            party,
            deadlines,
            rules,
        })
    }
}

/// The member of staff of that login or name who works here now.
fn working<'s>(staff: &'s [Staff], named: &str) -> Option<&'s Staff> {
    let mut working = staff.iter().filter(|one| one.retired_at.is_none());
    working.find(|one| one.is(named))
}

/// Reads a contact.
pub(super) fn read(reader: Reader<'_>, number: ContactNumber) -> Result<Contact, DeskError> {
    let facts = reader.facts(number)?;
    Contact::fold(number, &facts).ok_or(DeskError::NoSuchSubject(Subject::Contact(number)))
}

/// Ticks items of a checklist within a write, before what they go with; what another clerk ticked meanwhile is left out.
fn tick(
    write: &Write<'_>,
    before: Contact,
    items: &str,
    rules: &Rules,
    context: &Context<'_>,
) -> Result<(Option<Fact<ContactFact>>, Contact), DeskError> {
    if items.is_empty() {
        return Ok((None, before));
    }
    let command = ContactCommand::Tick {
        items: items.to_owned(),
    };
    match carry_out(write, before.clone(), &command, rules, context) {
        Ok(facts) => {
            let after = before.with(&facts);
            Ok((facts.into_iter().next(), after))
        }
        Err(DeskError::Refusal(Refusal::AlreadyDone)) => Ok((None, before)),
        Err(error) => Err(error),
    }
}

/// Decides a command, applies it and writes what it made.
fn carry_out(
    write: &Write<'_>,
    before: Contact,
    command: &ContactCommand,
    rules: &Rules,
    context: &Context<'_>,
) -> Result<Vec<Fact<ContactFact>>, DeskError> {
    let known = write.reader().party(before.number)?;
    let party = contact::person(&known, command);
    let fact = contact::decide(&before, command, &party, context)?;
    let facts = vec![fact];
    let matter = before.matter.clone();
    let after = before.with(&facts);
    let person = if party == known && after.matter == matter {
        PersonChange::Unchanged
    } else {
        PersonChange::Changed
    };
    record(write, &after, &facts, (&party, person), rules)?;
    Ok(facts)
}

/// Writes new facts of a contact with everything that follows from them.
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
        deadlines: &counted_contact(contact, rules)?,
        party,
        person,
        notices: &[],
    })?;
    Ok(())
}

/// A contact's deadlines under the rules under which it began.
pub(super) fn counted_contact(
    contact: &Contact,
    rules: &Rules,
) -> Result<Vec<Deadline>, DeskError> {
    deadlines(contact, &rules.charter, &rules.calendars)
        .map_err(|error| Refusal::NotCountable(error.promise).into())
}

#[cfg(test)]
mod tests;
