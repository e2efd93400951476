//! The queue as rows of cells.
//!
//! ```text
//!  남은 시간               접수번호    경로   분류     제목         단계 민원인
//! ▌초과 1일 2시간          2026-000412 전화   불친절   상담 전화 응대    ② 홍*동
//!  D-3 (근무 2일)  ███▍    2026-000398 우편   제안     봉사시간 인정       박**수
//! ```
//!
//! The bar does not cover the time: that keeps its colour, and a move of the bar need not send it again. Columns begin at
//! tab stops of eight where that costs no room, since one byte moves the cursor there.

use super::super::{
    keymap::{Action, KeyContext},
    page::{below, top},
    print::print,
    screen::Shared,
    symbols::{Bar, left_bar},
    targets::{Drawing, Target},
    text::{cut, pad, visible, width},
};
use super::{QueueList, RowMarks};
use crate::{
    desk::{QueueOrder, QueueRow},
    domain::remaining::Remaining,
    words::{Lang, Say, terminal as text},
};
use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
    widgets::Widget,
};

/// The widths of the columns, in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Columns {
    left: usize,
    gauge: u16,
    channel: usize,
    category: usize,
    title: usize,
    party: usize,
    officer: usize,
    /// What can wait is left blank.
    lean: bool,
}

/// Width of a receipt number, `2026-000412`.
const NUMBER: usize = 12;
/// Width from which a title is readable; a lean row shows as much of it.
const READABLE: usize = 14;
/// Width at which most titles fit.
const WHOLE: usize = 48;
/// Width from which a row has the officer.
const ROOMY: u16 = 116;
/// Width of the largest unit of a time, `초과 61일`: what a lean row shows of it.
const SHORT: usize = 10;
/// Width of the step's mark, and how much wider its heading is.
const STEP: (usize, usize) = (1, 3);

/// The sign of a marked row.
const MARKED: &str = "+";
/// The sign of a row that someone else has changed.
const CHANGED: &str = "*";

impl Columns {
    /// The most columns that leave the title readable.
    fn of(total: u16, lang: Lang) -> Self {
        // Where a category does not fit, its room goes to the title.
        let ways = [(10, 24), (10, 16), (10, 12), (6, 12), (6, 0)];
        let wide = total >= 100;
        let ways = ways.into_iter();
        ways.map(|(gauge, category)| Self::with(total, wide, lang, gauge, category))
            .skip(if wide { 0 } else { 3 })
            // Long names of categories only where all else has room.
            .find(|columns| match columns.category {
                0..=12 => columns.title >= READABLE,
                13..=16 => columns.title >= READABLE && columns.officer > 0,
                _ => columns.title >= WHOLE,
            })
            .unwrap_or_else(|| Self::with(total, wide, lang, 0, 0))
    }

    fn with(total: u16, wide: bool, lang: Lang, gauge: u16, category: usize) -> Self {
        let left = if lang == Lang::En && wide { 22 } else { 15 };
        let (channel, party) = (6, 8);
        let officer = if total >= ROOMY { 8 } else { 0 };
        let shown = [usize::from(gauge), category, officer];
        let gaps = 5 + shown.iter().filter(|cells| **cells > 0).count();
        let given = shown.iter().sum::<usize>() + NUMBER + channel + STEP.0 + party;
        let fixed = 1 + left + given + gaps;
        Self {
            left,
            gauge,
            channel,
            category,
            title: usize::from(total).saturating_sub(fixed),
            party,
            officer,
            lean: false,
        }
    }
}

/// Draws the heading and the rows.
pub fn draw(list: &QueueList, area: Rect, buffer: &mut Buffer, shared: &Drawing<'_>) {
    let columns = Columns::of(area.width, shared.lang);
    let heading = Line::styled(heading_text(list, columns, shared), shared.theme.heading);
    heading.render(top(area, 1), buffer);
    let rows = area.rows().skip(1);
    shared.target(below(area, 1), Target::Queue);
    for ((at, row), place) in list.rows().iter().enumerate().zip(rows) {
        draw_row(
            (row, &list.marks),
            at == list.bar(),
            Columns {
                lean: shared.thrifty && !list.is_full(&row.key),
                ..columns
            },
            place,
            buffer,
            shared,
        );
    }
    if list.rows().is_empty() && area.height > 2 {
        let (phrase, action) = if list.is_narrow() {
            (text::EMPTY_FILTER, Action::Views)
        } else {
            (text::EMPTY_QUEUE, Action::Intake)
        };
        let place = Rect {
            x: area.x + 2.min(area.width),
            y: area.y + 2,
            height: 1,
            width: area.width.saturating_sub(2),
        };
        let key = shared.keys.shown(KeyContext::Queue, action);
        let said = phrase.with(shared.lang, &[("key", &key)]);
        Line::styled(said, shared.theme.dim).render(place, buffer);
    }
}

