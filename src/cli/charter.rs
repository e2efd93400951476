//! `minwon charter`: the charters that come with the program, any charter's content, what is wrong in a file, and the
//! versions that a desk has adopted.

mod adopt;
mod ladder;
mod new;
mod show;
mod versions;

pub(super) use show::show;

use super::{Failure, console::Console, table::Table};
use crate::{
    desk::FailureKind,
    domain::charter::{
        self, Charter, CharterError,
        builtin::{BUILTIN_NAMES, builtin_text},
    },
    words::{Lang, Say, cli as text},
};
use adopt::AdoptArgs;
use clap::{Args, Subcommand};
use serde::Serialize;
use std::{
    fs::File,
    io::{self, Read},
};

/// The most bytes of a charter that are read; more is refused by the parser.
const MOST_BYTES: u64 = (1 << 20) + 1;

#[derive(Debug, Args)]
pub(super) struct CharterArgs {
    #[command(subcommand)]
    action: CharterAction,
}

#[derive(Debug, Subcommand)]
enum CharterAction {
    /// List the charters that come with the program
    List,
    /// Show a charter: its categories and promises
    Show {
        /// A charter that comes with the program, or a TOML file [default: the one in force at the desk]
        #[arg(value_name = "ID|FILE", conflicts_with = "version")]
        charter: Option<String>,
        /// A version that the desk has adopted
        #[arg(long, value_name = "N")]
        version: Option<i64>,
    },
    /// Report every error of a charter file with line and column
    Check {
        /// The TOML file
        file: String,
    },
    /// Print a charter that comes with the program as TOML, to make it one's own
    Export {
        /// Its id
        id: String,
    },
    /// Switch the program's own three steps on for a charter without any, or off
    Ladder(ladder::LadderArgs),
    /// Write a commented template for a charter of one's own
    New(new::NewArgs),
    /// Adopt a revised charter: what comes in from a date on is received under it, running cases keep theirs
    Adopt(AdoptArgs),
    /// List the versions of the desk's charter, and from when each holds
    Versions,
}

/// One error of a charter's file.
#[derive(Serialize)]
struct Fault {
    line: usize,
    column: usize,
    key: String,
    message: String,
}

#[derive(Serialize)]
struct Listed {
    id: &'static str,
    name: &'static str,
}

impl CharterArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        match &self.action {
            CharterAction::List => list(console),
            CharterAction::Show { charter, version } => {
                show::run(charter.as_deref(), *version, console)
            }
            CharterAction::Check { file } => check(file, console),
            CharterAction::Export { id } => export(id, console),
            CharterAction::Ladder(args) => args.run(console),
            CharterAction::New(args) => args.run(console),
            CharterAction::Adopt(args) => args.run(console),
            CharterAction::Versions => versions::list(console),
        }
    }
}

fn check(file: &str, console: &Console) -> Result<(), Failure> {
    let lang = console.lang();
    let toml = read(file, lang)?;
    match charter::parse(&toml) {
        Ok(_) if console.json => console.document(&serde_json::json!({ "ok": true })),
        Ok(_) => console.line(text::CHARTER_OK.get(lang)),
        Err(errors) => {
            if console.json {
                let errors: Vec<_> = errors.iter().map(|error| fault(error, lang)).collect();
                console.document(&serde_json::json!({ "ok": false, "errors": errors }))?;
            }
            Err(refused(file, &errors, lang))
        }
    }
}

fn fault(error: &CharterError, lang: Lang) -> Fault {
    let CharterError {
        line, column, key, ..
    } = error;
    Fault {
        line: *line,
        column: *column,
        key: key.clone(),
        message: error.say(lang),
    }
}

fn export(id: &str, console: &Console) -> Result<(), Failure> {
    let lang = console.lang();
    let Some(toml) = builtin_text(id) else {
        let allowed = BUILTIN_NAMES.map(|(id, _)| id).join(", ");
        let sentence = text::NO_SUCH_BUILTIN.with(lang, &[("given", id), ("allowed", &allowed)]);
        return Err(Failure::Said(FailureKind::Configuration, sentence));
    };
    if console.json {
        return console.document(&serde_json::json!({ "id": id, "toml": toml }));
    }
    console.print(toml)
}

/// The charter of that id or file, with its TOML text.
pub(super) fn find(given: &str, lang: Lang) -> Result<(Charter, String), Failure> {
    if let Some(toml) = builtin_text(given) {
        return Ok((parse(given, toml, lang)?, toml.to_owned()));
    }
    if !std::path::Path::new(given).exists() {
        let allowed = BUILTIN_NAMES.map(|(id, _)| id).join(", ");
        let sentence = text::NO_SUCH_CHARTER.with(lang, &[("given", given), ("allowed", &allowed)]);
        return Err(Failure::Said(FailureKind::Configuration, sentence));
    }
    let toml = read(given, lang)?;
    Ok((parse(given, &toml, lang)?, toml))
}

fn read(path: &str, lang: Lang) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let done = File::open(path).and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes));
    done.map_err(|error: io::Error| {
        let values = [("path", path), ("what", &error.to_string())];
        Failure::Said(
            FailureKind::Configuration,
            text::UNREADABLE.with(lang, &values),
        )
    })?;
    String::from_utf8(bytes).map_err(|_shown| {
        let sentence = text::NOT_UTF8.with(lang, &[("path", path)]);
        Failure::Said(FailureKind::Configuration, sentence)
    })
}

fn parse(file: &str, toml: &str, lang: Lang) -> Result<Charter, Failure> {
    charter::parse(toml).map_err(|errors| refused(file, &errors, lang))
}

/// Every error as a line `file:line:column: key: sentence`.
fn refused(file: &str, errors: &[CharterError], lang: Lang) -> Failure {
    let lines: Vec<String> = errors.iter().map(|error| error.at(file, lang)).collect();
    Failure::Said(FailureKind::Configuration, lines.join("\n"))
}

fn list(console: &Console) -> Result<(), Failure> {
    let lang = console.lang();
    let listed = BUILTIN_NAMES.map(|(id, name)| Listed {
        id,
        name: name.get(lang),
    });
    if console.json {
        return console.document(&listed);
    }
    let mut table = Table::new(&["id", text::COLUMN_NAME.get(lang)]);
    for Listed { id, name } in listed {
        table.row([id.to_owned(), name.to_owned()]);
    }
    console.print(&table.render(""))
}
