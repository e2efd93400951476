//! Moving the terminal's cursor with the fewest bytes.
//!
//! Knows where the cursor is, or how much of that is uncertain. Must not know what the cells show.

use std::io::Write;

/// What is known of the place of the terminal's cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// On a cell, column and row from 0.
    At(u16, u16),
    /// In this row, the column being uncertain: after the last column, or after a glyph of uncertain width.
    Row(u16),
    /// Anywhere.
    Lost,
}

/// A way along a row.
#[derive(Clone, Copy)]
enum Along {
    Stay,
    Return,
    ReturnForward(u16),
    Column(u16),
    Forward(u16),
    Backspace(u16),
    Back(u16),
}

/// A way from row to row, keeping the column.
#[derive(Clone, Copy)]
enum Across {
    Stay,
    Feed(u16),
    Down(u16),
    Up(u16),
}

/// Bytes of a number as a parameter; 1 is left out.
fn digits(n: u16) -> usize {
    match n {
        0..=1 => 0,
        2..=9 => 1,
        10..=99 => 2,
        100..=999 => 3,
        _ => 5,
    }
}

impl Along {
    fn len(self) -> usize {
        match self {
            Self::Stay => 0,
            Self::Return => 1,
            Self::ReturnForward(n) => 4 + digits(n),
            Self::Column(n) => 3 + digits(n.saturating_add(1)),
            Self::Forward(n) | Self::Back(n) => 3 + digits(n),
            Self::Backspace(n) => usize::from(n),
        }
    }
}

impl Across {
    fn len(self) -> usize {
        match self {
            Self::Stay => 0,
            Self::Feed(n) => usize::from(n),
            Self::Down(n) | Self::Up(n) => 3 + digits(n),
        }
    }
}

fn along(from: Option<u16>, to: u16, columns: bool) -> Along {
    let mut best = if to == 0 {
        Along::Return
    } else {
        Along::ReturnForward(to)
    };
    let mut offer = |way: Along| {
        if way.len() < best.len() {
            best = way;
        }
    };
    if columns {
        offer(Along::Column(to));
    }
    match from {
        None => {}
        Some(from) if from == to => offer(Along::Stay),
        Some(from) if from < to => offer(Along::Forward(to - from)),
        Some(from) => {
            offer(Along::Backspace(from - to));
            offer(Along::Back(from - to));
        }
    }
    best
}

fn across(from: u16, to: u16) -> Across {
    if from == to {
        Across::Stay
    } else if from > to {
        Across::Up(from - to)
    } else if to - from <= 3 {
        Across::Feed(to - from)
    } else {
        Across::Down(to - from)
    }
}

fn address_len(x: u16, y: u16) -> usize {
    let column = if x == 0 { 0 } else { 1 + digits(x + 1) };
    3 + digits(y + 1) + column
}

/// The number of bytes [`travel`] would send.
pub(super) fn distance(from: Place, x: u16, y: u16, columns: bool) -> usize {
    let (row, column) = match from {
        Place::At(at, row) => (row, Some(at)),
        Place::Row(row) => (row, None),
        Place::Lost => return address_len(x, y),
    };
    let steps = along(column, x, columns).len() + across(row, y).len();
    steps.min(address_len(x, y))
}

/// Adds the shortest move to a cell; `columns` says that the terminal knows CHA (`ESC[nG`).
///
/// A line feed must keep the column, so output processing has to be off (raw mode).
pub(super) fn travel(from: Place, x: u16, y: u16, columns: bool, out: &mut Vec<u8>) {
    let (row, column) = match from {
        Place::At(at, row) => (row, Some(at)),
        Place::Row(row) => (row, None),
        Place::Lost => return address(x, y, out),
    };
    let (along, across) = (along(column, x, columns), across(row, y));
    if along.len() + across.len() > address_len(x, y) {
        return address(x, y, out);
    }
    match along {
        Along::Stay => {}
        Along::Return => out.push(b'\r'),
        Along::ReturnForward(n) => {
            out.push(b'\r');
            control(n, b'C', out);
        }
        Along::Column(n) => control(n + 1, b'G', out),
        Along::Forward(n) => control(n, b'C', out),
        Along::Backspace(n) => out.extend(std::iter::repeat_n(b'\x08', usize::from(n))),
        Along::Back(n) => control(n, b'D', out),
    }
    match across {
        Across::Stay => {}
        Across::Feed(n) => out.extend(std::iter::repeat_n(b'\n', usize::from(n))),
        Across::Down(n) => control(n, b'B', out),
        Across::Up(n) => control(n, b'A', out),
    }
}

/// Adds `ESC [ n letter`, leaving out a count of one.
pub(super) fn control(n: u16, letter: u8, out: &mut Vec<u8>) {
    out.extend_from_slice(b"\x1b[");
    if n > 1 {
        number(n, out);
    }
    out.push(letter);
}

fn number(n: u16, out: &mut Vec<u8>) {
    // Writing into a Vec cannot fail.
    let _written = write!(out, "{n}");
}

fn address(x: u16, y: u16, out: &mut Vec<u8>) {
    out.extend_from_slice(b"\x1b[");
    if y > 0 {
        number(y + 1, out);
    }
    if x > 0 {
        out.push(b';');
        number(x + 1, out);
    }
    out.push(b'H');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shortest_move_is_chosen_and_measured() {
        for (from, to, expected) in [
            (Place::At(5, 5), (5, 5), ""),
            (Place::At(5, 5), (0, 6), "\r\n"),
            (Place::At(5, 5), (4, 5), "\x08"),
            (Place::At(5, 5), (6, 5), "\x1b[C"),
            (Place::At(5, 5), (9, 5), "\x1b[4C"),
            (Place::At(5, 5), (5, 4), "\x1b[A"),
            (Place::At(60, 5), (3, 5), "\x1b[4G"),
            (Place::At(60, 5), (3, 20), "\x1b[21;4H"),
            (Place::Row(5), (0, 6), "\r\n"),
            (Place::Row(5), (12, 5), "\x1b[13G"),
            (Place::Lost, (0, 0), "\x1b[H"),
            (Place::Lost, (0, 9), "\x1b[10H"),
            (Place::Lost, (9, 0), "\x1b[;10H"),
        ] {
            let mut out = Vec::new();
            travel(from, to.0, to.1, true, &mut out);
            assert_eq!(
                String::from_utf8(out.clone()).unwrap(),
                expected,
                "{from:?}"
            );
            assert_eq!(
                distance(from, to.0, to.1, true),
                out.len(),
                "{from:?} {to:?}"
            );
        }
    }
}
