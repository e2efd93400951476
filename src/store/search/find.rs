//! Finding cases: candidates from the index, the newest first, each proven by its own text.
//!
//! The index says where all pieces of a word stand; whether the word does is read in the case. The work has a bound: a
//! search that stops at it says so. Sources are asked one after the other until enough is found: numbers and telephones
//! by key; pieces of titles and names; pieces of any text; and last, where pieces are too short to narrow much, the
//! newest cases and then every piece that begins so.

mod proof;

use super::{HEAD, category, channel};
use crate::{
    domain::{
        case::CaseNumber,
        find::{Part, Piece, Word, asked, tail},
    },
    store::{
        Reader, StoreError,
        error::Doing,
        narrow::{Conditions, Driver, Narrow},
    },
};
use chrono::{DateTime, Datelike, Utc};
use proof::Proof;
use rusqlite::{params_from_iter, types::Value};
use std::collections::{BTreeSet, HashSet};

/// How many of the newest cases are looked through where pieces do not narrow.
const NEWEST: usize = 400;

/// A question to the search.
#[derive(Clone, Debug)]
pub struct Find<'a> {
    /// Words that all stand in the case.
    pub words: &'a [Word],
    /// What must hold of it.
    pub narrow: &'a Narrow,
    /// How many at most.
    pub limit: usize,
    /// How many cases are read at most before the answer is what was found so far.
    pub patience: usize,
    /// The clock.
    pub now: DateTime<Utc>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoundCases {
    /// The cases, the best first.
    pub hits: Vec<Hit>,
    /// False where the work ended at its bound: there may be more.
    pub whole: bool,
}

/// One case that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its number.
    pub number: CaseNumber,
    /// The farthest part that was needed to find every word; `None` where it was found by fields alone.
    pub part: Option<Part>,
    /// A stretch of that part with a word in it, where the part is a text.
    pub excerpt: Option<String>,
    /// A word of the title stands at the beginning of one of its words.
    begins: bool,
}

impl Reader<'_> {
    /// Cases in which every word stands and everything holds, the best first: by number and telephone, in the title, in
    /// the name, in the texts; among equals the newest. Without words: the nearest deadline first, then finished ones.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn find(&self, find: &Find<'_>) -> Result<FoundCases, StoreError> {
        if find.narrow.is_impossible() {
            return Ok(FoundCases {
                hits: Vec::new(),
                whole: true,
            });
        }
        let mut search = Search {
            reader: *self,
            find,
            seen: HashSet::new(),
            hits: Vec::new(),
            patience: find.patience,
            whole: true,
        };
        if find.words.is_empty() {
            search.by_fields()?;
        } else {
            search.by_words()?;
        }
        Ok(FoundCases {
            hits: search.hits,
            whole: search.whole,
        })
    }
}

/// A search under way.
struct Search<'a> {
    reader: Reader<'a>,
    find: &'a Find<'a>,
    seen: HashSet<i64>,
    hits: Vec<Hit>,
    /// How many cases may still be read.
    patience: usize,
    whole: bool,
}

/// Which pieces the index is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dear {
    /// Those that are found letter by letter.
    Left,
    /// Beginnings too.
    Taken,
}

