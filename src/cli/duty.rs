//! `minwon duty`: what the charter and the law require by the calendar.

mod document;
mod report;
mod year;

use super::{Failure, console::Console, value};
use crate::{
    desk::{Desk, DeskError, DutyOrder, no_time},
    domain::{
        duty::{CompletionInput, DutyCommand, Period},
        late::EntryTime,
        subject::DutyNumber,
    },
    words::{Say, duties as text},
};
use chrono::{Datelike, NaiveDate};
use clap::{Args, Subcommand};
use document::DutyDocument;

#[derive(Debug, Args)]
pub(super) struct DutyArgs {
    #[command(subcommand)]
    action: DutyVerb,
}

#[derive(Debug, Subcommand)]
enum DutyVerb {
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
        result: CompletionArgs,
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
        #[command(flatten)]
        when: WhenArgs,
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
        #[command(flatten)]
        when: WhenArgs,
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
    /// Strike out a fact recorded by mistake: it stays visible, its effects are withdrawn
    Revoke(RevokeArgs),
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
        result: CompletionArgs,
    },
}

/// When something was done.
#[derive(Debug, Args)]
struct WhenArgs {
    /// When, a day or a time [default: now]
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// Why it is recorded only now: needed after the end of the next working day
    #[arg(
        long,
        value_name = "TEXT",
        default_value = "",
        hide_default_value = true
    )]
    late_reason: String,
}

impl WhenArgs {
    fn time(self, desk: &mut Desk) -> Result<EntryTime, DeskError> {
        let (now, rules) = (desk.now(), desk.rules()?);
        let parse = |given: &str| rules.done_at(given, now).ok_or_else(|| no_time(given));
        Ok(EntryTime {
            at: self.at.as_deref().map(parse).transpose()?,
            late_reason: self.late_reason,
        })
    }

    /// Carries out a command at that time.
    fn order(
        self,
        console: &Console,
        desk: &mut Desk,
        number: DutyNumber,
        command: DutyCommand,
    ) -> Result<DutyNumber, Failure> {
        let time = self.time(desk)?;
        order(console, desk, number, command, time)
    }
}

/// A fact of a duty to strike out.
#[derive(Debug, Args)]
struct RevokeArgs {
    /// The number, such as D2026-000003
    number: DutyNumber,
    /// The number of the fact
    #[arg(long, value_name = "SEQ")]
    fact: u32,
    /// Why
    #[arg(long)]
    reason: String,
}

impl RevokeArgs {
    fn run(self, console: &Console, desk: &mut Desk) -> Result<DutyNumber, Failure> {
        let (fact, reason) = (self.fact, self.reason);
        let command = DutyCommand::Revoke { fact, reason };
        at_once(console, desk, self.number, command)
    }
}

/// What came of a duty.
#[derive(Debug, Args)]
struct CompletionArgs {
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
    /// The day on which the result was published, where the charter has it published; --evidence says where
    #[arg(
        long,
        value_name = "DATE",
        default_value = "",
        hide_default_value = true
    )]
    published: String,
    /// What was put right because of it
    #[arg(long, default_value = "", hide_default_value = true)]
    put_right: String,
    /// Who did it [default: who records it]
    #[arg(long, default_value = "", hide_default_value = true)]
    officer: String,
    #[command(flatten)]
    when: WhenArgs,
}

impl CompletionArgs {
    fn completion(self) -> (CompletionInput, WhenArgs) {
        let input = CompletionInput {
            result: self.result,
            score: self.score,
            grade: self.grade,
            evidence: self.evidence,
            text: self.text,
            published: self.published,
            put_right: self.put_right,
            officer: self.officer,
        };
        (input, self.when)
    }
}

