//! `minwon completions SHELL`.

use super::{Failure, console::Console, help};
use clap::Args;
use clap_complete::{Shell, generate};

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

impl CompletionsArgs {
    pub(super) fn run(self, console: &Console) -> Result<(), Failure> {
        // Into memory first: the generator panics if its writer fails.
        let mut text = Vec::new();
        let mut command = help::command(console.lang());
        generate(self.shell, &mut command, "minwon", &mut text);
        console.print(&String::from_utf8_lossy(&text))
    }
}
