//! The derived table `duty`: one row for each promise and period.

use super::{Reader, StoreError, convert};
use crate::domain::{duty::Period, outline::Outline, subject::DutyNumber};
use rusqlite::{Params, types::Value};
use std::ops::RangeInclusive;

/// The row of a duty, in the order of the table; `None` for other subjects.
pub(super) fn values(outline: &Outline<'_>) -> Option<Vec<Value>> {
    let (promise, period) = outline.duty?;
    Some(vec![
        outline.subject.id().into(),
        promise.to_owned().into(),
        period.to_string().into(),
        i64::from(period.year()).into(),
    ])
}

impl Reader<'_> {
    /// The duty of a promise for a period; `None` where it is not open yet.
    pub fn duty_of(&self, promise: &str, period: Period) -> Result<Option<DutyNumber>, StoreError> {
        let sql = "SELECT subject FROM duty WHERE promise = ?1 AND period = ?2";
        let mut numbers = self.duty_numbers(sql, (promise, period.to_string()))?;
        Ok(numbers.pop())
    }

    /// Every duty with its promise and period.
    pub fn duties(&self) -> Result<Vec<(DutyNumber, String, Period)>, StoreError> {
        let sql = "SELECT subject, promise, period FROM duty ORDER BY subject";
        self.rows(sql, [], |row| {
            let number = convert::key(row, 0, DutyNumber::from_id)?;
            Ok((number, row.get(1)?, convert::word(row, 2)?))
        })
    }

    /// The duties for periods of those years, and the open ones of any year, by number.
    pub fn duties_of_years(
        &self,
        years: RangeInclusive<u16>,
    ) -> Result<Vec<DutyNumber>, StoreError> {
        let sql = "SELECT subject FROM duty WHERE year BETWEEN ?1 AND ?2
                   UNION SELECT subject FROM subject WHERE open = 1 AND what = 'duty'
                   ORDER BY subject";
        self.duty_numbers(sql, (*years.start(), *years.end()))
    }

    /// The duties of a promise for all periods.
    pub fn duties_of(&self, promise: &str) -> Result<Vec<DutyNumber>, StoreError> {
        let sql = "SELECT subject FROM duty WHERE promise = ?1 ORDER BY year, subject";
        self.duty_numbers(sql, [promise])
    }

    fn duty_numbers(&self, sql: &str, values: impl Params) -> Result<Vec<DutyNumber>, StoreError> {
        self.rows(sql, values, |row| convert::key(row, 0, DutyNumber::from_id))
    }
}
