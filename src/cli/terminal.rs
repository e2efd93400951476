//! `minwon` without a subcommand: the terminal program.

use super::{Failure, console::Console, keys};
use crate::{
    desk::{Kind, Opening},
    tui::{
        program::{self, Setup, TuiError},
        terminal::{Switches, Wish},
    },
    words::{Say, cli as text},
};
use std::io::{IsTerminal, stdin, stdout};

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
        switches: Switches::default(),
        line: Wish::Auto,
        keys: keys::in_force(console)?,
    };
    program::run(opening.clone(), lang, setup).map_err(|error| {
        let kind = match &error {
            TuiError::Desk(error) => error.kind(),
            TuiError::Terminal(_) => Kind::Storage,
        };
        Failure::Said(kind, error.say(lang))
    })
}
