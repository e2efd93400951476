//! `minwon demo`: a practice database with believable cases, opened at once.

use super::{Failure, console::Console, terminal};
use crate::{
    config::Origin,
    desk::{DeskError, GENERATED_AT, found_demo, generate},
};
use clap::Args;
use serde_json::json;
use std::path::PathBuf;

/// The most practice databases in the data folder.
const MOST_PLACES: u32 = 10_000;

#[derive(Debug, Args)]
pub(super) struct DemoArgs {
    /// Generate this many cases for load, a fifth of them open, instead of the believable ones
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=5_000_000))]
    cases: Option<u32>,
    /// The same seed makes the same cases
    #[arg(long, value_name = "S", requires = "cases", default_value_t = 1)]
    seed: u64,
    /// Only make it, and print where
    #[arg(long)]
    print_path: bool,
}

impl DemoArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        let mut opening = console.opening_at(place(console)?);
        if self.cases.is_some() && opening.now.is_none() {
            opening.now = Some(GENERATED_AT.to_owned());
        }
        let desk = match self.cases {
            None => found_demo(&opening)?,
            Some(cases) => generate(&opening, cases, self.seed)?,
        };
        let path = desk.path().to_owned();
        drop(desk);
        match (self.print_path, console.json) {
            (true, true) => console.document(&json!({ "path": path })),
            (true, false) => console.line(&path.display().to_string()),
            (false, _) => terminal::run(&opening, console),
        }
    }
}

/// The path of the new database: `--db`, which must not exist, else the first free one in the data folder. The database of
/// the environment or the configuration is the office's own and is never used.
fn place(console: &Console) -> Result<PathBuf, Failure> {
    let config = &console.config;
    if config.origin == Origin::Flag {
        return Ok(config.db.clone());
    }
    let folder = config.data.clone().unwrap_or_else(std::env::temp_dir);
    let failed = |source| DeskError::File {
        path: folder.clone(),
        source,
    };
    config.make_data_folder().map_err(failed)?;
    let mut names = (1..MOST_PLACES).map(|n| folder.join(format!("practice-{n}.db")));
    let free = names.find(|path| !path.exists());
    Ok(free.unwrap_or_else(|| folder.join("practice.db")))
}
