//! Whether an earlier case is of the same customer and point, as far as the file tells.

use super::{DeskError, work};
use crate::{
    domain::{
        case::{Case, CaseNumber},
        command::{Command, Ladder},
        decide::{self, RelatedCase},
        fact::Fact,
        party::Party,
        sameness::Sameness,
        similarity::of_matter,
    },
    store::Reader,
};

/// The cases that a decision depends on; one that a link names is compared.
pub(super) fn related(
    reader: Reader<'_>,
    (case, facts, party): (&Case, &[Fact], &Party),
    command: &Command,
) -> Result<Vec<RelatedCase>, DeskError> {
    let struck = || decide::merged_into(facts, command.revokes()?);
    let named = command.other_case().or_else(struck);
    let mut related = work::related(reader, case.number, named)?;
    if let Command::Ladder(Ladder::Link { earlier, .. }) = command
        && let Some(named) = related.iter_mut().rfind(|one| one.number == *earlier)
    {
        named.sameness = compare(reader, (case, party), *earlier)?;
    }
    Ok(related)
}

/// Compares a case with an earlier one; `None` where that does not exist.
pub(super) fn compare(
    reader: Reader<'_>,
    (case, party): (&Case, &Party),
    earlier: CaseNumber,
) -> Result<Option<Sameness>, DeskError> {
    let Some((other, _)) = reader.case(earlier)? else {
        return Ok(None);
    };
    let (title, body) = (case.intake.title.as_str(), case.intake.body.as_str());
    let text = format!("{title}\n{body}");
    let (title, body) = (other.intake.title.as_str(), other.intake.body.as_str());
    let likeness = of_matter(&text, title, body);
    Ok(Some(Sameness::of(party, &reader.party(earlier)?, likeness)))
}
