//! `minwon letter`: what the office's letters say, with their marks.

use super::{Failure, console::Console, document, table::Table, value};
use crate::{
    desk::{Desk, DeskError, FailureKind, LetterError, LetterText},
    domain::letter::{LetterKind, MOST_BYTES, Mark},
    words::{Say, cli as text, letters},
};
use clap::{Args, Subcommand};
use serde::Serialize;
use std::{
    fs::File,
    io::{self, Read},
};

#[derive(Debug, Args)]
pub(super) struct LetterArgs {
    #[command(subcommand)]
    action: LetterAction,
}

#[derive(Debug, Subcommand)]
enum LetterAction {
    /// List the letters, and which are the office's own
    List,
    /// List the marks that a letter may have
    Marks,
    /// Print a letter with its marks
    Show {
        /// Which letter
        #[arg(value_parser = value::word(LetterKind::ALL, LetterKind::id))]
        kind: LetterKind,
    },
    /// Make a text the office's own letter
    Edit {
        /// Which letter
        #[arg(value_parser = value::word(LetterKind::ALL, LetterKind::id))]
        kind: LetterKind,
        /// The file with its text in UTF-8
        file: String,
    },
    /// Report every fault of a text with its line
    Check {
        /// The file with its text in UTF-8
        file: String,
        /// Which letter it is to be: then what the law asks for in it is checked too
        #[arg(long, value_parser = value::word(LetterKind::ALL, LetterKind::id))]
        kind: Option<LetterKind>,
    },
    /// Put the letter that comes with the program back in force
    Reset {
        /// Which letter
        #[arg(value_parser = value::word(LetterKind::ALL, LetterKind::id))]
        kind: LetterKind,
    },
}

#[derive(Serialize)]
struct LetterDocument<'a> {
    kind: LetterKind,
    name: String,
    own: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    entered_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entered_by: Option<&'a str>,
    text: &'a str,
}

#[derive(Serialize)]
struct MarkDocument {
    mark: Mark,
    meaning: String,
}

impl LetterArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        match self.action {
            LetterAction::List => list(console),
            LetterAction::Marks => marks(console),
            LetterAction::Show { kind } => show(kind, console),
            LetterAction::Edit { kind, file } => {
                let text = read(&file, console)?;
                console.desk()?.edit_letter(kind, &text)?;
                said(letters::CHANGED, kind, console)
            }
            LetterAction::Check { file, kind } => check(&file, kind, console),
            LetterAction::Reset { kind } => {
                console.desk()?.reset_letter(kind)?;
                said(letters::RESET, kind, console)
            }
        }
    }
}

fn said(phrase: crate::words::Phrase, kind: LetterKind, console: &Console) -> Result<(), Failure> {
    console.say(phrase, &[("letter", &kind.say(console.lang()))])
}

fn list(console: &Console) -> Result<(), Failure> {
    let lang = console.lang();
    let mut desk = console.desk()?;
    let found = desk.letter_texts()?;
    let zone = desk.rules()?.charter.office.zone;
    if console.json {
        let documents: Vec<_> = found
            .iter()
            .map(|letter| LetterDocument::new(letter, zone, console))
            .collect();
        return console.document(&documents);
    }
    let names = [
        "id",
        letters::COLUMN_LETTER.get(lang),
        letters::COLUMN_ORIGIN.get(lang),
        letters::COLUMN_SINCE.get(lang),
        letters::COLUMN_BY.get(lang),
    ];
    let mut table = Table::new(&names);
    for letter in found {
        let (origin, since, by) = match letter.own {
            Some(edit) => (
                letters::OFFICE_OWN,
                document::stamp(edit.entered_at, zone),
                edit.entered_by,
            ),
            None => (letters::PROGRAM, String::new(), String::new()),
        };
        let origin = origin.get(lang).to_owned();
        let id = letter.kind.id().to_owned();
        table.row([id, letter.kind.say(lang), origin, since, by]);
    }
    console.print(&table.columns(""))
}

impl<'a> LetterDocument<'a> {
    fn new(letter: &'a LetterText, zone: chrono_tz::Tz, console: &Console) -> Self {
        let own = letter.own.as_ref();
        Self {
            kind: letter.kind,
            name: letter.kind.say(console.lang()),
            own: own.is_some(),
            entered_at: own.map(|edit| document::stamp(edit.entered_at, zone)),
            entered_by: own.map(|edit| edit.entered_by.as_str()),
            text: &letter.text,
        }
    }
}

fn marks(console: &Console) -> Result<(), Failure> {
    let lang = console.lang();
    if console.json {
        let documents = Mark::ALL.iter().map(|mark| MarkDocument {
            mark: *mark,
            meaning: mark.say(lang),
        });
        return console.document(&documents.collect::<Vec<_>>());
    }
    let mut table = Table::of([letters::COLUMN_MARK, letters::COLUMN_MEANING], lang);
    for mark in Mark::ALL {
        table.row([format!("{{{{{mark}}}}}"), mark.say(lang)]);
    }
    console.print(&table.columns(""))
}

fn show(kind: LetterKind, console: &Console) -> Result<(), Failure> {
    let mut desk = console.desk()?;
    let letter = desk.letter_text(kind)?;
    if console.json {
        let zone = desk.rules()?.charter.office.zone;
        return console.document(&LetterDocument::new(&letter, zone, console));
    }
    console.print(&letter.text)
}

fn check(file: &str, kind: Option<LetterKind>, console: &Console) -> Result<(), Failure> {
    let text = read(file, console)?;
    let faults = Desk::letter_faults(kind, &text);
    if console.json {
        let said: Vec<String> = faults
            .iter()
            .map(|fault| fault.say(console.lang()))
            .collect();
        console.document(&serde_json::json!({ "ok": said.is_empty(), "errors": said }))?;
    }
    if !faults.is_empty() {
        return Err(DeskError::from(LetterError::Faulty(faults)).into());
    }
    if console.json {
        return Ok(());
    }
    console.say(letters::OK, &[])
}

/// Reads a letter from a file, or from standard input where the path is `-`.
pub(super) fn read(path: &str, console: &Console) -> Result<String, Failure> {
    let most = u64::try_from(MOST_BYTES)
        .unwrap_or(u64::MAX)
        .saturating_add(1);
    let mut bytes = Vec::new();
    let read = if path == "-" {
        io::stdin().lock().take(most).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.map_err(|error| {
        let values = [("path", path), ("what", &error.to_string())];
        console.failure(FailureKind::Refused, text::UNREADABLE, &values)
    })?;
    String::from_utf8(bytes)
        .map_err(|_error| console.failure(FailureKind::Refused, text::NOT_UTF8, &[("path", path)]))
}
