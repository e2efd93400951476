//! `minwon duty`: what the charter and the law ask for by the calendar.

mod document;
mod report;
mod year;

use super::{Failure, console::Console, value};
use crate::{
    desk::{Desk, DeskError, DutyOrder, no_time},
    domain::{
        duty::{CompletionInput, DutyCommand, Period},
        subject::DutyNumber,
    },
    words::{Say, duties as text},
};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use clap::{Args, Subcommand};
use document::DutyDocument;

#[derive(Debug, Args)]
pub(super) struct DutyArgs {
    #[command(subcommand)]
    action: DutyAction,
}

#[derive(Debug, Subcommand)]
enum DutyAction {
    /// List the duties of a year, with the year at a glance
    List {
        /// Which year [default: this one]
        #[arg(long, value_parser = clap::value_parser!(u16).range(1900..=2199))]
        year: Option<u16>,
    },
    /// Show one duty with its history
    Show {
        /// The number, such as D2026-000003
        number: DutyNumber,
    },
    /// Record that a duty was done
    Done {
        /// The number, such as D2026-000003
        number: DutyNumber,
        #[command(flatten)]
        result: Outcome,
    },
    /// Plan a training or the like by its promise, or move one by its number
    Schedule {
        /// The promise, such as gbvc.training.notice, or the number, such as D2026-000003
        what: String,
        /// The day on which it takes place
        #[arg(long, value_parser = value::date)]
        on: NaiveDate,
        /// What it is called, where it is planned
        #[arg(long, default_value = "", hide_default_value = true)]
        title: String,
    },
    /// Record that a training or the like was announced
    Announce {
        /// The number, such as D2026-000003
        number: DutyNumber,
        /// What was announced, and where
        #[arg(long, default_value = "", hide_default_value = true)]
        text: String,
        /// When, a day or a time [default: now]
        #[arg(long, value_name = "TIME")]
        at: Option<String>,
    },
    /// Record that departments were reminded of overdue cases
    Remind {
        /// The number of a monthly check, such as D2026-000003
        number: DutyNumber,
        /// Which department; may be repeated [default: all that have overdue cases]
        #[arg(long)]
        department: Vec<String>,
        /// What they were told
        #[arg(long, default_value = "", hide_default_value = true)]
        text: String,
        /// When, a day or a time [default: now]
        #[arg(long, value_name = "TIME")]
        at: Option<String>,
    },
    /// Leave a duty out: for supervisors
    Skip {
        /// The number, such as D2026-000003
        number: DutyNumber,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Set a wrong entry right beside it
    Correct {
        /// The number, such as D2026-000003
        number: DutyNumber,
        /// The number of the fact that was wrong
        #[arg(long)]
        fact: u32,
        /// What is right
        #[arg(long)]
        text: String,
        /// The right score
        #[arg(long, default_value = "", hide_default_value = true)]
        score: String,
        /// The right grade
        #[arg(long, default_value = "", hide_default_value = true)]
        grade: String,
    },
    /// List every period of a promise with its score and grade
    History {
        /// The promise, such as koreha.survey
        promise: String,
    },
    /// Enter a period from before this desk
    RecordPast {
        /// The promise, such as koreha.survey
        promise: String,
        /// The period: 2015, 2015-H1, 2015-Q2, 2015-06
        #[arg(long)]
        period: Period,
        #[command(flatten)]
        result: Outcome,
    },
}

/// What came of a duty.
#[derive(Debug, Args)]
struct Outcome {
    /// What came of it
    #[arg(long, default_value = "", hide_default_value = true)]
    result: String,
    /// The score, such as 82.8
    #[arg(
        long,
        default_value = "",
        hide_default_value = true,
        allow_hyphen_values = true
    )]
    score: String,
    /// The grade, such as A
    #[arg(long, default_value = "", hide_default_value = true)]
    grade: String,
    /// Where it can be seen: a document's number, an address on the web
    #[arg(long, default_value = "", hide_default_value = true)]
    evidence: String,
    /// A note
    #[arg(long, default_value = "", hide_default_value = true)]
    text: String,
    /// Who did it [default: who records it]
    #[arg(long, default_value = "", hide_default_value = true)]
    officer: String,
    /// When, a day or a time [default: now]
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
}

impl Outcome {
    fn completing(&self) -> CompletionInput {
        CompletionInput {
            result: self.result.clone(),
            score: self.score.clone(),
            grade: self.grade.clone(),
            evidence: self.evidence.clone(),
            text: self.text.clone(),
            officer: self.officer.clone(),
        }
    }
}

