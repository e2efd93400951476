//! What a decision needs to know of other cases: those that one is linked to, and the one that a command names.

use super::DeskError;
use crate::{
    domain::{
        case::{Case, CaseNumber, Stage},
        command::{Command, Exit},
        decide::{self, RelatedCase},
        fact::Fact,
        party::Party,
        sameness::{self, Sameness},
        similarity::of_matter,
    },
    store::Reader,
};

/// The cases that a decision depends on.
pub(super) fn of_command(
    reader: Reader<'_>,
    (case, facts, party): (&Case, &[Fact], &Party),
    command: &Command,
) -> Result<Vec<RelatedCase>, DeskError> {
    let mut related = of_case(reader, (case, party))?;
    let struck = || decide::merged_into(case, facts, command.revokes()?);
    if let Some(named) = command.other_case().or_else(struck) {
        related.retain(|other| other.number != named);
        related.extend(one(reader, (case, party), named)?);
    }
    if let Command::Exit(Exit::Merge { into }) = command
        && let Some(named) = related.last_mut()
    {
        named.persons = persons(reader, [case.number, *into])?;
    }
    Ok(related)
}

/// The cases linked to one, directly or indirectly.
pub(super) fn of_case(
    reader: Reader<'_>,
    (case, party): (&Case, &Party),
) -> Result<Vec<RelatedCase>, DeskError> {
    let mut found = Vec::new();
    for number in reader.earlier_of(case.number)? {
        found.extend(one(reader, (case, party), number)?);
    }
    Ok(found)
}

/// Another case, compared with this one; `None` where it does not exist.
pub(super) fn one(
    reader: Reader<'_>,
    (case, party): (&Case, &Party),
    number: CaseNumber,
) -> Result<Option<RelatedCase>, DeskError> {
    let Some((other, _)) = reader.case(number)? else {
        return Ok(None);
    };
    let (title, body) = (case.intake.title.as_str(), case.intake.body.as_str());
    let text = format!("{title}\n{body}");
    let (title, body) = (other.intake.title.as_str(), other.intake.body.as_str());
    let likeness = of_matter(&text, title, body);
    Ok(Some(RelatedCase {
        sameness: Some(Sameness::of(party, &reader.party(number)?, likeness)),
        ..RelatedCase::of(&other)
    }))
}

/// How many different persons bring the purport of two cases: theirs, and those of the cases linked to or merged with them,
/// as far as they wait for a result.
fn persons(reader: Reader<'_>, cases: [CaseNumber; 2]) -> Result<u32, DeskError> {
    let mut bringing = Vec::new();
    let mut known = cases.to_vec();
    let mut at = 0;
    while let Some(number) = known.get(at).copied() {
        at += 1;
        let Some((case, _)) = reader.case(number)? else {
            continue;
        };
        let mut joined = reader.joined_with(number)?;
        joined.retain(|other| !known.contains(other));
        known.extend(joined);
        let waits = matches!(case.stage, Stage::Received | Stage::Assigned);
        if waits || case.awaits_shared_result() {
            bringing.push((reader.party(number)?, case.intake.petitioner.count()));
        }
    }
    Ok(sameness::persons(&bringing))
}

#[cfg(test)]
pub(in crate::desk) mod tests;
