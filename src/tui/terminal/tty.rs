//! The tty: the one place that writes to the terminal, and the one that restores it.
//!
//! Every write goes through one lock, so that nothing is drawn after the terminal was restored. Must not know why it is
//! restored.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::AsFd;
use std::sync::{Mutex, MutexGuard, PoisonError};

use ratatui::crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use super::kind::TerminalKind;

struct Tty {
    /// Standard output without its line buffer, which would cut a frame into pieces.
    output: File,
    /// The bytes that restore the screen.
    undo: String,
}

static TTY: Mutex<Option<Tty>> = Mutex::new(None);

/// Locks a mutex, also after a panic of another holder.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Writes to the terminal until it is restored.
#[derive(Clone, Copy, Debug)]
pub(super) struct TtyWriter;

impl Write for TtyWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match lock(&TTY).as_mut() {
            Some(tty) => tty.output.write(bytes),
            None => Err(io::Error::from(io::ErrorKind::BrokenPipe)),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Returns the bytes a second of a slow serial line; `None` for a fast one and for a pseudo-terminal.
pub(super) fn serial_speed() -> Option<f64> {
    use nix::sys::termios::{BaudRate, cfgetospeed, tcgetattr};
    let line = tcgetattr(io::stdout()).ok()?;
    Some(match cfgetospeed(&line) {
        BaudRate::B1200 => 120.0,
        BaudRate::B2400 => 240.0,
        BaudRate::B4800 => 480.0,
        BaudRate::B9600 => 960.0,
        BaudRate::B19200 => 1_920.0,
        _ => return None,
    })
}

/// Sets the terminal up with one write; `query` goes out before the screen is cleared.
pub(super) fn enter(kind: TerminalKind, query: &str) -> io::Result<()> {
    let mut output = File::from(io::stdout().as_fd().try_clone_to_owned()?);
    let mut tty = lock(&TTY);
    enable_raw_mode()?;
    let written = output.write_all(setup(kind, query).as_bytes());
    *tty = Some(Tty {
        output,
        undo: undo(kind),
    });
    drop(tty);
    if written.is_err() {
        restore();
    }
    written
}

/// Restores the terminal, once.
///
/// Writing to a dead line fails, which does not matter: the modes are restored all the same.
pub(super) fn restore() {
    let mut current = lock(&TTY);
    if let Some(mut tty) = current.take() {
        let _written = tty.output.write_all(tty.undo.as_bytes());
        let _cooked = disable_raw_mode();
    }
}

fn setup(kind: TerminalKind, query: &str) -> String {
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
    bytes.push_str(query);
    bytes.push_str("\x1b[H\x1b[J");
    bytes
}

/// Resets everything that may have been set: region, pen, a half-sent synchronised update, the mouse, pastes, cursor, screen.
fn undo(kind: TerminalKind) -> String {
    let mut bytes = String::new();
    if kind.features.synchronized {
        bytes.push_str("\x1b[?2026l");
    }
    if kind.features.regions {
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
