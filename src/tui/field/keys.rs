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

use crate::form::edit::{EditCommand, Move};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// What a key asks, if it is a key of fields at all.
pub(in crate::tui) fn ask(key: KeyEvent) -> Option<EditCommand> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    let shift = key.modifiers.contains(KeyModifiers::SHIFT);
    if let Some(to) = moved(key.code, control || alt) {
        return Some(if shift {
            EditCommand::Select(to)
        } else {
            EditCommand::Go(to)
        });
    }
    let erased = match key.code {
        KeyCode::Backspace if control || alt => Some(Move::WordLeft),
        KeyCode::Backspace => Some(Move::Left),
        KeyCode::Delete if control || alt => Some(Move::WordRight),
        KeyCode::Delete => Some(Move::Right),
        _ => None,
    };
    if let Some(to) = erased {
        return Some(EditCommand::Erase(to));
    }
    match key.code {
        // Some terminals send Alt or Ctrl with Enter for a new line where Enter alone sends a form.
        KeyCode::Enter => Some(EditCommand::Break),
        KeyCode::Char(c) if !control && !alt => (!c.is_control()).then_some(EditCommand::Type(c)),
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

fn alt_ask(c: char) -> Option<EditCommand> {
    Some(match latin(c)? {
        'b' => EditCommand::Go(Move::WordLeft),
        'f' => EditCommand::Go(Move::WordRight),
        'd' => EditCommand::Erase(Move::WordRight),
        'a' => EditCommand::Mark,
        'z' => EditCommand::Redo,
        _ => return None,
    })
}

fn control_ask(c: char) -> Option<EditCommand> {
    Some(match latin(c)? {
        'h' => EditCommand::Erase(Move::Left),
        'a' => EditCommand::SelectAll,
        'e' => EditCommand::Go(Move::RowEnd),
        'd' => EditCommand::Erase(Move::Right),
        'k' => EditCommand::Erase(Move::LineEnd),
        'u' => EditCommand::Erase(Move::LineStart),
        'w' => EditCommand::Erase(Move::WordLeft),
        // Ctrl-/ and Ctrl-_ arrive as Ctrl-7.
        'z' | '7' | '/' | '_' => EditCommand::Undo,
        'y' => EditCommand::Redo,
        // Ctrl-^, and Ctrl-@ which Ctrl-Space is.
        ' ' | '@' | '6' | '^' => EditCommand::Mark,
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
            (KeyCode::Char('ㅁ'), M::NONE, Some(EditCommand::Type('ㅁ'))),
            (KeyCode::Char('A'), M::SHIFT, Some(EditCommand::Type('A'))),
            (KeyCode::Char('ㅋ'), M::CONTROL, Some(EditCommand::Undo)),
            (
                KeyCode::Char('Z'),
                M::CONTROL | M::SHIFT,
                Some(EditCommand::Undo),
            ),
            (KeyCode::Char('7'), M::CONTROL, Some(EditCommand::Undo)),
            (
                KeyCode::Char('ㅠ'),
                M::ALT,
                Some(EditCommand::Go(Move::WordLeft)),
            ),
            (KeyCode::Left, M::ALT, Some(EditCommand::Go(Move::WordLeft))),
            (
                KeyCode::Left,
                M::SHIFT,
                Some(EditCommand::Select(Move::Left)),
            ),
            (
                KeyCode::Right,
                M::SHIFT | M::CONTROL,
                Some(EditCommand::Select(Move::WordRight)),
            ),
            (
                KeyCode::End,
                M::SHIFT,
                Some(EditCommand::Select(Move::RowEnd)),
            ),
            (KeyCode::Char(' '), M::CONTROL, Some(EditCommand::Mark)),
            (
                KeyCode::Backspace,
                M::SHIFT,
                Some(EditCommand::Erase(Move::Left)),
            ),
            (KeyCode::Enter, M::ALT, Some(EditCommand::Break)),
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
