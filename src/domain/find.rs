//! Search queries: words and fields, parsed from one line as it is typed.
//!
//! ```text
//! 소음 담당:김 기한:오늘      cases of an officer Kim, due today, that contain 소음
//! ```

mod day_range;
mod field;
mod fold;
mod hits;
mod offer;
mod terms;
#[cfg(test)]
mod tests;
mod view;
mod window;
mod word;

pub use field::QueryField;
pub use fold::is_folded;
pub use hits::{Fit, contains_word, fit, hits};
pub use offer::{Offer, offers, with_next_offer};
pub use terms::{IndexTerm, index_terms, phone_tail, query_terms};
pub use view::{BuiltinView, QueueView, SavedView, view_filters};
pub use window::DueWindow;
pub use word::SearchWord;

use super::{case::Stage, charter::Channel, hangul, input::clean, subject::Subject};
use crate::words::{Lang, Say, closed_set, find as text};
use chrono::NaiveDate;
use word::{telephone, words_of};

/// Maximum number of words and fields of a query; the rest is ignored.
const MOST: usize = 20;

/// A parsed search line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchQuery {
    /// The only whole number in the line: where there is such a case, nothing else was meant.
    pub number: Option<Subject>,
    /// Each must occur somewhere in the case.
    pub words: Vec<SearchWord>,
    /// All must hold.
    pub filters: Vec<CaseFilter>,
}

closed_set! {
    /// A part of a case that can contain words.
    SearchPart {
        Number = "number", "접수번호", "receipt number";
        Phone = "phone", "전화번호", "telephone";
        Title = "title", "제목", "title";
        Name = "name", "민원인", "complainant";
        Body = "body", "내용", "text";
        /// What was noted, told or instructed since.
        Note = "note", "처리 기록", "record";
    }
}

/// A condition that a listed case must fulfil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CaseFilter {
    Officer(Assignee),
    Department(Assignee),
    /// One of these.
    Channel(Vec<Channel>),
    /// Its category, by id or by a part of its name.
    Category(String),
    /// The highest step recorded.
    Step(u8),
    /// The last day of its leading deadline, both days included.
    Due(NaiveDate, NaiveDate),
    /// The day of its receipt, both days included.
    Received(NaiveDate, NaiveDate),
    /// The day on which it was answered or refused, both days included.
    Answered(NaiveDate, NaiveDate),
    Status(CaseStatus),
    /// One of these.
    Stage(Vec<Stage>),
}

/// The officer or department in charge, as a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assignee {
    /// The clerk who asks.
    Mine,
    Nobody,
    /// Somebody whose name or login contains this.
    Named(String),
}

/// The state of a case by its leading deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CaseStatus {
    Open,
    Overdue,
    Running,
    Paused,
    Closed,
}

/// Why a line cannot be searched for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QueryError {
    #[error("there is no field {0:?}")]
    NoField(String),
    #[error("{given:?} is no value of {field:?}")]
    NoValue { field: QueryField, given: String },
    #[error("{0:?} is no field")]
    WordInView(String),
    #[error("a view needs a field")]
    EmptyView,
}

impl Say for QueryError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::NoField(given) => {
                let fields: Vec<_> = QueryField::ALL.iter().map(|one| one.say(lang)).collect();
                let values = [("given", given.as_str()), ("fields", &fields.join(", "))];
                text::NO_FIELD.with(lang, &values)
            }
            Self::WordInView(word) => text::WORD_IN_VIEW.with(lang, &[("word", word)]),
            Self::EmptyView => text::EMPTY_VIEW.get(lang).to_owned(),
            Self::NoValue { field, given } => text::NO_VALUE.with(
                lang,
                &[
                    ("given", given),
                    ("field", &field.say(lang)),
                    ("values", &field.values(lang)),
                ],
            ),
        }
    }
}

impl SearchQuery {
    /// Reads a line; `today` resolves days such as 오늘. A field without a value yet is ignored.
    ///
    /// # Errors
    /// A field that does not exist, or a value that it does not take.
    pub fn read(line: &str, today: NaiveDate) -> Result<Self, QueryError> {
        let line = clean(line);
        let mut wanted = Self {
            number: Subject::in_text(&line),
            ..Self::default()
        };
        if let Some(number) = telephone(&line) {
            wanted.words.push(number);
            return Ok(wanted);
        }
        let tokens = tokens(&line);
        for token in &tokens {
            match wanted.take(token, today) {
                // What stands round a pasted number need be no field.
                Err(_) if wanted.number.is_some() => wanted.words.extend(words_of(token, None)),
                taken => taken?,
            }
        }
        wanted.words = word::joined(wanted.words);
        Ok(wanted)
    }

    fn take(&mut self, token: &str, today: NaiveDate) -> Result<(), QueryError> {
        let Some((name, value)) = field_of(token) else {
            self.words.extend(words_of(token, None));
            return Ok(());
        };
        let field = QueryField::named(name).ok_or_else(|| QueryError::NoField(shortened(name)))?;
        if value.is_empty() {
            return Ok(());
        }
        if let Some(part) = field.part() {
            self.words.extend(words_of(value, Some(part)));
            return Ok(());
        }
        let only = field
            .read(value, today)
            .ok_or_else(|| QueryError::NoValue {
                field,
                given: shortened(value),
            })?;
        self.filters.push(only);
        Ok(())
    }

    /// True where nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.number.is_none() && self.words.is_empty() && self.filters.is_empty()
    }
}

/// Splits a line into words and fields. A quoted stretch is one token; where the closing mark is
/// not typed yet, it extends to the end of the line.
fn tokens(line: &str) -> Vec<String> {
    let (mut tokens, mut token, mut quoted) = (Vec::new(), String::new(), false);
    for c in line.chars() {
        match c {
            '"' | '“' | '”' => quoted = !quoted,
            c if c.is_whitespace() && !quoted => tokens.push(std::mem::take(&mut token)),
            c => token.push(c),
        }
    }
    tokens.push(token);
    tokens.retain(|token| !token.trim().is_empty());
    tokens.truncate(MOST);
    tokens
}

/// A field's name and value. What begins with a digit is a time or an address: text.
fn field_of(token: &str) -> Option<(&str, &str)> {
    let (name, value) = token.split_once([':', '：'])?;
    let letters = !name.is_empty() && name.chars().all(char::is_alphabetic);
    (letters && !value.starts_with('/')).then_some((name, value))
}

fn shortened(text: &str) -> String {
    text.chars().take(30).collect()
}

/// True if a name contains what was typed: its letters, or its initial consonants.
pub fn matches_name(name: &str, typed: &str) -> bool {
    contains_word(name, typed)
        || name.to_lowercase().contains(&typed.to_lowercase())
        || hangul::typed_in_wrong_mode(typed).is_some_and(|meant| contains_word(name, &meant))
}
