//! Opening the duties of periods that have begun.
//!
//! There is no background process: every desk does it when it is opened and when the day changes, in one transaction
//! that reads which duties there are and adds the missing ones.

use super::{
    super::{Desk, DeskError, Rules, rules::midnight},
    record_new,
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
use chrono::{DateTime, NaiveDate, Utc};

/// The setting with the time until which no duty begins: number of charter versions, space, Unix time.
const BEGUN: &str = "duties_begun";

impl Desk {
    /// Opens the duties whose period has begun since the last check, and returns how many.
    pub fn begin_duties(&mut self) -> Result<usize, DeskError> {
        let now = self.now();
        if is_complete(self.store.reader(), now)? {
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
        // A period begins with a month, a new version of the charter on any day.
        let month = Period::of(Every::Month, today).after();
        let versions = rules.versions.iter().map(|version| version.since);
        let next = versions
            .filter(|since| *since > today)
            .fold(month, NaiveDate::min);
        let next = midnight(calendar, next).timestamp();
        let until = format!("{} {next}", rules.versions.len());
        write.set(BEGUN, &until)?;
        write.commit()?;
        Ok(openings.len())
    }
}

/// True where everything that has begun by `now` is open already.
fn is_complete(reader: Reader<'_>, now: DateTime<Utc>) -> Result<bool, DeskError> {
    let begun = reader.setting(BEGUN)?.unwrap_or_default();
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
    record_new(write, rules, &[fact])
}
