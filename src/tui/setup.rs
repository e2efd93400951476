//! Opens the terminal program as configured, and lists its keys.

use super::{
    backend::ColorDepth,
    keymap::{Action, Keymap},
    program::{self, Setup, TuiError},
    terminal::Switches,
};
use std::path::Path;

use crate::{
    config::{Ambiguous, BoundKeys, Colors, Config, Frames, LineSpeed, Mouse, ScreenWishes},
    desk::{FailureKind, Opening},
    words::{Lang, Say},
};

/// Opens the terminal program on a desk.
///
/// # Errors
/// What kind of failure ended it, and what is said of it.
pub fn open(opening: &Opening, config: &Config) -> Result<(), (FailureKind, String)> {
    let setup = Setup {
        switches: switches(&config.screen),
        look: config.screen.look,
        line: config.screen.line.unwrap_or(LineSpeed::Auto),
        keys: in_force(config).map_err(|said| (FailureKind::Configuration, said))?,
        mail: config.mail.clone(),
        printing: config.print.clone().zip(config.file.clone()),
    };
    program::run(opening.clone(), config.lang, setup).map_err(|error| {
        let kind = match &error {
            TuiError::Desk(error) => error.kind(),
            TuiError::Terminal(_) | TuiError::WorkerEnded(_) | TuiError::Unsaved(_) => {
                FailureKind::Storage
            }
        };
        (kind, error.say(config.lang))
    })
}

/// Every action with its keys.
///
/// # Errors
/// What is wrong with the keys of the configuration file.
pub fn keys(config: &Config) -> Result<Vec<BoundKeys>, String> {
    let keymap = in_force(config)?;
    let actions = keymap.actions().into_iter();
    let bound = actions.map(|action| bound(&keymap, action, config.lang));
    Ok(bound.collect())
}

fn bound(keymap: &Keymap, action: Action, lang: Lang) -> BoundKeys {
    let mut keys = Vec::new();
    let mut places = Vec::new();
    for (place, bound) in keymap.contexts(action) {
        for name in bound.keys.iter().map(|key| key.name()) {
            if !keys.contains(&name) {
                keys.push(name);
            }
        }
        let place = place.name().get(lang);
        if !places.contains(&place) {
            places.push(place);
        }
    }
    BoundKeys {
        action: action.id(),
        name: action.say(lang),
        keys,
        places,
    }
}

fn in_force(config: &Config) -> Result<Keymap, String> {
    let mut keymap = Keymap::default();
    if config.screen.vi == Some(false) {
        keymap = keymap.without_vi();
    }
    keymap.with(&config.screen.keys).map_err(|faults| {
        let file = config.file.as_deref().unwrap_or(Path::new("")).display();
        let faults = faults.iter();
        let lines = faults.map(|fault| format!("{file}:{}", fault.located(config.lang)));
        lines.collect::<Vec<_>>().join("\n")
    })
}

fn switches(wishes: &ScreenWishes) -> Switches {
    let colors = match wishes.colors {
        None | Some(Colors::Auto) => None,
        Some(Colors::None) => Some(ColorDepth::None),
        Some(Colors::Sixteen) => Some(ColorDepth::Ansi16),
        Some(Colors::Indexed) => Some(ColorDepth::Indexed),
        Some(Colors::True) => Some(ColorDepth::True),
    };
    Switches {
        ascii: wishes.frames == Some(Frames::Ascii),
        lines: wishes.frames == Some(Frames::Lines),
        no_mouse: wishes.mouse == Some(Mouse::Off),
        colors,
        ambiguous_wide: match wishes.ambiguous {
            Some(Ambiguous::Narrow) => Some(false),
            Some(Ambiguous::Wide) => Some(true),
            // Configured box lines imply that they take one cell.
            None | Some(Ambiguous::Auto) => (wishes.frames == Some(Frames::Lines)).then_some(false),
        },
    }
}
