//! The mouse in a form: a click focuses a field, with the caret at the cell, or chooses; a drag selects; the wheel scrolls a
//! text, an open list, or a form that is longer than the screen.
//!
//! Must not know where fields are: the target of the event says so.

use super::{Form, InputOutcome};
use crate::{
    form::edit::{Edit, Move},
    tui::targets::{Gesture, PointerEvent, Target},
};

impl Form {
    /// Takes an event of the mouse.
    pub fn point(&mut self, pointed: PointerEvent) -> InputOutcome {
        let from = self.focus;
        let edit = match (pointed.target, pointed.gesture) {
            (Target::Label(field), Gesture::Click) if field < self.fields.len() => {
                self.go_to(field);
                Edit::Ignored
            }
            (Target::Field(field), Gesture::Click) => self.click(field, pointed),
            // A drag over other fields selects nothing in them.
            (Target::Field(field), Gesture::Drag) if field != from => Edit::Ignored,
            (Target::Field(field), Gesture::Drag) => self.pass(field, pointed, false),
            (Target::Picks { field, first }, Gesture::Click) if field < self.fields.len() => {
                if field != from {
                    self.go_to(field);
                }
                let row = first + usize::from(pointed.at.1);
                let field = self.fields.get_mut(field);
                field.map_or(Edit::Ignored, |field| {
                    field.control.choose(row, pointed.size.0)
                })
            }
            (Target::Field(field) | Target::Label(field) | Target::Picks { field, .. }, _) => {
                self.turn(field, pointed)
            }
            _ => Edit::Ignored,
        };
        match self.took(edit) {
            InputOutcome::Nothing => InputOutcome::from_moved(self.focus != from),
            outcome => outcome,
        }
    }

    fn click(&mut self, field: usize, pointed: PointerEvent) -> Edit {
        if field >= self.fields.len() {
            return Edit::Ignored;
        }
        let open = self.fields.get(field);
        let open = open.is_some_and(|field| field.control.is_open());
        if field != self.focus {
            self.go_to(field);
        }
        self.pass(field, pointed, open)
    }

    /// Takes a turn of the wheel over a field.
    fn turn(&mut self, field: usize, pointed: PointerEvent) -> Edit {
        let (to, by) = match pointed.gesture {
            Gesture::Up => (Move::Up, -1),
            Gesture::Down => (Move::Down, 1),
            Gesture::Click | Gesture::Drag => return Edit::Ignored,
        };
        let open = self.fields.get_mut(self.focus);
        let edit = open.map_or(Edit::Ignored, |field| field.control.turn(to));
        let edit = match (edit, pointed.target) {
            (Edit::Ignored, Target::Field(_)) => self.pass(field, pointed, false),
            _ => edit,
        };
        if edit == Edit::Ignored && self.is_long {
            self.climb(by);
        }
        edit
    }

    /// Passes an event on to a field; `open` where its list was open.
    fn pass(&mut self, field: usize, pointed: PointerEvent, open: bool) -> Edit {
        let field = self.fields.get_mut(field);
        let PointerEvent {
            gesture, at, size, ..
        } = pointed;
        field.map_or(Edit::Ignored, |field| {
            field.control.point(gesture, (at, size), open)
        })
    }
}
