//! `minwon charter`: the built-in charters, the content of any charter, errors in a file, and the versions that a desk has
//! adopted.

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
    words::{Say, cli as text},
};
use adopt::AdoptArgs;
use clap::{Args, Subcommand};
use serde::Serialize;
use std::{fs::File, io::Read, path::Path};

/// The most bytes read of a charter: one more than the parser accepts.
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

/// One error of a charter file.
#[derive(Serialize)]
struct ErrorDocument<'a> {
    line: usize,
    column: usize,
    key: &'a str,
    message: String,
}

#[derive(Serialize)]
struct CharterDocument {
    id: &'static str,
    name: &'static str,
}

impl CharterArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        match self.action {
            CharterAction::List => list(console),
            CharterAction::Show { charter, version } => {
                show::run(charter.as_deref(), version, console)
            }
            CharterAction::Check { file } => check(&file, console),
            CharterAction::Export { id } => export(&id, console),
            CharterAction::Ladder(args) => args.run(console),
            CharterAction::New(args) => args.run(console),
            CharterAction::Adopt(args) => args.run(console),
            CharterAction::Versions => versions::list(console),
        }
    }
}

fn check(file: &str, console: &Console) -> Result<(), Failure> {
    match charter::parse(&read(file, console)?) {
        Ok(_) if console.json => console.document(&serde_json::json!({ "ok": true })),
        Ok(_) => console.say(text::CHARTER_OK, &[]),
        Err(errors) => {
            if console.json {
                let errors = errors.iter().map(|error| ErrorDocument {
                    line: error.line,
                    column: error.column,
                    key: &error.key,
                    message: error.say(console.lang()),
                });
                let errors: Vec<_> = errors.collect();
                console.document(&serde_json::json!({ "ok": false, "errors": errors }))?;
            }
            Err(invalid(file, &errors, console))
        }
    }
}

fn export(id: &str, console: &Console) -> Result<(), Failure> {
    let Some(toml) = builtin_text(id) else {
        let allowed = BUILTIN_NAMES.map(|(id, _)| id).join(", ");
        let values = [("given", id), ("allowed", &allowed)];
        let kind = FailureKind::Configuration;
        return Err(console.failure(kind, text::NO_SUCH_BUILTIN, &values));
    };
    if console.json {
        return console.document(&serde_json::json!({ "id": id, "toml": toml }));
    }
    console.print(toml)
}

/// The charter of that id or file, with its TOML text.
pub(super) fn find(given: &str, console: &Console) -> Result<(Charter, String), Failure> {
    let toml = match builtin_text(given) {
        Some(toml) => toml.to_owned(),
        None if Path::new(given).exists() => read(given, console)?,
        None => {
            let allowed = BUILTIN_NAMES.map(|(id, _)| id).join(", ");
            let values = [("given", given), ("allowed", &allowed)];
            let kind = FailureKind::Configuration;
            return Err(console.failure(kind, text::NO_SUCH_CHARTER, &values));
        }
    };
    let charter = charter::parse(&toml).map_err(|errors| invalid(given, &errors, console))?;
    Ok((charter, toml))
}

fn read(path: &str, console: &Console) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes));
    read.map_err(|error| {
        let values = [("path", path), ("what", &error.to_string())];
        console.failure(FailureKind::Configuration, text::UNREADABLE, &values)
    })?;
    String::from_utf8(bytes).map_err(|_error| {
        console.failure(
            FailureKind::Configuration,
            text::NOT_UTF8,
            &[("path", path)],
        )
    })
}

/// Every error as a line `file:line:column: key: sentence`.
fn invalid(file: &str, errors: &[CharterError], console: &Console) -> Failure {
    let lines = errors.iter().map(|error| error.at(file, console.lang()));
    let lines = lines.collect::<Vec<_>>().join("\n");
    Failure::Sentence(FailureKind::Configuration, lines)
}

fn list(console: &Console) -> Result<(), Failure> {
    let lang = console.lang();
    if console.json {
        let known = BUILTIN_NAMES.map(|(id, name)| CharterDocument {
            id,
            name: name.get(lang),
        });
        return console.document(&known);
    }
    let mut table = Table::new(&["id", text::COLUMN_NAME.get(lang)]);
    for (id, name) in BUILTIN_NAMES {
        table.row([id, name.get(lang)].map(str::to_owned));
    }
    console.print(&table.columns(""))
}
