//! Decodes what a terminal sends: keys, pastes, mouse reports, and answers to queries.
//!
//! The one decoder of input bytes. A read may end anywhere in a sequence: an incomplete one is kept until its rest comes
//! in or [`InputDecoder::timeout`] runs out. An unknown sequence is skipped as a whole, so that no part of it is taken for
//! a key. Memory is bounded. Must not read a file, know the time or what keys mean.

pub(in crate::tui) mod keys;
mod mouse;
mod paste;
#[cfg(test)]
mod tests;

use crate::tui::events::Input;
use paste::{Paste, PasteTimeout};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::time::Duration;

/// How long the rest of a sequence may take after a lone escape; too short to be noticed after the Esc key.
const ESCAPE_TIMEOUT: Duration = Duration::from_millis(25);
/// How long the rest of anything else may take on a stalled line.
const STALL_TIMEOUT: Duration = Duration::from_secs(1);
/// How long to wait for more text once a paste without an end has timed out.
const LATE_PASTE_TIMEOUT: Duration = Duration::from_millis(250);
/// Bytes kept of a sequence; no known one is longer.
const LONGEST: usize = 64;
/// Bytes of an answer that are skipped before it is taken for something else.
const LONGEST_ANSWER: usize = 4096;

/// Decodes input bytes; keeps what has begun and not ended.
#[derive(Debug, Default)]
pub(in crate::tui) struct InputDecoder {
    state: State,
    /// The bytes of what has begun, without its introducer.
    held: Vec<u8>,
    /// A lone escape timed out and was reported as the Esc key, and nothing has come since.
    escape_reported: bool,
}

/// What has begun. A `bool` that comes first tells whether an escape preceded it (Alt).
#[derive(Debug, Default)]
enum State {
    #[default]
    Ground,
    /// ESC, or ESC ESC.
    Escape(bool),
    /// ESC and a letter that begins an answer or is a key with Alt.
    Answering(bool, u8),
    /// The text of an answer, up to BEL or ESC \: its length so far, and whether ESC came last.
    Answer(usize, bool),
    /// ESC [, with parameters in `held`.
    Sequence(bool),
    /// ESC [ [, the function keys of the Linux console.
    Console(bool),
    /// ESC O (SS3).
    Single(bool),
    /// A character of so many bytes.
    Character(bool, usize),
    /// ESC [ M, the mouse in its oldest form: three bytes follow.
    OldMouse,
    Paste(Paste),
}

impl InputDecoder {
    /// Decodes bytes into the inputs that they complete.
    pub(in crate::tui) fn decode(&mut self, bytes: &[u8]) -> Vec<Input> {
        let mut found = Vec::new();
        let mut rest = bytes;
        // What the line has cut after its escape; nobody types this after the Esc key.
        if !bytes.is_empty() && std::mem::take(&mut self.escape_reported) && is_cut_off(bytes) {
            self.state = State::Escape(false);
        }
        while let Some((byte, others)) = rest.split_first() {
            if let State::Paste(paste) = &mut self.state {
                let (used, text) = paste.take(rest);
                if let Some(text) = text {
                    found.extend(pasted(text));
                    self.state = State::Ground;
                }
                rest = rest.get(used..).unwrap_or_default();
            } else {
                self.step(*byte, &mut found);
                rest = others;
            }
        }
        found
    }

    /// Returns how long to wait for the rest of what has begun before [`InputDecoder::time_out`].
    pub(in crate::tui) fn timeout(&self) -> Option<Duration> {
        match &self.state {
            State::Ground => None,
            State::Escape(_) => Some(ESCAPE_TIMEOUT),
            State::Paste(paste) => paste.timeout(),
            _ => Some(STALL_TIMEOUT),
        }
    }

