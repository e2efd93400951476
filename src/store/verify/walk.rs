//! Reading tables side by side in the order of their subjects, one row of each in memory.

use crate::domain::party::Party;
use rusqlite::{Connection, Row, Rows, Statement, types::Value};

/// A derived table as it is compared: how many columns make its key, and their names.
pub(super) struct Table {
    pub(super) name: &'static str,
    key: usize,
    pub(super) columns: &'static [&'static str],
}

impl Table {
    /// Its columns, as a statement asks for them.
    pub(super) fn listed(&self) -> String {
        self.columns.join(", ")
    }

    /// The part of a row that says which one it is.
    pub(super) fn key<'r>(&self, row: &'r [Value]) -> Option<&'r [Value]> {
        row.get(..self.key)
    }
}

pub(super) const SUBJECT: Table = Table {
    name: "subject",
    key: 1,
    columns: &[
        "subject",
        "what",
        "facts",
        "charter",
        "title",
        "channel",
        "category",
        "kind",
        "stage",
        "department",
        "officer",
        "party",
        "step",
        "results",
        "arrived_at",
        "received_at",
        "open",
        "promise",
        "status",
        "due_at",
        "due_date",
        "whole_day",
        "left",
        "rank",
        "untold",
    ],
};

pub(super) const DEADLINE: Table = Table {
    name: "deadline",
    key: 3,
    columns: &[
        "subject",
        "promise",
        "nth",
        "source",
        "started_at",
        "due_at",
        "due_date",
        "whole_day",
        "announced",
        "state",
        "left",
        "settled_at",
        "met_by",
        "open",
        "rank",
    ],
};

pub(super) const LINK: Table = Table {
    name: "link",
    key: 3,
    columns: &["subject", "other", "kind"],
};

pub(super) const DUTY: Table = Table {
    name: "duty",
    key: 1,
    columns: &["subject", "promise", "period", "year"],
};

pub(super) const NOTICE: Table = Table {
    name: "notice",
    key: 4,
    columns: &[
        "subject",
        "seq",
        "kind",
        "n",
        "medium",
        "recipient",
        "addressee",
        "queued_at",
        "status",
        "owner",
        "told_at",
        "sent_at",
        "how",
        "tries",
        "changed",
    ],
};

/// The part of a party that follows from the rest of it.
pub(super) const PARTY: Table = Table {
    name: "party",
    key: 1,
    columns: &["subject", "phone_key", "email_key"],
};

/// A party as it stands in the file, with the row of [`PARTY`].
pub(super) struct PartyRow {
    pub(super) party: Party,
    /// `None` where the person was erased.
    pub(super) salt: Option<Vec<u8>>,
    pub(super) keys: Vec<Value>,
}

/// A fact's row as it stands in the file.
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

/// A free text as it stands in the file.
pub(super) struct TextRow {
    pub(super) seq: u32,
    pub(super) nth: u32,
    pub(super) salt: Vec<u8>,
    pub(super) text: String,
}

/// One table in the order of its subjects; the first column is the subject.
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

    /// The next row if it belongs to the subject.
    pub(super) fn take(&mut self, subject: i64) -> rusqlite::Result<Option<T>> {
        if self.subject() != Some(subject) {
            return Ok(None);
        }
        let taken = self.next.take();
        self.advance()?;
        Ok(taken.map(|(_, row)| row))
    }

    /// Every row of the subject.
    pub(super) fn all(&mut self, subject: i64) -> rusqlite::Result<Vec<T>> {
        let mut rows = Vec::new();
        while let Some(row) = self.take(subject)? {
            rows.push(row);
        }
        Ok(rows)
    }
}

/// The statements behind [`Walks`].
pub(super) struct Statements<'c> {
    facts: Statement<'c>,
    texts: Statement<'c>,
    parties: Statement<'c>,
    subjects: Statement<'c>,
    deadlines: Statement<'c>,
    links: Statement<'c>,
    duties: Statement<'c>,
    notices: Statement<'c>,
    found: Statement<'c>,
}

/// Every table that has to do with subjects, each at its next row.
pub(super) struct Walks<'s> {
    pub(super) facts: Walk<'s, FactRow>,
    pub(super) texts: Walk<'s, TextRow>,
    pub(super) parties: Walk<'s, PartyRow>,
    pub(super) subjects: Walk<'s, Vec<Value>>,
    pub(super) deadlines: Walk<'s, Vec<Value>>,
    pub(super) links: Walk<'s, Vec<Value>>,
    pub(super) duties: Walk<'s, Vec<Value>>,
    pub(super) notices: Walk<'s, Vec<Value>>,
    /// What the search index holds.
    pub(super) found: Walk<'s, ()>,
}

impl<'c> Statements<'c> {
    pub(super) fn prepare(connection: &'c Connection) -> rusqlite::Result<Self> {
        Ok(Self {
            facts: connection.prepare("SELECT subject, seq, at, recorded_at, by_login, kind, content, party, hash FROM fact ORDER BY subject, seq")?,
            texts: connection.prepare("SELECT subject, seq, nth, salt, text FROM prose ORDER BY subject, seq, nth")?,
            parties: connection.prepare("SELECT subject, name, phone, email, address, phone_key, email_key, salt FROM party ORDER BY subject")?,
            subjects: connection.prepare(&format!("SELECT {} FROM subject ORDER BY subject", SUBJECT.listed()))?,
            deadlines: connection.prepare(&format!("SELECT {} FROM deadline ORDER BY subject, promise, nth", DEADLINE.listed()))?,
            links: connection.prepare(&format!("SELECT {} FROM link ORDER BY subject, other, kind", LINK.listed()))?,
            duties: connection.prepare(&format!("SELECT {} FROM duty ORDER BY subject", DUTY.listed()))?,
            notices: connection.prepare(&format!("SELECT {} FROM notice ORDER BY subject, seq, kind, n", NOTICE.listed()))?,
            // The one table of the index that knows its rows: it keeps how long each was.
            found: connection.prepare("SELECT id FROM search_docsize ORDER BY id")?,
        })
    }

    pub(super) fn walks(&mut self) -> rusqlite::Result<Walks<'_>> {
        Ok(Walks {
            facts: Walk::new(&mut self.facts, fact)?,
            texts: Walk::new(&mut self.texts, text)?,
            parties: Walk::new(&mut self.parties, party)?,
            subjects: Walk::new(&mut self.subjects, values)?,
            deadlines: Walk::new(&mut self.deadlines, values)?,
            links: Walk::new(&mut self.links, values)?,
            duties: Walk::new(&mut self.duties, values)?,
            notices: Walk::new(&mut self.notices, values)?,
            found: Walk::new(&mut self.found, |_| Ok(()))?,
        })
    }
}

impl Walks<'_> {
    /// The nearest subject that any table still holds.
    pub(super) fn nearest(&self) -> Option<i64> {
        let nexts = [
            self.facts.subject(),
            self.texts.subject(),
            self.parties.subject(),
            self.subjects.subject(),
            self.deadlines.subject(),
            self.links.subject(),
            self.duties.subject(),
            self.notices.subject(),
            self.found.subject(),
        ];
        nexts.into_iter().flatten().min()
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
        party: Party {
            name: row.get(1)?,
            phone: row.get(2)?,
            email: row.get(3)?,
            address: row.get(4)?,
        },
        keys: vec![row.get(0)?, row.get(5)?, row.get(6)?],
        salt: row.get(7)?,
    })
}

pub(super) fn values(row: &Row<'_>) -> rusqlite::Result<Vec<Value>> {
    (0..row.as_ref().column_count())
        .map(|at| row.get(at))
        .collect()
}
