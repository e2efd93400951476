//! Going to a case by typing its number in the queue.

use super::{super::effect::PageFor, travel};
use crate::{
    desk::QueueRow,
    domain::subject::Subject,
    tui::{
        effect::Effect,
        hangul::shortcuts,
        model::Model,
        screen::{Go, Saying, Screen},
    },
    words::find as text,
};
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The most characters of a number, `C2026-0000412`.
const MOST: usize = 13;

/// Takes a key of the number that is being typed; `None` where none is, or where the key ends it and means something else.
pub(super) fn typed(model: &mut Model, key: KeyEvent) -> Option<Vec<Effect>> {
    let mut number = model.jump.take()?;
    match key.code {
        KeyCode::Esc => {}
        KeyCode::Enter if number.is_empty() => {}
        KeyCode::Enter => return Some(vec![Effect::Jump(number)]),
        KeyCode::Backspace => {
            if number.pop().is_some() {
                model.jump = Some(number);
            }
        }
        KeyCode::Char(_) => {
            let part = parts(key).next()?;
            if number.len() < MOST {
                number.push(part);
            }
            model.jump = Some(number);
        }
        _ => return None,
    }
    Some(Vec::new())
}

/// Begins with a number that was pasted in the queue; what is no part of one is passed by.
pub(super) fn pasted(model: &mut Model, text: &str) {
    let number = text.trim();
    let key = |c| KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE);
    let whole = !number.is_empty() && number.chars().all(|c| parts(key(c)).next().is_some());
    if matches!(model.screen, Screen::Queue) && whole {
        let parts = number.chars().filter_map(|c| parts(key(c)).next());
        model.jump = Some(parts.take(MOST).collect());
    }
}

/// Begins with a digit that means nothing else in the queue.
pub(super) fn begin(model: &mut Model, key: KeyEvent) {
    if matches!(model.screen, Screen::Queue)
        && let Some(digit) = parts(key).find(char::is_ascii_digit)
    {
        model.jump = Some(digit.to_string());
    }
}

/// The characters of a number that a key types, also with the Korean input method on or switched to full width.
fn parts(key: KeyEvent) -> impl Iterator<Item = char> {
    let held = key.modifiers - KeyModifiers::SHIFT;
    let keys = if held.is_empty() {
        shortcuts(key)
    } else {
        Vec::new()
    };
    keys.into_iter().filter_map(|key| match key.code {
        KeyCode::Char(c) if c.is_ascii_digit() || c == '-' => Some(c),
        KeyCode::Char(c @ ('c' | 'C' | 'd' | 'D')) => Some(c.to_ascii_uppercase()),
        _ => None,
    })
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
