//! The click targets of the last frame.
//!
//! A click refers to what was on the screen, so the views return their targets with the frame, and the model keeps those of
//! the last one. Must not know what a click does.

use super::{keymap::Action, screen::Shared};
pub use crate::form::edit::Gesture;
use ratatui::layout::{Position, Rect};
use std::{cell::RefCell, ops::Deref};

/// What can be clicked in an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Key(Action),
    Queue,
    /// The first visible row; rows count from 0.
    List {
        first: usize,
        chosen: usize,
        total: usize,
    },
    /// Which tab, and which one is open.
    Page {
        at: usize,
        open: usize,
    },
    Text,
    Line,
    /// Counted from 0.
    Label(usize),
    Field(usize),
    /// From the first visible row.
    Picks {
        field: usize,
        first: usize,
    },
}

/// A mouse gesture on a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointerEvent {
    pub gesture: Gesture,
    pub target: Target,
    /// In cells.
    pub size: (u16, u16),
    /// From the top left of the target.
    pub at: (u16, u16),
}

/// Everything that can be clicked on a frame.
#[derive(Clone, Debug, Default)]
pub struct Targets(Vec<(Rect, Target)>);

impl Targets {
    fn put(&mut self, area: Rect, target: Target) {
        if !area.is_empty() {
            self.0.push((area, target));
        }
    }

    /// Returns the topmost target at a position.
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

/// One frame being drawn: the shared state to read, and the click targets recorded so far.
#[derive(Debug)]
pub struct Drawing<'a> {
    shared: &'a Shared,
    targets: RefCell<Targets>,
}

/// Capacity that most frames need: the footer's keys, a list and the fields of a form.
const TARGETS_PER_FRAME: usize = 32;

impl<'a> Drawing<'a> {
    /// Begins a frame without targets.
    pub fn of(shared: &'a Shared) -> Self {
        Self {
            shared,
            targets: RefCell::new(Targets(Vec::with_capacity(TARGETS_PER_FRAME))),
        }
    }

    /// Records a target, above those recorded before.
    pub fn target(&self, area: Rect, target: Target) {
        self.targets.borrow_mut().put(area, target);
    }

    /// Ends the frame and returns its targets.
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
