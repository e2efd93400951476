//! The command read from the form of an action.
//!
//! Must not decide whether it is possible.

use super::ActionKind;
use crate::{
    desk::{CaseView, Order},
    domain::{
        command::{Command, Slot, Values},
        input::OfficeClock,
        party::Field,
        refusal::{FieldFault, ValueFault},
        staff::Names,
    },
    form::{Form, late},
};
use chrono::{DateTime, Utc};

/// The command of an incomplete form, with its texts as they are.
///
/// # Errors
/// The first field that cannot be read.
pub fn draft(
    kind: ActionKind,
    form: &Form,
    clock: OfficeClock,
    names: Names<'_>,
) -> Result<Command, FieldFault> {
    kind.draft(&values(kind, form, names, clock), clock.zone)
}

fn values(kind: ActionKind, form: &Form, names: Names<'_>, clock: OfficeClock) -> Values {
    // What stands in the form of a case is not what others are to be given.
    let stays = |slot: &&Slot| {
        kind == ActionKind::Amend && !slot.required && !form.is_any_changed(&[slot.field.id()])
    };
    let slots = kind.slots().iter().filter(|slot| !stays(slot));
    let typed = slots
        .map(|slot| match slot.field {
            Field::Officer => (slot.field, form.officer(names)),
            field => (field, form.of(field)),
        })
        .collect();
    kind.settled(&typed, clock)
}

/// What a person has not confirmed of a link that does not only point there.
fn unconfirmed(kind: ActionKind, form: &Form) -> Vec<FieldFault> {
    if kind != ActionKind::Link || form.is_on(Field::SeeAlso.id()) {
        return Vec::new();
    }
    let ticks = [Field::SameCustomer, Field::SamePoint].into_iter();
    let open = ticks.filter(|field| !form.is_on(field.id()));
    let fault = ValueFault::Missing;
    open.map(|field| FieldFault {
        field,
        fault: fault.clone(),
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
    now: DateTime<Utc>,
) -> Result<Order, Vec<FieldFault>> {
    let clock = view.rules.clock(now);
    let command = match unconfirmed(kind, form) {
        faults if faults.is_empty() => kind.command(&values(kind, form, names, clock), clock.zone),
        faults => Err(faults),
    };
    let time = late::time(form, |typed| clock.moment(typed));
    match (command, time) {
        (Ok(command), Ok(time)) => Ok(Order {
            number: view.case.number,
            command,
            time,
            seen: Some(view.case.seq),
        }),
        (command, time) => {
            let mut faults = command.err().unwrap_or_default();
            faults.extend(time.err());
            Err(faults)
        }
    }
}
