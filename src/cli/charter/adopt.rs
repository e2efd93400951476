//! `minwon charter adopt`: a revised charter takes effect at a date.

use super::{super::value, Console, Failure, find, versions::VersionDocument};
use crate::{
    desk::{AdoptionOutcome, Revision},
    domain::subject::Subject,
    words::cli as text,
};
use chrono::NaiveDate;
use clap::Args;
use serde::Serialize;

#[derive(Debug, Args)]
pub(super) struct AdoptArgs {
    /// The TOML file, or a charter that comes with the program
    #[arg(value_name = "FILE|ID")]
    charter: String,
    /// The first date for which it holds, today or later
    #[arg(long, value_name = "DATE", value_parser = value::date)]
    from: NaiveDate,
}

#[derive(Serialize)]
struct AdoptionDocument<'a> {
    #[serde(flatten)]
    version: VersionDocument<'a>,
    /// The running cases whose deadlines moved with the office hours.
    cases: &'a [Subject],
}

impl AdoptArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        let (_, toml) = find(&self.charter, console)?;
        let adopted = console.desk()?.adopt(&Revision {
            charter: &toml,
            from: self.from,
        })?;
        told(&adopted, console)
    }
}

/// Tells what an adoption brought.
pub(super) fn told(adopted: &AdoptionOutcome, console: &Console) -> Result<(), Failure> {
    let lang = console.lang();
    if console.json {
        return console.document(&AdoptionDocument {
            version: VersionDocument::new(&adopted.version, None, &adopted.rules, lang),
            cases: &adopted.subjects,
        });
    }
    let (version, from) = (
        adopted.version.number.to_string(),
        adopted.version.since.to_string(),
    );
    let values = [
        ("charter", adopted.rules.charter.name.get(lang)),
        ("version", &version),
        ("from", &from),
    ];
    console.say(text::ADOPTED, &values)?;
    if adopted.subjects.is_empty() {
        return Ok(());
    }
    let numbers: Vec<String> = adopted.subjects.iter().map(ToString::to_string).collect();
    let n = numbers.len().to_string();
    let values = [("n", n.as_str()), ("numbers", &numbers.join(", "))];
    console.say(text::HOURS_MOVED, &values)
}
