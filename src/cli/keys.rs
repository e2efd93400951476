//! `minwon keys`: the keys of the terminal program, and whether those of the configuration file hold.

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
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let bound = (console.screens.keys)(&console.config)
            .map_err(|said| Failure::Said(FailureKind::Configuration, said))?;
        if let Some(KeysAction::Check) = self.action {
            return console.line(text::FINE.get(console.lang()));
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
        let mut table = Table::new(&names.map(|name| name.get(console.lang())));
        for it in bound {
            table.row([
                it.action.to_owned(),
                it.keys.join(" "),
                it.name,
                it.places.join(", "),
            ]);
        }
        console.print(&table.render(""))
    }
}
