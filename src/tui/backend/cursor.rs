//! Moving the terminal's cursor with the fewest bytes.
//!
//! Knows how certain its position is and which cells lie on the way. Must not know what is printed next.

use super::Features;
use super::grid::GridCell;
use super::pen::Pen;
use super::wide::{may_be_sent, width_is_certain};

/// Columns between two tabulator stops. Every terminal starts with these; nothing here changes them.
const TAB: u16 = 8;

/// Bytes of `ESC [ C`.
const SHORTEST_CONTROL: usize = 3;

/// What is known of the terminal's cursor, columns and rows from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CursorPosition {
    /// Column and row.
    Known(u16, u16),
    /// Lowest and highest column, and row: behind a glyph of uncertain width.
    Between(u16, u16, u16),
    /// The row only, as behind the last column.
    Row(u16),
    Unknown,
}

/// The row to which the cursor moves, and the state of the terminal.
#[derive(Clone, Copy, Debug)]
pub(super) struct RowState<'a> {
    pub(super) row: &'a [GridCell],
    /// Which of them the terminal shows so already.
    pub(super) settled: &'a [bool],
    pub(super) pen: Pen,
    pub(super) features: Features,
}

impl RowState<'_> {
    /// The cells between two columns, if printing them again changes nothing and keeps the cursor position certain.
    fn reprintable(&self, from: u16, to: u16) -> Option<&[GridCell]> {
        let range = usize::from(from)..usize::from(to);
        let cells = self.row.get(range.clone())?;
        let settled = self.settled.get(range.clone())?;
        let whole = cells.first().is_none_or(|cell| cell.width > 0)
            && self.row.get(range.end).is_none_or(|cell| cell.width > 0);
        let same = |cell: &GridCell| {
            if cell.is_blank() {
                return cell.pen.same_blank(self.pen);
            }
            cell.width == 0
                || cell.pen == self.pen
                    && may_be_sent(cell.symbol())
                    && width_is_certain(cell.symbol(), self.features.ambiguous_narrow)
        };
        (whole && settled.iter().all(|settled| *settled) && cells.iter().all(same)).then_some(cells)
    }
}

/// The bytes of a route, as long as it may be the best one.
#[derive(Clone, Copy, Debug)]
struct Route {
    bytes: [u8; Self::LONGEST],
    len: usize,
}

impl Route {
    /// The longest address is shorter, so that a longer route is never the best.
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

    /// Adds a number in decimal digits; by hand, since a frame tries hundreds of routes.
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
}

struct Best(Route);

impl Best {
    fn offer(&mut self, route: Route) {
        if route.len <= Route::LONGEST && route.len < self.0.len {
            self.0 = route;
        }
    }
}

/// Adds the shortest move to a cell.
///
/// A line feed must keep the column, so output processing has to be off (raw mode).
pub(super) fn move_cursor(
    from: CursorPosition,
    x: u16,
    y: u16,
    row_state: &RowState<'_>,
    out: &mut Vec<u8>,
) {
    // Most glyphs follow the one before.
    if from == CursorPosition::Known(x, y) {
        return;
    }
    let mut best = Best(address(x, y));
    let (columns, row) = match from {
        CursorPosition::Known(at, row) => (Some((at, at)), row),
        CursorPosition::Between(low, high, row) => (Some((low, high)), row),
        CursorPosition::Row(row) => (None, row),
        CursorPosition::Unknown => (None, y),
    };
    if from == CursorPosition::Unknown {
        along(address(0, y), 0, x, row_state, &mut best);
        return emit(&best, out);
    }
    // The routes that are likely to be short come first: the others are then seen to be longer at once.
    let there = across(row, y);
    if let Some((low, high)) = columns {
        if low == high {
            along(there, low, x, row_state, &mut best);
        } else if stop(low) == stop(high) && usize::from(stop(low)) < row_state.row.len() {
            along(there.with(b"\t"), stop(low), x, row_state, &mut best);
        }
    }
    along(there.with(b"\r"), 0, x, row_state, &mut best);
    along(address(0, y), 0, x, row_state, &mut best);
    if row_state.features.extended {
        best.offer(there.control(x + 1, b'G'));
    }
    emit(&best, out);
}

fn emit(best: &Best, out: &mut Vec<u8>) {
    out.extend_from_slice(best.0.bytes.get(..best.0.len).unwrap_or_default());
}

fn stop(column: u16) -> u16 {
    (column / TAB + 1).saturating_mul(TAB)
}

