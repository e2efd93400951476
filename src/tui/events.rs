//! What comes in: keys, pastes, the mouse, new sizes, in batches.
//!
//! The one place that reads the line while the program runs, so that nothing can be lost between two readers. Everything
//! that is queued is handed over at once: a held key is merged before one draw. Waits without using the processor; another
//! thread ends the wait with a [`Waker`]. Must not know what bytes or keys mean.

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
pub struct WaitOutcome {
    /// All that was queued.
    pub inputs: Vec<Input>,
    /// A [`Waker`] was used.
    pub woken: bool,
}

/// Ends the waits of one thread for another; several wakes before a wait end one.
#[derive(Debug)]
pub struct WakeReceiver(UnixStream);

/// What wakes a [`WakeReceiver`], from any thread.
#[derive(Debug)]
pub struct Waker(UnixStream);

impl WakeReceiver {
    /// A receiver with its waker.
    ///
    /// # Errors
    /// The system gives no pipe.
    pub fn pair() -> io::Result<(Self, Waker)> {
        let (receiver, waker) = pipe()?;
        Ok((Self(receiver), Waker(waker)))
    }

    /// Waits for a wake, at most so long.
    ///
    /// # Errors
    /// What the system says.
    pub fn wait(&self, limit: Duration) -> io::Result<()> {
        let [woken] = poll_all([self.0.as_fd()], Some(limit))?;
        if !woken.is_empty() {
            empty(&self.0);
        }
        Ok(())
    }

    /// Another hold of the same receiver.
    ///
    /// # Errors
    /// The system gives no second descriptor.
    pub fn try_clone(&self) -> io::Result<Self> {
        self.0.try_clone().map(Self)
    }
}

impl Waker {
    /// Wakes; a pipe that is full wakes already.
    pub fn wake(&mut self) {
        let _full = self.0.write(&[0]);
    }
}

/// The source of all input.
#[derive(Debug)]
pub struct Events {
    /// Standard input without its buffer, which `poll` would not see.
    line: File,
    resized: UnixStream,
    wake: WakeReceiver,
    /// Typed before the first wait.
    early: Vec<Input>,
    typed: InputDecoder,
    /// When the rest of what has begun is waited for no longer.
    patience: Option<Instant>,
}

impl Events {
    /// Begins to listen for changes of size and wakes; `early` and `typed` are what a [`Probe`](super::terminal) has read already.
    ///
    /// # Errors
    /// When the system gives no pipes or no signal handler.
    pub(super) fn new(
        early: Vec<Input>,
        typed: InputDecoder,
        wake: WakeReceiver,
    ) -> io::Result<Self> {
        let line = File::from(io::stdin().as_fd().try_clone_to_owned()?);
        let (resized, signal) = pipe()?;
        signal_hook::low_level::pipe::register(SIGWINCH, signal)?;
        let mut events = Self {
            line,
            resized,
            wake,
            early,
            typed,
            patience: None,
        };
        events.renew_patience();
        Ok(events)
    }

    /// Waits until something comes in or a [`Waker`] is used, at most so long (for ever without a limit).
    ///
    /// No input and no wake mean that the time is up.
    ///
    /// # Errors
    /// `UnexpectedEof` when the line is dead, on which the program should end at once; else what the system says.
    pub fn wait(&mut self, timeout: Option<Duration>) -> io::Result<WaitOutcome> {
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
            if ready.woken {
                empty(&self.wake.0);
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
            if ready.woken || !batch.is_empty() || pause == Some(Duration::ZERO) {
                return Ok(WaitOutcome {
                    inputs: batch,
                    woken: ready.woken,
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

    /// Waits for input, a new size or a wake, at most so long.
    fn ready(&self, pause: Option<Duration>) -> io::Result<Ready> {
        let stdin = io::stdin();
        let lines = [stdin.as_fd(), self.resized.as_fd(), self.wake.0.as_fd()];
        let [stdin, resized, woken] = poll_all(lines, pause)?;
        if stdin.intersects(PollFlags::POLLHUP | PollFlags::POLLERR | PollFlags::POLLNVAL) {
            return Err(io::Error::from(ErrorKind::UnexpectedEof));
        }
        Ok(Ready {
            typed: stdin.contains(PollFlags::POLLIN),
            resized: resized.contains(PollFlags::POLLIN),
            // Also where the waker is gone.
            woken: !woken.is_empty(),
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

/// What is ready.
#[derive(Clone, Copy)]
struct Ready {
    typed: bool,
    resized: bool,
    woken: bool,
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

/// Both ends of a pipe on which nothing blocks.
fn pipe() -> io::Result<(UnixStream, UnixStream)> {
    let (read, write) = UnixStream::pair()?;
    for stream in [&read, &write] {
        stream.set_nonblocking(true)?;
    }
    Ok((read, write))
}

fn empty(mut stream: &UnixStream) {
    let mut bytes = [0; 64];
    while matches!(stream.read(&mut bytes), Ok(1..)) {}
}

fn left_until(at: Instant) -> Duration {
    at.saturating_duration_since(Instant::now())
}
