//! `minwon keys`: the keys of the terminal program, and a check of those in the configuration file.

use super::{Failure, console::Console, table::Table};
use crate::{desk::FailureKind, words::keys as text};
use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(super) struct KeysArgs {
    #[command(subcommand)]
    action: Option<KeysAction>,
}

#[derive(Debug, Subcommand)]
enum KeysAction {
    /// List every action with its keys
    List,
    /// Check the keys of the configuration file
    Check,
}

impl KeysArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        let bound = (console.screens.keys)(&console.config)
            .map_err(|sentence| Failure::Sentence(FailureKind::Configuration, sentence))?;
        if let Some(KeysAction::Check) = self.action {
            return console.say(text::FINE, &[]);
        }
        if console.json {
            return console.document(&bound);
        }
        let names = [
            text::COLUMN_ACTION,
            text::COLUMN_KEYS,
            text::COLUMN_NAME,
            text::COLUMN_PLACES,
        ];
        let mut table = Table::of(names, console.lang());
        for it in bound {
            table.row([
                it.action.to_owned(),
                it.keys.join(" "),
                it.name,
                it.places.join(", "),
            ]);
        }
        console.print(&table.columns(""))
    }
}
