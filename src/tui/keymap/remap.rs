//! Key bindings of `config.toml`, and their errors.
//!
//! ```toml
//! [keys]
//! intake = ["F2", "i"]
//! ```
//!
//! The keys given replace all keys of an action in every context it has; letters are left out where text is typed.

use super::{Action, Binding, Chord, KeyContext, Keymap};
use crate::{
    config::KeyWish,
    words::{Lang, Say, keys as text},
};
use ratatui::crossterm::event::KeyCode;

/// Quits the program whatever is configured.
const ALWAYS_QUITS: Chord = Chord::ctrl('c');

/// Confirms discarding a form.
const ANSWERS_YES: Chord = Chord::key(KeyCode::Delete);

/// An error in the `[keys]` of `config.toml`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyFault {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    pub action: String,
    pub kind: KeyFaultKind,
}

/// The kinds of errors in `[keys]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyFaultKind {
    UnknownAction,
    UnknownKey(String),
    /// A terminal sends the second key for the first.
    Alias(Chord, Chord),
    Reserved(Chord),
    /// No key is left for it in a context: none was given, or only letters where letters are text.
    NoKey(KeyContext),
    /// Another action has the key in a context.
    Conflict(Chord, Action, KeyContext),
    /// The key asks whether to discard a text, and would also confirm it.
    Answers(Chord),
    /// The key starts something and would also save it.
    Confirms(Chord, Action),
}

impl Keymap {
    /// Applies the keys of `config.toml`.
    ///
    /// # Errors
    /// All errors, in the order of the file.
    pub fn with(mut self, wishes: &[KeyWish]) -> Result<Self, Vec<KeyFault>> {
        let mut faults = Vec::new();
        let mut granted = Vec::new();
        let mut report = |wish: &KeyWish, kinds: Vec<KeyFaultKind>| {
            faults.extend(kinds.into_iter().map(|kind| KeyFault {
                line: wish.line,
                column: wish.column,
                action: wish.action.clone(),
                kind,
            }));
        };
        for wish in wishes {
            match self.grant(wish) {
                Ok(action) => granted.push((action, wish)),
                Err(kinds) => report(wish, kinds),
            }
        }
        for (action, wish) in &granted {
            report(wish, self.clashes(*action, &granted));
        }
        if faults.is_empty() {
            return Ok(self);
        }
        faults.sort_by_key(|fault| (fault.line, fault.column));
        Err(faults)
    }

    /// Binds the keys of one entry; all its errors, where there are any.
    fn grant(&mut self, wish: &KeyWish) -> Result<Action, Vec<KeyFaultKind>> {
        let known = wish.action.parse::<Action>().ok();
        let Some(action) = known.filter(|action| self.contexts(*action).next().is_some()) else {
            return Err(vec![KeyFaultKind::UnknownAction]);
        };
        let mut wrong = Vec::new();
        let mut keys = Vec::new();
        for spelt in &wish.keys {
            match Chord::read(spelt) {
                None => wrong.push(KeyFaultKind::UnknownKey(spelt.clone())),
                Some(key) if key == ALWAYS_QUITS => wrong.push(KeyFaultKind::Reserved(key)),
                Some(key) => match key.sent_as() {
                    Some(sent) => wrong.push(KeyFaultKind::Alias(key, sent)),
                    None if keys.contains(&key) => {}
                    None => keys.push(key),
                },
            }
        }
        if wrong.is_empty() {
            wrong.extend(self.bind(action, &keys).map(KeyFaultKind::NoKey));
        }
        wrong.is_empty().then_some(action).ok_or(wrong)
    }

    /// Binds an action to keys; returns the first context in which none of them works.
    fn bind(&mut self, action: Action, keys: &[Chord]) -> Option<KeyContext> {
        let mut without = None;
        for (context, bound) in &mut self.contexts {
            let Some(bound) = bound.iter_mut().find(|bound| bound.action == action) else {
                continue;
            };
            // In a form only Ctrl-C quits: a key beside the one that saves must not.
            if bound.keys == [ALWAYS_QUITS] {
                continue;
            }
            let works = |key: &&Chord| !(context.takes_text() && key.is_text());
            bound.keys = keys.iter().filter(works).copied().collect();
            if bound.keys.is_empty() {
                without.get_or_insert(*context);
            }
            if action == Action::Quit {
                bound.keys.push(ALWAYS_QUITS);
            }
        }
        without
    }