impl Search<'_> {
    fn by_words(&mut self) -> Result<(), StoreError> {
        self.keyed()?;
        let narrows = |pieces: &str| pieces.contains('"');
        let short = self.question(true, Dear::Left);
        let long = self.question(false, Dear::Left);
        let anywhere = self.find.words.iter().any(|word| !word.is_short());
        if narrows(&short) {
            self.matching(&short, usize::MAX)?;
        }
        if !narrows(&long) || !anywhere {
            // Nothing narrows: most words of one letter stand in one of the newest cases.
            self.newest(NEWEST)?;
        } else {
            self.matching(&long, usize::MAX)?;
        }
        for head in [true, false] {
            let dear = self.question(head, Dear::Taken);
            let known = if head { &short } else { &long };
            if dear != *known && (head || anywhere) {
                self.matching(&dear, usize::MAX)?;
            }
        }
        if !narrows(&self.question(false, Dear::Taken)) {
            self.newest(usize::MAX)?;
        }
        self.hits.sort_by_key(|hit| {
            let newest = std::cmp::Reverse(hit.number);
            (hit.part, !hit.begins, newest)
        });
        self.hits.truncate(self.find.limit);
        Ok(())
    }

    fn is_done(&self) -> bool {
        self.hits.len() >= self.find.limit
    }

    /// The question to the index: every piece of every word, in titles and names or anywhere, and what never changes.
    ///
    /// Every piece stands in quotation marks and holds letters and digits only: nothing of the index's own language can
    /// come from outside.
    fn question(&self, head: bool, dear: Dear) -> String {
        let mut terms = BTreeSet::new();
        for word in self.find.words {
            let pieces = asked(&word.letters, head).into_iter();
            let pieces = pieces.filter_map(|piece| term(&piece, head, dear));
            match word.phone() {
                None => terms.extend(pieces),
                Some(digits) => terms.extend(phone_term(&digits, pieces.collect())),
            }
        }
        if terms.is_empty() {
            return String::new();
        }
        let narrow = self.find.narrow;
        let channels = narrow.channels.iter().flatten();
        let categories = narrow.categories.iter().flatten();
        terms.extend(any_of(channels.map(|one| channel(*one))));
        terms.extend(any_of(categories.map(|id| category(id))));
        terms.into_iter().collect::<Vec<_>>().join(" AND ")
    }

    /// Cases that the index gives for a question.
    fn matching(&mut self, question: &str, most: usize) -> Result<(), StoreError> {
        if question.is_empty() {
            return Ok(());
        }
        let mut conditions = Conditions::default();
        let question = conditions.value(question.to_owned());
        let source = format!(
            "SELECT rowid AS id FROM search WHERE search MATCH {question} ORDER BY rowid DESC"
        );
        self.candidates(&source, conditions, most)
    }

    /// The newest cases, whatever stands in them.
    fn newest(&mut self, most: usize) -> Result<(), StoreError> {
        let source = "SELECT subject AS id FROM subject ORDER BY subject DESC";
        self.candidates(source, Conditions::default(), most)
    }

    /// Proves candidates of a source, in its order, until enough is found or the work is at its bound.
    fn candidates(
        &mut self,
        source: &str,
        mut conditions: Conditions,
        most: usize,
    ) -> Result<(), StoreError> {
        if self.is_done() {
            return Ok(());
        }
        let (now, path) = (self.find.now, self.reader.path);
        let plain = self.find.narrow.is_empty();
        let sql = if plain {
            source.to_owned()
        } else {
            // So many candidates are looked at whether they hold or not.
            let bound = conditions.value(bound(self.find.patience));
            self.find.narrow.add(None, now, &mut conditions);
            let wheres = conditions.wheres();
            format!("SELECT f.id FROM ({source} LIMIT {bound}) f CROSS JOIN subject s ON s.subject = f.id{wheres}")
        };
        let connection = self.reader.connection;
        let mut statement = connection.prepare_cached(&sql).doing("read", path)?;
        let mut rows = statement
            .query(params_from_iter(conditions.values))
            .doing("read", path)?;
        let mut read = 0;
        while let Some(row) = rows.next().doing("read", path)? {
            if self.patience == 0 || read == most {
                self.whole &= read == most;
                break;
            }
            read += 1;
            self.prove(row.get(0).doing("read", path)?)?;
            if self.is_done() {
                break;
            }
        }
        Ok(())
    }

    /// Reads one candidate and keeps it where every word stands.
    fn prove(&mut self, subject: i64) -> Result<(), StoreError> {
        let Some(number) = CaseNumber::from_id(subject) else {
            return Ok(());
        };
        if !self.seen.insert(subject) {
            return Ok(());
        }
        self.patience = self.patience.saturating_sub(1);
        let proof = Proof::read(self.reader, number, self.find.words)?;
        self.hits.extend(proof.map(|proof| Hit {
            number,
            part: Some(proof.part),
            excerpt: proof.excerpt,
            begins: proof.begins,
        }));
        Ok(())
    }

    /// Cases by receipt number and telephone: by key.
    fn keyed(&mut self) -> Result<(), StoreError> {
        let limit = i64::try_from(self.find.limit).unwrap_or(i64::MAX);
        for word in self.find.words {
            if matches!(word.part, None | Some(Part::Number)) {
                for (first, last) in numbers(&word.letters, self.find.now) {
                    let sql = "SELECT subject AS id FROM subject WHERE subject BETWEEN ?1 AND ?2 ORDER BY subject LIMIT ?3";
                    self.by_key(sql, vec![first.into(), last.into(), limit.into()])?;
                }
            }
            if let Some(digits) = word.phone().filter(|digits| digits.len() >= 7) {
                let sql = "SELECT subject AS id FROM party WHERE phone_key = ?1 ORDER BY subject DESC LIMIT ?2";
                self.by_key(sql, vec![digits.clone().into(), limit.into()])?;
                let sql = "SELECT subject AS id FROM party WHERE phone_key > ?1 AND phone_key < ?2 ORDER BY phone_key, subject LIMIT ?3";
                let behind = format!("{digits}:");
                self.by_key(sql, vec![digits.into(), behind.into(), limit.into()])?;
            }
        }
        Ok(())
    }

    fn by_key(&mut self, sql: &str, values: Vec<Value>) -> Result<(), StoreError> {
        let conditions = Conditions {
            values,
            ..Conditions::default()
        };
        if self.find.narrow.is_empty() {
            return self.candidates(sql, conditions, usize::MAX);
        }
        // The bound of the candidates stands in place of this one.
        let source = sql.rsplit_once(" LIMIT").map_or(sql, |(source, _)| source);
        let mut conditions = conditions;
        conditions.values.pop();
        self.candidates(source, conditions, usize::MAX)
    }

    /// Cases by fields alone: one walk along an index for open ones, then the newest of the others.
    fn by_fields(&mut self) -> Result<(), StoreError> {
        let narrow = self.find.narrow;
        if narrow.open() != Some(false) {
            let (driver, values) = narrow.driver();
            let mut ranked = Vec::new();
            if values.is_empty() {
                ranked = self.open(narrow, driver, None)?;
            }
            for value in &values {
                ranked.extend(self.open(&narrow.driven_by(driver, value), driver, Some(value))?);
            }
            ranked.sort_unstable();
            for (_, subject) in ranked {
                self.keep(subject);
            }
        }
        if narrow.open() != Some(true) && !self.is_done() {
            let mut conditions = Conditions::default();
            let bound = conditions.value(bound(self.find.patience));
            narrow.add(None, self.find.now, &mut conditions);
            conditions.texts.push("+s.open = 0".to_owned());
            let sql = format!("SELECT s.subject, s.rank FROM (SELECT * FROM subject ORDER BY subject DESC LIMIT {bound}) s{}", conditions.wheres());
            for (_, subject) in self.rows(&sql, conditions)? {
                self.keep(subject);
            }
            self.whole &= self.is_done();
        }
        Ok(())
    }

    fn keep(&mut self, subject: i64) {
        let number = CaseNumber::from_id(subject).filter(|_| !self.is_done());
        self.hits.extend(number.map(|number| Hit {
            number,
            part: None,
            excerpt: None,
            begins: false,
        }));
    }

    /// Open cases, the nearest first.
    fn open(
        &mut self,
        narrow: &Narrow,
        driver: Driver,
        value: Option<&Value>,
    ) -> Result<Vec<(i64, i64)>, StoreError> {
        let (now, limit) = (self.find.now, self.find.limit);
        let mut walk = Conditions::default();
        walk.texts.push("open = 1".to_owned());
        if let Some(value) = value {
            let mark = walk.value(value.clone());
            let column = match driver {
                Driver::Officer => "officer",
                Driver::Department => "department",
                Driver::Step | Driver::Rank => "step",
            };
            walk.texts.push(format!("{column} = {mark}"));
        }
        let (first, end) = narrow.ranks(now);
        if let Some(first) = first {
            let mark = walk.value(first);
            walk.texts.push(format!("rank >= {mark}"));
        }
        if let Some(end) = end {
            let mark = walk.value(end);
            walk.texts.push(format!("rank < {mark}"));
        }
        let inner = walk.wheres();
        let mut conditions = Conditions {
            texts: Vec::new(),
            values: walk.values,
        };
        let bound = conditions.value(bound(self.find.patience));
        narrow.add(Some(driver), now, &mut conditions);
        let wheres = conditions.wheres();
        let most = conditions.value(i64::try_from(limit).unwrap_or(i64::MAX));
        let sql = format!(
            "SELECT s.subject, s.rank FROM (SELECT * FROM subject{inner} ORDER BY rank, subject LIMIT {bound}) s{wheres} LIMIT {most}"
        );
        let rows = self.rows(&sql, conditions)?;
        Ok(rows.into_iter().collect())
    }

    fn rows(
        &self,
        sql: &str,
        conditions: Conditions,
    ) -> Result<Vec<(i64, i64)>, StoreError> {
        let path = self.reader.path;
        let mut statement = self
            .reader
            .connection
            .prepare_cached(sql)
            .doing("read", path)?;
        let rows = statement.query_map(params_from_iter(conditions.values), |row| {
            Ok((row.get(1)?, row.get(0)?))
        });
        rows.doing("read", path)?
            .take(self.find.limit)
            .collect::<rusqlite::Result<_>>()
            .doing("read", path)
    }
}

