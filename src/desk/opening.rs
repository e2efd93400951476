//! Opening a desk, and founding one.

use super::{
    Clock, Desk, DeskError, Rules, guarded_store::GuardedStore, identity, rules::RulesCache, verify,
};
use crate::{
    domain::{
        input,
        staff::{Role, Staff},
    },
    store::{Access, Adoption, Store, StoreError},
};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::path::{Path, PathBuf};

/// How a desk is opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// The database file.
    pub path: PathBuf,
    /// Who acts, where it is not the user of the operating system.
    pub acting: Option<String>,
    /// The time the desk shall believe it is, as it was typed.
    pub now: Option<String>,
}

/// What a new database is founded on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foundation<'a> {
    /// The charter's TOML text.
    pub charter: &'a str,
    /// True for a database to practise on.
    pub practice: bool,
}

const PRACTICE: &str = "practice";

impl Desk {
    /// Opens a database that exists.
    ///
    /// # Errors
    /// The file, the charter in it, or who asks does not allow it.
    pub fn open(opening: &Opening) -> Result<Self, DeskError> {
        let store = match Store::open(&opening.path, Access::Write) {
            // What cannot be written can still be read.
            Err(StoreError::ReadOnly { .. }) => Store::open(&opening.path, Access::Read)?,
            opened => opened?,
        };
        let practice = store.reader().setting(PRACTICE)?.is_some();
        Self::sit(store, opening, practice)
    }

    /// Founds a database on a charter; who founds it is its administrator.
    ///
    /// # Errors
    /// The file exists or cannot be made; the charter has errors.
    pub fn found(opening: &Opening, adopt: &Foundation<'_>) -> Result<Self, DeskError> {
        // The charter is read before the file is made, so that an error leaves none behind.
        let rules = Rules::new(1, adopt.charter, Vec::new())?;
        let now = clock(opening, rules.charter.office.zone)?.now();
        let store = Store::create(&opening.path)?;
        let founded = Self::lay(store, opening, adopt, &rules, now);
        finished(&opening.path, founded)
    }

    fn lay(
        mut store: Store,
        opening: &Opening,
        adopt: &Foundation<'_>,
        rules: &Rules,
        now: DateTime<Utc>,
    ) -> Result<Self, DeskError> {
        let login = identity::system_login();
        let counter = rules.charter.counters.first();
        let founder = Staff {
            name: login.clone(),
            login: login.clone(),
            // The counter's number stands on papers until a number of one's own is given.
            department: counter.map_or_else(String::new, |counter| counter.department.clone()),
            phone: counter
                .and_then(|counter| counter.reach.phone())
                .unwrap_or_default()
                .to_owned(),
            mobile: String::new(),
            deputy: String::new(),
            role: Role::Admin,
            retired_at: None,
        };
        let write = store.write()?;
        write.adopt_charter(&Adoption {
            id: &rules.charter.id,
            text: adopt.charter,
            since: rules.calendars.now().date(now),
            by: &login,
            at: now,
        })?;
        write.add_staff(&founder, &login, now)?;
        write.set("founded_at", &now.to_rfc3339())?;
        verify::counted_now(&write)?;
        if adopt.practice {
            write.set(PRACTICE, "1")?;
        }
        write.commit()?;
        Self::sit(store, opening, adopt.practice)
    }

    fn sit(store: Store, opening: &Opening, practice: bool) -> Result<Self, DeskError> {
        let actor = identity::actor(&store, opening.acting.as_deref(), practice)?;
        let mut rules = RulesCache::default();
        let clock = match &opening.now {
            None => Clock::System,
            Some(_) if !practice => return Err(DeskError::PracticeOnly),
            Some(_) => {
                // All versions are of one zone.
                let any = rules.in_force(store.reader(), DateTime::UNIX_EPOCH)?;
                clock(opening, any.charter.office.zone)?
            }
        };
        let mut desk = Self {
            store: GuardedStore::new(store),
            actor,
            clock,
            rules,
            seen: 0,
            presence: super::presence::Presence::default(),
            unwritten: super::drafts::UnsavedDrafts::default(),
        };
        // A file that is read-only, busy or broken says so where something is asked of it; it is counted anew, and what has
        // begun is opened, at the next start then.
        let _counted = desk.count_by_this_edition();
        let _begun = desk.begin_duties();
        desk.seen = desk.store.version()?;
        Ok(desk)
    }
}

/// A desk that was made; where it could not be finished, its file goes: it would only stand in the way of the next attempt.
pub(super) fn finished(path: &Path, made: Result<Desk, DeskError>) -> Result<Desk, DeskError> {
    if made.is_err() {
        remove(path);
    }
    made
}

/// Removes a database that was being made, with what SQLite keeps beside it.
fn remove(path: &Path) {
    for end in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        let _absent = std::fs::remove_file(name);
    }
}

fn clock(opening: &Opening, zone: Tz) -> Result<Clock, DeskError> {
    opening.now.as_deref().map_or(Ok(Clock::System), |text| {
        parse_time(text, zone).map(Clock::Fixed)
    })
}

/// Reads a time: RFC 3339, or a date with a time in the office's zone.
///
/// # Errors
/// [`DeskError::NoTime`] where it is neither.
pub fn parse_time(text: &str, zone: Tz) -> Result<DateTime<Utc>, DeskError> {
    input::moment(text, zone).ok_or_else(|| no_time(text))
}

/// Says that a text is no time.
pub fn no_time(text: &str) -> DeskError {
    DeskError::NoTime(text.chars().take(60).collect())
}
