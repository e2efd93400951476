//! The areas of the form and of what is beside and below it, on screens of every size.
//!
//! ```text
//! | form                  |   | form    | deadlines |   | form    | deadlines | earlier |
//! |-----------------------|   |         | cases     |   |---------| and why   | cases   |
//! | deadlines, cases, ... |   |---------| what to   |   | what to |           |         |
//!                             | why     | say       |   | say     |           |         |
//! ```
//! A pure function of the form and the area. Must not know what is shown.

use crate::tui::{
    form::Form,
    page::{below, beside, top},
};
use ratatui::layout::Rect;

/// Width from which what the form opens is beside it.
const BESIDE: u16 = 100;
/// Width from which that has two columns.
const TWICE: u16 = 220;
/// The widest form beside two columns.
const SHEET: u16 = 110;
/// The fewest rows below the form, the rule included.
const BELOW: u16 = 6;
/// The most rows that a text field grows beyond its least height.
const GROWN: u16 = 9;

/// The areas of the screen, under a row for the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Places {
    /// The form above all that belongs to it.
    Stacked { sheet: Rect, below: Rect },
    /// The form beside it; `under` is empty on a low screen.
    Beside {
        sheet: Rect,
        side: Rect,
        under: Rect,
    },
    /// The form beside two columns of it.
    Twice {
        sheet: Rect,
        side: Rect,
        last: Rect,
        under: Rect,
    },
}

impl Places {
    /// The areas on a screen.
    pub(super) fn of(form: &Form, area: Rect) -> Self {
        let area = below(area, 1);
        if area.width >= TWICE {
            let (column, rest) = beside(area, SHEET);
            let (side, last) = beside(rest, rest.width / 2);
            let (sheet, under) = divided(form, column);
            return Self::Twice {
                sheet,
                side,
                last,
                under,
            };
        }
        if area.width >= BESIDE {
            let (column, side) = beside(area, area.width * 6 / 10);
            let (sheet, under) = divided(form, column);
            return Self::Beside { sheet, side, under };
        }
        let most = area.height.saturating_sub(BELOW);
        let (sheet, below) = cut(area, form.height(area.width).min(most));
        Self::Stacked { sheet, below }
    }

    /// The area of the form.
    pub(super) const fn sheet(self) -> Rect {
        match self {
            Self::Stacked { sheet, .. }
            | Self::Beside { sheet, .. }
            | Self::Twice { sheet, .. } => sheet,
        }
    }
}

/// The form with its text field grown, and the rows below it where they are enough.
fn divided(form: &Form, column: Rect) -> (Rect, Rect) {
    let sheet = form.height(column.width).saturating_add(GROWN);
    if column.height < sheet + BELOW {
        return cut(column, column.height);
    }
    cut(column, sheet)
}

/// The first rows of an area, and the others.
fn cut(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = usize::from(rows);
    (top(area, rows), below(area, rows))
}
