//! Writing every derived table anew from the facts.

use super::Counting;
use crate::{
    domain::{
        case::Case,
        contact::Contact,
        duty::Duty,
        fact::FactKind,
        subject::{Folded, Subject},
    },
    store::{Commit, Person, Reader, StoreError, Write, convert, error::Doing, search::Entry},
};

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
            self.record::<FactKind>(&Commit {
                facts: &[],
                outline: &outline,
                deadlines: &deadlines,
                party: &party,
                person: Person::Kept,
                notices: &[],
            })?;
            let texts = reader.all_texts(subject.id())?;
            let texts = texts.iter().map(|(_, _, text)| text.as_str());
            entries.push(Entry::of(&outline, &party, texts));
            if entries.len() == TOGETHER {
                self.index(&entries)?;
                entries.clear();
            }
            done += 1;
        }
        self.index(&entries)?;
        Ok(done)
    }
}

impl Reader<'_> {
    /// What a subject's facts add up to; `None` where there is no such subject.
    ///
    /// # Errors
    /// The file cannot be read, or a fact in it cannot.
    pub fn folded(&self, subject: Subject) -> Result<Option<Folded>, StoreError> {
        Ok(match subject {
            Subject::Case(number) => {
                Case::fold(number, &self.facts(subject)?).map(|case| Folded::Case(Box::new(case)))
            }
            Subject::Duty(number) => {
                Duty::fold(number, &self.facts(subject)?).map(|duty| Folded::Duty(Box::new(duty)))
            }
            Subject::Contact(number) => Contact::fold(number, &self.facts(subject)?)
                .map(|contact| Folded::Contact(Box::new(contact))),
        })
    }
}
