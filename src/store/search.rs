//! The index by which cases are found: what it holds of a case, and keeping it in step with the facts.
//!
//! Pieces ([`crate::domain::find`]) are made by the program. Those of a title and a name are there twice, once with a
//! mark before them, so that cases with the words in their title come first without reading the others.

mod find;
#[cfg(test)]
mod tests;

pub use find::{Find, FoundCases, Hit};

use super::{Reader, StoreError, Write, error::Doing};
use crate::domain::{
    case::Case,
    charter::Channel,
    find::{tail, text_pieces},
    party::Party,
};

/// Stands before a piece of a title or a name.
const HEAD: char = '·';
/// How many characters of what was written after the intake are found by words: the last ones.
const NOTES: usize = 4_000;

/// What the search index holds of a case.
#[derive(Debug)]
pub struct Entry {
    subject: i64,
    pieces: String,
}

impl Entry {
    /// The entry of a case with every text of its facts, in order.
    pub fn of<'a>(case: &Case, party: &Party, texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut pieces = String::with_capacity(4_096);
        let heads = [case.title().as_str(), &party.name];
        for head in heads {
            text_pieces(head, true, &mut |piece| {
                pieces.push(HEAD);
                put(piece, &mut pieces);
            });
            text_pieces(head, false, &mut |piece| put(piece, &mut pieces));
        }
        let mut later: Vec<&str> = Vec::new();
        for (nth, text) in texts.into_iter().enumerate() {
            match nth {
                // The title, which was taken already.
                0 => {}
                1 => text_pieces(text, false, &mut |piece| put(piece, &mut pieces)),
                _ => later.push(text),
            }
        }
        let mut room = NOTES;
        for text in later.into_iter().rev() {
            text_pieces(text, false, &mut |piece| put(piece, &mut pieces));
            room = room.saturating_sub(text.chars().count());
            if room == 0 {
                break;
            }
        }
        let tail = party.phone_key().as_deref().and_then(tail);
        let known = [channel(case.channel()), category(&case.intake.category)];
        for piece in known.into_iter().chain(tail) {
            pieces.push_str(&piece);
            pieces.push(' ');
        }
        Self {
            subject: case.number.id(),
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
    /// Makes cases findable that were not before.
    ///
    /// A statement that may be undone by itself (one with a trigger) makes SQLite bring the whole index to disk, so it is
    /// written last, and of many cases at once.
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
                .execute((entry.subject, &entry.pieces))
                .doing("write", self.path)?;
        }
        Ok(())
    }

    /// Makes a case findable by what was written on it since.
    ///
    /// # Errors
    /// The file cannot be written.
    pub(super) fn index_again(&self, entry: Entry) -> Result<(), StoreError> {
        let sql = "DELETE FROM search WHERE rowid = ?1";
        let mut statement = self
            .transaction
            .prepare_cached(sql)
            .doing("write", self.path)?;
        statement
            .execute([entry.subject])
            .doing("write", self.path)?;
        self.index(&[entry])
    }
}

impl Reader<'_> {
    /// Every text of a case's facts, in order.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(super) fn all_texts(&self, subject: i64) -> Result<Vec<(u32, u32, String)>, StoreError> {
        let sql = "SELECT seq, nth, text FROM prose WHERE subject = ?1 ORDER BY seq, nth";
        let mut statement = self
            .connection
            .prepare_cached(sql)
            .doing("read", self.path)?;
        let rows = statement.query_map([subject], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        });
        rows.doing("read", self.path)?
            .collect::<rusqlite::Result<_>>()
            .doing("read", self.path)
    }
}
