//! A small reader of key sequences: for bytes that came while the terminal was asked, and for sequences cut in two.
//!
//! Knows the plain keys only, since crossterm reads the rest. Must not read or write anything itself.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use crate::tui::events::Input;

/// One thing found in the bytes.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::tui) enum Piece {
    /// An answer: the column of the cursor, from 1.
    Column(u16),
    /// A key.
    Input(Input),
}

/// Bytes not yet understood.
#[derive(Debug, Default)]
pub(in crate::tui) struct Typed {
    bytes: Vec<u8>,
}

/// What the bytes begin with.
enum Start {
    Piece(Piece, usize),
    Unknown(usize),
    Cut,
}

impl Typed {
    /// Takes bytes in and says what they complete.
    pub(in crate::tui) fn feed(&mut self, bytes: &[u8]) -> Vec<Piece> {
        self.bytes.extend_from_slice(bytes);
        let mut pieces = Vec::new();
        let mut used = 0;
        while let Some(rest) = self.bytes.get(used..).filter(|rest| !rest.is_empty()) {
            match start(rest) {
                Start::Piece(piece, length) => {
                    pieces.push(piece);
                    used += length;
                }
                Start::Unknown(length) => used += length,
                Start::Cut => break,
            }
        }
        self.bytes.drain(..used);
        pieces
    }

    /// Whether a sequence has begun and not ended.
    pub(in crate::tui) fn is_cut(&self) -> bool {
        !self.bytes.is_empty()
    }

    /// Gives up waiting: an ESC that stands alone was the key.
    pub(super) fn end(&mut self) -> Option<Input> {
        let bytes = std::mem::take(&mut self.bytes);
        (bytes == [0x1b]).then(|| plain(KeyCode::Esc))
    }
}

fn plain(code: KeyCode) -> Input {
    Input::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

fn start(bytes: &[u8]) -> Start {
    let key = |code, length| Start::Piece(Piece::Input(plain(code)), length);
    match bytes {
        [0x1b] | [0x1b, b'[' | b'O'] => Start::Cut,
        [0x1b, b'O', letter, ..] => {
            letter_key(*letter).map_or(Start::Unknown(3), |code| key(code, 3))
        }
        [0x1b, b'[', rest @ ..] => sequence(rest),
        [0x1b, ..] => key(KeyCode::Esc, 1),
        [b'\r' | b'\n', ..] => key(KeyCode::Enter, 1),
        [b'\t', ..] => key(KeyCode::Tab, 1),
        [0x7f | 0x08, ..] => key(KeyCode::Backspace, 1),
        [letter @ 1..=26, ..] => {
            let letter = char::from(letter - 1 + b'a');
            let event = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
            Start::Piece(Piece::Input(Input::Key(event)), 1)
        }
        [0..=31, ..] => Start::Unknown(1),
        _ => character(bytes),
    }
}

fn character(bytes: &[u8]) -> Start {
    let length = match bytes.first() {
        Some(0xC2..=0xDF) => 2,
        Some(0xE0..=0xEF) => 3,
        Some(0xF0..=0xF4) => 4,
        _ => 1,
    };
    let Some(bytes) = bytes.get(..length) else {
        return Start::Cut;
    };
    match std::str::from_utf8(bytes)
        .ok()
        .and_then(|text| text.chars().next())
    {
        Some(c) => {
            let shift = if c.is_uppercase() {
                KeyModifiers::SHIFT
            } else {
                KeyModifiers::NONE
            };
            let event = KeyEvent::new(KeyCode::Char(c), shift);
            Start::Piece(Piece::Input(Input::Key(event)), length)
        }
        None => Start::Unknown(1),
    }
}

/// What follows `ESC [`: parameters and a final letter.
fn sequence(rest: &[u8]) -> Start {
    let Some(end) = rest.iter().position(|byte| matches!(byte, b'@'..=b'~')) else {
        return Start::Cut;
    };
    let length = end + 3;
    let parameters = rest
        .get(..end)
        .and_then(|bytes| std::str::from_utf8(bytes).ok())
        .unwrap_or_default();
    let piece = match rest.get(end) {
        Some(b'R') => parameters
            .rsplit(';')
            .next()
            .and_then(|column| column.parse().ok())
            .map(Piece::Column),
        Some(b'~') => numbered_key(parameters).map(|code| Piece::Input(plain(code))),
        Some(letter) if parameters.is_empty() => {
            letter_key(*letter).map(|code| Piece::Input(plain(code)))
        }
        _ => None,
    };
    piece.map_or(Start::Unknown(length), |piece| Start::Piece(piece, length))
}

fn letter_key(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'H' => KeyCode::Home,
        b'F' => KeyCode::End,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        _ => return None,
    })
}

fn numbered_key(number: &str) -> Option<KeyCode> {
    Some(match number.parse().ok()? {
        1 | 7 => KeyCode::Home,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        n @ 11..=15 => KeyCode::F(n - 10),
        n @ 17..=21 => KeyCode::F(n - 11),
        n @ 23..=24 => KeyCode::F(n - 12),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_and_answers_told_apart() {
        let mut typed = Typed::default();
        let keys = |pieces: Vec<Piece>| -> Vec<KeyCode> {
            pieces
                .into_iter()
                .filter_map(|piece| match piece {
                    Piece::Input(Input::Key(key)) => Some(key.code),
                    _ => None,
                })
                .collect()
        };
        for (bytes, expected) in [
            (
                "jㅓ\r".as_bytes(),
                vec![KeyCode::Char('j'), KeyCode::Char('ㅓ'), KeyCode::Enter],
            ),
            (
                b"\x1b[A\x1bOQ\x1b[15~",
                vec![KeyCode::Up, KeyCode::F(2), KeyCode::F(5)],
            ),
            (b"\x1b[1;5A\xffz", vec![KeyCode::Char('z')]),
            (b"\x1b[12;40R", vec![]),
        ] {
            assert_eq!(keys(typed.feed(bytes)), expected, "{bytes:?}");
            assert!(!typed.is_cut());
        }
    }

    #[test]
    fn an_answer_cut_in_two_is_put_together_and_a_lone_escape_is_a_key() {
        let mut typed = Typed::default();
        assert_eq!(typed.feed(b"\x1b[1;"), []);
        assert!(typed.is_cut());
        assert_eq!(typed.feed(b"3R\x1b"), [Piece::Column(3)]);
        assert_eq!(typed.end(), Some(plain(KeyCode::Esc)));
        assert_eq!(typed.end(), None);
    }
}
