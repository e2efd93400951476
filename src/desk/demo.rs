//! A practice desk with believable cases, made with the commands that a clerk would give.
//!
//! It looks right whenever it is made: its own clock walks through past working hours, at a weekend or at night too, and
//! every fact lies before its end. People and telephone numbers are invented.

mod play;
mod times;

use super::{Desk, DeskError, Foundation, Opening, identity, opening::finished};
use crate::domain::{
    charter::builtin::builtin_text,
    story::{CaseStories, ContactStories},
};
use play::Play;
use serde::de::DeserializeOwned;

/// Where cases are told: name and TOML text.
const CASES: [(&str, &str); 4] = [
    ("running", include_str!("../stories/running.toml")),
    ("held", include_str!("../stories/held.toml")),
    ("ladder", include_str!("../stories/ladder.toml")),
    ("finished", include_str!("../stories/finished.toml")),
];

/// Where visits and calls are told.
const CONTACTS: (&str, &str) = ("contacts", include_str!("../stories/contacts.toml"));

/// What happened at the practice desk.
struct Practice {
    cases: Vec<CaseStories>,
    contacts: ContactStories,
}

impl Practice {
    fn read() -> Result<Self, DeskError> {
        Ok(Self {
            cases: CASES.into_iter().map(read).collect::<Result<_, _>>()?,
            contacts: read(CONTACTS)?,
        })
    }
}

fn read<T: DeserializeOwned>((story, text): (&str, &str)) -> Result<T, DeskError> {
    toml::from_str(text).map_err(|error| DeskError::UnreadableStory {
        story: story.to_owned(),
        what: error.to_string(),
    })
}

/// Founds a practice desk with about forty cases at every stage.
///
/// # Errors
/// The file exists or cannot be written; the time cannot be read.
pub fn found_demo(opening: &Opening) -> Result<Desk, DeskError> {
    // The stories are read before the file is made, so that an error leaves none behind.
    let practice = Practice::read()?;
    let founding = Opening {
        path: opening.path.clone(),
        acting: None,
        now: opening.now.clone(),
    };
    let adopt = Foundation {
        charter: builtin_text(&practice.contacts.charter).ok_or(DeskError::NoCharter)?,
        practice: true,
    };
    let desk = Desk::found(&founding, &adopt)?;
    finished(&opening.path, filled(desk, opening, &practice))
}

/// Plays the stories to a new desk, and lets that one sit down at it who is to act.
fn filled(mut desk: Desk, opening: &Opening, practice: &Practice) -> Result<Desk, DeskError> {
    let clock = desk.clock;
    desk.hire(desk.now() - chrono::TimeDelta::days(400))?;
    // Nothing of this is missed if the power goes: the file is made again. At the end it is on the disk.
    desk.store.begin_load()?;
    Play::new(&mut desk)?.all(practice)?;
    desk.store.end_load()?;
    desk.clock = clock;
    desk.actor = identity::actor(&desk.store, opening.acting.as_deref(), true)?;
    desk.seen = desk.store.version()?;
    Ok(desk)
}

#[cfg(test)]
mod tests;
