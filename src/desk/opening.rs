//! Opening an existing desk, and founding a new one.

use super::{
    Clock, Desk, DeskError, Rules, guarded_store::GuardedStore, identity, rules::RulesCache, verify,
};
use crate::{
    domain::{
        charter::builtin::builtin_text,
        input::{self, OfficeClock},
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
    pub path: PathBuf,
    /// Login to act as; `None` means the user of the operating system.
    pub acting: Option<String>,
    /// Fixed clock of a practice desk, as typed.
    pub now: Option<String>,
}

/// What a new database begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foundation<'a> {
    /// TOML text.
    pub charter: &'a str,
    pub practice: bool,
}

/// The setting that marks a database for practice.
const PRACTICE: &str = "practice";

impl Desk {
    /// Opens an existing database, read-only where it cannot be written.
    ///
    /// # Errors
    /// The user is not on the staff or may not act as another; a clock is set outside practice.
    pub fn open(opening: &Opening) -> Result<Self, DeskError> {
        let store = match Store::open(&opening.path, Access::Write) {
            Err(StoreError::ReadOnly { .. }) => Store::open(&opening.path, Access::Read)?,
            opened => opened?,
        };
        let practice = store.reader().setting(PRACTICE)?.is_some();
        Self::start(store, opening, practice)
    }

    /// Founds a database with a charter; the founder becomes its administrator.
    ///
    /// # Errors
    /// The file exists or cannot be created; the charter has errors.
    pub fn found(opening: &Opening, adopt: &Foundation<'_>) -> Result<Self, DeskError> {
        // Parsed before the file is created, so that an error leaves none behind.
        let rules = Rules::new(1, adopt.charter, Vec::new())?;
        let now = clock(opening, rules.charter.office.zone)?.now();
        let store = Store::create(&opening.path)?;
        let founded = Self::fill_new(store, opening, adopt, &rules, now);
        founded.inspect_err(|_| remove(&opening.path))
    }

    fn fill_new(
        mut store: Store,
        opening: &Opening,
        adopt: &Foundation<'_>,
        rules: &Rules,
        now: DateTime<Utc>,
    ) -> Result<Self, DeskError> {
        let login = identity::system_login();
        // The counter's number is printed on papers until the founder enters their own.
        let counter = rules.charter.counters.first();
        let counter = counter.map(|counter| {
            let phone = counter.reach.phone().unwrap_or_default();
            (counter.department.clone(), phone.to_owned())
        });
        let (department, phone) = counter.unwrap_or_default();
        let founder = Staff {
            name: login.clone(),
            login: login.clone(),
            department,
            phone,
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
        write.enter_staff(&founder, &login, now)?;
        write.set("founded_at", &now.to_rfc3339())?;
        if !adopt.practice {
            write.set_last_record(now)?;
        }
        write.follow_notices()?;
        verify::set_edition(&write)?;
        if adopt.practice {
            write.set(PRACTICE, "1")?;
        }
        write.commit()?;
        let mut desk = Self::start(store, opening, adopt.practice)?;
        desk.begin_duties()?;
        Ok(desk)
    }

    /// True for a desk on which nothing real is recorded.
    pub fn is_practice(&self) -> Result<bool, DeskError> {
        Ok(self.store.reader().setting(PRACTICE)?.is_some())
    }

    /// Founds a practice desk on a built-in charter and fills it; `opening` says who acts then.
    pub(super) fn found_practice(
        opening: &Opening,
        charter: &str,
        fill: impl FnOnce(&mut Self) -> Result<(), DeskError>,
    ) -> Result<Self, DeskError> {
        let adopt = Foundation {
            charter: builtin_text(charter).ok_or(DeskError::NoCharter)?,
            practice: true,
        };
        let founding = Opening {
            acting: None,
            ..opening.clone()
        };
        let mut desk = Self::found(&founding, &adopt)?;
        let filled = || {
            // Without waiting for the disk: after a power cut the file is made again.
            desk.store.begin_load()?;
            fill(&mut desk)?;
            desk.store.end_load()?;
            desk.actor = identity::actor(&desk.store, opening.acting.as_deref(), true)?;
            desk.seen_version = desk.store.version()?;
            Ok(())
        };
        let filled: Result<(), DeskError> = filled();
        filled.inspect_err(|_| remove(&opening.path))?;
        Ok(desk)
    }

    fn start(store: Store, opening: &Opening, practice: bool) -> Result<Self, DeskError> {
        let actor = identity::actor(&store, opening.acting.as_deref(), practice)?;
        let mut rules = RulesCache::default();
        let clock = match &opening.now {
            None => Clock::System,
            Some(_) if !practice => return Err(DeskError::PracticeOnly),
            Some(_) => {
                // All versions have the same zone.
                let any = rules.in_force(store.reader(), DateTime::UNIX_EPOCH)?;
                clock(opening, any.charter.office.zone)?
            }
        };
        let mut desk = Self {
            store: GuardedStore::new(store, clock, practice),
            actor,
            rules,
            seen_version: 0,
            presence: super::presence::Presence::default(),
            unwritten: super::drafts::UnsavedDrafts::default(),
        };
        // In a file that is read-only, busy or broken it is left to the next start.
        let _recounted = desk.recount_for_edition();
        desk.seen_version = desk.store.version()?;
        Ok(desk)
    }
}

/// Removes an unfinished database with SQLite's files beside it, which would make the next attempt fail.
fn remove(path: &Path) {
    for end in ["", "-wal", "-shm", "-journal", "-turn"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        let _absent = std::fs::remove_file(name);
    }
}

fn clock(opening: &Opening, zone: Tz) -> Result<Clock, DeskError> {
    match &opening.now {
        None => Ok(Clock::System),
        Some(text) => input::moment(text, zone)
            .map(Clock::Fixed)
            .ok_or_else(|| no_time(text)),
    }
}

/// Parses a time, in full or as people say it.
///
/// # Errors
/// [`DeskError::NoTime`] where it is none.
pub fn parse_time(text: &str, clock: OfficeClock) -> Result<DateTime<Utc>, DeskError> {
    clock.moment(text).ok_or_else(|| no_time(text))
}

/// The error for a text that is no time.
pub fn no_time(text: &str) -> DeskError {
    DeskError::NoTime(text.chars().take(60).collect())
}
