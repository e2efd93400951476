//! The charters of the desk with their calendar, cached until the file has others.

use super::DeskError;
use crate::{
    domain::{
        calendar::{Calendar, Calendars, HoursRevision},
        charter::{self, Charter, Version, builtin::corrected, in_force},
        decide::Context,
        holidays::{HolidayEdit, Holidays},
        input::OfficeClock,
        staff::Staff,
    },
    store::Reader,
};
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};
use std::sync::Arc;

/// A version of the charter with the office's calendar.
#[derive(Debug)]
pub struct Rules {
    /// Number of the version, as stored with each case.
    pub version: i64,
    pub charter: Charter,
    /// Shared by all versions.
    pub calendars: Arc<Calendars>,
    /// All versions in the order of adoption; empty before a desk is founded.
    pub versions: Arc<[Version]>,
    /// The charter that comes with the program in place of this text, which came with an earlier edition of it.
    pub corrected: Option<&'static str>,
}

impl Rules {
    /// Parses a charter, with holidays by statute and the edits of the holiday table.
    ///
    /// # Errors
    /// The text has errors, or the office never opens.
    pub fn new(version: i64, text: &str, edits: Vec<HolidayEdit>) -> Result<Self, DeskError> {
        let charter = charter::parse(text).map_err(DeskError::Charter)?;
        let calendars = calendars(&[], std::slice::from_ref(&charter), edits)?;
        Ok(Self {
            version,
            charter,
            calendars,
            versions: Arc::default(),
            corrected: corrected(text),
        })
    }

    /// The adoption of this version; `None` before a desk is founded.
    pub fn adopted(&self) -> Option<&Version> {
        let mine = |version: &&Version| version.number == self.version;
        self.versions.iter().find(mine)
    }

    /// The year of the number for something that arrives at `at`; times that are out of range are refused later.
    pub(super) fn year(&self, at: DateTime<Utc>) -> u16 {
        let at = at.max(DateTime::UNIX_EPOCH);
        u16::try_from(self.calendars.now().local(at).year()).unwrap_or(u16::MAX)
    }

    /// True where another version is in force at `at`.
    pub fn outdated(&self, at: DateTime<Utc>) -> bool {
        let date = self.calendars.now().date(at);
        in_force(&self.versions, date).is_some_and(|version| version.number != self.version)
    }

    /// The clock on the wall of the office at `now`.
    pub fn clock(&self, now: DateTime<Utc>) -> OfficeClock {
        OfficeClock {
            zone: self.charter.office.zone,
            now,
        }
    }

    /// Parses when something was done: a time, or a day, which stands for its last minute, or for now if it is today;
    /// `None` where the text is neither.
    pub fn done_at(&self, typed: &str, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let (calendar, clock) = (self.calendars.now(), self.clock(now));
        if let Some(at) = clock.moment(typed) {
            return Some(at);
        }
        let day = clock.day(typed)?;
        let last = NaiveTime::from_hms_opt(23, 59, 0)?;
        let end = calendar.instant(day.and_time(last));
        Some(if day == calendar.date(now) { now } else { end })
    }

    /// The context of a decision by `actor` at `now`.
    pub fn context<'a>(&'a self, now: DateTime<Utc>, actor: &'a Staff) -> Context<'a> {
        Context {
            charter: &self.charter,
            charter_version: self.version,
            calendars: &self.calendars,
            at: now,
            now,
            late_reason: "",
            by: &actor.login,
            role: actor.role,
            signer: Some(actor),
            history: &[],
            related: &[],
            person: None,
            staff: &[],
        }
    }
}

/// The rules of every version, with one calendar of the office for all of them.
#[derive(Debug, Default)]
pub(super) struct RulesCache {
    read: Vec<Arc<Rules>>,
    versions: Arc<[Version]>,
    edits: Vec<HolidayEdit>,
}

