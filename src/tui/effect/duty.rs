//! What the screens ask of the desk about duties.

use super::{Effect, Told};
use crate::desk::{Desk, DeskError, StoreError};

/// Does what was asked about duties; `None` where it is about something else.
///
/// # Errors
/// What the desk refuses.
pub(super) fn done(desk: &mut Desk, effect: &Effect) -> Result<Option<Told>, DeskError> {
    Ok(match effect {
        Effect::BeginDuties => Some(Told::DutiesBegun(begin(desk)?)),
        Effect::DutyYear(year) => Some(Told::DutyYear(Box::new(desk.duty_year(*year)?))),
        Effect::Duty(number) => {
            let view = desk.duty(*number)?;
            let history = desk.duty_history(&view.duty.promise)?;
            Some(Told::Duty(Box::new(view), history))
        }
        Effect::RunDuty(order) => {
            let begun = desk.run_duty(order)?;
            Some(Told::DutyDone(order.number, begun.first().copied()))
        }
        _ => None,
    })
}

/// A file that can only be read keeps who reads it from nothing else: whoever writes there opens what has begun.
fn begin(desk: &mut Desk) -> Result<usize, DeskError> {
    match desk.begin_duties() {
        Err(DeskError::Store(StoreError::ReadOnly { .. })) => Ok(0),
        begun => begun,
    }
}
