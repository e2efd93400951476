//! Painting: the bytes that make the terminal show another grid.
//!
//! The same screen can be drawn row by row or pen by pen, over the old text or after an erase, with or without scrolling.
//! Which is shortest depends on the frame, so the promising ones are tried and measured. Must not know the writer or the
//! caret.

use super::Features;
use super::cursor::{CursorPosition, RowState, control, move_cursor};
use super::grid::{Grid, GridCell};
use super::pen::Pen;
use super::scroll::Scroll;
use super::wide::{may_be_sent, widest, width_is_certain};

/// A run of blanks shorter than this is cheaper printed than erased in the middle of a row.
const ERASE_FROM: usize = 8;

/// A frame with more pens is painted row by row.
const MOST_PENS: usize = 8;

/// The fewest changed rows for which scrolling can pay for its sequences.
const FEWEST_ROWS: usize = 3;

/// So many routes, with a scroll or without one, are drawn to compare them: those that leave about the fewest cells to draw.
const MOST_WAYS: usize = 3;

/// The fewest cells for which one pass over the rows for each pen can pay for its moves.
const MANY_CELLS: usize = 500;

/// Bytes to send, and the state of the terminal after them.
#[derive(Clone, Debug)]
pub(super) struct PaintOutput {
    pub(super) bytes: Vec<u8>,
    pub(super) cursor: CursorPosition,
    pub(super) pen: Pen,
}

impl PaintOutput {
    fn nothing(task: &Task<'_>) -> Self {
        Self {
            bytes: Vec::with_capacity(2048),
            cursor: task.cursor,
            pen: task.pen,
        }
    }
}

/// What a terminal shows, what it is to show, and what it can do.
#[derive(Clone, Copy, Debug)]
pub(super) struct Task<'a> {
    pub(super) shown: &'a Grid,
    pub(super) wanted: &'a Grid,
    /// The rows in which the two differ, from the top.
    pub(super) rows: &'a [u16],
    pub(super) features: Features,
    pub(super) cursor: CursorPosition,
    pub(super) pen: Pen,
}

impl Task<'_> {
    /// Whether a wanted row is already shown, in the same or another row.
    fn stands(&self, shown: u16, wanted: u16) -> bool {
        if shown == wanted {
            return self.rows.binary_search(&wanted).is_err();
        }
        self.shown.fingerprint(shown) == self.wanted.fingerprint(wanted)
    }
}

/// Returns the shortest output found.
pub(super) fn paint(task: &Task<'_>) -> PaintOutput {
    let routes = if task.features.regions && task.rows.len() >= FEWEST_ROWS {
        Scroll::candidates(task.shown, task.wanted, task.rows)
    } else {
        vec![None]
    };
    let brushes = routes.into_iter().map(|scroll| Brush::new(task, scroll));
    let mut brushes: Vec<Brush<'_>> = brushes.collect();
    brushes.sort_by_cached_key(Brush::unsettled);
    let least = brushes.first().map_or(0, Brush::unsettled);
    let first = brushes.first().filter(|_| least >= MANY_CELLS);
    let by_pens = first.and_then(|brush| by_pens(task, brush.scroll));
    brushes
        .into_iter()
        .take(MOST_WAYS)
        .take_while(|brush| brush.unsettled() <= least + least / 8)
        .map(Brush::by_rows)
        .chain(by_pens)
        .min_by_key(|painted| painted.bytes.len())
        .unwrap_or_else(|| PaintOutput::nothing(task))
}

/// Draws everything of one pen, then everything of the next; `None` where that cannot pay.
fn by_pens(task: &Task<'_>, scroll: Option<Scroll>) -> Option<PaintOutput> {
    let mut brush = Brush::new(task, scroll);
    let pens = brush.pens()?;
    for pen in pens.into_iter().map(Some).chain([None]) {
        for y in 0..task.wanted.size().height {
            brush.stroke(y, pen);
        }
    }
    Some(brush.output)
}

/// Draws cells and knows which of them the terminal shows already.
struct Brush<'a> {
    wanted: &'a Grid,
    scroll: Option<Scroll>,
    features: Features,
    settled: Vec<bool>,
    output: PaintOutput,
}

