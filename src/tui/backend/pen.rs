//! The pen: the colours and attributes the terminal draws with, and the shortest change between two.
//!
//! Knows SGR codes and how many colours a terminal has. Must not know cells, rows or cursor moves.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// How many colours the terminal may be sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ColorDepth {
    /// No colour at all (`NO_COLOR`, vt100); reverse, bold and underline stay.
    None,
    /// The sixteen named colours, sent as 30-37 and 90-97.
    #[default]
    Ansi16,
    /// 256 colours.
    Indexed,
    /// 24-bit colours.
    True,
}

/// Marks that show on a blank cell, so that a blank with them is not just empty.
const SHOWN_ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK)
    .union(Modifier::CROSSED_OUT);

/// Attributes with the code that sets each and the code that resets it.
const MARKS: [(Modifier, &str, &str); 9] = [
    (Modifier::BOLD, "1", "22"),
    (Modifier::DIM, "2", "22"),
    (Modifier::ITALIC, "3", "23"),
    (Modifier::UNDERLINED, "4", "24"),
    (Modifier::SLOW_BLINK, "5", "25"),
    (Modifier::RAPID_BLINK, "6", "25"),
    (Modifier::REVERSED, "7", "27"),
    (Modifier::HIDDEN, "8", "28"),
    (Modifier::CROSSED_OUT, "9", "29"),
];

/// The sixteen named colours in the order of their numbers, as xterm draws them.
const NAMED: [(Color, [u8; 3]); 16] = [
    (Color::Black, [0, 0, 0]),
    (Color::Red, [205, 0, 0]),
    (Color::Green, [0, 205, 0]),
    (Color::Yellow, [205, 205, 0]),
    (Color::Blue, [0, 0, 238]),
    (Color::Magenta, [205, 0, 205]),
    (Color::Cyan, [0, 205, 205]),
    (Color::Gray, [229, 229, 229]),
    (Color::DarkGray, [127, 127, 127]),
    (Color::LightRed, [255, 0, 0]),
    (Color::LightGreen, [0, 255, 0]),
    (Color::LightYellow, [255, 255, 0]),
    (Color::LightBlue, [92, 92, 255]),
    (Color::LightMagenta, [255, 0, 255]),
    (Color::LightCyan, [0, 255, 255]),
    (Color::White, [255, 255, 255]),
];

/// The colours and marks in force at the terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Pen {
    fg: Color,
    bg: Color,
    marks: Modifier,
}

impl Pen {
    /// The state after an SGR reset.
    pub(super) const PLAIN: Self = Self {
        fg: Color::Reset,
        bg: Color::Reset,
        marks: Modifier::empty(),
    };

    /// The pen of a cell in the colours this terminal has.
    pub(super) fn of(cell: &Cell, depth: ColorDepth) -> Self {
        Self {
            fg: fit(cell.fg, depth),
            bg: fit(cell.bg, depth),
            marks: cell.modifier,
        }
    }

    /// Whether a blank drawn with this pen is an empty cell of the default background.
    ///
    /// Only such cells may be erased: terminals differ in what an erase paints (bce) for all others.
    pub(super) fn leaves_blank_empty(self) -> bool {
        self.bg == Color::Reset && !self.marks.intersects(SHOWN_ON_BLANK)
    }

    /// Whether a blank drawn with `self` looks like a blank drawn with `other`.
    pub(super) fn same_blank(self, other: Self) -> bool {
        if self.marks.intersects(SHOWN_ON_BLANK) || other.marks.intersects(SHOWN_ON_BLANK) {
            return self == other;
        }
        self.bg == other.bg
    }

