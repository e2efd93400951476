//! The mouse: a click selects a row or opens the selected one, presses a key of the footer, or puts the caret into a field; a
//! drag selects text; the wheel scrolls three rows. Must not know how anything is drawn.

use super::{act, dispatch};
use crate::tui::{
    effect::Effect,
    keymap::Action,
    model::Model,
    screen::ScreenEvent,
    targets::{Gesture, PointerEvent, Target},
};
use ratatui::{
    crossterm::event::{MouseButton, MouseEvent, MouseEventKind},
    layout::Position,
};

const TURN: usize = 3;

/// The gesture of an event; `None` for a released button and for other buttons.
pub(in crate::tui) fn gesture(event: MouseEvent) -> Option<Gesture> {
    Some(match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Gesture::Click,
        MouseEventKind::Drag(MouseButton::Left) => Gesture::Drag,
        MouseEventKind::ScrollUp => Gesture::Up,
        MouseEventKind::ScrollDown => Gesture::Down,
        _ => return None,
    })
}

/// Handles a mouse event.
pub(super) fn handle(model: &mut Model, event: MouseEvent) -> Vec<Effect> {
    let place = Position::new(event.column, event.row);
    let gesture = gesture(event);
    let Some(pointed) = gesture.and_then(|gesture| model.targets.at(place, gesture)) else {
        return Vec::new();
    };
    match pointed.gesture {
        Gesture::Click => click(model, pointed),
        Gesture::Drag => drag(model, pointed),
        Gesture::Up => turn(model, pointed, Action::Up),
        Gesture::Down => turn(model, pointed, Action::Down),
    }
}

fn click(model: &mut Model, pointed: PointerEvent) -> Vec<Effect> {
    model.saying = None;
    model.jump = None;
    let row = usize::from(pointed.at.1);
    match pointed.target {
        Target::Key(action) => act(model, action),
        Target::Queue => queue(model, row),
        Target::List { first, total, .. } if first + row >= total => Vec::new(),
        Target::List { first, chosen, .. } if first + row == chosen => act(model, Action::Open),
        Target::List { first, chosen, .. } => {
            walk(model, chosen, first + row, (Action::Up, Action::Down))
        }
        Target::Page { at, open } => walk(model, open, at, (Action::Left, Action::Right)),
        Target::Text
        | Target::Line
        | Target::Label(_)
        | Target::Field(_)
        | Target::Picks { .. } => dispatch(model, &ScreenEvent::Pointer(pointed)),
    }
}

/// Selects text; nothing else is dragged.
fn drag(model: &mut Model, pointed: PointerEvent) -> Vec<Effect> {
    match pointed.target {
        Target::Field(_) | Target::Line => dispatch(model, &ScreenEvent::Pointer(pointed)),
        _ => Vec::new(),
    }
}

fn queue(model: &mut Model, row: usize) -> Vec<Effect> {
    if row >= model.queue.rows().len() || !model.in_queue() {
        return Vec::new();
    }
    if row == model.queue.bar() {
        return act(model, Action::Open);
    }
    model.queue.choose(row);
    super::glance(model).into_iter().collect()
}

/// Goes from one row or page to another by repeating a key; only the effects of the last step are performed.
fn walk(model: &mut Model, from: usize, to: usize, (back, forth): (Action, Action)) -> Vec<Effect> {
    let action = if to < from { back } else { forth };
    repeat(model, action, from.abs_diff(to))
}

fn repeat(model: &mut Model, action: Action, times: usize) -> Vec<Effect> {
    let mut effects = Vec::new();
    for _ in 0..times {
        effects = act(model, action);
    }
    effects
}

fn turn(model: &mut Model, pointed: PointerEvent, action: Action) -> Vec<Effect> {
    match pointed.target {
        Target::Queue => {
            let turned = match action {
                Action::Up => model.queue.scroll_rows_up(TURN),
                _ => model.queue.scroll_rows_down(TURN),
            };
            turned.into_iter().collect()
        }
        Target::List { .. } | Target::Text => repeat(model, action, TURN),
        Target::Field(_) | Target::Line | Target::Label(_) | Target::Picks { .. } => {
            dispatch(model, &ScreenEvent::Pointer(pointed))
        }
        Target::Key(_) | Target::Page { .. } => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