impl DutyArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        let desk = &mut console.desk()?;
        let number = match self.action {
            DutyVerb::List { year } => {
                let this = u16::try_from(desk.today()?.year()).unwrap_or(2026);
                return year::list(console, desk, year.unwrap_or(this));
            }
            DutyVerb::History { promise } => return year::history(console, desk, &promise),
            DutyVerb::Show { number } => return show(console, desk, number),
            DutyVerb::RecordPast {
                promise,
                period,
                result,
            } => {
                let number = record_past(desk, &promise, period, result)?;
                return show(console, desk, number);
            }
            DutyVerb::Remind {
                number,
                department,
                text,
                when,
            } => {
                let time = when.time(desk)?;
                desk.remind(number, &department, &text, time)?;
                number
            }
            DutyVerb::Schedule { what, on, title } => match what.parse() {
                Ok(number) => at_once(console, desk, number, DutyCommand::Schedule { on })?,
                Err(_a_promise) => desk.plan_duty(&what, on, &title)?,
            },
            DutyVerb::Done { number, result } => {
                let (completion, when) = result.completion();
                let command = DutyCommand::Finish(Box::new(completion));
                when.order(console, desk, number, command)?
            }
            DutyVerb::Announce { number, text, when } => {
                when.order(console, desk, number, DutyCommand::Announce { text })?
            }
            DutyVerb::Skip { number, reason } => {
                at_once(console, desk, number, DutyCommand::Skip { reason })?
            }
            DutyVerb::Correct {
                number,
                fact,
                text,
                score,
                grade,
            } => {
                let command = DutyCommand::Correct {
                    fact,
                    text,
                    score,
                    grade,
                };
                at_once(console, desk, number, command)?
            }
            DutyVerb::Revoke(args) => args.run(console, desk)?,
        };
        print_recorded(console, desk, number)
    }
}

fn record_past(
    desk: &mut Desk,
    promise: &str,
    period: Period,
    result: CompletionArgs,
) -> Result<DutyNumber, Failure> {
    let (completion, when) = result.completion();
    let at = when.time(desk)?.at;
    let rules = desk.rules()?;
    let on = at.map(|at| rules.calendars.now().date(at));
    Ok(desk.record_earlier_duty(promise, period, &completion, on)?)
}

/// Carries out a command on a duty now.
fn at_once(
    console: &Console,
    desk: &mut Desk,
    number: DutyNumber,
    command: DutyCommand,
) -> Result<DutyNumber, Failure> {
    order(console, desk, number, command, EntryTime::NOW)
}

/// Carries out a command on a duty, prints which duties it opened, and returns the number.
fn order(
    console: &Console,
    desk: &mut Desk,
    number: DutyNumber,
    command: DutyCommand,
    time: EntryTime,
) -> Result<DutyNumber, Failure> {
    let opened = desk.run_duty(&DutyOrder {
        number,
        command,
        time,
        seen: None,
    })?;
    for number in opened.iter().filter(|_| !console.json) {
        let title = desk.duty(*number)?.title(console.lang());
        let values = [("number", &*number.to_string()), ("title", &title)];
        console.say(text::OPENED, &values)?;
    }
    Ok(number)
}

/// Prints the last fact of a duty and when it is due.
fn print_recorded(console: &Console, desk: &mut Desk, number: DutyNumber) -> Result<(), Failure> {
    if console.json {
        return show(console, desk, number);
    }
    let view = desk.duty(number)?;
    let fact = view.facts.last().map(|fact| fact.kind.say(console.lang()));
    let (number, seq) = (number.to_string(), view.duty.seq.to_string());
    let values = [
        ("number", &*number),
        ("fact", &fact.unwrap_or_default()),
        ("seq", &seq),
    ];
    console.say(crate::words::cli::RECORDED, &values)?;
    document::next_line(console, &view, desk.now())
}

/// Prints a duty, as a document or for people.
pub(super) fn show(console: &Console, desk: &mut Desk, number: DutyNumber) -> Result<(), Failure> {
    let snapshot = desk.snapshot()?;
    let view = desk.duty(number)?;
    let report = desk.duty_report(&view)?;
    drop(snapshot);
    let now = desk.now();
    if console.json {
        let document = DutyDocument::new(&view, report.as_ref(), now, console.lang());
        return console.document(&document);
    }
    document::print(console, &view, report.as_ref(), (&desk.staff()?, now))
}