impl RulesCache {
    /// The rules in force on the date of `at` in the office's zone.
    pub(super) fn in_force(
        &mut self,
        reader: Reader<'_>,
        at: DateTime<Utc>,
    ) -> Result<Arc<Rules>, DeskError> {
        self.refresh(reader)?;
        let first = self.read.first().ok_or(DeskError::NoCharter)?;
        let date = first.calendars.now().date(at);
        let version = in_force(&self.versions, date).ok_or(DeskError::NoCharter)?;
        self.find(version.number).ok_or(DeskError::NoCharter)
    }

    /// The rules of one version, with the current edits of the holiday table.
    pub(super) fn version(
        &mut self,
        reader: Reader<'_>,
        version: i64,
    ) -> Result<Arc<Rules>, DeskError> {
        self.refresh(reader)?;
        match self.find(version) {
            Some(rules) => Ok(rules),
            // There is no such version: reading its text fails.
            None => Rules::new(version, &reader.charter_text(version)?, Vec::new()).map(Arc::new),
        }
    }

    /// The versions of the charter, in the order of adoption.
    pub(super) fn versions(&mut self, reader: Reader<'_>) -> Result<&[Version], DeskError> {
        self.refresh(reader)?;
        Ok(&self.versions)
    }

    fn find(&self, version: i64) -> Option<Arc<Rules>> {
        let found = self.read.iter().find(|rules| rules.version == version);
        found.map(Arc::clone)
    }

    /// Reads everything again where the file has other versions or edits.
    fn refresh(&mut self, reader: Reader<'_>) -> Result<(), DeskError> {
        let versions: Arc<[Version]> = reader.charter_versions()?.into();
        let edits = reader.holiday_edits()?;
        if !self.read.is_empty() && versions == self.versions && edits == self.edits {
            return Ok(());
        }
        self.read.clear();
        let mut charters = Vec::with_capacity(versions.len());
        let mut earlier = Vec::with_capacity(versions.len());
        for version in versions.iter() {
            let text = reader.charter_text(version.number)?;
            let charter = charter::parse(&text).map_err(DeskError::Charter)?;
            charters.push(charter);
            earlier.push(corrected(&text));
        }
        let calendars = calendars(&versions, &charters, edits.clone())?;
        let read = versions.iter().zip(charters).zip(earlier);
        let read = read.map(|((version, charter), corrected)| {
            Arc::new(Rules {
                version: version.number,
                charter,
                calendars: Arc::clone(&calendars),
                versions: Arc::clone(&versions),
                corrected,
            })
        });
        self.read = read.collect();
        (self.versions, self.edits) = (versions, edits);
        Ok(())
    }
}

/// The calendar of an office over all versions of its charter: each gives the hours from its date on, also for what was
/// received under an older version.
fn calendars(
    versions: &[Version],
    charters: &[Charter],
    edits: Vec<HolidayEdit>,
) -> Result<Arc<Calendars>, DeskError> {
    let first = charters.first().ok_or(DeskError::NoCharter)?;
    let revised = versions.iter().zip(charters).skip(1);
    let revisions = revised.map(|(version, charter)| HoursRevision {
        since: version.since,
        adopted_at: known_from(version.adopted_at),
        office: charter.office.clone(),
    });
    let (office, holidays) = (first.office.clone(), Holidays::korean());
    let calendars = Calendars::revised(office, holidays, edits, revisions.collect());
    calendars
        .map(Arc::new)
        .map_err(|_unknown| DeskError::NeverOpen {
            charter: first.id.clone(),
        })
}

/// The time from which a change of the calendar counts: facts of the very second of the change precede it.
pub(super) fn known_from(at: DateTime<Utc>) -> DateTime<Utc> {
    at + TimeDelta::seconds(1)
}

/// The start of a day in the office's zone.
pub(super) fn midnight(calendar: &Calendar, date: NaiveDate) -> DateTime<Utc> {
    calendar.instant(date.and_time(NaiveTime::MIN))
}
