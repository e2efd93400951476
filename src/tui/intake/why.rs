//! How the dates of the deadlines that will open are reached, day by day, in as many columns as fit.
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

/// An entry for each way of reaching a date: deadlines that are counted alike stand over one account.
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
        // What is done at once has nothing to count.
        if explained.lines.len() < 3 {
            continue;
        }
        let days: Vec<String> = explained
            .lines
            .iter()
            .map(|line| line.say(shared.lang))
            .collect();
        let source = deadline.source.say(shared.lang);
        match accounts.iter_mut().find(|(_, told)| *told == days) {
            Some((sources, _)) if !sources.contains(&source) => sources.push(source),
            Some(_) => {}
            None => {
                let calendar = rules.calendars.now();
                let due = if deadline.due.whole_day {
                    day::day(deadline.due.date, calendar.date(shared.now), shared.lang)
                } else {
                    day::instant(deadline.due.at, shared.now, calendar, shared.lang)
                };
                accounts.push((vec![due, source], days));
            }
        }
    }
    accounts
        .into_iter()
        .map(|(heads, days)| entry(&heads, &days, usize::from(cells), shared))
        .collect()
}

fn entry(heads: &[String], days: &[String], cells: usize, shared: &Shared) -> Vec<Line<'static>> {
    let (alphabet, dim) = (shared.symbols.alphabet, shared.theme.dim);
    let line = |told: &str, style| Line::from(Span::styled(told.to_owned(), style));
    let head = format!(" {}", heads.join(&format!(" {} ", shared.symbols.dot)));
    let mut lines = vec![line(&head, shared.theme.text)];
    // Where it begins is told at length, and stands over the columns.
    let Some((first, days)) = days.split_first() else {
        return lines;
    };
    lines.push(line(&format!("   {first}"), dim));
    let widest = days.iter().map(|day| width(day)).max().unwrap_or(0);
    let columns = (cells / (widest + BETWEEN)).max(1);
    let rows = days.len().div_ceil(columns).max(1);
    for row in 0..rows {
        let across = days.iter().skip(row).step_by(rows);
        let told: String = across
            .map(|day| pad(day, widest + BETWEEN, alphabet))
            .collect();
        lines.push(line(&format!("   {}", told.trim_end()), dim));
    }
    lines
}
