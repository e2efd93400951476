//! `minwon outlook`: how much falls due on each of the days ahead, and how much is over already.

use super::{Failure, console::Console, table::Table};
use crate::{
    desk::Desk,
    domain::{
        count::ExclusionReason,
        find::DueWindow,
        outlook::{Load, Outlook, OutlookBar},
    },
    form::load,
    words::{Lang, Say, grouped, outlook as text},
};
use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;
use clap::Args;
use serde::Serialize;

/// Cells of the longest bar.
const BAR: u16 = 30;
/// One's own part of a bar, that of the others, and what is more than fits.
const MARKS: [&str; 3] = ["#", "-", ">"];

#[derive(Debug, Args)]
pub(super) struct OutlookArgs {
    /// How many days, today among them
    #[arg(long, value_name = "N", default_value_t = 14, value_parser = clap::value_parser!(u16).range(1..=366))]
    days: u16,
}

#[derive(Serialize)]
struct LoadDocument {
    all: u64,
    mine: u64,
}

#[derive(Serialize)]
struct DayDocument<'a> {
    date: NaiveDate,
    #[serde(flatten)]
    load: LoadDocument,
    working: bool,
    /// `saturday`, `sunday`, `holiday`, `closure` or `no-hours`; `null` on a working day.
    closed: Option<&'static str>,
    /// The name of the holiday, or why the body is closed.
    name: Option<&'a str>,
}

#[derive(Serialize)]
struct OutlookDocument<'a> {
    now: DateTime<Tz>,
    overdue: LoadDocument,
    days: Vec<DayDocument<'a>>,
    later: LoadDocument,
    paused: LoadDocument,
    without_deadline: LoadDocument,
    open: LoadDocument,
}

impl From<Load> for LoadDocument {
    fn from(load: Load) -> Self {
        Self {
            all: load.all,
            mine: load.mine,
        }
    }
}

impl OutlookArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let mut desk = console.desk()?;
        let outlook = desk.outlook(self.days)?;
        if console.json {
            return console.document(&document(&outlook, &mut desk)?);
        }
        console.print(&told(&outlook, console.lang()))
    }
}

fn document<'a>(outlook: &'a Outlook, desk: &mut Desk) -> Result<OutlookDocument<'a>, Failure> {
    let zone = desk.rules()?.charter.office.zone;
    let of = |wanted: fn(DueWindow) -> bool| {
        let found = outlook.bars.iter().filter(|bar| wanted(bar.ends));
        found.map(|bar| bar.load).sum::<Load>().into()
    };
    Ok(OutlookDocument {
        now: desk.now().with_timezone(&zone),
        overdue: of(|ends| ends == DueWindow::Over),
        days: outlook.bars.iter().filter_map(day).collect(),
        later: of(|ends| matches!(ends, DueWindow::After(_))),
        paused: outlook.paused.into(),
        without_deadline: outlook.without.into(),
        open: outlook.open().into(),
    })
}

fn day(bar: &OutlookBar) -> Option<DayDocument<'_>> {
    let DueWindow::On(date) = bar.ends else {
        return None;
    };
    let (closed, name) = match &bar.closed {
        None => (None, None),
        Some(ExclusionReason::Saturday) => (Some("saturday"), None),
        Some(ExclusionReason::Sunday) => (Some("sunday"), None),
        Some(ExclusionReason::Holiday(name)) => (Some("holiday"), Some(name.as_str())),
        Some(ExclusionReason::Closure(reason)) => (Some("closure"), Some(reason.as_str())),
        Some(_) => (Some("no-hours"), None),
    };
    Some(DayDocument {
        date,
        load: bar.load.into(),
        working: closed.is_none(),
        closed,
        name,
    })
}

/// The chart for people: with `#` and `-`, so that it survives a pipe and a log.
fn told(outlook: &Outlook, lang: Lang) -> String {
    let [mine, others, _] = MARKS;
    let most = outlook.full_bar(false);
    let names = [text::DAY, text::CLOSED, text::ALL, text::MINE];
    let legend = text::LEGEND.with(lang, &[("mine", mine), ("others", others)]);
    let mut columns: Vec<&str> = names.iter().map(|name| name.get(lang)).collect();
    columns.push(&legend);
    let mut table = Table::new(&columns);
    for bar in &outlook.bars {
        let drawn = match bar.ends {
            DueWindow::After(_) => String::new(),
            DueWindow::Over | DueWindow::On(_) => load::bar(bar.load, most, BAR, MARKS).concat(),
        };
        let closed = bar.closed.as_ref();
        table.row([
            bar.ends.label(outlook.today, lang),
            closed.map_or_else(String::new, |why| why.say(lang)),
            grouped(bar.load.all),
            grouped(bar.load.mine),
            drawn.trim_end().to_owned(),
        ]);
    }
    let mut out = table.render("");
    out.push_str(&rest(outlook, lang).join(", "));
    out.push('\n');
    out
}

/// What stands in no bar, in words.
fn rest(outlook: &Outlook, lang: Lang) -> Vec<String> {
    [
        (text::OPEN, outlook.open()),
        (text::PAUSED, outlook.paused),
        (text::WITHOUT, outlook.without),
    ]
    .map(|(phrase, load)| phrase.with(lang, &[("n", &grouped(load.all))]))
    .into()
}
