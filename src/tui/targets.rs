//! What can be clicked, as it stands on the frame that was drawn last.
//!
//! A click means what was seen, so the places are written down by those who draw, handed to the
//! model once the frame is drawn, and looked up when the mouse is used. Must not know what a click does.

use super::{keymap::Action, screen::Shared};
pub use crate::form::edit::Gesture;
use ratatui::layout::{Position, Rect};
use std::{cell::RefCell, ops::Deref};

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A key and what it does, on the line at the bottom.
    Key(Action),
    /// The rows of the queue.
    Queue,
    /// The rows of a list: which one is on top, and which is chosen.
    List {
        /// The row on top, counted from 0.
        first: usize,
        /// The row that is chosen.
        chosen: usize,
        /// How many there are.
        total: usize,
    },
    /// Pages to turn among: which one stands here, and which is open.
    Page {
        /// The page.
        at: usize,
        /// The open one.
        open: usize,
    },
    /// A text that is read up and down.
    Text,
    /// The one field of a screen that takes text.
    Line,
    /// The label of a form's field, counted from 0.
    Label(usize),
    /// The control of a form's field.
    Field(usize),
    /// The list of a form's field, to choose from or to tick: which row of it is on top.
    Picks {
        /// The field.
        field: usize,
        /// The row on top.
        first: usize,
    },
}

/// The mouse, told to the screen it was used on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointerEvent {
    /// What was done.
    pub gesture: Gesture,
    /// What it fell on.
    pub target: Target,
    /// How large that is, in cells.
    pub size: (u16, u16),
    /// Where in it, in cells from its top left.
    pub at: (u16, u16),
}

/// Everything that can be clicked on a frame.
#[derive(Clone, Debug, Default)]
pub struct Targets(Vec<(Rect, Target)>);

impl Targets {
    /// Writes down what stands in an area; it lies over what was written down before.
    fn put(&mut self, area: Rect, target: Target) {
        if !area.is_empty() {
            self.0.push((area, target));
        }
    }

    /// What stands at a place.
    pub fn at(&self, place: Position, gesture: Gesture) -> Option<PointerEvent> {
        let hit = |(area, _): &&(Rect, Target)| area.contains(place);
        let (area, target) = self.0.iter().rev().find(hit)?;
        Some(PointerEvent {
            gesture,
            target: *target,
            size: (area.width, area.height),
            at: (place.x - area.x, place.y - area.y),
        })
    }
}

/// What every screen may look at while a frame is drawn, and what can be clicked there: an output of the drawing, which
/// leaves the state as it is.
#[derive(Debug)]
pub struct Drawing<'a> {
    shared: &'a Shared,
    targets: RefCell<Targets>,
}

/// Room for the targets of most frames: a row of keys, a list and a form's fields.
const USUAL: usize = 32;

impl<'a> Drawing<'a> {
    /// Begins a frame.
    pub fn of(shared: &'a Shared) -> Self {
        Self {
            shared,
            targets: RefCell::new(Targets(Vec::with_capacity(USUAL))),
        }
    }

    /// Writes down what stands in an area; it lies over what was written down before.
    pub fn target(&self, area: Rect, target: Target) {
        self.targets.borrow_mut().put(area, target);
    }

    /// The frame is drawn: everything that can be clicked on it.
    pub fn into_targets(self) -> Targets {
        self.targets.into_inner()
    }
}

impl Deref for Drawing<'_> {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        self.shared
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_drawn_last_lies_on_top_and_edges_belong_to_one_side() {
        let mut targets = Targets::default();
        let list = Target::List {
            first: 3,
            chosen: 4,
            total: 9,
        };
        targets.put(Rect::new(0, 1, 80, 20), Target::Text);
        targets.put(Rect::new(10, 2, 20, 5), list);
        targets.put(Rect::new(0, 0, 0, 5), Target::Line);
        let at = |x, y| targets.at(Position::new(x, y), Gesture::Click);
        for (x, y, target, place) in [
            (0, 1, Target::Text, (0, 0)),
            (9, 2, Target::Text, (9, 1)),
            (10, 2, list, (0, 0)),
            (29, 6, list, (19, 4)),
            (30, 6, Target::Text, (30, 5)),
            (79, 20, Target::Text, (79, 19)),
        ] {
            let found = at(x, y).unwrap();
            assert_eq!((found.target, found.at), (target, place), "{x} {y}");
        }
        for (x, y) in [(0, 0), (80, 1), (0, 21), (u16::MAX, u16::MAX)] {
            assert_eq!(at(x, y), None, "{x} {y}");
        }
    }
}
