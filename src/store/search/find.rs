//! Searching: candidates from the index, the newest first, each verified against its own text.
//!
//! The index finds cases with all terms of a word; whether they contain the word itself is read in the case. Sources
//! are tried one after the other until enough is found: numbers and telephones by key; terms of titles and names; terms
//! of any text; and last, where terms are too short to be selective, the newest cases and then prefixes. A cancelled
//! search returns what it has found.

mod answer;
mod fields;
mod proof;
mod terms;

pub use answer::{Hit, IndexQuery, SearchHits};

use super::{NO_CASE, category, channel};
use crate::{
    domain::{
        find::{Fit, SearchPart, SearchWord, query_terms},
        subject::{Subject, SubjectKind},
    },
    store::{
        Reader, StoreError,
        criteria::{Conditions, Driver},
        error::ErrorContext,
    },
};
use proof::Proof;
use rusqlite::{params_from_iter, types::Value};
use std::collections::{BTreeSet, HashSet};
use terms::{any_of, begins_phone, numbers, phone_term, term};

/// How many of the newest cases are read where terms are not selective, or where prefixes would narrow further.
pub(super) const NEWEST: usize = 400;

impl Reader<'_> {
    /// Finds cases that contain every word and match the criteria. The best first: by number and telephone, in the
    /// title, in the name, in the texts; then the newest. Without words: the nearest deadline first, then closed ones.
    pub fn find(&self, find: &IndexQuery<'_>) -> Result<SearchHits, StoreError> {
        if let Some(number) = find.number {
            let words = [SearchWord::of_number(number)];
            let found = self.find(&IndexQuery {
                number: None,
                words: &words,
                ..find.clone()
            })?;
            if !found.hits.is_empty() || find.words.is_empty() {
                return Ok(found);
            }
        }
        let mut search = Search {
            reader: *self,
            find,
            seen: HashSet::new(),
            hits: Vec::new(),
            torn: 0,
            whole: true,
        };
        let found = if find.criteria.is_impossible() {
            Ok(())
        } else if find.words.is_empty() {
            search.by_fields()
        } else {
            search.by_words()
        };
        match found {
            Err(error) if error.is_cancelled() => search.whole = false,
            found => found?,
        }
        if !find.words.is_empty() {
            search.sort();
        }
        Ok(SearchHits {
            hits: search.hits,
            whole: search.whole,
        })
    }
}

/// The state of a search.
struct Search<'a> {
    reader: Reader<'a>,
    find: &'a IndexQuery<'a>,
    seen: HashSet<i64>,
    hits: Vec<Hit>,
    /// How many of the hits have a word torn out of two: better ones are looked for as long as there are candidates.
    torn: usize,
    whole: bool,
}

/// Whether terms also match as prefixes, for which the index walks all terms that begin so.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Prefixes {
    Excluded,
    Included,
}

