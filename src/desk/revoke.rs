//! Striking a fact out: whether anything can be, and what it means for other cases, of which some were decided on it.

use super::{DeskError, Rules, related, rules::RulesCache};
use crate::{
    domain::{
        case::{Case, CaseNumber},
        decide::{self, Context, RelatedCase},
        fact::Fact,
        refusal::{Refusal, RevokeRefusal},
        revocation::RECEIPT,
        staff::Staff,
    },
    store::{Reader, Write},
};
use chrono::{DateTime, Utc};
use std::sync::Arc;

/// Refuses where nothing of a history can be struck out, for the reason of the last fact that people recorded.
pub(super) fn something_revocable<K>(
    facts: &[Fact<K>],
    revocable: impl Fn(u32) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let mut why = Ok(());
    for fact in facts.iter().rev() {
        match revocable(fact.seq) {
            Ok(()) => return Ok(()),
            Err(refusal) if why.is_ok() && !refusal.is_of_entry() => why = Err(refusal),
            Err(_) => (),
        }
    }
    why
}

/// A case that is linked to another, directly or through others, with what it was decided on.
struct LaterCase {
    case: Case,
    facts: Vec<Fact>,
    rules: Arc<Rules>,
    related: Vec<RelatedCase>,
}

/// The cases that may have been decided on what is to be struck out.
pub(super) struct LaterCases(Vec<LaterCase>);

impl LaterCases {
    /// Reads them before the revocation is recorded.
    ///
    /// # Errors
    /// The receipt is struck out and another case refers to it.
    pub(super) fn read(
        reader: Reader<'_>,
        rules: &mut RulesCache,
        number: CaseNumber,
        struck: u32,
    ) -> Result<Self, DeskError> {
        let linked = reader.later_of(number)?;
        if struck == RECEIPT
            && let Some(other) = linked.first().or(reader.merged_into(number)?.first())
        {
            return Err(DeskError::Refusal(RevokeRefusal::InUse(*other).into()));
        }
        let mut later = Vec::new();
        for other in linked {
            let (case, facts) = reader.case(other)?.ok_or(DeskError::NoSuchCase(other))?;
            later.push(LaterCase {
                rules: rules.version(reader, case.intake.charter)?,
                related: related::of_case(reader, (&case, &reader.party(other)?))?,
                case,
                facts,
            });
        }
        Ok(Self(later))
    }

    /// Checks them against what is recorded now.
    ///
    /// # Errors
    /// A fact of theirs that would have been refused.
    pub(super) fn check(
        &self,
        write: &Write<'_>,
        (actor, now): (&Staff, DateTime<Utc>),
    ) -> Result<(), DeskError> {
        for later in &self.0 {
            let before = Context {
                related: &later.related,
                ..later.rules.context(now, actor)
            };
            let party = write.reader().party(later.case.number)?;
            let related = related::of_case(write.reader(), (&later.case, &party))?;
            let after = Context {
                related: &related,
                ..before
            };
            decide::needed_elsewhere((&later.case, &later.facts), &before, &after)?;
        }
        Ok(())
    }
}
