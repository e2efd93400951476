//! Reading the queue: a page at a time by key, never by offset, in the order of an index.

mod key;
mod row;
#[cfg(test)]
mod tests;

pub use key::{InvalidRowKey, RowKey};
pub use row::QueueRow;

use super::{
    Criteria, Reader, StoreError,
    criteria::{Conditions, Driver},
};
use crate::domain::subject::{Subject, SubjectKind};
use chrono::{DateTime, NaiveDate, Utc};
use row::queue_row;
use rusqlite::types::Value;

/// What a row of the queue is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum QueueOrder {
    /// A subject, by its leading deadline.
    #[default]
    Case,
    Deadline,
}

/// Which rows are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Filter {
    /// Those with something to do.
    #[default]
    Open,
    /// Those whose time is over.
    Overdue,
    /// Finished ones too.
    All,
}

/// From where rows are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PageStart {
    /// The nearest first.
    #[default]
    Start,
    /// After that row, forward.
    After(RowKey),
    /// That row and after it; it need not stand there any more.
    At(RowKey),
    /// Before that row; rows still come nearest first.
    Before(RowKey),
    /// The last ones; rows still come nearest first.
    End,
}

/// A question to the queue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueueQuery {
    /// What a row is.
    pub order: QueueOrder,
    pub filter: Filter,
    /// Only subjects of this kind.
    pub kind: Option<SubjectKind>,
    /// What must hold of them.
    pub criteria: Criteria,
    pub from: PageStart,
    /// How many at most.
    pub limit: u32,
    /// The clock, for what is overdue.
    pub now: DateTime<Utc>,
}

/// The numbers on the top line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Subjects whose leading deadline is over.
    pub overdue: i64,
    /// Those due today, not over yet.
    pub today: i64,
    /// Those due in the three days after today.
    pub soon: i64,
    /// Those whose time is stopped.
    pub paused: i64,
    /// All that are open.
    pub open: i64,
    /// Those whose result nobody was told.
    pub untold: i64,
}

/// Counts the open cases whose result nobody was told, along an index of them alone.
pub(super) const UNTOLD: &str = "SELECT count(*) FROM subject WHERE open = 1 AND untold = 1";

const CASE_COLUMNS: &str = "s.rank, s.subject, NULL, NULL, s.title, s.channel, s.category, s.stage, s.department,
    s.officer, s.party, s.step, s.facts, s.promise, s.due_at, s.due_date, s.whole_day, s.left, s.arrived_at, 'open', NULL";
const DEADLINE_COLUMNS: &str = "d.rank, d.subject, d.promise, d.nth, s.title, s.channel, s.category, s.stage, s.department,
    s.officer, s.party, s.step, s.facts, d.promise, d.due_at, d.due_date, d.whole_day, d.left, d.started_at, d.state, d.settled_at";

/// The statement that answers a question, and its values: always one walk along one index.
pub(super) fn statement(ask: &QueueQuery) -> (String, Vec<Value>) {
    let (columns, tables, keys): (_, _, &[&str]) = match ask.order {
        QueueOrder::Case => (CASE_COLUMNS, "subject s", &["s.rank", "s.subject"]),
        // The order of tables is the order of the walk.
        QueueOrder::Deadline => (
            DEADLINE_COLUMNS,
            "deadline d CROSS JOIN subject s ON s.subject = d.subject",
            &["d.rank", "d.subject", "d.promise", "d.nth"],
        ),
    };
    let table = if ask.order == QueueOrder::Case {
        "s"
    } else {
        "d"
    };
    let asked = conditions(ask, table);
    let Conditions {
        texts: mut wheres,
        mut values,
    } = asked;
    let backward = matches!(ask.from, PageStart::Before(_) | PageStart::End);
    if let PageStart::After(key) | PageStart::At(key) | PageStart::Before(key) = &ask.from {
        let compare = match ask.from {
            PageStart::After(_) => ">",
            PageStart::At(_) => ">=",
            _ => "<",
        };
        let first = values.len() + 1;
        values.extend([key.rank.into(), key.subject.into()]);
        if ask.order == QueueOrder::Deadline {
            let (promise, nth) = key.deadline.clone().unwrap_or_default();
            values.extend([promise.into(), i64::from(nth).into()]);
        }
        let marks: Vec<String> = (first..=values.len()).map(|at| format!("?{at}")).collect();
        wheres.push(format!(
            "({}) {compare} ({})",
            keys.join(", "),
            marks.join(", ")
        ));
    }
    let filter = if wheres.is_empty() {
        String::new()
    } else {
        format!(" WHERE {}", wheres.join(" AND "))
    };
    let direction = if backward { " DESC" } else { "" };
    let order: Vec<String> = keys.iter().map(|key| format!("{key}{direction}")).collect();
    values.push(i64::from(ask.limit).into());
    let sql = format!(
        "SELECT {columns} FROM {tables}{filter} ORDER BY {} LIMIT ?{}",
        order.join(", "),
        values.len()
    );
    (sql, values)
}

/// What must hold of the rows, in terms by which an index is walked.
fn conditions(ask: &QueueQuery, table: &str) -> Conditions {
    let open = ask
        .criteria
        .open()
        .or((ask.filter != Filter::All).then_some(true));
    let mut asked = Conditions::default();
    let (driver, values) = ask.criteria.driver();
    // Only cases that are open, in their own order, stand in an index for each officer, department and step.
    let driver = match (ask.order, open, values.as_slice()) {
        (QueueOrder::Case, Some(true), [value]) => {
            let mark = asked.value(value.clone());
            asked.texts.extend(driver.condition(&mark));
            driver
        }
        _ => Driver::Rank,
    };
    match open {
        Some(true) => asked.texts.push(format!("{table}.open = 1")),
        Some(false) => asked.texts.push(format!("+{table}.open = 0")),
        None => {}
    }
    if ask.filter == Filter::Overdue {
        let mark = asked.value(ask.now.timestamp());
        asked.texts.push(format!("{table}.rank < {mark}"));
    }
    if let Some(kind) = ask.kind {
        // Literally as in the index of that kind, which stands ready for what is open.
        asked.texts.push(format!("s.what = '{kind}'"));
    }
    ask.criteria.add(Some(driver), table, ask.now, &mut asked);
    asked
}

