//! `minwon` without a subcommand: the terminal program.

use super::Failure;
use crate::{
    desk::{Kind, Opening},
    tui::{
        program::{self, TuiError},
        terminal::Switches,
    },
    words::{Lang, Say, cli as text},
};
use std::io::{IsTerminal, stdin, stdout};

/// Opens the terminal program on a desk.
pub(super) fn run(opening: &Opening, lang: Lang) -> Result<(), Failure> {
    let needs_terminal = || {
        let sentence = text::NEEDS_TERMINAL.get(lang).to_owned();
        Failure::Said(Kind::Usage, sentence)
    };
    if !(stdin().is_terminal() && stdout().is_terminal()) {
        return Err(needs_terminal());
    }
    let switches = Switches::default();
    program::run(opening.clone(), lang, switches).map_err(|error| {
        let kind = match &error {
            TuiError::Desk(error) => error.kind(),
            TuiError::Terminal(_) => Kind::Storage,
        };
        Failure::Said(kind, error.say(lang))
    })
}
