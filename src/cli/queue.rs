//! `minwon queue`: what has to be done, the nearest deadline first.

use super::{
    Failure,
    console::Console,
    document::{self, QueuePage, RowDocument},
    table::Table,
    value,
};
use crate::{
    desk::{
        Criteria, Desk, DeskError, FailureKind, Filter, PageStart, QueueOrder, QueueQuery,
        QueueRow, Rules,
    },
    domain::{
        find::{Assignee, BuiltinView, CaseFilter},
        staff::Names,
        subject::SubjectKind,
    },
    words::{Phrase, Say, cli as text},
};
use chrono::{DateTime, Utc};
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "switches of a command line: each may stand with others"
)]
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
    /// A view: mine, department, unassigned, overdue, today, paused, step2, step3, or one saved with `view save`
    #[arg(long, value_name = "NAME")]
    view: Option<String>,
    /// Only mine
    #[arg(long)]
    mine: bool,
    /// Only those of this department, by a part of its name; mine where none is given
    #[arg(long, value_name = "NAME", num_args = 0..=1, default_missing_value = "")]
    department: Option<String>,
    /// Only those without an officer
    #[arg(long, conflicts_with = "mine")]
    unassigned: bool,
    /// Only those due today
    #[arg(long)]
    today: bool,
    /// Only those whose time is stopped
    #[arg(long, conflicts_with = "today")]
    paused: bool,
    /// Only those whose highest step is this one
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=3))]
    step: Option<u8>,
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
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        let from = match &self.after {
            None => PageStart::Start,
            Some(given) => PageStart::After(given.parse().map_err(|_error| {
                console.failure(FailureKind::Usage, text::NO_KEY, &[("given", given)])
            })?),
        };
        let mut desk = console.desk()?;
        let query = QueueQuery {
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
            criteria: Criteria::default(),
            from,
            limit: self.limit,
            now: desk.now(),
        };
        let filters = self.filters(&mut desk)?;
        let rows = desk.only(&filters, &query)?;
        let full = u32::try_from(rows.len()).is_ok_and(|count| count == query.limit);
        let next = rows.last().filter(|_| full).map(|row| row.key.to_string());
        print(&mut desk, &rows, next, console)
    }

    /// Conditions that every row must meet.
    fn filters(self, desk: &mut Desk) -> Result<Vec<CaseFilter>, Failure> {
        let today = desk.today()?;
        let mut filters = match &self.view {
            None => Vec::new(),
            Some(name) => desk
                .named_view(name)?
                .filters(today)
                .map_err(DeskError::from)?,
        };
        let views = [
            (self.mine, BuiltinView::Mine),
            (self.unassigned, BuiltinView::Unassigned),
            (self.today, BuiltinView::Today),
            (self.paused, BuiltinView::Paused),
        ];
        for (_, view) in views.into_iter().filter(|(given, _)| *given) {
            filters.extend(view.filters(today));
        }
        filters.extend(self.department.map(|name| {
            CaseFilter::Department(match name.as_str() {
                "" => Assignee::Mine,
                _ => Assignee::Named(name),
            })
        }));
        filters.extend(self.step.map(CaseFilter::Step));
        Ok(filters)
    }
}

/// Prints rows, as a document or for people.
pub(super) fn print(
    desk: &mut Desk,
    rows: &[QueueRow],
    next: Option<String>,
    console: &Console,
) -> Result<(), Failure> {
    let now = desk.now();
    if console.json {
        let zone = desk.rules()?.charter.office.zone;
        let rows = rows.iter();
        let rows = rows.map(|row| RowDocument::new(row, now, zone)).collect();
        return console.document(&QueuePage { rows, next });
    }
    if rows.is_empty() {
        return console.say(text::NO_ROWS, &[]);
    }
    console.print(&table(rows, desk, console)?.columns(""))?;
    match next {
        Some(key) => console.say(text::MORE_ROWS, &[("key", &key)]),
        None => Ok(()),
    }
}

/// Rows of the queue as a table.
pub(super) fn table(
    rows: &[QueueRow],
    desk: &mut Desk,
    console: &Console,
) -> Result<Table, Failure> {
    let (rules, staff) = (desk.rules()?, desk.staff()?);
    let mut table = Table::of(COLUMNS, console.lang());
    for row in rows {
        table.row(cells(row, &rules, desk.now(), console.names(&staff)));
    }
    Ok(table)
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
pub(super) fn cells(
    row: &QueueRow,
    rules: &Rules,
    now: DateTime<Utc>,
    people: Names<'_>,
) -> [String; 10] {
    let lang = people.lang;
    let zone = rules.charter.office.zone;
    let due = row.due_at.zip(row.due_date);
    let due = due.filter(|_| row.promise.is_some());
    let due = due.map(|(at, date)| document::due(at, date, row.whole_day, zone));
    let category = rules.charter.category(&row.category);
    let channel = row.channel.map(|channel| channel.say(lang));
    [
        row.remaining(now, rules.calendars.now()).say(lang),
        due.unwrap_or_default(),
        row.subject.to_string(),
        channel.unwrap_or_default(),
        category.map_or_else(|| row.category.clone(), |known| known.name.say(lang)),
        row.title.clone(),
        row.party.clone(),
        row.phase.say(lang),
        match row.step {
            0 => String::new(),
            step => step.to_string(),
        },
        people.of(&row.officer).to_owned(),
    ]
}
