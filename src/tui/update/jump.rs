//! Going to a case by typing its number in the queue.
//!
//! Every digit begins a number there, also one that means something by itself: receipt numbers begin with the year, and
//! whoever types one must not land in the form of the second step. Alone and with Enter behind it, such a digit does what it
//! means.

use super::{super::effect::PageFor, act, travel};
use crate::{
    desk::QueueRow,
    domain::subject::Subject,
    tui::{
        effect::Effect,
        hangul,
        keymap::{Action, Place},
        model::Model,
        screen::{Go, Saying, Screen},
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
    /// It was asked for, and is a number whatever its digit means by itself.
    asked: bool,
}

impl Jump {
    /// One that was asked for.
    pub(super) fn asked() -> Self {
        Self {
            typed: String::new(),
            asked: true,
        }
    }

    /// What it would do if Enter came now and it is no number of a case.
    fn alone(&self, model: &Model) -> Option<Action> {
        let mut letters = self.typed.chars();
        let (Some(digit), None, false) = (letters.next(), letters.next(), self.asked) else {
            return None;
        };
        let key = KeyEvent::new(KeyCode::Char(digit), KeyModifiers::NONE);
        model.shared.keys.action(Place::Queue, key)
    }
}

/// Takes a key of the number that is being typed; `None` where none is, or where the key ends it and means something else.
pub(super) fn typed(model: &mut Model, key: KeyEvent) -> Option<Vec<Effect>> {
    let mut jump = model.jump.take()?;
    match key.code {
        KeyCode::Esc => {}
        KeyCode::Enter if jump.typed.is_empty() => {}
        KeyCode::Enter => {
            return Some(match jump.alone(model) {
                Some(action) => act(model, action),
                None => vec![Effect::Jump(jump.typed)],
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

/// Begins with a digit; false where the key is none, or the queue is not what is looked at.
pub(super) fn begin(model: &mut Model, key: KeyEvent) -> bool {
    let digit = part(key).filter(char::is_ascii_digit);
    let (Screen::Queue, Some(digit)) = (&model.screen, digit) else {
        return false;
    };
    model.jump = Some(Jump {
        typed: digit.to_string(),
        asked: false,
    });
    true
}

/// Goes to the number that was pasted into the queue; `None` where that is no number.
pub(super) fn pasted(model: &mut Model, pasted: &str) -> Option<Vec<Effect>> {
    let number = pasted.trim();
    let whole = !number.is_empty() && number.len() <= MOST && number.chars().all(is_part);
    if !whole || !matches!(model.screen, Screen::Queue) {
        return None;
    }
    model.jump = None;
    Some(vec![Effect::Jump(number.to_owned())])
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
pub(super) fn told(model: &mut Model, typed: &str, row: Option<Box<QueueRow>>) -> Vec<Effect> {
    let Some(row) = row else {
        let said = text::NO_NUMBER.with(model.shared.lang, &[("typed", typed)]);
        model.saying = Some(Saying::Refused(said));
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
    (!there).then(|| open(model, subject))
}

fn open(model: &mut Model, subject: Subject) -> Vec<Effect> {
    travel(model, Go::Subject(subject))
}
