//! The layout of a case: its parts one under the other, or in columns where the screen is wide enough.
//!
//! ```text
//!  | head, deadlines, steps, checklist | timeline, text, earlier cases | history, notices |
//! ```
//! Must not know what the parts say.

use super::{due, history, lines, page_text::PageText, steps, timeline};
use crate::tui::targets::Drawing;
use crate::{
    desk::{CaseView, EarlierCase},
    tui::{page::column_rule, print::print, screen::Shared},
};
use ratatui::{buffer::Buffer, layout::Rect, text::Line};
use std::ops::Range;

/// The least width of a column.
const COLUMN: u16 = 80;
/// The most columns: there are as many groups of parts.
const MOST: u16 = 3;
/// Size from which the timeline leaves room for what is needed first.
const ROOMY: (u16, u16) = (100, 36);
/// Cells between two columns: a line with a blank on either side.
const BETWEEN: u16 = 3;

/// The parts that a clerk can show or hide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LayoutOptions {
    /// How the due dates were counted.
    pub(super) explained: bool,
    pub(super) timeline: bool,
}

/// A case laid out for a width: its columns, which scroll together.
pub(super) struct CaseLayout {
    columns: Vec<Vec<Line<'static>>>,
    /// Width of a column.
    cells: u16,
    /// The rows of each step's box in the first column; none where it has no box.
    steps: Vec<Range<usize>>,
}

/// True where the timeline has room.
pub(super) const fn has_room((columns, rows): (u16, u16)) -> bool {
    columns >= ROOMY.0 && rows >= ROOMY.1
}

impl CaseLayout {
    /// Lays a case out in `width` cells.
    pub(super) fn of(
        view: &CaseView,
        earlier: &[EarlierCase],
        options: LayoutOptions,
        width: u16,
        shared: &Shared,
    ) -> Self {
        let count = (width / COLUMN).clamp(1, MOST);
        let cells = ((width + BETWEEN) / count).saturating_sub(BETWEEN);
        let page = PageText {
            cells: usize::from(cells),
            shared,
        };
        let shown = options.timeline.then(|| timeline::lines(view, page));
        let timeline = shown.unwrap_or_default();
        // Whoever asks for the explanations reads deadlines.
        let (above, below) = if options.explained {
            (due::Listed::All, Vec::new())
        } else {
            (due::Listed::above_steps(view), due::below_steps(view, page))
        };
        let deadlines = due::deadlines(view, above, options.explained, page);
        let (boxes, places) = steps::lines(view, earlier, page);
        let deadlines_len = deadlines.len();
        let first = [deadlines, boxes, below, lines::hints(view, page)].concat();
        let second = [lines::body(view, page), lines::related(view, earlier, page)].concat();
        let third = [history::facts(view, page), history::notices(view, page)].concat();
        let head = lines::head(view, page);
        let above = head.len() + if count == 1 { timeline.len() } else { 0 } + deadlines_len;
        let columns = match count {
            1 => vec![[head, timeline, first, second, third].concat()],
            2 => vec![
                [head, first].concat(),
                without_blank([timeline, second, third].concat()),
            ],
            _ => vec![
                [head, first].concat(),
                without_blank([timeline, second].concat()),
                without_blank(third),
            ],
        };
        let steps = places.into_iter();
        Self {
            columns,
            cells,
            steps: steps.map(|at| above + at.start..above + at.end).collect(),
        }
    }

    /// The step, from 0, whose box is at a cell of a row.
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
                column_rule(buffer, Rect { x: x + 1, ..area }, shared);
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

/// A column without the blank row above its first heading.
fn without_blank(mut lines: Vec<Line<'static>>) -> Vec<Line<'static>> {
    if lines.first().is_some_and(|line| line.width() == 0) {
        lines.remove(0);
    }
    lines
}
