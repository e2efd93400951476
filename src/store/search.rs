//! Finding subjects by words: two-letter pieces of Hangul, so that "소음" is found inside "층간소음", and initial consonants.
//!
//! The pieces are made here and not by SQLite, so that the same text is found whatever tokenizer an engine has.

use super::{Reader, StoreError, Write, convert, error::Doing};
use crate::domain::{
    party::Party,
    subject::{Outline, Subject, SubjectKind},
};
use std::collections::BTreeSet;

/// How much of a text is looked at, in characters: what lies behind is not found by words.
const READ: usize = 4_000;

impl Write<'_> {
    /// Makes subjects findable by title, text, name and telephone.
    ///
    /// A statement that may be undone by itself (one with a trigger) makes SQLite bring the whole index to disk, so it is
    /// written last, and of many subjects at once.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn index(&self, entries: &[Entry]) -> Result<(), StoreError> {
        let sql = "INSERT INTO search (rowid, pieces) VALUES (?1, ?2)";
        let mut statement = self
            .transaction
            .prepare_cached(sql)
            .doing("write", self.path)?;
        for entry in entries {
            statement
                .execute((entry.subject, &entry.pieces.0))
                .doing("write", self.path)?;
        }
        Ok(())
    }

    /// Takes a subject out of the index, so that it can be written there anew.
    pub(super) fn forget(&self, subject: Subject) -> Result<(), StoreError> {
        let mut statement = self
            .transaction
            .prepare_cached("DELETE FROM search WHERE rowid = ?1")
            .doing("write", self.path)?;
        statement
            .execute([subject.id()])
            .doing("write", self.path)?;
        Ok(())
    }
}

/// What the search index holds of a subject.
#[derive(Debug)]
pub struct Entry {
    subject: i64,
    pieces: Pieces,
}

impl Entry {
    /// The entry of a subject.
    pub fn of(outline: &Outline<'_>, party: &Party) -> Self {
        let mut found = Pieces::default();
        for text in [outline.title, &party.name, outline.body] {
            pieces(text, &mut found);
        }
        for text in [outline.title, &party.name] {
            initials(text, &mut found);
        }
        if let Some(key) = party.phone_key() {
            found.add(key.chars());
        }
        Self {
            subject: outline.subject.id(),
            pieces: found,
        }
    }
}

impl Reader<'_> {
    /// Subjects in which every word stands somewhere: cases first, then contacts and duties, of each the newest first. A
    /// number finds its subject.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn search(&self, words: &str, limit: u32) -> Result<Vec<Subject>, StoreError> {
        if let Ok(subject) = words.parse::<Subject>()
            && self.queue_row(subject)?.is_some()
        {
            return Ok(vec![subject]);
        }
        let Some(query) = query(words) else {
            return Ok(Vec::new());
        };
        let sql = "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid >= ?2 AND rowid < ?3 ORDER BY rowid DESC LIMIT ?4";
        let mut statement = self
            .connection
            .prepare_cached(sql)
            .doing("read", self.path)?;
        let mut found: Vec<Subject> = Vec::new();
        for kind in SubjectKind::ALL {
            let room = i64::from(limit) - i64::try_from(found.len()).unwrap_or(i64::MAX);
            let values = (&query, kind.first_key(), kind.end_key(), room.max(0));
            let rows = statement.query_map(values, |row| convert::subject(row, 0));
            for row in rows.doing("read", self.path)? {
                found.push(row.doing("read", self.path)?);
            }
        }
        Ok(found)
    }
}

/// The question to the index: every piece of every word; `None` where nothing can be asked.
fn query(words: &str) -> Option<String> {
    let mut asked = BTreeSet::new();
    for word in crate::domain::typed::clean(words)
        .split_whitespace()
        .take(20)
    {
        let digits: String = word.chars().filter(char::is_ascii_digit).collect();
        if digits.len() >= 7 && word.chars().all(|c| c.is_ascii_digit() || c == '-') {
            asked.insert(format!("\"{digits}\""));
            continue;
        }
        for run in runs(word) {
            ask(&run, &mut asked);
        }
    }
    (!asked.is_empty()).then(|| asked.into_iter().collect::<Vec<_>>().join(" AND "))
}

