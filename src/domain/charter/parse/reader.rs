//! Reads one table of a charter key by key, keeping for every value its place and path, and collects what is wrong.
//!
//! Knows TOML and words; knows nothing of what a charter means.

use super::{
    error::{Finding, Problem},
    sentence,
};
use crate::{
    domain::charter::{Bilingual, NotAllowed},
    words::Phrase,
};
use std::{cell::RefCell, collections::HashSet, str::FromStr};
use toml::{
    Spanned,
    de::{DeArray, DeString, DeTable, DeValue},
};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The text being read and what was found wrong in it so far.
pub(super) struct Source<'a> {
    text: &'a str,
    findings: RefCell<Vec<Finding>>,
}

impl<'a> Source<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            findings: RefCell::default(),
        }
    }

    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.findings.into_inner()
    }

    fn report(&self, offset: usize, key: &str, problem: Problem) {
        self.findings.borrow_mut().push(Finding {
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
    /// The whole document.
    pub(super) fn root(source: &'a Source<'a>, table: &'a DeTable<'a>) -> Self {
        Self {
            source,
            table,
            offset: 0,
            path: String::new(),
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

    /// Reports every key that is not `allowed`, at the key.
    pub(super) fn only(&self, allowed: &[&str]) {
        for (key, _) in self.table {
            let name: &str = key.get_ref();
            if !allowed.contains(&name) {
                self.source.report(
                    key.span().start,
                    &self.key_path(name),
                    Problem::new(sentence::UNKNOWN_KEY).allowed(allowed),
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

    /// Every key with its own place and its value.
    pub(super) fn entries(&self) -> impl Iterator<Item = (Value<'a>, &'a str, Value<'a>)> + '_ {
        self.table.iter().map(|(key, value)| {
            let name: &'a str = key.get_ref();
            let at_key = Value {
                offset: key.span().start,
                ..self.valued(name, value)
            };
            (at_key, name, self.valued(name, value))
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
            if let Some(word) = entry.raw.as_str()
                && !seen.insert(word)
            {
                entry.report(Problem::new(sentence::TWICE).given(word));
            }
        }
        // Every word is read before the first failure ends it, so that each wrong one is reported.
        let words: Vec<Option<T>> = list.iter().map(Value::word).collect();
        words.into_iter().collect()
    }

    /// A flag; false where the key is absent.
    pub(super) fn flag(&self, key: &str) -> Option<bool> {
        match self.value(key) {
            None => Some(false),
            Some(value) => value.flag(),
        }
    }

    /// A text in both languages that must be there.
    pub(super) fn bilingual(&self, key: &str) -> Option<Bilingual> {
        let section = self.required(key)?.section()?;
        section.only(&["ko", "en"]);
        let (ko, en) = (section.text("ko"), section.text("en"));
        Some(Bilingual { ko: ko?, en: en? })
    }

    fn valued(&self, key: &str, value: &'a Spanned<DeValue<'a>>) -> Value<'a> {
        Value {
            source: self.source,
            raw: value.get_ref(),
            offset: value.span().start,
            path: self.key_path(key),
        }
    }

    fn key_path(&self, key: &str) -> String {
        // A key longer than any of ours is a stranger's; its beginning is enough to find it.
        let shown: String = key.chars().take(64).flat_map(char::escape_debug).collect();
        if self.path.is_empty() {
            shown
        } else {
            format!("{}.{shown}", self.path)
        }
    }
}

/// One value, with its place and path.
#[derive(Clone)]
pub(super) struct Value<'a> {
    source: &'a Source<'a>,
    raw: &'a DeValue<'a>,
    offset: usize,
    path: String,
}

impl<'a> Value<'a> {
    /// Reports at the value.
    pub(super) fn report(&self, problem: Problem) {
        self.source.report(self.offset, &self.path, problem);
    }

    /// Reports at a byte inside a text value; at its start where escapes make the place uncertain.
    pub(super) fn report_inside(&self, byte: usize, problem: Problem) {
        let inside = self.raw.as_str().and_then(|text| {
            let rest = self.source.text.get(self.offset..)?;
            let start = ["\"\"\"\n", "\"\"\"", "\"", "'"]
                .into_iter()
                .find_map(|quote| rest.strip_prefix(quote)?.starts_with(text).then_some(quote))?
                .len();
            Some(self.offset + start + byte)
        });
        self.source
            .report(inside.unwrap_or(self.offset), &self.path, problem);
    }

    /// The text as written; a value of another type is reported.
    pub(super) fn raw_text(&self) -> Option<&'a str> {
        let text = self.raw.as_str();
        if text.is_none() {
            self.wrong_type("string");
        }
        text
    }

    /// A text for people: not empty, no control characters but the line feed, in NFC.
    pub(super) fn text(&self) -> Option<String> {
        let text = self.raw_text()?;
        if text.trim().is_empty() {
            self.report(Problem::new(sentence::EMPTY));
            return None;
        }
        if let Some((at, c)) = text
            .char_indices()
            .find(|(_, c)| c.is_control() && *c != '\n')
        {
            self.report_inside(
                at,
                Problem::new(sentence::CONTROL).given(c.encode_utf8(&mut [0; 4])),
            );
            return None;
        }
        Some(if is_nfc(text) {
            text.to_owned()
        } else {
            text.nfc().collect()
        })
    }

    /// An id of the charter's own.
    pub(super) fn id(&self) -> Option<String> {
        let text = self.raw_text()?;
        let fits = text.len() <= 64
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && text
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || ".-_".contains(c));
        if fits {
            Some(text.to_owned())
        } else {
            self.report(Problem::new(sentence::NO_ID).given(text));
            None
        }
    }

    /// A text read by `FromStr`; where that fails, `sentence` says what is allowed.
    pub(super) fn read<T: FromStr>(&self, sentence: Phrase) -> Option<T> {
        self.read_with(sentence, |text| text.parse().ok())
    }

    /// A text read by `read`; where that fails, `sentence` says what is allowed.
    pub(super) fn read_with<T>(
        &self,
        sentence: Phrase,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.raw_text()?;
        let read = read(text);
        if read.is_none() {
            self.report(Problem::new(sentence).given(text));
        }
        read
    }

    /// A word of a closed set.
    pub(super) fn word<T: FromStr<Err = NotAllowed>>(&self) -> Option<T> {
        self.word_inside(0, self.raw_text()?)
    }

    /// A word of a closed set that stands at a byte inside the value's text.
    pub(super) fn word_inside<T: FromStr<Err = NotAllowed>>(
        &self,
        byte: usize,
        word: &str,
    ) -> Option<T> {
        match word.parse() {
            Ok(word) => Some(word),
            Err(NotAllowed { given, allowed }) => {
                let problem = Problem::new(sentence::NOT_ALLOWED)
                    .given(&given)
                    .allowed(allowed);
                if byte == 0 {
                    self.report(problem);
                } else {
                    self.report_inside(byte, problem);
                }
                None
            }
        }
    }

    /// The text or whole number as written, without a report: for comparing entries with each other.
    pub(super) fn word_as_written(&self) -> Option<&'a str> {
        self.raw
            .as_str()
            .or_else(|| self.raw.as_integer().map(toml::de::DeInteger::as_str))
    }

    /// The entries of an array, without a report.
    pub(super) fn list_as_written(&self) -> Option<Vec<Self>> {
        self.raw.as_array().map(|list| self.entries(list))
    }

    /// The table that the value is, without a report.
    pub(super) fn section_as_written(&self) -> Option<Section<'a>> {
        self.raw.as_table().map(|table| self.table(table))
    }

    /// True or false.
    pub(super) fn flag(&self) -> Option<bool> {
        let flag = self.raw.as_bool();
        if flag.is_none() {
            self.wrong_type("boolean");
        }
        flag
    }

    /// A whole number, as written.
    pub(super) fn number(&self) -> Option<&'a str> {
        let number = self.raw.as_integer().map(toml::de::DeInteger::as_str);
        if number.is_none() {
            self.wrong_type("integer");
        }
        number
    }

    /// The entries of an array.
    pub(super) fn list(&self) -> Option<Vec<Self>> {
        let list = self.raw.as_array();
        if list.is_none() {
            self.wrong_type("array");
        }
        list.map(|list| self.entries(list))
    }

    /// The table that the value is.
    pub(super) fn section(&self) -> Option<Section<'a>> {
        let table = self.raw.as_table();
        if table.is_none() {
            self.wrong_type("table");
        }
        table.map(|table| self.table(table))
    }

    fn entries(&self, list: &'a DeArray<'a>) -> Vec<Self> {
        list.iter()
            .enumerate()
            .map(|(index, entry)| Self {
                source: self.source,
                raw: entry.get_ref(),
                offset: entry.span().start,
                path: format!("{}[{}]", self.path, index + 1),
            })
            .collect()
    }

    fn table(&self, table: &'a DeTable<'a>) -> Section<'a> {
        Section {
            source: self.source,
            table,
            offset: self.offset,
            path: self.path.clone(),
        }
    }

    fn wrong_type(&self, wanted: &str) {
        let found: DeString<'_> = self.raw.type_str().into();
        self.report(
            Problem::new(sentence::WRONG_TYPE)
                .given(&found)
                .allowed([wanted]),
        );
    }
}
