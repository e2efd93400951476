//! What a terminal sends, read byte by byte: keys, pastes, the mouse, and answers to questions.
//!
//! The one reader of input bytes. A line may cut a sequence anywhere: what has begun is kept until its rest comes in or
//! [`InputDecoder::patience`] runs out. What is not understood is skipped as a whole, so that no part of it is taken for a
//! key. Uses bounded memory whatever comes. Must not read a line or know the time itself, nor what keys mean.

pub(in crate::tui) mod keys;
mod mouse;
mod paste;
#[cfg(test)]
mod tests;

use std::time::Duration;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::tui::events::Input;

use paste::{GivenUp, Paste};

/// How long the rest of a sequence may take whose escape came alone; too short to be felt after the Esc key.
const REST: Duration = Duration::from_millis(25);
/// How long the rest of anything else may take on a line that has stalled.
const STALL: Duration = Duration::from_secs(1);
/// How long a text may take that is typed where a paste did not end.
const STALLED_REST: Duration = Duration::from_millis(250);
/// Bytes of a sequence that are looked at; a longer one is none that we know.
const LONGEST: usize = 64;
/// Bytes of an answer that are swallowed before it is given up.
const LONGEST_ANSWER: usize = 4096;

/// One thing found in the bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// An answer: row and column of the cursor, from 1.
    Cursor(u16, u16),
    /// A key, a paste or the mouse.
    Input(Input),
}

/// The reader, with what has begun and not ended.
#[derive(Debug, Default)]
pub(in crate::tui) struct InputDecoder {
    state: State,
    /// The bytes of what has begun, without what introduced it.
    held: Vec<u8>,
    /// An escape that stood alone was given up as the Esc key, and nothing has come since.
    given: bool,
}

/// What has begun. `alt` stands for an escape before it.
#[derive(Debug, Default)]
enum State {
    #[default]
    Ground,
    /// ESC, or ESC ESC.
    Escape { alt: bool },
    /// ESC and a letter that begins an answer or is a key with Alt.
    Answering { alt: bool, letter: u8 },
    /// The text of an answer, up to BEL or ESC \; so many bytes of it.
    Answer { length: usize, escaped: bool },
    /// ESC [, with parameters in `held`.
    Sequence { alt: bool },
    /// ESC [ [, the function keys of the Linux console.
    Console { alt: bool },
    /// ESC O.
    Single { alt: bool },
    /// A character of so many bytes.
    Character { alt: bool, length: usize },
    /// ESC [ M, the mouse in its oldest form: three bytes follow.
    OldMouse,
    /// Inside a paste.
    Paste(Paste),
}

