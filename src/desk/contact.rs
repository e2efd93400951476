//! Visits and calls, from the arrival to their end, the case they become, or the call-back.

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
    pub command: ContactCommand,
    /// Checklist items ticked along with it, in the form of [`ContactCommand::Tick`]; may be empty.
    pub ticked: String,
    /// `None` means now.
    pub at: Option<DateTime<Utc>>,
    /// How many facts the clerk had seen, to refuse where another clerk added one since.
    pub seen: Option<u32>,
}

/// A contact with all that belongs to it.
#[derive(Clone, Debug)]
pub struct ContactView {
    pub contact: Contact,
    pub facts: Vec<Fact<ContactFact>>,
    pub party: Party,
    /// The officer who serves, is asked for or owes the call-back, if on the staff.
    pub officer: Option<Staff>,
    pub deputy: Option<Staff>,
    /// In the order in which they opened.
    pub deadlines: Vec<Deadline>,
    /// The version in force when it began.
    pub rules: Arc<Rules>,
}

impl ContactView {
    /// The intake form of a case, filled in from the contact.
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
    /// Records a visitor or caller, which starts the timers of the charter.
    ///
    /// # Errors
    /// Every wrong field; no number is used up then.
    pub fn arrive(
        &mut self,
        arrival: &Arrival,
        at: Option<DateTime<Utc>>,
    ) -> Result<ContactNumber, DeskError> {
        let write = self.store.write(&self.actor, Operation::Contact)?;
        let now = write.now;
        let at = at.unwrap_or(now);
        let rules = self.rules.in_force(write.reader(), at)?;
        let context = Context {
            at,
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
        let before = read(write.reader(), order.number)?;
        check_seen(order.seen, before.seq)?;
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

    /// Records a call-back on a case, and completes it on the contacts that became the case.
    ///
    /// # Errors
    /// None of those contacts has an outstanding call-back; or as [`Desk::run`].
    pub fn call_back(
        &mut self,
        number: CaseNumber,
        how: ContactWay,
        text: &str,
        at: Option<DateTime<Utc>>,
    ) -> Result<(), DeskError> {
        let write = self.store.write(&self.actor, Operation::Contact)?;
        let now = write.now;
        let reader = write.reader();
        let (mut case, _) = reader.case(number)?.ok_or(DeskError::NoSuchCase(number))?;
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
        let at = at.unwrap_or(now);
        let context = Context {
            at,
            signer: Some(&signer),
            ..rules.context(now, &self.actor)
        };
        let text = text.to_owned();
        let on_contact = ContactCommand::CallBack {
            how,
            text: text.clone(),
        };
        let on_case = Command::Handling(Handling::Contact { how, text });
        let facts = decide::decide(&case, &on_case, &context)?;
        work::record_new(&write, &mut case, &facts, &rules, Some(&signer))?;
        for contact in owing {
            let rules = self.rules.version(reader, contact.arrival.charter)?;
            let context = Context {
                at,
                ..rules.context(now, &self.actor)
            };
            carry_out(&write, contact, &on_contact, &rules, &context)?;
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
fn read(reader: Reader<'_>, number: ContactNumber) -> Result<Contact, DeskError> {
    let facts = reader.facts(number)?;
    Contact::fold(number, &facts).ok_or(DeskError::NoSuchSubject(Subject::Contact(number)))
}

/// Ticks checklist items before the command they accompany; items that another clerk has ticked are skipped.
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

/// Decides a command, applies it and records the facts.
fn carry_out(
    write: &Write<'_>,
    before: Contact,
    command: &ContactCommand,
    rules: &Rules,
    context: &Context<'_>,
) -> Result<Vec<Fact<ContactFact>>, DeskError> {
    let known = write.reader().party(before.number)?;
    let party = contact::merged_party(&known, command);
    let facts = vec![contact::decide(&before, command, &party, context)?];
    let matter = before.matter.clone();
    let after = before.with(&facts);
    let person = match (party == known, after.matter == matter) {
        (true, true) => PersonChange::Unchanged,
        (true, false) => PersonChange::Reindexed,
        (false, _) => PersonChange::Changed,
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
