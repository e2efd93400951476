//! Whether a candidate contains every word, and where: read in the case itself, not in the index.

use crate::{
    domain::{
        find::{Fit, SearchPart, SearchWord, fit, hits},
        subject::Subject,
    },
    store::{Reader, StoreError},
};

/// Letters of an excerpt before the first match.
const BEFORE: usize = 12;
/// Letters of an excerpt.
const LETTERS: usize = 120;

/// Where the words were found in a case.
pub(super) struct Proof {
    /// The least relevant part needed to match every word.
    pub(super) part: SearchPart,
    /// A stretch of that part around a match, where it is a text.
    pub(super) excerpt: Option<String>,
    /// The worst of the words.
    pub(super) fit: Fit,
    /// A word of the title begins with the first search word.
    pub(super) begins: bool,
}

/// The fields that are searched before the texts are read.
struct Head {
    title: String,
    /// The complainant, then who speaks for them, and for whom.
    names: [String; 4],
    phone: String,
}

impl Proof {
    /// Reads the case; `None` where it lacks a word.
    pub(super) fn read(
        reader: Reader<'_>,
        subject: Subject,
        words: &[SearchWord],
    ) -> Result<Option<Self>, StoreError> {
        let Some(head) = head(reader, subject)? else {
            return Ok(None);
        };
        let mut texts: Option<Vec<(SearchPart, String)>> = None;
        let (mut farthest, mut worst) = (SearchPart::Number, Fit::Whole);
        let mut excerpt = None;
        for word in words {
            let in_head = head.part(subject, word);
            let place = match in_head {
                Some((part, Fit::Whole)) => Some((part, Fit::Whole, None)),
                _ if word.is_short() => in_head.map(|(part, fit)| (part, fit, None)),
                // What is torn in the title may stand whole in a text.
                _ => {
                    if texts.is_none() {
                        texts = Some(bodies(reader, subject, &head.title)?);
                    }
                    let in_head = in_head.map(|(part, fit)| (part, fit, None));
                    let texts = texts.iter().flatten();
                    let fits = texts.filter(|(part, _)| word.applies_to(*part));
                    let fits = fits.filter_map(|(part, text)| {
                        Some((*part, fit(text, &word.letters)?, Some(text.as_str())))
                    });
                    best(in_head.into_iter().chain(fits))
                }
            };
            let Some((part, fit, text)) = place else {
                return Ok(None);
            };
            if let Some(text) = text
                && (part > farthest || excerpt.is_none())
            {
                excerpt = Some(excerpt_of(text, &word.letters));
            }
            farthest = farthest.max(part);
            worst = worst.max(fit);
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
            fit: worst,
            begins,
        }))
    }
}

impl Head {
    /// The best place of a word outside the texts.
    fn part(&self, subject: Subject, word: &SearchWord) -> Option<(SearchPart, Fit)> {
        let digits = word.phone();
        let is_phone = digits
            .is_some_and(|digits| self.phone.starts_with(&digits) || self.phone.ends_with(&digits));
        let whole = |there: bool| there.then_some(Fit::Whole);
        let names = self.names.iter();
        let name = names.filter_map(|name| fit(name, &word.letters));
        let places = [
            (SearchPart::Number, whole(is_number(subject, &word.letters))),
            (SearchPart::Phone, whole(is_phone)),
            (SearchPart::Title, fit(&self.title, &word.letters)),
            (SearchPart::Name, name.max()),
        ];
        let fits = places
            .into_iter()
            .filter(|(part, _)| word.applies_to(*part));
        let fits = fits.filter_map(|(part, fit)| Some((part, fit?, ())));
        best(fits).map(|(part, fit, ())| (part, fit))
    }
}

/// The first place in which a word stands whole; else the first.
fn best<T>(places: impl Iterator<Item = (SearchPart, Fit, T)>) -> Option<(SearchPart, Fit, T)> {
    let mut torn = None;
    for place in places {
        match place.1 {
            Fit::Whole => return Some(place),
            Fit::Across => torn = torn.or(Some(place)),
        }
    }
    torn
}

/// True where the typed text is the number, a beginning of it, or its serial.
fn is_number(subject: Subject, typed: &str) -> bool {
    let whole = subject.to_string();
    let begins = typed.contains('-') && whole.starts_with(typed);
    begins
        || typed.parse() == Ok(subject)
        || (typed.len() <= 7 && typed.parse() == Ok(subject.serial()))
}

fn head(reader: Reader<'_>, subject: Subject) -> Result<Option<Head>, StoreError> {
    let sql =
        "SELECT s.title, COALESCE(p.phone_key, ''), COALESCE(p.name, ''), COALESCE(p.proxy, ''),
                      COALESCE(p.organisation, ''), COALESCE(p.representative, '') FROM subject s
               LEFT JOIN party p ON p.subject = s.subject AND p.stands = 1 WHERE s.subject = ?1";
    reader.row(sql, [subject.id()], |row| {
        Ok(Head {
            title: row.get(0)?,
            phone: row.get(1)?,
            names: [row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?],
        })
    })
}

/// The body of a subject and the texts written since, in order.
fn bodies(
    reader: Reader<'_>,
    subject: Subject,
    title: &str,
) -> Result<Vec<(SearchPart, String)>, StoreError> {
    let texts = reader.all_texts(subject.id())?.into_iter();
    let texts = texts.filter(|(_, text)| text != title);
    let part = |seq| {
        if seq == 1 {
            SearchPart::Body
        } else {
            SearchPart::Note
        }
    };
    Ok(texts.map(|(seq, text)| (part(seq), text)).collect())
}

/// The part of a text around a word, on one line.
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
