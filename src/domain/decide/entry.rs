//! When something may be said to have happened, and when that has to be explained.

use super::{Context, cleaned};
use crate::domain::{
    fact::Prose,
    input,
    late::{is_later, reason_asked_since},
    party::Field,
    refusal::{FieldFault, Refusal, ValueFault},
};
use chrono::{DateTime, Utc};

/// What is wrong with the time of an entry: it lies ahead, or so far back that it asks for a reason.
pub(in crate::domain) fn entry_faults(context: &Context<'_>) -> Option<FieldFault> {
    let fault = |field, fault| Some(FieldFault { field, fault });
    if context.at > context.now {
        return fault(Field::At, ValueFault::Future);
    }
    let reason = input::clean(context.late_reason);
    if reason.is_empty() {
        let calendar = context.calendars.now();
        let last = reason_asked_since(context.at, context.now, calendar)?;
        return fault(Field::LateReason, ValueFault::LateUnexplained { last });
    }
    if !is_later(context.now, context.at) {
        return fault(Field::LateReason, ValueFault::NotLate);
    }
    let found = input::fault(&reason, false, input::Shape::Lines(input::TEXT_MAX))?;
    fault(Field::LateReason, found)
}

/// The reason that a new fact keeps.
pub(super) fn late_reason(context: &Context<'_>) -> Option<Prose> {
    let reason = cleaned(context.late_reason);
    (!reason.as_str().is_empty()).then_some(reason)
}

/// Refuses a time in the future, and one over a working day ago without a reason.
pub(in crate::domain) fn passed(context: &Context<'_>) -> Result<(), Refusal> {
    entry_faults(context).map_or(Ok(()), |fault| Err(Refusal::Fields(vec![fault])))
}

/// Refuses a time before the last fact, and what [`passed`] refuses.
pub(in crate::domain) fn in_order(
    last_at: DateTime<Utc>,
    context: &Context<'_>,
) -> Result<(), Refusal> {
    let last = input::local(context.charter, last_at);
    if context.now < last_at {
        return Err(Refusal::ClockBack { last });
    }
    if context.at < last_at {
        return Err(Refusal::field(
            Field::At,
            ValueFault::Before { earliest: last },
        ));
    }
    passed(context)
}
