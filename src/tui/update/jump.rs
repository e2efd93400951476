//! Going to a case by typing its number in the queue.
//!
//! Every digit begins a number, also one that is bound: receipt numbers begin with the year, and typing one must not open the
//! form of the second step. A bound digit alone acts on Enter. The letter of a visit or a duty begins a number where it is
//! not bound: `C2026-000003` without its C would be another subject.

use super::{super::effect::PageFor, act, travel};
use crate::{
    desk::QueueRow,
    domain::{character::plain, subject::Subject},
    tui::{
        effect::{Effect, Query},
        hangul,
        keymap::{Action, KeyContext},
        model::Model,
        screen::{Go, StatusMessage},
    },
    words::{Say, find as text},
};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The most characters of a number, `C2026-0000412`.
const MOST: usize = 13;

/// A number that is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jump {
    typed: String,
    /// Begun by the action: a digit then has no meaning of its own.
    requested: bool,
}

impl Jump {
    /// A jump that was begun by its action.
    pub(super) fn requested() -> Self {
        Self {
            typed: String::new(),
            requested: true,
        }
    }

    /// The action of a single digit that Enter would carry out.
    fn alone(&self, model: &Model) -> Option<Action> {
        let mut letters = self.typed.chars();
        let (Some(digit), None, false) = (letters.next(), letters.next(), self.requested) else {
            return None;
        };
        let key = KeyEvent::new(KeyCode::Char(digit), KeyModifiers::NONE);
        model.shared.keys.action(KeyContext::Queue, key)
    }
}

/// Handles a key while a number is typed; `None` where none is, or where the key ends it and has its own meaning.
pub(super) fn typed(model: &mut Model, key: KeyEvent) -> Option<Vec<Effect>> {
    let mut jump = model.jump.take()?;
    match key.code {
        KeyCode::Esc => {}
        KeyCode::Enter if jump.typed.is_empty() => {}
        KeyCode::Enter => {
            return Some(match jump.alone(model) {
                Some(action) => act(model, action),
                None => vec![Effect::Read(Query::Jump(jump.typed))],
            });
        }
        KeyCode::Backspace => {
            if jump.typed.pop().is_some() {
                model.jump = Some(jump);
            }
        }
        _ => {
            let part = part(key)?;
            if jump.typed.len() < MOST {
                jump.typed.push(part);
            }
            model.jump = Some(jump);
        }
    }
    Some(Vec::new())
}

/// Begins a number with a digit or the letter of a kind; false for any other key, and outside the queue.
pub(super) fn begin(model: &mut Model, key: KeyEvent) -> bool {
    let Some(first) = part(key).filter(|_| model.in_queue()) else {
        return false;
    };
    let free = || model.shared.keys.action(KeyContext::Queue, key).is_none();
    if !(first.is_ascii_digit() || matches!(first, 'C' | 'D') && free()) {
        return false;
    }
    model.jump = Some(Jump {
        typed: first.to_string(),
        requested: false,
    });
    true
}

/// Goes to the number that was pasted into the queue, or says that there is none; `None` on another screen.
pub(super) fn pasted(model: &mut Model, pasted: &str) -> Option<Vec<Effect>> {
    if !model.in_queue() {
        return None;
    }
    model.jump = None;
    let Some(number) = number_in(pasted) else {
        let said = text::NO_NUMBER_PASTED.get(model.shared.lang).to_owned();
        model.saying = Some(StatusMessage::Refused(said));
        return Some(Vec::new());
    };
    Some(vec![Effect::Read(Query::Jump(number))])
}

/// The number that a text is, also without the zeros of its serial, or the only whole one in it.
fn number_in(pasted: &str) -> Option<String> {
    let typed: String = pasted.trim().chars().take(MOST + 1).map(plain).collect();
    let typed = typed.to_ascii_uppercase();
    let alone = !typed.is_empty() && typed.len() <= MOST && typed.chars().all(is_part);
    let whole = Subject::in_text(pasted).map(|subject| subject.to_string());
    whole.or_else(|| alone.then_some(typed))
}

/// The line at the bottom while a number is being typed.
pub(in crate::tui) fn line(model: &Model) -> Option<String> {
    let jump = model.jump.as_ref()?;
    let (typed, lang) = (&jump.typed, model.shared.lang);
    Some(match jump.alone(model) {
        Some(action) => {
            let values = [("typed", typed.as_str()), ("does", &action.say(lang))];
            text::JUMP_OR.with(lang, &values)
        }
        None => text::JUMP.with(lang, &[("typed", typed)]),
    })
}

/// The part of a number that a key stands for, in whatever mode the input method is.
fn part(key: KeyEvent) -> Option<char> {
    if !(key.modifiers - KeyModifiers::SHIFT).is_empty() {
        return None;
    }
    let latin = hangul::shortcuts(key);
    let [
        KeyEvent {
            code: KeyCode::Char(c),
            ..
        },
    ] = latin.as_slice()
    else {
        return None;
    };
    let part = c.to_ascii_uppercase();
    is_part(part).then_some(part)
}

fn is_part(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '-' | 'C' | 'D')
}

/// Goes to the row that was found.
pub(super) fn finish(model: &mut Model, typed: &str, row: Option<Box<QueueRow>>) -> Vec<Effect> {
    let Some(row) = row else {
        let said = text::NO_NUMBER.with(model.shared.lang, &[("typed", typed)]);
        model.saying = Some(StatusMessage::Refused(said));
        return Vec::new();
    };
    vec![model.queue.jump(&row)]
}

/// Opens a case that the view of the queue does not show; `None` where the rows begin with it.
pub(super) fn elsewhere(
    model: &mut Model,
    rows: &[QueueRow],
    what: PageFor,
) -> Option<Vec<Effect>> {
    let PageFor::Jump(subject) = what else {
        return None;
    };
    let there = rows.first().is_some_and(|row| row.subject == subject);
    (!there).then(|| travel(model, Go::Subject(subject)))
}
