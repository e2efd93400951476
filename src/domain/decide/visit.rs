//! A visit to the customer, or of the customer: agreed, announced, moved, kept, cancelled. One at a time.

use super::{
    Context, cleaned,
    stages::{KNOWN, at_stage},
};
use crate::domain::{
    case::{Case, Visit},
    command::Appointment,
    fact::FactKind,
    input,
    party::Field,
    refusal::{Refusal, ValueFault},
};
use chrono::{DateTime, TimeDelta, Utc};

/// The furthest ahead of now that a visit is agreed: ten years.
const REACH: TimeDelta = TimeDelta::days(3_660);

/// The fact that a command of this family makes.
pub(super) fn decide(
    case: &Case,
    command: &Appointment,
    context: &Context<'_>,
) -> Result<FactKind, Refusal> {
    Ok(match command {
        Appointment::Appoint { at, purpose } => FactKind::AppointmentMade {
            visit_at: ahead(*at, context)?,
            purpose: cleaned(purpose),
            officer: String::new(),
        },
        // Day and officer are agreed beforehand (`koreha.phone.appoint`, `kpf.booking`).
        Appointment::Book {
            at,
            officer,
            purpose,
        } => FactKind::AppointmentMade {
            visit_at: ahead(*at, context)?,
            purpose: cleaned(purpose),
            officer: input::clean(officer),
        },
        Appointment::Cancel { text } => FactKind::AppointmentCancelled {
            text: cleaned(text),
        },
        Appointment::Move { at } => {
            let visit_at = ahead(*at, context)?;
            if agreed(case)?.at() == visit_at {
                return Err(Refusal::AlreadyDone);
            }
            FactKind::AppointmentMoved { visit_at }
        }
        Appointment::Keep => FactKind::AppointmentKept,
        Appointment::Announce { text } => FactKind::VisitAnnounced {
            text: cleaned(text),
        },
    })
}

/// One whose time went by without a visit does not stand in the way of the next.
pub(super) fn free(case: &Case, context: &Context<'_>) -> Result<(), Refusal> {
    at_stage(case, KNOWN)?;
    if case.visit().is_some_and(|visit| visit.at() > context.now) {
        return Err(Refusal::VisitAgreed);
    }
    Ok(())
}

/// The visit that is agreed.
pub(super) fn agreed(case: &Case) -> Result<&Visit, Refusal> {
    at_stage(case, KNOWN)?;
    case.visit().ok_or(Refusal::NoVisit)
}

/// A visit takes place at its time or after it.
pub(super) fn come(case: &Case, context: &Context<'_>) -> Result<(), Refusal> {
    if context.at < agreed(case)?.at() {
        return Err(Refusal::VisitAhead);
    }
    Ok(())
}

/// A visit lies ahead of the clock, within reach.
fn ahead(at: DateTime<Utc>, context: &Context<'_>) -> Result<DateTime<Utc>, Refusal> {
    if at > context.now && at - context.now <= REACH {
        Ok(at)
    } else {
        Err(Refusal::field(Field::Visit, ValueFault::NotAhead))
    }
}
