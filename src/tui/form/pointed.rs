//! The mouse in a form: a click gives the keys to a field, with the caret at the cell, or chooses; the wheel reads on in a text.
//!
//! Must not know where fields stand: that is told with the click.

use super::{Felt, Form};
use crate::tui::{
    field::Edit,
    targets::{Gesture, Pointed, Target},
};

impl Form {
    /// Takes what was done with the mouse.
    pub fn point(&mut self, pointed: Pointed) -> Felt {
        let from = self.focus;
        let edit = match (pointed.target, pointed.gesture) {
            (Target::Label(field), Gesture::Click) if field < self.fields.len() => {
                self.go_to(field);
                Edit::Ignored
            }
            (Target::Field(field), Gesture::Click) => self.click(field, pointed),
            (Target::Field(field), turn) => {
                let field = self.fields.get_mut(field);
                field.map_or(Edit::Ignored, |field| {
                    field.control.turn(turn == Gesture::Down, pointed.size)
                })
            }
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
            _ => Edit::Ignored,
        };
        match self.took(edit) {
            Felt::Nothing => Felt::from_moved(self.focus != from),
            felt => felt,
        }
    }

    fn click(&mut self, field: usize, pointed: Pointed) -> Edit {
        if field >= self.fields.len() {
            return Edit::Ignored;
        }
        let open = self
            .fields
            .get(field)
            .is_some_and(|field| field.control.is_open());
        if field != self.focus {
            self.go_to(field);
        }
        let field = self.fields.get_mut(field);
        field.map_or(Edit::Ignored, |field| {
            field.control.point(pointed.at, pointed.size, open)
        })
    }
}
