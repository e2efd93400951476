//! Putting the caret somewhere: at a cell that was clicked or dragged to, or at a place that was written down.

use super::{Edit, LineField, TextArea, editor::Editor, rows::place_at};

/// What was done with the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// A click with the left button.
    Click,
    /// The pointer was moved with the left button down.
    Drag,
    /// The wheel was turned up.
    Up,
    /// The wheel was turned down.
    Down,
}

/// Rows by which the wheel reads on.
const TURN: isize = 3;

impl Editor {
    /// Puts the caret at a place, or at the next grapheme boundary.
    pub(super) fn stand(&mut self, at: usize) -> Edit {
        let at = self.boundary_at_or_after(at.min(self.text().len()));
        self.go(at)
    }

    /// Moves the caret to where it was clicked, or selects as far as it was dragged.
    fn point(&mut self, gesture: Gesture, to: usize) -> Edit {
        match gesture {
            Gesture::Click => self.go(to),
            Gesture::Drag if to == self.caret() => Edit::Ignored,
            Gesture::Drag => self.select(to),
            Gesture::Up | Gesture::Down => Edit::Ignored,
        }
    }
}

impl LineField {
    /// Takes what was done with the mouse: the caret goes before what stands in the cell, or behind the text.
    pub(crate) fn point_at(&mut self, gesture: Gesture, at: (u16, u16), size: (u16, u16)) -> Edit {
        let at = self.hidden(size.0) + usize::from(at.0);
        self.editor.point(gesture, place_at(self.text(), at))
    }

    /// Where the caret stands, in bytes.
    pub fn at(&self) -> usize {
        self.editor.caret()
    }

    /// Puts the caret there, or at the next place between two characters.
    pub fn stand(&mut self, at: usize) {
        self.editor.stand(at);
    }
}

impl TextArea {
    /// Takes what was done with the mouse: the caret goes before what stands in the cell, or behind its row; the wheel reads
    /// on.
    pub(crate) fn point_at(&mut self, gesture: Gesture, at: (u16, u16), size: (u16, u16)) -> Edit {
        match gesture {
            Gesture::Up => self.turn(false, size),
            Gesture::Down => self.turn(true, size),
            Gesture::Click | Gesture::Drag => {
                let to = self.place_at(at, size);
                self.goal = None;
                let edit = self.editor.point(gesture, to);
                self.settle(edit)
            }
        }
    }

    fn place_at(&self, at: (u16, u16), size: (u16, u16)) -> usize {
        let rows = self.rows(size.0);
        let row = self.first_row(&rows, size.1) + usize::from(at.1);
        let Some(row) = rows.get(row) else {
            return self.text().len();
        };
        let text = self.text().get(row.bytes.clone()).unwrap_or_default();
        let at = row.bytes.start + place_at(text, usize::from(at.0));
        at.min(self.row_last(row))
    }

    /// Reads on by a few rows: the caret goes with what is shown.
    fn turn(&mut self, down: bool, (width, height): (u16, u16)) -> Edit {
        self.fit(width, height);
        let (at, goal) = self.climbed(if down { TURN } else { -TURN });
        let Some(at) = at else { return Edit::Ignored };
        let edit = self.editor.go(at);
        self.goal = Some(goal);
        self.settle(edit)
    }

    /// Where the caret stands, in bytes.
    pub fn at(&self) -> usize {
        self.editor.caret()
    }

    /// Puts the caret there, or at the next place between two characters.
    pub fn stand(&mut self, at: usize) {
        let edit = self.editor.stand(at);
        self.goal = None;
        self.settle(edit);
    }
}
