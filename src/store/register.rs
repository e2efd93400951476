//! The cases in the order in which they came in.

use super::{Reader, StoreError, convert};
use crate::domain::case::CaseNumber;
use rusqlite::Row;

/// A case among those that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    pub number: CaseNumber,
    arrived_at: i64,
    category: String,
}

impl Reader<'_> {
    /// The cases that came in from a second until before another, after one of them: one walk along an index.
    pub fn registered(
        &self,
        (from, until): (i64, i64),
        after: Option<&Registered>,
        limit: u32,
    ) -> Result<Vec<Registered>, StoreError> {
        let sql = "SELECT subject, arrived_at, category FROM subject
                   WHERE arrived_at < ?1 AND (arrived_at, category, subject) > (?2, ?3, ?4) AND what = 'case'
                   ORDER BY arrived_at, category, subject LIMIT ?5";
        let (at, category, subject) = match after {
            Some(one) => (one.arrived_at, one.category.as_str(), one.number.id()),
            None => (from, "", 0),
        };
        let values = (until, at, category, subject, limit);
        self.rows(sql, values, registered)
    }
}

fn registered(row: &Row<'_>) -> rusqlite::Result<Registered> {
    Ok(Registered {
        number: convert::key(row, 0, CaseNumber::from_id)?,
        arrived_at: row.get(1)?,
        category: row.get(2)?,
    })
}
