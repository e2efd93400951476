//! The top line: organisation, signed-in clerk, office clock, and how many deadlines are overdue, due today and soon.

use crate::{
    desk::Rules,
    tui::{
        keymap::Action,
        model::Model,
        print::print,
        screen::Shared,
        targets::{Drawing, Target},
        text::{cut, pad, visible, width},
    },
    words::{Phrase, Say, grouped, terminal as text, weekday},
};
use chrono::{Datelike, Timelike};
use ratatui::{
    Frame,
    layout::Rect,
    text::{Line, Span},
};

/// Minimum columns for the day of the week.
const WEEKDAY_COLUMNS: u16 = 80;

/// Minimum width at which the organisation's name is recognisable.
const LEAST_ORGANISATION: usize = 8;

const CLERK_CELLS: usize = 10;

/// The counts that give way, the first first; what is overdue never does.
const DROPPED: [Phrase; 5] = [
    text::SOON,
    text::TODAY,
    text::SECOND_STEP,
    text::UNTOLD,
    text::UNSENT,
];

/// The counts that are shown where there is something to count.
const SOMETIMES: [Phrase; 3] = [text::UNTOLD, text::UNSENT, text::SECOND_STEP];

/// Draws the top line.
pub(super) fn top(model: &Model, area: Rect, frame: &mut Frame<'_>, drawing: &Drawing<'_>) {
    let shared = &model.shared;
    let buffer = frame.buffer_mut();
    buffer.set_style(area, shared.theme.chrome);
    let room = |right: &Line<'_>| usize::from(area.width).saturating_sub(right.width() + 1);
    let name = shared.actor.as_ref().map_or(0, |staff| width(&staff.name));
    let name = name.min(CLERK_CELLS);
    // Large numbers would push out the clerk's name: the count that can wait longest is dropped first.
    let fitting = (0..=DROPPED.len()).map(|dropped| counts(dropped, shared));
    let right = fitting.into_iter().find(|right| room(right) > name);
    let right = right.unwrap_or_else(|| counts(DROPPED.len(), shared));
    let room = room(&right);
    let left = format!("{} ", who(shared, room));
    let mut spans = vec![Span::styled(left, shared.theme.chrome)];
    spans.extend(right.spans);
    let line = Line::from(spans);
    print(&line, area, buffer);
    drawing.target(untold(&line, area, shared), Target::Key(Action::Notices));
}

/// Where it is said how many were not told; empty where there are none.
fn untold(line: &Line<'_>, area: Rect, shared: &Shared) -> Rect {
    let said = untold_text(shared);
    let mut x = area.x;
    for span in &line.spans {
        let cells = u16::try_from(span.width()).unwrap_or(0);
        if span.content == said {
            return Rect {
                x,
                width: cells,
                ..area
            };
        }
        x = x.saturating_add(cells);
    }
    Rect { width: 0, ..area }
}

fn untold_text(shared: &Shared) -> String {
    let n = grouped(shared.counts.untold);
    text::UNTOLD.with(shared.lang, &[("n", &n)])
}

/// Organisation and clerk in so many cells; the clerk's name has precedence.
fn who(shared: &Shared, cells: usize) -> String {
    let alphabet = shared.symbols.alphabet;
    let body = match &shared.rules {
        Some(rules) => rules.charter.name.say(shared.lang),
        None => text::PROGRAM.get(shared.lang).to_owned(),
    };
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
    } else if room < LEAST_ORGANISATION {
        format!(" {name}")
    } else {
        format!(" {}  {name}", cut(&body, room, alphabet))
    };
    pad(said.trim_end(), cells, alphabet)
}

/// Clock, opening state and the counts but for so many; empty before there is a desk.
fn counts(dropped: usize, shared: &Shared) -> Line<'static> {
    let theme = &shared.theme;
    let Some(rules) = &shared.rules else {
        return Line::default();
    };
    let mut spans = vec![Span::styled(clock(rules, shared), theme.chrome)];
    let counts = &shared.counts;
    for (phrase, number, style) in [
        (text::OVERDUE, counts.overdue, theme.overdue),
        (text::TODAY, counts.today, theme.chrome),
        (text::SOON, counts.soon, theme.chrome),
        (text::UNTOLD, counts.untold, theme.soon),
        (text::UNSENT, counts.unsent, theme.soon),
        (text::SECOND_STEP, counts.second_step, theme.chrome),
    ]
    .into_iter()
    .filter(|(phrase, ..)| !DROPPED.iter().take(dropped).any(|one| one == phrase))
    .filter(|(phrase, number, _)| !SOMETIMES.contains(phrase) || *number > 0)
    {
        let [_, second, _] = shared.symbols.steps;
        let said = phrase.with(shared.lang, &[("n", &grouped(number)), ("step", second)]);
        let style = if number > 0 {
            theme.chrome.patch(style)
        } else {
            theme.chrome
        };
        spans.push(Span::styled(said, style));
        // One blank would join a count to the next word: "10 3".
        spans.push(Span::styled("  ", theme.chrome));
    }
    spans.pop();
    Line::from(spans)
}

fn clock(rules: &Rules, shared: &Shared) -> String {
    let calendar = rules.calendars.now();
    let local = calendar.local(shared.now);
    let day = weekday(local.weekday(), shared.lang);
    let (month, date) = (local.month(), local.day());
    let (hour, minute) = (local.hour(), local.minute());
    let day = if shared.size.0 < WEEKDAY_COLUMNS {
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