impl InputDecoder {
    /// Takes bytes in and says what they complete.
    pub(super) fn feed(&mut self, bytes: &[u8]) -> Vec<Piece> {
        let mut found = Vec::new();
        let mut rest = bytes;
        // Nobody types that behind the Esc key: a report of the mouse was cut by the line.
        if !bytes.is_empty() && std::mem::take(&mut self.given) && bytes.starts_with(b"[<") {
            self.state = State::Sequence { alt: false };
            rest = bytes.get(1..).unwrap_or_default();
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

    /// Takes bytes in and says what keys, pastes and mouse events they complete; what the terminal answers is among them.
    pub(in crate::tui) fn inputs(&mut self, bytes: &[u8]) -> Vec<Input> {
        self.feed(bytes).into_iter().map(input).collect()
    }

    /// How long to wait for the rest of what has begun before [`InputDecoder::give_up`]; nothing where nothing waits for a rest.
    pub(in crate::tui) fn patience(&self) -> Option<Duration> {
        match &self.state {
            State::Ground => None,
            State::Escape { .. } => Some(REST),
            State::Paste(paste) => paste.patience(),
            _ => Some(STALL),
        }
    }

    /// Gives up waiting: an escape that stands alone was the Esc key, and a paste is handed over as far as it came.
    pub(in crate::tui) fn give_up(&mut self) -> Vec<Input> {
        let mut found = Vec::new();
        match std::mem::take(&mut self.state) {
            State::Escape { alt } => {
                found.extend(alt.then(escape));
                found.push(escape());
                self.given = true;
            }
            State::Answering { alt, letter } => self.lettered(alt, letter, &mut found),
            State::Single { alt } => self.lettered(alt, b'O', &mut found),
            State::Paste(mut paste) => match paste.give_up() {
                GivenUp::Left => found.push(escape()),
                GivenUp::Part(text) => {
                    found.extend(pasted(text));
                    self.state = State::Paste(paste);
                }
                GivenUp::Nothing => self.state = State::Paste(paste),
            },
            _ => {}
        }
        self.held.clear();
        found.into_iter().map(input).collect()
    }

    fn step(&mut self, byte: u8, found: &mut Vec<Piece>) {
        match std::mem::take(&mut self.state) {
            // `feed` hands a paste its bytes in one piece.
            State::Ground | State::Paste(_) => self.begin(false, byte, found),
            State::Escape { alt } => self.after_escape(alt, byte, found),
            State::Answering { alt, letter } => {
                if answers(letter, byte) {
                    self.state = State::Answer {
                        length: 1,
                        escaped: false,
                    };
                } else {
                    self.lettered(alt, letter, found);
                    self.step(byte, found);
                }
            }
            State::Answer { length, escaped } => self.swallow(length, escaped, byte, found),
            State::Sequence { alt } => self.sequence(alt, byte, found),
            State::Console { alt } => match byte {
                b'A'..=b'E' => found.push(key(
                    KeyCode::F(byte - b'A' + 1),
                    keys::held(alt, KeyModifiers::NONE),
                )),
                b' '..=b'~' => {}
                _ => self.step(byte, found),
            },
            State::Single { alt } => self.single(alt, byte, found),
            State::Character { alt, length } => self.character(alt, length, byte, found),
            State::OldMouse => {
                self.held.push(byte);
                if self.held.len() < 3 {
                    self.state = State::OldMouse;
                } else {
                    found.extend(mouse::old(&self.held).map(Input::Mouse).map(Piece::Input));
                    self.held.clear();
                }
            }
        }
    }

    /// The first byte of something, after an escape with `alt`.
    fn begin(&mut self, alt: bool, byte: u8, found: &mut Vec<Piece>) {
        let length = match byte {
            0x1b => {
                self.state = State::Escape { alt };
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
        self.state = State::Character { alt, length };
    }

    fn after_escape(&mut self, alt: bool, byte: u8, found: &mut Vec<Piece>) {
        match byte {
            0x1b => {
                // Of three in a row the first is the key.
                found.extend(alt.then(escape));
                self.state = State::Escape { alt: true };
            }
            b'[' => self.state = State::Sequence { alt },
            b'O' => self.state = State::Single { alt },
            b']' | b'P' | b'_' => self.state = State::Answering { alt, letter: byte },
            _ => {
                found.extend(alt.then(escape));
                self.begin(true, byte, found);
            }
        }
    }

    /// A letter with Alt that might have begun something else; with `alt`, after the Esc key.
    fn lettered(&mut self, alt: bool, letter: u8, found: &mut Vec<Piece>) {
        found.extend(alt.then(escape));
        self.begin(true, letter, found);
    }

    fn swallow(&mut self, length: usize, escaped: bool, byte: u8, found: &mut Vec<Piece>) {
        match byte {
            0x07 => {}
            b'\\' if escaped => {}
            // What begins anew is no part of an answer.
            _ if escaped => self.after_escape(false, byte, found),
            0x1b => {
                self.state = State::Answer {
                    length,
                    escaped: true,
                };
            }
            0x00..=0x1f => self.begin(false, byte, found),
            _ if length < LONGEST_ANSWER => {
                self.state = State::Answer {
                    length: length + 1,
                    escaped: false,
                };
            }
            _ => {}
        }
    }

    fn sequence(&mut self, alt: bool, byte: u8, found: &mut Vec<Piece>) {
        // rxvt ends a key with Shift in `$`, which stands in the middle of everything else.
        let shifted = byte == b'$'
            && matches!(self.held.len(), 1 | 2)
            && self.held.iter().all(u8::is_ascii_digit);
        match byte {
            b'[' if self.held.is_empty() => self.state = State::Console { alt },
            b'M' if self.held.is_empty() => self.state = State::OldMouse,
            b' '..=b'?' if !shifted => {
                if self.held.len() <= LONGEST {
                    self.held.push(byte);
                }
                self.state = State::Sequence { alt };
            }
            b'$' | b'@'..=b'~' => {
                let held = std::mem::take(&mut self.held);
                if byte == b'~' && held == b"200" {
                    self.state = State::Paste(Paste::default());
                } else if held.len() <= LONGEST {
                    let piece = keys::sequence(&held, byte, alt);
                    // No key has Alt with an answer: the escape before it was the Esc key.
                    let answer = matches!(piece, Some(Piece::Cursor(..)));
                    found.extend((alt && answer).then(escape));
                    found.extend(piece);
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

    fn single(&mut self, alt: bool, byte: u8, found: &mut Vec<Piece>) {
        if byte.is_ascii_graphic() {
            let known = keys::single(byte);
            found.extend(known.map(|(code, held)| key(code, keys::held(alt, held))));
        } else {
            self.lettered(alt, b'O', found);
            self.step(byte, found);
        }
    }

    fn character(&mut self, alt: bool, length: usize, byte: u8, found: &mut Vec<Piece>) {
        if !(0x80..0xC0).contains(&byte) {
            self.held.clear();
            self.begin(false, byte, found);
            return;
        }
        self.held.push(byte);
        if self.held.len() < length {
            self.state = State::Character { alt, length };
            return;
        }
        let c = std::str::from_utf8(&self.held)
            .ok()
            .and_then(|text| text.chars().next());
        if let Some(c) = c.filter(|c| !c.is_control()) {
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

fn input(piece: Piece) -> Input {
    match piece {
        Piece::Input(input) => input,
        Piece::Cursor(row, column) => Input::Answer { row, column },
    }
}

fn plain(code: KeyCode) -> Input {
    Input::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

fn escape() -> Piece {
    Piece::Input(plain(KeyCode::Esc))
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Piece {
    Piece::Input(Input::Key(KeyEvent::new(code, modifiers)))
}

fn pasted(text: String) -> Option<Piece> {
    (!text.is_empty()).then_some(Piece::Input(Input::Paste(text)))
}
