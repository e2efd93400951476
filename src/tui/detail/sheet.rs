//! Where the parts of a case stand: one under the other, or in columns where the screen is wide enough to read them so.
//!
//! ```text
//!  | head, deadlines, steps, checklist | life, text, earlier cases | history, notices |
//! ```
//! Must not know what the parts say.

use super::{due, history, lines, paper::Paper, steps, timeline};
use crate::tui::targets::Drawing;
use crate::{
    desk::{CaseView, EarlierCase},
    tui::{print::print, screen::Shared},
};
use ratatui::{buffer::Buffer, layout::Rect, text::Line};
use std::ops::Range;

/// A column is no narrower than that.
const COLUMN: u16 = 80;
/// More columns than there are groups of parts would stay empty.
const MOST: u16 = 3;
/// From that size on a life on a line pushes out nothing that a clerk needs first.
const ROOMY: (u16, u16) = (100, 36);
/// Cells between two columns: a line with a blank on either side.
const BETWEEN: u16 = 3;

/// What a clerk wants to see beside the parts that always stand there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LayoutOptions {
    /// How the due dates were reached.
    pub(super) explained: bool,
    /// The life of the case on a line.
    pub(super) timeline: bool,
}

/// A case laid out for a width: its columns, which scroll together.
pub(super) struct CaseLayout {
    columns: Vec<Vec<Line<'static>>>,
    /// Cells of a column.
    cells: u16,
    /// The rows of the first column on which the box of each step stands.
    steps: Vec<Range<usize>>,
}

/// True where the life of a case has room unasked.
pub(super) const fn has_room((columns, rows): (u16, u16)) -> bool {
    columns >= ROOMY.0 && rows >= ROOMY.1
}

impl CaseLayout {
    /// Lays a case out in so many cells.
    pub(super) fn of(
        view: &CaseView,
        earlier: &[EarlierCase],
        wanted: LayoutOptions,
        width: u16,
        shared: &Shared,
    ) -> Self {
        let count = (width / COLUMN).clamp(1, MOST);
        let cells = ((width + BETWEEN) / count).saturating_sub(BETWEEN);
        let paper = Paper {
            cells: usize::from(cells),
            shared,
        };
        let life = || {
            let shown = wanted.timeline.then(|| timeline::lines(view, paper));
            shown.unwrap_or_default()
        };
        let deadlines = due::deadlines(view, wanted.explained, paper);
        let (boxes, places) = steps::boxes(view, paper);
        let over = deadlines.len();
        let first = [deadlines, boxes, lines::hints(view, paper)].concat();
        let second = [
            lines::body(view, paper),
            lines::related(view, earlier, paper),
        ]
        .concat();
        let third = [history::facts(view, paper), history::notices(view, paper)].concat();
        let mut head = lines::head(view, paper);
        if count == 1 {
            head.extend(life());
        }
        let over = over + head.len();
        let columns = match count {
            1 => vec![[head, first, second, third].concat()],
            2 => vec![
                [head, first].concat(),
                begun([life(), second, third].concat()),
            ],
            _ => vec![
                [head, first].concat(),
                begun([life(), second].concat()),
                begun(third),
            ],
        };
        let steps = places.into_iter();
        Self {
            columns,
            cells,
            steps: steps.map(|at| over + at.start..over + at.end).collect(),
        }
    }

    /// The step, counted from 0, whose box stands at a cell of a row.
    pub(super) fn step_at(&self, (x, row): (u16, usize)) -> Option<usize> {
        let found = self.steps.iter().position(|rows| rows.contains(&row));
        found.filter(|_| x < self.cells)
    }

    /// The rows of the longest column.
    pub(super) fn rows(&self) -> usize {
        self.columns.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// Draws it from a row on.
    pub(super) fn draw(self, scroll: usize, area: Rect, buffer: &mut Buffer, shared: &Drawing<'_>) {
        let mut x = area.x;
        for (at, column) in self.columns.into_iter().enumerate() {
            if at > 0 {
                let border = shared.symbols.border.vertical_left;
                for row in area.rows() {
                    buffer.set_string(x + 1, row.y, border, shared.theme.frame);
                }
                x += BETWEEN;
            }
            let place = Rect {
                x,
                width: self.cells.min(area.right().saturating_sub(x)),
                ..area
            };
            for (line, row) in column.into_iter().skip(scroll).zip(place.rows()) {
                print(&line, row, buffer);
            }
            x += self.cells;
        }
    }
}

/// A column that begins with its first heading, not with the blank row above it.
fn begun(mut lines: Vec<Line<'static>>) -> Vec<Line<'static>> {
    if lines.first().is_some_and(|line| line.width() == 0) {
        lines.remove(0);
    }
    lines
}