    /// The conflicts of an action's keys; a conflict of two configured actions is reported at the later one.
    fn clashes(&self, action: Action, granted: &[(Action, &KeyWish)]) -> Vec<KeyFaultKind> {
        let at = granted.iter().position(|(other, _)| *other == action);
        let later = |other: Action| {
            let other = granted.iter().position(|(known, _)| *known == other);
            other.is_some() && other > at
        };
        let mut found = Vec::new();
        let mut seen = Vec::new();
        for (context, own) in self.contexts(action) {
            for other in self.bindings(context) {
                if other.action == action || later(other.action) {
                    continue;
                }
                let both = own.keys.iter().filter(|key| other.keys.contains(key));
                for key in both {
                    if !seen.contains(&(*key, other.action)) {
                        seen.push((*key, other.action));
                        found.push(KeyFaultKind::Conflict(*key, other.action, context));
                    }
                }
            }
        }
        found.extend(self.confirming(action));
        found
    }

    /// The key that would both start something and save it, or both ask for a discard and confirm it.
    fn confirming(&self, action: Action) -> Option<KeyFaultKind> {
        let asks = |(_, bound): (KeyContext, &Binding)| bound.keys.contains(&ANSWERS_YES);
        if action == Action::Discard && self.contexts(action).any(asks) {
            return Some(KeyFaultKind::Answers(ANSWERS_YES));
        }
        let saves = |key: &&Chord| {
            let mut contexts = self.contexts(Action::Submit);
            contexts.any(|(_, bound)| bound.keys.contains(key))
        };
        let starting = |one: Action| {
            let contexts = self.contexts(one);
            let mut contexts = contexts.filter(|(context, _)| one.starts_something(*context));
            contexts.find_map(|(_, bound)| bound.keys.iter().find(saves))
        };
        if action == Action::Submit {
            let mut others = Action::ALL.iter();
            return others
                .find_map(|other| Some(KeyFaultKind::Confirms(*starting(*other)?, *other)));
        }
        Some(KeyFaultKind::Confirms(*starting(action)?, Action::Submit))
    }
}

impl KeyFault {
    /// `line:column: keys.action: sentence`, as compilers say it.
    pub fn located(&self, lang: Lang) -> String {
        let (line, column, action) = (self.line, self.column, &self.action);
        format!("{line}:{column}: keys.{action}: {}", self.say(lang))
    }
}

