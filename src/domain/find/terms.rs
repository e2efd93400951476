//! The terms by which an index finds words: made here and not by an engine's tokenizer, so that results do not depend on the
//! engine.
//!
//! | text | terms |
//! |---|---|
//! | 층간 소음 | 층간 간소 소음 음 (pairs, over one blank as well; the last syllable alone) |
//! | | ㅊㄱㅅ ㄱㅅㅇ ㅅㅇ (initial consonants by three; the last two alone) |
//! | in a title or a name | 층 간 소 음 ㅊㄱ ㄱㅅ ㅅㅇ (every syllable; initial consonants by two) |
//! | LED3 | led3 |
//!
//! Letters are those of [`fold`](super::fold).

use super::fold::fold;
use crate::domain::{hangul, input::TEXT_MAX};

/// Maximum characters of a text that are read: no text is longer.
const READ: usize = TEXT_MAX;

/// A term of a query to the index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IndexTerm {
    Whole(String),
    /// Every term with this prefix: slow where there are many.
    Beginning(String),
}

/// A run of letters of one script.
enum Run {
    /// Everything but Latin letters and digits.
    Hangul(Vec<char>),
    /// Latin letters and digits, in lower case.
    Latin(String),
}

fn runs(text: &str) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    // Distance to the last letter: 0 beside this one, 1 over one blank.
    let mut gap = 2;
    fold(text, READ, |folded| {
        let letter = folded.c;
        if !letter.is_alphanumeric() {
            gap += if letter.is_whitespace() { 1 } else { 2 };
            return;
        }
        match (letter.is_ascii(), found.last_mut()) {
            (true, Some(Run::Latin(word))) if gap == 0 => word.push(letter),
            (false, Some(Run::Hangul(letters))) if gap < 2 => letters.push(letter),
            (true, _) => found.push(Run::Latin(letter.to_string())),
            (false, _) => found.push(Run::Hangul(vec![letter])),
        }
        gap = 0;
    });
    found
}

/// Passes every term of a text to `emit`; of a title or a name (`short`) single syllables and initial consonants by two.
pub fn index_terms(text: &str, short: bool, emit: &mut impl FnMut(&[char])) {
    let mut latin = Vec::new();
    for run in runs(text) {
        let letters = match run {
            Run::Latin(word) => {
                latin.clear();
                latin.extend(word.chars());
                emit(&latin);
                continue;
            }
            Run::Hangul(letters) => letters,
        };
        letters.windows(2).for_each(&mut *emit);
        let alone = if short { 0 } else { letters.len() - 1 };
        let alone = letters.get(alone..).unwrap_or_default();
        alone.chunks(1).for_each(&mut *emit);
        let initials: Vec<char> = letters.iter().map(|letter| initial(*letter)).collect();
        let (by, last) = if short { (2, 1) } else { (3, 2) };
        initials.windows(by).for_each(&mut *emit);
        let last = initials.len().saturating_sub(last);
        if !short && initials.len() > 1 {
            emit(initials.get(last..).unwrap_or_default());
        }
    }
}

fn initial(letter: char) -> char {
    hangul::initial(letter).unwrap_or(letter)
}

/// The terms of a word in a query, of texts or (`short`) of titles and names; none where it is too short to narrow anything.
pub fn query_terms(word: &str, short: bool) -> Vec<IndexTerm> {
    let mut terms = Vec::new();
    for run in runs(word) {
        match run {
            Run::Latin(word) => terms.push(IndexTerm::Beginning(word)),
            Run::Hangul(letters) => {
                for stretch in letters
                    .chunk_by(|one, other| hangul::is_initial(*one) == hangul::is_initial(*other))
                {
                    push_terms(stretch, short, &mut terms);
                }
            }
        }
    }
    terms
}

fn push_terms(stretch: &[char], short: bool, terms: &mut Vec<IndexTerm>) {
    let initials = stretch.first().is_some_and(|c| hangul::is_initial(*c));
    let by = if initials && !short { 3 } else { 2 };
    let whole = |letters: &[char]| letters.iter().collect::<String>();
    if short && !initials && stretch.len() == 1 {
        terms.push(IndexTerm::Whole(whole(stretch)));
    } else if stretch.len() >= by {
        terms.extend(
            stretch
                .windows(by)
                .map(|part| IndexTerm::Whole(whole(part))),
        );
    } else if !initials || stretch.len() == 2 {
        terms.push(IndexTerm::Beginning(whole(stretch)));
    }
}

/// The term of a telephone's last four digits.
pub fn phone_tail(digits: &str) -> Option<String> {
    let last = digits.get(digits.len().checked_sub(4)?..)?;
    Some(format!("№{last}"))
}