impl DutyArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let mut desk = console.desk()?;
        match &self.action {
            DutyAction::List { year } => {
                let (now, rules) = (desk.now(), desk.rules()?);
                let this = u16::try_from(rules.calendars.now().date(now).year()).unwrap_or(2026);
                return year::list(console, &mut desk, year.unwrap_or(this));
            }
            DutyAction::History { promise } => return year::history(console, &mut desk, promise),
            DutyAction::Show { number } => return show(console, &mut desk, *number),
            DutyAction::RecordPast {
                promise,
                period,
                result,
            } => {
                let at = moment(&mut desk, result.at.as_deref())?;
                let rules = desk.rules()?;
                let on = at.map(|at| rules.calendars.now().date(at));
                let number =
                    desk.record_earlier_duty(promise, *period, &result.completing(), on)?;
                return show(console, &mut desk, number);
            }
            DutyAction::Remind {
                number,
                department,
                text,
                at,
            } => {
                let at = moment(&mut desk, at.as_deref())?;
                desk.remind(*number, department, text, at)?;
                return told(console, &mut desk, *number);
            }
            _ => {}
        }
        let number = self.work(&mut desk, console)?;
        told(console, &mut desk, number)
    }

    /// Carries out what changes a duty, and returns its number.
    fn work(&self, desk: &mut Desk, console: &Console) -> Result<DutyNumber, Failure> {
        let (number, command, at) = match &self.action {
            DutyAction::Schedule { what, on, title } => match what.parse::<DutyNumber>() {
                Ok(number) => (number, DutyCommand::Schedule { on: *on }, None),
                Err(_a_promise) => return Ok(desk.plan_duty(what, *on, title)?),
            },
            DutyAction::Done { number, result } => {
                let at = moment(desk, result.at.as_deref())?;
                let command = DutyCommand::Finish(Box::new(result.completing()));
                (*number, command, at)
            }
            DutyAction::Announce { number, text, at } => {
                let at = moment(desk, at.as_deref())?;
                (*number, DutyCommand::Announce { text: text.clone() }, at)
            }
            DutyAction::Skip { number, reason } => {
                let reason = reason.clone();
                (*number, DutyCommand::Skip { reason }, None)
            }
            DutyAction::Correct {
                number,
                fact,
                text,
                score,
                grade,
            } => {
                let command = DutyCommand::Correct {
                    fact: *fact,
                    text: text.clone(),
                    score: score.clone(),
                    grade: grade.clone(),
                };
                (*number, command, None)
            }
            DutyAction::List { .. }
            | DutyAction::Show { .. }
            | DutyAction::History { .. }
            | DutyAction::Remind { .. }
            | DutyAction::RecordPast { .. } => return Err(Failure::from(DeskError::NoCharter)),
        };
        let opened = desk.run_duty(&DutyOrder {
            number,
            command,
            at,
            seen: None,
        })?;
        for number in opened.iter().filter(|_| !console.json) {
            let title = desk.duty(*number)?.title(console.lang());
            let values = [("number", number.to_string()), ("title", title)];
            console.line(&text::OPENED.of(console.lang(), &values))?;
        }
        Ok(number)
    }
}

/// Tells what was recorded last and when the duty is due.
fn told(console: &Console, desk: &mut Desk, number: DutyNumber) -> Result<(), Failure> {
    if console.json {
        return show(console, desk, number);
    }
    let view = desk.duty(number)?;
    let fact = view.facts.last().map(|fact| fact.kind.say(console.lang()));
    console.line(&crate::words::cli::RECORDED.with(
        console.lang(),
        &[
            ("number", &number.to_string()),
            ("fact", &fact.unwrap_or_default()),
            ("seq", &view.duty.seq.to_string()),
        ],
    ))?;
    document::next_line(console, &view, desk.now())
}

/// A time, or a day.
fn moment(desk: &mut Desk, given: Option<&str>) -> Result<Option<DateTime<Utc>>, DeskError> {
    let Some(given) = given else {
        return Ok(None);
    };
    let (now, rules) = (desk.now(), desk.rules()?);
    let at = rules.done_at(given, now);
    at.map(Some).ok_or_else(|| no_time(given))
}

/// Prints a duty, as a document or for people.
pub(super) fn show(console: &Console, desk: &mut Desk, number: DutyNumber) -> Result<(), Failure> {
    let snapshot = desk.snapshot()?;
    let view = desk.duty(number)?;
    let report = desk.duty_report(&view)?;
    drop(snapshot);
    let (report, now, lang) = (report.as_ref(), desk.now(), console.lang());
    if console.json {
        return console.document(&DutyDocument::new(&view, now, lang).with(report, &view));
    }
    document::print(console, &view, report, (&desk.staff()?, now))
}
