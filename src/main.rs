//! The program: parse, open, run.

use clap::Parser;
use minwon::cli::{self, Arguments};
use nix::sys::stat::{Mode, umask};
use std::process::ExitCode;

fn main() -> ExitCode {
    // Whatever the program makes belongs to its user alone: the files hold personal data.
    umask(Mode::from_bits_truncate(0o077));
    match Arguments::try_parse() {
        Ok(arguments) => cli::run(&arguments),
        Err(error) => cli::usage(&error),
    }
}
