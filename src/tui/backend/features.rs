//! What a terminal can be sent, and how large it is.

use super::ColorDepth;
use ratatui::layout::Size;
use std::io;

/// What a terminal can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a sequence that a terminal knows or not, in any combination"
)]
pub struct Features {
    pub colors: ColorDepth,
    /// Sequences beyond the VT100: erase characters, address a column, take one mark away.
    pub extended: bool,
    /// Lines scroll inside a region of the screen (DECSTBM).
    pub regions: bool,
    /// Synchronised updates (`?2026h`, `?2026l`).
    pub synchronized: bool,
    /// The terminal has answered that it draws ambiguous characters one cell wide.
    pub ambiguous_narrow: bool,
}

impl Default for Features {
    fn default() -> Self {
        Self {
            colors: ColorDepth::Ansi16,
            extended: true,
            regions: true,
            synchronized: false,
            ambiguous_narrow: false,
        }
    }
}

/// Where the size of the terminal comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sizing {
    /// Asked from the system before each draw.
    Asked,
    /// For tests and output without a terminal.
    Fixed(Size),
}

impl Sizing {
    /// The size in cells.
    pub(in crate::tui) fn measure(self) -> io::Result<Size> {
        match self {
            Self::Fixed(size) => Ok(size),
            Self::Asked => {
                let (width, height) = ratatui::crossterm::terminal::size()?;
                // Serial lines and some pseudo-terminals report no size.
                Ok(if width == 0 || height == 0 {
                    Size::new(80, 24)
                } else {
                    Size::new(width, height)
                })
            }
        }
    }
}
