//! A visit to or of the customer: agreed, announced, moved, kept, cancelled. One at a time.

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

/// The furthest time of a visit: ten years ahead.
const REACH: TimeDelta = TimeDelta::days(3_660);

/// The fact that a command of this family makes.
pub(super) fn decide(
    case: &Case,
    command: &Appointment,
    context: &Context<'_>,
) -> Result<FactKind, Refusal> {
    Ok(match command {
        Appointment::Appoint { at, purpose } => FactKind::AppointmentMade {
            visit_at: future(*at, context)?,
            purpose: cleaned(purpose),
            officer: String::new(),
        },
        // Day and officer are agreed beforehand (`koreha.phone.appoint`, `kpf.booking`).
        Appointment::Book {
            at,
            officer,
            purpose,
        } => FactKind::AppointmentMade {
            visit_at: future(*at, context)?,
            purpose: cleaned(purpose),
            officer: input::clean(officer),
        },
        Appointment::Cancel { text } => FactKind::AppointmentCancelled {
            text: cleaned(text),
        },
        Appointment::Move { at } => {
            let visit_at = future(*at, context)?;
            if agreed_visit(case)?.at() == visit_at {
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

/// Refuses a second visit while the first is still to come; one whose time has passed does not count.
pub(super) fn bookable(case: &Case, context: &Context<'_>) -> Result<(), Refusal> {
    at_stage(case, KNOWN)?;
    if case.visit().is_some_and(|visit| visit.at() > context.now) {
        return Err(Refusal::VisitAgreed);
    }
    Ok(())
}

/// The visit that was agreed and has not taken place.
pub(super) fn agreed_visit(case: &Case) -> Result<&Visit, Refusal> {
    at_stage(case, KNOWN)?;
    case.visit().ok_or(Refusal::NoVisit)
}

/// A visit can be kept at its time or later.
pub(super) fn keepable(case: &Case, context: &Context<'_>) -> Result<(), Refusal> {
    if context.at < agreed_visit(case)?.at() {
        return Err(Refusal::VisitAhead);
    }
    Ok(())
}

/// Refuses a time that is past or beyond [`REACH`].
fn future(at: DateTime<Utc>, context: &Context<'_>) -> Result<DateTime<Utc>, Refusal> {
    if at > context.now && at - context.now <= REACH {
        Ok(at)
    } else {
        Err(Refusal::field(Field::Visit, ValueFault::NotAhead))
    }
}
