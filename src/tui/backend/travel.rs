//! Moving the terminal's cursor with the fewest bytes.
//!
//! Knows where the cursor is, or how much of that is uncertain, and what stands on the way. Must not know what is to be
//! printed at the end of the way.

use super::Features;
use super::grid::Spot;
use super::pen::Pen;
use super::wide::{may_be_sent, width_is_certain};

/// Columns between two tabulator stops. Every terminal starts with these; nothing here changes them.
const TAB: u16 = 8;

/// Bytes of `ESC [ C`.
const SHORTEST_CONTROL: usize = 3;

/// What is known of the place of the terminal's cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// On a cell, column and row from 0.
    At(u16, u16),
    /// In this row, at the first column or one of those up to the second: behind a glyph of uncertain width.
    Near(u16, u16, u16),
    /// In this row, the column being uncertain, as behind the last column.
    Row(u16),
    /// Anywhere.
    Lost,
}

/// What stands in the row to which the cursor goes, and the pen in hand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ground<'a> {
    /// The cells as they are to be.
    pub(super) row: &'a [Spot],
    /// Which of them the terminal shows so already.
    pub(super) settled: &'a [bool],
    /// The pen in hand.
    pub(super) pen: Pen,
    /// What the terminal knows.
    pub(super) features: Features,
}

impl Ground<'_> {
    /// The cells between two columns where printing them again changes nothing and leaves no doubt about the cursor.
    fn again(&self, from: u16, to: u16) -> Option<&[Spot]> {
        let range = usize::from(from)..usize::from(to);
        let cells = self.row.get(range.clone())?;
        let settled = self.settled.get(range.clone())?;
        let whole = cells.first().is_none_or(|spot| spot.width > 0)
            && self.row.get(range.end).is_none_or(|spot| spot.width > 0);
        let same = |spot: &Spot| {
            if spot.is_blank() {
                return spot.pen.same_blank(self.pen);
            }
            spot.width == 0
                || spot.pen == self.pen
                    && may_be_sent(spot.symbol())
                    && width_is_certain(spot.symbol(), self.features.ambiguous_narrow)
        };
        (whole && settled.iter().all(|settled| *settled) && cells.iter().all(same)).then_some(cells)
    }
}

/// The bytes of a way, as long as it may be the best one.
#[derive(Clone, Copy, Debug)]
struct Way {
    bytes: [u8; Self::LONGEST],
    len: usize,
}

impl Way {
    /// The longest address is shorter, so that a longer way is never the best.
    const LONGEST: usize = 14;
    const NONE: Self = Self {
        bytes: [0; Self::LONGEST],
        len: 0,
    };

    fn push(&mut self, more: &[u8]) {
        let end = self.len + more.len();
        if let Some(room) = self.bytes.get_mut(self.len..end) {
            room.copy_from_slice(more);
        }
        self.len = end;
    }

    fn with(mut self, more: &[u8]) -> Self {
        self.push(more);
        self
    }

    fn repeat(mut self, byte: u8, times: u16) -> Self {
        if usize::from(times) > Self::LONGEST {
            self.len = Self::LONGEST + 1;
        }
        for _ in 0..times.min(16) {
            self.push(&[byte]);
        }
        self
    }

    fn control(mut self, n: u16, letter: u8) -> Self {
        self.push(b"\x1b[");
        if n > 1 {
            self.number(n);
        }
        self.with(&[letter])
    }

    /// Adds a number in decimal digits; by hand, since a frame tries hundreds of ways.
    fn number(&mut self, n: u16) {
        let mut power = 10_000;
        while power > n.max(1) {
            power /= 10;
        }
        while power > 0 {
            let digit = u8::try_from(n / power % 10).unwrap_or_default();
            self.push(&[b'0' + digit]);
            power /= 10;
        }
    }

    fn is_possible(&self) -> bool {
        self.len <= Self::LONGEST
    }
}

/// The best way so far.
struct Best(Way);

impl Best {
    fn offer(&mut self, way: Way) {
        if way.is_possible() && way.len < self.0.len {
            self.0 = way;
        }
    }
}

/// Adds the shortest move to a cell.
///
/// A line feed must keep the column, so output processing has to be off (raw mode).
pub(super) fn travel(from: Place, x: u16, y: u16, ground: &Ground<'_>, out: &mut Vec<u8>) {
    // Most glyphs follow the one before.
    if from == Place::At(x, y) {
        return;
    }
    let mut best = Best(address(x, y));
    let (columns, row) = match from {
        Place::At(at, row) => (Some((at, at)), row),
        Place::Near(low, high, row) => (Some((low, high)), row),
        Place::Row(row) => (None, row),
        Place::Lost => (None, y),
    };
    if from == Place::Lost {
        along(address(0, y), 0, x, ground, &mut best);
        return emit(&best, out);
    }
    // The ways that are likely to be short come first: the others are then seen to be longer at once.
    let there = across(row, y);
    if let Some((low, high)) = columns {
        if low == high {
            along(there, low, x, ground, &mut best);
        } else if stop(low) == stop(high) && usize::from(stop(low)) < ground.row.len() {
            along(there.with(b"\t"), stop(low), x, ground, &mut best);
        }
    }
    along(there.with(b"\r"), 0, x, ground, &mut best);
    along(address(0, y), 0, x, ground, &mut best);
    if ground.features.extended {
        best.offer(there.control(x + 1, b'G'));
    }
    emit(&best, out);
}

