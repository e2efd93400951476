//! The backend: turns the difference between two frames into few bytes, and sends them with one write.
//!
//! Owns what the terminal shows, its cursor position and its current pen. A frame that changes nothing sends nothing.
//! Must not know screens, keys or raw mode.

mod cursor;
mod features;
mod grid;
mod paint;
mod pen;
mod scroll;
#[cfg(test)]
mod tests;
mod wide;

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

pub use features::{Features, Sizing};
pub use pen::ColorDepth;
pub use wide::repair_wide;

use cursor::{CursorPosition, RowState, move_cursor};
use grid::Grid;
use paint::{PaintOutput, Task, paint};
use pen::Pen;

/// The smallest frame worth a synchronised update: a smaller one arrives in one piece anyway.
const SYNC_FROM: usize = 700;

/// What a flush has sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FlushStats {
    pub bytes: usize,
    /// The trailer was among them.
    pub trailer: bool,
}

/// A backend that sends one small write a frame.
#[derive(Debug)]
pub struct LeanBackend<W: Write> {
    writer: W,
    sizing: Sizing,
    features: Features,
    shown: Grid,
    wanted: Grid,
    /// Nothing was drawn since the screen was cleared, so a half-drawn frame cannot mix with an older one.
    fresh: bool,
    /// Bytes to send after the next frame, if that has at least so many bytes.
    trailer: Option<(&'static [u8], usize)>,
    last_flush: FlushStats,
    out: Vec<u8>,
    cursor: CursorPosition,
    pen: Pen,
    caret: Position,
    caret_wanted: bool,
    caret_shown: bool,
}

impl<W: Write> LeanBackend<W> {
    /// A backend for a cleared terminal with a visible cursor in its first cell and no colours set.
    ///
    /// # Errors
    /// The size of the terminal cannot be read.
    pub fn new(writer: W, sizing: Sizing, features: Features) -> io::Result<Self> {
        let blank = Grid::blank(sizing.measure()?);
        Ok(Self {
            writer,
            sizing,
            features,
            shown: blank.clone(),
            wanted: blank,
            fresh: true,
            trailer: None,
            last_flush: FlushStats::default(),
            out: Vec::with_capacity(8 * 1024),
            cursor: CursorPosition::Known(0, 0),
            pen: Pen::PLAIN,
            caret: Position::ORIGIN,
            caret_wanted: true,
            caret_shown: true,
        })
    }

    /// Sets [`Features::ambiguous_narrow`] for the frames to come; the cells that are shown are not sent again.
    pub fn set_ambiguous_narrow(&mut self) {
        self.features.ambiguous_narrow = true;
    }

    /// Sends bytes after the next frame if that has at least `least` bytes.
    pub fn set_trailer(&mut self, trailer: &'static [u8], least: usize) {
        self.trailer = Some((trailer, least));
    }

    /// Statistics of the last frame; no bytes where it changed nothing.
    pub fn last_flush(&self) -> FlushStats {
        self.last_flush
    }

    fn paint(&mut self) {
        let rows = self.wanted.rows_unlike(&self.shown);
        if rows.is_empty() {
            return;
        }
        let PaintOutput { bytes, cursor, pen } = paint(&Task {
            shown: &self.shown,
            wanted: &self.wanted,
            rows: &rows,
            features: self.features,
            cursor: self.cursor,
            pen: self.pen,
        });
        self.out.extend_from_slice(&bytes);
        (self.cursor, self.pen) = (cursor, pen);
        for y in rows {
            self.shown.copy_row(y, &self.wanted);
        }
    }

    /// Drops the current frame and clears the screen.
    fn wipe(&mut self) -> io::Result<()> {
        self.shown = Grid::blank(self.sizing.measure()?);
        self.wanted = self.shown.clone();
        self.fresh = true;
        self.out.clear();
        self.out.extend_from_slice(b"\x1b[m\x1b[H\x1b[J");
        self.pen = Pen::PLAIN;
        self.cursor = CursorPosition::Known(0, 0);
        Ok(())
    }

    fn place_caret(&mut self) {
        if self.caret_wanted {
            let size = self.wanted.size();
            let x = self.caret.x.min(size.width.saturating_sub(1));
            let y = self.caret.y.min(size.height.saturating_sub(1));
            let row = self.wanted.row(y);
            let row_state = RowState {
                row,
                settled: &vec![true; row.len()],
                pen: self.pen,
                features: self.features,
            };
            move_cursor(self.cursor, x, y, &row_state, &mut self.out);
            self.cursor = CursorPosition::Known(x, y);
        }
        if self.caret_wanted != self.caret_shown {
            let code: &[u8] = if self.caret_wanted {
                b"\x1b[?25h"
            } else {
                b"\x1b[?25l"
            };
            self.out.extend_from_slice(code);
            self.caret_shown = self.caret_wanted;
        }
    }
}

impl<W: Write> Backend for LeanBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            let pen = Pen::of(cell, self.features.colors);
            self.wanted.put(x, y, cell, pen);
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.caret_wanted = false;
        Ok(())
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.caret_wanted = true;
        Ok(())
    }

    /// Answers from memory: querying a silent terminal would block the program for two seconds.
    fn get_cursor_position(&mut self) -> io::Result<Position> {
        Ok(self.caret)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.caret = position.into();
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.wipe()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        let Size { width, height } = self.wanted.size();
        let Position { x, y } = self.caret;
        let last = (width, height.saturating_sub(1));
        let (from, to) = match clear_type {
            ClearType::All => return self.wipe(),
            ClearType::AfterCursor => ((x, y), last),
            ClearType::BeforeCursor => ((0, 0), (x, y)),
            ClearType::CurrentLine => ((0, y), (width, y)),
            ClearType::UntilNewLine => ((x, y), (width, y)),
        };
        for row in from.1..=to.1 {
            let start = if row == from.1 { from.0 } else { 0 };
            let end = if row == to.1 { to.0 } else { width };
            for column in start..end {
                self.wanted.put(column, row, &Cell::EMPTY, Pen::PLAIN);
            }
        }
        Ok(())
    }

    fn size(&self) -> io::Result<Size> {
        self.sizing.measure()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.sizing.measure()?,
            pixels: Size::ZERO,
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.paint();
        self.place_caret();
        let trailer = self.trailer.take();
        self.last_flush = FlushStats::default();
        if self.out.is_empty() {
            return Ok(());
        }
        let fresh = std::mem::take(&mut self.fresh);
        if self.features.synchronized && !fresh && self.out.len() >= SYNC_FROM {
            self.out.splice(0..0, *b"\x1b[?2026h");
            self.out.extend_from_slice(b"\x1b[?2026l");
        }
        if let Some((trailer, least)) = trailer
            && self.out.len() >= least
        {
            self.out.extend_from_slice(trailer);
            self.last_flush.trailer = true;
        }
        self.last_flush.bytes = self.out.len();
        let sent = self.writer.write_all(&self.out);
        self.out.clear();
        sent?;
        self.writer.flush()
    }
}
