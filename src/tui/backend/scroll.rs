//! Scrolling: rows that moved up or down since the last frame.
//!
//! Detected by comparing two grids. Only whole rows scroll, so that no wide glyph is cut at an edge. Must not know what
//! rows mean.

use super::grid::Grid;
use std::io::Write;

/// A region whose rows move up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scroll {
    top: u16,
    /// The last row, inclusive.
    bottom: u16,
    by: u16,
    up: bool,
}

impl Scroll {
    /// The scrolls that bring most rows to where they are wanted, with and without the rows at the edge of the region,
    /// where a bar may stand; `None` among them is to scroll nothing. `rows` are those that differ.
    pub(super) fn candidates(shown: &Grid, wanted: &Grid, rows: &[u16]) -> Vec<Option<Self>> {
        let height = wanted.size().height;
        let before: Vec<u64> = (0..height).map(|y| shown.fingerprint(y)).collect();
        let mut after = before.clone();
        for y in rows {
            if let Some(after) = after.get_mut(usize::from(*y)) {
                *after = wanted.fingerprint(*y);
            }
        }
        let mut best = (1, None);
        for by in 1..height {
            for up in [true, false] {
                longest_run(&before, &after, by, up, &mut best);
            }
        }
        let Some(found) = best.1 else {
            return vec![None];
        };
        let grown = [(0, 0), (0, 1), (1, 0), (1, 1), (0, 2), (2, 0)];
        let grown = grown.into_iter().filter_map(|(above, below)| {
            Some(Self {
                top: found.top.checked_sub(above)?,
                bottom: Some(found.bottom + below).filter(|row| *row < height)?,
                ..found
            })
        });
        let ways: Vec<(usize, Option<Self>)> = grown
            .map(|scroll| (scroll.unlike(&before, &after), Some(scroll)))
            .chain([(rows.len(), None)])
            .collect();
        let least = ways.iter().map(|(unlike, _)| *unlike).min().unwrap_or(0);
        let near = ways.into_iter().filter(|(unlike, _)| *unlike <= least + 1);
        near.map(|(_, scroll)| scroll).collect()
    }

    fn unlike(self, before: &[u64], after: &[u64]) -> usize {
        let rows = (0..).zip(after);
        rows.filter(|(y, after)| {
            let source = self.source(*y).and_then(|y| before.get(usize::from(y)));
            source != Some(after)
        })
        .count()
    }

    /// The row whose content a row has after the scroll; `None` for an empty one.
    pub(super) fn source(self, y: u16) -> Option<u16> {
        if y < self.top || y > self.bottom {
            return Some(y);
        }
        let source = if self.up {
            y.checked_add(self.by)
        } else {
            y.checked_sub(self.by)
        };
        source.filter(|source| (self.top..=self.bottom).contains(source))
    }

    /// Adds the bytes; afterwards the cursor position is unknown and the region is the whole screen.
    pub(super) fn send(self, out: &mut Vec<u8>) {
        let edge = if self.up { self.bottom } else { self.top };
        // Writing into a Vec cannot fail.
        let _written = write!(
            out,
            "\x1b[{};{}r\x1b[{}H",
            self.top + 1,
            self.bottom + 1,
            edge + 1
        );
        let step: &[u8] = if self.up { b"\n" } else { b"\x1bM" };
        for _ in 0..self.by {
            out.extend_from_slice(step);
        }
        out.extend_from_slice(b"\x1b[r");
    }
}

/// Finds the run of rows that gains most by one scroll.
fn longest_run(
    before: &[u64],
    after: &[u64],
    by: u16,
    up: bool,
    best: &mut (usize, Option<Scroll>),
) {
    let distance = usize::from(by);
    let mut start = None;
    let mut gain = 0;
    for y in 0..=after.len() {
        let source = if up {
            y.checked_add(distance)
        } else {
            y.checked_sub(distance)
        };
        let was = source.and_then(|source| before.get(source));
        let is = after.get(y);
        if was.is_some() && was == is {
            let first = *start.get_or_insert(y);
            gain += usize::from(before.get(y) != is);
            let (top, bottom) = if up {
                (first, y + distance)
            } else {
                (first - distance, y)
            };
            if gain > best.0
                && let (Ok(top), Ok(bottom)) = (u16::try_from(top), u16::try_from(bottom))
            {
                *best = (
                    gain,
                    Some(Scroll {
                        top,
                        bottom,
                        by,
                        up,
                    }),
                );
            }
        } else {
            start = None;
            gain = 0;
        }
    }
}
