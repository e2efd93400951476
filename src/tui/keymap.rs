//! The keymap: one table for dispatch, the footer, the palette and the help screen.
//!
//! [`KEYMAP`] has the default bindings; a [`Keymap`] those in force, with the changes of `config.toml`. Letters work with the
//! Korean input method on ([`super::hangul`]). Nothing that would lose typed text is bound to a bare Esc. Must not know screens.

mod action;
mod chord;
mod context;
mod remap;
mod table;

pub use action::Action;
pub use chord::Chord;
pub use context::KeyContext;
pub use remap::{KeyFault, KeyFaultKind};
pub use table::KEYMAP;

use super::hangul;
use crate::words::Phrase;
use ratatui::crossterm::event::{KeyEvent, KeyModifiers};

/// A line of the default table.
#[derive(Clone, Copy, Debug)]
pub struct DefaultBinding {
    pub contexts: &'static [KeyContext],
    pub keys: &'static [Chord],
    pub action: Action,
    pub label: Phrase,
    /// Rank in the footer, the smallest first; 0 keeps it off the footer.
    pub footer: u8,
}

/// The keys of one action in one context.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    pub action: Action,
    /// The first is shown.
    pub keys: Vec<Chord>,
    pub label: Phrase,
    /// As in [`DefaultBinding`].
    pub footer: u8,
}

/// The bindings in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keymap {
    /// Each action once per context, in the order of the footer.
    contexts: Vec<(KeyContext, Vec<Binding>)>,
}

impl Default for Keymap {
    fn default() -> Self {
        let contexts = KeyContext::ALL.map(|context| (context, merged(context)));
        Self {
            contexts: contexts.into(),
        }
    }
}

impl Keymap {
    /// Returns the action of a key in a context.
    pub fn action(&self, context: KeyContext, event: KeyEvent) -> Option<Action> {
        let control_or_alt = KeyModifiers::CONTROL | KeyModifiers::ALT;
        let is_text = context.takes_text() && !event.modifiers.intersects(control_or_alt);
        // A composed syllable stands for the keys it was typed with; the first bound one counts.
        let events = if is_text {
            vec![event]
        } else {
            hangul::shortcuts(event)
        };
        events.into_iter().find_map(|event| {
            let is_bound = |bound: &&Binding| bound.keys.iter().any(|key| key.is(event));
            let bound = self.bindings(context).iter().find(is_bound)?;
            Some(bound.action)
        })
    }

    fn binding(&self, context: KeyContext, action: Action) -> Option<&Binding> {
        let mut bindings = self.bindings(context).iter();
        bindings.find(|bound| bound.action == action)
    }

    /// The bindings of a context in the order of the footer.
    pub fn bindings(&self, context: KeyContext) -> &[Binding] {
        let found = self.contexts.iter().find(|(known, _)| *known == context);
        found.map_or(&[], |(_, bound)| bound)
    }

    /// The key shown for an action in a context; empty where it has none.
    pub fn shown(&self, context: KeyContext, action: Action) -> String {
        let binding = self.binding(context, action);
        let key = binding.and_then(|bound| bound.keys.first());
        key.map(|key| key.name()).unwrap_or_default()
    }

    /// Every action that has a key somewhere, in the order of the table.
    pub fn actions(&self) -> Vec<Action> {
        let bound = |action: &&Action| self.contexts(**action).next().is_some();
        Action::ALL.iter().filter(bound).copied().collect()
    }

    /// The contexts in which an action is bound, with its binding there.
    pub fn contexts(&self, action: Action) -> impl Iterator<Item = (KeyContext, &Binding)> {
        let contexts = KeyContext::ALL.into_iter();
        contexts.filter_map(move |context| Some((context, self.binding(context, action)?)))
    }

    /// Removes the letters that move in vi.
    #[must_use]
    pub fn without_vi(mut self) -> Self {
        for bound in self.contexts.iter_mut().flat_map(|(_, bound)| bound) {
            if bound.action.is_movement() {
                bound.keys.retain(|key| !key.is_letter());
            }
        }
        self
    }
}

