//! Reading the queue: a page at a time by key, never by offset, in the order of an index.

use super::{Reader, StoreError, convert, error::Doing};
use crate::domain::{
    calendar::Calendar,
    charter::Channel,
    count::Due,
    deadline::Status,
    remaining::Remaining,
    subject::{Phase, Subject, SubjectKind},
};
use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{Row, types::Value};
use std::{fmt, str::FromStr};

/// What a row of the queue is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// A subject, by its leading deadline.
    #[default]
    Case,
    /// A deadline.
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

/// A place in the queue: the key of the row that stands there. It goes to the caller and back as one word.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The row's rank.
    pub rank: i64,
    /// Its subject.
    pub subject: i64,
    /// Its promise and opening, where rows are deadlines.
    pub deadline: Option<(String, u16)>,
}

impl Key {
    /// What the queue is ordered by.
    pub fn place(&self) -> (i64, i64, Option<&(String, u16)>) {
        (self.rank, self.subject, self.deadline.as_ref())
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.rank, self.subject)?;
        match &self.deadline {
            Some((promise, nth)) => write!(f, ":{nth}:{promise}"),
            None => Ok(()),
        }
    }
}

/// A word that is no place in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no place in the queue")]
pub struct NoKey;

impl FromStr for Key {
    type Err = NoKey;

    fn from_str(text: &str) -> Result<Self, NoKey> {
        let mut parts = text.splitn(4, ':');
        let mut integer = || parts.next().and_then(|part| part.parse().ok()).ok_or(NoKey);
        let (rank, subject) = (integer()?, integer()?);
        let deadline = match (parts.next(), parts.next()) {
            (None, _) => None,
            (Some(nth), Some(promise)) => Some((
                promise.to_owned(),
                nth.parse().map_err(|_not_a_number| NoKey)?,
            )),
            (Some(_), None) => return Err(NoKey),
        };
        Ok(Self {
            rank,
            subject,
            deadline,
        })
    }
}

/// From where rows are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum From {
    /// The nearest first.
    #[default]
    Start,
    /// After that row, forward.
    After(Key),
    /// That row and after it; it need not stand there any more.
    At(Key),
    /// Before that row; rows still come nearest first.
    Before(Key),
    /// The last ones; rows still come nearest first.
    End,
}

/// A question to the queue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// What a row is.
    pub order: Order,
    /// Which rows.
    pub filter: Filter,
    /// Only subjects of this kind.
    pub kind: Option<SubjectKind>,
    /// Only those of this officer.
    pub officer: Option<String>,
    /// From where.
    pub from: From,
    /// How many at most.
    pub limit: u32,
    /// The clock, for what is overdue.
    pub now: DateTime<Utc>,
}

/// A row of the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueRow {
    /// Its place.
    pub key: Key,
    /// What it is about, with its number.
    pub subject: Subject,
    /// The title.
    pub title: String,
    /// How it came; `None` for a duty.
    pub channel: Option<Channel>,
    /// Category of the charter; empty where it has none.
    pub category: String,
    /// Where the subject stands.
    pub phase: Phase,
    /// The department in charge.
    pub department: String,
    /// The officer in charge.
    pub officer: String,
    /// The complainant's name, masked.
    pub party: String,
    /// Highest step recorded.
    pub step: u8,
    /// How many facts the subject has.
    pub facts: u32,
    /// The promise that leads, or the row's own; `None` where no deadline is open.
    pub promise: Option<String>,
    /// When it ends; `None` while it is stopped.
    pub due_at: Option<DateTime<Utc>>,
    /// Its last day.
    pub due_date: Option<NaiveDate>,
    /// It ends with that day.
    pub whole_day: bool,
    /// While it is stopped: working seconds left.
    pub left: Option<i64>,
    /// When its time began, for deadlines; when the case came, for cases.
    pub started_at: DateTime<Utc>,
    /// What became of it, without the clock.
    state: RowState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RowState {
    Open,
    Met { late: bool },
    Missed,
    Void,
}

