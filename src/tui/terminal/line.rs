//! The line to the terminal: the one place that writes to it, and the one that knows how to undo.
//!
//! Every write goes through one lock, so that nothing is drawn after the terminal was given back. Must not know why it is
//! given back.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::sync::{Mutex, MutexGuard, PoisonError};

use ratatui::crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use super::kind::TerminalKind;

/// The terminal while it is taken.
struct Taken {
    /// Standard output without its line buffer, which would cut a frame into pieces.
    tty: File,
    /// What gives the screen back.
    undo: String,
}

static TAKEN: Mutex<Option<Taken>> = Mutex::new(None);

fn taken() -> MutexGuard<'static, Option<Taken>> {
    TAKEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A writer to the terminal while it is taken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line;

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match taken().as_mut() {
            Some(taken) => taken.tty.write(bytes),
            None => Err(io::Error::from(io::ErrorKind::BrokenPipe)),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// How many bytes a second a real serial line takes; nothing where it is quick or, as in a network, only said to be one.
pub(super) fn told_speed() -> Option<f64> {
    use nix::sys::termios::{BaudRate, cfgetospeed, tcgetattr};
    let speed = tcgetattr(io::stdout())
        .ok()
        .map(|line| cfgetospeed(&line))?;
    Some(match speed {
        BaudRate::B1200 => 120.0,
        BaudRate::B2400 => 240.0,
        BaudRate::B4800 => 480.0,
        BaudRate::B9600 => 960.0,
        BaudRate::B19200 => 1_920.0,
        _ => return None,
    })
}

/// Takes the terminal, sending everything with one write; `question` goes out before the screen is cleared.
pub(super) fn enter(kind: TerminalKind, question: &str) -> io::Result<()> {
    let mut tty = File::from(io::stdout().as_fd().try_clone_to_owned()?);
    let mut taken = taken();
    enable_raw_mode()?;
    let written = tty.write_all(opening(kind, question).as_bytes());
    *taken = Some(Taken {
        tty,
        undo: undo(kind),
    });
    drop(taken);
    if written.is_err() {
        restore();
    }
    written
}

/// Gives the terminal back; does nothing when it was given back before.
///
/// A dead line cannot be written to, which is no matter then: the modes are still put back.
pub(super) fn restore() {
    let mut taken = taken();
    if let Some(mut taken) = taken.take() {
        let _written = taken.tty.write_all(taken.undo.as_bytes());
        let _cooked = disable_raw_mode();
    }
}

fn opening(kind: TerminalKind, question: &str) -> String {
    let mut bytes = String::new();
    if kind.alternate_screen {
        bytes.push_str("\x1b[?1049h");
    }
    if kind.bracketed_paste {
        bytes.push_str("\x1b[?2004h");
    }
    if kind.mouse {
        bytes.push_str("\x1b[?1002h\x1b[?1006h");
    }
    bytes.push_str("\x1b[m");
    bytes.push_str(question);
    bytes.push_str("\x1b[H\x1b[J");
    bytes
}

/// Everything that may have been set, undone: region, pen, a half-sent synchronised update, the mouse, pastes, cursor, screen.
fn undo(kind: TerminalKind) -> String {
    let mut bytes = String::new();
    if kind.synchronized {
        bytes.push_str("\x1b[?2026l");
    }
    if kind.regions {
        bytes.push_str("\x1b[r");
    }
    bytes.push_str("\x1b[m");
    if kind.mouse {
        bytes.push_str("\x1b[?1006l\x1b[?1002l");
    }
    if kind.bracketed_paste {
        bytes.push_str("\x1b[?2004l");
    }
    bytes.push_str("\x1b[?25h");
    if kind.alternate_screen {
        bytes.push_str("\x1b[?1049l");
    } else {
        bytes.push_str("\x1b[H\x1b[2J");
    }
    bytes
}
