//! The keys of a field.
//!
//! Turns a key event into an edit. Must not know text.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// What a key asks of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ask {
    Type(char),
    Break,
    Left,
    Right,
    Up,
    Down,
    PageUp,
    PageDown,
    WordLeft,
    WordRight,
    RowStart,
    RowEnd,
    Start,
    End,
    Backspace,
    Delete,
    WordBackspace,
    WordDelete,
    KillToStart,
    KillToEnd,
    Undo,
    Redo,
}

/// What a key asks, if it is a key of fields at all.
///
/// Ctrl-H is a backspace: some terminals (PuTTY, by setting) send it for the key.
pub(super) fn ask(key: KeyEvent) -> Option<Ask> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    match (control, alt) {
        (false, false) => plain_ask(key.code),
        (true, false) => control_ask(key.code),
        (_, true) => alt_ask(key.code),
    }
}

fn plain_ask(code: KeyCode) -> Option<Ask> {
    Some(match code {
        KeyCode::Char(c) if !c.is_control() => Ask::Type(c),
        KeyCode::Enter => Ask::Break,
        KeyCode::Left => Ask::Left,
        KeyCode::Right => Ask::Right,
        KeyCode::Up => Ask::Up,
        KeyCode::Down => Ask::Down,
        KeyCode::PageUp => Ask::PageUp,
        KeyCode::PageDown => Ask::PageDown,
        KeyCode::Home => Ask::RowStart,
        KeyCode::End => Ask::RowEnd,
        KeyCode::Backspace => Ask::Backspace,
        KeyCode::Delete => Ask::Delete,
        _ => return None,
    })
}

fn alt_ask(code: KeyCode) -> Option<Ask> {
    Some(match code {
        KeyCode::Char('b') | KeyCode::Left => Ask::WordLeft,
        KeyCode::Char('f') | KeyCode::Right => Ask::WordRight,
        KeyCode::Char('d') | KeyCode::Delete => Ask::WordDelete,
        KeyCode::Backspace => Ask::WordBackspace,
        // Some terminals send Alt with Enter for a new line where Enter alone sends a form.
        KeyCode::Enter => Ask::Break,
        _ => return None,
    })
}

fn control_ask(code: KeyCode) -> Option<Ask> {
    Some(match code {
        KeyCode::Left => Ask::WordLeft,
        KeyCode::Right => Ask::WordRight,
        KeyCode::Home => Ask::Start,
        KeyCode::End => Ask::End,
        KeyCode::Backspace => Ask::WordBackspace,
        KeyCode::Delete => Ask::WordDelete,
        KeyCode::Char(c) => match c.to_ascii_lowercase() {
            'h' => Ask::Backspace,
            'a' => Ask::RowStart,
            'e' => Ask::RowEnd,
            'd' => Ask::Delete,
            'k' => Ask::KillToEnd,
            'u' => Ask::KillToStart,
            'w' => Ask::WordBackspace,
            'z' => Ask::Undo,
            'y' => Ask::Redo,
            _ => return None,
        },
        _ => return None,
    })
}
