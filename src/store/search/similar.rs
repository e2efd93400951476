//! Recent cases whose titles share words with that of a new one, for the clerk who takes it in.
//!
//! The work is bounded: a number of terms, of candidates, and a stretch of the index.

use crate::{
    domain::{
        case::{CaseNumber, Stage},
        find::{IndexTerm, query_terms},
        subject::SubjectKind,
    },
    store::{Reader, StoreError, convert, error::ErrorContext},
};
use chrono::{DateTime, Utc};
use rusqlite::Row;

/// How many words of a title are looked for.
const WORDS: usize = 4;
/// How many candidates are read, the newest.
const READ: u32 = 60;
/// How many of the first cases of the stretch are asked for the lowest number: one that is entered late has a high one.
const FIRST: u32 = 50;

/// A case as the queue knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentCase {
    pub number: CaseNumber,
    pub title: String,
    pub category: String,
    pub arrived_at: DateTime<Utc>,
    pub stage: Stage,
    pub step: u8,
    pub results: u32,
}

impl Reader<'_> {
    /// Cases that arrived since a time and share two words with a title (or its only one), the newest first. A cancelled
    /// search returns what it has found.
    pub fn recent_like(
        &self,
        title: &str,
        since: DateTime<Utc>,
    ) -> Result<Vec<RecentCase>, StoreError> {
        let query = shared_words(title);
        let mut found = Vec::new();
        if query.is_empty() {
            return Ok(found);
        }
        match self.candidates_like(&query, since, &mut found) {
            Err(error) if error.is_cancelled() => Ok(found),
            read => read.map(|()| found),
        }
    }

    fn candidates_like(
        &self,
        query: &str,
        since: DateTime<Utc>,
        found: &mut Vec<RecentCase>,
    ) -> Result<(), StoreError> {
        let first = "SELECT min(subject) FROM (SELECT subject FROM subject WHERE arrived_at >= ?1 ORDER BY arrived_at LIMIT ?2)";
        let first: Option<Option<i64>> =
            self.row(first, (since.timestamp(), FIRST), |row| row.get(0))?;
        let Some(first) = first.flatten() else {
            return Ok(());
        };
        let sql = "SELECT s.subject, s.title, s.category, s.arrived_at, s.stage, s.step, s.results
                   FROM (SELECT rowid AS id FROM search WHERE search MATCH ?1 AND rowid >= ?2 AND rowid < ?3
                         ORDER BY rowid DESC LIMIT ?4) f
                   CROSS JOIN subject s ON s.subject = f.id WHERE s.arrived_at >= ?5";
        let end = SubjectKind::Case.end_key();
        let values = (query, first, end, READ, since.timestamp());
        let mut statement = self
            .connection
            .prepare_cached(sql)
            .doing("read", self.path)?;
        let mut rows = statement.query(values).doing("read", self.path)?;
        while let Some(row) = rows.next().doing("read", self.path)? {
            found.push(case(row).doing("read", self.path)?);
        }
        Ok(())
    }
}

fn case(row: &Row<'_>) -> rusqlite::Result<RecentCase> {
    Ok(RecentCase {
        number: convert::key(row, 0, CaseNumber::from_id)?,
        title: row.get(1)?,
        category: row.get(2)?,
        arrived_at: convert::time(row, 3)?,
        stage: convert::word(row, 4)?,
        step: row.get(5)?,
        results: row.get(6)?,
    })
}

/// The index query for two words of a title, or its only one; empty where no word is long enough. Of each word its
/// beginning is looked for: endings differ.
///
/// Every term is quoted and holds letters and digits only, so that no query syntax can be injected.
fn shared_words(title: &str) -> String {
    let mut terms: Vec<String> = Vec::new();
    for word in title.split_whitespace() {
        let term = query_terms(word, false).into_iter().next();
        let term = term.map(|term| match term {
            IndexTerm::Whole(letters) | IndexTerm::Beginning(letters) => format!("\"{letters}\""),
        });
        terms.extend(term.filter(|term| !terms.contains(term)));
        if terms.len() == WORDS {
            break;
        }
    }
    if let [only] = terms.as_slice() {
        return only.clone();
    }
    let mut pairs = Vec::new();
    for (at, one) in terms.iter().enumerate() {
        for other in terms.iter().skip(at + 1) {
            pairs.push(format!("({one} AND {other})"));
        }
    }
    pairs.join(" OR ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_words_of_a_title_are_looked_for_by_their_beginnings() {
        for (title, query) in [
            ("", ""),
            ("!", ""),
            ("교육장", "\"교육\""),
            ("교육장 교육장", "\"교육\""),
            ("교육장 냉방이", "(\"교육\" AND \"냉방\")"),
            (
                "교육장 냉방 소음\"",
                "(\"교육\" AND \"냉방\") OR (\"교육\" AND \"소음\") OR (\"냉방\" AND \"소음\")",
            ),
        ] {
            assert_eq!(shared_words(title), query, "{title}");
        }
        let long = "가나 다라 마바 사아 자차 카타 파하 가다";
        assert_eq!(shared_words(long).matches("AND").count(), 6);
    }
}
