//! `minwon charter adopt`: a revised charter takes effect at a date.

use super::{super::value, Console, Failure, find, versions::Listed};
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
struct Adopted<'a> {
    #[serde(flatten)]
    version: Listed<'a>,
    /// The running cases whose deadlines moved with the office hours.
    cases: &'a [Subject],
}

impl AdoptArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let (_, toml) = find(&self.charter, console.lang())?;
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
    let charter = &adopted.rules.charter;
    if console.json {
        return console.document(&Adopted {
            version: Listed::new(&adopted.version, None, &adopted.rules, lang),
            cases: &adopted.subjects,
        });
    }
    console.line(&text::ADOPTED.with(
        lang,
        &[
            ("charter", charter.name.get(lang)),
            ("version", &adopted.version.number.to_string()),
            ("from", &adopted.version.since.to_string()),
        ],
    ))?;
    if adopted.subjects.is_empty() {
        return Ok(());
    }
    let numbers: Vec<String> = adopted.subjects.iter().map(ToString::to_string).collect();
    let n = numbers.len().to_string();
    let values = [("n", n.as_str()), ("numbers", &numbers.join(", "))];
    console.line(&text::HOURS_MOVED.with(lang, &values))
}
