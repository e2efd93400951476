//! The click targets of the last frame.
//!
//! A click refers to what was on the screen, so the views record their targets while drawing: the only state that drawing
//! leaves behind. Must not know what a click does.

use super::keymap::Action;
pub use crate::form::edit::Gesture;
use ratatui::layout::{Position, Rect};
use std::cell::RefCell;

/// What can be clicked in an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A key in the footer.
    Key(Action),
    /// The rows of the queue.
    Queue,
    /// The rows of a list, from the first visible one; rows count from 0.
    List {
        first: usize,
        chosen: usize,
        total: usize,
    },
    /// The tab of a page, and which page is open.
    Page { at: usize, open: usize },
    /// A text that scrolls.
    Text,
    /// The only text field of a screen.
    Line,
    /// The label of a form's field, counted from 0.
    Label(usize),
    /// The control of a form's field.
    Field(usize),
    /// The list of choices of a form's field, from the first visible row.
    Picks { field: usize, first: usize },
}

/// A mouse gesture on a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PointerEvent {
    pub gesture: Gesture,
    pub target: Target,
    /// The size of the target in cells.
    pub size: (u16, u16),
    /// The cell in the target, from its top left.
    pub at: (u16, u16),
}

/// Everything that can be clicked on a frame.
#[derive(Clone, Debug, Default)]
pub struct Targets(RefCell<Vec<(Rect, Target)>>);

impl Targets {
    /// Forgets the targets of the last frame.
    pub fn clear(&self) {
        self.0.borrow_mut().clear();
    }

    /// Records a target, above those recorded before.
    pub fn put(&self, area: Rect, target: Target) {
        if !area.is_empty() {
            self.0.borrow_mut().push((area, target));
        }
    }

    /// Returns the topmost target at a position.
    pub fn at(&self, place: Position, gesture: Gesture) -> Option<PointerEvent> {
        let targets = self.0.borrow();
        let hit = |(area, _): &&(Rect, Target)| area.contains(place);
        let (area, target) = targets.iter().rev().find(hit)?;
        Some(PointerEvent {
            gesture,
            target: *target,
            size: (area.width, area.height),
            at: (place.x - area.x, place.y - area.y),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_drawn_last_lies_on_top_and_edges_belong_to_one_side() {
        let targets = Targets::default();
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
        targets.clear();
        assert_eq!(at(10, 2), None);
    }
}
