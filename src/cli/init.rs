//! `minwon init`: a new database on a charter.

use super::{Failure, charter, console::Console};
use crate::{
    desk::{Desk, Foundation},
    words::cli as text,
};
use clap::Args;
use serde::Serialize;

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
struct FoundationDocument<'a> {
    path: &'a std::path::Path,
    charter: &'a str,
    practice: bool,
    admin: &'a str,
}

impl InitArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        let practice = self.practice;
        let (charter, toml) = charter::find(&self.charter, console)?;
        console.make_place()?;
        let foundation = Foundation {
            charter: &toml,
            practice,
        };
        let desk = Desk::found(&console.opening(), &foundation)?;
        let (path, admin) = (desk.path(), &desk.actor().login);
        if console.json {
            return console.document(&FoundationDocument {
                path,
                charter: &charter.id,
                practice,
                admin,
            });
        }
        let path = path.display().to_string();
        let name = charter.name.get(console.lang());
        console.say(
            text::MADE,
            &[("path", &path), ("charter", name), ("admin", admin)],
        )
    }
}
