//! Errors of a charter with their positions, in both languages.

use crate::words::{Lang, Phrase, Say};
use std::fmt;

/// What is wrong: a sentence with the given text and what is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Problem {
    sentence: Phrase,
    given: String,
    allowed: String,
}

impl Problem {
    /// A problem without details.
    pub(super) fn new(sentence: Phrase) -> Self {
        Self {
            sentence,
            given: String::new(),
            allowed: String::new(),
        }
    }

    /// Names what was given; quoted, shortened and with control characters made visible.
    pub(super) fn given(mut self, text: &str) -> Self {
        const SHOWN: usize = 60;
        let mut shown: String = text.chars().take(SHOWN).collect();
        if shown.len() < text.len() {
            shown.push('…');
        }
        self.given = format!("{shown:?}");
        self
    }

    /// Names what could have been given; a very long list is cut.
    pub(super) fn allowed<T: AsRef<str>>(mut self, words: impl IntoIterator<Item = T>) -> Self {
        const SHOWN: usize = 1000;
        for word in words {
            if self.allowed.len() > SHOWN {
                self.allowed.push_str(", …");
                break;
            }
            if !self.allowed.is_empty() {
                self.allowed.push_str(", ");
            }
            self.allowed.push_str(word.as_ref());
        }
        self
    }
}

impl Say for Problem {
    fn say(&self, lang: Lang) -> String {
        self.sentence
            .with(lang, &[("given", &self.given), ("allowed", &self.allowed)])
    }
}

/// One error in the text of a charter, with its position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CharterError {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Path of the key, `promise[2].limit` (entries counted from 1); empty for the text as a whole.
    pub key: String,
    problem: Problem,
}

impl CharterError {
    /// The form that editors read: `file:line:column: key: sentence`.
    pub fn at(&self, file: &str, lang: Lang) -> String {
        format!("{file}:{}", self.located(lang))
    }

    fn located(&self, lang: Lang) -> String {
        let (line, column, sentence) = (self.line, self.column, self.say(lang));
        if self.key.is_empty() {
            format!("{line}:{column}: {sentence}")
        } else {
            format!("{line}:{column}: {}: {sentence}", self.key)
        }
    }
}

impl Say for CharterError {
    fn say(&self, lang: Lang) -> String {
        self.problem.say(lang)
    }
}

impl fmt::Display for CharterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.located(Lang::En))
    }
}

impl std::error::Error for CharterError {}

/// An error whose position is still an offset in bytes.
#[derive(Debug)]
pub(super) struct OffsetError {
    pub(super) offset: usize,
    pub(super) key: String,
    pub(super) problem: Problem,
}

/// Sorts errors by offset and turns offsets into lines and columns, in one pass over the text.
pub(super) fn locate(text: &str, mut findings: Vec<OffsetError>) -> Vec<CharterError> {
    findings.sort_by_key(|finding| finding.offset);
    let mut chars = text.char_indices().peekable();
    let (mut line, mut column) = (1, 1);
    let mut errors = Vec::with_capacity(findings.len());
    for OffsetError {
        offset,
        key,
        problem,
    } in findings
    {
        while let Some((_, c)) = chars.next_if(|(at, _)| *at < offset) {
            if c == '\n' {
                (line, column) = (line + 1, 1);
            } else {
                column += 1;
            }
        }
        errors.push(CharterError {
            line,
            column,
            key,
            problem,
        });
    }
    errors
}
