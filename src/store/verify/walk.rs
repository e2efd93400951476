//! Cursors over several tables in the order of their subjects, with one row of each in memory.

use crate::{domain::party::Party, store::people};
use rusqlite::{Connection, Row, Rows, Statement, types::Value};

/// The columns of a derived table that are compared.
pub(super) struct Table {
    pub(super) name: &'static str,
    /// How many of the columns, from the first on, make the key.
    key: usize,
    pub(super) columns: &'static str,
}

impl Table {
    /// The key of a row.
    pub(super) fn key<'r>(&self, row: &'r [Value]) -> Option<&'r [Value]> {
        row.get(..self.key)
    }

    /// The name of a column.
    pub(super) fn column(&self, at: usize) -> Option<&'static str> {
        self.columns.split(", ").nth(at)
    }

    fn select(&self) -> String {
        let Self { name, columns, .. } = self;
        let order: Vec<_> = columns.split(", ").take(self.key).collect();
        format!("SELECT {columns} FROM {name} ORDER BY {}", order.join(", "))
    }
}

pub(super) const SUBJECT: Table = Table {
    name: "subject",
    key: 1,
    columns: "subject, what, facts, charter, title, channel, category, kind, stage, department, officer, party, step, results, \
              arrived_at, received_at, open, promise, status, due_at, due_date, whole_day, left, rank, untold, step_due, ladder",
};

pub(super) const DEADLINE: Table = Table {
    name: "deadline",
    key: 3,
    columns: "subject, promise, nth, source, started_at, due_at, due_date, whole_day, announced, state, left, settled_at, \
              met_by, open, rank",
};

pub(super) const LINK: Table = Table {
    name: "link",
    key: 3,
    columns: "subject, other, kind",
};

pub(super) const CONDUCT: Table = Table {
    name: "conduct",
    key: 2,
    columns: "subject, seq, officer, at, kind",
};

pub(super) const DUTY: Table = Table {
    name: "duty",
    key: 1,
    columns: "subject, promise, period, year",
};

pub(super) const NOTICE: Table = Table {
    name: "notice",
    key: 4,
    columns: "subject, seq, kind, n, medium, recipient, addressee, queued_at, status, owner, told_at, sent_at, how, tries, changed",
};

/// The columns of a party that are derived from the others.
pub(super) const PARTY: Table = Table {
    name: "party",
    key: 2,
    columns: "subject, seq, phone_key, email_key, stands",
};

/// The tables that are compared row by row with what the facts give.
const COMPARED: [Table; 6] = [SUBJECT, DEADLINE, LINK, CONDUCT, DUTY, NOTICE];

/// A stored party, with its row of [`PARTY`].
pub(super) struct PartyRow {
    /// The fact that introduced or changed the person.
    pub(super) seq: u32,
    pub(super) party: Party,
    /// `None` where the person was erased.
    pub(super) salt: Option<Vec<u8>>,
    pub(super) keys: Vec<Value>,
}

/// A stored fact.
pub(super) struct FactRow {
    pub(super) seq: u32,
    pub(super) at: i64,
    pub(super) recorded_at: i64,
    pub(super) by: String,
    pub(super) kind: String,
    pub(super) content: String,
    pub(super) party: Option<String>,
    pub(super) hash: Vec<u8>,
}

/// A stored free text.
pub(super) struct TextRow {
    pub(super) seq: u32,
    pub(super) nth: u32,
    pub(super) salt: Vec<u8>,
    pub(super) text: String,
}

/// A cursor over a table in the order of its subjects; the first column is the subject.
pub(super) struct Walk<'s, T> {
    rows: Rows<'s>,
    next: Option<(i64, T)>,
    read: fn(&Row<'_>) -> rusqlite::Result<T>,
}

impl<'s, T> Walk<'s, T> {
    fn new(
        statement: &'s mut Statement<'_>,
        read: fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Self> {
        let mut walk = Self {
            rows: statement.query([])?,
            next: None,
            read,
        };
        walk.advance()?;
        Ok(walk)
    }

    fn advance(&mut self) -> rusqlite::Result<()> {
        self.next = match self.rows.next()? {
            Some(row) => Some((row.get(0)?, (self.read)(row)?)),
            None => None,
        };
        Ok(())
    }

    fn subject(&self) -> Option<i64> {
        self.next.as_ref().map(|(subject, _)| *subject)
    }

    /// Takes the next row if it belongs to the subject.
    pub(super) fn take(&mut self, subject: i64) -> rusqlite::Result<Option<T>> {
        if self.subject() != Some(subject) {
            return Ok(None);
        }
        let taken = self.next.take();
        self.advance()?;
        Ok(taken.map(|(_, row)| row))
    }

    /// Takes every row of the subject.
    pub(super) fn all(&mut self, subject: i64) -> rusqlite::Result<Vec<T>> {
        std::iter::from_fn(|| self.take(subject).transpose()).collect()
    }
}

/// The statements behind [`Walks`].
pub(super) struct Statements<'c> {
    facts: Statement<'c>,
    texts: Statement<'c>,
    parties: Statement<'c>,
    compared: Vec<Statement<'c>>,
    indexed: Statement<'c>,
}