/// Offers the routes from a column of the right row to another.
fn along(route: Route, from: u16, to: u16, row_state: &RowState<'_>, best: &mut Best) {
    if route.len + usize::from(from != to) >= best.0.len {
        return;
    }
    if from > to {
        best.offer(route.repeat(b'\x08', from - to));
        best.offer(route.control(from - to, b'D'));
        return;
    }
    forward(route, from, to, row_state, best);
    let (mut route, mut at) = (route, from);
    while stop(at) <= to {
        route.push(b"\t");
        at = stop(at);
    }
    forward(route, at, to, row_state, best);
    // Past it and back.
    let past = stop(at);
    if usize::from(past) < row_state.row.len() {
        best.offer(route.with(b"\t").repeat(b'\x08', past - to));
    }
}

/// Offers printing again what stands between, and jumping over it.
fn forward(route: Route, from: u16, to: u16, row_state: &RowState<'_>, best: &mut Best) {
    if from == to {
        best.offer(route);
        return;
    }
    if route.len + SHORTEST_CONTROL < best.0.len {
        best.offer(route.control(to - from, b'C'));
    }
    // No glyph has fewer bytes than cells: a long gap need not be looked at.
    if route.len + usize::from(to - from) >= best.0.len {
        return;
    }
    if let Some(cells) = row_state.reprintable(from, to) {
        let mut printed = route;
        for cell in cells.iter().filter(|cell| cell.width > 0) {
            printed.push(cell.symbol().as_bytes());
        }
        best.offer(printed);
    }
}

/// The route to another row in the same column.
fn across(from: u16, to: u16) -> Route {
    let route = Route::NONE;
    if from > to {
        route.control(from - to, b'A')
    } else if to - from <= 3 {
        route.repeat(b'\n', to - from)
    } else {
        route.control(to - from, b'B')
    }
}

fn address(x: u16, y: u16) -> Route {
    let mut route = Route::NONE.with(b"\x1b[");
    if y > 0 {
        route.number(y + 1);
    }
    if x > 0 {
        route.push(b";");
        route.number(x + 1);
    }
    route.with(b"H")
}

/// `ESC [ n letter`, leaving out a count of one.
pub(super) fn control(n: u16, letter: u8, out: &mut Vec<u8>) {
    let route = Route::NONE.control(n, letter);
    out.extend_from_slice(route.bytes.get(..route.len).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(from: CursorPosition, x: u16, y: u16, features: Features) -> String {
        let row = vec![GridCell::BLANK; 80];
        let row_state = RowState {
            row: &row,
            settled: &[true; 80],
            pen: Pen::PLAIN,
            features,
        };
        let mut out = Vec::new();
        move_cursor(from, x, y, &row_state, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_shortest_move_is_chosen() {
        for (from, to, expected) in [
            (CursorPosition::Known(5, 5), (5, 5), ""),
            (CursorPosition::Known(5, 5), (0, 6), "\r\n"),
            (CursorPosition::Known(5, 5), (4, 5), "\x08"),
            (CursorPosition::Known(5, 5), (6, 5), " "),
            (CursorPosition::Known(5, 5), (8, 5), "\t"),
            (CursorPosition::Known(5, 5), (24, 5), "\t\t\t"),
            (CursorPosition::Known(5, 5), (25, 5), "\t\t\t "),
            (CursorPosition::Known(5, 5), (23, 5), "\t\t\t\x08"),
            (CursorPosition::Known(5, 5), (5, 4), "\x1b[A"),
            (CursorPosition::Known(60, 5), (3, 5), "\r   "),
            (CursorPosition::Known(60, 5), (64, 6), "\n\t"),
            (CursorPosition::Known(60, 5), (3, 20), "\x1b[21;4H"),
            (CursorPosition::Known(60, 5), (0, 20), "\x1b[21H"),
            (CursorPosition::Row(5), (0, 6), "\n\r"),
            (CursorPosition::Row(5), (12, 5), "\x1b[13G"),
            (CursorPosition::Between(17, 18, 5), (24, 5), "\t"),
            (CursorPosition::Between(23, 24, 5), (24, 5), "\r\t\t\t"),
            (CursorPosition::Unknown, (0, 0), "\x1b[H"),
            (CursorPosition::Unknown, (0, 9), "\x1b[10H"),
            (CursorPosition::Unknown, (9, 0), "\x1b[H\t "),
            (CursorPosition::Unknown, (79, 0), "\x1b[;80H"),
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
            for from in [
                CursorPosition::Known(40, 5),
                CursorPosition::Between(30, 31, 5),
                CursorPosition::Row(5),
            ] {
                assert!(!moved(from, x, 5, features).contains('G'));
            }
        }
    }

    #[test]
    fn no_tabulator_goes_over_the_edge() {
        for x in 72..80 {
            let sent = moved(CursorPosition::Known(71, 0), x, 0, Features::default());
            let tabs = sent.bytes().filter(|byte| *byte == b'\t').count();
            assert!(tabs <= 1, "{sent:?}");
        }
    }
}