impl QueueRow {
    /// What is left of the row's deadline at `now`, as a person reads it.
    pub fn remaining(&self, now: DateTime<Utc>, calendar: &Calendar) -> Remaining {
        let status = self.status(now);
        match (status, self.state, self.due_at.zip(self.due_date)) {
            (None, ..) => Remaining::Nothing,
            (Some(_), RowState::Open, None) => Remaining::paused(self.left.unwrap_or(0)),
            (Some(_), RowState::Open, Some((at, date))) => {
                let whole_day = self.whole_day;
                Remaining::until(
                    Due {
                        at,
                        date,
                        whole_day,
                    },
                    now,
                    calendar,
                )
            }
            (Some(status), ..) => Remaining::Settled(status),
        }
    }

    /// How the row's deadline stands at `now`; `None` where it has none.
    pub fn status(&self, now: DateTime<Utc>) -> Option<Status> {
        self.promise.as_ref()?;
        Some(match (self.state, self.due_at) {
            (RowState::Met { late: false }, _) => Status::Met,
            (RowState::Met { late: true }, _) => Status::MetLate,
            (RowState::Missed, _) => Status::Missed,
            (RowState::Void, _) => Status::Void,
            (RowState::Open, None) => Status::Paused,
            (RowState::Open, Some(due)) if now > due => Status::Missed,
            (RowState::Open, Some(_)) => Status::Running,
        })
    }
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
}

const CASE_COLUMNS: &str = "s.rank, s.subject, NULL, NULL, s.title, s.channel, s.category, s.stage, s.department,
    s.officer, s.party, s.step, s.facts, s.promise, s.due_at, s.due_date, s.whole_day, s.left, s.arrived_at, 'open', NULL";
const DEADLINE_COLUMNS: &str = "d.rank, d.subject, d.promise, d.nth, s.title, s.channel, s.category, s.stage, s.department,
    s.officer, s.party, s.step, s.facts, d.promise, d.due_at, d.due_date, d.whole_day, d.left, d.started_at, d.state, d.settled_at";

