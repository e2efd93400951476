//! The index by which subjects are found: what it holds of each, and keeping it in step with the facts.
//!
//! Pieces ([`crate::domain::find`]) are made by the program. Those of a title and a name are there twice, once with a
//! mark before them, so that those with the words in their title come first without reading the others.

mod find;
#[cfg(test)]
mod tests;

pub use find::{Hit, IndexQuery, SearchHits};

use super::{Reader, StoreError, Write, error::ErrorContext};
use crate::domain::{
    charter::Channel,
    find::{index_terms, phone_tail},
    outline::Outline,
    party::Party,
};

/// Stands before a piece of a title or a name.
const HEAD: char = '·';
/// The piece of what is no case: contacts and duties are few among the cases.
const NO_CASE: &str = "†";
/// How many characters of what was written after the intake are found by words: the last ones.
const NOTES: usize = 40_000;

/// What the search index holds of a subject.
#[derive(Debug)]
pub struct IndexEntry {
    subject: i64,
    pieces: String,
}

impl IndexEntry {
    /// The entry of a subject with every text of its facts, in order.
    pub fn of<'a>(
        outline: &Outline<'_>,
        party: &Party,
        texts: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let mut pieces = String::with_capacity(4_096);
        for head in [outline.title, &party.name] {
            index_terms(head, true, &mut |piece| {
                pieces.push(HEAD);
                put(piece, &mut pieces);
            });
            index_terms(head, false, &mut |piece| put(piece, &mut pieces));
        }
        index_terms(outline.body, false, &mut |piece| put(piece, &mut pieces));
        let taken = [outline.title, outline.body];
        let later: Vec<&str> = texts
            .into_iter()
            .filter(|text| !taken.contains(text))
            .collect();
        let mut room = NOTES;
        for text in later.into_iter().rev() {
            index_terms(text, false, &mut |piece| put(piece, &mut pieces));
            room = room.saturating_sub(text.chars().count());
            if room == 0 {
                break;
            }
        }
        let phone_tail = party.phone_key().as_deref().and_then(phone_tail);
        let other = outline.subject.case().is_none();
        let known = [
            other.then(|| NO_CASE.to_owned()),
            outline.channel.map(channel),
            Some(category(outline.category)),
            phone_tail,
        ];
        for piece in known.into_iter().flatten() {
            pieces.push_str(&piece);
            pieces.push(' ');
        }
        Self {
            subject: outline.subject.id(),
            pieces,
        }
    }
}

fn put(piece: &[char], pieces: &mut String) {
    pieces.extend(piece);
    pieces.push(' ');
}

/// The piece of the way a case came.
fn channel(channel: Channel) -> String {
    format!("‡{}", channel.id())
}

/// The piece of a category: to the index a hyphen would end it.
fn category(id: &str) -> String {
    let id: String = id
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { HEAD })
        .collect();
    format!("¶{id}")
}

impl Write<'_> {
    /// Makes subjects findable that were not before.
    ///
    /// A statement that may be undone by itself (one with a trigger) makes SQLite bring the whole index to disk, so it is
    /// written last, and of many subjects at once.
    pub fn index(&self, entries: &[IndexEntry]) -> Result<(), StoreError> {
        let sql = "INSERT INTO search (rowid, pieces) VALUES (?1, ?2)";
        let mut statement = self
            .transaction
            .prepare_cached(sql)
            .doing("write", self.path)?;
        for entry in entries {
            statement
                .execute((entry.subject, &entry.pieces))
                .doing("write", self.path)?;
        }
        Ok(())
    }

    /// Makes subjects findable by what was written on them since.
    pub(super) fn index_again(&self, entries: &[IndexEntry]) -> Result<(), StoreError> {
        let sql = "DELETE FROM search WHERE rowid = ?1";
        let mut statement = self
            .transaction
            .prepare_cached(sql)
            .doing("write", self.path)?;
        for entry in entries {
            statement
                .execute([entry.subject])
                .doing("write", self.path)?;
        }
        self.index(entries)
    }
}

impl Reader<'_> {
    /// Every text of a subject's facts, in order.
    pub(super) fn all_texts(&self, subject: i64) -> Result<Vec<(u32, u32, String)>, StoreError> {
        let sql = "SELECT seq, nth, text FROM prose WHERE subject = ?1 ORDER BY seq, nth";
        let mut statement = self
            .connection
            .prepare_cached(sql)
            .doing("read", self.path)?;
        let rows =
            statement.query_map([subject], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
        rows.doing("read", self.path)?
            .collect::<rusqlite::Result<_>>()
            .doing("read", self.path)
    }
}
