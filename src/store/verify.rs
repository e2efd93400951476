//! Proves the file: the chain of facts, and that every derived row is what the facts give.
//!
//! Tables are walked side by side in key order with one subject in memory at a time. What the facts give is made by the
//! very functions that write the derived tables; nothing of them is written down a second time here.
//!
//! Not proven: that the search index holds the right pieces (it keeps no text to compare with, only which subjects it
//! holds), that settings are as they were set, that notices are signed as they say, that what is erased was to be erased,
//! that the last facts of a subject or the last rows of a ledger were not cut off where nothing rests on them, and that
//! nobody with the file in hand recomputed a whole chain.

mod chains;
mod problem;
mod rebuild;
mod walk;

pub use problem::Problem;

use super::{
    Reader, Store, StoreError, chain,
    derived::{self, SubjectRow},
    duties,
    error::ErrorContext,
    ledger::LEDGERS,
};
use crate::domain::{
    deadline::Deadline,
    notice::FollowedSince,
    outline::SubjectState,
    party::Party,
    subject::{Subject, SubjectKind},
};
use chains::Expected;
use problem::ProblemKind;
use rusqlite::{Connection, types::Value};
use std::collections::BTreeMap;
use walk::{PartyRow, Statements, Walks};

/// The most problems that are collected: a broken file must not fill the memory.
const MOST: usize = 100;

/// How the deadlines of a subject are counted: the rules are the caller's. An error is told as it stands.
pub type Counting<'a> = dyn FnMut(Reader<'_>, &SubjectState) -> Result<Vec<Deadline>, String> + 'a;

/// What the proof found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// How many subjects were looked at.
    pub subjects: u64,
    /// How many facts they have.
    pub facts: u64,
    /// What is wrong, the first hundred.
    pub problems: Vec<Problem>,
}

impl Findings {
    fn add(&mut self, subject: Option<i64>, wrong: ProblemKind) {
        if self.problems.len() < MOST {
            self.problems.push(Problem { subject, wrong });
        }
    }
}

impl Store {
    /// Proves the whole file as it stood at one moment, while others may write.
    ///
    /// # Errors
    /// The file cannot be read at all. What is wrong in it is no error but a finding.
    pub fn verify(&self, count: &mut Counting<'_>) -> Result<Findings, StoreError> {
        let _snapshot = self.snapshot()?;
        let reader = self.reader();
        let since = reader.followed_since()?;
        let mut findings = Findings::default();
        own_checks(reader, &mut findings)?;
        for ledger in &LEDGERS {
            for row in reader.faults_of(ledger)? {
                let table = ledger.table;
                findings.add(None, ProblemKind::Ledger { table, row });
            }
        }
        let walked = Proof {
            reader,
            count,
            findings: &mut findings,
            tally: BTreeMap::new(),
            given: BTreeMap::new(),
            since,
        }
        .walk();
        // In a file that SQLite itself finds broken, reading may stop anywhere; the finding says enough.
        match walked {
            Err(error) if findings.problems.is_empty() => Err(error),
            _ => Ok(findings),
        }
    }
}

fn own_checks(reader: Reader<'_>, findings: &mut Findings) -> Result<(), StoreError> {
    let told: Vec<String> = column(reader, "PRAGMA integrity_check(100)", 0)?;
    for what in told.into_iter().filter(|what| what != "ok") {
        findings.add(None, ProblemKind::Sqlite(what));
    }
    for table in column(reader, "PRAGMA foreign_key_check", 0)? {
        findings.add(None, ProblemKind::ForeignKey(table));
    }
    Ok(())
}

fn column(reader: Reader<'_>, sql: &str, at: usize) -> Result<Vec<String>, StoreError> {
    let read = |connection: &Connection| {
        let mut statement = connection.prepare(sql)?;
        let rows = statement.query_map([], |row| row.get(at))?;
        rows.take(MOST).collect::<rusqlite::Result<Vec<String>>>()
    };
    read(reader.connection).doing("read", reader.path)
}

/// A proof under way.
struct Proof<'a, 'c> {
    reader: Reader<'a>,
    count: &'a mut Counting<'c>,
    findings: &'a mut Findings,
    tally: BTreeMap<String, i64>,
    /// How many numbers of each kind and year are there.
    given: BTreeMap<(SubjectKind, u16), u32>,
    since: FollowedSince,
}

impl Proof<'_, '_> {
    fn walk(mut self) -> Result<(), StoreError> {
        let path = self.reader.path;
        let mut statements = Statements::prepare(self.reader.connection).doing("read", path)?;
        let mut walks = statements.walks().doing("read", path)?;
        while let Some(subject) = walks.nearest() {
            self.findings.subjects += 1;
            self.subject(subject, &mut walks).doing("read", path)?;
        }
        self.receipts().doing("read", path)?;
        self.tally().doing("read", path)
    }

