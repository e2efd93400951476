//! Restores the position after a lost line: the screen, the form with its draft and the caret.
//!
//! Three steps, each after the replies to the one before. A screen that cannot be restored leaves the queue, with a message.

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

/// Carries out one step.
pub(in crate::tui) fn restore(model: &mut Model, position: &Position, step: Step) -> Vec<Effect> {
    match step {
        Step::Opened => {
            let mut effects = go(model, position);
            effects.extend(on_screen(model, position, step));
            effects
        }
        Step::Read => on_screen(model, position, step),
        Step::Ready => finish(model, position),
    }
}

fn on_screen(model: &mut Model, position: &Position, step: Step) -> Vec<Effect> {
    let bookmark = position.screen.as_ref();
    bookmark.map_or_else(Vec::new, |bookmark| {
        dispatch(model, &ScreenEvent::Restore(bookmark, step))
    })
}

/// Restores the queue, and opens the screen over it.
fn go(model: &mut Model, position: &Position) -> Vec<Effect> {
    model.pane.shown = position.pane;
    model.fit();
    let mut effects = vec![model.queue.resume(&position.window)];
    // A form for several cases must not be sent for one.
    model.many.clone_from(&position.many);
    if let Some(bookmark) = &position.screen {
        effects.extend(travel(model, bookmark.go()));
    }
    effects
}

/// Restores line and caret, and says what was restored.
fn finish(model: &mut Model, position: &Position) -> Vec<Effect> {
    let lang = model.shared.lang;
    if !Position::of(model).is_like(position) {
        let name = position.screen.as_ref().map(|bookmark| bookmark.name(lang));
        let what = name.unwrap_or_default();
        model.many.clear();
        let said = text::RESUMED_NOT.with(lang, &[("what", &what)]);
        model.saying = Some(StatusMessage::Refused(said));
        return Vec::new();
    }
    let mut effects = on_screen(model, position, Step::Ready);
    if let Some((field, caret)) = &position.caret {
        effects.extend(dispatch(model, &ScreenEvent::Caret(field, *caret)));
    }
    if position.is_the_start() {
        return effects;
    }
    let draft = model
        .screens
        .last()
        .and_then(|screen| screen.state().text_input?.draft());
    let (phrase, place, action, presses) = match &position.screen {
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
