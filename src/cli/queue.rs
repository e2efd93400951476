//! `minwon queue`: what has to be done, the nearest deadline first.

use super::{
    Failure,
    console::Console,
    document::{self, Page, RowDocument},
    table::Table,
    value,
};
use crate::{
    desk::{Ask, Desk, Filter, From, Key, Kind, QueueOrder, QueueRow, Rules},
    domain::subject::SubjectKind,
    words::{Lang, Phrase, Say, cli as text},
};
use chrono::{DateTime, Utc};
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(super) struct QueueArgs {
    /// What a row is
    #[arg(long, value_enum, default_value_t = By::Case)]
    by: By,
    /// Which rows
    #[arg(long, value_enum, default_value_t = Which::Open)]
    status: Which,
    /// Only cases, contacts or duties
    #[arg(long, value_name = "KIND", value_parser = value::word(SubjectKind::ALL, SubjectKind::id))]
    subject: Option<SubjectKind>,
    /// Only mine
    #[arg(long)]
    mine: bool,
    /// How many at most
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    limit: u32,
    /// Go on after this row: the `next` of the page before
    #[arg(long, value_name = "KEY")]
    after: Option<String>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum By {
    /// A case, by its leading deadline
    Case,
    /// A deadline
    Deadline,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Which {
    /// Something is to be done
    Open,
    /// Its time is over
    Overdue,
    /// Finished ones too
    All,
}

impl QueueArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let from = match &self.after {
            None => From::Start,
            Some(given) => From::After(key(given, console)?),
        };
        let mut desk = console.desk()?;
        let ask = Ask {
            order: match self.by {
                By::Case => QueueOrder::Case,
                By::Deadline => QueueOrder::Deadline,
            },
            filter: match self.status {
                Which::Open => Filter::Open,
                Which::Overdue => Filter::Overdue,
                Which::All => Filter::All,
            },
            kind: self.subject,
            officer: None,
            from,
            limit: self.limit,
            now: desk.now(),
        };
        let rows = if self.mine {
            desk.own_queue(&ask)?
        } else {
            desk.queue(&ask)?
        };
        let full = u32::try_from(rows.len()).is_ok_and(|count| count == self.limit);
        let next = rows.last().filter(|_| full).map(|row| row.key.to_string());
        print(&mut desk, &rows, next, console)
    }
}

fn key(given: &str, console: &Console) -> Result<Key, Failure> {
    given.parse().map_err(|_shown| {
        let sentence = text::NO_KEY.with(console.lang(), &[("given", given)]);
        Failure::Said(Kind::Usage, sentence)
    })
}

/// Prints rows, as a document or for people.
pub(super) fn print(
    desk: &mut Desk,
    rows: &[QueueRow],
    next: Option<String>,
    console: &Console,
) -> Result<(), Failure> {
    let (now, lang) = (desk.now(), console.lang());
    let rules = desk.rules()?;
    let zone = rules.charter.office.zone;
    if console.json {
        let rows = rows
            .iter()
            .map(|row| RowDocument::new(row, now, zone))
            .collect();
        return console.document(&Page { rows, next });
    }
    if rows.is_empty() {
        return console.line(text::NO_ROWS.get(lang));
    }
    let mut table = Table::new(&COLUMNS.map(|name| name.get(lang)));
    for row in rows {
        table.row(cells(row, &rules, now, lang));
    }
    let mut out = table.render("");
    if let Some(key) = next {
        out.push_str(&text::MORE_ROWS.with(lang, &[("key", &key)]));
        out.push('\n');
    }
    console.print(&out)
}

/// The names of the columns.
pub(super) const COLUMNS: [Phrase; 10] = [
    text::COLUMN_LEFT,
    text::COLUMN_DUE,
    text::COLUMN_NUMBER,
    text::COLUMN_CHANNEL,
    text::COLUMN_CATEGORY,
    text::COLUMN_TITLE,
    text::COLUMN_PARTY,
    text::COLUMN_STAGE,
    text::COLUMN_STEP,
    text::COLUMN_OFFICER,
];

/// The cells of a row, for people.
pub(super) fn cells(row: &QueueRow, rules: &Rules, now: DateTime<Utc>, lang: Lang) -> [String; 10] {
    let due = row.due_at.zip(row.due_date);
    let due = due.filter(|_| row.promise.is_some());
    let category = rules.charter.category(&row.category);
    let zone = rules.charter.office.zone;
    [
        row.remaining(now, rules.calendars.now()).say(lang),
        due.map_or_else(String::new, |(at, date)| {
            document::due(at, date, row.whole_day, zone)
        }),
        row.subject.to_string(),
        row.channel
            .map_or_else(String::new, |channel| channel.say(lang)),
        category.map_or_else(|| row.category.clone(), |known| known.name.say(lang)),
        row.title.clone(),
        row.party.clone(),
        row.phase.say(lang),
        match row.step {
            0 => String::new(),
            step => step.to_string(),
        },
        row.officer.clone(),
    ]
}
