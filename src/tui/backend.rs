//! The backend: turns a drawn frame into as few bytes as are right, and sends them with one write.
//!
//! Owns what the terminal shows, where its cursor is and which pen it holds. A frame that changes nothing sends nothing.
//! Must not know screens, keys, raw mode or who runs the program.

mod features;
mod pen;
mod shadow;
#[cfg(test)]
mod tests;
mod travel;
mod wide;

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

pub use features::{Features, Sizing};
pub use pen::ColorDepth;
pub use wide::repair_wide;

use pen::Pen;
use shadow::{Shadow, Spot};
use travel::{Place, control, distance, travel};

/// Below this many bytes a frame arrives in one piece anyway and is not worth a synchronised update.
const SYNC_FROM: usize = 160;

/// A run of blanks shorter than this is cheaper printed than erased in the middle of a row.
const ERASE_FROM: u16 = 10;

/// A backend that sends one small write a frame.
#[derive(Debug)]
pub struct LeanBackend<W: Write> {
    writer: W,
    sizing: Sizing,
    features: Features,
    shadow: Shadow,
    out: Vec<u8>,
    place: Place,
    pen: Pen,
    caret: Position,
    caret_wanted: bool,
    caret_shown: bool,
}

impl<W: Write> LeanBackend<W> {
    /// Makes a backend for a terminal that is clear, with a visible cursor and no colours set.
    ///
    /// # Errors
    /// When the size of the terminal is to be asked and cannot be found out.
    pub fn new(writer: W, sizing: Sizing, features: Features) -> io::Result<Self> {
        Ok(Self {
            writer,
            sizing,
            features,
            shadow: Shadow::blank(sizing.measure()?),
            out: Vec::with_capacity(8 * 1024),
            place: Place::Lost,
            pen: Pen::PLAIN,
            caret: Position::ORIGIN,
            caret_wanted: true,
            caret_shown: true,
        })
    }

    /// The writer.
    pub fn writer(&self) -> &W {
        &self.writer
    }

    /// The writer, to take bytes out in a test.
    pub fn writer_mut(&mut self) -> &mut W {
        &mut self.writer
    }

    /// What the terminal is taken to be able to do.
    pub fn features(&self) -> Features {
        self.features
    }

    /// Changes what the terminal is taken to be able to do; what is shown is sent again only by a full draw.
    pub fn set_features(&mut self, features: Features) {
        self.features = features;
    }

    /// Changes a fixed size; the next draw clears the screen.
    pub fn set_size(&mut self, size: Size) {
        self.sizing = Sizing::Fixed(size);
    }

    fn switch_pen(&mut self, to: Pen) {
        self.pen.change(to, self.features.extended, &mut self.out);
        self.pen = to;
    }

    fn go(&mut self, x: u16, y: u16) {
        travel(self.place, x, y, self.features.extended, &mut self.out);
        self.place = Place::At(x, y);
    }

    fn paint(&mut self) {
        let rows: Vec<u16> = self.shadow.stale_rows().collect();
        let shadow = std::mem::replace(&mut self.shadow, Shadow::blank(Size::ZERO));
        for y in &rows {
            self.paint_row(*y, shadow.row(*y));
        }
        self.shadow = shadow;
        for y in rows {
            self.shadow.settle(y);
        }
    }

    fn paint_row(&mut self, y: u16, row: &[Spot]) {
        let mut x = 0;
        while let Some(spot) = row.get(usize::from(x)) {
            if !spot.stale {
                x += 1;
            } else if let Some(erased) = self.erase(x, y, row) {
                x += erased;
            } else {
                self.approach(x, y, row);
                self.print(x, y, spot, row.len());
                x += spot.width.max(1);
            }
        }
    }

    /// Moves to a cell of the row, printing what stands between when that is shorter than a jump.
    fn approach(&mut self, x: u16, y: u16, row: &[Spot]) {
        if let Place::At(from, at) = self.place
            && at == y
            && from < x
        {
            let jump = distance(self.place, x, y, self.features.extended);
            let gap = row
                .get(usize::from(from)..usize::from(x))
                .unwrap_or_default();
            let mut bytes = 0;
            let whole = gap.first().is_some_and(|spot| spot.width > 0)
                && gap.iter().all(|spot| {
                    bytes += if spot.width > 0 {
                        spot.cell.symbol().len()
                    } else {
                        0
                    };
                    bytes <= jump && self.prints_as_is(spot)
                });
            if whole {
                for spot in gap.iter().filter(|spot| spot.width > 0) {
                    self.out.extend_from_slice(spot.cell.symbol().as_bytes());
                }
                self.place = Place::At(x, y);
                return;
            }
        }
        self.go(x, y);
    }

