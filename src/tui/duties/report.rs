//! What helps with a duty, in rows: what was asked most in the period, who was praised, what is overdue at whom.

use crate::{
    desk::{DutyView, OverdueCase, Report},
    tui::{
        form::day::day,
        keymap::{Action, Place},
        page::{cell, columns},
        screen::Shared,
        text::width,
    },
    words::{Phrase, duties as text},
};
use ratatui::{
    style::Style,
    text::{Line, Span},
};

/// From that many cells on the promise that is overdue has a column.
const WIDE: usize = 100;
/// Cells of a count.
const COUNT: usize = 6;

/// A report in rows, an empty one before each part.
pub(super) fn lines(
    report: &Report,
    view: &DutyView,
    cells: usize,
    shared: &Shared,
) -> Vec<Line<'static>> {
    let lang = shared.lang;
    match report {
        Report::Subjects { categories, titles } => {
            let charter = &view.rules.charter;
            let named = categories.iter().map(|(id, count)| {
                let known = charter.category(id);
                let name = known.map_or(id.as_str(), |known| known.name.get(lang));
                (name.to_owned(), *count)
            });
            let named: Vec<_> = named.collect();
            let mut lines = counted(text::FREQUENT_CATEGORIES, &named, cells, shared);
            lines.extend(counted(text::FREQUENT_SUBJECTS, titles, cells, shared));
            lines
        }
        Report::Praise(officers) => counted(text::PRAISED, officers, cells, shared),
        Report::Overdue(cases) => overdue(cases, cells, shared),
    }
}

fn heading(said: &str, shared: &Shared) -> [Line<'static>; 2] {
    let said = format!(" {said}");
    [Line::default(), Line::styled(said, shared.theme.heading)]
}

fn none(shared: &Shared) -> Line<'static> {
    let said = format!("   {}", text::NONE_COUNTED.get(shared.lang));
    Line::styled(said, shared.theme.dim)
}

fn somebody<'a>(name: &'a str, shared: &Shared) -> &'a str {
    if name.is_empty() {
        text::NOBODY.get(shared.lang)
    } else {
        name
    }
}

fn counted(
    title: Phrase,
    rows: &[(String, u64)],
    cells: usize,
    shared: &Shared,
) -> Vec<Line<'static>> {
    let (theme, alphabet) = (&shared.theme, shared.symbols.alphabet);
    let mut lines: Vec<_> = heading(title.get(shared.lang), shared).into();
    let room = cells.saturating_sub(COUNT + 3);
    lines.extend(rows.iter().map(|(name, count)| {
        let name = cell(somebody(name, shared), room, alphabet);
        Line::from(vec![
            Span::styled(format!("{count:>COUNT$}"), theme.heading),
            Span::styled(format!("  {name}"), theme.text),
        ])
    }));
    if rows.is_empty() {
        lines.push(none(shared));
    }
    lines
}

/// The overdue cases, each department over its own with how many those are.
fn overdue(cases: &[OverdueCase], cells: usize, shared: &Shared) -> Vec<Line<'static>> {
    let n = cases.len().to_string();
    let title = text::OVERDUE_NOW.with(shared.lang, &[("n", &n)]);
    let [blank, mut title] = heading(&title, shared);
    if !cases.is_empty() {
        let key = shared.keys.shown(Place::Duties, Action::Remind);
        let said = text::REMIND_WITH.with(shared.lang, &[("key", &key)]);
        title.push_span(Span::styled(format!("  {said}"), shared.theme.dim));
    }
    let mut lines = vec![blank, title];
    if cases.is_empty() {
        lines.push(none(shared));
    }
    for of_one in cases.chunk_by(|one, next| one.department == next.department) {
        let department = of_one.first().map_or("", |case| &case.department);
        let n = of_one.len().to_string();
        let values = [("department", somebody(department, shared)), ("n", &*n)];
        let said = text::OF_DEPARTMENT.with(shared.lang, &values);
        let said = cell(&said, cells.saturating_sub(3), shared.symbols.alphabet);
        lines.push(Line::from(format!("  {}", said.trim_end())));
        lines.extend(of_one.iter().map(|case| row(case, cells, shared)));
    }
    lines
}

fn row(case: &OverdueCase, cells: usize, shared: &Shared) -> Line<'static> {
    let theme = &shared.theme;
    let number = case.number.to_string();
    let due = day(case.due_date, super::today(shared), shared.lang);
    let due_cells = width(&due).max(11);
    let promise = if cells >= WIDE { 26 } else { 0 };
    let before = 4 + 12 + due_cells + 1 + 11 + promise + usize::from(promise > 0) + 1;
    let mut line = columns(
        [
            (number.as_str(), 11, theme.text),
            (&due, due_cells, theme.overdue),
            (somebody(&case.officer, shared), 11, Style::default()),
            (&case.promise, promise, theme.dim),
            (&case.title, cells.saturating_sub(before + 1), theme.text),
        ],
        shared.symbols.alphabet,
    );
    line.spans.insert(0, Span::raw("    "));
    line
}
