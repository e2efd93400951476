//! A visit or a call as screens and documents show it.

use crate::{
    desk::Rules,
    domain::{
        command::Intake,
        contact::{Contact, ContactFact},
        deadline::Deadline,
        fact::{Fact, Prose},
        party::Party,
        staff::Staff,
    },
};
use std::sync::Arc;

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
            arrived_at: Some(contact.arrived_at),
            title: contact.matter.as_str().to_owned(),
            body: body.join("\n\n"),
            party: self.party.clone(),
            assistance: arrival.assistance,
            ..Intake::new(arrival.channel, arrival.category.clone())
        }
    }
}
