//! Which duties there are: one for each promise and period.

use super::{Reader, StoreError, convert};
use crate::domain::{duty::Period, outline::Outline, subject::DutyNumber};
use rusqlite::{Row, types::Value};
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
    /// The duty of a promise for a period, where it has begun.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn duty_of(&self, promise: &str, period: Period) -> Result<Option<DutyNumber>, StoreError> {
        let sql = "SELECT subject FROM duty WHERE promise = ?1 AND period = ?2";
        self.row(sql, (promise, period.to_string()), |row| number(row, 0))
    }

    /// Every duty with its promise and period.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn duties(&self) -> Result<Vec<(DutyNumber, String, Period)>, StoreError> {
        let sql = "SELECT subject, promise, period FROM duty ORDER BY subject";
        self.rows(sql, [], |row| {
            Ok((number(row, 0)?, row.get(1)?, convert::word(row, 2)?))
        })
    }

    /// The duties for periods of those years, in the order of their numbers, and those of any year that are open.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn duties_of_years(
        &self,
        years: RangeInclusive<u16>,
    ) -> Result<Vec<DutyNumber>, StoreError> {
        let sql = "SELECT subject FROM duty WHERE year BETWEEN ?1 AND ?2
                   UNION SELECT subject FROM subject WHERE open = 1 AND what = 'duty'
                   ORDER BY subject";
        self.duty_numbers(sql, (*years.start(), *years.end()))
    }

    /// The duties of a promise, whatever their period.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn duties_of(&self, promise: &str) -> Result<Vec<DutyNumber>, StoreError> {
        let sql = "SELECT subject FROM duty WHERE promise = ?1 ORDER BY year, subject";
        self.duty_numbers(sql, [promise])
    }

    fn duty_numbers(
        &self,
        sql: &str,
        values: impl rusqlite::Params,
    ) -> Result<Vec<DutyNumber>, StoreError> {
        self.rows(sql, values, |row| number(row, 0))
    }
}

fn number(row: &Row<'_>, at: usize) -> rusqlite::Result<DutyNumber> {
    let key: i64 = row.get(at)?;
    DutyNumber::from_id(key).ok_or(rusqlite::Error::IntegralValueOutOfRange(at, key))
}
