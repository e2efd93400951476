//! The keys of a field.
//!
//! Turns a key event into what is asked of a text. Must not know text.
//!
//! | asked | keys |
//! |---|---|
//! | move | arrows, Home, End, PgUp, PgDn; by words with Ctrl or Alt, or Alt-B and Alt-F; Ctrl-E to the end of the row |
//! | select | the same with Shift; Ctrl-A all; where Shift does not arrive, Ctrl-Space or Alt-A begins and moving goes on |
//! | erase | Backspace, Delete, Ctrl-D; a word with Ctrl or Alt, Ctrl-W, Alt-D; Ctrl-U and Ctrl-K to the ends of the line |
//! | undo, redo | Ctrl-Z, Ctrl-Y; Ctrl-/ and Ctrl-_ undo too |

use crate::form::edit::{Ask, Move};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// What a key asks, if it is a key of fields at all.
pub(in crate::tui) fn ask(key: KeyEvent) -> Option<Ask> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    let shift = key.modifiers.contains(KeyModifiers::SHIFT);
    if let Some(to) = moved(key.code, control || alt) {
        return Some(if shift { Ask::Select(to) } else { Ask::Go(to) });
    }
    let erased = match key.code {
        KeyCode::Backspace if control || alt => Some(Move::WordLeft),
        KeyCode::Backspace => Some(Move::Left),
        KeyCode::Delete if control || alt => Some(Move::WordRight),
        KeyCode::Delete => Some(Move::Right),
        _ => None,
    };
    if let Some(to) = erased {
        return Some(Ask::Erase(to));
    }
    match key.code {
        // Some terminals send Alt or Ctrl with Enter for a new line where Enter alone sends a form.
        KeyCode::Enter => Some(Ask::Break),
        KeyCode::Char(c) if !control && !alt => (!c.is_control()).then_some(Ask::Type(c)),
        KeyCode::Char(c) if alt => alt_ask(c),
        KeyCode::Char(c) => control_ask(c),
        _ => None,
    }
}

/// Where a key of movement leads; `far` with Ctrl or Alt.
fn moved(code: KeyCode, far: bool) -> Option<Move> {
    Some(match code {
        KeyCode::Left if far => Move::WordLeft,
        KeyCode::Right if far => Move::WordRight,
        KeyCode::Home if far => Move::Start,
        KeyCode::End if far => Move::End,
        KeyCode::Left => Move::Left,
        KeyCode::Right => Move::Right,
        KeyCode::Home => Move::RowStart,
        KeyCode::End => Move::RowEnd,
        // The form may have a use for them.
        KeyCode::Up | KeyCode::Down | KeyCode::PageUp | KeyCode::PageDown if far => return None,
        KeyCode::Up => Move::Up,
        KeyCode::Down => Move::Down,
        KeyCode::PageUp => Move::PageUp,
        KeyCode::PageDown => Move::PageDown,
        _ => return None,
    })
}

fn alt_ask(c: char) -> Option<Ask> {
    Some(match latin(c)? {
        'b' => Ask::Go(Move::WordLeft),
        'f' => Ask::Go(Move::WordRight),
        'd' => Ask::Erase(Move::WordRight),
        'a' => Ask::Mark,
        'z' => Ask::Redo,
        _ => return None,
    })
}

fn control_ask(c: char) -> Option<Ask> {
    Some(match latin(c)? {
        'h' => Ask::Erase(Move::Left),
        'a' => Ask::SelectAll,
        'e' => Ask::Go(Move::RowEnd),
        'd' => Ask::Erase(Move::Right),
        'k' => Ask::Erase(Move::LineEnd),
        'u' => Ask::Erase(Move::LineStart),
        'w' => Ask::Erase(Move::WordLeft),
        // Ctrl-/ and Ctrl-_ arrive as Ctrl-7.
        'z' | '7' | '/' | '_' => Ask::Undo,
        'y' => Ask::Redo,
        // Ctrl-^, and Ctrl-@ which Ctrl-Space is.
        ' ' | '@' | '6' | '^' => Ask::Mark,
        _ => return None,
    })
}

/// The Latin letter of a key that is held with Ctrl or Alt, also while the Korean input method is on.
fn latin(c: char) -> Option<char> {
    let mut keys = crate::domain::hangul::keys(c);
    let key = keys.next().unwrap_or(c);
    keys.next().is_none().then_some(key.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_ask_for_the_same_on_every_terminal() {
        use KeyModifiers as M;
        for (code, held, expected) in [
            (KeyCode::Char('ㅁ'), M::NONE, Some(Ask::Type('ㅁ'))),
            (KeyCode::Char('A'), M::SHIFT, Some(Ask::Type('A'))),
            (KeyCode::Char('ㅋ'), M::CONTROL, Some(Ask::Undo)),
            (KeyCode::Char('Z'), M::CONTROL | M::SHIFT, Some(Ask::Undo)),
            (KeyCode::Char('7'), M::CONTROL, Some(Ask::Undo)),
            (KeyCode::Char('ㅠ'), M::ALT, Some(Ask::Go(Move::WordLeft))),
            (KeyCode::Left, M::ALT, Some(Ask::Go(Move::WordLeft))),
            (KeyCode::Left, M::SHIFT, Some(Ask::Select(Move::Left))),
            (
                KeyCode::Right,
                M::SHIFT | M::CONTROL,
                Some(Ask::Select(Move::WordRight)),
            ),
            (KeyCode::End, M::SHIFT, Some(Ask::Select(Move::RowEnd))),
            (KeyCode::Char(' '), M::CONTROL, Some(Ask::Mark)),
            (KeyCode::Backspace, M::SHIFT, Some(Ask::Erase(Move::Left))),
            (KeyCode::Enter, M::ALT, Some(Ask::Break)),
            (KeyCode::Char('s'), M::CONTROL, None),
            (KeyCode::Char('러'), M::CONTROL, None),
            (KeyCode::Up, M::CONTROL, None),
            (KeyCode::F(2), M::NONE, None),
            (KeyCode::Tab, M::NONE, None),
        ] {
            assert_eq!(
                ask(KeyEvent::new(code, held)),
                expected,
                "{code:?} {held:?}"
            );
        }
    }
}
