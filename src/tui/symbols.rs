//! The symbols of the screens in Unicode and in ASCII. Each meaning has its own shape, so that nothing depends on colour
//! alone. Must not know colours or screens.

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

impl Alphabet {
    /// Chooses between a symbol of Unicode and its stand-in.
    const fn pick(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        match self {
            Self::Unicode => unicode,
            Self::Ascii => ascii,
        }
    }
}

impl Symbols {
    /// The symbols of an alphabet: box lines, eighth blocks and circled digits where it is Unicode.
    pub const fn of(alphabet: Alphabet) -> Self {
        let (border, eighths) = match alphabet {
            Alphabet::Unicode => (border::PLAIN, ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]),
            Alphabet::Ascii => (ASCII_BORDER, ["."; 7]),
        };
        Self {
            alphabet,
            border,
            selected: alphabet.pick("▌", ">"),
            unselected: " ",
            steps: [
                alphabet.pick("①", "1"),
                alphabet.pick("②", "2"),
                alphabet.pick("③", "3"),
            ],
            no_step: alphabet.pick("─", "-"),
            done: alphabet.pick("●", "*"),
            open: alphabet.pick("○", "o"),
            dot: alphabet.pick("·", "-"),
            more_above: alphabet.pick("▲", "^"),
            more_below: alphabet.pick("▼", "v"),
            arrow: alphabet.pick("→", "->"),
            full: alphabet.pick("█", "#"),
            eighths,
            rest: alphabet.pick(" ", "."),
            paused: alphabet.pick("▒", "="),
            others: alphabet.pick("░", "-"),
            beyond: alphabet.pick("»", ">"),
        }
    }

    /// The digit of a step, from 1; `None` where none was taken.
    pub fn step(&self, step: u8) -> Option<&'static str> {
        let at = usize::from(step).checked_sub(1)?;
        self.steps.get(at).copied()
    }

    /// The symbols of a load: the clerk's own part, that of the others, and what exceeds the bar.
    pub const fn load(&self) -> [&'static str; 3] {
        [self.full, self.others, self.beyond]
    }
}

/// The bar of the time left, exactly `cells` wide. `fraction` is the filled part, from 0 to 1; a paused bar is hatched.
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
        let (unicode, ascii) = (Symbols::of(Alphabet::Unicode), Symbols::of(Alphabet::Ascii));
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
        let ascii = format!("{:?}", Symbols::of(Alphabet::Ascii));
        assert!(ascii.is_ascii(), "{ascii}");
        for symbols in [Symbols::of(Alphabet::Unicode), Symbols::of(Alphabet::Ascii)] {
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
