//! The deadlines of a case: time left, what is asked for, due date and its explanation.
//!
//! Must not count a deadline.

use super::page_text::PageText;
use crate::{
    desk::CaseView,
    domain::{
        deadline::{Deadline, Source, Status, lead},
        remaining::Remaining,
        statute,
    },
    tui::{
        keymap::{Action, KeyContext},
        queue,
        text::{cut, pad, visible, width},
    },
    words::{Lang, Say, terminal as text},
};
use ratatui::text::{Line, Span};

/// Width from which what a deadline asks for is beside the time left.
const NARROW: usize = 58;

/// The deadlines, explained day by day, or with the key that explains them.
pub(super) fn deadlines(
    view: &CaseView,
    explained: bool,
    page: PageText<'_>,
) -> Vec<Line<'static>> {
    let shared = page.shared;
    let mut lines = listed(view, explained, page);
    // The first row is blank, the second the heading.
    if !explained && let Some(heading) = lines.get_mut(1) {
        let key = shared.keys.shown(KeyContext::Detail, Action::Explain);
        heading.push_span(Span::styled(
            format!("   {}", text::WHY.with(shared.lang, &[("key", &key)])),
            shared.theme.dim,
        ));
    }
    lines
}

/// The deadlines under their heading.
pub(super) fn listed(view: &CaseView, explained: bool, page: PageText<'_>) -> Vec<Line<'static>> {
    let shared = page.shared;
    let mut lines = page.heading(text::DEADLINES);
    let leading = lead(&view.deadlines);
    for deadline in &view.deadlines {
        let leads = leading.is_some_and(|leading| std::ptr::eq(leading, deadline));
        lines.extend(deadline_lines(deadline, leads, view, page));
        if explained && let Ok(explanation) = deadline.explain(&view.rules.calendars) {
            for day in &explanation.lines {
                lines.extend(page.wrapped(&day.say(shared.lang), 5, shared.theme.dim));
            }
        }
    }
    lines
}

fn deadline_lines(
    deadline: &Deadline,
    leads: bool,
    view: &CaseView,
    page: PageText<'_>,
) -> Vec<Line<'static>> {
    let shared = page.shared;
    let (lang, alphabet) = (shared.lang, shared.symbols.alphabet);
    let remaining = Remaining::of(deadline, shared.now, view.rules.calendars.now());
    let style = match deadline.status(shared.now) {
        Status::Met => shared.theme.ok,
        Status::MetLate | Status::Missed => shared.theme.overdue,
        Status::Paused => shared.theme.paused,
        Status::Void => shared.theme.dim,
        Status::Running => queue::style(remaining, shared),
    };
    let mark = if leads { shared.symbols.arrow } else { " " };
    let cells = if lang == Lang::En { 23 } else { 17 };
    let source = deadline.source.say(lang);
    let what = format!("[{source}] {}", action(deadline, view, lang));
    let room = page.cells.saturating_sub(cells + 3);
    let narrow = page.cells < NARROW;
    let beside = if narrow { "" } else { what.as_str() };
    let beside = cut(&visible(beside, alphabet), room, alphabet).into_owned();
    let mut lines = vec![Line::from(vec![
        Span::styled(format!("{} ", pad(mark, 2, alphabet)), shared.theme.key),
        Span::styled(pad(&remaining.say(lang), cells, alphabet), style),
        Span::styled(beside, shared.theme.text),
    ])];
    let dates = dates(deadline, view, page);
    if narrow {
        lines.extend(page.wrapped(&what, 5, shared.theme.text));
        lines.extend(page.packed(&dates, "  ", 5, shared.theme.dim));
        return lines;
    }
    // The id, by which the charter can be searched, is of use only whole.
    let named = format!("{}   {}", dates.join("  "), deadline.promise);
    if width(&named) + 5 <= page.cells {
        lines.extend(page.wrapped(&named, 5, shared.theme.dim));
    } else {
        lines.extend(page.packed(&dates, "  ", 5, shared.theme.dim));
    }
    lines
}

/// The due date, the status, and the announced date where that is another one.
fn dates(deadline: &Deadline, view: &CaseView, page: PageText<'_>) -> Vec<String> {
    let lang = page.shared.lang;
    let status = deadline.status(page.shared.now);
    let mut parts = Vec::new();
    if status != Status::Paused {
        let due = if deadline.due.whole_day {
            page.date(deadline.due.date, view)
        } else {
            page.time(deadline.due.at, view)
        };
        parts.push(text::DUE.with(lang, &[("due", &due)]));
    }
    let said = deadline.said_status(page.shared.now, lang);
    parts.push(match deadline.met_at() {
        Some(at) => text::MET_AT.with(lang, &[("status", &said), ("time", &page.time(at, view))]),
        None => said,
    });
    if deadline.met_by.len() > 1 && !deadline.missing.is_empty() && status != Status::Void {
        let missing: Vec<String> = deadline.missing.iter().map(|part| part.say(lang)).collect();
        parts.push(text::STILL_MISSING.with(lang, &[("what", &missing.join(", "))]));
    }
    if let Some(date) = deadline.announced_otherwise() {
        parts.push(text::ANNOUNCED.with(lang, &[("date", &page.date(date, view))]));
    }
    parts
}

/// What a deadline asks for, in the charter's or the law's words.
fn action(deadline: &Deadline, view: &CaseView, lang: Lang) -> String {
    match deadline.source {
        Source::Statute => statute::asked(&deadline.promise, lang),
        Source::Charter => view.rules.charter.promise(&deadline.promise).map_or_else(
            || deadline.promise.clone(),
            |promise| promise.action.say(lang),
        ),
    }
}
