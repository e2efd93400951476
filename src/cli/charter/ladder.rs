//! `minwon charter ladder`: the program's own three steps for a charter without any.

use super::{Console, Failure, adopt};
use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(super) struct LadderArgs {
    #[command(subcommand)]
    switch: Switch,
}

#[derive(Debug, Subcommand)]
enum Switch {
    /// Switch them on for what comes in from today, as the house's own
    On {
        /// The rule of the house that they rest on
        #[arg(long, value_name = "NAME")]
        rule: String,
    },
    /// Switch them off for what comes in from today
    Off,
}

impl LadderArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let rule = match &self.switch {
            Switch::On { rule } => Some(rule.as_str()),
            Switch::Off => None,
        };
        let adopted = console.desk()?.switch_ladder(rule)?;
        adopt::told(&adopted, console)
    }
}