impl<'a> Brush<'a> {
    fn new(task: &Task<'a>, scroll: Option<Scroll>) -> Self {
        let size = task.wanted.size();
        let mut settled = Vec::with_capacity(usize::from(size.width) * usize::from(size.height));
        for y in 0..size.height {
            let source = scroll.map_or(Some(y), |scroll| scroll.source(y));
            if source.is_some_and(|from| task.stands(from, y)) {
                settled.resize(settled.len() + usize::from(size.width), true);
                continue;
            }
            let shown = source.map(|y| task.shown.row(y));
            for (x, cell) in task.wanted.row(y).iter().enumerate() {
                let shown = shown.and_then(|row| row.get(x));
                settled.push(shown.unwrap_or(&GridCell::BLANK).looks_like(cell));
            }
        }
        let mut brush = Self {
            wanted: task.wanted,
            features: task.features,
            settled,
            scroll,
            output: PaintOutput::nothing(task),
        };
        if let Some(scroll) = scroll {
            // Rows that scroll in take the colours of the pen in some terminals (bce).
            if !brush.output.pen.leaves_blank_empty() {
                brush.set_pen(Pen::PLAIN);
            }
            scroll.send(&mut brush.output.bytes);
            brush.output.cursor = CursorPosition::Unknown;
        }
        brush
    }

    fn unsettled(&self) -> usize {
        self.settled.iter().filter(|settled| !**settled).count()
    }

    fn by_rows(mut self) -> PaintOutput {
        for y in 0..self.wanted.size().height {
            self.draw_row(y);
        }
        self.output
    }

    fn span(&self, y: u16) -> std::ops::Range<usize> {
        let width = usize::from(self.wanted.size().width);
        let start = usize::from(y) * width;
        start..start + width
    }

    fn settled(&self, y: u16) -> &[bool] {
        self.settled.get(self.span(y)).unwrap_or_default()
    }

    fn settle(&mut self, y: u16, from: usize, count: usize) {
        let start = self.span(y).start + from;
        if let Some(cells) = self.settled.get_mut(start..start + count) {
            cells.fill(true);
        }
    }

    /// The pens of the cells to draw, in order of appearance; `None` where there are too few or too many to sort.
    fn pens(&self) -> Option<Vec<Pen>> {
        let mut pens = vec![self.output.pen];
        for y in 0..self.wanted.size().height {
            for (cell, settled) in self.wanted.row(y).iter().zip(self.settled(y)) {
                if !settled && cell.width > 0 && !pens.iter().any(|pen| drawn_with(cell, *pen)) {
                    pens.push(cell.pen);
                }
            }
            if pens.len() > MOST_PENS {
                return None;
            }
        }
        (pens.len() > 2).then_some(pens)
    }

    /// Draws a row, over the old text or after erasing the rest of the row, whichever is shorter.
    fn draw_row(&mut self, y: u16) {
        let Some(first) = self.settled(y).iter().position(|settled| !settled) else {
            return;
        };
        let state = (self.output.cursor, self.output.pen);
        let from = self.output.bytes.len();
        let before = self.settled(y).to_vec();
        self.stroke(y, None);
        let over = self.output.bytes.split_off(from);
        let end = (self.output.cursor, self.output.pen);
        let blanks = self.wanted.row(y).iter().skip(first);
        let to_print = before.iter().skip(first).filter(|settled| !**settled);
        if over.len() < 12
            || blanks.filter(|cell| cell.is_empty()).count() < 4
            || to_print.count() < 12
        {
            self.output.bytes.extend_from_slice(&over);
            return;
        }
        (self.output.cursor, self.output.pen) = state;
        let span = self.span(y);
        if let Some(cells) = self.settled.get_mut(span) {
            cells.copy_from_slice(&before);
        }
        self.erase_rest(first, y);
        self.stroke(y, None);
        if self.output.bytes.len() - from >= over.len() {
            self.output.bytes.truncate(from);
            self.output.bytes.extend_from_slice(&over);
            (self.output.cursor, self.output.pen) = end;
        }
    }

    /// Empties a row from a column on.
    fn erase_rest(&mut self, x: usize, y: u16) {
        // The first half of a wide glyph goes with its second.
        let head = self.wanted.row(y).iter().take(x + 1);
        let x = head.clone().rposition(|cell| cell.width > 0).unwrap_or(x);
        self.move_to(u16::try_from(x).unwrap_or_default(), y);
        if !self.output.pen.leaves_blank_empty() {
            self.set_pen(Pen::PLAIN);
        }
        self.output.bytes.extend_from_slice(b"\x1b[K");
        let start = self.span(y).start;
        for (at, cell) in self.wanted.row(y).iter().enumerate().skip(x) {
            if let Some(settled) = self.settled.get_mut(start + at) {
                *settled = cell.is_empty();
            }
        }
    }

    /// Draws the unsettled cells of a row from the left; with a pen, only those it draws.
    fn stroke(&mut self, y: u16, only: Option<Pen>) {
        let row = self.wanted.row(y);
        let mut from = 0;
        while let Some(x) = self.next_unsettled(y, from) {
            let Some(cell) = row.get(x) else {
                return;
            };
            if let Some(erased) = self.erase(x, y, only) {
                from = x + erased;
            } else {
                if only.is_none_or(|pen| drawn_with(cell, pen)) {
                    self.print(x, y, cell);
                }
                from = x + usize::from(cell.width.max(1));
            }
        }
    }

