//! A visit or a call as screens and documents show it.

use crate::{
    desk::{Rules, revoke::something_revocable},
    domain::{
        command::Intake,
        contact::{self, Contact, ContactFact},
        deadline::Deadline,
        fact::{Fact, Prose},
        party::Party,
        refusal::Refusal,
        staff::Staff,
    },
};
use chrono::{DateTime, Utc};
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
    /// Checks whether a member of staff can strike out a fact now; striking it out checks again.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn revocable(
        &self,
        fact: u32,
        (staff, now): (&Staff, DateTime<Utc>),
    ) -> Result<(), Refusal> {
        // The last fact may come from a machine whose clock is ahead.
        let now = now.max(self.contact.last_at);
        let context = self.rules.context(now, staff);
        contact::revocable((&self.contact, &self.facts), fact, &context)
    }

    /// Refuses where nothing can be struck out.
    ///
    /// # Errors
    /// What stands in the way of the last fact that people recorded.
    pub fn something_revocable(&self, by: (&Staff, DateTime<Utc>)) -> Result<(), Refusal> {
        something_revocable(&self.facts, |fact| self.revocable(fact, by))
    }

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