/// The bindings of a context, each action once, in the order of the footer.
fn merged(context: KeyContext) -> Vec<Binding> {
    let mut out: Vec<Binding> = Vec::new();
    for line in KEYMAP
        .iter()
        .filter(|line| line.contexts.contains(&context))
    {
        if let Some(known) = out.iter_mut().find(|bound| bound.action == line.action) {
            known.keys.extend(line.keys);
            if known.footer == 0 {
                (known.footer, known.label) = (line.footer, line.label);
            }
            continue;
        }
        out.push(Binding {
            action: line.action,
            keys: line.keys.to_vec(),
            label: line.label,
            footer: line.footer,
        });
    }
    // 0 wraps to the end.
    out.sort_by_key(|bound| bound.footer.wrapping_sub(1));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::crossterm::event::KeyCode;

    #[test]
    fn no_key_means_two_things_at_one_place() {
        let keymap = Keymap::default();
        for context in KeyContext::ALL {
            let found = keymap.bindings(context);
            for (at, one) in found.iter().enumerate() {
                for other in found.iter().skip(at + 1) {
                    for key in &one.keys {
                        let (name, one, other) = (key.name(), one.action, other);
                        assert!(
                            !other.keys.contains(key),
                            "{context:?} {name} {one} {}",
                            other.action
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn nobody_is_caught_in_a_context() {
        let keymap = Keymap::default();
        for context in KeyContext::ALL {
            let bound = |action| keymap.binding(context, action).is_some();
            assert!(bound(Action::Quit) && bound(Action::Redraw), "{context:?}");
            let is_start = matches!(context, KeyContext::Queue | KeyContext::First);
            assert!(
                is_start || bound(Action::Back),
                "{context:?} has no way back"
            );
            let is_help = context == KeyContext::Help;
            assert!(is_help || bound(Action::Help), "{context:?} has no help");
        }
    }

    #[test]
    fn letters_are_text_where_text_is_typed() {
        let keymap = Keymap::default();
        for context in KeyContext::ALL
            .into_iter()
            .filter(|context| context.takes_text())
        {
            for bound in keymap.bindings(context) {
                for key in &bound.keys {
                    let plain = matches!(key.code, KeyCode::Char(_)) && key.modifiers.is_empty();
                    assert!(!plain, "{:?} {}", bound.action, key.name());
                }
            }
        }
    }

    #[test]
    fn every_action_has_a_key_that_is_no_letter() {
        for binding in KEYMAP {
            let keys = KEYMAP
                .iter()
                .filter(|other| other.action == binding.action)
                .flat_map(|other| other.keys);
            assert!(
                keys.into_iter().any(|key| !key.is_letter()),
                "{:?}",
                binding.action
            );
        }
    }

    #[test]
    fn letters_work_with_the_korean_input_method_on() {
        let keymap = Keymap::default();
        let press = |letter| {
            let event = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE);
            keymap.action(KeyContext::Queue, event)
        };
        assert_eq!(press('ㅓ'), Some(Action::Down));
        assert_eq!(press('ㅏ'), Some(Action::Up));
        assert_eq!(press('ㅂ'), Some(Action::Quit));
        assert_eq!(press('j'), Some(Action::Down));
        // A composed syllable, a conjoining letter, and the full width that the input method can be switched to.
        assert_eq!(press('러'), Some(Action::Down));
        assert_eq!(press('\u{1165}'), Some(Action::Down));
        assert_eq!(press('ｊ'), Some(Action::Down));
        let held = KeyEvent::new(KeyCode::Char('ㅊ'), KeyModifiers::ALT);
        assert_eq!(keymap.action(KeyContext::Form, held), Some(Action::Copy));
    }

    /// The key that types a letter, as a terminal sends it with the input method on: alone, conjoining, at the beginning of a
    /// syllable or behind a consonant that means nothing there; and of full width.
    fn sent(keymap: &Keymap, context: KeyContext, letter: char) -> Vec<char> {
        let typed = hangul_on(letter);
        let press = |c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
        let idle = "qwertasdfgzxcv"
            .chars()
            .find(|c| keymap.action(context, press(*c)).is_none())
            .map(hangul_on);
        let vowel = ('ㅏ'..='ㅣ').contains(&typed);
        let syllable = match (vowel, idle) {
            (true, Some(first)) => format!("{first}{typed}"),
            (true, None) => String::new(),
            (false, _) => format!("{typed}ㅡ"),
        };
        let letters: String = syllable.chars().filter_map(conjoining).collect();
        let wide = char::from_u32(u32::from(letter) + 0xFEE0);
        let mut all = vec![typed];
        all.extend(conjoining(typed).into_iter().chain(wide));
        all.extend(unicode_normalization::UnicodeNormalization::nfc(
            letters.as_str(),
        ));
        all
    }

    fn hangul_on(letter: char) -> char {
        let typed = crate::domain::hangul::with_method_on(&letter.to_string());
        typed.unwrap().chars().next().unwrap()
    }

    /// The letter of decomposed text: a first consonant or a vowel.
    fn conjoining(letter: char) -> Option<char> {
        let first = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
            .chars()
            .zip('\u{1100}'..);
        let vowels = ('ㅏ'..='ㅣ').zip('\u{1161}'..);
        let mut all = first.chain(vowels);
        all.find(|(known, _)| *known == letter).map(|(_, it)| it)
    }

    #[test]
    fn every_letter_works_however_the_input_method_sends_it() {
        let (keymap, mut letters) = (Keymap::default(), 0);
        for context in KeyContext::ALL
            .into_iter()
            .filter(|context| !context.takes_text())
        {
            for bound in keymap.bindings(context) {
                for key in bound.keys.iter().filter(|key| key.is_letter()) {
                    let KeyCode::Char(letter) = key.code else {
                        continue;
                    };
                    // The input method types G and H as g and h; what they ask for is asked for by another key as well.
                    let told_apart = "QWERTOP".contains(letter) || letter.is_ascii_lowercase();
                    if !letter.is_ascii_alphabetic() || !told_apart {
                        continue;
                    }
                    for c in sent(&keymap, context, letter) {
                        let event = KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
                        let asked = keymap.action(context, event);
                        assert_eq!(asked, Some(bound.action), "{context:?} {letter} as {c:?}");
                        letters += 1;
                    }
                }
            }
        }
        assert!(letters > 300, "{letters}");
    }

    /// With the input method on a capital arrives as the small letter: that must ask for the same, or only move.
    #[test]
    fn a_capital_does_no_harm_with_the_input_method_on() {
        let keymap = Keymap::default();
        for context in KeyContext::ALL
            .into_iter()
            .filter(|context| !context.takes_text())
        {
            for bound in keymap.bindings(context) {
                for key in &bound.keys {
                    let KeyCode::Char(capital @ 'A'..='Z') = key.code else {
                        continue;
                    };
                    let event =
                        KeyEvent::new(KeyCode::Char(hangul_on(capital)), KeyModifiers::NONE);
                    let asked = keymap.action(context, event);
                    let moves = bound.action.is_movement();
                    assert!(
                        asked == Some(bound.action) || moves,
                        "{context:?} {capital}: {asked:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn without_the_keys_of_vi_the_arrows_still_move() {
        let keymap = Keymap::default().without_vi();
        let press =
            |code| keymap.action(KeyContext::Years, KeyEvent::new(code, KeyModifiers::NONE));
        for letter in "hjklgG".chars() {
            assert_eq!(press(KeyCode::Char(letter)), None, "{letter}");
        }
        assert_eq!(press(KeyCode::Down), Some(Action::Down));
        assert_eq!(press(KeyCode::Char('q')), Some(Action::Back));
    }
}
