//! Input in batches: keys, pastes, the mouse, new sizes, and wake-ups from other threads.
//!
//! The one reader of standard input while the program runs, so that nothing is lost between two readers. Everything
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
use signal_hook::low_level::pipe;

use crate::tui::terminal::decoder::InputDecoder;

/// The most reads in one batch: the rest waits until a frame was drawn.
const READS: usize = 256;

/// An input of the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    Key(KeyEvent),
    /// The pasted text, unchecked.
    Paste(String),
    Mouse(MouseEvent),
    /// The cursor position, from 1; without a query it is F3 with a modifier.
    Answer {
        row: u16,
        column: u16,
    },
    /// Columns and rows.
    Resize(u16, u16),
}

/// What ended a wait.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InputBatch {
    pub inputs: Vec<Input>,
    pub woken: bool,
}

/// The end of a pipe on which a thread waits for a [`Waker`]; several wake-ups before a wait count as one.
#[derive(Debug)]
pub struct WakeReceiver(UnixStream);

/// Wakes the thread that waits at the other end.
#[derive(Debug)]
pub struct Waker(UnixStream);

/// Makes a connected pair.
///
/// # Errors
/// The system gives no pipe.
pub fn wake_pair() -> io::Result<(WakeReceiver, Waker)> {
    let (receiver, waker) = UnixStream::pair()?;
    receiver.set_nonblocking(true)?;
    waker.set_nonblocking(true)?;
    Ok((WakeReceiver(receiver), Waker(waker)))
}

impl WakeReceiver {
    /// Waits for a wake-up, at most so long.
    ///
    /// # Errors
    /// The poll fails.
    pub fn wait(&self, limit: Duration) -> io::Result<()> {
        let [woken] = poll_all([self.0.as_fd()], Some(limit))?;
        if !woken.is_empty() {
            empty(&self.0);
        }
        Ok(())
    }

    /// True where it was woken; does not wait.
    ///
    /// # Errors
    /// The poll fails.
    pub fn try_wait(&self) -> io::Result<bool> {
        let [woken] = poll_all([self.0.as_fd()], Some(Duration::ZERO))?;
        if woken.is_empty() {
            return Ok(false);
        }
        empty(&self.0);
        Ok(true)
    }

    /// Duplicates the receiver for another waiter.
    ///
    /// # Errors
    /// The system does not duplicate the descriptor.
    pub fn try_clone(&self) -> io::Result<Self> {
        self.0.try_clone().map(Self)
    }
}

impl Waker {
    /// Wakes the receiver; a full pipe wakes it as well.
    pub fn wake(&mut self) {
        let _full = self.0.write(&[0]);
    }
}

/// The source of all input.
#[derive(Debug)]
pub struct Events {
    /// Standard input without its buffer, which `poll` does not see.
    line: File,
    resized: WakeReceiver,
    wakeups: WakeReceiver,
    /// Input read before the first wait.
    early: Vec<Input>,
    decoder: InputDecoder,
    /// Until when the rest of an incomplete sequence is waited for.
    decoder_deadline: Option<Instant>,
}

impl Events {
    /// Starts to listen; `early` and `decoder` hold what the probe of the [terminal](super::terminal) has read already.
    ///
    /// # Errors
    /// The system gives no pipes or no signal handler.
    pub(super) fn new(
        early: Vec<Input>,
        decoder: InputDecoder,
        wakeups: WakeReceiver,
    ) -> io::Result<Self> {
        let line = File::from(io::stdin().as_fd().try_clone_to_owned()?);
        let (resized, signal) = wake_pair()?;
        pipe::register(SIGWINCH, signal.0)?;
        let mut events = Self {
            line,
            resized,
            wakeups,
            early,
            decoder,
            decoder_deadline: None,
        };
        events.renew_deadline();
        Ok(events)
    }

