//! The report of a duty in rows: frequent subjects of the period, praised officers, overdue cases by department.
//!
//! A row is laid out when it is drawn: the overdue cases of a large body are many.

use crate::{
    desk::{DutyView, OverdueCase, OverdueDepartment, Report},
    tui::{
        form::day::day,
        keymap::{Action, KeyContext},
        page::{cell, columns, heading},
        screen::Shared,
        text::width,
    },
    words::{Phrase, duties as text},
};
use ratatui::text::{Line, Span};
use std::sync::Arc;

/// Width from which the overdue promise has a column.
const WIDE: usize = 100;
const COUNT: usize = 6;

/// A report with its rows.
#[derive(Debug)]
pub(super) struct ReportLines {
    pub(super) report: Arc<Report>,
    rows: Vec<Row>,
}

/// One row; numbers are indices into the lists of the report.
#[derive(Clone, Copy, Debug)]
enum Row {
    Blank,
    Title(Phrase),
    /// The title, with the number of overdue cases.
    Overdue(u64),
    Nothing,
    Category(usize),
    Subject(usize),
    Officer(usize),
    Department(usize),
    /// A department and one of its cases.
    Case(usize, usize),
    /// The number of a department's cases that are not listed.
    More(u64),
}

impl ReportLines {
    /// Determines the rows of a report.
    pub(super) fn new(report: Arc<Report>) -> Self {
        let part = |title, count: usize, row: fn(usize) -> Row| {
            let nothing = (count == 0).then_some(Row::Nothing);
            let rows = (0..count).map(row).chain(nothing);
            [Row::Blank, Row::Title(title)].into_iter().chain(rows)
        };
        let rows = match &*report {
            Report::Subjects { categories, titles } => {
                let first = part(text::FREQUENT_CATEGORIES, categories.len(), Row::Category);
                let then = part(text::FREQUENT_SUBJECTS, titles.len(), Row::Subject);
                first.chain(then).collect()
            }
            Report::Praise(officers) => part(text::PRAISED, officers.len(), Row::Officer).collect(),
            Report::Overdue(departments) => overdue(departments),
        };
        Self { report, rows }
    }

    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// One row as it is drawn.
    pub(super) fn line(
        &self,
        at: usize,
        view: &DutyView,
        cells: usize,
        shared: &Shared,
    ) -> Line<'static> {
        let row = self.rows.get(at).copied().unwrap_or(Row::Blank);
        match (row, &*self.report) {
            (Row::Title(title), _) => heading(title.get(shared.lang), shared),
            (Row::Overdue(count), _) => overdue_title(count, shared),
            (Row::Nothing, _) => {
                let said = format!("   {}", text::NONE_COUNTED.get(shared.lang));
                Line::styled(said, shared.theme.dim)
            }
            (Row::Category(at), Report::Subjects { categories, .. }) => {
                let name = |id: &str| {
                    let known = view.rules.charter.category(id);
                    known.map_or(id.to_owned(), |it| it.name.get(shared.lang).to_owned())
                };
                let row = categories.get(at);
                counted(row.map(|(id, count)| (name(id), *count)), cells, shared)
            }
            (Row::Subject(at), Report::Subjects { titles, .. }) => {
                counted(titles.get(at).cloned(), cells, shared)
            }
            (Row::Officer(at), Report::Praise(officers)) => {
                let named = |(login, count): &(String, u64)| {
                    (shared.display_name(login).to_owned(), *count)
                };
                counted(officers.get(at).map(named), cells, shared)
            }
            (Row::Department(at), Report::Overdue(departments)) => {
                let of = departments.get(at);
                of.map(|of| department(of, cells, shared))
                    .unwrap_or_default()
            }
            (Row::Case(of, at), Report::Overdue(departments)) => {
                let case = departments.get(of).and_then(|of| of.cases.get(at));
                case.map(|case| case_row(case, cells, shared))
                    .unwrap_or_default()
            }
            (Row::More(count), _) => more(count, cells, shared),
            _ => Line::default(),
        }
    }
}

/// The rows of the overdue cases, each department before its own.
fn overdue(departments: &[OverdueDepartment]) -> Vec<Row> {
    let all = departments.iter().map(|of| of.count).sum();
    let mut rows = vec![Row::Blank, Row::Overdue(all)];
    if departments.is_empty() {
        rows.push(Row::Nothing);
    }
    for (at, of) in departments.iter().enumerate() {
        rows.push(Row::Department(at));
        rows.extend((0..of.cases.len()).map(|case| Row::Case(at, case)));
        let more = of.more();
        rows.extend((more > 0).then_some(Row::More(more)));
    }
    rows
}

/// The title of the overdue cases, with the key that reminds of them.
fn overdue_title(count: u64, shared: &Shared) -> Line<'static> {
    let said = text::OVERDUE_NOW.with(shared.lang, &[("n", &count.to_string())]);
    let mut line = heading(&said, shared);
    if count > 0 {
        let key = shared.keys.shown(KeyContext::Duty, Action::Remind);
        let said = text::REMIND_WITH.with(shared.lang, &[("key", &key)]);
        line.push_span(Span::styled(format!("  {said}"), shared.theme.dim));
    }
    line
}

/// A name, or that there is none.
fn name_or_none<'a>(name: &'a str, shared: &Shared) -> &'a str {
    if name.is_empty() {
        text::NOBODY.get(shared.lang)
    } else {
        name
    }
}

fn counted(row: Option<(String, u64)>, cells: usize, shared: &Shared) -> Line<'static> {
    let Some((name, count)) = row else {
        return Line::default();
    };
    let room = cells.saturating_sub(COUNT + 3);
    let name = cell(name_or_none(&name, shared), room, shared.symbols.alphabet);
    Line::from(vec![
        Span::styled(format!("{count:>COUNT$}"), shared.theme.heading),
        Span::styled(format!("  {name}"), shared.theme.text),
    ])
}

fn department(at: &OverdueDepartment, cells: usize, shared: &Shared) -> Line<'static> {
    let n = at.count.to_string();
    let values = [
        ("department", name_or_none(&at.department, shared)),
        ("n", &*n),
    ];
    let said = text::OF_DEPARTMENT.with(shared.lang, &values);
    let said = cell(&said, cells.saturating_sub(3), shared.symbols.alphabet);
    Line::styled(format!("  {}", said.trim_end()), shared.theme.text)
}

/// The number of cases that are not listed, and where they are found.
fn more(count: u64, cells: usize, shared: &Shared) -> Line<'static> {
    let said = text::MORE_OVERDUE.with(shared.lang, &[("n", &count.to_string())]);
    let said = cell(&said, cells.saturating_sub(5), shared.symbols.alphabet);
    Line::styled(format!("    {}", said.trim_end()), shared.theme.dim)
}

fn case_row(case: &OverdueCase, cells: usize, shared: &Shared) -> Line<'static> {
    let theme = &shared.theme;
    let number = case.number.to_string();
    let due = day(case.due_date, shared.today(), shared.lang);
    let due_cells = width(&due).max(11);
    let promise = if cells >= WIDE { 26 } else { 0 };
    let before = 4 + 12 + due_cells + 1 + 11 + promise + usize::from(promise > 0) + 1;
    let officer = shared.display_name(name_or_none(&case.officer, shared));
    let mut line = columns(
        [
            (number.as_str(), 11, theme.text),
            (&due, due_cells, theme.overdue),
            (officer, 11, theme.text),
            (&case.promise, promise, theme.dim),
            (&case.title, cells.saturating_sub(before + 1), theme.text),
        ],
        shared.symbols.alphabet,
    );
    line.spans.insert(0, Span::raw("    "));
    line
}
