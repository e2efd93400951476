//! The command that stands in the form of an action.
//!
//! Must not decide whether it is possible.

use super::ActionKind;
use crate::{
    desk::{CaseView, Order},
    domain::{
        command::{Command, Values},
        input,
        party::Field,
        refusal::{FieldFault, ValueFault},
        staff::Names,
    },
    form::Form,
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// The command that stands in the form of an action.
///
/// # Errors
/// A fault for every field that is empty or of no right form.
fn command(
    kind: ActionKind,
    form: &Form,
    zone: Tz,
    names: Names<'_>,
) -> Result<Command, Vec<FieldFault>> {
    kind.command(&values(kind, form, names), zone)
}

/// The command that stands in a form that is not complete: texts as they stand.
///
/// # Errors
/// The first field of no right form.
pub fn draft(
    kind: ActionKind,
    form: &Form,
    zone: Tz,
    names: Names<'_>,
) -> Result<Command, FieldFault> {
    kind.draft(&values(kind, form, names), zone)
}

fn values(kind: ActionKind, form: &Form, names: Names<'_>) -> Values {
    let slots = kind.slots().iter();
    slots
        .map(|slot| match slot.field {
            Field::Officer => (slot.field, form.officer(names)),
            field => (field, form.of(field)),
        })
        .collect()
}

/// The order that stands in the form of an action on a case.
///
/// # Errors
/// A fault for every field that is empty or of no right form.
pub fn order(
    kind: ActionKind,
    form: &Form,
    view: &CaseView,
    names: Names<'_>,
) -> Result<Order, Vec<FieldFault>> {
    let zone = view.rules.charter.office.zone;
    match (command(kind, form, zone, names), time(form, zone)) {
        (Ok(command), Ok(at)) => Ok(Order {
            number: view.case.number,
            command,
            at,
            seen: Some(view.case.seq),
        }),
        (command, at) => {
            let mut faults = command.err().unwrap_or_default();
            faults.extend(at.err());
            Err(faults)
        }
    }
}

/// When it happened, as typed; `None` where nothing was.
///
/// # Errors
/// The text is no time.
fn time(form: &Form, zone: Tz) -> Result<Option<DateTime<Utc>>, FieldFault> {
    let typed = form.value(Field::At.id()).trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let fault = FieldFault {
        field: Field::At,
        fault: ValueFault::Form,
    };
    input::moment(typed, zone).map(Some).ok_or(fault)
}