    /// Adds the shortest SGR sequence that turns `self` into `to`; `take_away` says that the terminal knows 22-29.
    pub(super) fn change(self, to: Self, take_away: bool, out: &mut Vec<u8>) {
        if self == to {
            return;
        }
        let fresh = fresh_codes(to);
        let step = take_away.then(|| step_codes(self, to));
        let codes = step
            .filter(|step| step.len() < fresh.len())
            .unwrap_or(fresh);
        out.extend_from_slice(b"\x1b[");
        out.extend_from_slice(codes.as_bytes());
        out.push(b'm');
    }
}

fn add(codes: &mut String, code: &str) {
    if !codes.is_empty() {
        codes.push(';');
    }
    codes.push_str(code);
}

/// Adds the codes that set marks, and those of the colours that differ from `from`.
fn add_set(codes: &mut String, marks: Modifier, from: Pen, to: Pen) {
    for (_, on, _) in MARKS.iter().filter(|(mark, ..)| marks.contains(*mark)) {
        add(codes, on);
    }
    if from.fg != to.fg {
        add(codes, &color_code(to.fg, 30));
    }
    if from.bg != to.bg {
        add(codes, &color_code(to.bg, 40));
    }
}

/// A reset followed by everything the pen has; empty for the plain pen, since `ESC[m` is the reset.
fn fresh_codes(to: Pen) -> String {
    let mut codes = String::new();
    if to == Pen::PLAIN {
        return codes;
    }
    codes.push('0');
    add_set(&mut codes, to.marks, Pen::PLAIN, to);
    codes
}

fn step_codes(from: Pen, to: Pen) -> String {
    let mut codes = String::new();
    let gone = from.marks.difference(to.marks);
    let mut lost = Modifier::empty();
    let mut last_off = "";
    for (_, _, off) in MARKS.iter().filter(|(mark, ..)| gone.contains(*mark)) {
        if *off != last_off {
            add(&mut codes, off);
            last_off = off;
        }
        // 22 resets bold and dim, 25 both blinks: what stays must be set again.
        let twins = MARKS.iter().filter(|(_, _, twin_off)| twin_off == off);
        lost.extend(twins.map(|(twin, ..)| *twin));
    }
    let kept = from.marks.difference(lost);
    add_set(&mut codes, to.marks.difference(kept), from, to);
    codes
}

/// The SGR code of a colour; `base` is 30 for the foreground and 40 for the background.
fn color_code(color: Color, base: u16) -> String {
    if let Some(n) = named(color) {
        let code = if n < 8 {
            base + u16::from(n)
        } else {
            base + 60 + u16::from(n - 8)
        };
        return code.to_string();
    }
    match color {
        Color::Indexed(n) => format!("{};5;{n}", base + 8),
        Color::Rgb(r, g, b) => format!("{};2;{r};{g};{b}", base + 8),
        _ => (base + 9).to_string(),
    }
}

fn named(color: Color) -> Option<u8> {
    if let Color::Indexed(n) = color {
        return (n < 16).then_some(n);
    }
    let at = NAMED.iter().position(|(name, _)| *name == color)?;
    u8::try_from(at).ok()
}

fn fit(color: Color, depth: ColorDepth) -> Color {
    if depth == ColorDepth::None {
        return Color::Reset;
    }
    match (depth, color) {
        (ColorDepth::Indexed, Color::Rgb(r, g, b)) => Color::Indexed(indexed(r, g, b)),
        (ColorDepth::Ansi16, Color::Indexed(n)) if n >= 16 => {
            let (r, g, b) = palette(n);
            nearest_named(r, g, b)
        }
        (ColorDepth::Ansi16, Color::Rgb(r, g, b)) => nearest_named(r, g, b),
        (_, any) => any,
    }
}

/// The entry from 16 up nearest to a colour: of the cube, or of the greys where one of those is nearer.
fn indexed(r: u8, g: u8, b: u8) -> u8 {
    let far = |entry: u8| {
        let (red, green, blue) = palette(entry);
        let far = |one: u8, other: u8| u32::from(one.abs_diff(other)).pow(2);
        far(red, r) + far(green, g) + far(blue, b)
    };
    let of_cube = cube(r, g, b);
    let entries = std::iter::once(of_cube).chain(232..=255);
    entries.min_by_key(|entry| far(*entry)).unwrap_or(of_cube)
}

