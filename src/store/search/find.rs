//! Finding cases: candidates from the index, the newest first, each proven by its own text.
//!
//! The index says where all pieces of a word stand; whether the word does is read in the case. A search that nobody waits
//! for any more ends where it is, and says so. Sources are asked one after the other until enough is found: numbers and telephones
//! by key; pieces of titles and names; pieces of any text; and last, where pieces are too short to narrow much, the
//! newest cases and then every piece that begins so.

mod answer;
mod fields;
mod proof;
mod terms;

pub use answer::{Hit, IndexQuery, SearchHits};

use super::{NO_CASE, category, channel};
use crate::{
    domain::{
        find::{SearchPart, query_terms},
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

/// Characters of a whole number, `2026-000412`.
const WHOLE_NUMBER: usize = 11;
/// How many of the newest cases are looked through where pieces do not narrow, or where others would narrow further.
pub(super) const NEWEST: usize = 400;

impl Reader<'_> {
    /// Cases in which every word stands and everything holds, the best first: by number and telephone, in the title, in
    /// the name, in the texts; among equals the newest. Without words: the nearest deadline first, then finished ones.
    pub fn find(&self, find: &IndexQuery<'_>) -> Result<SearchHits, StoreError> {
        if find.criteria.is_impossible() {
            return Ok(SearchHits {
                hits: Vec::new(),
                whole: true,
            });
        }
        let mut search = Search {
            reader: *self,
            find,
            seen: HashSet::new(),
            hits: Vec::new(),
            whole: true,
        };
        let worked = if find.words.is_empty() {
            search.by_fields()
        } else {
            search.by_words()
        };
        match worked {
            Err(error) if error.is_cancelled() => search.whole = false,
            worked => worked?,
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

/// A search under way; what it has found stays when it is broken off.
struct Search<'a> {
    reader: Reader<'a>,
    find: &'a IndexQuery<'a>,
    seen: HashSet<i64>,
    hits: Vec<Hit>,
    whole: bool,
}

/// Whether the index is also asked for words that only begin with a piece: a walk through all of them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Prefixes {
    Excluded,
    Included,
}

impl Search<'_> {
    fn by_words(&mut self) -> Result<(), StoreError> {
        self.keyed()?;
        if let ([word], false) = (self.find.words, self.hits.is_empty())
            && word.letters.len() >= WHOLE_NUMBER
            && word.letters.parse::<Subject>().is_ok()
        {
            // A whole number means its case and nothing else.
            return Ok(());
        }
        if self.narrowed()? {
            return Ok(());
        }
        let narrows = |pieces: &str| pieces.contains('"');
        let [short, long] = [true, false].map(|head| self.question(head, Prefixes::Excluded));
        let [short_dear, long_dear] =
            [true, false].map(|head| self.question(head, Prefixes::Included));
        // What begins so narrows further, for a walk through every piece that does: worth it where the others leave many.
        let most = |left: &str, dear: &str| if left == dear { usize::MAX } else { NEWEST };
        let anywhere = self.find.words.iter().any(|word| !word.is_short());
        if narrows(&short) {
            self.matching(&short, most(&short, &short_dear))?;
        }
        if !narrows(&long) || !anywhere {
            // Nothing narrows: most words of one letter stand in one of the newest cases.
            self.newest(NEWEST)?;
        } else if self.matching(&long, most(&long, &long_dear))? && !self.asks_digits() {
            // Each of them was read, and whatever can be found is one of them.
            return Ok(());
        }
        if short_dear != short {
            self.matching(&short_dear, usize::MAX)?;
        }
        if long_dear != long && anywhere {
            self.matching(&long_dear, usize::MAX)?;
        }
        if !narrows(&long_dear) {
            self.newest(usize::MAX)?;
        }
        Ok(())
    }

    /// True where a word can be the end of a telephone or stand in a text: to the index that is one or the other.
    fn asks_digits(&self) -> bool {
        self.find.words.iter().any(|word| word.phone().is_some())
    }

    /// Puts the best first.
    fn sort(&mut self) {
        self.hits.sort_by_key(|hit| {
            let newest = std::cmp::Reverse(hit.subject.id());
            (hit.part, !hit.begins, hit.subject.kind(), newest)
        });
        self.hits.truncate(self.find.limit);
    }

    /// Open cases of a field that leaves few of them: proven one by one. True where no others can hold, and all were.
    fn narrowed(&mut self) -> Result<bool, StoreError> {
        let criteria = self.find.criteria;
        let (driver, values) = criteria.driver();
        let few = driver == Driver::Step || criteria.is_bounded();
        if !few {
            return Ok(false);
        }
        let values = if values.is_empty() {
            vec![None]
        } else {
            values.iter().map(Some).collect()
        };
        let (mut open, mut all) = (Vec::new(), criteria.open() == Some(true));
        for value in values {
            // What lies behind the bound is found by the other sources.
            let (rows, whole) = self.open(criteria, driver, value, NEWEST)?;
            all &= whole && rows.len() < NEWEST;
            open.extend(rows);
        }
        for (_, subject) in open {
            if self.is_done() {
                return Ok(false);
            }
            self.prove(subject)?;
        }
        Ok(all)
    }

    fn is_done(&self) -> bool {
        self.hits.len() >= self.find.limit
    }

    /// The question to the index: every piece of every word, in titles and names or anywhere, and what never changes.
    ///
    /// Every piece stands in quotation marks and holds letters and digits only: nothing of the index's own language can
    /// come from outside.
    fn question(&self, head: bool, dear: Prefixes) -> String {
        let mut terms = BTreeSet::new();
        for word in self.find.words {
            let pieces = query_terms(&word.letters, head).into_iter();
            let pieces = pieces.filter_map(|piece| term(&piece, head, dear));
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

    /// Cases that the index gives for a question, so many at most; true where these were all.
    fn matching(&mut self, question: &str, most: usize) -> Result<bool, StoreError> {
        if question.is_empty() {
            return Ok(false);
        }
        // Cases first. A question without an answer costs a walk through all of its pieces: one for the few others is
        // narrowed by a piece of their own.
        let others = format!("{question} AND \"{NO_CASE}\"");
        let mut all = true;
        for (question, kinds) in [
            (question, "AND rowid < 1000000000000"),
            (others.as_str(), ""),
        ] {
            let mut conditions = Conditions::default();
            let question = conditions.value(question.to_owned());
            let source = format!(
                "SELECT rowid AS id FROM search WHERE search MATCH {question} {kinds} ORDER BY rowid DESC"
            );
            all &= self.candidates(&source, conditions, most)?;
        }
        Ok(all)
    }

    /// The newest cases, whatever stands in them.
    fn newest(&mut self, most: usize) -> Result<(), StoreError> {
        for kind in SubjectKind::ALL {
            let mut conditions = Conditions::default();
            let (first, end) = (
                conditions.value(kind.first_key()),
                conditions.value(kind.end_key()),
            );
            let source = format!(
                "SELECT subject AS id FROM subject WHERE subject >= {first} AND subject < {end} ORDER BY subject DESC"
            );
            self.candidates(&source, conditions, most)?;
        }
        Ok(())
    }

    /// Proves candidates of a source, in its order, until enough is found or so many are read; true at its end.
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
            // Where nothing narrows there is no such column.
            if row.as_ref().column_count() > 1 && !row.get::<_, bool>(1).doing("read", path)? {
                continue;
            }
            read += 1;
            self.prove(row.get(0).doing("read", path)?)?;
            if self.is_done() {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Reads one candidate and keeps it where every word stands.
    fn prove(&mut self, key: i64) -> Result<(), StoreError> {
        let Some(subject) = Subject::from_id(key).filter(|_| self.seen.insert(key)) else {
            return Ok(());
        };
        let proof = Proof::read(self.reader, subject, self.find.words)?;
        self.hits.extend(proof.map(|proof| Hit {
            subject,
            part: Some(proof.part),
            excerpt: proof.excerpt,
            begins: proof.begins,
        }));
        Ok(())
    }

    /// Cases by receipt number and telephone: by key.
    fn keyed(&mut self) -> Result<(), StoreError> {
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
                let behind = format!("{digits}:");
                self.by_key(sql, vec![digits.into(), behind.into()])?;
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
