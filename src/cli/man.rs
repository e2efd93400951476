//! `minwon man [COMMAND]`: the manual page of the program or of one command, as roff.

use super::{Failure, console::Console, help};
use crate::desk::FailureKind;
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct ManArgs {
    /// The command
    command: Option<String>,
}

impl ManArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        let mut program = help::command(console.lang());
        program.build();
        let page = match &self.command {
            None => program,
            Some(name) => program.find_subcommand(name).cloned().ok_or_else(|| {
                let known = program.get_subcommands().map(clap::Command::get_name);
                let known = known.collect::<Vec<_>>().join(", ");
                Failure::Sentence(FailureKind::Usage, format!("{name}: {known}"))
            })?,
        };
        let mut text = Vec::new();
        let rendered = clap_mangen::Man::new(page).render(&mut text);
        rendered.map_err(Failure::Output)?;
        console.print(&String::from_utf8_lossy(&text))
    }
}