    /// Stops waiting: a lone escape was the Esc key, and a paste is reported as far as it came.
    pub(in crate::tui) fn time_out(&mut self) -> Vec<Input> {
        let mut found = Vec::new();
        match std::mem::take(&mut self.state) {
            State::Escape(alt) => {
                found.extend(alt.then(escape));
                found.push(escape());
                self.escape_reported = true;
            }
            State::Answering(alt, letter) => self.lettered(alt, letter, &mut found),
            State::Single(alt) => self.lettered(alt, b'O', &mut found),
            State::Paste(mut paste) => match paste.time_out() {
                PasteTimeout::Aborted => found.push(escape()),
                PasteTimeout::Part(text) => {
                    found.extend(pasted(text));
                    self.state = State::Paste(paste);
                }
                PasteTimeout::Nothing => self.state = State::Paste(paste),
            },
            _ => {}
        }
        self.held.clear();
        found
    }

    fn step(&mut self, byte: u8, found: &mut Vec<Input>) {
        match std::mem::take(&mut self.state) {
            // `decode` hands a paste its bytes in one piece.
            State::Ground | State::Paste(_) => self.begin(false, byte, found),
            State::Escape(alt) => self.after_escape(alt, byte, found),
            State::Answering(alt, letter) => {
                if answers(letter, byte) {
                    self.state = State::Answer(1, false);
                } else {
                    self.lettered(alt, letter, found);
                    self.step(byte, found);
                }
            }
            State::Answer(length, escaped) => self.swallow(length, escaped, byte, found),
            State::Sequence(alt) => self.sequence(alt, byte, found),
            State::Console(alt) => match byte {
                b'A'..=b'E' => found.push(key(
                    KeyCode::F(byte - b'A' + 1),
                    keys::held(alt, KeyModifiers::NONE),
                )),
                b' '..=b'~' => {}
                _ => self.step(byte, found),
            },
            State::Single(alt) => self.single(alt, byte, found),
            State::Character(alt, length) => self.character(alt, length, byte, found),
            State::OldMouse => {
                self.held.push(byte);
                if self.held.len() < 3 {
                    self.state = State::OldMouse;
                } else {
                    found.extend(mouse::old(&self.held).map(Input::Mouse));
                    self.held.clear();
                }
            }
        }
    }

    /// The first byte of something, after an escape with `alt`.
    fn begin(&mut self, alt: bool, byte: u8, found: &mut Vec<Input>) {
        let length = match byte {
            0x1b => {
                self.state = State::Escape(alt);
                return;
            }
            0xC2..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF4 => 4,
            // The rest of a character whose beginning was lost, or a byte of another character set.
            0x80.. => return,
            _ => {
                let (code, modifiers) = keys::ascii(byte);
                found.push(key(code, keys::held(alt, modifiers)));
                return;
            }
        };
        self.held.push(byte);
        self.state = State::Character(alt, length);
    }

    fn after_escape(&mut self, alt: bool, byte: u8, found: &mut Vec<Input>) {
        match byte {
            0x1b => {
                // Of three in a row the first is the key.
                found.extend(alt.then(escape));
                self.state = State::Escape(true);
            }
            b'[' => self.state = State::Sequence(alt),
            b'O' => self.state = State::Single(alt),
            b']' | b'P' | b'_' => self.state = State::Answering(alt, byte),
            _ => {
                found.extend(alt.then(escape));
                self.begin(true, byte, found);
            }
        }
    }

    /// A letter with Alt that might have begun something else; with `alt`, after the Esc key.
    fn lettered(&mut self, alt: bool, letter: u8, found: &mut Vec<Input>) {
        found.extend(alt.then(escape));
        self.begin(true, letter, found);
    }

    fn swallow(&mut self, length: usize, escaped: bool, byte: u8, found: &mut Vec<Input>) {
        match byte {
            0x07 => {}
            b'\\' if escaped => {}
            // What begins anew is no part of an answer.
            _ if escaped => self.after_escape(false, byte, found),
            0x1b => self.state = State::Answer(length, true),
            0x00..=0x1f => self.begin(false, byte, found),
            _ if length < LONGEST_ANSWER => self.state = State::Answer(length + 1, false),
            _ => {}
        }
    }

