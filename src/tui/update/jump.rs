//! Going to a case by typing its number in the queue.

use super::{super::effect::PageFor, travel};
use crate::{
    desk::QueueRow,
    domain::subject::Subject,
    tui::{
        effect::Effect,
        model::Model,
        screen::{Go, Saying, Screen},
    },
    words::find as text,
};
use ratatui::crossterm::event::{KeyCode, KeyEvent};

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
        KeyCode::Char(c) if is_part(c) => {
            if number.len() < MOST {
                number.push(c);
            }
            model.jump = Some(number);
        }
        _ => return None,
    }
    Some(Vec::new())
}

/// Begins with a digit that means nothing else in the queue.
pub(super) fn begin(model: &mut Model, key: KeyEvent) {
    if let (Screen::Queue, KeyCode::Char(c)) = (&model.screen, key.code)
        && c.is_ascii_digit()
        && key.modifiers.is_empty()
    {
        model.jump = Some(c.to_string());
    }
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
