//! The charters of the desk with their calendars, read once and kept until the file says otherwise.

use super::DeskError;
use crate::{
    domain::{
        calendar::Calendars,
        charter::{self, Charter},
        decide::Context,
        holidays::{HolidayEdit, Holidays},
        staff::Staff,
    },
    store::Reader,
};
use chrono::{DateTime, Utc};
use std::rc::Rc;

/// A version of the charter with the office's calendar.
#[derive(Debug)]
pub struct Rules {
    /// The version cases point to.
    pub version: i64,
    /// The charter.
    pub charter: Charter,
    /// The calendar and its history.
    pub calendars: Calendars,
}

impl Rules {
    /// Reads a charter's text and lays the edits of the holiday table over the statute's.
    ///
    /// # Errors
    /// The text has errors, or the office never opens.
    pub fn new(version: i64, text: &str, edits: Vec<HolidayEdit>) -> Result<Self, DeskError> {
        let charter = charter::parse(text).map_err(DeskError::Charter)?;
        let calendars = Calendars::new(charter.office.clone(), Holidays::korean(), edits).map_err(
            |_unknown| DeskError::NeverOpen {
                charter: charter.id.clone(),
            },
        )?;
        Ok(Self {
            version,
            charter,
            calendars,
        })
    }

    /// What a decision of `actor` depends on at `now`.
    pub fn context<'a>(&'a self, now: DateTime<Utc>, actor: &'a Staff) -> Context<'a> {
        Context {
            charter: &self.charter,
            charter_version: self.version,
            calendars: &self.calendars,
            at: now,
            now,
            by: &actor.login,
            role: actor.role,
            related: &[],
        }
    }
}

/// The rules read so far.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    read: Vec<Rc<Rules>>,
    edits: Vec<HolidayEdit>,
}

impl Shelf {
    /// The rules in force.
    pub(super) fn in_force(&mut self, reader: Reader<'_>) -> Result<Rc<Rules>, DeskError> {
        let version = reader.charter_in_force()?.ok_or(DeskError::NoCharter)?;
        self.version(reader, version)
    }

    /// The rules of one version, with the edits that stand in the file now.
    pub(super) fn version(
        &mut self,
        reader: Reader<'_>,
        version: i64,
    ) -> Result<Rc<Rules>, DeskError> {
        let edits = reader.holiday_edits()?;
        if edits != self.edits {
            self.read.clear();
            self.edits = edits;
        }
        if let Some(known) = self.read.iter().find(|rules| rules.version == version) {
            return Ok(Rc::clone(known));
        }
        let rules = Rc::new(Rules::new(
            version,
            &reader.charter_text(version)?,
            self.edits.clone(),
        )?);
        self.read.push(Rc::clone(&rules));
        Ok(rules)
    }
}
