//! The outbox: what is to be told, and what became of it.

use super::{Desk, DeskError, intake::case_deadlines, staff::signer};
use crate::{
    domain::{
        command::NoticeCommand,
        decide::{self, Context},
        fact::Fact,
        notice::{NoticeId, NoticeState},
    },
    store::{Commit, NoticeQuery, NoticeRow, PersonChange},
};
use chrono::{DateTime, Utc};

/// Something to do with a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeOrder {
    pub id: NoticeId,
    /// What to do.
    pub command: NoticeCommand,
    /// When it happened; now where `None`.
    pub at: Option<DateTime<Utc>>,
}

impl Desk {
    /// The notices of the desk: what needs a clerk first, then what is done; `mine` asks for those of one's own cases.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn outbox(
        &self,
        status: Option<NoticeState>,
        mine: bool,
        limit: u32,
    ) -> Result<Vec<NoticeRow>, DeskError> {
        let _snapshot = self.store.snapshot()?;
        let mut owners = Vec::new();
        if mine {
            owners.extend([self.actor.login.clone(), self.actor.name.clone()]);
            owners.dedup();
            owners.retain(|name| !name.is_empty());
        }
        let ask = NoticeQuery {
            status,
            owners,
            limit,
        };
        Ok(self.store.reader().outbox(&ask)?)
    }

    /// Records what became of a notice and returns the fact.
    ///
    /// # Errors
    /// A refusal, or the file; nothing was changed then.
    pub fn run_notice(&mut self, order: &NoticeOrder) -> Result<Fact, DeskError> {
        let facts = self.run_notices(std::slice::from_ref(order))?;
        facts
            .into_iter()
            .next()
            .ok_or(DeskError::NoSuchCase(order.id.number))
    }

    /// The same for several notices, all or none.
    ///
    /// # Errors
    /// As [`Desk::run_notice`], of the first that is refused.
    pub fn run_notices(&mut self, orders: &[NoticeOrder]) -> Result<Vec<Fact>, DeskError> {
        let now = self.now();
        let asked = orders.iter().find_map(|order| order.command.operation());
        let write = match asked {
            Some(operation) => self.store.write(&self.actor, operation)?,
            None => self.store.write_unasked()?,
        };
        let mut facts = Vec::new();
        for order in orders {
            let number = order.id.number;
            let found = write.reader().case(number)?;
            let (mut case, _) = found.ok_or(DeskError::NoSuchCase(number))?;
            let rules = self.rules.version(write.reader(), case.intake.charter)?;
            let signer = signer(write.reader(), &case.officer, &self.actor)?;
            let context = Context {
                at: order.at.unwrap_or(now),
                signer: Some(&signer),
                ..rules.context(now, &self.actor)
            };
            let fact = decide::decide_notice(&case, order.id.key, &order.command, &context)?;
            case.apply(&fact);
            write.record(&Commit {
                facts: std::slice::from_ref(&fact),
                outline: &case.outline(),
                deadlines: &case_deadlines(&case, &rules)?,
                party: &write.reader().party(number)?,
                person: PersonChange::Unchanged,
                notices: &[],
            })?;
            facts.push(fact);
        }
        write.commit()?;
        Ok(facts)
    }
}

#[cfg(test)]
pub(super) mod tests;
