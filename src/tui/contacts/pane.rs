//! The chosen visit or call: its timers, what was handed over, and what to say now.

use super::super::{
    page::{cell, put, wrapped},
    queue,
    screen::Shared,
};
use crate::{
    desk::ContactView,
    domain::{
        deadline::Deadline,
        guide::{self, People},
        party::{mask_name, mask_phone},
        remaining::Remaining,
    },
    words::{Say, contacts as text},
};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
};

/// Draws the chosen one.
pub(super) fn draw(view: &ContactView, buffer: &mut Buffer, area: Rect, shared: &Shared) {
    let width = usize::from(area.width).saturating_sub(2);
    let mut lines = about(view, width, shared);
    lines.push(heading(text::TIMERS.get(shared.lang), shared));
    let open: Vec<&Deadline> = {
        let mut all: Vec<&Deadline> = view.deadlines.iter().collect();
        all.sort_by_key(|deadline| (!deadline.is_open(), deadline.due.at));
        all
    };
    if open.is_empty() {
        lines.push(plain(text::NO_TIMERS.get(shared.lang), shared));
    }
    for deadline in open {
        lines.extend(timer(view, deadline, width, shared));
    }
    if let Some(gist) = view.contact.gists.last() {
        lines.push(heading(text::GISTS.get(shared.lang), shared));
        lines.extend(said(gist.as_str(), width, shared));
    }
    let scripts = guide::scripts(
        &view.rules.charter,
        Some(view.contact.arrival.channel),
        None,
    );
    if !scripts.is_empty() {
        lines.push(heading(text::SCRIPT.get(shared.lang), shared));
    }
    let people = People {
        clerk: shared.actor.as_deref(),
        counter: view
            .rules
            .charter
            .counter_of(&view.contact.arrival.category),
        ..People::default()
    };
    for script in scripts {
        let mark = if script.checklist { "[ ] " } else { "" };
        let spoken = format!("{mark}{}", people.spoken(&script.text, shared.lang));
        lines.extend(said(&spoken, width, shared));
    }
    for (row, line) in lines.iter().enumerate() {
        put(buffer, area, row, line);
    }
}

fn heading(said: &str, shared: &Shared) -> Line<'static> {
    Line::styled(format!(" {said}"), shared.theme.heading)
}

fn plain(said: &str, shared: &Shared) -> Line<'static> {
    Line::styled(format!("  {said}"), shared.theme.dim)
}

fn said(said: &str, width: usize, shared: &Shared) -> Vec<Line<'static>> {
    let rows = wrapped(said, width, shared.symbols.alphabet).into_iter();
    rows.map(|row| Line::styled(format!("  {row}"), shared.theme.text))
        .collect()
}

/// What it is about, and who it is: masked unless the clerk asked to see.
fn about(view: &ContactView, width: usize, shared: &Shared) -> Vec<Line<'static>> {
    let party = &view.party;
    let person = if shared.unmasked {
        [party.name.clone(), party.phone.clone()]
    } else {
        [mask_name(&party.name), mask_phone(&party.phone)]
    };
    let matter = view.contact.matter.as_str();
    let known: Vec<&str> = person
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    let mut lines = vec![heading(&view.contact.number.to_string(), shared)];
    lines.extend(if matter.is_empty() {
        vec![plain(text::UNKNOWN.get(shared.lang), shared)]
    } else {
        said(matter, width, shared)
    });
    lines.extend(said(&known.join("  "), width, shared));
    lines
}

/// Cells for what is left of a timer.
const LEFT: usize = 12;

/// A timer with what is left of it, or what became of it, and what it asks for.
fn timer(
    view: &ContactView,
    deadline: &Deadline,
    width: usize,
    shared: &Shared,
) -> Vec<Line<'static>> {
    let remaining = Remaining::of(deadline, shared.now, view.rules.calendars.now());
    let told = if deadline.is_open() {
        remaining.say(shared.lang)
    } else {
        deadline.status(shared.now).say(shared.lang)
    };
    let alphabet = shared.symbols.alphabet;
    let asks = queue::action(&deadline.promise, shared);
    let asks = wrapped(&asks, width.saturating_sub(LEFT + 2), alphabet);
    let beside = std::iter::once(told.as_str()).chain(std::iter::repeat(""));
    asks.iter()
        .zip(beside)
        .map(|(asks, told)| {
            let left = cell(told, LEFT, alphabet);
            Line::from(vec![
                Span::raw("  "),
                Span::styled(left, queue::style(remaining, shared)),
                Span::raw(" "),
                Span::styled(asks.clone(), shared.theme.text),
            ])
        })
        .collect()
}
