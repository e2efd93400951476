//! The line on top: the body, who works here, the office's clock, and what is overdue, due today and soon.

use crate::{
    desk::Rules,
    tui::{
        model::Model,
        print::print,
        screen::Shared,
        text::{cut, pad, visible, width},
    },
    words::{Say, grouped, terminal as text, weekday},
};
use chrono::{Datelike, Timelike};
use ratatui::{
    Frame,
    layout::Rect,
    text::{Line, Span},
};

/// In fewer columns not all of the line on top has room.
const NARROW: u16 = 80;

/// In fewer cells the name of the body says nothing.
const LEAST: usize = 8;

/// So much of a clerk's name tells who it is.
const TOLD: usize = 10;

/// Draws the body, who works here, the office's clock and the numbers.
pub(super) fn top(model: &Model, area: Rect, frame: &mut Frame<'_>) {
    let shared = &model.shared;
    let buffer = frame.buffer_mut();
    buffer.set_style(area, shared.theme.chrome);
    let room = |right: &Line<'_>| usize::from(area.width).saturating_sub(right.width() + 1);
    let name = shared.actor.as_ref().map_or(0, |staff| width(&staff.name));
    let name = name.min(TOLD);
    // Six digits would push out who works here: the numbers of what is farthest off go first.
    let fitting = (1..=3).rev().map(|numbers| counts(numbers, shared));
    let right = fitting.into_iter().find(|right| room(right) > name);
    let right = right.unwrap_or_else(|| counts(1, shared));
    let room = room(&right);
    let left = format!("{} ", who(shared, room));
    let mut spans = vec![Span::styled(left, shared.theme.chrome)];
    spans.extend(right.spans);
    print(&Line::from(spans), area, buffer);
}

/// The body and who works here, in so many cells: who works here is what may not be mistaken.
fn who(shared: &Shared, cells: usize) -> String {
    let alphabet = shared.symbols.alphabet;
    let body = shared
        .rules
        .as_ref()
        .map(|rules| rules.charter.name.say(shared.lang));
    let body = body.unwrap_or_else(|| text::PROGRAM.get(shared.lang).to_owned());
    let body = visible(&body, alphabet);
    let Some(staff) = &shared.actor else {
        return pad(&format!(" {body}"), cells, alphabet);
    };
    let name = visible(&staff.name, alphabet);
    let department = visible(&staff.department, alphabet);
    let whole = format!(" {body}  {name} {department}");
    let room = cells.saturating_sub(width(&name) + 3);
    let said = if width(whole.trim_end()) <= cells {
        whole
    } else if room < LEAST {
        format!(" {name}")
    } else {
        format!(" {}  {name}", cut(&body, room, alphabet))
    };
    pad(said.trim_end(), cells, alphabet)
}

/// Clock, office and as many of the numbers.
fn counts(numbers: usize, shared: &Shared) -> Line<'static> {
    let theme = &shared.theme;
    // Before there is a desk, nothing can be due.
    let Some(rules) = &shared.rules else {
        return Line::default();
    };
    let mut spans = vec![Span::styled(clock(rules, shared), theme.chrome)];
    let counts = &shared.counts;
    for (phrase, number, style) in [
        (text::OVERDUE, counts.overdue, theme.overdue),
        (text::TODAY, counts.today, theme.chrome),
        (text::SOON, counts.soon, theme.chrome),
    ]
    .into_iter()
    .take(numbers)
    {
        let said = phrase.with(shared.lang, &[("n", &grouped(number))]);
        let style = if number > 0 {
            theme.chrome.patch(style)
        } else {
            theme.chrome
        };
        spans.push(Span::styled(said, style));
        // A number that the next word stands right behind would be read with it: "10 3".
        spans.push(Span::styled("  ", theme.chrome));
    }
    spans.pop();
    Line::from(spans)
}

/// The time by the office's clock, and whether it is open.
fn clock(rules: &Rules, shared: &Shared) -> String {
    let calendar = rules.calendars.now();
    let local = calendar.local(shared.now);
    let day = weekday(local.weekday(), shared.lang);
    let (month, date) = (local.month(), local.day());
    let (hour, minute) = (local.hour(), local.minute());
    // On a narrow screen the name of who works here goes before the day of the week.
    let day = if shared.size.0 < NARROW {
        String::new()
    } else {
        format!("({day}) ")
    };
    let office = if calendar.is_open(shared.now) {
        text::AT_WORK
    } else {
        text::OFF_WORK
    };
    let office = office.get(shared.lang);
    format!("{month:02}/{date:02} {day}{hour:02}:{minute:02} {office} ")
}
