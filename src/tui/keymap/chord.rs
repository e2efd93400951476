//! A key with its modifiers: its name on the screen, and its spelling in `config.toml`.

use crate::{domain::hangul::keys, form::text::narrow};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chord {
    pub code: KeyCode,
    /// Without Shift, which is part of a letter.
    pub modifiers: KeyModifiers,
}

/// Named keys: code, name as shown, other spellings.
const NAMED: &[(KeyCode, &str, &[&str])] = &[
    (KeyCode::Enter, "Enter", &["return"]),
    (KeyCode::Esc, "Esc", &["escape"]),
    (KeyCode::Tab, "Tab", &[]),
    (
        KeyCode::BackTab,
        "S-Tab",
        &["shift+tab", "shift-tab", "backtab"],
    ),
    (KeyCode::Backspace, "Backspace", &[]),
    (KeyCode::Delete, "Del", &["delete"]),
    (KeyCode::Insert, "Insert", &["ins"]),
    (KeyCode::PageUp, "PgUp", &["pageup"]),
    (KeyCode::PageDown, "PgDn", &["pagedown"]),
    (KeyCode::Home, "Home", &[]),
    (KeyCode::End, "End", &[]),
    (KeyCode::Up, "Up", &[]),
    (KeyCode::Down, "Down", &[]),
    (KeyCode::Left, "Left", &[]),
    (KeyCode::Right, "Right", &[]),
    (KeyCode::Char(' '), "Space", &[]),
];

impl Chord {
    /// A key by itself.
    pub const fn key(code: KeyCode) -> Self {
        Self {
            code,
            modifiers: KeyModifiers::NONE,
        }
    }

    /// A letter without modifiers.
    pub const fn letter(letter: char) -> Self {
        Self::key(KeyCode::Char(letter))
    }

    /// A letter with Ctrl.
    pub const fn ctrl(letter: char) -> Self {
        Self {
            code: KeyCode::Char(letter),
            modifiers: KeyModifiers::CONTROL,
        }
    }

    /// A letter with Alt, which terminals send as Esc and the letter.
    pub const fn alt(letter: char) -> Self {
        Self {
            code: KeyCode::Char(letter),
            modifiers: KeyModifiers::ALT,
        }
    }

    /// A function key, from F1 on.
    pub const fn function(number: u8) -> Self {
        Self::key(KeyCode::F(number))
    }

    /// True for the event of this key.
    pub(super) fn is(self, event: KeyEvent) -> bool {
        self.code == event.code && self.modifiers == event.modifiers - KeyModifiers::SHIFT
    }

    /// True for text other than digits: what an input method may change.
    pub(super) fn is_letter(self) -> bool {
        let typed = matches!(self.code, KeyCode::Char(letter) if !letter.is_ascii_digit());
        typed && self.modifiers.is_empty()
    }

    /// True for a key that types text in a field.
    pub(super) fn is_text(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && self.modifiers.is_empty()
    }

    /// Its name on the screen.
    pub fn name(self) -> String {
        if let KeyCode::Char(letter) = self.code
            && !self.modifiers.is_empty()
        {
            let control = self.modifiers.contains(KeyModifiers::CONTROL);
            let prefix = if control { "^" } else { "Alt+" };
            return match letter {
                ' ' => format!("{prefix}Space"),
                letter => format!("{prefix}{}", letter.to_ascii_uppercase()),
            };
        }
        if let Some((_, name, _)) = NAMED.iter().find(|(code, ..)| *code == self.code) {
            return (*name).to_owned();
        }
        match self.code {
            KeyCode::Char(letter) => letter.to_string(),
            KeyCode::F(number) => format!("F{number}"),
            other => format!("{other:?}"),
        }
    }