    fn sequence(&mut self, alt: bool, byte: u8, found: &mut Vec<Input>) {
        // rxvt ends a key with Shift in `$`, which stands in the middle of everything else.
        let shifted = byte == b'$'
            && matches!(self.held.len(), 1 | 2)
            && self.held.iter().all(u8::is_ascii_digit);
        match byte {
            b'[' if self.held.is_empty() => self.state = State::Console(alt),
            b'M' if self.held.is_empty() => self.state = State::OldMouse,
            b' '..=b'?' if !shifted => {
                if self.held.len() <= LONGEST {
                    self.held.push(byte);
                }
                self.state = State::Sequence(alt);
            }
            b'$' | b'@'..=b'~' => {
                let held = std::mem::take(&mut self.held);
                if byte == b'~' && held == b"200" {
                    self.state = State::Paste(Paste::default());
                } else if held.len() <= LONGEST {
                    let input = keys::sequence(&held, byte, alt);
                    // An answer never comes with Alt: the escape before it was the Esc key.
                    let answer = matches!(input, Some(Input::Answer { .. }));
                    found.extend((alt && answer).then(escape));
                    found.extend(input);
                }
                self.held = held;
                self.held.clear();
            }
            // What cannot be part of a sequence begins something new.
            _ => {
                self.held.clear();
                self.begin(false, byte, found);
            }
        }
    }

    fn single(&mut self, alt: bool, byte: u8, found: &mut Vec<Input>) {
        if byte.is_ascii_graphic() {
            let known = keys::single(byte);
            found.extend(known.map(|(code, held)| key(code, keys::held(alt, held))));
        } else {
            self.lettered(alt, b'O', found);
            self.step(byte, found);
        }
    }

    fn character(&mut self, alt: bool, length: usize, byte: u8, found: &mut Vec<Input>) {
        if !(0x80..0xC0).contains(&byte) {
            self.held.clear();
            self.begin(false, byte, found);
            return;
        }
        self.held.push(byte);
        if self.held.len() < length {
            self.state = State::Character(alt, length);
            return;
        }
        let text = std::str::from_utf8(&self.held).unwrap_or_default();
        if let Some(c) = text.chars().next().filter(|c| !c.is_control()) {
            let (code, modifiers) = keys::character(c);
            found.push(key(code, keys::held(alt, modifiers)));
        }
        self.held.clear();
    }
}

/// Whether a byte after `ESC letter` shows that an answer has begun and Alt was not held.
fn answers(letter: u8, byte: u8) -> bool {
    match letter {
        b']' => byte.is_ascii_digit(),
        b'P' => byte.is_ascii_digit() || matches!(byte, b'!' | b'$' | b'+' | b'>'),
        _ => byte == b'G',
    }
}

/// Whether bytes are the rest of a mouse report or an answer whose escape came before them.
fn is_cut_off(bytes: &[u8]) -> bool {
    let [letter, first, ..] = bytes else {
        return false;
    };
    if *letter != b'[' {
        return matches!(letter, b']' | b'P' | b'_') && answers(*letter, *first);
    }
    let rest = bytes.get(1..).unwrap_or_default();
    let of_numbers = |byte: &u8| byte.is_ascii_digit() || *byte == b';';
    let end = rest.iter().find(|byte| !of_numbers(byte));
    match (first, end) {
        (b'<' | b'>' | b'?', _) => true,
        // An answer in two numbers or more, whole or cut once more; `[1]` is typed.
        (b'0'..=b'9', None | Some(b'R' | b't' | b'c' | b'n')) => rest.contains(&b';'),
        _ => false,
    }
}

fn escape() -> Input {
    key(KeyCode::Esc, KeyModifiers::NONE)
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Input {
    Input::Key(KeyEvent::new(code, modifiers))
}

fn pasted(text: String) -> Option<Input> {
    (!text.is_empty()).then_some(Input::Paste(text))
}