    /// Waits for input or a wake-up, at most `timeout`; a batch without either means that the time is up.
    ///
    /// # Errors
    /// `UnexpectedEof` when the line is dead, on which the program should end at once; else the error of the system.
    pub fn wait(&mut self, timeout: Option<Duration>) -> io::Result<InputBatch> {
        let mut batch = std::mem::take(&mut self.early);
        let until = timeout.and_then(|timeout| Instant::now().checked_add(timeout));
        let mut pause = if batch.is_empty() {
            timeout
        } else {
            Some(Duration::ZERO)
        };
        loop {
            let rest = self.decoder_deadline.map(left_until);
            let ready = self.ready(pause.into_iter().chain(rest).min())?;
            if ready.woken {
                empty(&self.wakeups.0);
            }
            if ready.resized {
                empty(&self.resized.0);
                let (width, height) = terminal::size()?;
                batch.push(Input::Resize(width, height));
            }
            if ready.typed {
                self.read(&mut batch)?;
            } else if self.decoder_deadline.map(left_until) == Some(Duration::ZERO) {
                batch.extend(self.decoder.time_out());
                self.renew_deadline();
            }
            pause = until.map(left_until);
            if ready.woken || !batch.is_empty() || pause == Some(Duration::ZERO) {
                return Ok(InputBatch {
                    inputs: batch,
                    woken: ready.woken,
                });
            }
        }
    }

    /// True where input is queued for the next wait.
    pub fn is_waiting(&self) -> bool {
        // The next wait reports an error of the line.
        let ready = self.ready(Some(Duration::ZERO));
        ready.map_or(true, |ready| ready.typed || ready.resized)
    }

    /// Waits for input, a new size or a wake-up, at most so long.
    fn ready(&self, pause: Option<Duration>) -> io::Result<Ready> {
        let stdin = io::stdin();
        let lines = [
            stdin.as_fd(),
            self.resized.0.as_fd(),
            self.wakeups.0.as_fd(),
        ];
        let [stdin, resized, woken] = poll_all(lines, pause)?;
        if stdin.intersects(PollFlags::POLLHUP | PollFlags::POLLERR | PollFlags::POLLNVAL) {
            return Err(io::Error::from(ErrorKind::UnexpectedEof));
        }
        Ok(Ready {
            typed: stdin.contains(PollFlags::POLLIN),
            resized: resized.contains(PollFlags::POLLIN),
            // Also where the waker was dropped.
            woken: !woken.is_empty(),
        })
    }

    fn read(&mut self, batch: &mut Vec<Input>) -> io::Result<()> {
        let mut bytes = [0; 4096];
        for _ in 0..READS {
            match self.line.read(&mut bytes) {
                Ok(0) => return Err(io::Error::from(ErrorKind::UnexpectedEof)),
                Ok(count) => {
                    batch.extend(self.decoder.decode(bytes.get(..count).unwrap_or_default()));
                }
                // A signal, or another process has read it: poll decides.
                Err(error)
                    if matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::WouldBlock) => {}
                Err(error) => return Err(error),
            }
            if !self.ready(Some(Duration::ZERO))?.typed {
                break;
            }
        }
        self.renew_deadline();
        Ok(())
    }

    fn renew_deadline(&mut self) {
        let rest = self.decoder.timeout();
        self.decoder_deadline = rest.and_then(|rest| Instant::now().checked_add(rest));
    }
}

#[derive(Clone, Copy)]
struct Ready {
    typed: bool,
    resized: bool,
    woken: bool,
}

/// Waits until one of several has something to read, at most so long; returns the events of each.
pub(super) fn poll_all<const N: usize>(
    lines: [BorrowedFd<'_>; N],
    pause: Option<Duration>,
) -> io::Result<[PollFlags; N]> {
    let mut lines = lines.map(|line| PollFd::new(line, PollFlags::POLLIN));
    // Rounded up: a wait for part of a millisecond must not become a busy loop.
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
