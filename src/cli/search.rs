//! `minwon search`: cases by words, initial consonants, fields, telephone or receipt number, the best first.

use super::{
    Failure,
    console::Console,
    document::{FoundPage, RowDocument},
    queue::{COLUMNS, cells},
    table::Table,
};
use crate::{
    desk::{Desk, Effort, FailureKind, SearchResults},
    domain::staff::Names,
    words::{Say, cli as text, screens},
};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct SearchArgs {
    /// Words that a case has to hold, and fields such as 담당:김 or due:today
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
            return Err(Failure::Said(FailureKind::Usage, sentence));
        }
        let mut desk = console.desk()?;
        let found = desk.search(&words, self.limit, &Effort::Waiting)?;
        print(&mut desk, &found, &words, console)
    }
}

fn print(
    desk: &mut Desk,
    found: &SearchResults,
    words: &str,
    console: &Console,
) -> Result<(), Failure> {
    let (now, lang) = (desk.now(), console.lang());
    let rules = desk.rules()?;
    if console.json {
        let zone = rules.charter.office.zone;
        let rows = found.rows.iter();
        return console.document(&FoundPage {
            rows: rows.map(|row| RowDocument::found(row, now, zone)).collect(),
            bounded: !found.whole,
            meant: found.meant.as_deref(),
            next: None,
        });
    }
    if let Some(meant) = &found.meant {
        let values = [("words", words), ("meant", meant)];
        console.line(&screens::SEARCH_MEANT.with(lang, &values))?;
    }
    if found.rows.is_empty() {
        return console.line(text::NO_ROWS.get(lang));
    }
    let names = COLUMNS.iter().chain([&text::COLUMN_FOUND]);
    let names: Vec<&str> = names.map(|name| name.get(lang)).collect();
    let mut table = Table::new(&names);
    let staff = &desk.staff()?;
    for row in &found.rows {
        let place = row.part.map_or_else(String::new, |part| {
            let excerpt = row.excerpt.as_deref();
            excerpt.map_or_else(
                || part.say(lang),
                |text| format!("{}: {text}", part.say(lang)),
            )
        });
        table.row(
            cells(&row.row, &rules, now, Names { staff, lang })
                .into_iter()
                .chain([place]),
        );
    }
    console.print(&table.render(""))
}