fn heading_text(list: &QueueList, columns: Columns, shared: &Shared) -> String {
    let alphabet = shared.symbols.alphabet;
    let title = match list.order {
        QueueOrder::Deadline => text::PROMISE,
        QueueOrder::Case => text::TITLE,
    };
    // The time in words and its bar share a heading.
    let gauge = columns.gauge + columns.gauge.min(1);
    let cells = [
        (text::TIME_LEFT, columns.left + usize::from(gauge)),
        (text::NUMBER, NUMBER),
        (text::CHANNEL, columns.channel),
        (text::CATEGORY, columns.category),
        (title, columns.title.saturating_sub(STEP.1)),
        (text::STEP, STEP.0 + STEP.1),
        (text::COMPLAINANT, columns.party),
        (text::OFFICER, columns.officer),
    ];
    let shown = cells.into_iter().filter(|(_, cells)| *cells > 0);
    let shown: Vec<String> = shown
        .map(|(phrase, cells)| pad(phrase.get(shared.lang), cells, alphabet))
        .collect();
    format!(" {}", shown.join(" "))
}

/// The time left of a row's deadline.
pub(crate) fn remaining(row: &QueueRow, shared: &Shared) -> Remaining {
    let calendar = shared.calendar();
    calendar.map_or(Remaining::Nothing, |calendar| {
        row.remaining(shared.now, calendar)
    })
}

/// The style of a time left.
pub(crate) fn style(remaining: Remaining, shared: &Shared) -> Style {
    match remaining {
        Remaining::Overdue { .. } => shared.theme.overdue,
        Remaining::Today | Remaining::Time { .. } => shared.theme.soon,
        Remaining::Paused { .. } => shared.theme.paused,
        Remaining::Nothing | Remaining::Settled(_) => shared.theme.dim,
        Remaining::Days { .. } => shared.theme.text,
    }
}

/// The time left in exactly `cells` cells; the smaller units are left out where it does not fit.
pub(crate) fn left_text(remaining: Remaining, cells: usize, shared: &Shared) -> String {
    let said = remaining.say(shared.lang);
    // In English the word for overdue is the last one, and must not be left out.
    let last = match (remaining, shared.lang) {
        (Remaining::Overdue { .. }, Lang::En) => said.rfind(' ').unwrap_or(said.len()),
        _ => said.len(),
    };
    let (mut fitting, over) = said.split_at(last);
    while width(fitting) + width(over) > cells {
        let Some((before, _)) = fitting.rsplit_once(' ') else {
            break;
        };
        // Neither half a bracket nor a number without its unit.
        fitting = before.split_once(" (").map_or(before, |(before, _)| before);
        if fitting.ends_with(|c: char| c.is_ascii_digit()) {
            fitting = fitting
                .rsplit_once(' ')
                .map_or(fitting, |(before, _)| before);
        }
    }
    pad(&format!("{fitting}{over}"), cells, shared.symbols.alphabet)
}

/// The time left as a bar of one scale for all rows; blank where none is left.
fn gauge(remaining: Remaining, cells: u16, shared: &Shared) -> String {
    let bar = match remaining {
        Remaining::Paused { .. } => Bar::Paused,
        Remaining::Today | Remaining::Time { .. } | Remaining::Days { .. } => Bar::Running,
        Remaining::Nothing | Remaining::Settled(_) | Remaining::Overdue { .. } => {
            return " ".repeat(usize::from(cells));
        }
    };
    left_bar(remaining.filled(), cells, bar, &shared.symbols)
}

fn draw_row(
    (row, marks): (&QueueRow, &RowMarks),
    selected: bool,
    columns: Columns,
    area: Rect,
    buffer: &mut Buffer,
    shared: &Drawing<'_>,
) {
    let theme = &shared.theme;
    let remaining = remaining(row, shared);
    let urgent = style(remaining, shared);
    let mark = if selected {
        shared.symbols.selected
    } else {
        shared.symbols.unselected
    };
    // On a slow line only the sign moves: a bar would send both rows again.
    let barred = selected && !shared.thrifty;
    let plain = if barred { theme.bar } else { theme.text };
    let left = if columns.lean {
        columns.left.min(SHORT)
    } else {
        columns.left
    };
    let mark = match (marks.is_marked(row.subject), marks.is_changed(row.subject)) {
        (true, _) => MARKED,
        (false, true) => CHANGED,
        (false, false) => mark,
    };
    let mut time = vec![
        Span::styled(mark, theme.text),
        Span::styled(left_text(remaining, left, shared), urgent),
        Span::styled(" ".repeat(columns.left.saturating_sub(left)), theme.text),
        Span::styled(" ", theme.text),
    ];
    if columns.gauge > 0 && columns.lean {
        time.push(Span::raw(" ".repeat(usize::from(columns.gauge) + 1)));
    } else if columns.gauge > 0 {
        let bar = gauge(remaining, columns.gauge, shared);
        time.push(Span::styled(bar, urgent));
        time.push(Span::styled(" ", theme.text));
    }
    let time = Line::from(time);
    let cells = u16::try_from(time.width()).unwrap_or(area.width);
    print(&time, area, buffer);
    let rest = Rect {
        x: area.x + cells.min(area.width),
        width: area.width.saturating_sub(cells),
        ..area
    };
    if barred {
        buffer.set_style(rest, theme.bar);
    }
    let text = Line::styled(row_text(row, marks, columns, shared), plain);
    print(&text, rest, buffer);
}

