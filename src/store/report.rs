//! Counts for the reports of duties: frequent matters, praise by officer, overdue cases.

use super::{Reader, StoreError, convert};
use crate::domain::subject::{CaseNumber, SubjectKind};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Params, params_from_iter, types::Value};
use std::ops::Range;

/// A case whose leading deadline has passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverdueCase {
    pub number: CaseNumber,
    pub title: String,
    /// Empty where nobody is assigned.
    pub officer: String,
    /// The leading promise.
    pub promise: String,
    pub due_at: DateTime<Utc>,
    pub due_date: NaiveDate,
    /// True where the deadline is the end of that day.
    pub whole_day: bool,
}

/// The overdue cases of one department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverdueDepartment {
    /// Empty for cases without a department.
    pub department: String,
    /// All overdue cases, listed or not.
    pub count: u64,
    /// The longest overdue first; a large body has too many to list all.
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

/// The statement that counts by officer, for so many categories.
fn officers(categories: usize) -> String {
    let marks = vec!["?"; categories].join(", ");
    format!(
        "SELECT officer, count(*) FROM subject
         WHERE what = 'case' AND arrived_at >= ? AND arrived_at < ? AND category IN ({marks})
         GROUP BY officer ORDER BY count(*) DESC, officer"
    )
}

impl Reader<'_> {
    /// The most frequent categories (by id) of the cases, visits and calls that came in that time, with their counts.
    pub fn categories_between(
        &self,
        time: &Range<DateTime<Utc>>,
        most: u32,
    ) -> Result<Vec<(String, u64)>, StoreError> {
        let (start, end) = (time.start.timestamp(), time.end.timestamp());
        self.counts_by_name(CATEGORIES, (start, end, most))
    }

    /// The most frequent titles of that time, case-insensitively.
    pub fn titles_between(
        &self,
        time: &Range<DateTime<Utc>>,
        most: u32,
    ) -> Result<Vec<(String, u64)>, StoreError> {
        let (start, end) = (time.start.timestamp(), time.end.timestamp());
        self.counts_by_name(TITLES, (start, end, most))
    }

    /// How many cases of some categories came in that time, by the officer in charge, the most first.
    pub fn officers_between(
        &self,
        time: &Range<DateTime<Utc>>,
        categories: &[&str],
    ) -> Result<Vec<(String, u64)>, StoreError> {
        let mut values: Vec<Value> =
            vec![time.start.timestamp().into(), time.end.timestamp().into()];
        values.extend(categories.iter().map(|id| Value::from((*id).to_owned())));
        self.counts_by_name(&officers(categories.len()), params_from_iter(values))
    }

    /// The open cases whose leading deadline has passed at `now`, by department; at most `most` of each are listed.
    pub fn overdue(
        &self,
        now: DateTime<Utc>,
        most: u32,
    ) -> Result<Vec<OverdueDepartment>, StoreError> {
        let mut found = Vec::new();
        for department in self.departments()? {
            // Keys of cases are below those of other subjects.
            let values = (&department, now.timestamp(), SubjectKind::Case.end_key());
            let count = self.count_rows(OVERDUE, values)?;
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

    fn longest_overdue(
        &self,
        department: &str,
        now: DateTime<Utc>,
        most: u32,
    ) -> Result<Vec<OverdueCase>, StoreError> {
        let (now, end) = (now.timestamp(), SubjectKind::Case.end_key());
        self.rows(LONGEST_OVERDUE, (department, now, end, most), |row| {
            Ok(OverdueCase {
                number: convert::key(row, 0, CaseNumber::from_id)?,
                title: row.get(1)?,
                officer: row.get(2)?,
                promise: row.get(3)?,
                due_at: convert::time(row, 4)?,
                due_date: convert::word(row, 5)?,
                whole_day: row.get(6)?,
            })
        })
    }

    /// Reads rows of a name and a count.
    pub(super) fn counts_by_name(
        &self,
        sql: &str,
        values: impl Params,
    ) -> Result<Vec<(String, u64)>, StoreError> {
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