impl Say for KeyFault {
    fn say(&self, lang: Lang) -> String {
        match &self.kind {
            KeyFaultKind::UnknownAction => text::UNKNOWN_ACTION.get(lang).to_owned(),
            KeyFaultKind::UnknownKey(given) => text::UNKNOWN_KEY.with(lang, &[("given", given)]),
            KeyFaultKind::Alias(key, sent) => {
                text::ALIAS.with(lang, &[("key", &key.name()), ("sent", &sent.name())])
            }
            KeyFaultKind::Reserved(key) => text::RESERVED.with(lang, &[("key", &key.name())]),
            KeyFaultKind::NoKey(context) => {
                text::NO_KEY.with(lang, &[("place", context.name().get(lang))])
            }
            KeyFaultKind::Conflict(key, other, context) => text::CONFLICT.with(
                lang,
                &[
                    ("key", &key.name()),
                    ("other", &other.say(lang)),
                    ("id", other.id()),
                    ("place", context.name().get(lang)),
                ],
            ),
            KeyFaultKind::Answers(key) => text::ANSWERS.with(lang, &[("key", &key.name())]),
            KeyFaultKind::Confirms(key, other) => {
                text::CONFIRMS.with(lang, &[("key", &key.name()), ("other", &other.say(lang))])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::crossterm::event::{KeyEvent, KeyModifiers};

    fn wishes(wishes: &[(&str, &[&str])]) -> Vec<KeyWish> {
        let made = wishes
            .iter()
            .enumerate()
            .map(|(at, (action, keys))| KeyWish {
                action: (*action).to_owned(),
                keys: keys.iter().map(|key| (*key).to_owned()).collect(),
                line: at + 2,
                column: 1,
            });
        made.collect()
    }

    #[test]
    fn a_wish_takes_the_place_of_all_keys_and_leaves_letters_to_the_fields() {
        let given = wishes(&[
            ("intake", &["y", "^Q"]),
            ("help", &["F6", "?"]),
            ("notices", &["F1"]),
        ]);
        let keymap = Keymap::default().with(&given).unwrap();
        let press = |context, code| keymap.action(context, KeyEvent::new(code, KeyModifiers::NONE));
        assert_eq!(
            press(KeyContext::Queue, KeyCode::Char('y')),
            Some(Action::Intake)
        );
        assert_eq!(
            press(KeyContext::Queue, KeyCode::Char('ㅛ')),
            Some(Action::Intake)
        );
        assert_eq!(press(KeyContext::Queue, KeyCode::F(2)), None);
        assert_eq!(keymap.shown(KeyContext::Detail, Action::Intake), "y");
        assert_eq!(press(KeyContext::Form, KeyCode::F(6)), Some(Action::Help));
        assert_eq!(press(KeyContext::Form, KeyCode::Char('?')), None);
    }

    #[test]
    fn two_actions_may_change_keys() {
        let given = wishes(&[("intake", &["F3"]), ("find", &["F2"])]);
        let keymap = Keymap::default().with(&given).unwrap();
        assert_eq!(keymap.shown(KeyContext::Queue, Action::Search), "F2");
    }

    #[test]
    fn quitting_by_control_c_stays() {
        let keymap = Keymap::default().with(&wishes(&[("quit", &["F12"])]));
        // F12 is the other language's.
        assert_eq!(keymap.unwrap_err().len(), 1);
        let keymap = Keymap::default()
            .with(&wishes(&[("quit", &["^Q"])]))
            .unwrap();
        let event = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
        assert_eq!(keymap.action(KeyContext::Form, event), Some(Action::Quit));
    }

    #[test]
    fn all_that_is_wrong_is_told_with_its_line() {
        let given = wishes(&[
            ("intak", &["F2"]),
            ("find", &["F99", "^C"]),
            ("mine", &["^M"]),
            ("help", &["?"]),
            ("explain", &[]),
            ("intake", &["F7"]),
            ("by-deadline", &["y"]),
            ("overdue", &["y"]),
            ("open", &["F9"]),
            ("discard", &["Delete"]),
        ]);
        let faults = Keymap::default().with(&given).unwrap_err();
        let said: Vec<String> = faults.iter().map(|fault| fault.located(Lang::En)).collect();
        insta::assert_snapshot!(said.join("\n"), @"
        2:1: keys.intak: no such action. 'minwon keys' lists all actions with their keys.
        3:1: keys.find: 'F99' is not a key. Examples: F2, n, Ctrl+S, PgUp, Space
        3:1: keys.find: ^C always leaves the program. Choose another key.
        4:1: keys.mine: a terminal sends ^M as Enter. Choose another key.
        5:1: keys.help: no key that works in a form is left. Give at least one that is not a letter (F2, Ctrl+S).
        6:1: keys.explain: no key that works in a case is left. Give at least one that is not a letter (F2, Ctrl+S).
        7:1: keys.intake: in the queue, F7 is already the key of 'holidays'. Choose another, or give holidays another key too.
        9:1: keys.overdue: in the queue, y is already the key of 'list by deadline'. Choose another, or give by-deadline another key too.
        10:1: keys.open: in the queue, F9 is already the key of 'act on the case'. Choose another, or give act another key too.
        10:1: keys.open: in Handover, F9 is already the key of 'save'. Choose another, or give save another key too.
        10:1: keys.open: F9 is also the key of 'save'. The key that starts an action must not save it too.
        11:1: keys.discard: Del answers yes when the program asks whether to discard a text. The key that makes it ask must be another one.
        ");
    }
}
