//! The holiday table: what is added or removed moves open deadlines, and each move is a fact.

use super::{Desk, DeskError, Rules, contact, verify::counted_of, work};
use crate::{
    domain::{
        case::Case,
        contact::ContactFact,
        deadline::Deadline,
        fact::{Fact, FactKind, Moved},
        holidays::{Holiday, HolidayChange, HolidayEdit},
        party::Field,
        refusal::{Fault, Refusal},
        subject::{Folded, Subject},
        typed,
    },
    store::{Person, Reader, Write},
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

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
    /// The cases and other subjects whose deadlines moved.
    pub subjects: Vec<Subject>,
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
        let around = write.reader().subjects_around(request.date, end_of_day)?;
        let mut old = Vec::new();
        for subject in around {
            let Some(folded) = fold(write.reader(), subject)? else {
                continue;
            };
            let rules = self.rules.version(write.reader(), folded.charter())?;
            old.push((counted_of(&folded, &rules)?, folded));
        }
        write.add_holiday_edit(&edit, &self.actor.login)?;
        let mut recomputed = Recomputed::default();
        for (deadlines, folded) in old {
            let rules = self.rules.version(write.reader(), folded.charter())?;
            let subject = folded.outline().subject;
            let by = (self.actor.login.as_str(), now);
            if recompute(&write, folded, &deadlines, &rules, &edit, by)? {
                recomputed.subjects.push(subject);
            }
        }
        write.commit()?;
        Ok(recomputed)
    }
}

/// What the facts of a subject add up to; `None` for a kind that no calendar moves.
fn fold(reader: Reader<'_>, subject: Subject) -> Result<Option<Folded>, DeskError> {
    Ok(match subject {
        Subject::Case(number) => {
            let case = Case::fold(number, &reader.facts(number)?);
            Some(Folded::Case(Box::new(
                case.ok_or(DeskError::NoSuchCase(number))?,
            )))
        }
        Subject::Contact(number) => Some(Folded::Contact(Box::new(contact::read(reader, number)?))),
        Subject::Duty(_) => None,
    })
}

/// Appends the fact that deadlines moved, if any did.
fn recompute(
    write: &Write<'_>,
    folded: Folded,
    before: &[Deadline],
    rules: &Rules,
    edit: &HolidayEdit,
    (by, now): (&str, DateTime<Utc>),
) -> Result<bool, DeskError> {
    let moved = moved(&counted_of(&folded, rules)?, before);
    // Where no end moved, the time left of a stopped deadline may have.
    let changed = !moved.is_empty();
    let reason = format!("{} {}", edit.date, edit.name);
    match folded {
        Folded::Case(case) => {
            let kind = FactKind::Recomputed {
                cause: reason,
                moved,
            };
            let fact = fact((case.seq, case.last_at), by, now, kind);
            work::record(write, *case, told(changed, &fact), rules)?;
        }
        Folded::Contact(before) => {
            let kind = ContactFact::Recomputed {
                cause: reason,
                moved,
            };
            let fact = fact((before.seq, before.last_at), by, now, kind);
            let facts = told(changed, &fact);
            let party = write.reader().party(before.number)?;
            let after = before.with(facts);
            contact::record(write, &after, facts, (&party, Person::Kept), rules)?;
        }
    }
    Ok(changed)
}

fn told<K>(changed: bool, fact: &Fact<K>) -> &[Fact<K>] {
    if changed {
        std::slice::from_ref(fact)
    } else {
        &[]
    }
}

fn moved(after: &[Deadline], before: &[Deadline]) -> Vec<Moved> {
    let pairs = after.iter().zip(before);
    pairs
        .filter(|(after, before)| after.is_open() && after.due.at != before.due.at)
        .map(|(after, before)| Moved {
            promise: after.promise.clone(),
            from: before.due.at,
            to: after.due.at,
        })
        .collect()
}

fn fact<K>(
    (last, last_at): (u32, DateTime<Utc>),
    by: &str,
    now: DateTime<Utc>,
    kind: K,
) -> Fact<K> {
    let at = now.max(last_at);
    Fact {
        seq: last + 1,
        at,
        recorded_at: at,
        by: by.to_owned(),
        kind,
        announced: Vec::new(),
    }
}
