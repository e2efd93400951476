//! Working a case: one command, one transaction.

use super::{Desk, DeskError, Rules, intake::counted, staff::signer};
use crate::{
    domain::{
        case::{Case, CaseNumber},
        command::Command,
        decide::{self, Context, RelatedCase},
        fact::Fact,
        notice::notices,
        staff::Staff,
    },
    store::{Commit, PersonChange, Reader, StoreError, Write},
};
use chrono::{DateTime, Utc};

/// A command for one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
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
        let write = self
            .store
            .write(&self.actor, order.command.kind().operation())?;
        let reader = write.reader();
        let found = reader.case(order.number)?;
        let (case, before) = found.ok_or(DeskError::NoSuchCase(order.number))?;
        unchanged_but_sending(order.seen, &before)?;
        let rules = self.rules.version(reader, case.intake.charter)?;
        let related = related(reader, case.number, order.command.named())?;
        let signer = signer(reader, &case.officer, &self.actor)?;
        let context = Context {
            at: order.at.unwrap_or(now),
            related: &related,
            signer: Some(&signer),
            ..rules.context(now, &self.actor)
        };
        let facts = decide::decide(&case, &order.command, &context)?;
        record(&write, case, &facts, &rules, Some(&signer))?;
        write.commit()?;
        Ok(facts)
    }
}

/// Refuses where a subject has another fact than the clerk had seen.
pub(super) fn unchanged(seen: Option<u32>, found: u32) -> Result<(), StoreError> {
    match seen.filter(|seen| *seen != found) {
        None => Ok(()),
        Some(expected) => Err(StoreError::Conflict { expected, found }),
    }
}

/// The same, but what sending a notice brought about in between is no change that a clerk has to see.
pub(super) fn unchanged_but_sending(seen: Option<u32>, facts: &[Fact]) -> Result<(), StoreError> {
    let last = facts.last().map_or(0, |fact| fact.seq);
    let Some(seen) = seen.filter(|seen| *seen <= last) else {
        return unchanged(seen, last);
    };
    let mut since = facts.iter().filter(|fact| fact.seq > seen);
    let found = since.rfind(|fact| !fact.kind.is_of_sending());
    unchanged(Some(seen), found.map_or(seen, |fact| fact.seq))
}

/// Applies new facts to a case and writes them with everything that follows from them; what calls for a notice needs who
/// signs it.
pub(super) fn record(
    write: &Write<'_>,
    mut case: Case,
    facts: &[Fact],
    rules: &Rules,
    signer: Option<&Staff>,
) -> Result<(), DeskError> {
    for fact in facts {
        case.apply(fact);
    }
    let notices: Vec<_> = facts
        .iter()
        .flat_map(|fact| notices(fact, &case.intake))
        .filter_map(|notice| signer.map(|signer| notice.signed_by(signer, &case.department)))
        .collect();
    write.record(&Commit {
        facts,
        outline: &case.outline(),
        deadlines: &counted(&case, rules)?,
        party: &write.reader().party(case.number)?,
        person: PersonChange::Unchanged,
        notices: &notices,
    })?;
    Ok(())
}

/// The cases that one is linked to, and those that they are linked to; and the one that a command names.
pub(super) fn related(
    reader: Reader<'_>,
    case: CaseNumber,
    named: Option<CaseNumber>,
) -> Result<Vec<RelatedCase>, DeskError> {
    let linked = reader.earlier_of(case)?;
    let mut found = Vec::new();
    for number in linked.into_iter().chain(named) {
        found.extend(reader.related(number)?);
    }
    Ok(found)
}
