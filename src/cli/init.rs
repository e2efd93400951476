//! `minwon init`: a new database on a charter.

use super::{Failure, charter, console::Console};
use crate::{
    desk::{Desk, Foundation},
    words::cli as text,
};
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct InitArgs {
    /// A charter that comes with the program (see `minwon charter list`), or a TOML file
    #[arg(long, value_name = "ID|FILE")]
    charter: String,
    /// Make a database to practise on: anyone may act as anyone, and `--now` sets its clock
    #[arg(long)]
    practice: bool,
}

#[derive(Serialize)]
struct Founded {
    path: PathBuf,
    charter: String,
    practice: bool,
    admin: String,
}

impl InitArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        let (charter, toml) = charter::find(&self.charter, console.lang())?;
        console.make_place()?;
        let adopt = Foundation {
            charter: &toml,
            practice: self.practice,
        };
        let desk = Desk::found(&console.opening(), &adopt)?;
        let founded = Founded {
            path: desk.path().to_owned(),
            charter: charter.id,
            practice: self.practice,
            admin: desk.actor().login.clone(),
        };
        if console.json {
            return console.document(&founded);
        }
        console.line(&text::MADE.with(
            console.lang(),
            &[
                ("path", &founded.path.display().to_string()),
                ("charter", charter.name.get(console.lang())),
                ("admin", &founded.admin),
            ],
        ))
    }
}
