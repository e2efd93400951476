//! The symbols the screens are drawn with: box lines, bars, steps, in Unicode and in ASCII.
//!
//! Each meaning has its own shape, so that nothing depends on colour alone. Must not know colours or screens.

mod timeline;

pub use crate::form::text::Alphabet;
pub use timeline::TimelineSymbols;

use ratatui::symbols::border;

/// Whether the deadline of a bar is running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    Running,
    Paused,
}

/// A set of symbols.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Symbols {
    pub alphabet: Alphabet,
    pub border: border::Set<'static>,
    pub selected: &'static str,
    /// As wide as `selected`.
    pub unselected: &'static str,
    /// The first, second and third step.
    pub steps: [&'static str; 3],
    pub no_step: &'static str,
    /// In a list of things to do.
    pub done: &'static str,
    pub open: &'static str,
    /// Between two facts on one line.
    pub dot: &'static str,
    pub more_above: &'static str,
    pub more_below: &'static str,
    pub arrow: &'static str,
    full: &'static str,
    eighths: [&'static str; 7],
    rest: &'static str,
    paused: &'static str,
    others: &'static str,
    beyond: &'static str,
}

const ASCII_BORDER: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

impl Symbols {
    /// The symbols that an alphabet can draw.
    pub const fn of(alphabet: Alphabet) -> Self {
        match alphabet {
            Alphabet::Unicode => Self::unicode(),
            Alphabet::Ascii => Self::ascii(),
        }
    }

    /// Box lines, eighth blocks and circled digits.
    pub const fn unicode() -> Self {
        Self {
            alphabet: Alphabet::Unicode,
            border: border::PLAIN,
            selected: "▌",
            unselected: " ",
            steps: ["①", "②", "③"],
            no_step: "─",
            done: "●",
            open: "○",
            dot: "·",
            more_above: "▲",
            more_below: "▼",
            arrow: "→",
            full: "█",
            eighths: ["▏", "▎", "▍", "▌", "▋", "▊", "▉"],
            rest: " ",
            paused: "▒",
            others: "░",
            beyond: "»",
        }
    }

    /// The symbols for terminals that show ASCII only.
    pub const fn ascii() -> Self {
        Self {
            alphabet: Alphabet::Ascii,
            border: ASCII_BORDER,
            selected: ">",
            unselected: " ",
            steps: ["1", "2", "3"],
            no_step: "-",
            done: "*",
            open: "o",
            dot: "-",
            more_above: "^",
            more_below: "v",
            arrow: "->",
            full: "#",
            eighths: ["."; 7],
            rest: ".",
            paused: "=",
            others: "-",
            beyond: ">",
        }
    }

    /// What the parts of a load are drawn with: one's own, that of the others, and what is more than fits.
    pub const fn load(&self) -> [&'static str; 3] {
        [self.full, self.others, self.beyond]
    }
}

/// The bar that shows how much time is left, always exactly `cells` cells wide.
///
/// `fraction` is the part of the bar that is filled, from 0 to 1. A paused bar is hatched.
pub fn left_bar(fraction: f64, cells: u16, bar: Bar, symbols: &Symbols) -> String {
    let cells_wide = usize::from(cells);
    let glyph = match bar {
        Bar::Running => symbols.full,
        Bar::Paused => symbols.paused,
    };
    let (full, part) = eighths(fraction, cells);
    let mut out = glyph.repeat(full);
    let mut used = full;
    if let (Bar::Running, Some(piece)) = (bar, part.checked_sub(1))
        && let Some(piece) = symbols.eighths.get(piece)
    {
        out.push_str(piece);
        used += 1;
    }
    out.push_str(&symbols.rest.repeat(cells_wide.saturating_sub(used)));
    out
}

/// Full cells and remaining eighths of a fraction of a width.
fn eighths(fraction: f64, cells: u16) -> (usize, usize) {
    let fraction = if fraction.is_finite() {
        fraction.clamp(0.0, 1.0)
    } else {
        0.0
    };
    let target = fraction * 8.0 * f64::from(cells);
    // Counted up instead of cast down: a bar has at most a few hundred eighths.
    let mut count = 0_u32;
    while f64::from(count + 1) <= target {
        count += 1;
    }
    let count = usize::try_from(count).unwrap_or_default();
    (count / 8, count % 8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::text::width;

    #[test]
    fn a_bar_tells_its_state_by_shape() {
        let (unicode, ascii) = (Symbols::unicode(), Symbols::ascii());
        for (fraction, bar, in_unicode, in_ascii) in [
            (0.0, Bar::Running, "    ", "...."),
            (0.5, Bar::Running, "██  ", "##.."),
            (0.3, Bar::Running, "█▏  ", "#..."),
            (1.0, Bar::Running, "████", "####"),
            (9.0, Bar::Running, "████", "####"),
            (f64::NAN, Bar::Running, "    ", "...."),
            (0.5, Bar::Paused, "▒▒  ", "==.."),
        ] {
            assert_eq!(
                left_bar(fraction, 4, bar, &unicode),
                in_unicode,
                "{fraction}"
            );
            assert_eq!(left_bar(fraction, 4, bar, &ascii), in_ascii, "{fraction}");
        }
    }

    #[test]
    fn the_ascii_set_is_ascii_and_marks_of_one_kind_are_equally_wide() {
        let ascii = format!("{:?}", Symbols::ascii());
        assert!(ascii.is_ascii(), "{ascii}");
        for symbols in [Symbols::unicode(), Symbols::ascii()] {
            assert_eq!(width(symbols.selected), width(symbols.unselected));
            assert!(
                symbols
                    .steps
                    .iter()
                    .all(|step| width(step) == width(symbols.no_step))
            );
            assert_eq!(width(symbols.done), width(symbols.open));
        }
    }
}
