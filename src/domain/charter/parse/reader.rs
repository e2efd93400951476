//! Reads one table of a charter key by key, with the place and path of every value, and collects the errors.

use super::{
    error::{OffsetError, Problem},
    sentence,
    value::Value,
};
use crate::domain::charter::Bilingual;
use crate::words::NotAllowed;
use std::{cell::RefCell, collections::HashSet, str::FromStr};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// The text being read and its errors so far.
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    pub(super) findings: RefCell<Vec<OffsetError>>,
}

impl<'a> Source<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            findings: RefCell::default(),
        }
    }

    pub(super) fn report(&self, offset: usize, key: &str, problem: Problem) {
        self.findings.borrow_mut().push(OffsetError {
            offset,
            key: key.to_owned(),
            problem,
        });
    }
}

/// One table, with its place and path.
#[derive(Clone)]
pub(super) struct Section<'a> {
    source: &'a Source<'a>,
    table: &'a DeTable<'a>,
    offset: usize,
    path: String,
}

impl<'a> Section<'a> {
    /// A table at a place of the text; the whole document has no path.
    pub(super) fn new(
        source: &'a Source<'a>,
        table: &'a DeTable<'a>,
        offset: usize,
        path: String,
    ) -> Self {
        Self {
            source,
            table,
            offset,
            path,
        }
    }

    /// Reports at the place of the table itself.
    pub(super) fn report(&self, problem: Problem) {
        self.source.report(self.offset, &self.path, problem);
    }

    /// Reports at the value of a key, or at the table where the key is absent.
    pub(super) fn report_at(&self, key: &str, problem: Problem) {
        match self.value(key) {
            Some(value) => value.report(problem),
            None => self
                .source
                .report(self.offset, &self.key_path(key), problem),
        }
    }

    /// Reports every key that is not `allowed`, a list separated by blanks, at the key.
    pub(super) fn only(&self, allowed: &str) {
        for (key, _) in self.table {
            let name: &str = key.get_ref();
            if allowed.split(' ').all(|one| one != name) {
                self.source.report(
                    key.span().start,
                    &self.key_path(name),
                    Problem::new(sentence::UNKNOWN_KEY).allowed(allowed.split(' ')),
                );
            }
        }
    }

    /// The value of a key, where present.
    pub(super) fn value(&self, key: &str) -> Option<Value<'a>> {
        let value = self.table.get(key)?;
        Some(self.valued(key, value))
    }

    /// The value of a key; its absence is reported.
    pub(super) fn required(&self, key: &str) -> Option<Value<'a>> {
        let value = self.value(key);
        if value.is_none() {
            self.report(Problem::new(sentence::MISSING).allowed([key]));
        }
        value
    }

    /// A value read by `read`: `Some(None)` where the key is absent, `None` where its value is wrong, which is reported.
    #[expect(
        clippy::option_option,
        reason = "absent and wrong are different answers"
    )]
    pub(super) fn optional<T>(
        &self,
        key: &str,
        read: impl FnOnce(Value<'a>) -> Option<T>,
    ) -> Option<Option<T>> {
        match self.value(key) {
            None => Some(None),
            Some(value) => read(value).map(Some),
        }
    }

    /// Every key with its own place and its value.
    pub(super) fn entries(&self) -> impl Iterator<Item = (Value<'a>, &'a str, Value<'a>)> + '_ {
        self.table.iter().map(|(key, value)| {
            let name: &'a str = key.get_ref();
            (
                self.valued(name, value).placed_at(key.span().start),
                name,
                self.valued(name, value),
            )
        })
    }

    /// The tables under a key, such as every `[[promise]]`; none where the key is absent.
    pub(super) fn sections(&self, key: &str) -> Vec<Self> {
        let list = self.value(key).and_then(|value| value.list());
        list.into_iter()
            .flatten()
            .filter_map(|entry| entry.section())
            .collect()
    }

    /// A text that must be there.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        self.required(key)?.text()
    }

    /// An id that must be there.
    pub(super) fn id(&self, key: &str) -> Option<String> {
        self.required(key)?.id()
    }

    /// A word of a closed set that must be there.
    pub(super) fn word<T: FromStr<Err = NotAllowed>>(&self, key: &str) -> Option<T> {
        self.required(key)?.word()
    }

    /// Words of a closed set, each once; empty where the key is absent.
    pub(super) fn words<T: FromStr<Err = NotAllowed>>(&self, key: &str) -> Option<Vec<T>> {
        let Some(value) = self.value(key) else {
            return Some(Vec::new());
        };
        let list = value.list()?;
        let mut seen = HashSet::new();
        for entry in &list {
            if let Some(word) = entry.word_as_written()
                && !seen.insert(word)
            {
                entry.report(Problem::new(sentence::TWICE).given(word));
            }
        }
        // Every word is read before the first failure ends it, so that each wrong one is reported.
        let words: Vec<Option<T>> = list.iter().map(Value::word).collect();
        words.into_iter().collect()
    }

    /// One word of a closed set, or a list of them that is not empty; empty where the key is absent.
    pub(super) fn word_or_words<T: FromStr<Err = NotAllowed>>(&self, key: &str) -> Option<Vec<T>> {
        let Some(value) = self.value(key) else {
            return Some(Vec::new());
        };
        if value.list_as_written().is_none() {
            return value.word().map(|word| vec![word]);
        }
        let words = self.words(key)?;
        if words.is_empty() {
            value.report(Problem::new(sentence::EMPTY));
            return None;
        }
        Some(words)
    }

    /// A flag; false where the key is absent.
    pub(super) fn flag(&self, key: &str) -> Option<bool> {
        self.value(key).map_or(Some(false), |value| value.flag())
    }

    /// A text in both languages that must be there.
    pub(super) fn bilingual(&self, key: &str) -> Option<Bilingual> {
        let section = self.required(key)?.section()?;
        section.only("ko en");
        let (ko, en) = (section.text("ko"), section.text("en"));
        Some(Bilingual { ko: ko?, en: en? })
    }

    fn valued(&self, key: &str, value: &'a Spanned<DeValue<'a>>) -> Value<'a> {
        Value::new(self.source, value, self.key_path(key))
    }

    fn key_path(&self, key: &str) -> String {
        // A key this long is unknown; its beginning is enough to locate it.
        let shown: String = key.chars().take(64).flat_map(char::escape_debug).collect();
        if self.path.is_empty() {
            shown
        } else {
            format!("{}.{shown}", self.path)
        }
    }
}
