//! What a verification can find, as sentences in both languages.

use crate::{
    domain::subject::{Subject, SubjectKind},
    words::{Lang, Say, proof as text},
};

/// A fault in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub(super) subject: Option<i64>,
    pub(super) wrong: ProblemKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ProblemKind {
    Sqlite(String),
    ForeignKey(String),
    Gap {
        expected: u32,
        found: u32,
    },
    /// The number of the fact, here and below.
    Hash(u32),
    Kind(u32),
    Text(u32),
    StrayText(u32),
    Unreadable(String),
    NoReceipt,
    Uncountable(String),
    Row {
        table: &'static str,
        column: &'static str,
    },
    /// The table, here and below.
    RowMissing(&'static str),
    RowExtra(&'static str),
    Tally {
        bucket: String,
        found: i64,
        wanted: i64,
    },
    Receipt {
        kind: SubjectKind,
        year: u16,
        last: u32,
        found: u32,
    },
    NumberMissing,
    Person,
    Ledger {
        table: &'static str,
        row: i64,
    },
}

impl Problem {
    /// The subject concerned; `None` for the file as a whole, or where its key is invalid.
    pub fn number(&self) -> Option<Subject> {
        self.subject.and_then(Subject::from_id)
    }

    fn about(&self) -> String {
        match (self.number(), self.subject) {
            (Some(number), _) => number.to_string(),
            (None, Some(subject)) => subject.to_string(),
            (None, None) => String::new(),
        }
    }
}

impl Say for Problem {
    fn say(&self, lang: Lang) -> String {
        let about = self.about();
        let of = |phrase: &crate::words::Phrase, values: &[(&str, &str)]| {
            let mut all = vec![("subject", about.as_str())];
            all.extend(values);
            phrase.with(lang, &all)
        };
        match &self.wrong {
            ProblemKind::Sqlite(what) => of(&text::SQLITE, &[("what", what)]),
            ProblemKind::ForeignKey(table) => of(&text::FOREIGN_KEY, &[("table", table)]),
            ProblemKind::Gap { expected, found } => {
                let (expected, found) = (expected.to_string(), found.to_string());
                of(&text::GAP, &[("expected", &expected), ("found", &found)])
            }
            ProblemKind::Hash(seq) => of(&text::HASH, &[("seq", &seq.to_string())]),
            ProblemKind::Kind(seq) => of(&text::KIND, &[("seq", &seq.to_string())]),
            ProblemKind::Text(seq) => of(&text::TEXT, &[("seq", &seq.to_string())]),
            ProblemKind::StrayText(seq) => of(&text::STRAY_TEXT, &[("seq", &seq.to_string())]),
            ProblemKind::Unreadable(what) => of(&text::UNREADABLE, &[("what", what)]),
            ProblemKind::NoReceipt => of(&text::NO_RECEIPT, &[]),
            ProblemKind::Uncountable(what) => of(&text::UNCOUNTABLE, &[("what", what)]),
            ProblemKind::Row { table, column } => {
                of(&text::ROW, &[("table", table), ("column", column)])
            }
            ProblemKind::RowMissing(table) => of(&text::ROW_MISSING, &[("table", table)]),
            ProblemKind::RowExtra(table) => of(&text::ROW_EXTRA, &[("table", table)]),
            ProblemKind::Tally {
                bucket,
                found,
                wanted,
            } => {
                let (found, wanted) = (found.to_string(), wanted.to_string());
                let values = [
                    ("bucket", &**bucket),
                    ("found", &found),
                    ("wanted", &wanted),
                ];
                of(&text::TALLY, &values)
            }
            ProblemKind::Receipt {
                kind,
                year,
                last,
                found,
            } => {
                let (kind, year) = (kind.say(lang), year.to_string());
                let (last, found) = (last.to_string(), found.to_string());
                let (kind, year) = (("kind", &*kind), ("year", &*year));
                of(
                    &text::RECEIPT,
                    &[kind, year, ("last", &last), ("found", &found)],
                )
            }
            ProblemKind::Person => of(&text::PERSON, &[]),
            ProblemKind::Ledger { table, row } => of(
                &text::LEDGER,
                &[("table", table), ("row", &row.to_string())],
            ),
            ProblemKind::NumberMissing => of(&text::NUMBER_MISSING, &[]),
        }
    }
}
