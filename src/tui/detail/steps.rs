//! The three steps as boxes: done by whom and when, or what is missing.

use super::page_text::{PageText, wrap};
use crate::tui::{
    keymap::{Action, KeyContext},
    text::{cut, pad, visible},
};
use crate::{
    desk::CaseView,
    domain::decide::{StepBox, steps},
    words::{Say, terminal as text},
};
use ratatui::{
    style::Style,
    text::{Line, Span},
};
use std::ops::Range;

/// The framed boxes, one under the other, and the lines that each takes.
pub(super) fn boxes(
    view: &CaseView,
    page: PageText<'_>,
) -> (Vec<Line<'static>>, Vec<Range<usize>>) {
    let mut lines = page.heading(text::STEPS);
    let mut places = Vec::new();
    let marks = page.shared.symbols.steps;
    for ((number, mark), step) in
        (1_usize..)
            .zip(marks)
            .zip(steps(&view.case, &view.rules.charter, &view.related))
    {
        let start = lines.len();
        lines.extend(framed((number, mark), &step, view, page));
        places.push(start..lines.len());
    }
    (lines, places)
}

fn framed(
    (number, mark): (usize, &'static str),
    step: &StepBox<'_>,
    view: &CaseView,
    page: PageText<'_>,
) -> Vec<Line<'static>> {
    let shared = page.shared;
    let (open, theme) = (shared.symbols.open, &shared.theme);
    let (mark, style, said) = match step {
        StepBox::Done(record) => {
            let when = page.time(record.at, view);
            let by = shared.display_name(&record.by);
            let gist = record.step.gist(shared.names(), " / ");
            (mark, theme.ok, vec![format!("{when}  {by}"), gist])
        }
        StepBox::Ready => {
            let action = match number {
                1 => Action::StepOne,
                2 => Action::StepTwo,
                _ => Action::StepThree,
            };
            let key = shared.keys.shown(KeyContext::Detail, action);
            let said = text::READY.with(shared.lang, &[("key", &key)]);
            (open, theme.soon, vec![said])
        }
        StepBox::Missing(refusal) => (open, theme.dim, vec![refusal.say(shared.lang)]),
    };
    let name = text::STEP_N.with(shared.lang, &[("n", &number.to_string())]);
    let mut lines = vec![edge(format!(" {mark} {name} "), true, style, page)];
    for line in said.iter().flat_map(|said| fit(said, page)) {
        lines.push(side(&line, style, page));
    }
    lines.push(edge(String::new(), false, style, page));
    lines
}

/// At most two lines of a text.
fn fit(said: &str, page: PageText<'_>) -> Vec<String> {
    let alphabet = page.shared.symbols.alphabet;
    let flat = said.replace('\n', " ");
    let shown = visible(&flat, alphabet).into_owned();
    let room = page.cells.saturating_sub(4).max(4);
    let mut pieces = wrap(&shown, room);
    if pieces.len() > 2 {
        let first = pieces.swap_remove(0);
        let rest = shown.get(first.len()..).unwrap_or_default().trim_start();
        pieces = vec![first, cut(rest, room, alphabet).into_owned()];
    }
    pieces
}

fn edge(name: String, top: bool, style: Style, page: PageText<'_>) -> Line<'static> {
    let border = page.shared.symbols.border;
    let (left, line, right) = if top {
        (border.top_left, border.horizontal_top, border.top_right)
    } else {
        let line = border.horizontal_bottom;
        (border.bottom_left, line, border.bottom_right)
    };
    let used = crate::tui::text::width(&name) + 3;
    let rest = line.repeat(page.cells.saturating_sub(used));
    let frame = page.shared.theme.frame;
    Line::from(vec![
        Span::styled(format!("{left}{line}"), frame),
        Span::styled(name, style),
        Span::styled(format!("{rest}{right}"), frame),
    ])
}

fn side(said: &str, style: Style, page: PageText<'_>) -> Line<'static> {
    let border = page.shared.symbols.border;
    let frame = page.shared.theme.frame;
    let room = page.cells.saturating_sub(4);
    Line::from(vec![
        Span::styled(format!("{} ", border.vertical_left), frame),
        Span::styled(pad(said, room, page.shared.symbols.alphabet), style),
        Span::styled(format!(" {}", border.vertical_right), frame),
    ])
}
