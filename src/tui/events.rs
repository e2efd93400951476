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
use ratatui::crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind};
use ratatui::crossterm::terminal;
use signal_hook::consts::SIGWINCH;
use signal_hook::low_level::pipe;

use crate::tui::terminal::typed::{Piece, Typed};

/// How long the rest of a sequence may take whose escape came alone; too short to be felt after the Esc key.
const REST: Duration = Duration::from_millis(25);

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
    /// crossterm holds nothing any more that it has read.
    drained: bool,
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
            drained: false,
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
        let mut pause = timeout;
        if !self.drained || !batch.is_empty() {
            // The first look does not wait: crossterm may hold keys that it has read already.
            pause = Some(Duration::ZERO);
        }
        loop {
            let ready = self.poll(pause)?;
            if ready.resized {
                empty(&self.resized);
                let (width, height) = terminal::size()?;
                batch.push(Input::Resize(width, height));
            }
            // crossterm must take its own word of a new size before the next key: of both at once it loses the key.
            if ready.typed || ready.resized || !std::mem::replace(&mut self.drained, true) {
                read_all(&mut batch)?;
                self.read_rest(&mut batch)?;
            }
            if ready.woken {
                empty(&self.woken);
            }
            if ready.woken || !batch.is_empty() {
                return Ok(mended(batch));
            }
            pause = until.map(|until| until.saturating_duration_since(Instant::now()));
            if pause == Some(Duration::ZERO) {
                return Ok(batch);
            }
        }
    }

    /// Gives the rest of a sequence a moment to come in after an escape.
    fn read_rest(&self, batch: &mut Vec<Input>) -> io::Result<()> {
        if batch.last().is_some_and(is_escape) {
            self.poll(Some(REST))?;
            read_all(batch)?;
        }
        Ok(())
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
            typed: stdin.contains(PollFlags::POLLIN),
            resized: resized.contains(PollFlags::POLLIN),
            woken: woken.contains(PollFlags::POLLIN),
        })
    }
}

/// What woke the wait.
#[derive(Clone, Copy)]
struct Ready {
    typed: bool,
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

fn is_escape(input: &Input) -> bool {
    matches!(input, Input::Key(key) if key.code == KeyCode::Esc && key.modifiers.is_empty())
}

/// A batch in which sequences that the network cut behind their escape are keys again.
///
/// crossterm takes an escape at the end of what it read for the Esc key, so that Up arrives as Esc, `[`, `A`.
fn mended(batch: Vec<Input>) -> Vec<Input> {
    if !batch.iter().any(is_escape) {
        return batch;
    }
    let mut out = Vec::with_capacity(batch.len());
    let mut rest = batch.as_slice();
    while let Some((first, others)) = rest.split_first() {
        if let Some((key, length)) = cut_sequence(rest) {
            out.extend(key);
            rest = rest.get(length..).unwrap_or_default();
        } else {
            out.push(first.clone());
            rest = others;
        }
    }
    out
}

/// The key that a batch begins with in pieces, and the number of its pieces; no key where it is a late answer.
fn cut_sequence(batch: &[Input]) -> Option<(Option<Input>, usize)> {
    let (escape, pieces) = batch.split_first()?;
    let introduces = |input: &Input| matches!(character(input), Some(b'[' | b'O'));
    if !is_escape(escape) || !pieces.first().is_some_and(introduces) {
        return None;
    }
    let mut typed = Typed::default();
    let escape = [0x1b];
    let mut found = typed.feed(&escape);
    for (n, piece) in pieces.iter().enumerate() {
        found.extend(typed.feed(&[character(piece)?]));
        if !typed.is_cut() {
            let key = match found.pop()? {
                Piece::Input(key) => Some(key),
                Piece::Column(_) => None,
            };
            return Some((key, n + 2));
        }
    }
    None
}

fn character(input: &Input) -> Option<u8> {
    match input {
        Input::Key(key) => key.code.as_char().and_then(|c| u8::try_from(c).ok()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::crossterm::event::KeyModifiers;

    fn key(code: KeyCode) -> Input {
        Input::Key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    fn typed(keys: &str) -> Vec<Input> {
        keys.chars()
            .map(|c| match c {
                '\x1b' => key(KeyCode::Esc),
                c => key(KeyCode::Char(c)),
            })
            .collect()
    }

    #[test]
    fn a_sequence_cut_behind_its_escape_is_a_key_again() {
        for (keys, expected) in [
            ("\x1b[A", vec![key(KeyCode::Up)]),
            (
                "x\x1bOQy",
                vec![
                    key(KeyCode::Char('x')),
                    key(KeyCode::F(2)),
                    key(KeyCode::Char('y')),
                ],
            ),
            ("\x1b[15~", vec![key(KeyCode::F(5))]),
            ("\x1b[1;3R", vec![]),
            ("\x1b", vec![key(KeyCode::Esc)]),
            ("\x1bj", vec![key(KeyCode::Esc), key(KeyCode::Char('j'))]),
            ("\x1b[", vec![key(KeyCode::Esc), key(KeyCode::Char('['))]),
            (
                "\x1b[9",
                vec![
                    key(KeyCode::Esc),
                    key(KeyCode::Char('[')),
                    key(KeyCode::Char('9')),
                ],
            ),
        ] {
            assert_eq!(mended(typed(keys)), expected, "{keys:?}");
        }
    }
}
