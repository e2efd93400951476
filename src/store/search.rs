//! The full-text index: what it holds of each subject, and keeping it in step with the facts.
//!
//! The program cuts texts into index terms ([`crate::domain::find`]). Those of titles and names are entered twice, once
//! with a prefix, so that matches in titles are found without reading the others. A name is that of the complainant, or of who
//! speaks for them and for whom they speak.

mod find;
mod similar;
#[cfg(test)]
mod tests;

pub use find::{Hit, IndexQuery, SearchHits};
pub use similar::RecentCase;

use super::{Reader, StoreError, Write};
use crate::domain::{
    charter::Channel,
    find::{index_terms, phone_tail},
    outline::Outline,
    party::Party,
    subject::CaseNumber,
};

/// Prefix of a term of a title or a name.
const HEAD: char = '·';
/// The term of contacts and duties, which are few among the cases.
const NO_CASE: &str = "†";
/// How many characters written after the intake are indexed: the last ones.
const NOTES: usize = 40_000;

/// The entry of a subject in the index.
#[derive(Debug)]
pub struct IndexEntry {
    subject: i64,
    /// Index terms, separated by spaces.
    pieces: String,
}

impl IndexEntry {
    /// Makes the entry of a subject from all texts of its facts, in order.
    pub fn of(outline: &Outline<'_>, party: &Party, texts: &[String]) -> Self {
        let mut pieces = String::with_capacity(4_096);
        let heads = [outline.title, &party.name].into_iter();
        for head in heads.chain(party.behalf.names()) {
            index_terms(head, true, &mut |piece| {
                pieces.push(HEAD);
                put(piece, &mut pieces);
            });
            index_terms(head, false, &mut |piece| put(piece, &mut pieces));
        }
        index_terms(outline.body, false, &mut |piece| put(piece, &mut pieces));
        let indexed = [outline.title, outline.body];
        let later = texts.iter().map(String::as_str);
        let later = later.rev().filter(|text| !indexed.contains(text));
        let mut room = NOTES;
        for text in later {
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

/// The term of a channel.
fn channel(channel: Channel) -> String {
    format!("‡{}", channel.id())
}

/// The term of a category, without hyphens, which separate terms.
fn category(id: &str) -> String {
    let id: String = id
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { HEAD })
        .collect();
    format!("¶{id}")
}

impl Write<'_> {
    /// Adds new subjects to the index.
    ///
    /// Called last and with many entries at once: a later statement with a statement journal (one with a trigger) makes
    /// SQLite flush the whole index to disk.
    pub fn index(&self, entries: &[IndexEntry]) -> Result<(), StoreError> {
        for entry in entries {
            let sql = "INSERT INTO search (rowid, pieces) VALUES (?1, ?2)";
            self.execute(sql, (entry.subject, &entry.pieces))?;
        }
        Ok(())
    }

    /// Replaces the entry of a subject.
    pub(super) fn reindex(&self, entry: &IndexEntry) -> Result<(), StoreError> {
        self.execute("DELETE FROM search WHERE rowid = ?1", [entry.subject])?;
        self.index(std::slice::from_ref(entry))
    }
}

impl Reader<'_> {
    /// Every text of a subject's facts that stands, in order, with the number of its fact: of what was put right, what it says
    /// now.
    pub(super) fn all_texts(&self, subject: i64) -> Result<Vec<(u32, String)>, StoreError> {
        let sql = "SELECT p.seq, p.text, coalesce(f.kind IN ('received', 'amended'), false), coalesce(f.kind = 'amended', false)
                   FROM prose p LEFT JOIN fact f ON f.subject = p.subject AND f.seq = p.seq
                   WHERE p.subject = ?1 ORDER BY p.seq, p.nth";
        let found = self.rows(sql, [subject], |row| {
            let of_receipt: bool = row.get(2)?;
            let amended: bool = row.get(3)?;
            Ok(((row.get(0)?, row.get(1)?), of_receipt, amended))
        })?;
        if !found.iter().any(|(_, _, amended)| *amended) {
            return Ok(found.into_iter().map(|(text, ..)| text).collect());
        }
        let mut texts = Vec::new();
        if let Some((case, _)) = CaseNumber::from_id(subject)
            .map(|number| self.case(number))
            .transpose()?
            .flatten()
        {
            let intake = &case.intake;
            let standing = [&intake.title, &intake.body].map(|text| text.as_str().to_owned());
            texts.extend(standing.map(|text| (1, text)));
        }
        let rest = found.into_iter().filter(|(_, of_receipt, _)| !of_receipt);
        texts.extend(rest.map(|(text, ..)| text));
        Ok(texts)
    }

    /// Makes the index entry of a subject from its stored texts.
    pub(super) fn index_entry(
        &self,
        outline: &Outline<'_>,
        party: &Party,
    ) -> Result<IndexEntry, StoreError> {
        let texts = self.all_texts(outline.subject.id())?.into_iter();
        let texts: Vec<String> = texts.map(|(_, text)| text).collect();
        Ok(IndexEntry::of(outline, party, &texts))
    }
}
