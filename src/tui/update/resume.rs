//! Coming back after a lost line: the screen, the form with its draft and the caret are there again.
//!
//! Three steps, each once all that the one before asked for is there. What cannot be found again leaves the queue, with a
//! sentence.

use super::{hear, travel};
use crate::{
    tui::{
        effect::Effect,
        keymap::{Action, Place},
        model::Model,
        screen::{Heard, Saying, Screen},
        whereabouts::{Over, Whereabouts},
    },
    words::terminal as text,
};

/// One step back to where the clerk stood.
type Step = fn(&mut Model, &Whereabouts) -> Vec<Effect>;

/// All steps, in order.
pub(in crate::tui) const STEPS: [Step; 3] = [go, reopen, stand];

/// Goes to the queue as it was, and to the screen over it.
fn go(model: &mut Model, stood: &Whereabouts) -> Vec<Effect> {
    model.pane.shown = stood.pane;
    model.fit();
    let mut effects = vec![model.queue.resume(&stood.window)];
    if let Over::Act { many, .. } = &stood.over {
        // A form that was filled in for many must not be sent for one.
        model.many.clone_from(many);
    }
    let go = stood.over.go();
    effects.extend(go.into_iter().flat_map(|go| travel(model, go)));
    match (&mut model.screen, &stood.over) {
        (
            Screen::Duties(screen),
            Over::Duties {
                year, row, number, ..
            },
        ) => {
            effects.extend(screen.stand((*year, *row), *number));
        }
        (Screen::Holidays(screen), Over::Holidays { year, day, .. }) => {
            effects.extend(screen.stand(*year, *day));
        }
        (Screen::Outlook(screen), Over::Outlook { ends, mine }) => screen.stand_on(*ends, *mine),
        (Screen::Search(_), Over::Search(line)) => {
            effects.extend(hear(model, &Heard::Paste(line)));
        }
        _ => {}
    }
    effects
}

/// Opens the form that was open on the screen.
fn reopen(model: &mut Model, stood: &Whereabouts) -> Vec<Effect> {
    let there = Whereabouts::of(model);
    match stood.over.doing() {
        Some(action) if there.over.doing().is_none() && !matches!(there.over, Over::Queue) => {
            hear(model, &Heard::Action(action))
        }
        _ => Vec::new(),
    }
}

/// Stands at the line and the caret, and says so.
fn stand(model: &mut Model, stood: &Whereabouts) -> Vec<Effect> {
    let lang = model.shared.lang;
    let there = Whereabouts::of(model);
    if !there.over.is_like(&stood.over) {
        let what = stood.over.name(lang);
        model.many.clear();
        let said = text::RESUMED_NOT.with(lang, &[("what", &what)]);
        model.saying = Some(Saying::Refused(said));
        return Vec::new();
    }
    match (&mut model.screen, &stood.over) {
        (
            Screen::Detail(screen),
            Over::Case {
                line,
                explained,
                timeline,
                ..
            },
        ) => screen.stand((*line, *explained, *timeline), &model.shared),
        (Screen::Contacts(screen), Over::Contacts { reading, .. }) => screen.read_from(*reading),
        (Screen::Charter(screen), Over::Charter { page, row }) => {
            screen.stand((*page, *row), &model.shared);
        }
        _ => {}
    }
    if let Some((field, caret)) = &stood.caret {
        model.screen.put_caret(field, *caret);
    }
    if stood.is_the_start() {
        return Vec::new();
    }
    let (phrase, action, presses) = match (&stood.over, model.screen.draft()) {
        (Over::Queue, _) => (text::RESUMED_QUEUE, Action::First, 1),
        (over, None) => (text::RESUMED, Action::Back, over.depth()),
        (over, Some(_)) => (text::RESUMED_DRAFT, Action::Back, over.depth()),
    };
    let place = match stood.over {
        Over::Queue => Place::Queue,
        _ => model.place(),
    };
    let key = model.shared.keys.shown(place, action);
    let keys = vec![key; presses].join(" ");
    let said = phrase.with(lang, &[("key", &keys)]);
    model.saying = Some(Saying::Done(said));
    Vec::new()
}

#[cfg(test)]
mod tests;
