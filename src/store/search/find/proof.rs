//! Whether every word stands in a case, and where: read in the case itself, not in the index.

use crate::{
    domain::{
        find::{SearchPart, SearchWord, contains_word, hits},
        subject::Subject,
    },
    store::{Reader, StoreError, error::ErrorContext},
};
use rusqlite::OptionalExtension;

/// Letters before the first word of an excerpt.
const BEFORE: usize = 12;
/// Letters of an excerpt.
const LETTERS: usize = 120;

/// What shows that a case is wanted.
pub(super) struct Proof {
    /// The least relevant part needed to match every word.
    pub(super) part: SearchPart,
    /// A stretch of that part around a match, where it is a text.
    pub(super) excerpt: Option<String>,
    /// A word of the title begins with the first search word.
    pub(super) begins: bool,
}

/// What is read of a case before its texts are.
struct Head {
    title: String,
    name: String,
    phone: String,
}

impl Proof {
    /// Reads the case; `None` where a word stands nowhere in it.
    pub(super) fn read(
        reader: Reader<'_>,
        subject: Subject,
        words: &[SearchWord],
    ) -> Result<Option<Self>, StoreError> {
        let Some(head) = head(reader, subject)? else {
            return Ok(None);
        };
        let mut texts: Option<Vec<(SearchPart, String)>> = None;
        let mut farthest = SearchPart::Number;
        let mut excerpt = None;
        for word in words {
            if let Some(part) = head.part(subject, word) {
                farthest = farthest.max(part);
                continue;
            }
            if word.is_short() {
                return Ok(None);
            }
            if texts.is_none() {
                texts = Some(bodies(reader, subject, &head.title)?);
            }
            let mut all = texts.iter().flatten();
            let there = all
                .find(|(part, text)| word.applies_to(*part) && contains_word(text, &word.letters));
            let Some((part, text)) = there else {
                return Ok(None);
            };
            if *part > farthest || excerpt.is_none() {
                excerpt = Some(excerpt_of(text, &word.letters));
            }
            farthest = farthest.max(*part);
        }
        let begins = words.first().is_some_and(|word| {
            let found = hits(&head.title, [word.letters.as_str()]);
            let before = |at: usize| {
                head.title
                    .get(..at)
                    .and_then(|text| text.chars().next_back())
            };
            let at_a_word = |at: usize| before(at).is_none_or(|c| !c.is_alphanumeric());
            found.iter().any(|hit| at_a_word(hit.start))
        });
        Ok(Some(Self {
            part: farthest,
            excerpt,
            begins,
        }))
    }
}

impl Head {
    /// The nearest part outside the texts in which a word stands.
    fn part(&self, subject: Subject, word: &SearchWord) -> Option<SearchPart> {
        let digits = word.phone();
        let is_phone = digits
            .is_some_and(|digits| self.phone.starts_with(&digits) || self.phone.ends_with(&digits));
        [
            (SearchPart::Number, is_number(subject, &word.letters)),
            (SearchPart::Phone, is_phone),
            (SearchPart::Title, contains_word(&self.title, &word.letters)),
            (SearchPart::Name, contains_word(&self.name, &word.letters)),
        ]
        .into_iter()
        .find(|(part, there)| *there && word.applies_to(*part))
        .map(|(part, _)| part)
    }
}

/// True where what was typed is the number, the beginning of it, or its serial.
fn is_number(subject: Subject, typed: &str) -> bool {
    let whole = subject.to_string();
    let begins = typed.contains('-') && whole.starts_with(typed);
    begins
        || typed.parse() == Ok(subject)
        || (typed.len() <= 7 && typed.parse() == Ok(subject.serial()))
}

fn head(reader: Reader<'_>, subject: Subject) -> Result<Option<Head>, StoreError> {
    let sql = "SELECT s.title, ifnull(p.name, ''), ifnull(p.phone_key, '') FROM subject s
               LEFT JOIN party p ON p.subject = s.subject WHERE s.subject = ?1";
    let mut statement = reader
        .connection
        .prepare_cached(sql)
        .doing("read", reader.path)?;
    let read = |row: &rusqlite::Row<'_>| {
        Ok(Head {
            title: row.get(0)?,
            name: row.get(1)?,
            phone: row.get(2)?,
        })
    };
    statement
        .query_row([subject.id()], read)
        .optional()
        .doing("read", reader.path)
}

/// The text of a subject and what was written since, in order.
fn bodies(
    reader: Reader<'_>,
    subject: Subject,
    title: &str,
) -> Result<Vec<(SearchPart, String)>, StoreError> {
    let texts = reader.all_texts(subject.id())?.into_iter();
    let texts = texts.filter(|(.., text)| text != title);
    let texts = texts.map(|(seq, _, text)| match seq {
        1 => (SearchPart::Body, text),
        _ => (SearchPart::Note, text),
    });
    Ok(texts.collect())
}

/// The stretch of a text around a word, on one line.
fn excerpt_of(text: &str, word: &str) -> String {
    let found = hits(text, [word]);
    let begin = found.first().map_or(0, |hit| hit.start);
    let before = text.get(..begin).unwrap_or_default();
    let skipped = before.chars().count().saturating_sub(BEFORE);
    let from = text.chars().skip(skipped).take(LETTERS);
    let plain = from.map(|c| if c.is_whitespace() { ' ' } else { c });
    let mut excerpt = String::from(if skipped > 0 { "…" } else { "" });
    excerpt.extend(plain);
    excerpt
}
