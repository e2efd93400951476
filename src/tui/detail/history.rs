//! What happened, newest first, and what the complainant was told.

use super::paper::Paper;
use crate::{
    desk::CaseView,
    domain::fact::{Fact, FactKind, Prose},
    words::{Say, terminal as text},
};
use ratatui::text::Line;

/// The facts of a case, the newest first.
pub(super) fn facts(view: &CaseView, paper: Paper<'_>) -> Vec<Line<'static>> {
    let shared = paper.shared;
    let mut lines = paper.heading(text::HISTORY);
    for fact in view.facts.iter().rev() {
        let when = paper.time(fact.at, view);
        let head = format!(
            "{:>3}  {when}  {}  {}",
            fact.seq,
            shared.called(&fact.by),
            fact.kind.say(shared.lang)
        );
        lines.push(paper.line(&head, shared.theme.text));
        let said = words(fact, view, paper);
        if !said.is_empty() {
            lines.extend(paper.wrapped(&said, 5, shared.theme.dim));
        }
    }
    lines
}

/// What a fact says beside its name.
fn words(fact: &Fact, view: &CaseView, paper: Paper<'_>) -> String {
    let lang = paper.shared.lang;
    let told = |prose: &Prose| prose.as_str().to_owned();
    match &fact.kind {
        FactKind::Assigned {
            department,
            officer,
        } => format!("{department} {}", paper.shared.called(officer)),
        FactKind::Noted { text, .. }
        | FactKind::InterimReplied { text }
        | FactKind::Objected { text }
        | FactKind::Reopened { text }
        | FactKind::Apologised { text }
        | FactKind::Withdrawn { text }
        | FactKind::Returned { text } => told(text),
        FactKind::Contacted { how, text } => format!("{}: {}", how.say(lang), text.as_str()),
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
        FactKind::ExtensionNeeded { reason, text } => {
            format!("{}: {}", reason.say(lang), text.as_str())
        }
        FactKind::Extended {
            reason, days, text, ..
        } => {
            format!("+{days}  {}: {}", reason.say(lang), text.as_str())
        }
        FactKind::SupplementRequested { text, until }
        | FactKind::SupplementExtended { text, until } => format!("~{until}: {}", text.as_str()),
        FactKind::Suspended { reason, text } => format!("{}: {}", reason.say(lang), text.as_str()),
        FactKind::Answered { outcome, text } => format!("{}: {}", outcome.say(lang), text.as_str()),
        FactKind::Refused { ground, remedy } => format!("{}\n{}", ground.as_str(), remedy.as_str()),
        FactKind::StepRecorded { step } => super::steps::words(step, "\n", paper.shared),
        FactKind::Linked { earlier } => earlier.to_string(),
        FactKind::Transferred { agency, text } => format!("{agency}: {}", text.as_str()),
        FactKind::Merged { into } => into.to_string(),
        FactKind::Corrected { fact, text } => format!("#{fact}: {}", text.as_str()),
        FactKind::Recomputed { cause, moved } => {
            let promises: Vec<&str> = moved.iter().map(|moved| moved.promise.as_str()).collect();
            format!("{cause}: {}", promises.join(", "))
        }
        _ => redress(fact, view, paper),
    }
}

/// What a fact about something that went wrong, or about a visit, says beside its name.
fn redress(fact: &Fact, view: &CaseView, paper: Paper<'_>) -> String {
    match &fact.kind {
        FactKind::MisconductReported { detail, text } => {
            format!("{}: {}", detail.say(paper.shared.lang), text.as_str())
        }
        FactKind::FactsChecked { text, .. }
        | FactKind::Compensated { text }
        | FactKind::ImprovementNoted { text }
        | FactKind::AppointmentCancelled { text }
        | FactKind::VisitAnnounced { text } => text.as_str().to_owned(),
        FactKind::PublicApologyMade { text, published } => {
            format!("{}: {}", paper.date(*published, view), text.as_str())
        }
        FactKind::CautionGiven {
            department,
            officer,
            text,
        } => {
            let officer = paper.shared.called(officer);
            format!("{department} {officer}: {}", text.as_str())
        }
        FactKind::TrainingGiven { officer, text } => {
            format!("{}: {}", paper.shared.called(officer), text.as_str())
        }
        FactKind::DelayExplained { text, until } => format!("~{until}: {}", text.as_str()),
        FactKind::AppointmentMade {
            visit_at,
            purpose,
            officer,
        } => {
            let (at, officer) = (paper.time(*visit_at, view), paper.shared.called(officer));
            format!(
                "{}: {}",
                format!("{at} {officer}").trim_end(),
                purpose.as_str()
            )
        }
        FactKind::ChecklistTicked { items } => {
            let items: Vec<String> = items.iter().map(ToString::to_string).collect();
            items.join(", ")
        }
        FactKind::AppointmentMoved { visit_at } => paper.time(*visit_at, view),
        // What is left says everything by its name.
        _ => String::new(),
    }
}

/// The notices that facts called for.
pub(super) fn notices(view: &CaseView, paper: Paper<'_>) -> Vec<Line<'static>> {
    if view.notices.is_empty() {
        return Vec::new();
    }
    let shared = paper.shared;
    let mut lines = paper.heading(text::NOTICES);
    for notice in &view.notices {
        let status = match notice.status.as_str() {
            "sent" => text::SENT,
            "failed" => text::FAILED,
            _ => text::QUEUED,
        };
        let said = text::SENT_BY.with(
            shared.lang,
            &[
                ("kind", &notice.kind.say(shared.lang)),
                ("medium", &notice.medium.say(shared.lang)),
                ("status", paper.say(status)),
            ],
        );
        let signed = [
            &notice.signed.department,
            &notice.signed.name,
            &notice.signed.phone,
        ];
        let signed: Vec<&str> = signed.into_iter().map(String::as_str).collect();
        let signed = signed.join(" ");
        let at = paper.time(notice.queued_at, view);
        let parts = [format!("{at}  {said}"), signed];
        lines.extend(paper.packed(&parts, "  ", 2, shared.theme.text));
    }
    lines
}
