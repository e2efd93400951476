//! A visit to the customer, or of the customer: agreed, announced, moved, kept, cancelled. One at a time.

use super::{
    Context, name, required,
    stages::{KNOWN, at_stage},
};
use crate::domain::{
    case::{Case, Visit},
    command::Visiting,
    fact::FactKind,
    party::Field,
    refusal::{Fault, Refusal},
};
use chrono::{DateTime, TimeDelta, Utc};

/// The furthest ahead of now that a visit is agreed: ten years.
const REACH: TimeDelta = TimeDelta::days(3_660);

/// The fact that a command of this room makes.
pub(super) fn decide(
    case: &Case,
    command: &Visiting,
    context: &Context<'_>,
) -> Result<FactKind, Refusal> {
    at_stage(case, KNOWN)?;
    match command {
        Visiting::Appoint { at, purpose } => {
            free(case, context)?;
            ahead(*at, context)?;
            Ok(FactKind::AppointmentMade {
                visit_at: *at,
                purpose: required(Field::Purpose, purpose)?,
                officer: String::new(),
            })
        }
        // Day and officer are agreed beforehand (`koreha.phone.appoint`, `kpf.booking`).
        Visiting::Book {
            at,
            officer,
            purpose,
        } => {
            free(case, context)?;
            ahead(*at, context)?;
            let officer = name(Field::Officer, officer, true)?;
            Ok(FactKind::AppointmentMade {
                visit_at: *at,
                purpose: required(Field::Purpose, purpose)?,
                officer,
            })
        }
        Visiting::Cancel { text } => {
            agreed(case)?;
            Ok(FactKind::AppointmentCancelled {
                text: required(Field::Text, text)?,
            })
        }
        Visiting::Move { at } => {
            let visit = agreed(case)?;
            ahead(*at, context)?;
            if visit.at() == *at {
                return Err(Refusal::AlreadyDone);
            }
            Ok(FactKind::AppointmentMoved { visit_at: *at })
        }
        Visiting::Keep if context.at < agreed(case)?.at() => Err(Refusal::VisitAhead),
        Visiting::Keep => Ok(FactKind::AppointmentKept),
        Visiting::Announce { text } => {
            agreed(case)?;
            Ok(FactKind::VisitAnnounced {
                text: required(Field::Text, text)?,
            })
        }
    }
}

/// One whose time went by without a visit does not stand in the way of the next.
fn free(case: &Case, context: &Context<'_>) -> Result<(), Refusal> {
    if case.visit().is_some_and(|visit| visit.at() > context.now) {
        return Err(Refusal::VisitAgreed);
    }
    Ok(())
}

fn agreed(case: &Case) -> Result<&Visit, Refusal> {
    case.visit().ok_or(Refusal::NoVisit)
}

/// A visit lies ahead of the clock, within reach.
fn ahead(at: DateTime<Utc>, context: &Context<'_>) -> Result<(), Refusal> {
    if at > context.now && at - context.now <= REACH {
        Ok(())
    } else {
        Err(Refusal::field(Field::Visit, Fault::NotAhead))
    }
}
