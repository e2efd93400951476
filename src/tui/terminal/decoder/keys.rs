//! Which key a byte, a character or a sequence stands for: the table of the terminals.
//!
//! | sent | by |
//! |---|---|
//! | `ESC [ A`, `ESC O A`, `ESC [ 1 ; 5 A` | xterm and most others; the number is 1 + Shift 1, Alt 2, Ctrl 4 |
//! | `ESC [ 3 ~`, `ESC [ 3 ; 2 ~` | VT220, xterm, Linux, PuTTY |
//! | `ESC [ 3 $`, `^`, `@`, `ESC [ a`, `ESC O a` | rxvt, with Shift, Ctrl, both |
//! | `ESC O P` to `ESC O [` | function keys of VT100 and PuTTY's VT100+ |
//! | `ESC O j` to `ESC O y` | a VT100 keypad in its application mode |
//! | `ESC [ 97 ; 5 u`, `ESC [ 27 ; 5 ; 97 ~` | any key with modifiers, where a user has set their terminal so |

use super::{key, mouse};
use crate::tui::events::Input;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The modifiers, with Alt where `alt` is set.
pub(super) fn held(alt: bool, mut modifiers: KeyModifiers) -> KeyModifiers {
    modifiers.set(
        KeyModifiers::ALT,
        alt || modifiers.contains(KeyModifiers::ALT),
    );
    modifiers
}

/// The key of a character; a capital was typed with Shift.
pub(super) fn character(c: char) -> (KeyCode, KeyModifiers) {
    let mut modifiers = KeyModifiers::NONE;
    modifiers.set(KeyModifiers::SHIFT, c.is_uppercase());
    (KeyCode::Char(c), modifiers)
}

/// The key of a byte below 128 that is no escape.
pub(super) fn ascii(byte: u8) -> (KeyCode, KeyModifiers) {
    let control = |c: u8| (KeyCode::Char(char::from(c)), KeyModifiers::CONTROL);
    let plain = |code| (code, KeyModifiers::NONE);
    match byte {
        b'\r' | b'\n' => plain(KeyCode::Enter),
        b'\t' => plain(KeyCode::Tab),
        0x08 | 0x7f => plain(KeyCode::Backspace),
        0 => control(b' '),
        1..=26 => control(byte - 1 + b'a'),
        // Ctrl with 4 to 7, or with \ ] ^ and /.
        0x1b..=0x1f => control(byte - 0x1c + b'4'),
        _ => character(char::from(byte)),
    }
}

/// What `ESC [ parameters end` stands for.
pub(super) fn sequence(parameters: &[u8], end: u8, alt: bool) -> Option<Input> {
    if let Some(parameters) = parameters.strip_prefix(b"<") {
        let event = matches!(end, b'M' | b'm')
            .then(|| mouse::sgr(&numbers(parameters)?, end == b'm'))
            .flatten()?;
        return Some(Input::Mouse(event));
    }
    let numbers = numbers(parameters)?;
    if end == b'M' {
        return mouse::rxvt(&numbers).map(Input::Mouse);
    }
    if let (b'R', &[row, column]) = (end, numbers.as_slice()) {
        // xterm sends the same for F3 with modifiers: without a query it is that key ([`f3`]).
        let (row, column) = (u16::try_from(row).ok()?, u16::try_from(column).ok()?);
        return Some(Input::Answer { row, column });
    }
    let (code, modifiers) = match (end, numbers.as_slice()) {
        (b'u', &[c]) => coded(c, 1)?,
        (b'~', &[27, modifiers, c]) | (b'u', &[c, modifiers]) => coded(c, modifiers)?,
        (b'~', &[number]) => (numbered(number)?, KeyModifiers::NONE),
        (b'~', &[number, modifiers]) => (numbered(number)?, with(modifiers)),
        (b'$', &[number]) => (numbered(number)?, KeyModifiers::SHIFT),
        (b'^', &[number]) => (numbered(number)?, KeyModifiers::CONTROL),
        (b'@', &[number]) => (
            numbered(number)?,
            KeyModifiers::CONTROL.union(KeyModifiers::SHIFT),
        ),
        (b'Z', _) => (KeyCode::BackTab, KeyModifiers::SHIFT),
        (b'a'..=b'd', []) => (lettered(end.to_ascii_uppercase())?, KeyModifiers::SHIFT),
        (_, []) => (lettered(end)?, KeyModifiers::NONE),
        (_, &[modifiers] | &[1, modifiers]) => (lettered(end)?, with(modifiers)),
        _ => return None,
    };
    Some(key(code, held(alt, modifiers)))
}

