//! `minwon record NUMBER ACTION`: what was done to a case.

mod action;

use super::{
    Failure, console::Console, document::CaseDocument, intake::time, show::next_due, value,
};
use crate::{
    desk::{Desk, DeskError, Order},
    domain::{
        case::CaseNumber,
        command::Command,
        fact::{ContactWay, Fact, FactKind},
        party::Field,
        refusal::Refusal,
    },
    words::{Say, cli as text},
};
use action::Action;
use chrono::{DateTime, Utc};
use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(super) struct RecordArgs {
    /// The receipt number, such as 2026-000412
    number: CaseNumber,
    /// When it happened: not before what was recorded last, not in the future [default: now]; with appoint and
    /// move-appointment the time of the visit, which lies ahead
    #[arg(long, global = true, value_name = "TIME")]
    at: Option<String>,
    #[command(subcommand)]
    done: Done,
}

#[derive(Debug, Subcommand)]
enum Done {
    #[command(flatten)]
    Action(Action),
    /// The customer was called back
    Callback {
        /// How
        #[arg(long, value_parser = value::word(ContactWay::ALL, ContactWay::id), default_value = "phone")]
        how: ContactWay,
        /// What was said
        #[arg(long, default_value = "", hide_default_value = true)]
        text: String,
    },
}

impl RecordArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let mut desk = console.desk()?;
        let given = time(&mut desk, self.at.as_deref())?;
        let action = match &self.done {
            Done::Action(action) => action,
            // It is told on the contact that owes it as well.
            Done::Callback { how, text } => {
                desk.call_back(self.number, *how, text, given)?;
                let view = desk.case(self.number)?;
                let last = view.facts.len().saturating_sub(1);
                return self.told(
                    &mut desk,
                    view.facts.get(last..).unwrap_or_default(),
                    console,
                );
            }
        };
        let (command, at) = command(&mut desk, action, given)?;
        let order = Order {
            number: self.number,
            command,
            at,
            seen: None,
        };
        let facts = desk.run(&order)?;
        self.told(&mut desk, &facts, console)
    }

    /// Tells what was recorded and what is due next.
    fn told(
        &self,
        desk: &mut Desk,
        facts: &[Fact<FactKind>],
        console: &Console,
    ) -> Result<(), Failure> {
        let view = desk.case(self.number)?;
        let (now, lang) = (desk.now(), console.lang());
        if console.json {
            return console.document(&CaseDocument::new(&view, now, lang));
        }
        for fact in facts {
            let number = self.number.to_string();
            console.line(&text::RECORDED.with(
                lang,
                &[
                    ("number", &number),
                    ("fact", &fact.kind.say(lang)),
                    ("seq", &fact.seq.to_string()),
                ],
            ))?;
        }
        next_due(&view, now, lang).map_or(Ok(()), |said| console.line(&said))
    }
}

/// The command that the action stands for, and when it happened.
fn command(
    desk: &mut Desk,
    action: &Action,
    given: Option<DateTime<Utc>>,
) -> Result<(Command, Option<DateTime<Utc>>), DeskError> {
    let zone = desk.rules()?.charter.office.zone;
    let mut values = action.values.clone();
    let at = if action.lies_ahead() {
        values.set(
            Field::Visit,
            given.map(|at| at.to_rfc3339()).unwrap_or_default(),
        );
        None
    } else {
        given
    };
    let command = action
        .kind
        .command(&values, zone)
        .map_err(Refusal::Fields)?;
    Ok((command, at))
}
