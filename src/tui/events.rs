//! What comes in: keys, pastes, the mouse, new sizes, in batches.
//!
//! The one place that reads the line while the program runs, so that nothing can be lost between two readers. Everything
//! that is queued is handed over at once: a held key is merged before one draw. Waits without using the processor. Must
//! not know what bytes or keys mean.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
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

/// The source of all input.
#[derive(Debug)]
pub struct Events {
    /// Standard input without its buffer, which `poll` would not see.
    line: File,
    resized: UnixStream,
    /// InputDecoder before the first wait.
    early: Vec<Input>,
    typed: InputDecoder,
    /// When the rest of what has begun is waited for no longer.
    patience: Option<Instant>,
}

impl Events {
    /// Begins to listen for changes of size; `early` and `typed` are what a [`Probe`](super::terminal) has read already.
    ///
    /// # Errors
    /// When the system gives no pipes or no signal handler.
    pub(super) fn new(early: Vec<Input>, typed: InputDecoder) -> io::Result<Self> {
        let line = File::from(io::stdin().as_fd().try_clone_to_owned()?);
        let (resized, signal) = UnixStream::pair()?;
        for stream in [&resized, &signal] {
            stream.set_nonblocking(true)?;
        }
        pipe::register(SIGWINCH, signal)?;
        let mut events = Self {
            line,
            resized,
            early,
            typed,
            patience: None,
        };
        events.renew_patience();
        Ok(events)
    }

    /// Waits until something comes in, at most so long (for ever without a limit), and hands over all that is queued.
    ///
    /// An empty batch means that the time is up.
    ///
    /// # Errors
    /// `UnexpectedEof` when the line is dead, on which the program should end at once; else what the system says.
    pub fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Vec<Input>> {
        let mut batch = std::mem::take(&mut self.early);
        let until = timeout.and_then(|timeout| Instant::now().checked_add(timeout));
        let mut pause = if batch.is_empty() {
            timeout
        } else {
            Some(Duration::ZERO)
        };
        loop {
            let rest = self.patience.map(left_until);
            let ready = ready(&self.resized, pause.into_iter().chain(rest).min())?;
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
            if !batch.is_empty() {
                return Ok(batch);
            }
            pause = until.map(left_until);
            if pause == Some(Duration::ZERO) {
                return Ok(batch);
            }
        }
    }

    /// True where something has come in that the next wait hands over.
    pub fn is_waiting(&self) -> bool {
        // What is wrong with the line is told by the next wait.
        ready(&self.resized, Some(Duration::ZERO)).map_or(true, Ready::is_any)
    }

    /// Tells, from within long work, whether something has come in that the next wait hands over.
    ///
    /// It may be asked at any rate: the system is asked once a millisecond.
    ///
    /// # Errors
    /// When the system gives no other hold of the pipe.
    pub fn watch(&self) -> io::Result<impl Fn() -> bool + Send + Sync + 'static> {
        let resized = self.resized.try_clone()?;
        let begun = Instant::now();
        let looked = AtomicU64::new(0);
        Ok(move || {
            let now = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
            // What is wrong with the line is told by the next wait.
            looked.swap(now, Relaxed) != now
                && ready(&resized, Some(Duration::ZERO)).map_or(true, Ready::is_any)
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
            if !ready(&self.resized, Some(Duration::ZERO))?.typed {
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
}

impl Ready {
    fn is_any(self) -> bool {
        self.typed || self.resized
    }
}

/// Waits for input or a new size, at most so long.
fn ready(resized: &UnixStream, pause: Option<Duration>) -> io::Result<Ready> {
    let stdin = io::stdin();
    let mut lines = [listen(stdin.as_fd()), listen(resized.as_fd())];
    // Rounded up, so that a wait for a part of a millisecond is none of zero.
    let limit = pause.map_or(PollTimeout::NONE, |pause| {
        let millis = pause.as_micros().div_ceil(1000);
        PollTimeout::try_from(millis).unwrap_or(PollTimeout::MAX)
    });
    match poll(&mut lines, limit) {
        Ok(_) | Err(Errno::EINTR) => {}
        Err(error) => return Err(error.into()),
    }
    let [stdin, resized] = lines.map(|line| line.revents().unwrap_or(PollFlags::empty()));
    if stdin.intersects(PollFlags::POLLHUP | PollFlags::POLLERR | PollFlags::POLLNVAL) {
        return Err(io::Error::from(ErrorKind::UnexpectedEof));
    }
    Ok(Ready {
        typed: stdin.contains(PollFlags::POLLIN),
        resized: resized.contains(PollFlags::POLLIN),
    })
}

fn listen(line: BorrowedFd<'_>) -> PollFd<'_> {
    PollFd::new(line, PollFlags::POLLIN)
}

fn empty(mut stream: &UnixStream) {
    let mut bytes = [0; 64];
    while matches!(stream.read(&mut bytes), Ok(1..)) {}
}

fn left_until(at: Instant) -> Duration {
    at.saturating_duration_since(Instant::now())
}
