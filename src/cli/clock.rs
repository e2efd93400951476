//! `minwon clock`: the word of an administrator that the clock is right.

use super::{Failure, console::Console, document};
use crate::words::cli as text;
use clap::{Args, Subcommand};
use serde::Serialize;

#[derive(Debug, Args)]
pub(super) struct ClockArgs {
    #[command(subcommand)]
    action: ClockAction,
}

#[derive(Debug, Subcommand)]
enum ClockAction {
    /// Say that the clock is right, though the last record is later or long ago: for administrators
    Confirm,
}

#[derive(Serialize)]
struct ClockDocument {
    confirmed_at: String,
}

impl ClockArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        let ClockAction::Confirm = self.action;
        let mut desk = console.desk()?;
        let now = desk.confirm_clock()?;
        let zone = desk.rules()?.charter.office.zone;
        if console.json {
            return console.document(&ClockDocument {
                confirmed_at: document::stamp(now, zone),
            });
        }
        let now = document::minute(now, zone);
        console.say(text::CLOCK_CONFIRMED, &[("now", &now)])
    }
}
