//! `minwon search`: cases by words, initial consonants or receipt number, the best first.

use super::{Failure, console::Console, queue};
use crate::{desk::Kind, words::cli as text};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct SearchArgs {
    /// The words; a case has to hold all of them
    #[arg(required = true)]
    words: Vec<String>,
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    limit: u32,
}

impl SearchArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let words = self.words.join(" ");
        if words.trim().is_empty() {
            let sentence = text::NO_WORDS.get(console.lang()).to_owned();
            return Err(Failure::Said(Kind::Usage, sentence));
        }
        let mut desk = console.desk()?;
        let found = desk.search(&words, self.limit)?;
        queue::print(&mut desk, &found.rows, None, console)
    }
}
