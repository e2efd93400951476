//! `minwon` without a subcommand: the terminal program.

use super::{Failure, console::Console, keys, plain, value};
use crate::{
    config::{Ambiguous, Colors, Frames, LineSpeed, Look, Mouse, ScreenWishes},
    desk::{Kind, Opening},
    tui::{
        backend::ColorDepth,
        program::{self, Setup, TuiError},
        terminal::{Switches, Wish},
    },
    words::{Say, cli as text},
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

/// What the configuration says of the line.
fn wish(line: LineSpeed) -> Wish {
    match line {
        LineSpeed::Auto => Wish::Auto,
        LineSpeed::Slow => Wish::Slow,
        LineSpeed::Quick => Wish::Quick,
    }
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

/// What the configuration says of colours and frames.
fn switches(wishes: &ScreenWishes) -> Switches {
    let colors = match wishes.colors {
        None | Some(Colors::Auto) => None,
        Some(Colors::None) => Some(ColorDepth::None),
        Some(Colors::Sixteen) => Some(ColorDepth::Ansi16),
        Some(Colors::Indexed) => Some(ColorDepth::Indexed),
        Some(Colors::True) => Some(ColorDepth::True),
    };
    Switches {
        ascii: wishes.frames == Some(Frames::Ascii),
        lines: wishes.frames == Some(Frames::Lines),
        no_mouse: wishes.mouse == Some(Mouse::Off),
        colors,
        ambiguous_wide: match wishes.ambiguous {
            Some(Ambiguous::Narrow) => Some(false),
            Some(Ambiguous::Wide) => Some(true),
            // Who asks for box lines says that they take one cell.
            None | Some(Ambiguous::Auto) => (wishes.frames == Some(Frames::Lines)).then_some(false),
        },
    }
}

/// Opens the terminal program on a desk.
pub(super) fn run(opening: &Opening, console: &Console) -> Result<(), Failure> {
    let lang = console.lang();
    let needs_terminal = || {
        let sentence = text::NEEDS_TERMINAL.get(lang).to_owned();
        Failure::Said(Kind::Usage, sentence)
    };
    if !(stdin().is_terminal() && stdout().is_terminal()) {
        return Err(needs_terminal());
    }
    let setup = Setup {
        switches: switches(&console.config.screen),
        look: console.config.screen.look,
        line: console.config.screen.line.map_or(Wish::Auto, wish),
        keys: keys::in_force(console)?,
    };
    program::run(opening.clone(), lang, setup).map_err(|error| {
        let kind = match &error {
            TuiError::Desk(error) => error.kind(),
            TuiError::Terminal(_) | TuiError::Ended(_) | TuiError::Unsaved(_) => Kind::Storage,
        };
        Failure::Said(kind, error.say(lang))
    })
}