/// Every table with rows of subjects, each at its next row.
pub(super) struct Walks<'s> {
    pub(super) facts: Walk<'s, FactRow>,
    pub(super) texts: Walk<'s, TextRow>,
    pub(super) parties: Walk<'s, PartyRow>,
    compared: Vec<Walk<'s, Vec<Value>>>,
    /// The subjects in the search index.
    pub(super) indexed: Walk<'s, ()>,
}

impl<'c> Statements<'c> {
    pub(super) fn prepare(connection: &'c Connection) -> rusqlite::Result<Self> {
        let compared = COMPARED
            .iter()
            .map(|table| connection.prepare(&table.select()));
        Ok(Self {
            facts: connection.prepare("SELECT subject, seq, at, recorded_at, by_login, kind, content, party, hash FROM fact ORDER BY subject, seq")?,
            texts: connection.prepare("SELECT subject, seq, nth, salt, text FROM prose ORDER BY subject, seq, nth")?,
            parties: connection.prepare("SELECT subject, seq, phone_key, email_key, stands, salt, name, phone, email, address, proxy, capacity, organisation, representative FROM party ORDER BY subject, seq")?,
            compared: compared.collect::<rusqlite::Result<_>>()?,
            // The only table of the full-text index with the ids of its rows.
            indexed: connection.prepare("SELECT id FROM search_docsize ORDER BY id")?,
        })
    }

    pub(super) fn walks(&mut self) -> rusqlite::Result<Walks<'_>> {
        let compared = self.compared.iter_mut();
        let compared = compared.map(|statement| Walk::new(statement, values));
        Ok(Walks {
            compared: compared.collect::<rusqlite::Result<_>>()?,
            facts: Walk::new(&mut self.facts, fact)?,
            texts: Walk::new(&mut self.texts, text)?,
            parties: Walk::new(&mut self.parties, party)?,
            indexed: Walk::new(&mut self.indexed, |_| Ok(()))?,
        })
    }
}

impl Walks<'_> {
    /// The lowest subject that any table still has rows of.
    pub(super) fn next_subject(&self) -> Option<i64> {
        let nexts = [
            self.facts.subject(),
            self.texts.subject(),
            self.parties.subject(),
            self.indexed.subject(),
        ];
        let compared = self.compared.iter().map(Walk::subject);
        nexts.into_iter().chain(compared).flatten().min()
    }

    /// The rows of a subject in the tables of [`COMPARED`], in that order.
    pub(super) fn compared(&mut self, subject: i64) -> rusqlite::Result<Vec<Vec<Vec<Value>>>> {
        let walks = self.compared.iter_mut();
        walks.map(|walk| walk.all(subject)).collect()
    }
}

fn fact(row: &Row<'_>) -> rusqlite::Result<FactRow> {
    Ok(FactRow {
        seq: row.get(1)?,
        at: row.get(2)?,
        recorded_at: row.get(3)?,
        by: row.get(4)?,
        kind: row.get(5)?,
        content: row.get(6)?,
        party: row.get(7)?,
        hash: row.get(8)?,
    })
}

fn text(row: &Row<'_>) -> rusqlite::Result<TextRow> {
    Ok(TextRow {
        seq: row.get(1)?,
        nth: row.get(2)?,
        salt: row.get(3)?,
        text: row.get(4)?,
    })
}

fn party(row: &Row<'_>) -> rusqlite::Result<PartyRow> {
    Ok(PartyRow {
        seq: row.get(1)?,
        keys: (0..5)
            .map(|at| row.get(at))
            .collect::<rusqlite::Result<_>>()?,
        salt: row.get(5)?,
        party: people::party(row, 6)?,
    })
}

pub(super) fn values(row: &Row<'_>) -> rusqlite::Result<Vec<Value>> {
    (0..row.as_ref().column_count())
        .map(|at| row.get(at))
        .collect()
}
