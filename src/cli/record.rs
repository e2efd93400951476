//! `minwon record NUMBER ACTION`: what was done to a case.

mod action;
mod redress;

use super::{Failure, console::Console, document::CaseDocument, intake::time, show::next_due};
use crate::{
    desk::{DeskError, Order},
    domain::case::CaseNumber,
    words::{Say, cli as text},
};
use action::Action;
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct RecordArgs {
    /// The receipt number, such as 2026-000412
    number: CaseNumber,
    /// When it happened: not before what was recorded last, not in the future [default: now]; with appoint and
    /// move-appointment the time of the visit, which lies ahead
    #[arg(long, global = true, value_name = "TIME")]
    at: Option<String>,
    #[command(subcommand)]
    action: Action,
}

impl RecordArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let mut desk = console.desk()?;
        let given = time(&mut desk, self.at.as_deref())?;
        let (command, at) = self.action.command(given).map_err(DeskError::from)?;
        let order = Order {
            number: self.number,
            command,
            at,
            seen: None,
        };
        let facts = desk.run(&order)?;
        let view = desk.case(self.number)?;
        let (now, lang) = (desk.now(), console.lang());
        if console.json {
            return console.document(&CaseDocument::new(&view, now, lang));
        }
        for fact in &facts {
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
