//! Putting the caret somewhere: at a cell that was clicked, or at a place that was written down.

use super::{Edit, LineField, TextArea, editor::Editor, rows::place_at};

/// Rows by which the wheel reads on.
const TURN: isize = 3;

impl Editor {
    /// Puts the caret at a place, or at the next grapheme boundary.
    pub(super) fn stand(&mut self, at: usize) -> Edit {
        let at = self.boundary_at_or_after(at.min(self.text().len()));
        self.go(at)
    }
}

impl LineField {
    /// Puts the caret before what stands in a cell of an area of this size, or behind the text.
    pub fn point(&mut self, (x, _): (u16, u16), (width, _): (u16, u16)) -> Edit {
        let to = place_at(self.text(), self.hidden(width) + usize::from(x));
        self.editor.go(to)
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
    /// Puts the caret before what stands in a cell of an area of this size, or behind its row.
    pub fn point(&mut self, (x, y): (u16, u16), (width, height): (u16, u16)) -> Edit {
        let rows = self.rows(width);
        let row = self.first_row(&rows, height) + usize::from(y);
        let Some(row) = rows.get(row).cloned() else {
            return self.go_at(self.text().len());
        };
        let text = self.text().get(row.bytes.clone()).unwrap_or_default();
        let at = row.bytes.start + place_at(text, usize::from(x));
        self.go_at(at.min(self.row_last(&row)))
    }

    /// Reads on by a few rows: the caret goes with what is shown.
    pub fn turn(&mut self, down: bool, (width, height): (u16, u16)) -> Edit {
        self.fit(width, height);
        let (at, goal) = self.climbed(if down { TURN } else { -TURN });
        let Some(at) = at else { return Edit::Ignored };
        let edit = self.go_at(at);
        self.goal = Some(goal);
        edit
    }

    fn go_at(&mut self, at: usize) -> Edit {
        self.goal = None;
        let edit = self.editor.go(at);
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
