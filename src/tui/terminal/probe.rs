//! The query at the start: does the terminal read UTF-8, and does it draw box lines two cells wide?
//!
//! Two characters are printed before the screen is cleared, each followed by a query for the cursor position. A terminal
//! that does not answer gets the defaults.

use std::fs::File;
use std::io::{self, Read};
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

use super::decoder::InputDecoder;
use super::kind::TerminalKind;
use crate::tui::events::{Input, poll_all};

/// `갠` tells UTF-8 (two cells) from an eight-bit set (three); `가` would be two cells in Latin-1 as well.
const QUERY: &str = "\r갠\x1b[6n\r─\x1b[6n";

/// Device status report: asks for the cursor position.
pub(super) const CURSOR_QUERY: &[u8] = b"\x1b[6n";

/// How much longer to wait for the rest of an answer that was cut in two.
const GRACE: Duration = Duration::from_millis(20);

/// What the terminal answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProbeAnswer {
    /// Whether it reads UTF-8; `None` without an answer.
    pub utf8: Option<bool>,
    /// Whether box lines and other ambiguous characters take two cells, as the user says or the terminal answered.
    pub ambiguous_wide: Option<bool>,
}

/// The query and the answers so far.
#[derive(Debug)]
pub(super) struct Probe {
    asks: bool,
    /// What the user has configured for characters of ambiguous width.
    configured_wide: Option<bool>,
    /// Columns answered, from 1.
    columns: Vec<u16>,
    decoder: InputDecoder,
    /// Other input that came in meanwhile.
    early: Vec<Input>,
}

impl Probe {
    pub(super) fn new(kind: TerminalKind) -> Self {
        Self {
            asks: kind.answers,
            configured_wide: kind.ambiguous_wide,
            columns: Vec::new(),
            decoder: InputDecoder::default(),
            early: Vec::new(),
        }
    }

    /// True while part of the answer is outstanding.
    pub(super) fn awaits(&self) -> bool {
        self.asks && self.columns.len() < 2
    }

    /// Takes a late answer; true where it belongs to this query.
    pub(super) fn answered(&mut self, column: u16) -> bool {
        let awaited = self.awaits();
        if awaited {
            self.columns.push(column);
        }
        awaited
    }

    pub(super) fn has_answered(&self) -> bool {
        !self.columns.is_empty()
    }

    /// Returns the bytes to send; empty for a terminal that must not be queried.
    pub(super) fn query(&self) -> &'static str {
        if self.asks { QUERY } else { "" }
    }

    pub(super) fn answer(&self) -> ProbeAnswer {
        let utf8 = match self.columns.first() {
            Some(3) => Some(true),
            Some(4) => Some(false),
            _ => None,
        };
        let ambiguous_wide = match self.columns.get(1) {
            Some(2) => Some(false),
            Some(3) if utf8 == Some(true) => Some(true),
            _ => None,
        };
        ProbeAnswer {
            utf8,
            ambiguous_wide: self.configured_wide.or(ambiguous_wide),
        }
    }

    /// Reads answers, waiting at most `patience`; other input is kept for [`Probe::take_early`].
    pub(super) fn collect(&mut self, patience: Duration) {
        let mut until = Instant::now() + patience;
        let mut extended = false;
        while self.awaits() {
            let left = until.saturating_duration_since(Instant::now());
            match read_within(left) {
                Ok(bytes) if !bytes.is_empty() => self.take(&bytes),
                Ok(_) if self.decoder.timeout().is_some() && !extended => {
                    until = Instant::now() + GRACE;
                    extended = true;
                }
                // Out of time, or a dead line, which [`super::shutdown`] watches.
                _ => break,
            }
        }
    }

    /// Takes the input read so far, and the decoder with what has begun and not ended.
    pub(super) fn take_early(&mut self) -> (Vec<Input>, InputDecoder) {
        (
            std::mem::take(&mut self.early),
            std::mem::take(&mut self.decoder),
        )
    }

    fn take(&mut self, bytes: &[u8]) {
        for input in self.decoder.decode(bytes) {
            match input {
                Input::Answer { column, .. } => self.columns.push(column),
                Input::Key(_) | Input::Paste(_) | Input::Mouse(_) | Input::Resize(..) => {
                    self.early.push(input);
                }
            }
        }
    }
}

/// Reads what comes in within a time; empty when the time is up.
fn read_within(left: Duration) -> io::Result<Vec<u8>> {
    let stdin = io::stdin();
    let [ready] = poll_all([stdin.as_fd()], Some(left))?;
    if ready.is_empty() {
        return Ok(Vec::new());
    }
    // Not through `Stdin`, whose buffer the next reader would not see.
    let mut line = File::from(stdin.as_fd().try_clone_to_owned()?);
    let mut bytes = vec![0; 1024];
    let count = line.read(&mut bytes)?;
    bytes.truncate(count);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::terminal::Switches;

    fn answered(bytes: &[u8]) -> (ProbeAnswer, usize) {
        let kind =
            TerminalKind::from_environment(|_| Some("xterm".to_owned()), Switches::default());
        let mut probe = Probe::new(kind);
        probe.take(bytes);
        (probe.answer(), probe.take_early().0.len())
    }

    #[test]
    fn the_columns_tell_the_character_set_and_the_width_of_box_lines() {
        for (bytes, utf8, ambiguous_wide, typed) in [
            (&b"\x1b[1;3R\x1b[1;2R"[..], Some(true), Some(false), 0),
            (b"\x1b[1;3R\x1b[1;3R", Some(true), Some(true), 0),
            (b"\x1b[1;4R\x1b[1;4R", Some(false), None, 0),
            (b"q\x1b[1;3Rj\x1b[1;2R", Some(true), Some(false), 2),
            (b"\x1b[1;3R", Some(true), None, 0),
            (b"", None, None, 0),
        ] {
            let expected = ProbeAnswer {
                utf8,
                ambiguous_wide,
            };
            assert_eq!(answered(bytes), (expected, typed), "{bytes:?}");
        }
    }
}
