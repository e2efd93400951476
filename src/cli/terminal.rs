//! `minwon` without a subcommand: the terminal program.

use super::Failure;
use crate::{
    desk::{Kind, Opening},
    words::{Lang, cli as text},
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
    open(opening, lang).map_err(|_not_yet| needs_terminal())
}

/// The one place where the terminal program is called.
fn open(_opening: &Opening, _lang: Lang) -> Result<(), NotYet> {
    Err(NotYet)
}

/// Stands until the screens are joined to the command line.
struct NotYet;
