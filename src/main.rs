//! The program: parse, open, run.

use minwon::{
    cli::{self, Arguments, Screens},
    tui::setup,
};
use nix::sys::stat::{Mode, umask};
use std::process::ExitCode;

/// The command line and the screens meet here alone.
const SCREENS: Screens = Screens {
    open: setup::open,
    keys: setup::keys,
};

fn main() -> ExitCode {
    // Whatever the program makes belongs to its user alone: the files hold personal data.
    umask(Mode::from_bits_truncate(0o077));
    match Arguments::read(std::env::args_os()) {
        Ok(arguments) => cli::run(arguments, SCREENS),
        Err(code) => code,
    }
}
