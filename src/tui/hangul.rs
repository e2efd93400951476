//! Shortcuts with the Korean input method on: a terminal sends ㅓ where the shortcut is j, or a whole syllable when several
//! keys were composed first. Must not know which keys mean what.

use crate::{domain::hangul::keys, form::text::narrow};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// Returns the key events to look up: the Latin keys of a Hangul character, the narrow form of a full-width one, else the
/// event itself.
///
/// Control, Alt and the like stay; Shift is set where the layout needs it (ㅃ is Shift and `Q`).
pub fn shortcuts(event: KeyEvent) -> Vec<KeyEvent> {
    let KeyCode::Char(c) = event.code else {
        return vec![event];
    };
    if let Some(narrow) = narrow(c) {
        let code = KeyCode::Char(narrow);
        return vec![KeyEvent { code, ..event }];
    }
    let latin = keys(c).map(|key| {
        let code = KeyCode::Char(key);
        let mut latin = KeyEvent { code, ..event };
        let shift = key.is_ascii_uppercase();
        latin.modifiers.set(KeyModifiers::SHIFT, shift);
        latin
    });
    let latin: Vec<KeyEvent> = latin.collect();
    if latin.is_empty() { vec![event] } else { latin }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shortcut_keeps_its_modifiers() {
        let event = KeyEvent::new(KeyCode::Char('ㅃ'), KeyModifiers::ALT);
        let expected = KeyEvent::new(KeyCode::Char('Q'), KeyModifiers::ALT | KeyModifiers::SHIFT);
        assert_eq!(shortcuts(event), [expected]);
        let latin = KeyEvent::new(KeyCode::Char('J'), KeyModifiers::SHIFT);
        assert_eq!(shortcuts(latin), [latin]);
        let f2 = KeyEvent::new(KeyCode::F(2), KeyModifiers::NONE);
        assert_eq!(shortcuts(f2), [f2]);
        let two = KeyEvent::new(KeyCode::Char('러'), KeyModifiers::NONE);
        assert_eq!(shortcuts(two).len(), 2);
    }
}