fn emit(best: &Best, out: &mut Vec<u8>) {
    out.extend_from_slice(best.0.bytes.get(..best.0.len).unwrap_or_default());
}

/// The next tabulator stop.
fn stop(column: u16) -> u16 {
    (column / TAB + 1).saturating_mul(TAB)
}

/// Offers the ways from a column of the right row to another.
fn along(way: Way, from: u16, to: u16, ground: &Ground<'_>, best: &mut Best) {
    if way.len + usize::from(from != to) >= best.0.len {
        return;
    }
    if from > to {
        best.offer(way.repeat(b'\x08', from - to));
        best.offer(way.control(from - to, b'D'));
        return;
    }
    forward(way, from, to, ground, best);
    let (mut way, mut at) = (way, from);
    while stop(at) <= to {
        way.push(b"\t");
        at = stop(at);
    }
    forward(way, at, to, ground, best);
    // Past it and back.
    let past = stop(at);
    if usize::from(past) < ground.row.len() {
        best.offer(way.with(b"\t").repeat(b'\x08', past - to));
    }
}

/// Offers printing again what stands between, and jumping over it.
fn forward(way: Way, from: u16, to: u16, ground: &Ground<'_>, best: &mut Best) {
    if from == to {
        best.offer(way);
        return;
    }
    if way.len + SHORTEST_CONTROL < best.0.len {
        best.offer(way.control(to - from, b'C'));
    }
    // No glyph has fewer bytes than cells: a long gap need not be looked at.
    if way.len + usize::from(to - from) >= best.0.len {
        return;
    }
    if let Some(cells) = ground.again(from, to) {
        let mut printed = way;
        for spot in cells.iter().filter(|spot| spot.width > 0) {
            printed.push(spot.symbol().as_bytes());
        }
        best.offer(printed);
    }
}

/// The way to another row in the same column.
fn across(from: u16, to: u16) -> Way {
    let way = Way::NONE;
    if from > to {
        way.control(from - to, b'A')
    } else if to - from <= 3 {
        way.repeat(b'\n', to - from)
    } else {
        way.control(to - from, b'B')
    }
}

fn address(x: u16, y: u16) -> Way {
    let mut way = Way::NONE.with(b"\x1b[");
    if y > 0 {
        way.number(y + 1);
    }
    if x > 0 {
        way.push(b";");
        way.number(x + 1);
    }
    way.with(b"H")
}

/// `ESC [ n letter`, leaving out a count of one.
pub(super) fn control(n: u16, letter: u8, out: &mut Vec<u8>) {
    let way = Way::NONE.control(n, letter);
    out.extend_from_slice(way.bytes.get(..way.len).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(from: Place, x: u16, y: u16, features: Features) -> String {
        let row = vec![Spot::BLANK; 80];
        let ground = Ground {
            row: &row,
            settled: &[true; 80],
            pen: Pen::PLAIN,
            features,
        };
        let mut out = Vec::new();
        travel(from, x, y, &ground, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_shortest_move_is_chosen() {
        for (from, to, expected) in [
            (Place::At(5, 5), (5, 5), ""),
            (Place::At(5, 5), (0, 6), "\r\n"),
            (Place::At(5, 5), (4, 5), "\x08"),
            (Place::At(5, 5), (6, 5), " "),
            (Place::At(5, 5), (8, 5), "\t"),
            (Place::At(5, 5), (24, 5), "\t\t\t"),
            (Place::At(5, 5), (25, 5), "\t\t\t "),
            (Place::At(5, 5), (23, 5), "\t\t\t\x08"),
            (Place::At(5, 5), (5, 4), "\x1b[A"),
            (Place::At(60, 5), (3, 5), "\r   "),
            (Place::At(60, 5), (64, 6), "\n\t"),
            (Place::At(60, 5), (3, 20), "\x1b[21;4H"),
            (Place::At(60, 5), (0, 20), "\x1b[21H"),
            (Place::Row(5), (0, 6), "\n\r"),
            (Place::Row(5), (12, 5), "\x1b[13G"),
            (Place::Near(17, 18, 5), (24, 5), "\t"),
            (Place::Near(23, 24, 5), (24, 5), "\r\t\t\t"),
            (Place::Lost, (0, 0), "\x1b[H"),
            (Place::Lost, (0, 9), "\x1b[10H"),
            (Place::Lost, (9, 0), "\x1b[H\t "),
            (Place::Lost, (79, 0), "\x1b[;80H"),
        ] {
            let sent = moved(from, to.0, to.1, Features::default());
            let alike = sent == expected || (sent.len() == expected.len() && sent.contains('\r'));
            assert!(alike, "{from:?} {to:?}: {sent:?}, not {expected:?}");
        }
    }

    #[test]
    fn a_vt100_is_sent_nothing_newer() {
        let features = Features {
            extended: false,
            ..Features::default()
        };
        for x in 0..80 {
            for from in [Place::At(40, 5), Place::Near(30, 31, 5), Place::Row(5)] {
                assert!(!moved(from, x, 5, features).contains('G'));
            }
        }
    }

    #[test]
    fn no_tabulator_goes_over_the_edge() {
        for x in 72..80 {
            let sent = moved(Place::At(71, 0), x, 0, Features::default());
            let tabs = sent.bytes().filter(|byte| *byte == b'\t').count();
            assert!(tabs <= 1, "{sent:?}");
        }
    }
}
