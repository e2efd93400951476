//! Counting for the reports of duties: what people asked, whom they praised, what is overdue.

use super::{Reader, StoreError, convert};
use crate::domain::subject::{CaseNumber, SubjectKind};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Params, types::Value};
use std::ops::Range;

/// A case whose leading deadline is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverdueCase {
    pub number: CaseNumber,
    pub title: String,
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

/// What is overdue at one department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverdueDepartment {
    /// The department in charge; empty for the cases that have none.
    pub department: String,
    /// How many cases, whether they are listed or not.
    pub count: u64,
    /// The cases, the longest overdue first; a large house has too many to list them all.
    pub cases: Vec<OverdueCase>,
}

impl OverdueDepartment {
    /// How many of the cases are not listed.
    pub fn more(&self) -> u64 {
        let listed = u64::try_from(self.cases.len()).unwrap_or(u64::MAX);
        self.count.saturating_sub(listed)
    }
}

const CATEGORIES: &str = "SELECT category, count(*) FROM subject
    WHERE arrived_at >= ?1 AND arrived_at < ?2 AND category <> ''
    GROUP BY category ORDER BY count(*) DESC, category LIMIT ?3";
const TITLES: &str = "SELECT min(title), count(*) FROM subject
    WHERE arrived_at >= ?1 AND arrived_at < ?2 AND what <> 'duty' AND title <> ''
    GROUP BY lower(title) ORDER BY count(*) DESC, min(title) LIMIT ?3";
const OVERDUE: &str = "SELECT count(*) FROM subject
    WHERE open = 1 AND department = ?1 AND rank < ?2 AND subject < ?3";
const LONGEST_OVERDUE: &str = "SELECT subject, title, officer, promise, due_at, due_date, whole_day FROM subject
    WHERE open = 1 AND department = ?1 AND rank < ?2 AND subject < ?3 ORDER BY rank, subject LIMIT ?4";

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

    /// The open cases whose leading deadline is over at `now`, by department, of each at most so many.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn overdue(
        &self,
        now: DateTime<Utc>,
        most: u32,
    ) -> Result<Vec<OverdueDepartment>, StoreError> {
        let mut found = Vec::new();
        for department in self.departments()? {
            let count = self.overdue_at(&department, now)?;
            if count > 0 {
                let cases = self.longest_overdue(&department, now, most)?;
                found.push(OverdueDepartment {
                    department,
                    count,
                    cases,
                });
            }
        }
        Ok(found)
    }

    fn overdue_at(&self, department: &str, now: DateTime<Utc>) -> Result<u64, StoreError> {
        // What is no case has its keys behind them.
        let values = (department, now.timestamp(), SubjectKind::Case.end_key());
        let count: i64 = self.number(OVERDUE, values)?;
        Ok(count.unsigned_abs())
    }

    fn longest_overdue(
        &self,
        department: &str,
        now: DateTime<Utc>,
        most: u32,
    ) -> Result<Vec<OverdueCase>, StoreError> {
        let end = SubjectKind::Case.end_key();
        self.rows(
            LONGEST_OVERDUE,
            (department, now.timestamp(), end, most),
            |row| {
                Ok(OverdueCase {
                    number: convert::case_number(row, 0)?,
                    title: row.get(1)?,
                    officer: row.get(2)?,
                    promise: row.get(3)?,
                    due_at: convert::time(row, 4)?,
                    due_date: convert::word(row, 5)?,
                    whole_day: row.get(6)?,
                })
            },
        )
    }

    fn counted(&self, sql: &str, values: impl Params) -> Result<Vec<(String, u64)>, StoreError> {
        self.rows(sql, values, |row| {
            let count: i64 = row.get(1)?;
            Ok((row.get(0)?, count.unsigned_abs()))
        })
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
            (
                OVERDUE,
                "COVERING INDEX subject_department (department=? AND rank<?)",
            ),
            (
                LONGEST_OVERDUE,
                "INDEX subject_department (department=? AND rank<?)",
            ),
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
            let sorted = plan.iter().any(|line| line.contains("TEMP B-TREE"));
            assert!(!sorted || sql != LONGEST_OVERDUE, "{plan:?}");
        }
        let counted = plan(&store, CATEGORIES);
        assert!(
            counted.iter().any(|line| line.contains("COVERING")),
            "{counted:?}"
        );
    }
}
