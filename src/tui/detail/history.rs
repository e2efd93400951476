//! What happened, newest first, and what the complainant was told.

use super::paper::Paper;
use crate::{
    desk::CaseView,
    domain::fact::Wording,
    words::{Say, terminal as text},
};
use ratatui::text::Line;

/// The facts of a case, the newest first.
pub(super) fn facts(view: &CaseView, paper: Paper<'_>) -> Vec<Line<'static>> {
    let shared = paper.shared;
    let mut lines = paper.heading(text::HISTORY);
    let wording = Wording {
        names: shared.names(),
        at: &|at| paper.time(at, view),
        between: "\n",
    };
    for fact in view.facts.iter().rev() {
        let when = paper.time(fact.at, view);
        let head = format!(
            "{:>3}  {when}  {}  {}",
            fact.seq,
            shared.display_name(&fact.by),
            fact.kind.say(shared.lang)
        );
        lines.push(paper.line(&head, shared.theme.text));
        let said = fact.kind.gist(wording);
        if !said.is_empty() {
            lines.extend(paper.wrapped(&said, 5, shared.theme.dim));
        }
    }
    lines
}

/// The notices that facts called for.
pub(super) fn notices(view: &CaseView, paper: Paper<'_>) -> Vec<Line<'static>> {
    if view.notices.is_empty() {
        return Vec::new();
    }
    let shared = paper.shared;
    let mut lines = paper.heading(text::NOTICES);
    for notice in &view.notices {
        let said = text::SENT_BY.with(
            shared.lang,
            &[
                ("kind", &notice.kind.say(shared.lang)),
                ("medium", &notice.medium.say(shared.lang)),
                ("status", &notice.status.say(shared.lang)),
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
