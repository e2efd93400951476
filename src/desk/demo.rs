//! A practice desk with believable cases, made with the commands that a clerk would give.
//!
//! It looks right whenever it is made: its own clock walks through past working hours, at a weekend or at night too, and
//! every fact lies before its end. People and telephone numbers are invented.

mod cases;
mod story;

use super::{Adopt, Desk, DeskError, Opening, identity, opening::finished};
use crate::domain::charter::builtin::builtin_text;
use story::Story;

/// Founds a practice desk with about forty cases at every stage.
///
/// # Errors
/// The file exists or cannot be written; the time cannot be read.
pub fn found_demo(opening: &Opening) -> Result<Desk, DeskError> {
    let founding = Opening {
        path: opening.path.clone(),
        acting: None,
        now: opening.now.clone(),
    };
    let adopt = Adopt {
        charter: builtin_text("gbvc").ok_or(DeskError::NoCharter)?,
        practice: true,
    };
    let desk = Desk::found(&founding, &adopt)?;
    finished(&opening.path, filled(desk, opening))
}

/// Tells the story to a new desk, and lets that one sit down at it who is to act.
fn filled(mut desk: Desk, opening: &Opening) -> Result<Desk, DeskError> {
    let clock = desk.clock;
    let now = desk.now();
    desk.hire(now - chrono::TimeDelta::days(400))?;
    // Nothing of this is missed if the power goes: the file is made again. At the end it is on the disk.
    desk.store.begin_load()?;
    let mut story = Story::new(&mut desk, now)?;
    cases::tell(&mut story);
    story.play()?;
    desk.store.end_load()?;
    desk.clock = clock;
    desk.actor = identity::actor(&desk.store, opening.acting.as_deref(), true)?;
    desk.seen = desk.store.version()?;
    Ok(desk)
}

#[cfg(test)]
mod tests;