/// The text of a row after the time.
fn row_text(row: &QueueRow, marks: &RowMarks, columns: Columns, shared: &Shared) -> String {
    let alphabet = shared.symbols.alphabet;
    let title = match &row.key.deadline {
        Some((promise, _)) => {
            let dot = shared.symbols.dot;
            let required = requirement(promise, shared);
            let required = cut(&required, 60, alphabet);
            format!("{required} {dot} {}", row.title)
        }
        None => row.title.clone(),
    };
    let title = match marks.opened_by(row.subject) {
        Some(name) => format!("[{name}] {title}"),
        None => title,
    };
    let title = if columns.lean {
        cut(&visible(&title, alphabet), READABLE, alphabet).into_owned()
    } else {
        title
    };
    let title = match waiting(row, shared) {
        Some(waiting) => beside_title(&title, &waiting, columns, shared),
        None => title,
    };
    // Most have none: a column of dashes would hide the rows that have a step.
    let step = shared.symbols.step(row.step).unwrap_or(" ");
    let channel = row.channel.map(|channel| channel.say(shared.lang));
    let channel = channel.unwrap_or_default();
    let full = |text: String| {
        if columns.lean { String::new() } else { text }
    };
    let officer = shared.display_name(&row.officer).to_owned();
    let cells = [
        (row.subject.to_string(), NUMBER),
        (full(channel), columns.channel),
        (full(category(row, shared)), columns.category),
        (title, columns.title),
        (step.to_owned(), STEP.0),
        (full(row.party.clone()), columns.party),
        (full(officer), columns.officer),
    ];
    let shown = cells.iter().filter(|(_, cells)| *cells > 0);
    let shown: Vec<String> = shown
        .map(|(text, cells)| pad(&visible(text, alphabet), *cells, alphabet))
        .collect();
    shown.join(" ")
}

/// What the row waits for: the step that is due, and that the result be told.
fn waiting(row: &QueueRow, shared: &Shared) -> Option<String> {
    let step = shared.symbols.step(row.step_due);
    let step = step.filter(|_| row.step_due > 1);
    let step = step.map(|step| text::STEP_DUE.with(shared.lang, &[("step", step)]));
    let untold = row
        .untold
        .then(|| text::RESULT_UNTOLD.get(shared.lang).to_owned());
    let waiting: Vec<String> = step.into_iter().chain(untold).collect();
    (!waiting.is_empty()).then(|| waiting.join(" "))
}

/// A title with what the row waits for at its right.
fn beside_title(title: &str, waiting: &str, columns: Columns, shared: &Shared) -> String {
    let alphabet = shared.symbols.alphabet;
    if columns.lean {
        return format!("{title} {waiting}");
    }
    let room = columns.title.saturating_sub(width(waiting) + 1);
    format!(
        "{} {waiting}",
        pad(&visible(title, alphabet), room, alphabet)
    )
}

/// The name of a row's category in the charter in force; its id where that has no such category.
pub(crate) fn category(row: &QueueRow, shared: &Shared) -> String {
    let rules = shared.rules.as_ref();
    let known = rules.and_then(|rules| rules.charter.category(&row.category));
    let name = known.map(|category| category.name.say(shared.lang));
    name.unwrap_or_else(|| row.category.clone())
}

/// What a promise or an article asks for.
pub(crate) fn requirement(promise: &str, shared: &Shared) -> String {
    if promise.starts_with("act.") {
        return crate::domain::statute::action(promise, shared.lang);
    }
    let rules = shared.rules.as_ref();
    let known = rules.and_then(|rules| rules.charter.promise(promise));
    let action = known.map(|known| known.said(shared.lang));
    action.unwrap_or_else(|| promise.to_owned())
}
