//! `minwon` without a subcommand: the terminal program.

use super::{Failure, console::Console, plain, value};
use crate::{
    config::{Ambiguous, Colors, Frames, LineSpeed, Look, Mouse, ScreenWishes},
    desk::{FailureKind, Opening},
    words::cli as text,
};
use clap::Args;
use std::io::{IsTerminal, stdin, stdout};

/// Settings of the terminal program.
#[derive(Debug, Args)]
#[command(next_help_heading = "Terminal program")]
pub(super) struct ScreenArgs {
    /// The colours [default: those of the terminal]
    #[arg(long, value_name = "THEME", value_parser = value::word(Look::ALL, Look::id))]
    theme: Option<Look>,
    /// How many colours may be sent [default: as TERM, COLORTERM and NO_COLOR say]
    #[arg(long, value_name = "COLORS", value_parser = value::word(Colors::ALL, Colors::id))]
    colors: Option<Colors>,
    /// What frames and bars are drawn with [default: lines where they are one cell wide]
    #[arg(long, value_name = "FRAMES", value_parser = value::word(Frames::ALL, Frames::id))]
    frames: Option<Frames>,
    /// Cells of characters like ★ and ① [default: as the terminal answers]
    #[arg(long, value_name = "WIDTH", value_parser = value::word(Ambiguous::ALL, Ambiguous::id))]
    ambiguous: Option<Ambiguous>,
    /// How fast the line is; on a slow one a mark moves instead of the bar and columns are left out [default: measured]
    #[arg(long, value_name = "LINE", value_parser = value::word(LineSpeed::ALL, LineSpeed::id))]
    line: Option<LineSpeed>,
    /// The mouse: on, or off where text is to be selected with it without Shift [default: on]
    #[arg(long, value_name = "MOUSE", value_parser = value::word(Mouse::ALL, Mouse::id))]
    mouse: Option<Mouse>,
    /// Questions and answers on lines instead of a screen: for screen readers and logs
    #[arg(long)]
    plain: bool,
}

impl ScreenArgs {
    /// The settings that have a flag.
    pub(super) fn wishes(&self) -> ScreenWishes {
        ScreenWishes {
            look: self.theme,
            colors: self.colors,
            frames: self.frames,
            ambiguous: self.ambiguous,
            line: self.line,
            mouse: self.mouse,
            ..ScreenWishes::default()
        }
    }

    /// Opens the desk for work.
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        if self.plain {
            return plain::run(console);
        }
        run(&console.opening(), console)
    }
}

/// Opens the terminal program on a desk.
pub(super) fn run(opening: &Opening, console: &Console) -> Result<(), Failure> {
    if !(stdin().is_terminal() && stdout().is_terminal()) {
        return Err(console.failure(FailureKind::Usage, text::NEEDS_TERMINAL, &[]));
    }
    (console.screens.open)(opening, &console.config)
        .map_err(|(kind, sentence)| Failure::Sentence(kind, sentence))
}