/// How many rows are looked at to see whether something holds: that costs less than reading a case.
fn bound(patience: usize) -> i64 {
    i64::try_from(patience.saturating_mul(20)).unwrap_or(i64::MAX)
}

/// A piece in the language of the index.
fn term(piece: &Piece, head: bool, dear: Dear) -> Option<String> {
    let mark = if head { HEAD.to_string() } else { String::new() };
    match piece {
        Piece::Whole(letters) => Some(format!("\"{mark}{letters}\"")),
        Piece::Beginning(letters) if dear == Dear::Taken => Some(format!("\"{mark}{letters}\"*")),
        Piece::Beginning(_) => None,
    }
}

/// Digits can be a telephone's last four, or stand in a text.
fn phone_term(digits: &str, pieces: Vec<String>) -> Option<String> {
    let text = pieces.join(" AND ");
    let tail = tail(digits).filter(|_| digits.len() == 4 || digits.len() >= 9);
    match (tail, text.is_empty()) {
        // Digits in the middle of a number: the telephones that begin so were found by key.
        (None, true) => None,
        (None, false) => Some(format!("({text})")),
        (Some(tail), true) => Some(format!("\"{tail}\"")),
        (Some(tail), false) => Some(format!("(\"{tail}\" OR ({text}))")),
    }
}