/// Reads an answer without a query as F3 with modifiers, which xterm sends in the same form.
pub(in crate::tui) fn f3(row: u16, column: u16) -> Option<KeyEvent> {
    let modifiers = with(u32::from(column));
    let held = row == 1 && (2..=16).contains(&column);
    held.then(|| KeyEvent::new(KeyCode::F(3), modifiers))
}

/// What `ESC O letter` stands for.
pub(super) fn single(letter: u8) -> Option<(KeyCode, KeyModifiers)> {
    let code = match letter {
        b'a'..=b'd' => {
            return lettered(letter.to_ascii_uppercase()).map(|code| (code, KeyModifiers::CONTROL));
        }
        b'P'..=b'[' => KeyCode::F(letter - b'P' + 1),
        b'M' => KeyCode::Enter,
        b'j'..=b'y' => KeyCode::Char(char::from(letter - b'j' + b'*')),
        _ => lettered(letter)?,
    };
    Some((code, KeyModifiers::NONE))
}

fn lettered(letter: u8) -> Option<KeyCode> {
    Some(match letter {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'E' => KeyCode::KeypadBegin,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(letter - b'P' + 1),
        _ => return None,
    })
}

fn numbered(number: u32) -> Option<KeyCode> {
    let function = |less: u32| u8::try_from(number - less).ok().map(KeyCode::F);
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => function(10),
        17..=21 => function(11),
        23..=26 => function(12),
        28..=29 => function(13),
        31..=34 => function(14),
        _ => None,
    }
}

fn coded(code: u32, modifiers: u32) -> Option<(KeyCode, KeyModifiers)> {
    let modifiers = with(modifiers);
    let c = char::from_u32(code)?;
    let code = match c {
        '\x1b' => KeyCode::Esc,
        '\r' => KeyCode::Enter,
        '\t' if modifiers.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        '\t' => KeyCode::Tab,
        '\x08' | '\x7f' => KeyCode::Backspace,
        // Control characters have no keys of their own, and private ones are keys that nobody types texts with.
        c if c.is_control() || matches!(c, '\u{E000}'..='\u{F8FF}') => return None,
        c => KeyCode::Char(c),
    };
    Some((code, modifiers))
}

/// The modifiers of xterm's number; one that is none means no modifiers.
fn with(number: u32) -> KeyModifiers {
    let bits = number.saturating_sub(1);
    [
        KeyModifiers::SHIFT,
        KeyModifiers::ALT,
        KeyModifiers::CONTROL,
        KeyModifiers::SUPER,
        KeyModifiers::HYPER,
        KeyModifiers::META,
    ]
    .into_iter()
    .enumerate()
    .filter(|(bit, _)| bits >> bit & 1 == 1)
    .map(|(_, modifier)| modifier)
    .collect()
}

/// Numbers between semicolons, a missing one as 1; nothing where there is anything but digits (a private answer).
fn numbers(parameters: &[u8]) -> Option<Vec<u32>> {
    if parameters.is_empty() {
        return Some(Vec::new());
    }
    parameters
        .split(|byte| *byte == b';')
        .map(|number| match number {
            [] => Some(1),
            // `parse` alone would accept a sign.
            [b'0'..=b'9', ..] => std::str::from_utf8(number).ok()?.parse().ok(),
            _ => None,
        })
        .collect()
}
