//! What comes in: keys, pastes, the mouse, new sizes, in batches.
//!
//! The one place that reads the line while the program runs, so that nothing can be lost between two readers. Everything
//! that is queued is handed over at once: a held key is merged before one draw. Waits without using the processor; another
//! thread ends the wait with a [`Bell`]. Must not know what bytes or keys mean.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use ratatui::crossterm::event::{KeyEvent, MouseEvent};
use ratatui::crossterm::terminal;
use signal_hook::consts::SIGWINCH;
use signal_hook::low_level::pipe;

use crate::tui::terminal::decoder::InputDecoder;

/// Reads in one batch; what is still queued then comes with the next one, after the screen had its turn.
const READS: usize = 256;

/// One thing that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed or repeats.
    Key(KeyEvent),
    /// A text was pasted, as it came.
    Paste(String),
    /// The mouse was used. No terminal sends that unasked.
    Mouse(MouseEvent),
    /// The terminal has answered where its cursor is, from 1; or F3 was pressed with Shift, where nothing was asked.
    Answer {
        /// The row.
        row: u16,
        /// The column.
        column: u16,
    },
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
}

/// What ended a wait.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Woken {
    /// All that was queued.
    pub inputs: Vec<Input>,
    /// The bell was rung.
    pub rung: bool,
}

/// Wakes one thread from another, once for any number of times that it is rung in between.
#[derive(Debug)]
pub struct Bell(UnixStream);

/// What rings a [`Bell`].
#[derive(Debug)]
pub struct Cord(UnixStream);

impl Bell {
    /// A bell with its cord.
    ///
    /// # Errors
    /// When the system gives no pipe.
    pub fn hung() -> io::Result<(Self, Cord)> {
        let (bell, cord) = UnixStream::pair()?;
        for stream in [&bell, &cord] {
            stream.set_nonblocking(true)?;
        }
        Ok((Self(bell), Cord(cord)))
    }

    /// Waits until it rings, at most so long.
    ///
    /// # Errors
    /// What the system says.
    pub fn wait(&self, limit: Duration) -> io::Result<()> {
        let [rung] = poll_all([self.0.as_fd()], Some(limit))?;
        if !rung.is_empty() {
            empty(&self.0);
        }
        Ok(())
    }

    /// The same bell for another who waits.
    ///
    /// # Errors
    /// When the system gives no other hold of the pipe.
    pub fn try_clone(&self) -> io::Result<Self> {
        self.0.try_clone().map(Self)
    }
}

impl Cord {
    /// Rings; where it has not stopped ringing, that is enough.
    pub fn pull(&mut self) {
        let _ringing = self.0.write(&[0]);
    }
}

/// The source of all input.
#[derive(Debug)]
pub struct Events {
    /// Standard input without its buffer, which `poll` would not see.
    line: File,
    resized: UnixStream,
    bell: Bell,
    /// Typed before the first wait.
    early: Vec<Input>,
    typed: InputDecoder,
    /// When the rest of what has begun is waited for no longer.
    patience: Option<Instant>,
}

impl Events {
    /// Begins to listen for changes of size and to a bell; `early` and `typed` are what a [`Probe`](super::terminal) has read already.
    ///
    /// # Errors
    /// When the system gives no pipes or no signal handler.
    pub(super) fn new(early: Vec<Input>, typed: InputDecoder, bell: Bell) -> io::Result<Self> {
        let line = File::from(io::stdin().as_fd().try_clone_to_owned()?);
        let (resized, signal) = UnixStream::pair()?;
        for stream in [&resized, &signal] {
            stream.set_nonblocking(true)?;
        }
        pipe::register(SIGWINCH, signal)?;
        let mut events = Self {
            line,
            resized,
            bell,
            early,
            typed,
            patience: None,
        };
        events.renew_patience();
        Ok(events)
    }

