//! A practice desk with invented but plausible cases, made with the commands that clerks use.
//!
//! Its clock walks through past working hours, so that it looks right whenever it is made, also at night or on a
//! weekend. People and telephone numbers are invented.

mod play;
mod times;

use super::{Desk, DeskError, Opening};
use crate::domain::story::{CaseStories, ContactStories};
use play::Play;
use serde::de::DeserializeOwned;

/// Stories of cases: name and TOML text.
const CASES: [(&str, &str); 4] = [
    ("running", include_str!("../stories/running.toml")),
    ("held", include_str!("../stories/held.toml")),
    ("ladder", include_str!("../stories/ladder.toml")),
    ("finished", include_str!("../stories/finished.toml")),
];

/// Stories of visits and calls.
const CONTACTS: (&str, &str) = ("contacts", include_str!("../stories/contacts.toml"));

/// Everything that happens at the practice desk.
struct Practice {
    cases: Vec<CaseStories>,
    contacts: ContactStories,
}

impl Practice {
    fn read() -> Result<Self, DeskError> {
        Ok(Self {
            cases: CASES.into_iter().map(parse).collect::<Result<_, _>>()?,
            contacts: parse(CONTACTS)?,
        })
    }
}

/// Parses a story that comes with the program: its name and TOML text.
pub(super) fn parse<T: DeserializeOwned>((story, text): (&str, &str)) -> Result<T, DeskError> {
    toml::from_str(text).map_err(|error| DeskError::UnreadableStory {
        story: story.to_owned(),
        what: error.to_string(),
    })
}

/// Founds a practice desk with about forty cases at every stage.
///
/// # Errors
/// The file exists; the time cannot be parsed.
pub fn found_demo(opening: &Opening) -> Result<Desk, DeskError> {
    // Parsed before the file is created, so that an error leaves none behind.
    let practice = Practice::read()?;
    Desk::found_practice(opening, &practice.contacts.charter, |desk| {
        let clock = desk.store.clock;
        desk.hire(desk.now() - chrono::TimeDelta::days(400))?;
        Play::new(desk)?.all(&practice)?;
        desk.store.clock = clock;
        Ok(())
    })
}

#[cfg(test)]
mod tests;
