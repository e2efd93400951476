//! Verifies the file: the chain of facts, and that every derived row is what the facts give.
//!
//! Tables are walked side by side in key order with one subject in memory at a time. Expected rows come from the
//! functions that write the derived tables.
//!
//! Not verified: the contents of the search index (only which subjects are in it), settings, by whom notices
//! are signed, whether an erasure was due, the removal of the last facts of a subject or the last rows of a
//! ledger to which nothing refers, and a whole chain recomputed by someone with access to the file.

mod chains;
mod problem;
mod rebuild;
mod walk;

pub use problem::Problem;

use super::{
    Reader, Store, StoreError, chain, convert,
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
use rusqlite::types::Value;
use std::collections::BTreeMap;
use walk::{PartyRow, Statements, Walks};

/// How many problems are collected: a broken file must not fill the memory.
const MOST: usize = 100;

/// Counts the deadlines of a subject, by rules that the caller knows; an error becomes a finding.
pub type Counting<'a> = dyn FnMut(Reader<'_>, &SubjectState) -> Result<Vec<Deadline>, String> + 'a;

/// The result of a verification.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    pub subjects: u64,
    pub facts: u64,
    /// The first hundred.
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
    /// Verifies one snapshot of the whole file; others may write meanwhile.
    ///
    /// # Errors
    /// The file cannot be read at all; faults in it are findings, not errors.
    pub fn verify(&self, count: &mut Counting<'_>) -> Result<Findings, StoreError> {
        let _snapshot = self.snapshot()?;
        let reader = self.reader();
        let since = reader.followed_since()?;
        let mut findings = Findings::default();
        sqlite_checks(reader, &mut findings)?;
        for ledger in &LEDGERS {
            for row in reader.faults_of(ledger)? {
                let table = ledger.table;
                findings.add(None, ProblemKind::Ledger { table, row });
            }
        }
        let walked = Verifier {
            reader,
            count,
            findings: &mut findings,
            tally: BTreeMap::new(),
            serials: BTreeMap::new(),
            since,
        }
        .walk();
        // In a file that SQLite finds broken, reading may fail anywhere; the finding says enough.
        match walked {
            Err(error) if findings.problems.is_empty() => Err(error),
            _ => Ok(findings),
        }
    }
}

/// The checks of SQLite itself.
fn sqlite_checks(reader: Reader<'_>, findings: &mut Findings) -> Result<(), StoreError> {
    let faults: Vec<String> = reader.rows("PRAGMA integrity_check(100)", [], |row| row.get(0))?;
    for what in faults.into_iter().filter(|what| what != "ok") {
        findings.add(None, ProblemKind::Sqlite(what));
    }
    // One row for each broken reference, of which there can be any number.
    let sql = "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 100";
    for table in reader.rows(sql, [], |row| row.get(0))? {
        findings.add(None, ProblemKind::ForeignKey(table));
    }
    Ok(())
}

/// The state of a verification.
struct Verifier<'a, 'c> {
    reader: Reader<'a>,
    count: &'a mut Counting<'c>,
    findings: &'a mut Findings,
    tally: BTreeMap<String, i64>,
    /// The highest serial seen of each kind and year.
    serials: BTreeMap<(SubjectKind, u16), u32>,
    since: FollowedSince,
}

impl Verifier<'_, '_> {
    fn walk(mut self) -> Result<(), StoreError> {
        let path = self.reader.path;
        let mut statements = Statements::prepare(self.reader.connection).doing("read", path)?;
        let mut walks = statements.walks().doing("read", path)?;
        while let Some(subject) = walks.next_subject() {
            self.findings.subjects += 1;
            self.subject(subject, &mut walks).doing("read", path)?;
        }
        self.receipts()?;
        self.tally()
    }

    fn subject(&mut self, subject: i64, walks: &mut Walks<'_>) -> rusqlite::Result<()> {
        self.number(subject);
        let mut expected = Expected::default();
        let persons = walks.parties.all(subject)?;
        let folded = chains::folded(subject, walks, self.findings, &mut expected, self.since)?;
        let mut versions = expected.persons.iter().map(|(seq, _)| *seq);
        let standing = match &folded {
            Some(folded) => folded.outline().standing_person(versions),
            None => versions.next_back(),
        };
        let party = self.party(subject, persons, &expected.persons, standing);
        let mut stored = walks.compared(subject)?;
        let is_indexed = walks.indexed.take(subject)?.is_some();
        let mut notices = stored.pop().unwrap_or_default();
        let obsolete = |row: &[Value]| {
            let mut keys = expected.obsolete_notices.iter();
            keys.any(|key| row.starts_with(key))
        };
        notices.retain(|row| !obsolete(row));
        self.compare(subject, &walk::NOTICE, &expected.notices, &notices);
        let Some(folded) = folded else {
            return Ok(());
        };
        let deadlines = match (self.count)(self.reader, &folded) {
            Ok(deadlines) => deadlines,
            Err(what) => {
                self.findings
                    .add(Some(subject), ProblemKind::Uncountable(what));
                return Ok(());
            }
        };
        if !is_indexed {
            self.findings
                .add(Some(subject), ProblemKind::RowMissing("search"));
        }
        let outline = folded.outline();
        let row = SubjectRow::of(&outline, &deadlines, &party);
        if let Some(bucket) = row.bucket() {
            *self.tally.entry(bucket).or_default() += 1;
        }
        let deadlines = deadlines.iter();
        let deadlines = deadlines.map(|deadline| derived::deadline_values(subject, deadline));
        let derived = [
            (walk::SUBJECT, vec![row.values()]),
            (walk::DEADLINE, deadlines.collect()),
            (walk::LINK, derived::link_values(&outline)),
            (walk::CONDUCT, derived::conduct_values(&outline)),
            (walk::DUTY, duties::values(&outline).into_iter().collect()),
        ];
        for ((table, derived), stored) in derived.iter().zip(&stored) {
            self.compare(subject, table, derived, stored);
        }
        Ok(())
    }