    fn next_unsettled(&self, y: u16, from: usize) -> Option<usize> {
        let rest = self.settled(y).get(from..)?;
        Some(from + rest.iter().position(|settled| !settled)?)
    }

    /// Erases the run of empty cells that begins here, if that is shorter than printing it; returns its length.
    fn erase(&mut self, x: usize, y: u16, only: Option<Pen>) -> Option<usize> {
        if only.is_some_and(|pen| !pen.leaves_blank_empty()) {
            return None;
        }
        let tail = self.wanted.row(y).get(x..)?;
        let run = tail.iter().take_while(|cell| cell.is_empty()).count();
        let unsettled = self.settled(y).get(x..x + run)?;
        let count = unsettled.iter().rposition(|settled| !settled)? + 1;
        let to_end = run == tail.len();
        let pays = if to_end {
            count > 3
        } else {
            self.features.extended && count >= ERASE_FROM
        };
        if !pays {
            return None;
        }
        self.move_to(u16::try_from(x).ok()?, y);
        if !self.output.pen.leaves_blank_empty() {
            self.set_pen(only.unwrap_or(Pen::PLAIN));
        }
        if to_end {
            self.output.bytes.extend_from_slice(b"\x1b[K");
            self.settle(y, x, run);
            return Some(run);
        }
        control(u16::try_from(count).ok()?, b'X', &mut self.output.bytes);
        self.settle(y, x, count);
        Some(count)
    }

    fn set_pen(&mut self, pen: Pen) {
        let painted = &mut self.output;
        painted
            .pen
            .change(pen, self.features.extended, &mut painted.bytes);
        painted.pen = pen;
    }

    fn move_to(&mut self, x: u16, y: u16) {
        let span = self.span(y);
        let row_state = RowState {
            row: self.wanted.row(y),
            settled: self.settled.get(span).unwrap_or_default(),
            pen: self.output.pen,
            features: self.features,
        };
        move_cursor(self.output.cursor, x, y, &row_state, &mut self.output.bytes);
        self.output.cursor = CursorPosition::Known(x, y);
    }

    fn print(&mut self, at: usize, y: u16, cell: &GridCell) {
        let Ok(x) = u16::try_from(at) else {
            return;
        };
        if !self.continues_run(at, y, cell) {
            self.move_to(x, y);
        }
        let symbol = cell.symbol();
        if !drawn_with(cell, self.output.pen) {
            self.set_pen(cell.pen);
        }
        let width = cell.width.max(1);
        self.settle(y, at, usize::from(width));
        if !may_be_sent(symbol) {
            let marks = std::iter::repeat_n(b'?', usize::from(width));
            self.output.bytes.extend(marks);
            self.output.cursor = CursorPosition::Unknown;
            return;
        }
        self.output.bytes.extend_from_slice(symbol.as_bytes());
        let certain = width_is_certain(symbol, self.features.ambiguous_narrow);
        let end = x.saturating_add(width);
        let highest = match self.output.cursor {
            CursorPosition::Between(_, high, _) => high,
            _ => x,
        };
        let most = if certain {
            width
        } else {
            widest(symbol, width)
        };
        let highest = highest.saturating_add(most);
        let columns = self.wanted.size().width;
        self.output.cursor = match (highest < columns, highest == end) {
            (true, true) => CursorPosition::Known(end, y),
            (true, false) => CursorPosition::Between(end, highest, y),
            // Terminals disagree on the column behind the last one.
            (false, true) => CursorPosition::Row(y),
            // A glyph drawn wider than counted may have wrapped.
            (false, false) => CursorPosition::Unknown,
        };
    }

    /// Whether the next glyph of a bar or a line follows without an address: should the terminal draw such glyphs two
    /// cells wide, what stands behind the bar is addressed and printed over its second half.
    fn continues_run(&self, x: usize, y: u16, cell: &GridCell) -> bool {
        let CursorPosition::Between(low, _, row) = self.output.cursor else {
            return false;
        };
        let before = x.checked_sub(1).and_then(|x| self.wanted.row(y).get(x));
        usize::from(low) == x
            && row == y
            && before.is_some_and(|before| before.symbol() == cell.symbol())
    }
}

/// Whether a cell looks as it should when it is drawn with that pen.
fn drawn_with(cell: &GridCell, pen: Pen) -> bool {
    cell.pen == pen || cell.is_blank() && cell.pen.same_blank(pen)
}
