//! Setting the caret: at a cell that was clicked or dragged to, or at a saved position.

use super::{Edit, LineField, TextArea, editor::Editor, rows::place_at};

/// A gesture of the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// With the left button.
    Click,
    /// With the left button down.
    Drag,
    /// The wheel, up.
    Up,
    /// The wheel, down.
    Down,
}

/// Rows per turn of the wheel.
const TURN: isize = 3;

impl Editor {
    /// Moves the caret to a position, or to the next grapheme boundary.
    pub(super) fn set_caret(&mut self, at: usize) -> Edit {
        let at = self.boundary_at_or_after(at.min(self.text().len()));
        self.go(at)
    }

    /// Moves the caret to a click, or selects up to a drag.
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
    /// Handles the mouse: the caret goes before the grapheme in the cell, or behind the text.
    pub(crate) fn point_at(&mut self, gesture: Gesture, at: (u16, u16), size: (u16, u16)) -> Edit {
        let at = self.hidden(size.0) + usize::from(at.0);
        self.editor.point(gesture, place_at(self.text(), at))
    }
}

impl TextArea {
    /// Handles the mouse: the caret goes before the grapheme in the cell, or behind its row; the wheel scrolls.
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

    /// Scrolls by a few rows; the caret stays in the viewport.
    fn turn(&mut self, down: bool, (width, height): (u16, u16)) -> Edit {
        self.fit(width, height);
        let (at, goal) = self.position_at(if down { TURN } else { -TURN });
        let Some(at) = at else { return Edit::Ignored };
        let edit = self.editor.go(at);
        self.goal = Some(goal);
        self.settle(edit)
    }

    /// The caret, in bytes.
    pub fn at(&self) -> usize {
        self.editor.caret()
    }

    /// Moves the caret to a position in bytes, or to the next grapheme boundary.
    pub fn set_caret(&mut self, at: usize) {
        let edit = self.editor.set_caret(at);
        self.goal = None;
        self.settle(edit);
    }
}
