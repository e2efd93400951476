//! Where the form stands, and what stands beside, below and between on screens of every size.
//!
//! ```text
//! | form                  |   | form    | deadlines |   | form    | deadlines | earlier |
//! |-----------------------|   |         | cases     |   |---------| and why   | cases   |
//! | deadlines, cases, ... |   |---------| what to   |   | what to |           |         |
//!                             | why     | say       |   | say     |           |         |
//! ```
//! A pure function of the form and the area. Must not know what is shown.

use crate::tui::form::Form;
use ratatui::layout::Rect;

/// From this width on, what the form opens stands beside it.
const BESIDE: u16 = 100;
/// From this width on, it has two columns of its own.
const TWICE: u16 = 220;
/// A form is no wider than that where others can have the room.
const SHEET: u16 = 110;
/// The fewest rows below the form, the rule included.
const BELOW: u16 = 6;
/// By how much a text grows beyond its fewest rows where there is room.
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
    /// The areas of a form on a screen.
    pub(super) fn of(form: &Form, area: Rect) -> Self {
        let title = area.height.min(1);
        let area = Rect {
            y: area.y + title,
            height: area.height - title,
            ..area
        };
        let column = |x: u16, width: u16| Rect {
            x: area.x + x,
            width,
            ..area
        };
        if area.width >= TWICE {
            let side = (area.width - SHEET) / 2;
            let (sheet, under) = divided(form, column(0, SHEET));
            return Self::Twice {
                sheet,
                side: column(SHEET, side),
                last: column(SHEET + side, area.width - SHEET - side),
                under,
            };
        }
        if area.width >= BESIDE {
            let width = area.width * 6 / 10;
            let (sheet, under) = divided(form, column(0, width));
            return Self::Beside {
                sheet,
                side: column(width, area.width - width),
                under,
            };
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

/// The form with its text grown, and what is left below it where that is enough to say something.
fn divided(form: &Form, column: Rect) -> (Rect, Rect) {
    let sheet = form.height(column.width).saturating_add(GROWN);
    if column.height < sheet + BELOW {
        return cut(column, column.height);
    }
    cut(column, sheet)
}

/// The first rows of an area, and the others.
fn cut(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    let above = Rect {
        height: rows,
        ..area
    };
    let below = Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    };
    (above, below)
}