impl Search<'_> {
    fn by_words(&mut self) -> Result<(), StoreError> {
        self.by_keys()?;
        if self.find.words.iter().all(SearchWord::is_number) {
            return Ok(());
        }
        if self.by_criteria()? {
            return Ok(());
        }
        let [heads, texts] = [true, false].map(|head| self.match_query(head, Prefixes::Excluded));
        let [head_prefixes, text_prefixes] =
            [true, false].map(|head| self.match_query(head, Prefixes::Included));
        // Prefixes narrow further but cost a walk: worth it where whole terms leave many candidates.
        let most = |whole: &str, prefixes: &str| {
            if whole == prefixes {
                usize::MAX
            } else {
                NEWEST
            }
        };
        let words = self.find.words;
        let in_texts = words.iter().any(|word| !word.is_short());
        if !heads.is_empty() {
            self.by_index(&heads, most(&heads, &head_prefixes))?;
        }
        if texts.is_empty() || !in_texts {
            // A word of one letter mostly occurs in one of the newest cases.
            self.newest(NEWEST)?;
        } else if self.by_index(&texts, most(&texts, &text_prefixes))?
            && words.iter().all(|word| word.phone().is_none())
        {
            // All candidates were read. Digits may also be the end of a telephone, which the index cannot tell apart.
            return Ok(());
        }
        if head_prefixes != heads {
            self.by_index(&head_prefixes, usize::MAX)?;
        }
        if text_prefixes != texts && in_texts {
            self.by_index(&text_prefixes, usize::MAX)?;
        }
        if text_prefixes.is_empty() {
            self.newest(usize::MAX)?;
        }
        Ok(())
    }

    /// Sorts the best first and cuts to the limit.
    fn sort(&mut self) {
        self.hits.sort_by_key(|hit| {
            let newest = std::cmp::Reverse(hit.subject.id());
            (hit.fit, hit.part, !hit.begins, hit.subject.kind(), newest)
        });
        self.hits.truncate(self.find.limit);
    }

    /// Reads the open cases of criteria that only few match; true where all candidates were read.
    fn by_criteria(&mut self) -> Result<bool, StoreError> {
        let criteria = self.find.criteria;
        let few = criteria.driver().0 == Driver::Step || criteria.is_bounded();
        if !few {
            return Ok(false);
        }
        let (open, whole) = self.open_cases(NEWEST)?;
        for (_, subject) in open {
            if self.is_done() {
                return Ok(false);
            }
            self.verify(subject)?;
        }
        Ok(whole && criteria.open() == Some(true))
    }

    fn is_done(&self) -> bool {
        self.hits.len() - self.torn >= self.find.limit
    }

    /// The index query for every term of every word, in titles and names or anywhere, with channels and categories,
    /// which never change; empty where no term is long enough.
    ///
    /// Every term is quoted and holds letters and digits only, so that no query syntax can be injected.
    fn match_query(&self, head: bool, prefixes: Prefixes) -> String {
        let mut terms = BTreeSet::new();
        for word in self.find.words {
            let pieces = query_terms(&word.letters, head).into_iter();
            let pieces = pieces.filter_map(|piece| term(&piece, head, prefixes));
            match word.phone() {
                None => terms.extend(pieces),
                Some(digits) => terms.extend(phone_term(&digits, &pieces.collect::<Vec<_>>())),
            }
        }
        if terms.is_empty() {
            return String::new();
        }
        let criteria = self.find.criteria;
        let channels = criteria.channels.iter().flatten();
        let categories = criteria.categories.iter().flatten();
        terms.extend(any_of(channels.map(|one| channel(*one))));
        terms.extend(any_of(categories.map(|id| category(id))));
        terms.into_iter().collect::<Vec<_>>().join(" AND ")
    }

    /// Reads the candidates of an index query, `most` at most; true where these were all.
    fn by_index(&mut self, query: &str, most: usize) -> Result<bool, StoreError> {
        if query.is_empty() {
            return Ok(false);
        }
        // Cases first. A query without matches walks all its terms: the one for the few other subjects has a term of
        // their own.
        let cases = (query.to_owned(), "AND rowid < 1000000000000");
        let others = (format!("{query} AND \"{NO_CASE}\""), "");
        let mut all = true;
        for (query, kinds) in [cases, others] {
            let mut conditions = Conditions::default();
            let query = conditions.value(query);
            let source = format!(
                "SELECT rowid AS id FROM search WHERE search MATCH {query} {kinds} ORDER BY rowid DESC"
            );
            all &= self.candidates(&source, conditions, most)?;
        }
        Ok(all)
    }

    /// Reads the newest subjects of each kind, `most` at most.
    fn newest(&mut self, most: usize) -> Result<(), StoreError> {
        for kind in SubjectKind::ALL {
            let mut conditions = Conditions::default();
            let first = conditions.value(kind.first_key());
            let end = conditions.value(kind.end_key());
            let source = format!(
                "SELECT subject AS id FROM subject WHERE subject >= {first} AND subject < {end} ORDER BY subject DESC"
            );
            self.candidates(&source, conditions, most)?;
        }
        Ok(())
    }

    /// Verifies the candidates of a query until enough is found or `most` are read; true where all were read.
    fn candidates(
        &mut self,
        source: &str,
        mut conditions: Conditions,
        most: usize,
    ) -> Result<bool, StoreError> {
        if self.is_done() {
            return Ok(false);
        }
        let (now, path) = (self.find.now, self.reader.path);
        let sql = if self.find.criteria.is_empty() {
            source.to_owned()
        } else {
            self.find.criteria.add(None, "s", now, &mut conditions);
            let holds = conditions.holds();
            format!(
                "SELECT f.id, {holds} FROM ({source}) f CROSS JOIN subject s ON s.subject = f.id"
            )
        };
        let connection = self.reader.connection;
        let mut statement = connection.prepare_cached(&sql).doing("read", path)?;
        let mut rows = statement
            .query(params_from_iter(conditions.values))
            .doing("read", path)?;
        let mut read = 0;
        while let Some(row) = rows.next().doing("read", path)? {
            if read == most {
                return Ok(false);
            }
            // The second column is there only with criteria.
            if row.as_ref().column_count() > 1 && !row.get::<_, bool>(1).doing("read", path)? {
                continue;
            }
            read += 1;
            self.verify(row.get(0).doing("read", path)?)?;
            if self.is_done() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Reads one candidate and adds it to the hits if it contains every word.
    fn verify(&mut self, key: i64) -> Result<(), StoreError> {
        let Some(subject) = Subject::from_id(key).filter(|_| self.seen.insert(key)) else {
            return Ok(());
        };
        let Some(proof) = Proof::read(self.reader, subject, self.find.words)? else {
            return Ok(());
        };
        if proof.fit == Fit::Across {
            if self.torn == self.find.limit {
                return Ok(());
            }
            self.torn += 1;
        }
        self.hits.push(Hit {
            subject,
            part: Some(proof.part),
            excerpt: proof.excerpt,
            fit: proof.fit,
            begins: proof.begins,
        });
        Ok(())
    }

    /// Reads cases by receipt number and telephone.
    fn by_keys(&mut self) -> Result<(), StoreError> {
        for word in self.find.words {
            if matches!(word.part, None | Some(SearchPart::Number)) {
                if let Ok(subject) = word.letters.parse::<Subject>() {
                    let sql = "SELECT subject AS id FROM subject WHERE subject = ?1";
                    self.by_key(sql, vec![subject.id().into()])?;
                }
                for (first, last) in numbers(&word.letters, self.find.now) {
                    let sql = "SELECT subject AS id FROM subject WHERE subject BETWEEN ?1 AND ?2 ORDER BY subject";
                    self.by_key(sql, vec![first.into(), last.into()])?;
                }
            }
            if let Some(digits) = word.phone().filter(|digits| begins_phone(digits)) {
                let sql =
                    "SELECT subject AS id FROM party WHERE phone_key = ?1 ORDER BY subject DESC";
                self.by_key(sql, vec![digits.clone().into()])?;
                let sql = "SELECT subject AS id FROM party WHERE phone_key > ?1 AND phone_key < ?2 ORDER BY phone_key, subject";
                // A colon sorts after every digit.
                let end = format!("{digits}:");
                self.by_key(sql, vec![digits.into(), end.into()])?;
            }
        }
        Ok(())
    }

    fn by_key(&mut self, sql: &str, values: Vec<Value>) -> Result<(), StoreError> {
        let conditions = Conditions {
            values,
            ..Conditions::default()
        };
        self.candidates(sql, conditions, usize::MAX).map(drop)
    }
}
