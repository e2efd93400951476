//! Changes to the holiday table, which move open deadlines; each move is recorded as a fact.

use super::{
    Desk, DeskError,
    recount::DeadlinesBefore,
    rules::{known_from, midnight},
};
use crate::domain::{
    holidays::{Holiday, HolidayChange, HolidayEdit},
    input,
    party::Field,
    refusal::{Refusal, ValueFault},
    rights::Operation,
    subject::Subject,
};
use chrono::NaiveDate;

/// A change to the holiday table, as submitted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayRequest {
    pub date: NaiveDate,
    pub name: String,
    pub change: HolidayChange,
    /// Publication of the decision.
    pub source: String,
    /// Date of the decision; `None` means today.
    pub decided_on: Option<NaiveDate>,
}

/// The effect of a change of the calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CalendarImpact {
    /// Subjects whose deadlines moved.
    pub subjects: Vec<Subject>,
}

impl Desk {
    /// Reads the public holidays of a year, with the desk's edits.
    pub fn holidays(&mut self, year: i32) -> Result<Vec<Holiday>, DeskError> {
        Ok(self.rules()?.calendars.now().holidays.year(year))
    }

    /// Reads the edits of the holiday table, in the order of entry.
    pub fn holiday_edits(&self) -> Result<Vec<HolidayEdit>, DeskError> {
        Ok(self.store.reader().holiday_edits()?)
    }

    /// Adds or removes a holiday and recounts open deadlines; announced dates stay.
    ///
    /// # Errors
    /// The actor is no administrator; nothing would change; a field is wrong.
    pub fn change_holiday(
        &mut self,
        request: &HolidayRequest,
    ) -> Result<CalendarImpact, DeskError> {
        let write = self.store.write(&self.actor, Operation::Holidays)?;
        let now = write.now;
        let name = input::clean(&request.name);
        if let Some(fault) = input::fault(&name, true, input::Shape::Line(input::NAME_MAX)) {
            return Err(Refusal::field(Field::Name, fault).into());
        }
        let source = input::clean(&request.source);
        if let Some(fault) = input::fault(&source, false, input::Shape::Line(input::TITLE_MAX)) {
            return Err(Refusal::field(Field::Source, fault).into());
        }
        let rules = self.rules.in_force(write.reader(), now)?;
        let calendar = rules.calendars.now();
        let adds = matches!(request.change, HolidayChange::Added(_));
        if calendar.holidays.contains(request.date) == adds {
            return Err(DeskError::HolidayUnchanged { date: request.date });
        }
        let today = calendar.date(now);
        let decided_on = request.decided_on.unwrap_or(today);
        if decided_on > today {
            return Err(Refusal::field(Field::Decided, ValueFault::Future).into());
        }
        let next = request.date.succ_opt().unwrap_or(request.date);
        let end_of_day = midnight(calendar, next);
        let edit = HolidayEdit {
            date: request.date,
            name,
            change: request.change,
            source,
            decided_on,
            entered_at: known_from(now),
        };
        let before = DeadlinesBefore::read(&write, &mut self.rules, request.date, end_of_day)?;
        write.add_holiday_edit(&edit, &self.actor.login)?;
        let cause = format!("{} {}", edit.date, edit.name);
        let by = (self.actor.login.as_str(), now);
        let subjects = before.recount(&write, &mut self.rules, &cause, by)?;
        write.commit()?;
        Ok(CalendarImpact { subjects })
    }
}
