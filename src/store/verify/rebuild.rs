//! Writing derived tables anew from the facts: all of them, or what another edition of the rules counts otherwise.

use super::{
    Counting,
    walk::{DEADLINE, NOTICE, SUBJECT, Table, values},
};
use crate::{
    domain::{
        contact::Contact,
        deadline::Deadline,
        duty::Duty,
        fact::FactKind,
        outline::{Outline, SubjectState},
        party::Party,
        subject::Subject,
    },
    store::{
        Commit, PersonChange, Reader, StoreError, Write, convert,
        derived::{self, SubjectRow},
        error::ErrorContext,
        search::IndexEntry,
    },
};
use rusqlite::types::Value;

/// Entries of the search index that are written together.
const TOGETHER: usize = 10_000;

impl Write<'_> {
    /// Rewrites queue, deadlines, links, tally and search index; facts and people are not touched.
    ///
    /// # Errors
    /// A subject whose facts cannot be read or counted, or the file; nothing is changed then.
    pub fn rebuild(&self, count: &mut Counting<'_>) -> Result<u64, StoreError> {
        let empty =
            "DELETE FROM tally; DELETE FROM link; DELETE FROM deadline; DELETE FROM duty; DELETE FROM subject;
                     INSERT INTO search (search) VALUES ('delete-all')";
        self.transaction
            .execute_batch(empty)
            .doing("write", self.path)?;
        let sql = "SELECT DISTINCT subject FROM fact ORDER BY subject";
        let mut statement = self.transaction.prepare(sql).doing("read", self.path)?;
        let mut rows = statement.query([]).doing("read", self.path)?;
        let mut done = 0;
        let mut entries = Vec::new();
        while let Some(row) = rows.next().doing("read", self.path)? {
            let subject = convert::subject(row, 0).doing("read", self.path)?;
            let reader = self.reader();
            let broken = |what: &str| StoreError::damaged(self.path, format!("{subject}: {what}"));
            let folded = reader
                .folded(subject)?
                .ok_or_else(|| broken("no receipt"))?;
            let deadlines = count(reader, &folded).map_err(|what| broken(&what))?;
            let party = reader.party(subject)?;
            let outline = folded.outline();
            self.derive(&outline, &deadlines, &party)?;
            let texts = reader.all_texts(subject.id())?;
            let texts = texts.iter().map(|(_, _, text)| text.as_str());
            entries.push(IndexEntry::of(&outline, &party, texts));
            if entries.len() == TOGETHER {
                self.index(&entries)?;
                entries.clear();
            }
            done += 1;
        }
        self.index(&entries)?;
        Ok(done)
    }

    /// Writes the derived rows of those subjects anew whose deadlines come out otherwise than they stand there, and returns
    /// how many. What cannot be read or counted stays as it is: a proof of the file tells of it.
    ///
    /// # Errors
    /// The file cannot be read or written; nothing is changed then.
    pub fn recount(&self, count: &mut Counting<'_>) -> Result<u64, StoreError> {
        let sql = "SELECT DISTINCT subject FROM fact ORDER BY subject";
        let mut statement = self.transaction.prepare(sql).doing("read", self.path)?;
        let mut rows = statement.query([]).doing("read", self.path)?;
        let mut done = 0;
        while let Some(row) = rows.next().doing("read", self.path)? {
            let subject = convert::subject(row, 0).doing("read", self.path)?;
            let reader = self.reader();
            let Ok(Some(folded)) = reader.folded(subject) else {
                continue;
            };
            let Ok(deadlines) = count(reader, &folded) else {
                continue;
            };
            let (outline, party) = (folded.outline(), reader.party(subject)?);
            if self.stands(&outline, &deadlines, &party)? {
                continue;
            }
            self.derive(&outline, &deadlines, &party)?;
            done += 1;
        }
        Ok(done)
    }

    /// Writes the derived rows of a subject of which nothing new happened.
    fn derive(
        &self,
        outline: &Outline<'_>,
        deadlines: &[Deadline],
        party: &Party,
    ) -> Result<(), StoreError> {
        self.record::<FactKind>(&Commit {
            facts: &[],
            outline,
            deadlines,
            party,
            person: PersonChange::Unchanged,
            notices: &[],
        })?;
        self.leave_uncalled(outline)
    }

    /// What an earlier edition queued and this one does not call for goes nowhere any more.
    fn leave_uncalled(&self, outline: &Outline<'_>) -> Result<(), StoreError> {
        let subject = outline.subject.id();
        for row in self.notices_of(subject)? {
            let called = |seq: &Value, kind: &Value, n: &Value| {
                outline.notices.iter().any(|(notice, _)| {
                    *seq == Value::from(notice.key.seq)
                        && *kind == Value::from(notice.key.kind.id().to_owned())
                        && *n == Value::from(notice.key.n)
                })
            };
            if let [_, seq, kind, n, ..] = row.as_slice()
                && !called(seq, kind, n)
            {
                let sql = "UPDATE notice SET status = 'before' WHERE subject = ?1 AND seq = ?2 AND kind = ?3 AND n = ?4";
                self.transaction
                    .execute(sql, (subject, seq, kind, n))
                    .doing("write", self.path)?;
            }
        }
        Ok(())
    }

    fn notices_of(&self, subject: i64) -> Result<Vec<Vec<Value>>, StoreError> {
        let sql = format!("SELECT {} FROM notice WHERE subject = ?1", NOTICE.listed());
        self.reader().rows(&sql, [subject], values)
    }

    /// True where a subject and its deadlines stand as they come out.
    fn stands(
        &self,
        outline: &Outline<'_>,
        deadlines: &[Deadline],
        party: &Party,
    ) -> Result<bool, StoreError> {
        let subject = outline.subject.id();
        let rows = |table: &Table| {
            let sql = format!(
                "SELECT {} FROM {} WHERE subject = ?1",
                table.listed(),
                table.name
            );
            let mut statement = self.transaction.prepare_cached(&sql)?;
            let rows = statement.query_map([subject], values)?;
            rows.collect::<rusqlite::Result<Vec<_>>>()
        };
        let there = rows(&SUBJECT).doing("read", self.path)?;
        if there != [SubjectRow::of(outline, deadlines, party).values()] {
            return Ok(false);
        }
        let there = rows(&NOTICE).doing("read", self.path)?;
        let mut called = outline.notices.iter().map(|(notice, state)| {
            derived::notice_values(subject, outline.officer, notice, *state)
        });
        if there.len() != outline.notices.len() || !called.all(|row| there.contains(&row)) {
            return Ok(false);
        }
        let there = rows(&DEADLINE).doing("read", self.path)?;
        let wanted = deadlines.iter();
        let mut wanted = wanted.map(|deadline| derived::deadline_values(subject, deadline));
        Ok(there.len() == deadlines.len() && wanted.all(|row| there.contains(&row)))
    }
}

impl Reader<'_> {
    /// What a subject's facts add up to; `None` where there is no such subject.
    ///
    /// # Errors
    /// The file cannot be read, or a fact in it cannot.
    pub fn folded(&self, subject: Subject) -> Result<Option<SubjectState>, StoreError> {
        Ok(match subject {
            Subject::Case(number) => self
                .case(number)?
                .map(|(case, _)| SubjectState::Case(Box::new(case))),
            Subject::Duty(number) => Duty::fold(number, &self.facts(subject)?)
                .map(|duty| SubjectState::Duty(Box::new(duty))),
            Subject::Contact(number) => Contact::fold(number, &self.facts(subject)?)
                .map(|contact| SubjectState::Contact(Box::new(contact))),
        })
    }
}
