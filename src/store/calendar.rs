//! Edits of the holiday table, each with its source.

use super::{Reader, StoreError, Write, convert, ledger};
use crate::domain::{
    holidays::{HolidayChange, HolidayEdit},
    subject::Subject,
};
use chrono::{DateTime, NaiveDate, Utc};

impl Write<'_> {
    /// Enters an edit.
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
        self.enter(&ledger::HOLIDAYS, values).map(drop)
    }
}

impl Reader<'_> {
    /// Every edit, in the order of entry.
    pub fn holiday_edits(&self) -> Result<Vec<HolidayEdit>, StoreError> {
        let sql =
            "SELECT date, name, kind, source, decided_on, entered_at FROM holiday_edit ORDER BY id";
        self.rows(sql, [], |row| {
            let kind = convert::optional(row, 2)?;
            Ok(HolidayEdit {
                date: convert::word(row, 0)?,
                name: row.get(1)?,
                change: kind.map_or(HolidayChange::Removed, HolidayChange::Added),
                source: row.get(3)?,
                decided_on: convert::word(row, 4)?,
                entered_at: convert::time(row, 5)?,
            })
        })
    }

    /// Subjects with an open deadline that a change on `date` may move: arrived by the end of that day and due on it or
    /// later.
    pub fn subjects_around(
        &self,
        date: NaiveDate,
        end_of_day: DateTime<Utc>,
    ) -> Result<Vec<Subject>, StoreError> {
        // From the day before on: that deadline may have been rolled over to `date`. By the arrival of the subject, not
        // by the start of the deadline: a promise that starts late may be counted from the arrival.
        let sql = "SELECT DISTINCT d.subject FROM deadline d JOIN subject s ON s.subject = d.subject
                   WHERE d.open = 1 AND s.arrived_at < ?1 AND (d.due_date IS NULL OR d.due_date >= ?2) ORDER BY d.subject";
        let from = date.pred_opt().unwrap_or(date).to_string();
        self.rows(sql, (end_of_day.timestamp(), from), |row| {
            convert::key(row, 0, Subject::from_id)
        })
    }
}
