//! `minwon holidays`: the public holidays of years, and changes to the desk's table of them.

use super::{Failure, console::Console, table::Table, value};
use crate::{
    desk::{CalendarImpact, FailureKind, HolidayRequest},
    domain::{
        holidays::{Holiday, HolidayChange, HolidayKind, Holidays, YEARS},
        subject::Subject,
    },
    words::{Lang, Say, cli as text, weekday},
};
use chrono::{Datelike, NaiveDate};
use clap::{Args, Subcommand};
use serde::Serialize;
use std::ops::RangeInclusive;

#[derive(Debug, Args)]
#[command(subcommand_negates_reqs = true)]
pub(super) struct HolidaysArgs {
    /// A year or, with its end, several: 2026 or 2026..2028
    #[arg(value_name = "YEAR[..YEAR]", required = true)]
    years: Option<String>,
    #[command(subcommand)]
    change: Option<HolidayCommand>,
}

#[derive(Debug, Subcommand)]
enum HolidayCommand {
    /// Add a holiday; open deadlines are counted anew
    Add {
        /// The day
        #[arg(value_parser = value::date)]
        date: NaiveDate,
        /// Its name
        name: String,
        /// What makes it a holiday
        #[arg(long, default_value_t = HolidayKind::Temporary, value_parser = value::word(HolidayKind::ALL, HolidayKind::id))]
        kind: HolidayKind,
        #[command(flatten)]
        decision: Decision,
    },
    /// Remove a holiday; open deadlines are counted anew
    Remove {
        /// The day
        #[arg(value_parser = value::date)]
        date: NaiveDate,
        /// Its name
        name: String,
        #[command(flatten)]
        decision: Decision,
    },
}

#[derive(Debug, Args)]
struct Decision {
    /// Where the decision was published
    #[arg(long, default_value = "", hide_default_value = true)]
    source: String,
    /// When it was decided [default: today]
    #[arg(long, value_name = "DATE", value_parser = value::date)]
    decided_on: Option<NaiveDate>,
}

#[derive(Serialize)]
struct ChangeDocument {
    date: NaiveDate,
    cases: Vec<Subject>,
    /// Visits and calls whose call-back moved.
    others: Vec<Subject>,
}

impl HolidaysArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        match self.change {
            Some(change) => change.run(console),
            None => list(&self.years.unwrap_or_default(), console),
        }
    }
}

fn list(given: &str, console: &Console) -> Result<(), Failure> {
    let lang = console.lang();
    let years = years(given)
        .ok_or_else(|| console.failure(FailureKind::Usage, text::NO_YEARS, &[("given", given)]))?;
    let edits = match console.desk_if_any()? {
        Some(desk) => desk.holiday_edits()?,
        None => Vec::new(),
    };
    let holidays = Holidays::korean().with_edits(&edits);
    let found: Vec<Holiday> = years.flat_map(|year| holidays.year(year)).collect();
    if console.json {
        return console.document(&found);
    }
    let names = [text::COLUMN_DATE, text::COLUMN_NAME, text::COLUMN_KIND];
    let mut table = Table::of(names, lang);
    for Holiday { date, name, kind } in found {
        table.row([dated(date, lang), name, kind.say(lang)]);
    }
    console.print(&table.columns(""))
}

/// A date with its day of the week.
pub(super) fn dated(date: NaiveDate, lang: Lang) -> String {
    format!("{date} ({})", weekday(date.weekday(), lang))
}

/// The years of `2026` or `2026..2028`, both ends included.
fn years(given: &str) -> Option<RangeInclusive<i32>> {
    let (first, last) = given.split_once("..").unwrap_or((given, given));
    let year = |text: &str| text.trim().parse().ok().filter(|year| YEARS.contains(year));
    let years = year(first)?..=year(last)?;
    (!years.is_empty()).then_some(years)
}

impl HolidayCommand {
    fn run(self, console: &Console) -> Result<(), Failure> {
        let (date, name, change, decision) = match self {
            Self::Add {
                date,
                name,
                kind,
                decision,
            } => (date, name, HolidayChange::Added(kind), decision),
            Self::Remove {
                date,
                name,
                decision,
            } => (date, name, HolidayChange::Removed, decision),
        };
        let impact = console.desk()?.change_holiday(&HolidayRequest {
            date,
            name,
            change,
            source: decision.source,
            decided_on: decision.decided_on,
        })?;
        if console.json {
            let subjects = impact.subjects.into_iter();
            let (cases, others) = subjects.partition(|subject| subject.case().is_some());
            return console.document(&ChangeDocument {
                date,
                cases,
                others,
            });
        }
        print_impact(&impact, console)
    }
}

/// Prints which deadlines were counted anew.
pub(super) fn print_impact(impact: &CalendarImpact, console: &Console) -> Result<(), Failure> {
    let numbers: Vec<String> = impact.subjects.iter().map(Subject::to_string).collect();
    if numbers.is_empty() {
        return console.say(text::RECOMPUTED_NONE, &[]);
    }
    let (n, numbers) = (numbers.len().to_string(), numbers.join(", "));
    console.say(text::RECOMPUTED, &[("n", &n), ("numbers", &numbers)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_with_both_ends() {
        assert_eq!(years("2026"), Some(2026..=2026));
        assert_eq!(years("2026..2028"), Some(2026..=2028));
        for wrong in [
            "",
            "1999",
            "2200",
            "2028..2026",
            "2026..",
            "..2026",
            "2026-2028",
            "a",
        ] {
            assert_eq!(years(wrong), None, "{wrong:?}");
        }
    }
}
