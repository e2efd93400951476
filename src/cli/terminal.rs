//! `minwon` without a subcommand: the terminal program.

use super::{Failure, console::Console, plain, value};
use crate::{
    config::{Ambiguous, Colors, Frames, LineSpeed, Look, Mouse},
    desk::{FailureKind, Opening},
    words::cli as text,
};
use clap::Args;
use std::io::{IsTerminal, stdin, stdout};

/// How the terminal program is to look.
#[derive(Debug, Args)]
#[command(next_help_heading = "Terminal program")]
pub(super) struct ScreenArgs {
    /// The colours [default: those of the terminal]
    #[arg(long, value_name = "THEME", value_parser = value::word(Look::ALL, Look::id))]
    pub(super) theme: Option<Look>,
    /// How many colours may be sent [default: as TERM, COLORTERM and NO_COLOR say]
    #[arg(long, value_name = "COLORS", value_parser = value::word(Colors::ALL, Colors::id))]
    pub(super) colors: Option<Colors>,
    /// What frames and bars are drawn with [default: lines where they are one cell wide]
    #[arg(long, value_name = "FRAMES", value_parser = value::word(Frames::ALL, Frames::id))]
    pub(super) frames: Option<Frames>,
    /// Cells of characters like ★ and ① [default: as the terminal answers]
    #[arg(long, value_name = "WIDTH", value_parser = value::word(Ambiguous::ALL, Ambiguous::id))]
    pub(super) ambiguous: Option<Ambiguous>,
    /// How fast the line is; on a slow one a mark moves instead of the bar and columns are left out [default: measured]
    #[arg(long, value_name = "LINE", value_parser = value::word(LineSpeed::ALL, LineSpeed::id))]
    pub(super) line: Option<LineSpeed>,
    /// The mouse: on, or off where text is to be selected with it without Shift [default: on]
    #[arg(long, value_name = "MOUSE", value_parser = value::word(Mouse::ALL, Mouse::id))]
    pub(super) mouse: Option<Mouse>,
    /// Questions and answers on lines instead of a screen: for screen readers and logs
    #[arg(long)]
    pub(super) plain: bool,
}

impl ScreenArgs {
    /// Opens the desk for work.
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        if self.plain {
            return plain::run(&console.opening(), console);
        }
        run(&console.opening(), console)
    }
}

/// Opens the terminal program on a desk.
pub(super) fn run(opening: &Opening, console: &Console) -> Result<(), Failure> {
    let lang = console.lang();
    let needs_terminal = || {
        let sentence = text::NEEDS_TERMINAL.get(lang).to_owned();
        Failure::Said(FailureKind::Usage, sentence)
    };
    if !(stdin().is_terminal() && stdout().is_terminal()) {
        return Err(needs_terminal());
    }
    (console.screens.open)(opening, &console.config)
        .map_err(|(kind, said)| Failure::Said(kind, said))
}
