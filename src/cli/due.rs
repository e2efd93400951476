//! `minwon due`: counts a due date and explains it, for one question or for a batch of JSON lines.

mod batch;

use super::{Failure, charter, console::Console, document, value};
use crate::{
    desk::{Clock, Desk, DeskError, FailureKind},
    domain::{
        calendar::{Calendar, Calendars, OfficeHours},
        count::{Count, CountError, Exclusions, Explanation},
        holidays::Holidays,
        input::OfficeClock,
        limit::{CountingRule, Limit},
    },
    form::text::{Alphabet, visible},
    words::{Say, cli as text},
};
use chrono::{DateTime, NaiveDate, Utc};
use clap::Args;
use serde::Serialize;

#[derive(Debug, Args)]
pub(super) struct DueArgs {
    /// How to count
    #[arg(long, value_name = "RULE", value_parser = value::word(CountingRule::ALL, CountingRule::id), required_unless_present = "batch")]
    count: Option<CountingRule>,
    /// How long: "7 days", "1 hour", "immediate"
    #[arg(long, required_unless_present = "batch")]
    limit: Option<Limit>,
    /// From when
    #[arg(long, value_name = "TIME", required_unless_present = "batch")]
    from: Option<String>,
    /// By how many days it was extended, once or more
    #[arg(long, value_name = "DAYS")]
    extend: Vec<u32>,
    /// The office hours of this charter [default: the desk's, else those of Korean public offices]
    #[arg(long, value_name = "ID|FILE")]
    charter: Option<String>,
    /// Answer JSON lines from standard input with JSON lines
    #[arg(long, conflicts_with_all = ["count", "limit", "from", "extend", "charter"])]
    batch: bool,
}

#[derive(Serialize)]
struct DueDocument {
    due_at: String,
    due_date: NaiveDate,
    whole_day: bool,
    explain: Vec<String>,
}

impl DueArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        match (self.batch, self.count, self.limit, &self.from) {
            (false, Some(rule), Some(limit), Some(from)) => self.one(rule, limit, from, console),
            _ => batch::answer_all(),
        }
    }

    fn one(
        &self,
        rule: CountingRule,
        limit: Limit,
        from: &str,
        console: &Console,
    ) -> Result<(), Failure> {
        let (calendar, now) = self.calendar(console)?;
        let zone = calendar.office.zone;
        let count = Count {
            rule,
            limit,
            from: crate::desk::parse_time(from, OfficeClock { zone, now })?,
            exclusions: &Exclusions::NONE,
            extensions: &self.extend,
        };
        let lang = console.lang();
        let not_counted = |error: CountError| {
            let values = [("what", &*error.say(lang))];
            console.failure(FailureKind::Refused, text::NOT_COUNTED, &values)
        };
        let Explanation { due, lines } = calendar.explain(&count).map_err(not_counted)?;
        let explain: Vec<String> = lines.iter().map(|line| line.say(lang)).collect();
        if console.json {
            return console.document(&DueDocument {
                due_at: document::stamp(due.at, zone),
                due_date: due.date,
                whole_day: due.whole_day,
                explain,
            });
        }
        let when = if due.whole_day {
            text::WHOLE_DAY.with(lang, &[("date", &due.date.to_string())])
        } else {
            document::minute(due.at, zone)
        };
        let mut lines = vec![text::DUE.with(lang, &[("due", &when)])];
        let explain = explain.iter();
        lines.extend(explain.map(|line| visible(line, Alphabet::Unicode).into_owned()));
        console.line(&lines.join("\n  "))
    }

    /// The calendar: office hours of the charter, holidays of the desk where there is one; and the time.
    fn calendar(&self, console: &Console) -> Result<(Calendar, DateTime<Utc>), Failure> {
        let mut desk = console.desk_if_any()?;
        let now = desk.as_ref().map_or_else(|| Clock::System.now(), Desk::now);
        let edits = match &desk {
            Some(desk) => desk.holiday_edits()?,
            None => Vec::new(),
        };
        let (id, office) = match (&self.charter, &mut desk) {
            (Some(given), _) => {
                let (charter, _) = charter::find(given, console)?;
                (charter.id, charter.office)
            }
            (None, Some(desk)) => {
                let rules = desk.rules()?;
                (rules.charter.id.clone(), rules.charter.office.clone())
            }
            (None, None) => (String::new(), OfficeHours::korean()),
        };
        let calendars = Calendars::new(office, Holidays::korean(), edits)
            .map_err(|_error| DeskError::NeverOpen { charter: id })?;
        Ok((calendars.now().clone(), now))
    }
}
