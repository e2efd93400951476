//! Opening the duties that have begun.
//!
//! No process of its own opens a period. Every desk that is opened does it, and one that stays open when its day changes, in one
//! transaction that reads what there is and writes what is missing; two at once wait for each other, and the second finds
//! nothing to do.

use super::{
    super::{Desk, DeskError, Rules},
    enter,
};
use crate::{
    domain::{
        charter::Every,
        duty::{DutyCalendar, DutyFact, NewDuty, Period, plans},
        fact::Fact,
        staff::THE_CALENDAR,
        subject::DutyNumber,
    },
    store::{Reader, Write},
};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

/// The setting that says until when nothing begins: how many versions the charter has, and an instant.
const BEGUN: &str = "duties_begun";

impl Desk {
    /// Opens the duties whose period has begun since anyone looked, and returns how many.
    pub fn begin_duties(&mut self) -> Result<usize, DeskError> {
        let now = self.now();
        if nothing_begins(self.store.reader(), now)? {
            return Ok(0);
        }
        let write = self.store.write_unasked()?;
        let rules = self.rules.in_force(write.reader(), now)?;
        let calendar = rules.calendars.now();
        let today = calendar.date(now);
        let known = write.reader().duties()?;
        let plans = plans(&rules.charter);
        let openings = DutyCalendar {
            plans: &plans,
            charter: rules.version,
            since: rules.adopted().map_or(today, |version| version.since),
            today,
            calendar,
        }
        .openings(|promise, period| {
            let mut known = known.iter();
            known.any(|(_, known, of)| known == promise && *of == period)
        });
        for opening in &openings {
            begin(&write, &rules, opening, now)?;
        }
        // Every period begins with a month; so may a new version of the charter, on any day.
        let month = Period::of(Every::Month, today).after();
        let versions = rules.versions.iter().map(|version| version.since);
        let next = versions
            .filter(|since| *since > today)
            .fold(month, NaiveDate::min);
        let next = calendar.instant(next.and_time(NaiveTime::MIN));
        let until = format!("{} {}", rules.versions.len(), next.timestamp());
        write.set(BEGUN, &until)?;
        write.commit()?;
        Ok(openings.len())
    }
}

/// True where an earlier start opened everything that has begun by `now`.
fn nothing_begins(reader: Reader<'_>, now: DateTime<Utc>) -> Result<bool, DeskError> {
    let Some(begun) = reader.setting(BEGUN)? else {
        return Ok(false);
    };
    let known = begun
        .split_once(' ')
        .and_then(|(versions, until)| Some((versions.parse().ok()?, until.parse().ok()?)));
    let versions = reader.charter_versions()?.len();
    Ok(known.is_some_and(|(of, until): (usize, i64)| of == versions && now.timestamp() < until))
}

/// Opens one duty.
pub(super) fn begin(
    write: &Write<'_>,
    rules: &Rules,
    opening: &NewDuty,
    now: DateTime<Utc>,
) -> Result<DutyNumber, DeskError> {
    let fact = Fact {
        seq: 1,
        at: opening.at,
        recorded_at: now,
        by: THE_CALENDAR.to_owned(),
        kind: DutyFact::Opened(Box::new(opening.opened.clone())),
        announced: Vec::new(),
    };
    enter(write, rules, &[fact])
}