    /// Whether a cell can be printed again without a change of pen and without losing the cursor.
    fn prints_as_is(&self, spot: &Spot) -> bool {
        if spot.width == 0 {
            return true;
        }
        let pen = Pen::of(&spot.cell, self.features.colors);
        let symbol = spot.cell.symbol();
        let same = if symbol == " " {
            pen.same_blank(self.pen)
        } else {
            pen == self.pen
        };
        same && may_be_sent(symbol)
            && wide::width_is_certain(symbol, self.features.ambiguous_narrow)
    }

    /// Erases the run of empty cells that begins here, if that is shorter than printing it; says how many cells it was.
    fn erase(&mut self, x: u16, y: u16, row: &[Spot]) -> Option<u16> {
        let colors = self.features.colors;
        let tail = row.get(usize::from(x)..)?;
        let run = tail
            .iter()
            .take_while(|spot| {
                spot.width == 1
                    && spot.cell.symbol() == " "
                    && Pen::of(&spot.cell, colors).leaves_blank_empty()
            })
            .count();
        let to_print = tail.iter().take(run).rposition(|spot| spot.stale)? + 1;
        let to_end = run == tail.len();
        let count = u16::try_from(to_print).ok()?;
        let pays = if to_end {
            count > 3
        } else {
            self.features.extended && count >= ERASE_FROM
        };
        if !pays {
            return None;
        }
        self.approach(x, y, row);
        if !self.pen.leaves_blank_empty() {
            self.switch_pen(Pen::PLAIN);
        }
        if to_end {
            self.out.extend_from_slice(b"\x1b[K");
            return u16::try_from(run).ok();
        }
        control(count, b'X', &mut self.out);
        Some(count)
    }

    fn print(&mut self, x: u16, y: u16, spot: &Spot, columns: usize) {
        let symbol = spot.cell.symbol();
        let pen = Pen::of(&spot.cell, self.features.colors);
        if symbol != " " || !pen.same_blank(self.pen) {
            self.switch_pen(pen);
        }
        let width = spot.width.max(1);
        let end = x + width;
        if !may_be_sent(symbol) {
            self.out
                .extend(std::iter::repeat_n(b'?', usize::from(width)));
            self.place = Place::Lost;
            return;
        }
        self.out.extend_from_slice(symbol.as_bytes());
        let certain = wide::width_is_certain(symbol, self.features.ambiguous_narrow);
        let columns = u16::try_from(columns).unwrap_or(u16::MAX);
        self.place = if certain && end < columns {
            Place::At(end, y)
        } else if certain || end.saturating_add(8) < columns {
            // Behind the last column, where terminals disagree on the column, or after a glyph of uncertain width.
            Place::Row(y)
        } else {
            // A glyph drawn wider than counted may have gone over the edge.
            Place::Lost
        };
    }

    /// Forgets the frame in hand and empties the screen.
    fn wipe(&mut self) -> io::Result<()> {
        self.shadow = Shadow::blank(self.sizing.measure()?);
        self.out.clear();
        self.out.extend_from_slice(b"\x1b[m\x1b[H\x1b[2J");
        self.pen = Pen::PLAIN;
        self.place = Place::At(0, 0);
        Ok(())
    }

    fn place_caret(&mut self) {
        if self.caret_wanted {
            let size = self.shadow.size();
            let x = self.caret.x.min(size.width.saturating_sub(1));
            let y = self.caret.y.min(size.height.saturating_sub(1));
            if self.place != Place::At(x, y) {
                self.go(x, y);
            }
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

/// Whether a symbol is free of characters that would steer the terminal.
fn may_be_sent(symbol: &str) -> bool {
    !symbol
        .chars()
        .any(|c| c.is_control() || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
}

impl<W: Write> Backend for LeanBackend<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            self.shadow.put(x, y, cell);
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

    /// Answers from memory: the terminal is never asked, since a silent one would stop the program for two seconds.
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
        let Size { width, height } = self.shadow.size();
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
                self.shadow.put(column, row, &Cell::EMPTY);
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
        if self.out.is_empty() {
            return Ok(());
        }
        if self.features.synchronized && self.out.len() >= SYNC_FROM {
            self.out.splice(0..0, *b"\x1b[?2026h");
            self.out.extend_from_slice(b"\x1b[?2026l");
        }
        let sent = self.writer.write_all(&self.out);
        self.out.clear();
        sent?;
        self.writer.flush()
    }
}
