//! A grid of cells: what the terminal shows, or what it is to show.
//!
//! Knows glyphs, their halves and when two cells look the same. Must not know bytes. Needed to print a gap instead of
//! jumping over it, and to blank the other half of a wide glyph that is half overdrawn.

use std::cell::OnceCell;
use std::hash::{DefaultHasher, Hash, Hasher};

use ratatui::buffer::{Cell, CellWidth};
use ratatui::layout::Size;

use super::pen::Pen;

/// A cell with what painting asks of it in every frame.
#[derive(Clone, Debug)]
pub(super) struct GridCell {
    /// Only the symbol counts; for the second half of a wide glyph, a blank.
    glyph: Cell,
    pub(super) pen: Pen,
    /// Cells the glyph takes; 0 for the second half of a wide one.
    pub(super) width: u16,
    /// Whether it is one blank cell: asked for every cell of every frame.
    blank: bool,
}

impl GridCell {
    pub(super) const BLANK: Self = Self {
        glyph: Cell::EMPTY,
        pen: Pen::PLAIN,
        width: 1,
        blank: true,
    };

    pub(super) fn symbol(&self) -> &str {
        self.glyph.symbol()
    }

    /// Whether it is one blank cell, of whatever colour.
    pub(super) fn is_blank(&self) -> bool {
        self.blank
    }

    /// Whether it is what an erased cell of the default colours is.
    pub(super) fn is_empty(&self) -> bool {
        self.is_blank() && self.pen.leaves_blank_empty()
    }

    /// Whether the two look the same on the screen.
    pub(super) fn looks_like(&self, other: &Self) -> bool {
        if self.width != other.width {
            return false;
        }
        match self.width {
            // Decided by its first half.
            0 => true,
            1 if self.is_blank() && other.is_blank() => self.pen.same_blank(other.pen),
            _ => self.pen == other.pen && self.symbol() == other.symbol(),
        }
    }
}

/// The cells of a whole screen.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    size: Size,
    spots: Vec<GridCell>,
    /// Cached fingerprints of rows: most rows of a frame are those of the frame before.
    prints: Vec<OnceCell<u64>>,
}

impl Grid {
    /// An empty screen.
    pub(super) fn blank(size: Size) -> Self {
        let cells = usize::from(size.width) * usize::from(size.height);
        Self {
            size,
            spots: vec![GridCell::BLANK; cells],
            prints: vec![OnceCell::new(); usize::from(size.height)],
        }
    }

    pub(super) fn size(&self) -> Size {
        self.size
    }

    /// The cells of one row; none beyond the last.
    pub(super) fn row(&self, y: u16) -> &[GridCell] {
        let width = usize::from(self.size.width);
        let start = usize::from(y) * width;
        self.spots.get(start..start + width).unwrap_or_default()
    }

    /// Makes a row the same as that row of another grid of the same size.
    pub(super) fn copy_row(&mut self, y: u16, from: &Self) {
        let width = usize::from(self.size.width);
        let start = usize::from(y) * width;
        let row = self.spots.get_mut(start..start + width);
        for (spot, other) in row.unwrap_or_default().iter_mut().zip(from.row(y)) {
            spot.clone_from(other);
        }
        let y = usize::from(y);
        if let (Some(print), Some(other)) = (self.prints.get_mut(y), from.prints.get(y)) {
            print.clone_from(other);
        }
    }

    /// The rows that do not look the same in another grid of the same size.
    pub(super) fn rows_unlike(&self, other: &Self) -> Vec<u16> {
        let unlike = |y: &u16| {
            let mut pairs = self.row(*y).iter().zip(other.row(*y));
            pairs.any(|(spot, other)| !spot.looks_like(other))
        };
        (0..self.size.height).filter(unlike).collect()
    }

    /// A number that is the same for rows that look the same.
    pub(super) fn fingerprint(&self, y: u16) -> u64 {
        let cached = self.prints.get(usize::from(y));
        cached.map_or(0, |cached| *cached.get_or_init(|| self.hashed(y)))
    }

    fn hashed(&self, y: u16) -> u64 {
        // Hashing one long text is several times as fast as hashing many short ones.
        let mut text = Vec::with_capacity(256);
        let mut hasher = DefaultHasher::new();
        let mut pen = Pen::PLAIN;
        for spot in self.row(y) {
            if spot.width == 0 {
                continue;
            }
            let empty = spot.is_empty();
            let look = if empty { Pen::PLAIN } else { spot.pen };
            if look != pen {
                pen = look;
                text.push(0);
                text.len().hash(&mut hasher);
                pen.hash(&mut hasher);
            }
            text.extend_from_slice(spot.symbol().as_bytes());
            text.push(spot.width.to_le_bytes()[0]);
        }
        hasher.write(&text);
        hasher.finish()
    }

    fn at(&mut self, x: u16, y: u16) -> Option<&mut GridCell> {
        let at = usize::from(y) * usize::from(self.size.width) + usize::from(x);
        self.spots.get_mut(at).filter(|_| x < self.size.width)
    }

    /// Puts a cell there; glyphs that it covers in part become blanks.
    pub(super) fn put(&mut self, x: u16, y: u16, cell: &Cell, pen: Pen) {
        if let Some(print) = self.prints.get_mut(usize::from(y)) {
            print.take();
        }
        let width = cell.symbol().cell_width().max(1);
        let end = x.saturating_add(width);
        // A glyph that would stick out of the row cannot be shown.
        let fits = end <= self.size.width;
        let width = if fits { width } else { 1 };
        for covered in x..x.saturating_add(width) {
            self.free(covered, y);
        }
        let glyph = if fits { cell.clone() } else { Cell::EMPTY };
        if let Some(spot) = self.at(x, y) {
            let blank = width == 1 && glyph.symbol() == " ";
            *spot = GridCell {
                glyph,
                pen,
                width,
                blank,
            };
        }
        for tail in 1..width {
            if let Some(spot) = self.at(x + tail, y) {
                *spot = GridCell {
                    pen,
                    width: 0,
                    blank: false,
                    ..GridCell::BLANK
                };
            }
        }
    }

    /// Frees a cell: a wide glyph that lies on it is broken, and its cells become blanks.
    fn free(&mut self, x: u16, y: u16) {
        let mut head = x;
        while head > 0 && self.at(head, y).is_some_and(|spot| spot.width == 0) {
            head -= 1;
        }
        let width = self.at(head, y).map_or(1, |spot| spot.width);
        if width <= 1 {
            return;
        }
        for broken in head..head.saturating_add(width) {
            if let Some(spot) = self.at(broken, y) {
                *spot = GridCell {
                    pen: spot.pen,
                    ..GridCell::BLANK
                };
            }
        }
    }
}
