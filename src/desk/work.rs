//! Commands on cases: each is one transaction.

use super::{
    Desk, DeskError, Rules, intake::case_deadlines, merged, related, revoke::LaterCases,
    staff::signer,
};
use crate::{
    domain::{
        case::{Case, CaseNumber},
        command::Command,
        decide::{self, Context},
        fact::Fact,
        late::EntryTime,
        notice::notices,
        party::Party,
        staff::Staff,
    },
    store::{Commit, PersonChange, Reader, StoreError, Write},
};

/// A command for one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    pub number: CaseNumber,
    pub command: Command,
    /// When it happened.
    pub time: EntryTime,
    /// How many facts the clerk had seen, to refuse where another clerk added one since.
    pub seen: Option<u32>,
}

impl Desk {
    /// Carries out a command and returns the facts it made.
    ///
    /// # Errors
    /// A refusal, or another clerk's fact since `seen`; nothing is changed then.
    pub fn run(&mut self, order: &Order) -> Result<Vec<Fact>, DeskError> {
        let write = self
            .store
            .write(&self.actor, order.command.kind().operation())?;
        let now = write.now;
        let reader = write.reader();
        let found = reader.case(order.number)?;
        let (case, before) = found.ok_or(DeskError::NoSuchCase(order.number))?;
        check_seen_but_sending(order.seen, &before)?;
        let rules = self.rules.version(reader, case.intake.charter)?;
        let party = reader.party(order.number)?;
        let related = related::of_command(reader, (&case, &before, &party), &order.command)?;
        let staff = named_staff(reader, &order.command)?;
        let signer = signer(reader, &case.officer, &self.actor)?;
        let context = Context {
            at: order.time.at.unwrap_or(now),
            late_reason: &order.time.late_reason,
            history: &before,
            related: &related,
            staff: &staff,
            person: Some(&party),
            signer: Some(&signer),
            ..rules.context(now, &self.actor)
        };
        let facts = decide::decide(&case, &order.command, &context)?;
        let struck = order.command.revokes();
        let later =
            struck.map(|struck| LaterCases::read(reader, &mut self.rules, order.number, struck));
        let later = later.transpose()?;
        let case = case.with(&before, &facts);
        let party = match struck {
            Some(_) => reader.person_of(&case)?,
            None => order.command.person_after(party.clone()),
        };
        record(&write, &case, &facts, &party, &rules, Some(&signer))?;
        let since = (&case, facts.as_slice());
        merged::follow(
            &write,
            &mut self.rules,
            since,
            (&self.actor, now, context.at),
        )?;
        if let Some(later) = later {
            later.check(&write, (&self.actor, now))?;
        }
        write.commit()?;
        Ok(facts)
    }
}

/// The staff, for a command that may name a team or an officer.
fn named_staff(reader: Reader<'_>, command: &Command) -> Result<Vec<Staff>, DeskError> {
    match command {
        Command::Handling(_) | Command::Ladder(_) | Command::Redress(_) => Ok(reader.staff()?),
        Command::Timing(_) | Command::Supplement(_) | Command::Exit(_) | Command::Visit(_) => {
            Ok(Vec::new())
        }
    }
}

/// Refuses where a subject has more facts than the clerk had seen.
pub(super) fn check_seen(seen: Option<u32>, found: u32) -> Result<(), StoreError> {
    match seen.filter(|seen| *seen != found) {
        None => Ok(()),
        Some(expected) => Err(StoreError::Conflict { expected, found }),
    }
}

/// The same, but what sending a notice brought about in between is no change that a clerk has to see.
pub(super) fn check_seen_but_sending(seen: Option<u32>, facts: &[Fact]) -> Result<(), StoreError> {
    let last = facts.last().map_or(0, |fact| fact.seq);
    let Some(seen) = seen.filter(|seen| *seen <= last) else {
        return check_seen(seen, last);
    };
    let mut since = facts.iter().filter(|fact| fact.seq > seen);
    let found = since.rfind(|fact| !fact.kind.is_of_sending());
    check_seen(Some(seen), found.map_or(seen, |fact| fact.seq))
}

/// Applies new facts to a case and records them.
pub(super) fn record_new(
    write: &Write<'_>,
    case: &mut Case,
    facts: &[Fact],
    rules: &Rules,
    signer: Option<&Staff>,
) -> Result<(), DeskError> {
    for fact in facts {
        case.apply(fact);
    }
    let party = write.reader().person_of(case)?;
    record(write, case, facts, &party, rules, signer)
}

/// Records new facts that `case` has already applied, with deadlines and notices; without a signer there are no
/// notices.
pub(super) fn record(
    write: &Write<'_>,
    case: &Case,
    facts: &[Fact],
    party: &Party,
    rules: &Rules,
    signer: Option<&Staff>,
) -> Result<(), DeskError> {
    let notices: Vec<_> = facts
        .iter()
        .flat_map(|fact| notices(fact, &case.intake))
        .filter_map(|notice| signer.map(|signer| notice.signed_by(signer, &case.department)))
        .collect();
    write.record(&Commit {
        facts,
        outline: &case.outline(),
        deadlines: &case_deadlines(case, rules)?,
        party,
        person: person_change(facts),
        notices: &notices,
    })?;
    Ok(())
}

/// Whether facts put the person right, or what the case is found by.
fn person_change(facts: &[Fact]) -> PersonChange {
    if facts.iter().any(|fact| fact.kind.names_representatives()) {
        return PersonChange::Changed;
    }
    let mut amended = facts.iter().filter_map(|fact| fact.kind.amendment());
    match amended.next() {
        None => PersonChange::Unchanged,
        Some(amendment) if amendment.person.is_empty() => PersonChange::Reindexed,
        Some(_) => PersonChange::Changed,
    }
}