fn any_of(pieces: impl Iterator<Item = String>) -> Option<String> {
    let terms: Vec<String> = pieces.map(|piece| format!("\"{piece}\"")).collect();
    (!terms.is_empty()).then(|| format!("({})", terms.join(" OR ")))
}

/// The stretches of keys that a typed number can mean: itself, those that begin so, and a serial of this year or the last.
fn numbers(typed: &str, now: DateTime<Utc>) -> Vec<(i64, i64)> {
    let one = |number: CaseNumber| (number.id(), number.id());
    if let Ok(serial) = typed.parse::<u32>()
        && typed.len() <= 7
        && serial > 0
    {
        let year = u16::try_from(now.year()).unwrap_or_default();
        let years = [year, year.saturating_sub(1)];
        return years.map(|year| one(CaseNumber { year, serial })).to_vec();
    }
    let parts = typed.split_once('-').and_then(|(year, serial)| {
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let long = year.len() == 4 && (1..=7).contains(&serial.len());
        (long && digits(year) && digits(serial)).then(|| (year.parse(), serial))
    });
    let Some((Ok(year), digits)) = parts else {
        return Vec::new();
    };
    let serial: u32 = digits.parse().unwrap_or_default();
    let key = |serial| CaseNumber { year, serial }.id();
    let mut found = Vec::new();
    if serial > 0 {
        found.push((key(serial), key(serial)));
    }
    // Six digits are shown: what is still to be typed may be anything.
    if let Some(missing) = 6_u32.checked_sub(u32::try_from(digits.len()).unwrap_or(6)) {
        let tens = 10_u32.pow(missing);
        found.push((key(serial * tens), key(serial * tens + tens - 1)));
    }
    found
}
