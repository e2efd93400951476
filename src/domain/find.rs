//! Search queries: words and fields, parsed from one line as it is typed.
//!
//! ```text
//! 소음 담당:김 기한:오늘      cases of an officer Kim, due today, that contain 소음
//! ```

mod field;
mod hits;
mod terms;
#[cfg(test)]
mod tests;
mod view;
mod window;

pub use field::QueryField;
pub use hits::{contains_word, hits};
pub use terms::{IndexTerm, index_terms, phone_tail, query_terms};
pub use view::{BuiltinView, QueueView, SavedView, view_filters};
pub use window::DueWindow;

use super::{case::Stage, charter::Channel, hangul, input::clean};
use crate::words::{Lang, Say, closed_set, find as text};
use chrono::{Datelike, Days, NaiveDate};

/// Maximum number of words and fields of a query; the rest is ignored.
const MOST: usize = 20;

/// A parsed search line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchQuery {
    /// Each must occur somewhere in the case.
    pub words: Vec<SearchWord>,
    /// All must hold.
    pub filters: Vec<CaseFilter>,
}

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchWord {
    pub letters: String,
    /// The part of a case that is searched; every part if `None`.
    pub part: Option<SearchPart>,
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
        let mut wanted = Self::default();
        for token in &tokens(&clean(line)) {
            let Some((name, value)) = field_of(token) else {
                wanted.words.extend(words_of(token, None));
                continue;
            };
            let field =
                QueryField::named(name).ok_or_else(|| QueryError::NoField(shortened(name)))?;
            if value.is_empty() {
                continue;
            }
            if let Some(part) = field.part() {
                wanted.words.extend(words_of(value, Some(part)));
                continue;
            }
            let only = field
                .read(value, today)
                .ok_or_else(|| QueryError::NoValue {
                    field,
                    given: shortened(value),
                })?;
            wanted.filters.push(only);
        }
        Ok(wanted)
    }

    /// True where nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.filters.is_empty()
    }
}

impl SearchWord {
    fn of(letters: &str, part: Option<SearchPart>) -> Option<Self> {
        // A word of punctuation alone cannot be searched for.
        letters.chars().any(char::is_alphanumeric).then(|| Self {
            letters: letters.to_owned(),
            part,
        })
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

    /// Its digits, where it can be a telephone or its last digits: four at least, with or without hyphens.
    pub fn phone(&self) -> Option<String> {
        let rest = self.letters.strip_prefix('+').unwrap_or(&self.letters);
        if !rest
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '-' | '.' | '(' | ')'))
        {
            return None;
        }
        let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
        let national = match digits.strip_prefix("82") {
            Some(rest) if self.letters.starts_with('+') => {
                format!("0{}", rest.trim_start_matches('0'))
            }
            _ => digits,
        };
        (national.len() >= 4).then_some(national)
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

/// Splits a token into words. Quoted Hangul is one word, since Hangul is matched across a blank; other words stand by
/// themselves.
fn words_of(token: &str, part: Option<SearchPart>) -> Vec<SearchWord> {
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

/// A field's name and value. What begins with a digit is a time or an address: text.
fn field_of(token: &str) -> Option<(&str, &str)> {
    let (name, value) = token.split_once([':', '：'])?;
    let letters = !name.is_empty() && name.chars().all(char::is_alphabetic);
    (letters && !value.starts_with('/')).then_some((name, value))
}

fn shortened(text: &str) -> String {
    text.chars().take(30).collect()
}

/// Returns the first and the last day of a word such as 이번주.
fn days(word: &str, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let day = |ahead: u64| today.checked_add_days(Days::new(ahead));
    let one = |day: NaiveDate| (day, day);
    match word {
        "오늘" | "today" => return Some(one(today)),
        "내일" | "tomorrow" => return day(1).map(one),
        "모레" => return day(2).map(one),
        "어제" | "yesterday" => return today.pred_opt().map(one),
        "이번주" | "week" => {
            let monday = u64::from(today.weekday().num_days_from_monday());
            let monday = today.checked_sub_days(Days::new(monday))?;
            return Some((monday, monday.checked_add_days(Days::new(6))?));
        }
        _ => {}
    }
    if let Some((from, to)) = word.split_once("..") {
        return Some((date(from, today)?, date(to, today)?));
    }
    date(word, today).map(one)
}

/// `2026-11-30`, `11-30` or `11/30`.
fn date(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    let plain = word.replace(['/', '.'], "-");
    let parts: Vec<u32> = plain
        .split('-')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    match *parts.as_slice() {
        [year, month, day] => NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day),
        [month, day] => NaiveDate::from_ymd_opt(today.year(), month, day),
        _ => None,
    }
}

/// True if a name contains what was typed: its letters, or its initial consonants.
pub fn matches_name(name: &str, typed: &str) -> bool {
    contains_word(name, typed)
        || name.to_lowercase().contains(&typed.to_lowercase())
        || hangul::typed_in_wrong_mode(typed).is_some_and(|meant| contains_word(name, &meant))
}
