//! One value of a charter, read as text, word, flag, number, list or table.

use super::{
    error::Problem,
    reader::{Section, Source},
    sentence,
};
use crate::words::{NotAllowed, Phrase};
use std::str::FromStr;
use toml::{
    Spanned,
    de::{DeArray, DeString, DeTable, DeValue},
};
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// One value, with its place and path.
#[derive(Clone)]
pub(super) struct Value<'a> {
    source: &'a Source<'a>,
    raw: &'a DeValue<'a>,
    offset: usize,
    path: String,
}

impl<'a> Value<'a> {
    pub(super) fn new(
        source: &'a Source<'a>,
        value: &'a Spanned<DeValue<'a>>,
        path: String,
    ) -> Self {
        Self {
            source,
            raw: value.get_ref(),
            offset: value.span().start,
            path,
        }
    }

    /// The same value, reported at another place: its key.
    pub(super) fn placed_at(self, offset: usize) -> Self {
        Self { offset, ..self }
    }

    /// Reports at the value.
    pub(super) fn report(&self, problem: Problem) {
        self.source.report(self.offset, &self.path, problem);
    }

    /// Reports at a byte inside a text value; at its start where escapes make the place uncertain, or the text is longer
    /// than 4096 bytes, where thousands of searches would take seconds.
    pub(super) fn report_inside(&self, byte: usize, problem: Problem) {
        const LONGEST: usize = 4096;
        let text = self.raw.as_str().filter(|text| text.len() <= LONGEST);
        let inside = text.and_then(|text| {
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
            .map(|(index, entry)| {
                Self::new(self.source, entry, format!("{}[{}]", self.path, index + 1))
            })
            .collect()
    }

    fn table(&self, table: &'a DeTable<'a>) -> Section<'a> {
        Section::new(self.source, table, self.offset, self.path.clone())
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
