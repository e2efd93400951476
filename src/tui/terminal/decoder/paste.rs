//! A bracketed paste on its way in.
//!
//! Takes time linear in the input and keeps at most [`LONGEST`] bytes. Must not know what a paste is for.

use super::{LATE_PASTE_TIMEOUT, STALL_TIMEOUT};
use std::time::Duration;

const END: &[u8] = b"\x1b[201~";
/// Bytes kept of one paste: more than any field takes, so that one cut here is refused as too long and not taken in part.
pub(super) const LONGEST: usize = 2 << 20;

/// The text so far.
#[derive(Debug, Default)]
pub(super) struct Paste {
    /// The first [`LONGEST`] bytes, then, where there were more, the last few, in which the end may begin.
    bytes: Vec<u8>,
    wait: PasteWait,
}

/// Whether the end of the paste is still waited for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum PasteWait {
    #[default]
    Receiving,
    /// The wait has timed out, and nothing has come since.
    TimedOut,
    /// Something came after the timeout; the end may never come.
    Late,
}

/// What a paste yields when the wait for its end times out.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum PasteTimeout {
    Part(String),
    Nothing,
    /// Esc was pressed alone after an earlier timeout, which ends the paste.
    Aborted,
}

impl Paste {
    /// Takes bytes up to the end of the paste; returns how many were used, and the text once it has ended.
    pub(super) fn take(&mut self, bytes: &[u8]) -> (usize, Option<String>) {
        if self.wait == PasteWait::TimedOut {
            self.wait = PasteWait::Late;
        }
        let before = self.bytes.len();
        let tail = before.saturating_sub(END.len() - 1);
        self.bytes.extend_from_slice(bytes);
        let end = find(self.bytes.get(tail..).unwrap_or_default(), END).map(|at| tail + at);
        if let Some(end) = end {
            self.bytes.truncate(end);
            let used = (end + END.len()).saturating_sub(before);
            return (used, Some(text(&self.bytes)));
        }
        let tail = self.bytes.len().saturating_sub(END.len() - 1);
        if tail > LONGEST {
            self.bytes.drain(LONGEST..tail);
        }
        (bytes.len(), None)
    }

    /// Returns how long to wait for more; nothing where there is no text to report.
    pub(super) fn timeout(&self) -> Option<Duration> {
        match self.wait {
            _ if self.bytes.is_empty() => None,
            PasteWait::Receiving => Some(STALL_TIMEOUT),
            PasteWait::TimedOut => None,
            PasteWait::Late => Some(LATE_PASTE_TIMEOUT),
        }
    }

    /// Returns the text so far, without what may be half a character or half the end marker.
    ///
    /// Later bytes are still text and never keys: the line has only stalled, or the terminal has lost the end marker.
    pub(super) fn time_out(&mut self) -> PasteTimeout {
        let late = std::mem::replace(&mut self.wait, PasteWait::TimedOut) == PasteWait::Late;
        if late && self.bytes.iter().all(|byte| *byte == 0x1b) {
            return PasteTimeout::Aborted;
        }
        let whole = self.bytes.len() - unfinished(&self.bytes);
        if whole == 0 {
            return PasteTimeout::Nothing;
        }
        let rest = self.bytes.split_off(whole);
        let text = text(&self.bytes);
        self.bytes = rest;
        PasteTimeout::Part(text)
    }

    #[cfg(test)]
    pub(super) fn kept(&self) -> usize {
        self.bytes.len()
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|found| found == what)
}

/// The length of the part at the end that is not complete: of [`END`] or of a character.
fn unfinished(bytes: &[u8]) -> usize {
    let end = (1..END.len())
        .rev()
        .find(|n| END.get(..*n).is_some_and(|start| bytes.ends_with(start)));
    if let Some(length) = end {
        return length;
    }
    let half = bytes.utf8_chunks().last().map_or(0, |chunk| {
        let invalid = chunk.invalid().len();
        let begins = matches!(chunk.invalid().first(), Some(0xC2..=0xF4));
        if begins { invalid } else { 0 }
    });
    half.min(3)
}

/// The text of at most [`LONGEST`] bytes, never ending in half a character that was cut here.
fn text(bytes: &[u8]) -> String {
    let Some(kept) = bytes.get(..LONGEST).filter(|_| bytes.len() > LONGEST) else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let whole = kept.len() - unfinished(kept);
    String::from_utf8_lossy(kept.get(..whole).unwrap_or_default()).into_owned()
}
