//! The duties of a year, and the history of one promise.

use super::{
    super::{Failure, console::Console, document, table::Table},
    document::DutyDocument,
};
use crate::{
    desk::{Desk, DutyView, PlanLine},
    domain::duty::{DutyMark, DutyMonth, Period},
    words::{Lang, Say, cli as text, duties},
};
use chrono::{DateTime, Utc};
use serde::Serialize;

#[derive(Serialize)]
struct YearDocument<'a> {
    year: u16,
    plans: Vec<PlanDocument<'a>>,
    duties: Vec<DutyDocument<'a>>,
    /// What the next write opens: it has no number yet.
    unopened: Vec<UnopenedDocument<'a>>,
}

#[derive(Serialize)]
struct UnopenedDocument<'a> {
    promise: &'a str,
    period: Period,
    title: &'a str,
    due_at: Option<String>,
}

#[derive(Serialize)]
struct PlanDocument<'a> {
    promise: &'a str,
    action: String,
    months: [Option<DutyMark>; 12],
}

/// Lists the duties of a year.
pub(super) fn list(console: &Console, desk: &mut Desk, year: u16) -> Result<(), Failure> {
    let (found, now, lang) = (desk.duty_year(year)?, desk.now(), console.lang());
    let rules = desk.rules()?;
    if console.json {
        let zone = rules.charter.office.zone;
        let unopened = found.unopened.iter().map(|duty| UnopenedDocument {
            promise: &duty.promise,
            period: duty.period,
            title: &duty.title,
            due_at: duty.due.map(|due| document::stamp(due.at, zone)),
        });
        let plans = found.lines.iter().map(|line| PlanDocument {
            promise: &line.plan.promise,
            action: line.plan.say(lang),
            months: line.months.map(|month| month.mark),
        });
        return console.document(&YearDocument {
            year,
            plans: plans.collect(),
            duties: documents(&found.duties, now, lang),
            unopened: unopened.collect(),
        });
    }
    console.line(&chart(&found.lines, lang))?;
    table(console, &found.duties, now)?;
    for duty in &found.unopened {
        let due = duty.due.map(|due| document::due_of(due, &rules));
        let values = [
            ("promise", duty.promise.as_str()),
            ("period", &duty.period.say(lang)),
            ("due", &due.unwrap_or_default()),
        ];
        console.say(duties::UNOPENED, &values)?;
    }
    Ok(())
}

/// Lists every period of a promise.
pub(super) fn history(console: &Console, desk: &mut Desk, promise: &str) -> Result<(), Failure> {
    let (views, now, lang) = (desk.duty_history(promise)?, desk.now(), console.lang());
    if console.json {
        return console.document(&documents(&views, now, lang));
    }
    table(console, &views, now)
}

fn documents(views: &[DutyView], now: DateTime<Utc>, lang: Lang) -> Vec<DutyDocument<'_>> {
    let views = views.iter();
    views
        .map(|view| DutyDocument::new(view, None, now, lang))
        .collect()
}

fn table(console: &Console, views: &[DutyView], now: DateTime<Utc>) -> Result<(), Failure> {
    let lang = console.lang();
    if views.is_empty() {
        return console.say(duties::NONE, &[]);
    }
    let names = [
        text::COLUMN_NUMBER,
        duties::PERIOD,
        text::COLUMN_STATUS,
        text::COLUMN_DUE,
        duties::SCORE,
        duties::GRADE,
        duties::BY,
        text::COLUMN_TITLE,
    ];
    let mut table = Table::of(names, lang);
    for view in views {
        let (duty, completion) = (&view.duty, &view.duty.completion);
        let due = view.deadline.as_ref();
        let due = due.map(|deadline| document::due_of(deadline.due, &view.rules));
        let score = completion.score.map(|score| score.to_string());
        table.row([
            duty.number.to_string(),
            duty.period.to_string(),
            view.mark(now).say(lang),
            due.unwrap_or_default(),
            score.unwrap_or_default(),
            completion.grade.clone(),
            duty.doer().to_owned(),
            duty.title.clone(),
        ]);
    }
    console.print(&table.columns(""))
}

/// The year as a chart: a line per plan, a mark per month, and the legend.
fn chart(lines: &[PlanLine], lang: Lang) -> String {
    let names: Vec<String> = (1..=12).map(|month: u8| format!("{month:>2}")).collect();
    let mut rows = vec![format!("{:<28} {}\n", "", names.join(" "))];
    for line in lines {
        let letter = |month: &DutyMonth| format!("{:>2}", month.mark.map_or('.', DutyMark::letter));
        let marks: Vec<String> = line.months.iter().map(letter).collect();
        rows.push(format!("{:<28} {}\n", line.plan.promise, marks.join(" ")));
    }
    let marks = DutyMark::ALL.iter();
    let legend = marks.map(|mark| format!("{} {}", mark.letter(), mark.say(lang)));
    rows.concat() + &legend.collect::<Vec<_>>().join("  ") + "\n"
}
