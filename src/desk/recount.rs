//! Counting open cases anew after the office's calendar changed: each deadline that moves leaves a fact, and the dates that
//! were announced stay.
//!
//! Must not know what changed in the calendar, nor who may change it.

use super::{DeskError, Rules, intake::counted, rules::Shelf};
use crate::{
    domain::{
        case::{Case, CaseNumber},
        deadline::Deadline,
        fact::{Fact, FactKind, Moved},
    },
    store::{Commit, Person, Write},
};
use chrono::{DateTime, NaiveDate, Utc};

/// Open cases with their deadlines as they stood before the change.
pub(super) struct Before(Vec<(Case, Vec<Deadline>)>);

impl Before {
    /// The cases with an open deadline that a change on `date` or later may move: those that came before `until`.
    pub(super) fn read(
        write: &Write<'_>,
        rules: &mut Shelf,
        date: NaiveDate,
        until: DateTime<Utc>,
    ) -> Result<Self, DeskError> {
        let mut cases = Vec::new();
        for number in write.reader().cases_around(date, until)? {
            let facts = write.reader().facts(number)?;
            let case = Case::fold(number, &facts).ok_or(DeskError::NoSuchCase(number))?;
            let of_the_case = rules.version(write.reader(), case.intake.charter)?;
            cases.push((counted(&case, &of_the_case)?, case));
        }
        let cases = cases.into_iter().map(|(deadlines, case)| (case, deadlines));
        Ok(Self(cases.collect()))
    }

    /// No case: nothing that is counted changes.
    pub(super) fn none() -> Self {
        Self(Vec::new())
    }

    /// Counts them anew and returns the cases in which a deadline moved; `cause` says what changed.
    pub(super) fn recount(
        self,
        write: &Write<'_>,
        rules: &mut Shelf,
        cause: &str,
        (by, now): (&str, DateTime<Utc>),
    ) -> Result<Vec<CaseNumber>, DeskError> {
        let mut moved = Vec::new();
        for (case, before) in self.0 {
            let of_the_case = rules.version(write.reader(), case.intake.charter)?;
            let number = case.number;
            if recount(write, case, &before, &of_the_case, cause, (by, now))? {
                moved.push(number);
            }
        }
        Ok(moved)
    }
}

/// Appends the fact that deadlines moved, if any did.
fn recount(
    write: &Write<'_>,
    mut case: Case,
    before: &[Deadline],
    rules: &Rules,
    reason: &str,
    (by, now): (&str, DateTime<Utc>),
) -> Result<bool, DeskError> {
    let now = now.max(case.last_at);
    let moved: Vec<Moved> = counted(&case, rules)?
        .iter()
        .zip(before)
        .filter(|(after, before)| after.is_open() && after.due.at != before.due.at)
        .map(|(after, before)| Moved {
            promise: after.promise.clone(),
            from: before.due.at,
            to: after.due.at,
        })
        .collect();
    if moved.is_empty() {
        // No end moved, but the time left of a stopped deadline may have.
        derive(write, &case, rules, &[])?;
        return Ok(false);
    }
    let fact = Fact {
        seq: case.seq + 1,
        at: now,
        recorded_at: now,
        by: by.to_owned(),
        kind: FactKind::Recomputed {
            cause: reason.to_owned(),
            moved,
        },
        announced: Vec::new(),
    };
    case.apply(&fact);
    derive(write, &case, rules, &[fact])?;
    Ok(true)
}

/// Writes the case's derived rows, and its new facts if any.
fn derive(write: &Write<'_>, case: &Case, rules: &Rules, facts: &[Fact]) -> Result<(), DeskError> {
    let deadlines = counted(case, rules)?;
    let party = write.reader().party(case.number)?;
    write.record(&Commit {
        facts,
        outline: &case.outline(),
        deadlines: &deadlines,
        party: &party,
        person: Person::Kept,
        notices: &[],
    })?;
    Ok(())
}