    /// Checks the versions of the person of a subject, each erased or with the digest in its fact, and which one stands.
    fn party(
        &mut self,
        subject: i64,
        rows: Vec<PartyRow>,
        digests: &[(u32, String)],
        standing: Option<u32>,
    ) -> Party {
        let mut add = |wrong| self.findings.add(Some(subject), wrong);
        let table = walk::PARTY.name;
        for (seq, _) in digests {
            if !rows.iter().any(|row| row.seq == *seq) {
                add(ProblemKind::RowMissing(table));
            }
        }
        let (mut wanted, mut keys) = (Vec::new(), Vec::new());
        let mut stands = Party::default();
        for PartyRow {
            seq,
            party,
            salt,
            keys: stored,
        } in rows
        {
            let found = |salt: Vec<u8>| Some(chain::person(salt.try_into().ok()?, &party));
            let digest = digests.iter().find(|(of, _)| *of == seq);
            match (digest, salt.map(found)) {
                (None, _) => add(ProblemKind::RowExtra(table)),
                // Erased: a constraint of the table rules out the rest of a person.
                (Some(_), None) => {}
                (Some((_, digest)), Some(Some(found))) if found == *digest => {}
                (Some(_), Some(_)) => add(ProblemKind::Person),
            }
            let holds = standing == Some(seq);
            wanted.push(vec![
                subject.into(),
                seq.into(),
                party.phone_key().filter(|_| holds).into(),
                party.email_key().filter(|_| holds).into(),
                i64::from(holds).into(),
            ]);
            keys.push(stored);
            if holds {
                stands = party;
            }
        }
        self.compare(subject, &walk::PARTY, &wanted, &keys);
        stands
    }

    /// Compares the rows of one subject in one table; rows with the same key, column by column.
    fn compare(
        &mut self,
        subject: i64,
        table: &walk::Table,
        derived: &[Vec<Value>],
        stored: &[Vec<Value>],
    ) {
        let mut add = |wrong| self.findings.add(Some(subject), wrong);
        let same = |one: &[Value], other: &[Value]| table.key(one) == table.key(other);
        for row in derived {
            let Some(there) = stored.iter().find(|there| same(there, row)) else {
                add(ProblemKind::RowMissing(table.name));
                continue;
            };
            let differs = row.iter().zip(there).position(|(one, other)| one != other);
            if let Some(column) = differs.and_then(|at| table.column(at)) {
                let table = table.name;
                add(ProblemKind::Row { table, column });
            }
        }
        for there in stored {
            if !derived.iter().any(|row| same(row, there)) {
                add(ProblemKind::RowExtra(table.name));
            }
        }
    }

    /// Checks that the numbers of a kind and year have no gaps; subjects come in the order of their keys.
    fn number(&mut self, subject: i64) {
        let Some(number) = Subject::from_id(subject) else {
            return;
        };
        let (kind, year) = (number.kind(), number.year());
        let last = self.serials.entry((kind, year)).or_default();
        let expected = *last + 1;
        *last = number.serial();
        if number.serial() > expected {
            let missing = Subject::new(kind, year, expected).id();
            self.findings.add(Some(missing), ProblemKind::NumberMissing);
        }
    }

    /// Compares the serials taken, by kind and year, with the subjects.
    fn receipts(&mut self) -> Result<(), StoreError> {
        let sql = "SELECT kind, year, last FROM receipt";
        let stored = self.reader.rows(sql, [], |row| {
            Ok(((convert::word(row, 0)?, row.get(1)?), row.get(2)?))
        })?;
        let mut check = |(kind, year), last: u32, found: u32| {
            if found != last {
                let wrong = ProblemKind::Receipt {
                    kind,
                    year,
                    last,
                    found,
                };
                self.findings.add(None, wrong);
            }
        };
        for (key, last) in stored {
            check(key, last, self.serials.remove(&key).unwrap_or(0));
        }
        for (key, found) in std::mem::take(&mut self.serials) {
            check(key, 0, found);
        }
        Ok(())
    }

    /// Compares the tally with the subjects; empty buckets must not be stored.
    fn tally(&mut self) -> Result<(), StoreError> {
        let sql = "SELECT bucket, open FROM tally";
        let stored = self
            .reader
            .rows(sql, [], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
        let mut check = |bucket, found: i64, wanted: i64| {
            if found != wanted || found == 0 {
                let wrong = ProblemKind::Tally {
                    bucket,
                    found,
                    wanted,
                };
                self.findings.add(None, wrong);
            }
        };
        for (bucket, found) in stored {
            let wanted = self.tally.remove(&bucket).unwrap_or(0);
            check(bucket, found, wanted);
        }
        for (bucket, wanted) in std::mem::take(&mut self.tally) {
            check(bucket, 0, wanted);
        }
        Ok(())
    }
}
