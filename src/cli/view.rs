//! `minwon view`: saved views of the queue.

use super::{Failure, console::Console, table::Table};
use crate::words::cli as text;
use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub(super) struct ViewArgs {
    #[command(subcommand)]
    action: ViewAction,
}

#[derive(Debug, Subcommand)]
enum ViewAction {
    /// List the views saved for who asks
    List,
    /// Save fields such as 담당:나 or due:today under a name; `queue --view NAME` shows them
    Save {
        /// The name
        name: String,
        /// The fields
        #[arg(required = true)]
        fields: Vec<String>,
    },
    /// Remove a saved view
    Remove {
        /// The name
        name: String,
    },
}

impl ViewArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        match self.action {
            ViewAction::List => list(console),
            ViewAction::Save { name, fields } => {
                let view = console.desk()?.save_view(&name, &fields.join(" "))?;
                console.say(text::VIEW_SAVED, &[("name", &view.name)])
            }
            ViewAction::Remove { name } => {
                console.desk()?.remove_view(&name)?;
                console.say(text::VIEW_REMOVED, &[("name", &name)])
            }
        }
    }
}

fn list(console: &Console) -> Result<(), Failure> {
    let views = console.desk()?.saved_views()?;
    if console.json {
        return console.document(&views);
    }
    if views.is_empty() {
        return console.say(text::NO_VIEWS, &[]);
    }
    let mut table = Table::of([text::COLUMN_VIEW, text::COLUMN_FIELDS], console.lang());
    for view in views {
        table.row([view.name, view.line]);
    }
    console.print(&table.columns(""))
}
