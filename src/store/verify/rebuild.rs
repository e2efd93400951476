//! Writing every derived table anew from the facts.

use super::Counting;
use crate::{
    domain::case::Case,
    store::{Commit, StoreError, Write, convert, error::Doing, search::Entry},
};

/// Entries of the search index that are written together.
const TOGETHER: usize = 10_000;

impl Write<'_> {
    /// Rewrites queue, deadlines, links, tally and search index; facts and people are not touched.
    ///
    /// # Errors
    /// A case whose facts cannot be read or counted, or the file; nothing is changed then.
    pub fn rebuild(&self, count: &mut Counting<'_>) -> Result<u64, StoreError> {
        let empty =
            "DELETE FROM tally; DELETE FROM link; DELETE FROM deadline; DELETE FROM subject;
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
            let number = convert::case_number(row, 0).doing("read", self.path)?;
            let reader = self.reader();
            let broken = |what: &str| StoreError::damaged(self.path, format!("{number}: {what}"));
            let case =
                Case::fold(number, &reader.facts(number)?).ok_or_else(|| broken("no receipt"))?;
            let deadlines = count(reader, &case).map_err(|what| broken(&what))?;
            let party = reader.party(number)?;
            self.record(&Commit {
                facts: &[],
                case: &case,
                deadlines: &deadlines,
                party: &party,
                notices: &[],
            })?;
            let texts = reader.all_texts(number.id())?;
            let texts = texts.iter().map(|(_, _, text)| text.as_str());
            entries.push(Entry::of(&case, &party, texts));
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
