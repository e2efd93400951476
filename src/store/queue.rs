//! Reading the queue in pages by key, never by offset, in the order of an index.

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
use rusqlite::{params_from_iter, types::Value};

/// What a row of the queue stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum QueueOrder {
    /// One row per subject, by its leading deadline.
    #[default]
    Case,
    Deadline,
}

/// Which rows are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Filter {
    #[default]
    Open,
    /// Those whose deadline has passed.
    Overdue,
    /// Closed ones too.
    All,
}

/// Where a page starts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PageStart {
    #[default]
    Start,
    After(RowKey),
    /// From that row on; it need not exist any more.
    At(RowKey),
    /// Before that row; still the nearest first.
    Before(RowKey),
    /// The last page; still the nearest first.
    End,
}

/// A query for a page of the queue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueueQuery {
    pub order: QueueOrder,
    pub filter: Filter,
    pub kind: Option<SubjectKind>,
    pub criteria: Criteria,
    pub from: PageStart,
    pub limit: u32,
    pub now: DateTime<Utc>,
}

/// The numbers on the top line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub overdue: i64,
    /// Due today and not overdue yet.
    pub today: i64,
    /// Due in the three days after today.
    pub soon: i64,
    pub paused: i64,
    pub open: i64,
    /// Those whose result nobody was told.
    pub untold: i64,
    /// Those whose second step is due.
    pub second_step: i64,
    /// Notices that failed, may have, or wait for another try.
    pub unsent: i64,
}

/// Counts the open cases whose result nobody was told, along an index of them alone.
pub(super) const UNTOLD: &str = "SELECT count(*) FROM subject WHERE open = 1 AND untold = 1";

/// Counts the open cases whose second step is due, along an index of them alone.
pub(super) const SECOND_STEP: &str = "SELECT count(*) FROM subject WHERE open = 1 AND step_due = 2";

const CASE_COLUMNS: &str = "s.rank, s.subject, NULL, NULL, s.title, s.channel, s.category, s.stage, s.department,
    s.officer, s.party, s.step, s.facts, s.promise, s.due_at, s.due_date, s.whole_day, s.left, s.arrived_at, 'open', NULL, s.step_due, s.untold";
const DEADLINE_COLUMNS: &str = "d.rank, d.subject, d.promise, d.nth, s.title, s.channel, s.category, s.stage, s.department,
    s.officer, s.party, s.step, s.facts, d.promise, d.due_at, d.due_date, d.whole_day, d.left, d.started_at, d.state, d.settled_at, s.step_due, s.untold";

/// The walks that answer a query: the column by whose index they go, and a value of it for each.
fn walks(ask: &QueueQuery) -> (Driver, Vec<Option<Value>>) {
    // Indexes by officer, department and step hold open cases only, in the order of cases.
    match (ask.order, open(ask)) {
        (QueueOrder::Case, Some(true)) => ask.criteria.driver(),
        _ => (Driver::Rank, vec![None]),
    }
}

/// `true` where only open subjects match, `false` where only closed ones do, `None` for both.
fn open(ask: &QueueQuery) -> Option<bool> {
    let criteria = ask.criteria.open();
    criteria.or((ask.filter != Filter::All).then_some(true))
}

/// The statement of one walk along one index, and its values.
fn statement(ask: &QueueQuery, driver: Driver, value: Option<&Value>) -> (String, Vec<Value>) {
    let (table, columns, tables, keys): (_, _, _, &[&str]) = match ask.order {
        QueueOrder::Case => ("s", CASE_COLUMNS, "subject s", &["s.rank", "s.subject"]),
        // The order of tables is the order of the walk.
        QueueOrder::Deadline => (
            "d",
            DEADLINE_COLUMNS,
            "deadline d CROSS JOIN subject s ON s.subject = d.subject",
            &["d.rank", "d.subject", "d.promise", "d.nth"],
        ),
    };
    let mut conditions = conditions(ask, table, driver, value);
    if let PageStart::After(key) | PageStart::At(key) | PageStart::Before(key) = &ask.from {
        let compare = match ask.from {
            PageStart::After(_) => ">",
            PageStart::At(_) => ">=",
            _ => "<",
        };
        let mut marks = vec![conditions.value(key.rank), conditions.value(key.subject)];
        if ask.order == QueueOrder::Deadline {
            let (promise, nth) = key.deadline.clone().unwrap_or_default();
            marks.extend([conditions.value(promise), conditions.value(i64::from(nth))]);
        }
        let (keys, marks) = (keys.join(", "), marks.join(", "));
        let text = format!("({keys}) {compare} ({marks})");
        conditions.texts.push(text);
    }
    let direction = if ask.is_backward() { " DESC" } else { "" };
    let order: Vec<String> = keys.iter().map(|key| format!("{key}{direction}")).collect();
    let (wheres, order) = (conditions.wheres(), order.join(", "));
    let limit = conditions.value(i64::from(ask.limit));
    let sql = format!("SELECT {columns} FROM {tables}{wheres} ORDER BY {order} LIMIT {limit}");
    (sql, conditions.values)
}

