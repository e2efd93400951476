//! Opening the duties of periods that have begun.
//!
//! There is no background process, and reading writes nothing: every write does it first, in its own transaction, and so does
//! a desk at which somebody sits when it is opened and when the day changes.

use super::{
    super::{
        Desk, DeskError, Rules,
        rules::{RulesCache, midnight},
    },
    duty_deadlines, record_new,
};
use crate::{
    domain::{
        charter::Every,
        deadline::Deadline,
        duty::{Duty, DutyCalendar, DutyFact, NewDuty, Period, plans},
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
    ///
    /// Every write does it by itself; a desk at which somebody sits does it when the day begins.
    pub fn begin_duties(&mut self) -> Result<usize, DeskError> {
        self.check_clock()?;
        if is_complete(self.store.reader(), self.now())? {
            return Ok(0);
        }
        let write = self.store.write_unasked()?;
        let opened = open_duties(&write, write.now)?;
        write.commit()?;
        Ok(opened)
    }

    /// The duties that the next write opens, with their deadlines; their numbers say nothing yet.
    pub(super) fn unopened_duties(&mut self) -> Result<Vec<(Duty, Option<Deadline>)>, DeskError> {
        let now = self.now();
        let reader = self.store.reader();
        if is_complete(reader, now)? {
            return Ok(Vec::new());
        }
        let rules = self.rules.in_force(reader, now)?;
        let mut found = Vec::new();
        for new in openings(reader, &rules, now)? {
            let year = new.opened.period.year();
            let number = DutyNumber { year, serial: 0 };
            if let Some(duty) = Duty::fold(number, &[opened(&new, now)]) {
                let deadline = duty_deadlines(&duty, &rules)?.pop();
                found.push((duty, deadline));
            }
        }
        Ok(found)
    }
}

/// Opens what has begun by `now`, as part of a write, and returns how many duties it opened.
pub(in crate::desk) fn open_duties(
    write: &Write<'_>,
    now: DateTime<Utc>,
) -> Result<usize, DeskError> {
    if is_complete(write.reader(), now)? {
        return Ok(0);
    }
    // The rules are read anew: this happens once a month.
    let rules = RulesCache::default().in_force(write.reader(), now)?;
    let openings = openings(write.reader(), &rules, now)?;
    for opening in &openings {
        begin(write, &rules, opening, now)?;
    }
    let calendar = rules.calendars.now();
    let today = calendar.date(now);
    // A period begins with a month, a new version of the charter on any day.
    let month = Period::of(Every::Month, today).after();
    let versions = rules.versions.iter().map(|version| version.since);
    let next = versions
        .filter(|since| *since > today)
        .fold(month, NaiveDate::min);
    let next = midnight(calendar, next).timestamp();
    let until = format!("{} {next}", rules.versions.len());
    write.set(BEGUN, &until)?;
    Ok(openings.len())
}

/// The duties that have begun by `now` and are not open.
fn openings(
    reader: Reader<'_>,
    rules: &Rules,
    now: DateTime<Utc>,
) -> Result<Vec<NewDuty>, DeskError> {
    let calendar = rules.calendars.now();
    let today = calendar.date(now);
    let known = reader.duties()?;
    let plans = plans(&rules.charter);
    let calendar = DutyCalendar {
        plans: &plans,
        charter: rules.version,
        since: rules.adopted().map_or(today, |version| version.since),
        today,
        calendar,
    };
    Ok(calendar.openings(|promise, period| {
        let mut known = known.iter();
        known.any(|(_, known, of)| known == promise && *of == period)
    }))
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
    record_new(write, rules, &[opened(opening, now)])
}

fn opened(opening: &NewDuty, now: DateTime<Utc>) -> Fact<DutyFact> {
    Fact {
        seq: 1,
        at: opening.at,
        recorded_at: now,
        by: THE_CALENDAR.to_owned(),
        kind: DutyFact::Opened(Box::new(opening.opened.clone())),
        announced: Vec::new(),
        late_reason: None,
    }
}
