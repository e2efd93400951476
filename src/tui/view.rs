//! The whole screen: a line on top, the queue or a screen over it, a line at the bottom.
//!
//! ```text
//!  경상북도종합자원봉사센터  김가상 상담팀       11/23 (월) 14:03 업무중  초과 2  오늘 5  3일 안 4
//!  ...
//!  F1 도움말 F2 접수 F3 찾기 F9 처리 Enter 열기 1 1차 2 2차 3 3차 조치
//! ```

mod top_line;

use super::{
    form::wrap::wrap,
    keymap::KeyContext,
    model::{Model, WIDE},
    page, pane,
    print::print,
    queue,
    screen::{Purpose, StatusMessage},
    stand_in,
    symbols::Alphabet,
    targets::{Drawing, Target, Targets},
    text::{broken_off, visible, width},
    update::jump,
};
use crate::words::{find as words, terminal as text};
use ratatui::{
    Frame,
    buffer::Buffer,
    layout::Rect,
    style::Style,
    text::{Line, Span},
    widgets::{Clear, Widget},
};

/// The smallest screen on which anything can be read.
const SMALLEST: (u16, u16) = (60, 16);
const BELOW: u16 = 10;

/// The most rows a sentence at the bottom may take.
const SAID: usize = 4;

/// Where the parts stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Panes {
    /// The queue with its heading, or the screen over it.
    pub main: Rect,
    pub pane: Option<Rect>,
    /// The rows of the queue that fit.
    pub rows: u16,
}

/// Divides the screen.
pub fn panes(model: &Model) -> Panes {
    let (width, height) = model.shared.size;
    let body = Rect::new(0, 1, width, height.saturating_sub(2));
    let (main, pane) = if !model.pane.shown.unwrap_or(width >= WIDE) {
        (body, None)
    } else if model.is_wide() {
        let list = (width * 3 / 5).max(72);
        let [main, pane] = [(0, list), (list + 1, width.saturating_sub(list + 1))]
            .map(|(x, width)| Rect { x, width, ..body });
        (main, Some(pane))
    } else {
        let rows = usize::from(body.height - BELOW.min(body.height / 2));
        (page::top(body, rows), Some(page::below(body, rows)))
    };
    Panes {
        main,
        pane,
        rows: main.height.saturating_sub(1),
    }
}

/// Draws a whole frame of the model and returns what can be clicked on it.
pub fn view(model: &Model, frame: &mut Frame<'_>) -> Targets {
    let (columns, rows) = model.shared.size;
    let drawing = Drawing::of(&model.shared);
    if columns < SMALLEST.0 || rows < SMALLEST.1 {
        Line::raw(text::TOO_SMALL.get(model.shared.lang)).render(frame.area(), frame.buffer_mut());
        return drawing.into_targets();
    }
    if model.shared.theme.text != Style::new() {
        // A look with its own background fills the screen.
        let area = frame.area();
        frame.buffer_mut().set_style(area, model.shared.theme.text);
    }
    let line = |y| Rect::new(0, y, columns, 1);
    top_line::top(model, line(0), frame, &drawing);
    let panes = panes(model);
    match model.screen() {
        None => {
            queue::draw(&model.queue, panes.main, frame.buffer_mut(), &drawing);
            if let Some(area) = panes.pane {
                let content = model.pane.content.as_ref();
                let beside = model.is_wide();
                pane::draw(content, area, beside, frame.buffer_mut(), &drawing);
            }
        }
        Some(screen) => screen.view(frame, Rect::new(0, 1, columns, rows - 2), &drawing),
    }
    together(model, line(1), frame.buffer_mut());
    bottom(model, line(rows - 1), frame, &drawing);
    if model.shared.symbols.alphabet == Alphabet::Ascii {
        // The symbols are ASCII already; names and texts from the data are not.
        stand_in::put(frame.buffer_mut());
    }
    drawing.into_targets()
}

/// Adds to the title of a form on how many cases it will act: the title names only the first.
fn together(model: &Model, title: Rect, buffer: &mut Buffer) {
    let many = model.many.len();
    if many < 2 || model.purpose() != Some(Purpose::Act) {
        return;
    }
    let said = words::MANY_TOGETHER.with(model.shared.lang, &[("n", &many.to_string())]);
    let said = format!("[{said}]");
    let cells = u16::try_from(width(&said) + 1)
        .unwrap_or(0)
        .min(title.width);
    let place = Rect {
        x: title.right() - cells,
        width: cells,
        ..title
    };
    // A wide character of the title that would be cut becomes a blank.
    if let Some(before) = buffer.cell_mut((place.x.saturating_sub(1), place.y))
        && width(before.symbol()) > 1
    {
        before.set_symbol(" ");
    }
    // So does a count at the end: a part of it would be a wrong number.
    let digit = |x: &u16| {
        let cell = buffer.cell((*x, place.y));
        cell.is_some_and(|cell| cell.symbol().starts_with(|c: char| c.is_ascii_digit()))
    };
    let first = (0..=place.x).rev().take_while(digit).last();
    for x in first.unwrap_or(place.x)..place.x {
        buffer.set_string(x, place.y, " ", model.shared.theme.text);
    }
    Clear.render(place, buffer);
    buffer.set_style(place, model.shared.theme.text);
    Line::styled(said, model.shared.theme.soon).render(place, buffer);
}

