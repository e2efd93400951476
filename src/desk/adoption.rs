//! Adopting a revised charter: cases received from its date on fall under it, running ones keep theirs.
//!
//! Its office hours apply from that date to all deadlines, whatever charter the case was received under.

use super::{Desk, DeskError, Rules, recount::DeadlinesBefore};
use crate::{
    domain::{
        charter::{
            Charter, Version, in_force,
            ladder::{has_house_ladder, with_ladder, with_ladder_of, without_ladder},
        },
        input,
        party::Field,
        refusal::Refusal,
        rights::Operation,
        subject::Subject,
    },
    store::Adoption,
};
use chrono::{Days, NaiveDate, TimeDelta};
use std::sync::Arc;

/// How far ahead a charter can be adopted, in days: ten years.
const REACH: u64 = 3_660;

/// A charter to adopt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision<'a> {
    /// TOML text.
    pub charter: &'a str,
    /// First date on which it is in force.
    pub from: NaiveDate,
}

/// The result of an adoption.
#[derive(Clone, Debug)]
pub struct AdoptionOutcome {
    pub version: Version,
    pub rules: Arc<Rules>,
    /// Open subjects whose deadlines moved with the office hours.
    pub subjects: Vec<Subject>,
}

impl Desk {
    /// Reads the versions of the charter in the order of adoption, and the number of the one in force today.
    pub fn charter_versions(&mut self) -> Result<(Vec<Version>, i64), DeskError> {
        let today = self.rules()?.version;
        let versions = self.rules.versions(self.store.reader())?.to_vec();
        Ok((versions, today))
    }

    /// Reads the rules of one version; `None` where there is no such version.
    pub fn charter_version(&mut self, number: i64) -> Result<Option<Arc<Rules>>, DeskError> {
        let reader = self.store.reader();
        let known = self.rules.versions(reader)?;
        if known.iter().all(|version| version.number != number) {
            return Ok(None);
        }
        self.rules.version(reader, number).map(Some)
    }

    /// Switches the program's own three steps on for a charter without any, resting on a rule of the house, or off again;
    /// for what comes in from today on.
    ///
    /// # Errors
    /// As [`Desk::adopt`]; or the rule has no name, the charter has steps of its own, or none of the house are on.
    pub fn switch_ladder(&mut self, rule: Option<&str>) -> Result<AdoptionOutcome, DeskError> {
        self.actor.role.allow(Operation::Charter)?;
        let rules = self.rules()?;
        let text = self.store.reader().charter_text(rules.version)?;
        let house = has_house_ladder(&text);
        let charter = match rule {
            Some(_) if rules.charter.has_ladder() && !house => {
                return Err(DeskError::LadderOfCharter);
            }
            Some(rule) => {
                let rule = input::clean(rule);
                if let Some(fault) = input::fault(&rule, true, input::Shape::Line(input::NAME_MAX))
                {
                    return Err(Refusal::field(Field::Rule, fault).into());
                }
                with_ladder(&rules.charter, &text, &rule)
            }
            None if house => without_ladder(&text).to_owned(),
            None if rules.charter.has_ladder() => return Err(DeskError::LadderOfCharter),
            None => return Err(DeskError::NoHouseLadder),
        };
        let from = rules.calendars.now().date(self.now());
        self.adopt_text(&Revision {
            charter: &charter,
            from,
        })
    }

    /// Adopts a revised charter from a date on, today or later.
    ///
    /// # Errors
    /// The actor is no administrator; the charter has errors, or is the one in force then; the date is in the past or
    /// more than ten years ahead; the office would move to another zone.
    pub fn adopt(&mut self, revision: &Revision<'_>) -> Result<AdoptionOutcome, DeskError> {
        let rules = self.rules()?;
        let text = self.store.reader().charter_text(rules.version)?;
        let new = Rules::new(0, revision.charter, Vec::new())?.charter;
        // A ladder of the house stays on until it is switched off, or the charter has one of its own.
        let kept = (!new.has_ladder()).then(|| with_ladder_of(&text, revision.charter));
        self.adopt_text(&Revision {
            charter: kept.as_deref().unwrap_or(revision.charter),
            from: revision.from,
        })
    }

    fn adopt_text(&mut self, revision: &Revision<'_>) -> Result<AdoptionOutcome, DeskError> {
        let write = self.store.write(&self.actor, Operation::Charter)?;
        let now = write.now;
        let new = Rules::new(0, revision.charter, Vec::new())?.charter;
        let reader = write.reader();
        let today = self.rules.in_force(reader, now)?;
        check_date(revision.from, today.calendars.now().date(now))?;
        check_zone(&new, &today.charter)?;
        let versions = self.rules.versions(reader)?;
        let then = in_force(versions, revision.from).map(|version| version.number);
        let from = revision.from;
        if let Some(then) = then
            && reader.charter_text(then)? == revision.charter
        {
            return Err(DeskError::RevisionInForce { from });
        }
        let hours_change = *today.calendars.now().hours(revision.from) != new.office;
        let before = if hours_change {
            let until = now + TimeDelta::seconds(1);
            DeadlinesBefore::read(&write, &mut self.rules, from, until)?
        } else {
            DeadlinesBefore::none()
        };
        let number = write.adopt_charter(&Adoption {
            id: &new.id,
            text: revision.charter,
            since: revision.from,
            by: &self.actor.login,
            at: now,
        })?;
        let cause = format!("{} {}", revision.from, new.name.ko);
        let by = (self.actor.login.as_str(), now);
        let subjects = before.recount(&write, &mut self.rules, &cause, by)?;
        let versions = self.rules.versions(write.reader())?;
        let version = versions.iter().find(|version| version.number == number);
        let version = version.cloned().ok_or(DeskError::NoCharter)?;
        let rules = self.rules.version(write.reader(), number)?;
        write.commit()?;
        Ok(AdoptionOutcome {
            version,
            rules,
            subjects,
        })
    }
}

/// Refuses dates in the past, whose cases were received under another charter, and those too far ahead.
fn check_date(from: NaiveDate, today: NaiveDate) -> Result<(), DeskError> {
    let last = today.checked_add_days(Days::new(REACH)).unwrap_or(today);
    if (today..=last).contains(&from) {
        Ok(())
    } else {
        Err(DeskError::RevisionOutOfReach { from, today, last })
    }
}

/// Refuses another zone: all dates of a desk are of one zone.
fn check_zone(new: &Charter, old: &Charter) -> Result<(), DeskError> {
    let (zone, other) = (old.office.zone, new.office.zone);
    if zone == other {
        Ok(())
    } else {
        Err(DeskError::RevisionZone { zone, other })
    }
}

#[cfg(test)]
mod tests;
