//! The mouse: a click does what the keys do at the place it falls on.
//!
//! A row is chosen by a click and opened by another one; what stands on the line at the bottom is done; the caret goes to the
//! cell in a field, and a drag selects from there on. The wheel reads on, three rows at a time. Must not know how anything is drawn.

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

/// Rows by which the wheel turns.
const TURN: usize = 3;

/// What an event means; nothing where a button is let go or another one is pressed.
pub(in crate::tui) fn gesture(event: MouseEvent) -> Option<Gesture> {
    Some(match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Gesture::Click,
        MouseEventKind::Drag(MouseButton::Left) => Gesture::Drag,
        MouseEventKind::ScrollUp => Gesture::Up,
        MouseEventKind::ScrollDown => Gesture::Down,
        _ => return None,
    })
}

/// Takes what was done with the mouse.
pub(super) fn used(model: &mut Model, event: MouseEvent) -> Vec<Effect> {
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

/// Chooses a row of the queue, or opens it where it is chosen.
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

/// Goes from one row or page to another as the keys do, one after the other; what only shows the rows passed by is not
/// asked for.
fn walk(model: &mut Model, from: usize, to: usize, (back, forth): (Action, Action)) -> Vec<Effect> {
    let action = if to < from { back } else { forth };
    let mut effects = Vec::new();
    for _ in 0..from.abs_diff(to) {
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
        Target::List { .. } | Target::Text => {
            let mut effects = Vec::new();
            for _ in 0..TURN {
                effects = act(model, action);
            }
            effects
        }
        Target::Field(_) | Target::Line | Target::Label(_) | Target::Picks { .. } => {
            dispatch(model, &ScreenEvent::Pointer(pointed))
        }
        Target::Key(_) | Target::Page { .. } => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
