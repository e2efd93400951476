//! Counting for the reports of duties: what people asked, whom they praised, what is overdue.

use super::{Reader, StoreError, convert, error::Doing};
use crate::domain::subject::CaseNumber;
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Params, types::Value};
use std::ops::Range;

/// A case one of whose deadlines is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverdueCase {
    /// Its number.
    pub number: CaseNumber,
    /// Its title.
    pub title: String,
    /// The department in charge; empty where there is none.
    pub department: String,
    /// The officer in charge; empty where there is none.
    pub officer: String,
    /// The promise that was missed first.
    pub promise: String,
    /// When that was due.
    pub due_at: DateTime<Utc>,
    /// The last day of that.
    pub due_date: NaiveDate,
    /// True where it ended with that day.
    pub whole_day: bool,
}

const CATEGORIES: &str = "SELECT category, count(*) FROM subject
    WHERE arrived_at >= ?1 AND arrived_at < ?2 AND category <> ''
    GROUP BY category ORDER BY count(*) DESC, category LIMIT ?3";
const TITLES: &str = "SELECT min(title), count(*) FROM subject
    WHERE arrived_at >= ?1 AND arrived_at < ?2 AND what <> 'duty' AND title <> ''
    GROUP BY lower(title) ORDER BY count(*) DESC, min(title) LIMIT ?3";
/// Of the columns beside a lone minimum the engine gives those of its row. Left to itself it would read every deadline there
/// ever was, in the order of the subjects, to save the sorting of the few that are over.
const OVERDUE: &str = "SELECT d.subject, s.title, s.department, s.officer, d.promise, min(d.due_at), d.due_date, d.whole_day
    FROM deadline d INDEXED BY deadline_queue CROSS JOIN subject s ON s.subject = d.subject
    WHERE d.open = 1 AND d.rank < ?1 AND s.what = 'case'
    GROUP BY d.subject ORDER BY s.department, min(d.due_at), d.subject";

/// The question for the officers of so many categories.
fn officers(categories: usize) -> String {
    let marks = vec!["?"; categories].join(", ");
    format!(
        "SELECT officer, count(*) FROM subject
         WHERE what = 'case' AND arrived_at >= ? AND arrived_at < ? AND category IN ({marks})
         GROUP BY officer ORDER BY count(*) DESC, officer"
    )
}

impl Reader<'_> {
    /// What cases, visits and calls that came in that time were about, the most frequent first: categories by their ids.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn categories_between(
        &self,
        time: &Range<DateTime<Utc>>,
        most: u32,
    ) -> Result<Vec<(String, u64)>, StoreError> {
        self.counted(
            CATEGORIES,
            (time.start.timestamp(), time.end.timestamp(), most),
        )
    }

    /// The same by their titles, without a difference of capital letters.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn titles_between(
        &self,
        time: &Range<DateTime<Utc>>,
        most: u32,
    ) -> Result<Vec<(String, u64)>, StoreError> {
        self.counted(TITLES, (time.start.timestamp(), time.end.timestamp(), most))
    }

    /// How many cases of those categories came in that time, by the officer in charge, the most first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn officers_between(
        &self,
        time: &Range<DateTime<Utc>>,
        categories: &[&str],
    ) -> Result<Vec<(String, u64)>, StoreError> {
        let mut values: Vec<Value> =
            vec![time.start.timestamp().into(), time.end.timestamp().into()];
        values.extend(categories.iter().map(|id| Value::from((*id).to_owned())));
        self.counted(
            &officers(categories.len()),
            rusqlite::params_from_iter(values),
        )
    }

    /// The open cases with a deadline that is over at `now`, by department, the longest overdue first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn overdue_cases(&self, now: DateTime<Utc>) -> Result<Vec<OverdueCase>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(OVERDUE)
            .doing("read", self.path)?;
        let rows = statement.query_map([now.timestamp()], |row| {
            Ok(OverdueCase {
                number: convert::case_number(row, 0)?,
                title: row.get(1)?,
                department: row.get(2)?,
                officer: row.get(3)?,
                promise: row.get(4)?,
                due_at: convert::time(row, 5)?,
                due_date: convert::word(row, 6)?,
                whole_day: row.get(7)?,
            })
        });
        rows.doing("read", self.path)?
            .collect::<rusqlite::Result<_>>()
            .doing("read", self.path)
    }

    fn counted(&self, sql: &str, values: impl Params) -> Result<Vec<(String, u64)>, StoreError> {
        let mut statement = self
            .connection
            .prepare_cached(sql)
            .doing("read", self.path)?;
        let rows = statement.query_map(values, |row| {
            let count: i64 = row.get(1)?;
            Ok((row.get(0)?, count.unsigned_abs()))
        });
        rows.doing("read", self.path)?
            .collect::<rusqlite::Result<_>>()
            .doing("read", self.path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;
    use tempfile::TempDir;

    fn plan(store: &Store, sql: &str) -> Vec<String> {
        let sql = format!("EXPLAIN QUERY PLAN {sql}");
        let mut statement = store.connection.prepare(&sql).unwrap();
        // Values that are not bound are NULL, which changes no plan.
        let rows = statement.raw_query().mapped(|row| row.get(3));
        rows.collect::<rusqlite::Result<_>>().unwrap()
    }

    #[test]
    fn each_report_reads_one_stretch_of_an_index_and_no_table_from_end_to_end() {
        let folder = TempDir::new().unwrap();
        let store = Store::create(&folder.path().join("desk.db")).unwrap();
        let of_the_time = "INDEX subject_arrived (arrived_at>? AND arrived_at<?)";
        let officers = officers(2);
        for (sql, first) in [
            (CATEGORIES, of_the_time),
            (TITLES, of_the_time),
            (&officers, of_the_time),
            (OVERDUE, "INDEX deadline_queue (rank<?)"),
        ] {
            let plan = plan(&store, sql);
            assert!(
                plan.iter()
                    .any(|line| line.starts_with("SEARCH") && line.contains(first)),
                "{plan:?}"
            );
            assert!(
                plan.iter().all(|line| !line.starts_with("SCAN")),
                "{plan:?}"
            );
        }
        let counted = plan(&store, CATEGORIES);
        assert!(
            counted.iter().any(|line| line.contains("COVERING")),
            "{counted:?}"
        );
    }
}