    fn subject(&mut self, subject: i64, walks: &mut Walks<'_>) -> rusqlite::Result<()> {
        self.number(subject);
        let mut given = Expected::default();
        let row = walks.parties.take(subject)?;
        let folded = chains::folded(subject, walks, self.findings, &mut given, self.since)?;
        let party = self.party(subject, row, given.person.as_deref());
        let mut notices = walks.notices.all(subject)?;
        notices.retain(|row| !given.once.iter().any(|key| row.starts_with(key)));
        self.compare(subject, &walk::NOTICE, &given.notices, &notices);
        let wanted = folded.and_then(|folded| match (self.count)(self.reader, &folded) {
            Ok(deadlines) => Some((folded, deadlines)),
            Err(what) => {
                self.findings
                    .add(Some(subject), ProblemKind::Uncountable(what));
                None
            }
        });
        let live = [
            walks.subjects.all(subject)?,
            walks.deadlines.all(subject)?,
            walks.links.all(subject)?,
            walks.duties.all(subject)?,
        ];
        let found = walks.found.take(subject)?.is_some();
        let Some((folded, deadlines)) = wanted else {
            return Ok(());
        };
        let outline = folded.outline();
        if !found {
            let table = "search";
            self.findings
                .add(Some(subject), ProblemKind::RowMissing { table });
        }
        let row = SubjectRow::of(&outline, &deadlines, &party);
        if let Some(bucket) = row.bucket() {
            *self.tally.entry(bucket).or_default() += 1;
        }
        let rows = vec![row.values()];
        self.compare(subject, &walk::SUBJECT, &rows, &live[0]);
        let rows = deadlines.iter();
        let rows = rows.map(|deadline| derived::deadline_values(subject, deadline));
        self.compare(
            subject,
            &walk::DEADLINE,
            &rows.collect::<Vec<_>>(),
            &live[1],
        );
        let rows = derived::link_values(&outline);
        self.compare(subject, &walk::LINK, &rows, &live[2]);
        let rows: Vec<_> = duties::values(&outline).into_iter().collect();
        self.compare(subject, &walk::DUTY, &rows, &live[3]);
        Ok(())
    }

    /// The party of a subject: the one whose digest stands in the facts, or erased; and what finds the same person again
    /// must follow from what was typed.
    fn party(&mut self, subject: i64, row: Option<PartyRow>, digest: Option<&str>) -> Party {
        let mut add = |wrong| self.findings.add(Some(subject), wrong);
        let table = walk::PARTY.name;
        let Some(PartyRow { party, salt, keys }) = row else {
            if digest.is_some() {
                add(ProblemKind::RowMissing { table });
            }
            return Party::default();
        };
        let known = |salt: Vec<u8>| {
            let salt = salt.try_into().ok()?;
            Some(chain::person(salt, &party))
        };
        match (digest, salt.map(known)) {
            (None, _) => add(ProblemKind::RowExtra { table }),
            // Erased; the table lets no part of a person stand there.
            (Some(_), None) => {}
            (Some(digest), Some(found)) if found.as_deref() == Some(digest) => {}
            (Some(_), Some(_)) => add(ProblemKind::Person),
        }
        let wanted = vec![
            subject.into(),
            party.phone_key().into(),
            party.email_key().into(),
        ];
        self.compare(subject, &walk::PARTY, &[wanted], &[keys]);
        party
    }

    /// Compares the rows of one subject in one table; where the same key stands on both sides, column by column.
    fn compare(
        &mut self,
        subject: i64,
        table: &walk::Table,
        wanted: &[Vec<Value>],
        live: &[Vec<Value>],
    ) {
        let same = |one: &[Value], other: &[Value]| table.key(one) == table.key(other);
        for row in wanted {
            let Some(there) = live.iter().find(|there| same(there, row)) else {
                let table = table.name;
                self.findings
                    .add(Some(subject), ProblemKind::RowMissing { table });
                continue;
            };
            let differs = row.iter().zip(there).position(|(one, other)| one != other);
            if let Some(column) = differs.and_then(|at| table.columns.get(at)) {
                let table = table.name;
                self.findings
                    .add(Some(subject), ProblemKind::Row { table, column });
            }
        }
        for _ in live
            .iter()
            .filter(|there| !wanted.iter().any(|row| same(row, there)))
        {
            let table = table.name;
            self.findings
                .add(Some(subject), ProblemKind::RowExtra { table });
        }
    }

    /// Numbers of a kind and year go from 1 on without gaps; subjects come in the order of their keys.
    fn number(&mut self, subject: i64) {
        let Some(number) = Subject::from_id(subject) else {
            return;
        };
        let given = self
            .given
            .entry((number.kind(), number.year()))
            .or_default();
        let expected = *given + 1;
        *given = number.serial();
        if number.serial() > expected {
            let missing = Subject::new(number.kind(), number.year(), expected);
            self.findings
                .add(Some(missing.id()), ProblemKind::NumberMissing);
        }
    }

    fn receipts(&mut self) -> rusqlite::Result<()> {
        let mut statement = self
            .reader
            .connection
            .prepare("SELECT kind, year, last FROM receipt")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let kind: SubjectKind = super::convert::word(row, 0)?;
            let (year, last): (u16, u32) = (row.get(1)?, row.get(2)?);
            let found = self.given.remove(&(kind, year)).unwrap_or(0);
            if found != last {
                let wrong = ProblemKind::Receipt {
                    kind,
                    year,
                    last,
                    found,
                };
                self.findings.add(None, wrong);
            }
        }
        for ((kind, year), found) in std::mem::take(&mut self.given) {
            let last = 0;
            let wrong = ProblemKind::Receipt {
                kind,
                year,
                last,
                found,
            };
            self.findings.add(None, wrong);
        }
        Ok(())
    }

    fn tally(&mut self) -> rusqlite::Result<()> {
        let mut statement = self
            .reader
            .connection
            .prepare("SELECT bucket, open FROM tally")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (bucket, found): (String, i64) = (row.get(0)?, row.get(1)?);
            let wanted = self.tally.remove(&bucket).unwrap_or(0);
            if found != wanted || found == 0 {
                let wrong = ProblemKind::Tally {
                    bucket,
                    found,
                    wanted,
                };
                self.findings.add(None, wrong);
            }
        }
        for (bucket, wanted) in std::mem::take(&mut self.tally) {
            let found = 0;
            let wrong = ProblemKind::Tally {
                bucket,
                found,
                wanted,
            };
            self.findings.add(None, wrong);
        }
        Ok(())
    }
}