/// The entry of the 6x6x6 cube nearest to a colour.
fn cube(r: u8, g: u8, b: u8) -> u8 {
    let step = |v: u8| match v {
        0..=47 => 0,
        48..=114 => 1,
        _ => (v - 35) / 40,
    };
    16 + 36 * step(r) + 6 * step(g) + step(b)
}

/// The red, green and blue of a palette entry from 16 up.
fn palette(n: u8) -> (u8, u8, u8) {
    if n >= 232 {
        let grey = 8 + 10 * (n - 232);
        return (grey, grey, grey);
    }
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    let n = n.saturating_sub(16);
    (level(n / 36), level(n / 6 % 6), level(n % 6))
}

fn nearest_named(r: u8, g: u8, b: u8) -> Color {
    let far = |a: u8, b: u8| u32::from(a.abs_diff(b)).pow(2);
    NAMED
        .iter()
        .min_by_key(|(_, [x, y, z])| far(*x, r) + far(*y, g) + far(*z, b))
        .map_or(Color::Reset, |(color, _)| *color)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    fn pen(style: Style) -> Pen {
        let mut cell = Cell::new("x");
        cell.set_style(style);
        Pen::of(&cell, ColorDepth::True)
    }

    fn sent(from: Pen, to: Pen) -> String {
        let mut out = Vec::new();
        from.change(to, true, &mut out);
        String::from_utf8(out).unwrap().replace('\x1b', "")
    }

    #[test]
    fn the_shortest_change_is_sent() {
        let red = pen(Style::new().fg(Color::Red));
        let bar = pen(Style::new().reversed());
        let both = pen(Style::new().bold().dim());
        for (from, to, expected) in [
            (Pen::PLAIN, Pen::PLAIN, ""),
            (Pen::PLAIN, red, "[31m"),
            (red, Pen::PLAIN, "[m"),
            (Pen::PLAIN, bar, "[7m"),
            (bar, Pen::PLAIN, "[m"),
            (both, pen(Style::new().dim()), "[0;2m"),
            (
                both.with_fg(Color::LightBlue),
                pen(Style::new().dim()).with_fg(Color::LightBlue),
                "[22;2m",
            ),
            (
                bar.with_fg(Color::Indexed(200)),
                pen(Style::new()).with_fg(Color::Indexed(200)),
                "[27m",
            ),
        ] {
            assert_eq!(sent(from, to), expected, "{from:?} -> {to:?}");
        }
    }

    impl Pen {
        fn with_fg(self, fg: Color) -> Self {
            Self { fg, ..self }
        }
    }

    #[test]
    fn colours_are_fitted_to_the_terminal() {
        let rgb = Color::Rgb(250, 5, 5);
        assert_eq!(fit(rgb, ColorDepth::None), Color::Reset);
        assert_eq!(fit(rgb, ColorDepth::Ansi16), Color::LightRed);
        assert_eq!(fit(rgb, ColorDepth::Indexed), Color::Indexed(196));
        assert_eq!(fit(rgb, ColorDepth::True), rgb);
        for (grey, entry) in [(28, 234), (168, 248), (255, 231), (0, 16), (95, 59)] {
            let fitted = fit(Color::Rgb(grey, grey, grey), ColorDepth::Indexed);
            assert_eq!(fitted, Color::Indexed(entry), "{grey}");
        }
        assert_eq!(
            fit(Color::Indexed(244), ColorDepth::Ansi16),
            Color::DarkGray
        );
        assert_eq!(color_code(Color::Gray, 30), "37");
        assert_eq!(color_code(Color::DarkGray, 40), "100");
        assert_eq!(color_code(Color::White, 30), "97");
    }
}