/// The conditions on the rows of one walk, but for the start of the page.
fn conditions(ask: &QueueQuery, table: &str, driver: Driver, value: Option<&Value>) -> Conditions {
    let mut asked = Conditions::default();
    asked.drive(driver, value);
    match open(ask) {
        Some(true) => asked.texts.push(format!("{table}.open = 1")),
        Some(false) => asked.texts.push(format!("+{table}.open = 0")),
        None => {}
    }
    if ask.order == QueueOrder::Deadline {
        // One that waits for another to run out has not begun.
        let mark = asked.value(ask.now.timestamp());
        asked.texts.push(format!("d.started_at <= {mark}"));
    }
    if ask.filter == Filter::Overdue {
        let mark = asked.value(ask.now.timestamp());
        asked.texts.push(format!("{table}.rank < {mark}"));
    }
    if let Some(kind) = ask.kind {
        // Literally as in the partial index of that kind's open subjects.
        asked.texts.push(format!("s.what = '{kind}'"));
    }
    ask.criteria.add(Some(driver), table, ask.now, &mut asked);
    asked
}

/// The statements whose counts add up to the number of open subjects that match, with their values: one for each walk.
fn counting(criteria: &Criteria, now: DateTime<Utc>) -> Vec<(String, Vec<Value>)> {
    let (driver, values) = criteria.driver();
    let statement = |value: &Option<Value>| {
        let mut asked = Conditions::default();
        asked.texts.push("s.open = 1".to_owned());
        asked.drive(driver, value.as_ref());
        criteria.add(Some(driver), "s", now, &mut asked);
        let sql = format!("SELECT count(*) FROM subject s{}", asked.wheres());
        (sql, asked.values)
    };
    values.iter().map(statement).collect()
}

impl QueueQuery {
    /// True where rows are read from the end.
    fn is_backward(&self) -> bool {
        matches!(self.from, PageStart::Before(_) | PageStart::End)
    }
}

impl Reader<'_> {
    /// Reads a page of the queue, the nearest first.
    pub fn queue(&self, ask: &QueueQuery) -> Result<Vec<QueueRow>, StoreError> {
        if ask.criteria.is_impossible() {
            return Ok(Vec::new());
        }
        // One walk along the index for each value, so that only pages are sorted.
        let (driver, values) = walks(ask);
        let mut rows = Vec::new();
        for value in &values {
            let (sql, values) = statement(ask, driver, value.as_ref());
            rows.extend(self.rows(&sql, params_from_iter(values), queue_row)?);
        }
        rows.sort_by(|one, other| one.key.place().cmp(&other.key.place()));
        let limit = usize::try_from(ask.limit).unwrap_or(usize::MAX);
        if ask.is_backward() {
            rows.drain(..rows.len().saturating_sub(limit));
        }
        rows.truncate(limit);
        Ok(rows)
    }

    /// How many open subjects match.
    pub fn count(&self, criteria: &Criteria, now: DateTime<Utc>) -> Result<u64, StoreError> {
        if criteria.is_impossible() {
            return Ok(0);
        }
        let mut total = 0;
        for (sql, values) in counting(criteria, now) {
            total += self.count_rows(&sql, params_from_iter(values))?;
        }
        Ok(total)
    }

    /// The row of one subject; `None` where there is no such subject.
    pub fn queue_row(&self, subject: impl Into<Subject>) -> Result<Option<QueueRow>, StoreError> {
        let sql = format!("SELECT {CASE_COLUMNS} FROM subject s WHERE s.subject = ?1");
        self.row(&sql, [subject.into().id()], queue_row)
    }

    /// The numbers on the top line: from the tally, one row per day, and the deadlines that passed today.
    ///
    /// `midnight` is the instant at which `today` began.
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
            untold: signed(self.count_rows(UNTOLD, [])?),
            second_step: signed(self.count_rows(SECOND_STEP, [])?),
            unsent: self.unsent()?.total().into(),
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
        let passed = signed(self.count_rows(sql, (midnight.timestamp(), now.timestamp()))?);
        counts.overdue += passed;
        counts.today -= passed;
        if now == midnight {
            // A deadline at the end of a day is not overdue yet in the first second of the next one.
            let sql = "SELECT count(*) FROM subject WHERE open = 1 AND rank = ?1 AND whole_day = 1";
            counts.overdue -= signed(self.count_rows(sql, [midnight.timestamp()])?);
        }
        Ok(counts)
    }

    /// How many open subjects have a leading deadline at that instant or before.
    pub fn due_by(&self, until: DateTime<Utc>) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM subject WHERE open = 1 AND rank <= ?1";
        self.count_rows(sql, [until.timestamp()])
    }
}
