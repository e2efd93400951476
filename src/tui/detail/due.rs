//! The deadlines of a case: time left, what is asked for, due date and its explanation.
//!
//! Must not count a deadline.

use super::{page_text::PageText, steps};
use crate::{
    desk::CaseView,
    domain::{
        deadline::{Deadline, Status, lead},
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

/// Which deadlines of a case are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Listed {
    All,
    /// Only the one that leads: what a clerk sees before a step that is due.
    Leading,
    /// All but the one that leads.
    Others,
}

impl Listed {
    /// What is listed above the steps: where one is due, its box has to be seen without scrolling.
    pub(super) fn above_steps(view: &CaseView) -> Self {
        let leads = lead(&view.deadlines).is_some() && steps::any_is_due(view);
        if leads { Self::Leading } else { Self::All }
    }
}

/// The deadlines below the steps; none where all stand above.
pub(super) fn below_steps(view: &CaseView, page: PageText<'_>) -> Vec<Line<'static>> {
    match Listed::above_steps(view) {
        Listed::Leading => listed(view, Listed::Others, false, page),
        Listed::All | Listed::Others => Vec::new(),
    }
}

/// The deadlines under their heading with the key that explains them, or explained day by day.
pub(super) fn deadlines(
    view: &CaseView,
    shown: Listed,
    explained: bool,
    page: PageText<'_>,
) -> Vec<Line<'static>> {
    let shared = page.shared;
    let mut lines = listed(view, shown, explained, page);
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

/// The deadlines under their heading; nothing where there is none of them.
pub(super) fn listed(
    view: &CaseView,
    which: Listed,
    explained: bool,
    page: PageText<'_>,
) -> Vec<Line<'static>> {
    let shared = page.shared;
    let leading = lead(&view.deadlines);
    let mut lines = Vec::new();
    for deadline in &view.deadlines {
        let leads = leading.is_some_and(|leading| std::ptr::eq(leading, deadline));
        let shown = match which {
            Listed::All => true,
            Listed::Leading => leads,
            Listed::Others => !leads,
        };
        if !shown {
            continue;
        }
        lines.extend(deadline_lines(deadline, leads, view, page));
        let ground = statute::ground(&deadline.promise).filter(|_| explained);
        if let Some(ground) = ground {
            lines.extend(page.wrapped(ground.get(shared.lang), 5, shared.theme.dim));
        }
        if explained && let Ok(explanation) = deadline.explain(&view.rules.calendars) {
            for day in &explanation.lines {
                lines.extend(page.wrapped(&day.say(shared.lang), 5, shared.theme.dim));
            }
        }
    }
    let heading = match which {
        Listed::All | Listed::Leading => text::DEADLINES,
        Listed::Others if lines.is_empty() => return lines,
        Listed::Others => text::OTHER_DEADLINES,
    };
    [page.heading(heading), lines].concat()
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
    let what = format!("[{source}] {}", deadline.asked(&view.rules.charter, lang));
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
