//! What comes in: keys, pastes, new sizes, in batches.
//!
//! Everything that is queued is handed over at once, so that a held key is merged before one draw. Waits without using
//! the processor, and never hands a dead line to crossterm, whose reader would spin on it. Must not know what keys mean.

use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use nix::errno::Errno;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use ratatui::crossterm::event::{self, Event, KeyEvent, KeyEventKind};
use ratatui::crossterm::terminal;
use signal_hook::consts::SIGWINCH;
use signal_hook::low_level::pipe;

/// One thing that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed or repeats.
    Key(KeyEvent),
    /// A text was pasted, as it came.
    Paste(String),
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
}

/// Wakes a waiting [`Events::wait`] from another thread.
#[derive(Debug)]
pub struct Waker(UnixStream);

impl Waker {
    /// Lets the wait return, with an empty batch if nothing else came in.
    pub fn wake(&self) {
        // A full pipe means that it is woken already.
        let _sent = (&self.0).write(&[1]);
    }
}

/// The source of all input.
#[derive(Debug)]
pub struct Events {
    resized: UnixStream,
    woken: UnixStream,
    waker: UnixStream,
    /// Typed before the first wait.
    early: Vec<Input>,
}

impl Events {
    /// Begins to listen for changes of size; `early` is what [`probe`](crate::tui::terminal::Terminal::probe) found typed.
    ///
    /// # Errors
    /// When the system gives no pipes or no signal handler.
    pub fn new(early: Vec<Input>) -> io::Result<Self> {
        let (resized, signal) = UnixStream::pair()?;
        let (woken, waker) = UnixStream::pair()?;
        for stream in [&resized, &signal, &woken, &waker] {
            stream.set_nonblocking(true)?;
        }
        pipe::register(SIGWINCH, signal)?;
        Ok(Self {
            resized,
            woken,
            waker,
            early,
        })
    }

    /// Something that wakes the wait from another thread.
    ///
    /// # Errors
    /// When the system gives no further descriptor.
    pub fn waker(&self) -> io::Result<Waker> {
        self.waker.try_clone().map(Waker)
    }

    /// Waits until something comes in, at most so long (for ever without a limit), and hands over all that is queued.
    ///
    /// An empty batch means that the time is up or that another thread woke the wait.
    ///
    /// # Errors
    /// `UnexpectedEof` when the line is dead, on which the program should end at once; else what the system says.
    pub fn wait(&mut self, timeout: Option<Duration>) -> io::Result<Vec<Input>> {
        let mut batch = std::mem::take(&mut self.early);
        let until = timeout.and_then(|timeout| Instant::now().checked_add(timeout));
        // The first look does not wait: crossterm may hold keys that it has read already.
        let mut pause = Some(Duration::ZERO);
        loop {
            let ready = self.poll(pause)?;
            if ready.resized {
                empty(&self.resized);
                let (width, height) = terminal::size()?;
                batch.push(Input::Resize(width, height));
            }
            read_all(&mut batch)?;
            if ready.woken {
                empty(&self.woken);
            }
            if ready.woken || !batch.is_empty() {
                return Ok(batch);
            }
            pause = until.map(|until| until.saturating_duration_since(Instant::now()));
            if pause == Some(Duration::ZERO) {
                return Ok(batch);
            }
        }
    }

    fn poll(&self, pause: Option<Duration>) -> io::Result<Ready> {
        let stdin = io::stdin();
        let mut lines = [
            listen(stdin.as_fd()),
            listen(self.resized.as_fd()),
            listen(self.woken.as_fd()),
        ];
        // Rounded up, so that a wait for a part of a millisecond is none of zero.
        let limit = pause.map_or(PollTimeout::NONE, |pause| {
            let millis = pause.as_micros().div_ceil(1000);
            PollTimeout::try_from(millis).unwrap_or(PollTimeout::MAX)
        });
        match poll(&mut lines, limit) {
            Ok(_) | Err(Errno::EINTR) => {}
            Err(error) => return Err(error.into()),
        }
        let [stdin, resized, woken] =
            lines.map(|line| line.revents().unwrap_or(PollFlags::empty()));
        if stdin.intersects(PollFlags::POLLHUP | PollFlags::POLLERR | PollFlags::POLLNVAL) {
            return Err(io::Error::from(io::ErrorKind::UnexpectedEof));
        }
        Ok(Ready {
            resized: resized.contains(PollFlags::POLLIN),
            woken: woken.contains(PollFlags::POLLIN),
        })
    }
}

/// What woke the wait.
#[derive(Clone, Copy)]
struct Ready {
    resized: bool,
    woken: bool,
}

fn listen(line: BorrowedFd<'_>) -> PollFd<'_> {
    PollFd::new(line, PollFlags::POLLIN)
}

fn empty(mut stream: &UnixStream) {
    let mut bytes = [0; 64];
    while matches!(stream.read(&mut bytes), Ok(1..)) {}
}

/// Takes everything crossterm has or can read without waiting.
fn read_all(batch: &mut Vec<Input>) -> io::Result<()> {
    while event::poll(Duration::ZERO)? {
        match event::read()? {
            Event::Key(key) if key.kind != KeyEventKind::Release => batch.push(Input::Key(key)),
            Event::Paste(text) => batch.push(Input::Paste(text)),
            Event::Resize(width, height) => {
                // Only the last size matters.
                batch.retain(|input| !matches!(input, Input::Resize(..)));
                batch.push(Input::Resize(width, height));
            }
            _ => {}
        }
    }
    Ok(())
}