/// The statements whose numbers together are how many open subjects hold, with their values: one walk for each value of
/// the column by which the index is walked.
pub(super) fn counting(criteria: &Criteria, now: DateTime<Utc>) -> Vec<(String, Vec<Value>)> {
    let (driver, values) = criteria.driver();
    let walks = if values.is_empty() {
        vec![None]
    } else {
        values.iter().map(Some).collect()
    };
    let statement = |value: Option<&Value>| {
        let mut asked = Conditions::default();
        asked.texts.push("s.open = 1".to_owned());
        if let Some(value) = value {
            let mark = asked.value(value.clone());
            asked.texts.extend(driver.condition(&mark));
        }
        criteria.add(Some(driver), "s", now, &mut asked);
        let sql = format!("SELECT count(*) FROM subject s{}", asked.wheres());
        (sql, asked.values)
    };
    walks.into_iter().map(statement).collect()
}

impl Reader<'_> {
    /// A page of the queue, the nearest first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn queue(&self, ask: &QueueQuery) -> Result<Vec<QueueRow>, StoreError> {
        if ask.criteria.is_impossible() {
            return Ok(Vec::new());
        }
        let (driver, values) = ask.criteria.driver();
        if ask.order == QueueOrder::Deadline || values.len() < 2 {
            return self.walk(ask);
        }
        // One walk along the index for each value, so that nothing has to be sorted but a page.
        let mut rows = Vec::new();
        for value in &values {
            rows.extend(self.walk(&QueueQuery {
                criteria: ask.criteria.driven_by(driver, value),
                ..ask.clone()
            })?);
        }
        rows.sort_by(|one, other| one.key.place().cmp(&other.key.place()));
        let limit = usize::try_from(ask.limit).unwrap_or(usize::MAX);
        if matches!(ask.from, PageStart::Before(_) | PageStart::End) {
            rows.drain(..rows.len().saturating_sub(limit));
        }
        rows.truncate(limit);
        Ok(rows)
    }

    /// A page by one walk.
    fn walk(&self, ask: &QueueQuery) -> Result<Vec<QueueRow>, StoreError> {
        let (sql, values) = statement(ask);
        let mut rows = self.rows(&sql, rusqlite::params_from_iter(values), queue_row)?;
        if matches!(ask.from, PageStart::Before(_) | PageStart::End) {
            rows.reverse();
        }
        Ok(rows)
    }

    /// How many open subjects hold, counted along the index by which they are walked.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn count(&self, criteria: &Criteria, now: DateTime<Utc>) -> Result<u64, StoreError> {
        if criteria.is_impossible() {
            return Ok(0);
        }
        let mut total = 0;
        for (sql, values) in counting(criteria, now) {
            let values = rusqlite::params_from_iter(values);
            let counted: i64 = self.number(&sql, values)?;
            total += u64::try_from(counted).unwrap_or_default();
        }
        Ok(total)
    }

    /// The row of one subject; `None` where there is no such subject.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn queue_row(&self, subject: impl Into<Subject>) -> Result<Option<QueueRow>, StoreError> {
        let sql = format!("SELECT {CASE_COLUMNS} FROM subject s WHERE s.subject = ?1");
        self.row(&sql, [subject.into().id()], queue_row)
    }

    /// The numbers on the top line, from the tally: one row a day, and the deadlines of today that are over.
    ///
    /// `midnight` is the instant at which `today` began.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn counts(
        &self,
        now: DateTime<Utc>,
        today: NaiveDate,
        midnight: DateTime<Utc>,
    ) -> Result<Counts, StoreError> {
        let tally = self.tally()?;
        let signed = |open: u64| i64::try_from(open).unwrap_or(i64::MAX);
        let mut counts = Counts {
            paused: signed(tally.paused),
            open: signed(tally.paused + tally.without),
            untold: self.number(UNTOLD, [])?,
            ..Counts::default()
        };
        for (date, open) in tally.days {
            let open = signed(open);
            counts.open += open;
            match (date - today).num_days() {
                ..0 => counts.overdue += open,
                0 => counts.today += open,
                1..=3 => counts.soon += open,
                _ => {}
            }
        }
        let sql = "SELECT count(*) FROM subject WHERE open = 1 AND rank > ?1 AND rank < ?2";
        let over: i64 = self.number(sql, (midnight.timestamp(), now.timestamp()))?;
        counts.overdue += over;
        counts.today -= over;
        if now == midnight {
            // What ends with a day is not over in the very second in which the next one begins.
            counts.overdue -= self.ending_at(now)?;
        }
        Ok(counts)
    }

    /// How many open subjects end with the day that is over in that second.
    fn ending_at(&self, midnight: DateTime<Utc>) -> Result<i64, StoreError> {
        let sql = "SELECT count(*) FROM subject WHERE open = 1 AND rank = ?1 AND whole_day = 1";
        self.number(sql, [midnight.timestamp()])
    }

    /// How many open subjects have a leading deadline that ends at that instant or before.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn due_by(&self, until: DateTime<Utc>) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM subject WHERE open = 1 AND rank <= ?1";
        let counted: i64 = self.number(sql, [until.timestamp()])?;
        Ok(u64::try_from(counted).unwrap_or_default())
    }
}
