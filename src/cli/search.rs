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
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        let words = self.words.join(" ");
        if words.trim().is_empty() {
            return Err(console.failure(FailureKind::Usage, text::NO_WORDS, &[]));
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
    let (now, rules) = (desk.now(), desk.rules()?);
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
        console.say(screens::SEARCH_MEANT, &values)?;
    }
    if found.rows.is_empty() {
        return console.say(text::NO_ROWS, &[]);
    }
    let names = COLUMNS.iter().chain([&text::COLUMN_FOUND]);
    let names: Vec<&str> = names.map(|name| name.get(console.lang())).collect();
    let mut table = Table::new(&names);
    let staff = &desk.staff()?;
    for row in &found.rows {
        let place = row.part.map(|part| {
            let part = part.say(console.lang());
            match &row.excerpt {
                Some(excerpt) => format!("{part}: {excerpt}"),
                None => part,
            }
        });
        let cells = cells(&row.row, &rules, now, console.names(staff));
        table.row(cells.into_iter().chain([place.unwrap_or_default()]));
    }
    console.print(&table.columns(""))
}
