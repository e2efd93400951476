//! The history of a case, newest first, and the notices to the complainant.

use super::page_text::PageText;
use crate::{
    desk::CaseView,
    domain::{
        fact::{Fact, Wording},
        notice::NoticeKey,
        revocation::{entry_name, revoked_by, struck_out_by},
    },
    form::amended,
    tui::history::struck_out,
    words::{Say, terminal as text},
};
use ratatui::text::Line;

/// Cells by which what is said of a fact is set in under it.
const INDENT: usize = 5;

/// The facts of a case, the newest first.
pub(super) fn facts(view: &CaseView, page: PageText<'_>) -> Vec<Line<'static>> {
    let facts = view.facts.iter().rev();
    let entries = facts.flat_map(|fact| entry(view, fact, page));
    let mut lines = page.heading(text::HISTORY);
    lines.extend(entries);
    lines
}

/// One fact: when, by whom and what; below it what was said of it, when it was recorded where that is later, and what struck
/// it out.
pub(super) fn entry(view: &CaseView, fact: &Fact, page: PageText<'_>) -> Vec<Line<'static>> {
    let shared = page.shared;
    let when = page.time(fact.at, view);
    let struck = revoked_by(&view.case.revoked, fact.seq);
    let mark = if struck.is_some() { 'x' } else { ' ' };
    let head = format!(
        "{mark}{:>2}  {when}  {}  {}",
        fact.seq,
        shared.display_name(&fact.by),
        entry_name(&fact.kind.say(shared.lang), struck, shared.lang)
    );
    let mut lines = vec![page.line(&head, shared.theme.text)];
    for said in said(view, fact, page) {
        lines.extend(page.wrapped(&said, INDENT, shared.theme.dim));
    }
    if let Some(by) = struck {
        for line in &mut lines {
            *line = struck_out(line, shared);
        }
        let said = struck_out_by(by, shared.lang);
        lines.extend(page.wrapped(&said, INDENT, shared.theme.dim));
    }
    lines
}

/// What is said of a fact: its content, what stood in its place, and when it was recorded where that is later.
pub(super) fn said(view: &CaseView, fact: &Fact, page: PageText<'_>) -> Vec<String> {
    let shared = page.shared;
    let wording = Wording {
        names: shared.names(),
        at: &|at| page.time(at, view),
        category: &|id| view.rules.charter.category_name(id, shared.lang),
        between: "\n",
    };
    let gist = fact.kind.gist(wording);
    let beside = amended::beside(view, fact, |party| shared.masked(party), shared.lang);
    let late = fact.lateness(|at| page.time(at, view), shared.lang);
    let said = [Some(gist), beside, late].into_iter().flatten();
    said.filter(|said| !said.is_empty()).collect()
}

/// The notices that facts called for, each with what became of it.
pub(super) fn notices(view: &CaseView, page: PageText<'_>) -> Vec<Line<'static>> {
    if view.notices.is_empty() {
        return Vec::new();
    }
    let shared = page.shared;
    let mut lines = page.heading(text::NOTICES);
    for notice in &view.notices {
        let values = [
            ("kind", notice.kind.say(shared.lang)),
            ("medium", notice.medium.say(shared.lang)),
            ("status", notice.status.say(shared.lang)),
        ];
        let said = text::SENT_BY.of(shared.lang, &values);
        let by = &notice.signed;
        let signed = format!("{} {} {}", by.department, by.name, by.phone);
        let at = page.time(notice.queued_at, view);
        let whom = match notice.addressee.as_str() {
            "" => shared.person(&view.party).into_iter().next(),
            addressee => Some(shared.display_name(addressee).to_owned()),
        };
        let arrow = shared.symbols.arrow;
        let whom = whom.map(|whom| format!("{arrow} {whom}"));
        let parts = [format!("{at}  {said}"), whom.unwrap_or_default(), signed];
        lines.extend(page.packed(&parts, "  ", 2, shared.theme.text));
        lines.extend(told(view, notice.key(), 5, page));
    }
    lines
}

/// What happened to a notice: when, by whom, how, and what was said.
pub(super) fn told(
    view: &CaseView,
    key: NoticeKey,
    indent: usize,
    page: PageText<'_>,
) -> Vec<Line<'static>> {
    let (lang, style) = (page.shared.lang, page.shared.theme.dim);
    let facts = view.notice_facts(key).flat_map(|(fact, what)| {
        let when = page.time(fact.at, view);
        let by = page.shared.display_name(&fact.by);
        let how = what.manner(lang).unwrap_or_else(|| fact.kind.say(lang));
        let head = format!("{when}  {by}  {how}");
        let said = match what.text() {
            Some(text) => format!("{head}: {}", text.as_str()),
            None => head,
        };
        page.wrapped(&said, indent, style)
    });
    facts.collect()
}
