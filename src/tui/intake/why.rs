//! How the due dates of the deadlines that will open are counted, day by day, in as many columns as fit.
//!
//! Must not count anything: a deadline explains itself.

use crate::{
    desk::Rules,
    domain::deadline::Deadline,
    tui::{
        form::day,
        screen::Shared,
        text::{pad, width},
    },
    words::Say,
};
use ratatui::text::{Line, Span};

/// Blanks between two columns.
const BETWEEN: usize = 3;

/// When a deadline is due: the day, or the time as well.
pub(super) fn due(deadline: &Deadline, rules: &Rules, shared: &Shared) -> String {
    let calendar = rules.calendars.now();
    if deadline.due.whole_day {
        day::day(deadline.due.date, calendar.date(shared.now), shared.lang)
    } else {
        day::instant(deadline.due.at, shared.now, calendar, shared.lang)
    }
}

/// An entry for each count of days, with the deadlines that are counted so.
pub(super) fn entries(
    deadlines: &[&Deadline],
    rules: &Rules,
    cells: u16,
    shared: &Shared,
) -> Vec<Vec<Line<'static>>> {
    let mut accounts: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    for deadline in deadlines {
        let Ok(explained) = deadline.explain(&rules.calendars) else {
            continue;
        };
        // A deadline without a limit has nothing to count.
        if explained.lines.len() < 3 {
            continue;
        }
        let days = explained.lines.iter().map(|line| line.say(shared.lang));
        let days: Vec<String> = days.collect();
        let source = deadline.source.say(shared.lang);
        match accounts.iter_mut().find(|(_, known)| *known == days) {
            Some((sources, _)) if !sources.contains(&source) => sources.push(source),
            Some(_) => {}
            None => accounts.push((vec![due(deadline, rules, shared), source], days)),
        }
    }
    accounts
        .into_iter()
        .map(|(heads, days)| entry(&heads, &days, usize::from(cells), shared))
        .collect()
}

fn entry(heads: &[String], days: &[String], cells: usize, shared: &Shared) -> Vec<Line<'static>> {
    let (alphabet, dim) = (shared.symbols.alphabet, shared.theme.dim);
    let line = |text: &str, style| Line::from(Span::styled(text.to_owned(), style));
    let head = format!(" {}", heads.join(&format!(" {} ", shared.symbols.dot)));
    let mut lines = vec![line(&head, shared.theme.text)];
    // The first line is long, and is above the columns.
    let Some((first, days)) = days.split_first() else {
        return lines;
    };
    lines.push(line(&format!("   {first}"), dim));
    let widest = days.iter().map(|day| width(day)).max().unwrap_or(0);
    let columns = (cells / (widest + BETWEEN)).max(1);
    let rows = days.len().div_ceil(columns).max(1);
    for row in 0..rows {
        let across = days.iter().skip(row).step_by(rows);
        let row: String = across
            .map(|day| pad(day, widest + BETWEEN, alphabet))
            .collect();
        lines.push(line(&format!("   {}", row.trim_end()), dim));
    }
    lines
}
