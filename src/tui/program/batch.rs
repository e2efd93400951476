//! Input that arrives in one batch: texts pasted letter by letter, and effects that a later letter replaces.

use crate::tui::{
    effect::{DraftEffect, Effect, Query},
    events::Input,
};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::collections::BTreeSet;

/// Letters in one batch from which on a text was pasted: nobody types that fast.
const PASTED: usize = 32;

/// Letters in one batch from which on a text with a key that leaves the program was pasted.
const STRAY: usize = 5;
/// Different letters of a text; a held key has one, keys that move have few.
const VARIED: usize = 4;

/// The key under which a later effect replaces this one; `None` for an effect that is never replaced.
pub(super) fn deferral_key(effect: &Effect) -> Option<&str> {
    match effect {
        // No draft has an empty name.
        Effect::Read(Query::Search(..)) => Some(""),
        Effect::Draft(DraftEffect::Keep { form, .. } | DraftEffect::Drop(form)) => Some(form),
        _ => None,
    }
}

/// The letter of a key that is nothing but text.
fn letter(input: &Input) -> Option<char> {
    let Input::Key(key) = input else { return None };
    let is_plain = (key.modifiers - KeyModifiers::SHIFT).is_empty();
    key.code.as_char().filter(|_| is_plain)
}

/// Joins long runs of letters into pastes, for terminals without bracketed paste.
pub(super) fn join_pastes(batch: &[Input]) -> Vec<Input> {
    let mut out = Vec::with_capacity(batch.len());
    for run in batch.chunk_by(|one, next| letter(one).is_some() && letter(next).is_some()) {
        if run.len() < PASTED {
            out.extend_from_slice(run);
        } else {
            out.push(Input::Paste(run.iter().filter_map(letter).collect()));
        }
    }
    out
}

/// Joins texts that were pasted where letters are keys, for terminals without bracketed paste: none of their letters may
/// leave the program. `opens` is true for a key that opens a field, for which the letters behind it are meant.
pub(super) fn join_stray_pastes(
    batch: &[Input],
    leaves: impl Fn(&KeyEvent) -> bool,
    opens: impl Fn(&KeyEvent) -> bool,
) -> Vec<Input> {
    let mut out = Vec::with_capacity(batch.len());
    for run in batch.chunk_by(|one, next| text_key(one).is_some() && text_key(next).is_some()) {
        let keys = || run.iter().filter_map(text_key);
        let text: String = keys()
            .map(|key| key.code.as_char().unwrap_or('\n'))
            .collect();
        let letters = text.chars().filter(|c| *c != '\n').count();
        let varied = text.chars().collect::<BTreeSet<_>>().len() >= VARIED;
        let long = letters >= PASTED || (letters >= STRAY && keys().any(&leaves));
        if varied && long && !keys().next().is_some_and(&opens) {
            out.push(Input::Paste(text));
        } else {
            out.extend_from_slice(run);
        }
    }
    out
}

/// A key that a text consists of: a letter, or the end of a line.
fn text_key(input: &Input) -> Option<&KeyEvent> {
    let Input::Key(key) = input else { return None };
    let is_plain = (key.modifiers - KeyModifiers::SHIFT).is_empty();
    let of_text = matches!(key.code, KeyCode::Char(_) | KeyCode::Enter | KeyCode::Tab);
    (is_plain && of_text).then_some(key)
}

/// True for a key that only edits a text.
pub(super) fn is_letter(input: &Input) -> bool {
    let Input::Key(key) = input else { return false };
    let is_plain = (key.modifiers - KeyModifiers::SHIFT).is_empty();
    is_plain && matches!(key.code, KeyCode::Char(_) | KeyCode::Backspace)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode) -> KeyEvent {
        KeyEvent::new(code, KeyModifiers::NONE)
    }

    #[test]
    fn a_text_of_letters_is_joined_and_what_is_typed_is_not() {
        let keys = |text: &str| -> Vec<Input> {
            let keys = text.chars().map(|c| match c {
                '\n' => KeyCode::Enter,
                c => KeyCode::Char(c),
            });
            keys.map(|code| Input::Key(key(code))).collect()
        };
        let long = "층간 소음 때문에 잠을 못 잡니다. ".repeat(2);
        assert_eq!(join_pastes(&keys(&long)), [Input::Paste(long.clone())]);
        let short = "소음\n소음".repeat(20);
        assert_eq!(join_pastes(&keys(&short)), keys(&short));
        let mixed = [keys("a\n"), keys(&long), keys("\nb")].concat();
        let expected = [keys("a\n"), vec![Input::Paste(long.clone())], keys("\nb")];
        assert_eq!(join_pastes(&mixed), expected.concat());
    }

    #[test]
    fn a_text_pasted_where_letters_are_keys_is_no_keys() {
        let keys = |text: &str| -> Vec<Input> {
            let keys = text.chars().map(|c| match c {
                '\n' => KeyCode::Enter,
                c => KeyCode::Char(c),
            });
            keys.map(|code| Input::Key(key(code))).collect()
        };
        let is = |c: char| move |key: &KeyEvent| key.code == KeyCode::Char(c);
        let joined = |text| join_stray_pastes(&keys(text), is('q'), is('/'));
        for pasted in [
            "quick question",
            "a request\nin two lines",
            "층간 소음 때문에 잠을 못 잡니다. 벌써 석 달째 밤마다 이럽니다.",
        ] {
            assert_eq!(joined(pasted), [Input::Paste(pasted.to_owned())]);
        }
        // Typed ahead on a slow line: movements, a number, a search.
        for typed in [
            "q",
            "jjkq",
            "jjjjjjjjq",
            "2026-000412\n",
            "/unique words",
            "층간",
        ] {
            assert_eq!(joined(typed), keys(typed), "{typed}");
        }
    }

    #[test]
    fn only_letters_hold_a_search_back() {
        let letter = KeyCode::Char('a');
        let with = |modifiers| Input::Key(KeyEvent::new(letter, modifiers));
        assert!(is_letter(&with(KeyModifiers::NONE)));
        assert!(is_letter(&with(KeyModifiers::SHIFT)));
        assert!(is_letter(&Input::Key(key(KeyCode::Backspace))));
        for other in [
            with(KeyModifiers::CONTROL),
            with(KeyModifiers::ALT),
            Input::Key(key(KeyCode::Enter)),
            Input::Key(key(KeyCode::Down)),
            Input::Paste("소음".to_owned()),
            Input::Resize(80, 24),
        ] {
            assert!(!is_letter(&other), "{other:?}");
        }
    }
}
