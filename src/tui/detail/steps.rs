//! The ladder as three boxes: done by whom and when, or what is missing.

use super::paper::{Paper, wrap};
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

/// The boxes, one under the other, each with a frame of its own; and on which of the lines each stands.
pub(super) fn boxes(view: &CaseView, paper: Paper<'_>) -> (Vec<Line<'static>>, Vec<Range<usize>>) {
    let mut lines = paper.heading(text::STEPS);
    let mut places = Vec::new();
    let marks = paper.shared.symbols.steps;
    for ((number, mark), step) in (1_usize..).zip(marks).zip(steps(&view.case)) {
        let start = lines.len();
        lines.extend(framed((number, mark), &step, view, paper));
        places.push(start..lines.len());
    }
    (lines, places)
}

fn framed(
    (number, mark): (usize, &'static str),
    step: &StepBox<'_>,
    view: &CaseView,
    paper: Paper<'_>,
) -> Vec<Line<'static>> {
    let shared = paper.shared;
    let (mark, style, said) = match step {
        StepBox::Done(record) => {
            let when = paper.time(record.at, view);
            (
                mark,
                shared.theme.ok,
                vec![
                    format!("{when}  {}", shared.display_name(&record.by)),
                    record.step.gist(shared.names(), " / "),
                ],
            )
        }
        StepBox::Ready => {
            let action = match number {
                1 => Action::StepOne,
                2 => Action::StepTwo,
                _ => Action::StepThree,
            };
            let key = shared.keys.shown(KeyContext::Detail, action);
            let said = text::READY.with(shared.lang, &[("key", &key)]);
            (shared.symbols.open, shared.theme.soon, vec![said])
        }
        StepBox::Missing(refusal) => (
            shared.symbols.open,
            shared.theme.dim,
            vec![refusal.say(shared.lang)],
        ),
    };
    let name = text::STEP_N.with(shared.lang, &[("n", &number.to_string())]);
    let mut lines = vec![edge(&format!("{mark} {name}"), true, style, paper)];
    for line in said.iter().flat_map(|said| fit(said, paper)) {
        lines.push(side(&line, style, paper));
    }
    lines.push(edge("", false, style, paper));
    lines
}

/// At most two lines of a text.
fn fit(said: &str, paper: Paper<'_>) -> Vec<String> {
    let alphabet = paper.shared.symbols.alphabet;
    let flat = said.replace('\n', " ");
    let shown = visible(&flat, alphabet).into_owned();
    let room = paper.cells.saturating_sub(4).max(4);
    let mut pieces = wrap(&shown, room);
    if pieces.len() > 2 {
        let first = pieces.swap_remove(0);
        let rest = shown.get(first.len()..).unwrap_or_default().trim_start();
        pieces = vec![first, cut(rest, room, alphabet).into_owned()];
    }
    pieces
}

fn edge(name: &str, top: bool, style: Style, paper: Paper<'_>) -> Line<'static> {
    let border = paper.shared.symbols.border;
    let (left, line, right) = if top {
        (border.top_left, border.horizontal_top, border.top_right)
    } else {
        (
            border.bottom_left,
            border.horizontal_bottom,
            border.bottom_right,
        )
    };
    let name = if name.is_empty() {
        String::new()
    } else {
        format!(" {name} ")
    };
    let used = crate::tui::text::width(&name) + 3;
    let rest = line.repeat(paper.cells.saturating_sub(used));
    let frame = paper.shared.theme.frame;
    Line::from(vec![
        Span::styled(format!("{left}{line}"), frame),
        Span::styled(name, style),
        Span::styled(format!("{rest}{right}"), frame),
    ])
}

fn side(said: &str, style: Style, paper: Paper<'_>) -> Line<'static> {
    let border = paper.shared.symbols.border;
    let frame = paper.shared.theme.frame;
    let room = paper.cells.saturating_sub(4);
    Line::from(vec![
        Span::styled(format!("{} ", border.vertical_left), frame),
        Span::styled(pad(said, room, paper.shared.symbols.alphabet), style),
        Span::styled(format!(" {}", border.vertical_right), frame),
    ])
}
