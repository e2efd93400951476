//! Edits of the holiday table, each with its source.

use super::{Reader, StoreError, Write, convert, ledger};
use crate::domain::{
    holidays::{HolidayChange, HolidayEdit, HolidayKind},
    subject::Subject,
};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Row;

impl Write<'_> {
    /// Enters an edit.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn add_holiday_edit(&self, edit: &HolidayEdit, by: &str) -> Result<(), StoreError> {
        let kind = match edit.change {
            HolidayChange::Added(kind) => Some(kind.id()),
            HolidayChange::Removed => None,
        };
        let values = vec![
            edit.date.to_string().into(),
            edit.name.clone().into(),
            kind.map(str::to_owned).into(),
            edit.source.clone().into(),
            edit.decided_on.to_string().into(),
            edit.entered_at.timestamp().into(),
            by.to_owned().into(),
        ];
        self.enter(&ledger::HOLIDAYS, values)?;
        Ok(())
    }
}

impl Reader<'_> {
    /// Every edit, in the order of entry.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn holiday_edits(&self) -> Result<Vec<HolidayEdit>, StoreError> {
        let sql =
            "SELECT date, name, kind, source, decided_on, entered_at FROM holiday_edit ORDER BY id";
        self.rows(sql, [], edit)
    }

    /// Subjects with an open deadline that a change on `date` may move: arrived by the end of that day and not over before it.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn subjects_around(
        &self,
        date: NaiveDate,
        end_of_day: DateTime<Utc>,
    ) -> Result<Vec<Subject>, StoreError> {
        // A deadline that ended the day before may be reached by the change of a day it rolled over to.
        // A promise that starts late may be counted from the arrival.
        let sql = "SELECT DISTINCT d.subject FROM deadline d JOIN subject s ON s.subject = d.subject
                   WHERE d.open = 1 AND s.arrived_at < ?1 AND (d.due_date IS NULL OR d.due_date >= ?2) ORDER BY d.subject";
        let from = date.pred_opt().unwrap_or(date).to_string();
        self.rows(sql, (end_of_day.timestamp(), from), |row| {
            convert::subject(row, 0)
        })
    }
}

fn edit(row: &Row<'_>) -> rusqlite::Result<HolidayEdit> {
    let kind: Option<String> = row.get(2)?;
    let change = match kind {
        None => HolidayChange::Removed,
        Some(_) => HolidayChange::Added(convert::word::<HolidayKind>(row, 2)?),
    };
    Ok(HolidayEdit {
        date: convert::word(row, 0)?,
        name: row.get(1)?,
        change,
        source: row.get(3)?,
        decided_on: convert::word(row, 4)?,
        entered_at: convert::time(row, 5)?,
    })
}
