//! Rewriting derived tables from the facts: all of them, or what a newer edition of the rules counts differently.

use super::{
    Counting,
    walk::{CONDUCT, DEADLINE, LINK, NOTICE, SUBJECT, Table, values},
};
use crate::{
    domain::{
        contact::Contact,
        deadline::Deadline,
        duty::Duty,
        fact::FactKind,
        find::is_folded,
        outline::{Outline, SubjectState},
        party::Party,
        subject::Subject,
    },
    store::{
        Commit, PersonChange, Reader, StoreError, Write, convert,
        derived::{self, SubjectRow},
        error::ErrorContext,
    },
};
use rusqlite::types::Value;

/// Entries of the search index that are written together.
const BATCH: usize = 10_000;

impl Write<'_> {
    /// Rewrites queue, deadlines, links, tally, search index and the keys of people, and returns the number of subjects;
    /// facts and people are not touched.
    ///
    /// # Errors
    /// The facts of a subject cannot be read or counted.
    pub fn rebuild(&self, count: &mut Counting<'_>) -> Result<u64, StoreError> {
        let sql = "DELETE FROM tally; DELETE FROM link; DELETE FROM conduct; DELETE FROM deadline; DELETE FROM duty; DELETE FROM subject;
                   INSERT INTO search (search) VALUES ('delete-all')";
        self.transaction
            .execute_batch(sql)
            .doing("write", self.path)?;
        let reader = self.reader();
        let mut rebuilt = 0;
        let mut entries = Vec::new();
        for subject in reader.subjects()? {
            let broken = |what: &str| StoreError::damaged(self.path, format!("{subject}: {what}"));
            let folded = reader
                .folded(subject)?
                .ok_or_else(|| broken("no receipt"))?;
            let deadlines = count(reader, &folded).map_err(|what| broken(&what))?;
            let (outline, party) = (folded.outline(), reader.party(subject)?);
            self.set_party_keys(subject, &party)?;
            self.derive(&outline, &deadlines, &party)?;
            entries.push(reader.index_entry(&outline, &party)?);
            if entries.len() == BATCH {
                self.index(&entries)?;
                entries.clear();
            }
            rebuilt += 1;
        }
        self.index(&entries)?;
        Ok(rebuilt)
    }

    /// Rewrites the derived rows of subjects whose deadlines are counted differently now, and returns how many; and the keys
    /// and index entries of those whose letters are compared differently. What cannot be read or counted is left to [`Store::verify`](crate::store::Store::verify) to report.
    pub fn recount(&self, count: &mut Counting<'_>) -> Result<u64, StoreError> {
        let reader = self.reader();
        let mut recounted = 0;
        for subject in reader.subjects()? {
            let Ok(Some(folded)) = reader.folded(subject) else {
                continue;
            };
            self.index_for_edition(&folded.outline(), &reader.party(subject)?)?;
            let Ok(deadlines) = count(reader, &folded) else {
                continue;
            };
            let (outline, party) = (folded.outline(), reader.party(subject)?);
            if !reader.is_derived(&outline, &deadlines, &party)? {
                self.derive(&outline, &deadlines, &party)?;
                recounted += 1;
            }
        }
        Ok(recounted)
    }

    /// Rewrites what of a subject is found otherwise since letters and telephones are compared by what they mean.
    fn index_for_edition(&self, outline: &Outline<'_>, party: &Party) -> Result<(), StoreError> {
        let reader = self.reader();
        let moved = self.set_party_keys(outline.subject, party)?;
        let texts = reader.all_texts(outline.subject.id())?;
        let mut texts = texts.iter().map(|(_, text)| text.as_str());
        if moved || is_folded(&party.name) || texts.any(is_folded) {
            self.reindex(&reader.index_entry(outline, party)?)?;
        }
        Ok(())
    }

    /// Writes the keys by which a person is found, where they are not as derived; true where they were not.
    fn set_party_keys(&self, subject: Subject, party: &Party) -> Result<bool, StoreError> {
        let sql = "SELECT phone_key, email_key FROM party WHERE subject = ?1 AND stands = 1";
        let keys = (party.phone_key(), party.email_key());
        let stored = self
            .reader()
            .row(sql, [subject.id()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        if stored.is_none_or(|stored: (Option<String>, Option<String>)| stored == keys) {
            return Ok(false);
        }
        let sql =
            "UPDATE party SET phone_key = ?2, email_key = ?3 WHERE subject = ?1 AND stands = 1";
        self.execute(sql, (subject.id(), keys.0, keys.1))?;
        Ok(true)
    }

    /// Rewrites the derived rows of a subject without a new fact.
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
        let sql = format!("SELECT {} FROM notice WHERE subject = ?1", NOTICE.columns);
        self.reader().rows(&sql, [subject], values)
    }
}

impl Reader<'_> {
    /// Every subject with facts, by key.
    fn subjects(&self) -> Result<Vec<Subject>, StoreError> {
        let sql = "SELECT DISTINCT subject FROM fact ORDER BY subject";
        self.rows(sql, [], |row| convert::key(row, 0, Subject::from_id))
    }

    /// Folds the facts of a subject; `None` where there is no such subject.
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

    /// True where the stored rows of a subject and its deadlines are as derived from these.
    fn is_derived(
        &self,
        outline: &Outline<'_>,
        deadlines: &[Deadline],
        party: &Party,
    ) -> Result<bool, StoreError> {
        let subject = outline.subject.id();
        let stored = |table: &Table| {
            let Table { name, columns, .. } = table;
            let sql = format!("SELECT {columns} FROM {name} WHERE subject = ?1");
            self.rows(&sql, [subject], values)
        };
        if stored(&SUBJECT)? != [SubjectRow::of(outline, deadlines, party).values()] {
            return Ok(false);
        }
        let (links, due) = (stored(&LINK)?, derived::link_values(outline));
        if links.len() != due.len() || !due.iter().all(|row| links.contains(row)) {
            return Ok(false);
        }
        let notices = stored(&NOTICE)?;
        let due = outline.notices.iter();
        let mut due = due.map(|(notice, state)| {
            derived::notice_values(subject, outline.officer, notice, *state)
        });
        if notices.len() != outline.notices.len() || !due.all(|row| notices.contains(&row)) {
            return Ok(false);
        }
        let conduct = derived::conduct_values(outline);
        let standing = stored(&CONDUCT)?;
        if standing.len() != conduct.len() || !conduct.iter().all(|row| standing.contains(row)) {
            return Ok(false);
        }
        let stored = stored(&DEADLINE)?;
        let derived = deadlines.iter();
        let mut derived = derived.map(|deadline| derived::deadline_values(subject, deadline));
        Ok(stored.len() == deadlines.len() && derived.all(|row| stored.contains(&row)))
    }
}
