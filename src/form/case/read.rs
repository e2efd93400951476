//! The command read from the form of an action.
//!
//! Must not decide whether it is possible.

use super::ActionKind;
use crate::{
    desk::{CaseView, Order},
    domain::{
        command::{Command, Values},
        input,
        party::Field,
        refusal::FieldFault,
        staff::Names,
    },
    form::Form,
};
use chrono_tz::Tz;

/// The command of an incomplete form, with its texts as they are.
///
/// # Errors
/// The first field that cannot be read.
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

/// Reads the form of an action on a case.
///
/// # Errors
/// A fault for every field that is empty or cannot be read.
pub fn order(
    kind: ActionKind,
    form: &Form,
    view: &CaseView,
    names: Names<'_>,
) -> Result<Order, Vec<FieldFault>> {
    let zone = view.rules.charter.office.zone;
    let command = kind.command(&values(kind, form, names), zone);
    let at = form.optional(Field::At, |typed| input::moment(typed, zone));
    match (command, at) {
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
