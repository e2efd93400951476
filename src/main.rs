//! The program: parse, open, run.

use minwon::{
    cli::{self, Arguments, Screens},
    tui::setup,
};
use nix::sys::stat::{Mode, umask};
use std::process::ExitCode;

/// The only place where the command line meets the screens.
const SCREENS: Screens = Screens {
    open: setup::open,
    keys: setup::keys,
};

fn main() -> ExitCode {
    // The files hold personal data: readable by their owner alone.
    umask(Mode::from_bits_truncate(0o077));
    match Arguments::read(std::env::args_os()) {
        Ok(arguments) => cli::run(arguments, SCREENS),
        Err(code) => code,
    }
}