    /// Waits until something comes in or the bell rings, at most so long (for ever without a limit).
    ///
    /// No input and no bell mean that the time is up.
    ///
    /// # Errors
    /// `UnexpectedEof` when the line is dead, on which the program should end at once; else what the system says.
    pub fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Woken> {
        let mut batch = std::mem::take(&mut self.early);
        let until = timeout.and_then(|timeout| Instant::now().checked_add(timeout));
        let mut pause = if batch.is_empty() {
            timeout
        } else {
            Some(Duration::ZERO)
        };
        loop {
            let rest = self.patience.map(left_until);
            let ready = self.ready(pause.into_iter().chain(rest).min())?;
            if ready.rung {
                empty(&self.bell.0);
            }
            if ready.resized {
                empty(&self.resized);
                let (width, height) = terminal::size()?;
                batch.push(Input::Resize(width, height));
            }
            if ready.typed {
                self.read(&mut batch)?;
            } else if rest.is_some() && self.patience.map(left_until) == Some(Duration::ZERO) {
                batch.extend(self.typed.give_up());
                self.renew_patience();
            }
            pause = until.map(left_until);
            if ready.rung || !batch.is_empty() || pause == Some(Duration::ZERO) {
                return Ok(Woken {
                    inputs: batch,
                    rung: ready.rung,
                });
            }
        }
    }

    /// True where something has come in that the next wait hands over.
    pub fn is_waiting(&self) -> bool {
        // What is wrong with the line is told by the next wait.
        let ready = self.ready(Some(Duration::ZERO));
        ready.map_or(true, |ready| ready.typed || ready.resized)
    }

    /// Waits for input, a new size or the bell, at most so long.
    fn ready(&self, pause: Option<Duration>) -> io::Result<Ready> {
        let stdin = io::stdin();
        let lines = [stdin.as_fd(), self.resized.as_fd(), self.bell.0.as_fd()];
        let [stdin, resized, rung] = poll_all(lines, pause)?;
        if stdin.intersects(PollFlags::POLLHUP | PollFlags::POLLERR | PollFlags::POLLNVAL) {
            return Err(io::Error::from(ErrorKind::UnexpectedEof));
        }
        Ok(Ready {
            typed: stdin.contains(PollFlags::POLLIN),
            resized: resized.contains(PollFlags::POLLIN),
            // Also where nobody can ring it any more.
            rung: !rung.is_empty(),
        })
    }

    /// Reads what is queued.
    fn read(&mut self, batch: &mut Vec<Input>) -> io::Result<()> {
        let mut bytes = [0; 4096];
        for _ in 0..READS {
            match self.line.read(&mut bytes) {
                Ok(0) => return Err(io::Error::from(ErrorKind::UnexpectedEof)),
                Ok(count) => {
                    batch.extend(self.typed.inputs(bytes.get(..count).unwrap_or_default()));
                }
                // Someone else has read it, or a signal came: poll will tell.
                Err(error)
                    if matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::WouldBlock) => {}
                Err(error) => return Err(error),
            }
            if !self.ready(Some(Duration::ZERO))?.typed {
                break;
            }
        }
        self.renew_patience();
        Ok(())
    }

    fn renew_patience(&mut self) {
        let rest = self.typed.patience();
        self.patience = rest.and_then(|rest| Instant::now().checked_add(rest));
    }
}

/// What woke the wait.
#[derive(Clone, Copy)]
struct Ready {
    typed: bool,
    resized: bool,
    rung: bool,
}

/// Waits until one of several has something to read, at most so long; says what each of them has.
fn poll_all<const N: usize>(
    lines: [BorrowedFd<'_>; N],
    pause: Option<Duration>,
) -> io::Result<[PollFlags; N]> {
    let mut lines = lines.map(|line| PollFd::new(line, PollFlags::POLLIN));
    // Rounded up, so that a wait for a part of a millisecond is none of zero.
    let limit = pause.map_or(PollTimeout::NONE, |pause| {
        let millis = pause.as_micros().div_ceil(1000);
        PollTimeout::try_from(millis).unwrap_or(PollTimeout::MAX)
    });
    match poll(&mut lines, limit) {
        Ok(_) | Err(Errno::EINTR) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(lines.map(|line| line.revents().unwrap_or(PollFlags::empty())))
}

fn empty(mut stream: &UnixStream) {
    let mut bytes = [0; 64];
    while matches!(stream.read(&mut bytes), Ok(1..)) {}
}

fn left_until(at: Instant) -> Duration {
    at.saturating_duration_since(Instant::now())
}
