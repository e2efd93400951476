//! Working a case: one command, one transaction.

use super::{Desk, DeskError, intake::counted, staff::signer};
use crate::{
    domain::{
        case::{Case, CaseNumber},
        command::Command,
        decide::{self, Context, Related},
        fact::{Fact, FactKind},
        notice::notices,
    },
    store::{Commit, Person, Reader, StoreError},
};
use chrono::{DateTime, Utc};

/// A command for one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Which case.
    pub number: CaseNumber,
    /// What to do.
    pub command: Command,
    /// When it happened; now where `None`.
    pub at: Option<DateTime<Utc>>,
    /// How many facts the clerk had seen: another one's fact in between is told, not overwritten.
    pub seen: Option<u32>,
}

impl Desk {
    /// Carries out a command and returns the facts it made.
    ///
    /// # Errors
    /// A refusal, another clerk's fact in between, or the file; nothing was changed then.
    pub fn run(&mut self, order: &Order) -> Result<Vec<Fact>, DeskError> {
        let now = self.now();
        let write = self.store.write()?;
        let reader = write.reader();
        let before = reader.facts::<FactKind>(order.number)?;
        let case = Case::fold(order.number, &before).ok_or(DeskError::NoSuchCase(order.number))?;
        if let Some(seen) = order.seen.filter(|seen| *seen != case.seq) {
            return Err(StoreError::Conflict {
                expected: seen,
                found: case.seq,
            }
            .into());
        }
        let rules = self.rules.version(reader, case.intake.charter)?;
        let related = related(reader, &case, &order.command)?;
        let signer = signer(reader, &case.officer, &self.actor)?;
        let context = Context {
            at: order.at.unwrap_or(now),
            related: &related,
            signer: Some(&signer),
            ..rules.context(now, &self.actor)
        };
        let facts = decide::decide(&case, &order.command, &context)?;
        let mut after = case;
        for fact in &facts {
            after.apply(fact);
        }
        let deadlines = counted(&after, &rules)?;
        let notices: Vec<_> = facts
            .iter()
            .flat_map(|fact| notices(fact, after.intake.has_email))
            .map(|notice| notice.signed_by(&signer))
            .collect();
        let party = reader.party(order.number)?;
        write.record(&Commit {
            facts: &facts,
            outline: &after.outline(),
            deadlines: &deadlines,
            party: &party,
            person: Person::Kept,
            notices: &notices,
        })?;
        write.commit()?;
        Ok(facts)
    }
}

/// The other cases that a command has to know of.
fn related(reader: Reader<'_>, case: &Case, command: &Command) -> Result<Vec<Related>, DeskError> {
    let numbers = match command {
        Command::Link { earlier } => vec![*earlier],
        Command::Merge { into } => vec![*into],
        Command::Close { as_repeat: true } => reader.earlier_of(case.number)?,
        _ => Vec::new(),
    };
    let mut found = Vec::new();
    for number in numbers {
        found.extend(reader.related(number)?);
    }
    Ok(found)
}
