//! Coming back after a lost line: the screen, the form with its draft and the caret are there again.
//!
//! Three steps, each once all that the one before asked for is there. What cannot be found again leaves the queue, with a
//! sentence.

use super::{dispatch, travel};
use crate::{
    tui::{
        effect::Effect,
        keymap::{Action, KeyContext},
        model::Model,
        restore::{Position, Step},
        screen::{ScreenEvent, StatusMessage},
    },
    words::terminal as text,
};

/// All steps, in order.
pub(in crate::tui) const STEPS: [Step; 3] = [Step::Opened, Step::Read, Step::Ready];

/// Goes one step back to where the clerk stood.
pub(in crate::tui) fn restore(model: &mut Model, stood: &Position, step: Step) -> Vec<Effect> {
    match step {
        Step::Opened => {
            let mut effects = go(model, stood);
            effects.extend(on_screen(model, stood, step));
            effects
        }
        Step::Read => on_screen(model, stood, step),
        Step::Ready => stand(model, stood),
    }
}

/// Lets the screen go a step back.
fn on_screen(model: &mut Model, stood: &Position, step: Step) -> Vec<Effect> {
    let bookmark = stood.screen.as_ref();
    bookmark.map_or_else(Vec::new, |bookmark| {
        dispatch(model, &ScreenEvent::Restore(bookmark, step))
    })
}

/// Goes to the queue as it was, and to the screen over it.
fn go(model: &mut Model, stood: &Position) -> Vec<Effect> {
    model.pane.shown = stood.pane;
    model.fit();
    let mut effects = vec![model.queue.resume(&stood.window)];
    // A form that was filled in for many must not be sent for one.
    model.many.clone_from(&stood.many);
    if let Some(bookmark) = &stood.screen {
        effects.extend(travel(model, bookmark.go()));
    }
    effects
}

/// Stands at the line and the caret, and says so.
fn stand(model: &mut Model, stood: &Position) -> Vec<Effect> {
    let lang = model.shared.lang;
    if !Position::of(model).is_like(stood) {
        let name = stood.screen.as_ref().map(|bookmark| bookmark.name(lang));
        let what = name.unwrap_or_default();
        model.many.clear();
        let said = text::RESUMED_NOT.with(lang, &[("what", &what)]);
        model.saying = Some(StatusMessage::Refused(said));
        return Vec::new();
    }
    let mut effects = on_screen(model, stood, Step::Ready);
    if let Some((field, caret)) = &stood.caret {
        effects.extend(dispatch(model, &ScreenEvent::Caret(field, *caret)));
    }
    if stood.is_the_start() {
        return effects;
    }
    let draft = model
        .screens
        .last()
        .and_then(|screen| screen.state().text_input?.draft());
    let (phrase, place, action, presses) = match &stood.screen {
        None => (text::RESUMED_QUEUE, KeyContext::Queue, Action::First, 1),
        Some(bookmark) => {
            let phrase = match draft {
                None => text::RESUMED,
                Some(_) => text::RESUMED_DRAFT,
            };
            (phrase, model.key_context(), Action::Back, bookmark.depth)
        }
    };
    let key = model.shared.keys.shown(place, action);
    let keys = vec![key; presses].join(" ");
    let said = phrase.with(lang, &[("key", &keys)]);
    model.saying = Some(StatusMessage::Done(said));
    effects
}

#[cfg(test)]
mod tests;