    /// Parses a key: `F2`, `n`, `Ctrl+S` or `^S`, `Alt+x`, `PgUp`, `Space`; a letter also as the input method
    /// writes it, ㅜ for `n`.
    pub fn read(spelt: &str) -> Option<Self> {
        let mut letters = spelt.chars();
        if let (Some(letter), None) = (letters.next(), letters.next()) {
            let letter = latin(letter)?;
            let visible = !letter.is_control() && letter != ' ';
            return visible.then_some(Self::letter(letter));
        }
        let small = spelt.to_ascii_lowercase();
        for (prefix, with) in [
            ("ctrl+", Self::ctrl as fn(char) -> Self),
            ("ctrl-", Self::ctrl),
            ("^", Self::ctrl),
            ("alt+", Self::alt),
            ("alt-", Self::alt),
        ] {
            if let Some(rest) = small.strip_prefix(prefix) {
                let mut letters = rest.chars();
                let letter = letters.next().and_then(latin)?.to_ascii_lowercase();
                let whole = letter.is_ascii_alphanumeric() && letters.next().is_none();
                return whole.then(|| with(letter));
            }
        }
        if let Some(number) = small.strip_prefix('f').and_then(|n| n.parse().ok()) {
            return (1..=12).contains(&number).then(|| Self::function(number));
        }
        let found = NAMED.iter().find(|(_, name, others)| {
            name.eq_ignore_ascii_case(&small) || others.contains(&small.as_str())
        });
        found.map(|(code, ..)| Self::key(*code))
    }

    /// The key that a terminal sends for this one, where it cannot tell the two apart.
    pub(super) fn sent_as(self) -> Option<Self> {
        if self.modifiers != KeyModifiers::CONTROL {
            return None;
        }
        let code = match self.code {
            KeyCode::Char('i') => KeyCode::Tab,
            KeyCode::Char('m' | 'j') => KeyCode::Enter,
            KeyCode::Char('h' | '8') => KeyCode::Backspace,
            KeyCode::Char('3') => KeyCode::Esc,
            KeyCode::Char('2') => return Some(Self::ctrl(' ')),
            KeyCode::Char(digit @ ('0' | '1' | '9')) => KeyCode::Char(digit),
            _ => return None,
        };
        Some(Self::key(code))
    }
}

/// The letter on the key that types a character in any mode of the input method; nothing for what takes several keys.
fn latin(c: char) -> Option<char> {
    let mut typed = keys(c);
    match (typed.next(), typed.next()) {
        (None, _) => Some(narrow(c).unwrap_or(c)),
        (Some(key), None) => Some(key),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_is_named() {
        for (spelt, chord) in [
            ("F2", Some(Chord::function(2))),
            ("f12", Some(Chord::function(12))),
            ("F13", None),
            ("n", Some(Chord::letter('n'))),
            ("N", Some(Chord::letter('N'))),
            ("^S", Some(Chord::ctrl('s'))),
            ("Ctrl+S", Some(Chord::ctrl('s'))),
            ("ctrl-s", Some(Chord::ctrl('s'))),
            ("^", Some(Chord::letter('^'))),
            ("PgUp", Some(Chord::key(KeyCode::PageUp))),
            ("pagedown", Some(Chord::key(KeyCode::PageDown))),
            ("Shift+Tab", Some(Chord::key(KeyCode::BackTab))),
            ("Space", Some(Chord::letter(' '))),
            ("Ctrl+", None),
            ("Ctrl+ab", None),
            ("Hyper+x", None),
            // As the input method writes them: a letter, one with Shift, of full width; two keys are none.
            ("ㅜ", Some(Chord::letter('n'))),
            ("ㅃ", Some(Chord::letter('Q'))),
            ("ｎ", Some(Chord::letter('n'))),
            ("Ctrl+ㄴ", Some(Chord::ctrl('s'))),
            ("Alt+ㅃ", Some(Chord::alt('q'))),
            ("ㅘ", None),
            ("너", None),
            ("", None),
            (" ", None),
        ] {
            assert_eq!(Chord::read(spelt), chord, "{spelt}");
        }
    }

    #[test]
    fn a_control_key_that_no_terminal_sends_is_told() {
        for (key, sent) in [
            ("^1", Some("1")),
            ("^2", Some("^Space")),
            ("^3", Some("Esc")),
            ("^8", Some("Backspace")),
            ("^4", None),
            ("^S", None),
        ] {
            let told = Chord::read(key).unwrap().sent_as().map(Chord::name);
            assert_eq!(told.as_deref(), sent, "{key}");
        }
    }

    #[test]
    fn every_key_of_the_table_is_read_back_from_its_name() {
        for key in super::super::KEYMAP.iter().flat_map(|line| line.keys) {
            assert_eq!(Chord::read(&key.name()), Some(*key), "{}", key.name());
        }
    }
}
