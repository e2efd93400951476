//! What a fact says, in one line of its own words.

use crate::{
    cli::document,
    domain::{
        fact::{FactKind, Prose, Step},
        staff::Names,
    },
};
use chrono_tz::Tz;

/// The words of a fact that a list shows beside its kind.
pub(super) fn gist(kind: &FactKind, zone: Tz, people: Names<'_>) -> String {
    match kind {
        FactKind::Received(received) => received.title.as_str().to_owned(),
        FactKind::Assigned {
            department,
            officer,
        } => format!("{department} {}", people.of(officer))
            .trim_end()
            .to_owned(),
        FactKind::Consulted {
            department,
            text,
            until: Some(until),
        } => format!("{department} ~{until}: {}", text.as_str()),
        FactKind::Consulted {
            department, text, ..
        }
        | FactKind::ConsultationAnswered { department, text } => {
            format!("{department}: {}", text.as_str())
        }
        FactKind::Transferred { agency, text } => format!("{agency}: {}", text.as_str()),
        FactKind::Noted { text, .. }
        | FactKind::Contacted { text, .. }
        | FactKind::ExtensionNeeded { text, .. }
        | FactKind::Extended { text, .. }
        | FactKind::InterimReplied { text }
        | FactKind::Suspended { text, .. }
        | FactKind::Answered { text, .. }
        | FactKind::Objected { text }
        | FactKind::Reopened { text }
        | FactKind::Apologised { text }
        | FactKind::MisconductReported { text, .. }
        | FactKind::FactsChecked { text, .. }
        | FactKind::PublicApologyMade { text, .. }
        | FactKind::Compensated { text }
        | FactKind::ImprovementNoted { text }
        | FactKind::VisitAnnounced { text }
        | FactKind::AppointmentCancelled { text }
        | FactKind::Withdrawn { text }
        | FactKind::Returned { text } => text.as_str().to_owned(),
        FactKind::SupplementRequested { text, until }
        | FactKind::SupplementExtended { text, until }
        | FactKind::DelayExplained { text, until } => format!("~{until}: {}", text.as_str()),
        FactKind::CautionGiven { officer, text, .. }
        | FactKind::TrainingGiven { officer, text } => {
            format!("{}: {}", people.of(officer), text.as_str())
        }
        FactKind::Refused { ground, .. } => ground.as_str().to_owned(),
        FactKind::StepRecorded { step } => of_step(step, people),
        FactKind::Linked { earlier } => earlier.to_string(),
        FactKind::Merged { into } => into.to_string(),
        FactKind::Corrected { fact, text } => format!("#{fact}: {}", text.as_str()),
        FactKind::Recomputed { cause, .. } => cause.clone(),
        _ => visit(kind, zone),
    }
}

/// The words of a step of the ladder.
fn of_step(step: &Step, people: Names<'_>) -> String {
    match step {
        Step::One {
            department,
            officer,
            instruction,
        } => told(department, people.of(officer), instruction),
        Step::Two { result, apology } => format!("{} / {}", result.as_str(), apology.as_str()),
        Step::Three {
            reason,
            department,
            officer,
        } => told(department, people.of(officer), reason),
    }
}

/// Who was told what.
fn told(department: &str, officer: &str, what: &Prose) -> String {
    format!(
        "{}: {}",
        format!("{department} {officer}").trim_end(),
        what.as_str()
    )
}

/// The words of a fact about a visit; what is left says everything by its kind.
fn visit(kind: &FactKind, zone: Tz) -> String {
    match kind {
        FactKind::AppointmentMade {
            visit_at, purpose, ..
        } => {
            format!(
                "{}: {}",
                document::minute(*visit_at, zone),
                purpose.as_str()
            )
        }
        FactKind::ChecklistTicked { items } => {
            let items: Vec<String> = items.iter().map(ToString::to_string).collect();
            items.join(", ")
        }
        FactKind::AppointmentMoved { visit_at } => document::minute(*visit_at, zone),
        _ => String::new(),
    }
}