fn ask(run: &Run, asked: &mut BTreeSet<String>) {
    match run {
        // One syllable is asked as the beginning of a pair.
        Run::Hangul(letters) if letters.len() == 1 => {
            asked.extend(letters.iter().map(|letter| format!("\"{letter}\"*")));
        }
        Run::Hangul(letters) => asked.extend(pairs(letters).map(|pair| format!("\"{pair}\""))),
        Run::Latin(word) => {
            asked.insert(format!("\"{word}\"*"));
        }
    }
}

/// A stretch of letters that are cut alike.
enum Run {
    /// Everything but Latin letters and digits: cut into pairs.
    Hangul(Vec<char>),
    /// Latin letters and digits: taken whole, in lower case.
    Latin(String),
}

fn runs(text: &str) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    let mut joined = false;
    for letter in text.chars().take(READ) {
        if !letter.is_alphanumeric() {
            joined = false;
            continue;
        }
        match (letter.is_ascii(), found.last_mut()) {
            (true, Some(Run::Latin(word))) if joined => word.push(letter.to_ascii_lowercase()),
            (false, Some(Run::Hangul(letters))) if joined => letters.push(letter),
            (true, _) => found.push(Run::Latin(letter.to_ascii_lowercase().to_string())),
            (false, _) => found.push(Run::Hangul(vec![letter])),
        }
        joined = true;
    }
    found
}

fn pairs(letters: &[char]) -> impl Iterator<Item = String> + '_ {
    letters.windows(2).map(|pair| pair.iter().collect())
}

/// Pieces with a blank after each. One that comes twice counts once: the index keeps no places.
#[derive(Debug, Default)]
struct Pieces(String);

impl Pieces {
    fn add(&mut self, letters: impl IntoIterator<Item = char>) {
        self.0.extend(letters);
        self.0.push(' ');
    }
}

fn pieces(text: &str, found: &mut Pieces) {
    for run in runs(text) {
        match run {
            Run::Hangul(letters) => {
                for pair in letters.windows(2) {
                    found.add(pair.iter().copied());
                }
                // The last syllable alone, so that one-syllable words are found by their beginning.
                if let Some(last) = letters.last() {
                    found.add([*last]);
                }
            }
            Run::Latin(word) => found.add(word.chars()),
        }
    }
}

/// Pairs of initial consonants: "소음" is found by "ㅅㅇ".
fn initials(text: &str, found: &mut Pieces) {
    for run in runs(text) {
        if let Run::Hangul(letters) = run {
            let consonants: Vec<char> = letters
                .iter()
                .filter_map(|letter| initial(*letter))
                .collect();
            for pair in consonants.windows(2) {
                found.add(pair.iter().copied());
            }
        }
    }
}

/// The initial consonant of a syllable as the letter of the keyboard.
fn initial(syllable: char) -> Option<char> {
    const INITIALS: [char; 19] = [
        'ㄱ', 'ㄲ', 'ㄴ', 'ㄷ', 'ㄸ', 'ㄹ', 'ㅁ', 'ㅂ', 'ㅃ', 'ㅅ', 'ㅆ', 'ㅇ', 'ㅈ', 'ㅉ', 'ㅊ',
        'ㅋ', 'ㅌ', 'ㅍ', 'ㅎ',
    ];
    let offset = u32::from(syllable)
        .checked_sub(0xAC00)
        .filter(|offset| *offset < 11_172)?;
    INITIALS.get(usize::try_from(offset / 588).ok()?).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let mut found = Pieces::default();
        pieces(text, &mut found);
        initials(text, &mut found);
        found.0.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn a_word_is_found_inside_another_and_by_its_initials() {
        let pieces = found("층간소음 LED 3층");
        for wanted in ["간소", "소음", "led", "3", "층", "ㅅㅇ"] {
            assert!(
                pieces.iter().any(|piece| piece == wanted),
                "{wanted} in {pieces:?}"
            );
        }
    }

    #[test]
    fn words_from_outside_cannot_speak_the_index_language() {
        assert_eq!(
            query("소음 OR \"주차\""),
            Some("\"or\"* AND \"소음\" AND \"주차\"".to_owned())
        );
        assert_eq!(query("음"), Some("\"음\"*".to_owned()));
        assert_eq!(query("010-1234-5678"), Some("\"01012345678\"".to_owned()));
        for nothing in ["", "  ", "\"", "* - ( )"] {
            assert_eq!(query(nothing), None, "{nothing:?}");
        }
    }
}
