//! The shadow: what the terminal shows now, and which cells still have to be sent.
//!
//! Knows cells and their halves. Must not know bytes. Kept so that a gap may be printed instead of jumped over, and so
//! that a glyph's other half is never left behind when only one half is drawn over.

use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::Size;

/// One cell of the terminal.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    /// What stands there; for the second half of a wide glyph, the blank that would be left.
    pub(super) cell: Cell,
    /// Cells the glyph takes; 0 for the second half of a wide one.
    pub(super) width: u16,
    /// Whether the terminal has not been sent it yet.
    pub(super) stale: bool,
}

impl Spot {
    const BLANK: Self = Self {
        cell: Cell::EMPTY,
        width: 1,
        stale: false,
    };
}

/// The cells of the whole terminal.
#[derive(Debug)]
pub(super) struct Shadow {
    size: Size,
    spots: Vec<Spot>,
    stale_rows: Vec<bool>,
}

impl Shadow {
    /// An empty screen.
    pub(super) fn blank(size: Size) -> Self {
        let cells = usize::from(size.width) * usize::from(size.height);
        Self {
            size,
            spots: vec![Spot::BLANK; cells],
            stale_rows: vec![false; usize::from(size.height)],
        }
    }

    /// The size it was made for, in cells.
    pub(super) fn size(&self) -> Size {
        self.size
    }

    fn index(&self, x: u16, y: u16) -> Option<usize> {
        (x < self.size.width && y < self.size.height)
            .then(|| usize::from(y) * usize::from(self.size.width) + usize::from(x))
    }

    /// The cells of one row.
    pub(super) fn row(&self, y: u16) -> &[Spot] {
        let width = usize::from(self.size.width);
        let start = usize::from(y) * width;
        self.spots.get(start..start + width).unwrap_or_default()
    }

    /// Rows that hold something to send, from the top.
    pub(super) fn stale_rows(&self) -> impl Iterator<Item = u16> + '_ {
        (0..self.size.height).filter(|y| self.stale_rows.get(usize::from(*y)) == Some(&true))
    }

    /// Forgets that a row had something to send.
    pub(super) fn settle(&mut self, y: u16) {
        let width = usize::from(self.size.width);
        let start = usize::from(y) * width;
        for spot in self.spots.get_mut(start..start + width).unwrap_or_default() {
            spot.stale = false;
        }
        if let Some(stale) = self.stale_rows.get_mut(usize::from(y)) {
            *stale = false;
        }
    }

    /// Takes a cell in; it is to be sent unless it stands there already.
    pub(super) fn put(&mut self, x: u16, y: u16, cell: &Cell) {
        let Some(at) = self.index(x, y) else {
            return;
        };
        let width = cell.symbol().cell_width().max(1);
        // A glyph that would stick out of the row cannot be shown.
        let fits = x.saturating_add(width) <= self.size.width;
        let (cell, width) = if fits {
            (cell.clone(), width)
        } else {
            let mut blank = cell.clone();
            blank.set_symbol(" ");
            (blank, 1)
        };
        let Some(old) = self.spots.get(at) else {
            return;
        };
        if !old.stale && old.width == width && old.cell == cell {
            return;
        }
        let mut rest = cell.clone();
        rest.set_symbol(" ");
        self.take(x, y);
        self.write(at, cell, width);
        for step in 1..width {
            self.take(x + step, y);
            if let Some(tail) = self.spots.get_mut(at + usize::from(step)) {
                tail.cell = rest.clone();
                tail.width = 0;
                tail.stale = false;
            }
        }
        if let Some(stale) = self.stale_rows.get_mut(usize::from(y)) {
            *stale = true;
        }
    }

    fn write(&mut self, at: usize, cell: Cell, width: u16) {
        if let Some(spot) = self.spots.get_mut(at) {
            *spot = Spot {
                cell,
                width,
                stale: true,
            };
        }
    }

    /// Frees a cell: a wide glyph that lies on it is broken, and its other cells become blanks to be sent.
    fn take(&mut self, x: u16, y: u16) {
        let mut head = x;
        while head > 0
            && self
                .index(head, y)
                .and_then(|at| self.spots.get(at))
                .is_some_and(|spot| spot.width == 0)
        {
            head -= 1;
        }
        let Some(at) = self.index(head, y) else {
            return;
        };
        let width = self.spots.get(at).map_or(1, |spot| spot.width);
        if width <= 1 {
            return;
        }
        for step in 0..usize::from(width) {
            if let Some(spot) = self.spots.get_mut(at + step) {
                if step == 0 {
                    spot.cell.set_symbol(" ");
                }
                spot.width = 1;
                spot.stale = true;
            }
        }
    }
}