/// The statement that answers a question, and its values: always one walk along one index.
pub(super) fn statement(ask: &Ask) -> (String, Vec<Value>) {
    let (columns, tables, keys): (_, _, &[&str]) = match ask.order {
        Order::Case => (CASE_COLUMNS, "subject s", &["s.rank", "s.subject"]),
        // The order of tables is the order of the walk.
        Order::Deadline => (
            DEADLINE_COLUMNS,
            "deadline d CROSS JOIN subject s ON s.subject = d.subject",
            &["d.rank", "d.subject", "d.promise", "d.nth"],
        ),
    };
    let table = if ask.order == Order::Case { "s" } else { "d" };
    let mut values: Vec<Value> = Vec::new();
    let mut wheres: Vec<String> = Vec::new();
    if ask.filter != Filter::All {
        wheres.push(format!("{table}.open = 1"));
    }
    if ask.filter == Filter::Overdue {
        values.push(ask.now.timestamp().into());
        wheres.push(format!("{table}.rank < ?{}", values.len()));
    }
    if let Some(kind) = ask.kind {
        // Literally as in the index of that kind, which stands ready for what is open.
        wheres.push(format!("s.what = '{kind}'"));
    }
    if let Some(officer) = &ask.officer {
        values.push(officer.clone().into());
        wheres.push(format!("s.officer = ?{}", values.len()));
    }
    let backward = matches!(ask.from, From::Before(_) | From::End);
    if let From::After(key) | From::At(key) | From::Before(key) = &ask.from {
        let compare = match ask.from {
            From::After(_) => ">",
            From::At(_) => ">=",
            _ => "<",
        };
        let first = values.len() + 1;
        values.extend([key.rank.into(), key.subject.into()]);
        if ask.order == Order::Deadline {
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

impl Reader<'_> {
    /// A page of the queue, the nearest first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn queue(&self, ask: &Ask) -> Result<Vec<QueueRow>, StoreError> {
        let (sql, values) = statement(ask);
        let mut statement = self
            .connection
            .prepare_cached(&sql)
            .doing("read", self.path)?;
        let rows = statement.query_map(rusqlite::params_from_iter(values), queue_row);
        let mut rows: Vec<QueueRow> = rows
            .doing("read", self.path)?
            .collect::<rusqlite::Result<_>>()
            .doing("read", self.path)?;
        if matches!(ask.from, From::Before(_) | From::End) {
            rows.reverse();
        }
        Ok(rows)
    }

    /// The row of one subject; `None` where there is no such subject.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn queue_row(&self, subject: impl Into<Subject>) -> Result<Option<QueueRow>, StoreError> {
        use rusqlite::OptionalExtension;
        let sql = format!("SELECT {CASE_COLUMNS} FROM subject s WHERE s.subject = ?1");
        let mut statement = self
            .connection
            .prepare_cached(&sql)
            .doing("read", self.path)?;
        statement
            .query_row([subject.into().id()], queue_row)
            .optional()
            .doing("read", self.path)
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
        let mut counts = Counts::default();
        let mut statement = self
            .connection
            .prepare_cached("SELECT bucket, open FROM tally")
            .doing("read", self.path)?;
        let mut rows = statement.query([]).doing("read", self.path)?;
        while let Some(row) = rows.next().doing("read", self.path)? {
            let open: i64 = row.get(1).doing("read", self.path)?;
            counts.open += open;
            let bucket = row.get_ref(0).doing("read", self.path)?;
            match bucket.as_str().unwrap_or_default() {
                "paused" => counts.paused += open,
                "none" => {}
                date => match date
                    .parse::<NaiveDate>()
                    .map(|date| (date - today).num_days())
                {
                    Ok(..0) => counts.overdue += open,
                    Ok(0) => counts.today += open,
                    Ok(1..=3) => counts.soon += open,
                    Ok(_) | Err(_) => {}
                },
            }
        }
        let sql = "SELECT count(*) FROM subject WHERE open = 1 AND rank > ?1 AND rank < ?2";
        let mut statement = self
            .connection
            .prepare_cached(sql)
            .doing("read", self.path)?;
        let over: i64 = statement
            .query_row((midnight.timestamp(), now.timestamp()), |row| row.get(0))
            .doing("read", self.path)?;
        counts.overdue += over;
        counts.today -= over;
        Ok(counts)
    }
}

fn queue_row(row: &Row<'_>) -> rusqlite::Result<QueueRow> {
    let promise: Option<String> = row.get(2)?;
    let nth: Option<u16> = row.get(3)?;
    let due_at: Option<i64> = row.get(14)?;
    let settled_at: Option<i64> = row.get(20)?;
    let state = match row.get_ref(19)?.as_str()? {
        "met" => RowState::Met {
            late: settled_at > due_at,
        },
        "missed" => RowState::Missed,
        "void" => RowState::Void,
        _ => RowState::Open,
    };
    let subject = convert::subject(row, 1)?;
    Ok(QueueRow {
        key: Key {
            rank: row.get(0)?,
            subject: row.get(1)?,
            deadline: promise.zip(nth),
        },
        subject,
        title: row.get(4)?,
        channel: convert::optional(row, 5)?,
        category: row.get(6)?,
        phase: phase(row, 7, subject.kind())?,
        department: row.get(8)?,
        officer: row.get(9)?,
        party: row.get(10)?,
        step: row.get(11)?,
        facts: row.get(12)?,
        promise: row.get(13)?,
        due_at: due_at.map(convert::instant),
        due_date: convert::optional(row, 15)?,
        whole_day: row.get(16)?,
        left: row.get(17)?,
        started_at: convert::time(row, 18)?,
        state,
    })
}

/// Where a subject of that kind stands.
fn phase(row: &Row<'_>, at: usize, kind: SubjectKind) -> rusqlite::Result<Phase> {
    let word: String = row.get(at)?;
    Phase::of(kind, &word).ok_or_else(|| convert::unknown(at, &word))
}

#[cfg(test)]
mod tests;
