//! The result of a case, told to those whose cases were merged into it.
//!
//! Must not know which cases those are: the desk finds them.

use super::{Context, check::signable};
use crate::domain::{
    case::{Case, CaseNumber, Stage},
    fact::{Fact, FactKind},
    refusal::Refusal,
};

/// The fact that tells the complainant of a merged case the result of the case in which it continues; `None` where `result`
/// is none, or they have one already.
///
/// # Errors
/// The notice would not bear name and number of the person in charge.
pub fn share(
    case: &Case,
    (from, result): (CaseNumber, &Fact),
    context: &Context<'_>,
) -> Result<Option<Fact>, Refusal> {
    let tells = matches!(
        result.kind,
        FactKind::Answered { .. } | FactKind::Refused { .. }
    );
    if !tells || case.stage != Stage::Merged {
        return Ok(None);
    }
    signable(case, context)?;
    let kind = FactKind::ResultShared {
        from,
        seq: result.seq,
        denied: result.kind.denies(),
    };
    let at = context.at.max(case.last_at);
    Ok(Some(Fact {
        at,
        ..context.fact(case.seq + 1, kind)
    }))
}
