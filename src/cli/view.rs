//! `minwon view`: views of the queue that a clerk keeps under a name.

use super::{Failure, console::Console, table::Table};
use crate::words::cli as text;
use clap::{Args, Subcommand};
use serde::Serialize;

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

#[derive(Serialize)]
struct ViewDocument<'a> {
    name: &'a str,
    line: &'a str,
}

impl ViewArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let said = match &self.action {
            ViewAction::List => return list(console),
            ViewAction::Save { name, fields } => {
                let view = console.desk()?.save_view(name, &fields.join(" "))?;
                text::VIEW_SAVED.with(console.lang(), &[("name", &view.name)])
            }
            ViewAction::Remove { name } => {
                console.desk()?.remove_view(name)?;
                text::VIEW_REMOVED.with(console.lang(), &[("name", name)])
            }
        };
        console.line(&said)
    }
}

fn list(console: &Console) -> Result<(), Failure> {
    let views = console.desk()?.saved_views()?;
    if console.json {
        let documents: Vec<ViewDocument<'_>> = views
            .iter()
            .map(|view| ViewDocument {
                name: &view.name,
                line: &view.line,
            })
            .collect();
        return console.document(&documents);
    }
    let lang = console.lang();
    if views.is_empty() {
        return console.line(text::NO_VIEWS.get(lang));
    }
    let names = [text::COLUMN_VIEW, text::COLUMN_FIELDS];
    let mut table = Table::new(&names.map(|name| name.get(lang)));
    for view in views {
        table.row([view.name, view.line]);
    }
    console.print(&table.render(""))
}
