//! `minwon outlook`: how much falls due on each of the days ahead, and how much is overdue.

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
/// Marks of a bar: the clerk's own part, that of the others, and overflow.
const MARKS: [&str; 3] = ["#", "-", ">"];

#[derive(Debug, Args)]
pub(super) struct OutlookArgs {
    /// How many days, today among them
    #[arg(long, value_name = "N", default_value_t = 14, value_parser = clap::value_parser!(u16).range(1..=366))]
    days: u16,
}

#[derive(Serialize)]
struct DayDocument<'a> {
    date: NaiveDate,
    #[serde(flatten)]
    load: Load,
    working: bool,
    /// `saturday`, `sunday`, `holiday`, `closure` or `no-hours`; `null` on a working day.
    closed: Option<&'static str>,
    /// The name of the holiday, or why the body is closed.
    name: Option<&'a str>,
}

#[derive(Serialize)]
struct OutlookDocument<'a> {
    now: DateTime<Tz>,
    overdue: Load,
    days: Vec<DayDocument<'a>>,
    later: Load,
    paused: Load,
    without_deadline: Load,
    open: Load,
}

impl OutlookArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        let mut desk = console.desk()?;
        let outlook = desk.outlook(self.days)?;
        if console.json {
            return console.document(&document(&outlook, &mut desk)?);
        }
        console.print(&chart(&outlook, console.lang()))
    }
}

fn document<'a>(outlook: &'a Outlook, desk: &mut Desk) -> Result<OutlookDocument<'a>, Failure> {
    let zone = desk.rules()?.charter.office.zone;
    let sum = |wanted: fn(DueWindow) -> bool| {
        let found = outlook.bars.iter().filter(|bar| wanted(bar.ends));
        found.map(|bar| bar.load).sum()
    };
    Ok(OutlookDocument {
        now: desk.now().with_timezone(&zone),
        overdue: sum(|ends| ends == DueWindow::Over),
        days: outlook.bars.iter().filter_map(day).collect(),
        later: sum(|ends| matches!(ends, DueWindow::After(_))),
        paused: outlook.paused,
        without_deadline: outlook.without,
        open: outlook.open(),
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
        load: bar.load,
        working: closed.is_none(),
        closed,
        name,
    })
}

/// The chart for people, drawn with `#` and `-` to survive a pipe and a log.
fn chart(outlook: &Outlook, lang: Lang) -> String {
    let [mine, others, _] = MARKS;
    let most = outlook.full_bar(false);
    let legend = text::LEGEND.with(lang, &[("mine", mine), ("others", others)]);
    let [day, closed, all, mine] =
        [text::DAY, text::CLOSED, text::ALL, text::MINE].map(|name| name.get(lang));
    let mut table = Table::new(&[day, closed, all, mine, &legend]);
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
    format!("{}{}\n", table.columns(""), totals(outlook, lang))
}

/// The totals that no bar shows: all open, paused and without a deadline.
pub(super) fn totals(outlook: &Outlook, lang: Lang) -> String {
    let totals = [
        (text::OPEN, outlook.open()),
        (text::PAUSED, outlook.paused),
        (text::WITHOUT, outlook.without),
    ];
    let totals = totals.map(|(phrase, load)| phrase.with(lang, &[("n", &grouped(load.all))]));
    totals.join(", ")
}