fn bottom(model: &Model, area: Rect, frame: &mut Frame<'_>, shared: &Drawing<'_>) {
    let buffer = frame.buffer_mut();
    buffer.set_style(area, shared.theme.chrome);
    let jump = jump::line(model).map(StatusMessage::Done);
    let (message, style) = match jump.as_ref().or(model.saying.as_ref()) {
        Some(StatusMessage::Done(message)) => (message.as_str(), shared.theme.ok),
        Some(StatusMessage::Refused(message)) => (message.as_str(), shared.theme.error),
        None if let Some(waiting) = model.waiting => (waiting.get(shared.lang), shared.theme.dim),
        None if is_bare(model) => return,
        None => {
            let keys = keys(model.key_context(), filters(model), area, shared);
            return print(&keys, area, buffer);
        }
    };
    say(message, style, area, buffer, shared);
}

fn is_bare(model: &Model) -> bool {
    let spared = model.shared.thrifty && !model.queue.shows_keys();
    spared && model.in_queue()
}

/// Draws a message in place of the keys; a long one covers the rows above.
fn say(said: &str, style: Style, area: Rect, buffer: &mut Buffer, shared: &Drawing<'_>) {
    let alphabet = shared.symbols.alphabet;
    let cells = usize::from(area.width).saturating_sub(2);
    let mut rows = wrap(&said.replace('\n', " "), cells, alphabet);
    let rest = rows.split_off(rows.len().min(SAID));
    if let Some(last) = rows.last_mut().filter(|_| !rest.is_empty()) {
        *last = broken_off(last, cells, alphabet);
    }
    let height = u16::try_from(rows.len()).unwrap_or(1).max(1);
    let area = Rect {
        y: area.bottom().saturating_sub(height),
        height,
        ..area
    };
    Clear.render(area, buffer);
    let style = shared.theme.chrome.patch(style);
    buffer.set_style(area, style);
    for (row, place) in rows.into_iter().zip(area.rows()) {
        Line::styled(format!(" {row}"), style).render(place, buffer);
    }
}

fn filters(model: &Model) -> Vec<String> {
    use crate::{
        desk::{Filter, QueueOrder},
        domain::find::QueueView,
        words::Say,
    };
    if !model.in_queue() {
        let many = model.many.len();
        let said = words::MANY_TOGETHER.with(model.shared.lang, &[("n", &many.to_string())]);
        return (many > 1).then_some(said).into_iter().collect();
    }
    let (queue, lang) = (&model.queue, model.shared.lang);
    let mut on = Vec::new();
    on.extend((queue.order == QueueOrder::Deadline).then(|| text::BY_DEADLINE.get(lang).into()));
    on.extend((queue.viewed != QueueView::default()).then(|| queue.viewed.say(lang)));
    let marked = queue.marks.marked().len();
    let said = words::MANY_ON.with(lang, &[("n", &marked.to_string())]);
    on.extend((marked > 0).then_some(said));
    on.extend((queue.filter == Filter::Overdue).then(|| text::ONLY_OVERDUE.get(lang).into()));
    on
}

fn keys(
    place: KeyContext,
    filters: Vec<String>,
    area: Rect,
    shared: &Drawing<'_>,
) -> Line<'static> {
    let theme = &shared.theme;
    let mut spans = vec![Span::styled(" ", theme.chrome)];
    for filter in filters {
        spans.push(Span::styled(
            format!("[{}] ", visible(&filter, shared.symbols.alphabet)),
            theme.chrome.patch(theme.soon),
        ));
    }
    let mut used: usize = spans.iter().map(|span| width(&span.content)).sum();
    let bindings = shared.keys.bindings(place).iter();
    for binding in bindings.filter(|binding| binding.footer > 0) {
        let Some(key) = binding.keys.first() else {
            continue;
        };
        let (key, label) = (key.name(), format!(" {}  ", binding.label.get(shared.lang)));
        let more = width(&key) + width(&label);
        if used + more > usize::from(area.width) + 2 {
            break;
        }
        let seen = u16::try_from(used).unwrap_or(area.width);
        let place = Rect {
            x: area.x + seen,
            width: u16::try_from(width(&key) + width(label.trim_end())).unwrap_or(0),
            ..area
        };
        shared.target(place.intersection(area), Target::Key(binding.action));
        used += more;
        // One style for all: another one for each key would double the bytes of the line.
        spans.push(Span::styled(key, theme.chrome));
        spans.push(Span::styled(label, theme.chrome));
    }
    Line::from(spans)
}

#[cfg(test)]
mod bytes;
#[cfg(test)]
mod gallery;
#[cfg(test)]
mod tests;
