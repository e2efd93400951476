//! The words of a search line, and what of it is a telephone number.

use super::{SearchPart, hits::parts};
use crate::domain::{phone::Telephone, subject::Subject};

/// Digits of a telephone number from which on a line of digits is one.
const NUMBER: usize = 7;

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchWord {
    pub letters: String,
    /// The part of a case that is searched; every part if `None`.
    pub part: Option<SearchPart>,
}

impl SearchWord {
    fn of(letters: &str, part: Option<SearchPart>) -> Option<Self> {
        // A word of punctuation alone cannot be searched for.
        (!parts(letters).is_empty()).then(|| Self {
            letters: letters.to_owned(),
            part,
        })
    }

    /// The number of a subject, which is searched nowhere else.
    pub fn of_number(number: Subject) -> Self {
        Self {
            letters: number.to_string(),
            part: Some(SearchPart::Number),
        }
    }

    /// True where it can be nothing but the number of a subject.
    pub fn is_number(&self) -> bool {
        self.part == Some(SearchPart::Number)
    }

    /// True if it is searched in numbers, telephones, titles and names only, not in long texts.
    pub fn is_short(&self) -> bool {
        matches!(
            self.part,
            Some(SearchPart::Number | SearchPart::Phone | SearchPart::Title | SearchPart::Name)
        )
    }

    /// True if it is searched in such a part.
    pub fn applies_to(&self, part: SearchPart) -> bool {
        self.part.is_none_or(|only| only == part)
    }

    /// Its digits, where it can be a telephone or its last digits: four at least, however they are separated.
    pub fn phone(&self) -> Option<String> {
        let phone = Telephone::read(&self.letters)?;
        (phone.digits.len() >= 4).then_some(phone.digits)
    }
}

/// The word of a line that is a telephone number and nothing else, of seven digits or more, whatever separates them.
pub(super) fn telephone(line: &str) -> Option<SearchWord> {
    let phone = Telephone::read(line)?;
    (phone.digits.len() >= NUMBER).then(|| SearchWord {
        letters: without_extension(line, &phone),
        part: None,
    })
}

/// The number as it was typed; where an extension stands behind it, its digits alone.
fn without_extension(line: &str, phone: &Telephone) -> String {
    match phone.extension {
        None => line.to_owned(),
        Some(_) => phone.digits.clone(),
    }
}

/// Joins the words of a telephone number that was typed with blanks among other words: `홍길동 010 0000 1234`.
pub(super) fn joined(words: Vec<SearchWord>) -> Vec<SearchWord> {
    let mut out: Vec<SearchWord> = Vec::with_capacity(words.len());
    let mut words = words.into_iter().peekable();
    while let Some(mut word) = words.next() {
        let begins = word.letters.starts_with(['0', '+', '(']);
        while begins
            && is_of_digits(&word)
            && let Some(next) = words.next_if(|next| is_of_digits(next) && next.part == word.part)
        {
            word.letters = format!("{} {}", word.letters, next.letters);
        }
        out.push(word);
    }
    out
}

fn is_of_digits(word: &SearchWord) -> bool {
    Telephone::read(&word.letters).is_some_and(|phone| phone.extension.is_none())
}

/// Splits a token into words. Quoted Hangul is one word, since Hangul is matched across a blank; other words stand by
/// themselves.
pub(super) fn words_of(token: &str, part: Option<SearchPart>) -> Vec<SearchWord> {
    let mut words: Vec<String> = Vec::new();
    for word in token.split_whitespace() {
        let hangul = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !c.is_ascii());
        match words.last_mut() {
            Some(last) if hangul(last.chars().next_back()) && hangul(word.chars().next()) => {
                last.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    let words = words.iter().filter_map(|word| SearchWord::of(word, part));
    words.collect()
}
