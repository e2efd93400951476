//! The holiday table: what is added or removed moves open deadlines, and each move is a fact.

use super::{Desk, DeskError, Rules, intake::counted};
use crate::{
    domain::{
        case::{Case, CaseNumber},
        deadline::Deadline,
        fact::{Fact, FactKind, Moved},
        holidays::{Holiday, HolidayChange, HolidayEdit},
        party::Field,
        refusal::{Fault, Refusal},
        typed,
    },
    store::{Commit, Person, Write},
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::rc::Rc;

/// A change to the holiday table, as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayRequest {
    /// The day.
    pub date: NaiveDate,
    /// Its name.
    pub name: String,
    /// What changes.
    pub change: HolidayChange,
    /// Where the decision was published.
    pub source: String,
    /// When it was decided; today where `None`.
    pub decided_on: Option<NaiveDate>,
}

/// What a change of the calendar moved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recomputed {
    /// The cases whose deadlines moved.
    pub cases: Vec<CaseNumber>,
}

impl Desk {
    /// The public holidays of a year, with the desk's edits.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn holidays(&mut self, year: i32) -> Result<Vec<Holiday>, DeskError> {
        Ok(self.rules()?.calendars.now().holidays.year(year))
    }

    /// The edits of the holiday table, in the order of entry.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn holiday_edits(&self) -> Result<Vec<HolidayEdit>, DeskError> {
        Ok(self.store.reader().holiday_edits()?)
    }

    /// Adds or removes a holiday and recomputes open deadlines; dates that were announced stay.
    ///
    /// # Errors
    /// Nothing would change; the name is missing; only administrators may; the file cannot be written.
    pub fn change_holiday(&mut self, request: &HolidayRequest) -> Result<Recomputed, DeskError> {
        self.admin_only()?;
        let now = self.now();
        let name = typed::clean(&request.name);
        if let Some(fault) = typed::fault(&name, true, typed::NAME, false) {
            return Err(Refusal::field(Field::Name, fault).into());
        }
        let source = typed::clean(&request.source);
        if let Some(fault) = typed::fault(&source, false, typed::TITLE, false) {
            return Err(Refusal::field(Field::Reason, fault).into());
        }
        let write = self.store.write()?;
        let before = self.rules.in_force(write.reader())?;
        let calendar = before.calendars.now();
        let adds = matches!(request.change, HolidayChange::Added(_));
        if calendar.holidays.contains(request.date) == adds {
            return Err(DeskError::HolidayUnchanged { date: request.date });
        }
        let today = calendar.local(now).date();
        let decided_on = request.decided_on.unwrap_or(today);
        if decided_on > today {
            return Err(Refusal::field(Field::At, Fault::Future).into());
        }
        let next = request.date.succ_opt().unwrap_or(request.date);
        let end_of_day = next
            .and_hms_opt(0, 0, 0)
            .map_or(now, |local| calendar.instant(local));
        let edit = HolidayEdit {
            date: request.date,
            name,
            change: request.change,
            source,
            decided_on,
            // What was settled in this very second was settled before: the edit is known from the next one on.
            entered_at: now + TimeDelta::seconds(1),
        };
        let around = write.reader().cases_around(request.date, end_of_day)?;
        let mut old = Vec::new();
        for number in around {
            let facts = write.reader().facts(number)?;
            let case = Case::fold(number, &facts).ok_or(DeskError::NoSuchCase(number))?;
            let rules = self.rules.version(write.reader(), case.intake.charter)?;
            old.push((counted(&case, &rules)?, case));
        }
        write.add_holiday_edit(&edit, &self.actor.login)?;
        let mut recomputed = Recomputed::default();
        for (deadlines, case) in old {
            let rules = self.rules.version(write.reader(), case.intake.charter)?;
            let number = case.number;
            if recompute(
                &write,
                case,
                &deadlines,
                &rules,
                &edit,
                (&self.actor.login, now),
            )? {
                recomputed.cases.push(number);
            }
        }
        write.commit()?;
        Ok(recomputed)
    }
}

/// Appends the fact that deadlines moved, if any did.
fn recompute(
    write: &Write<'_>,
    mut case: Case,
    before: &[Deadline],
    rules: &Rc<Rules>,
    edit: &HolidayEdit,
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
            cause: format!("{} {}", edit.date, edit.name),
            moved,
        },
        announced: Vec::new(),
    };
    case.apply(&fact);
    derive(write, &case, rules, &[fact])?;
    Ok(true)
}

/// Writes the case's derived rows, and its new facts if any.
fn derive(
    write: &Write<'_>,
    case: &Case,
    rules: &Rc<Rules>,
    facts: &[Fact],
) -> Result<(), DeskError> {
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
