//! A program in a pseudo-terminal with a screen to look at.
//!
//! Waits by blocking on what the program sends, never by sleeping; every wait has a deadline.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long anything may take on a busy machine.
const DEADLINE: Duration = Duration::from_secs(20);

/// The question for the cursor position.
const QUESTION: &[u8] = b"\x1b[6n";

/// Whether the terminal answers questions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// Answers the question for the cursor position.
    Answering,
    /// Never answers.
    Silent,
}

struct Shown {
    parser: vt100::Parser,
    raw: Vec<u8>,
    closed: bool,
    closing: bool,
}

type Shared = Arc<(Mutex<Shown>, Condvar)>;
type Keys = Arc<Mutex<Box<dyn Write + Send>>>;

/// A running program and its screen.
pub(crate) struct Pty {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Keys>,
    shown: Shared,
    reader: Option<JoinHandle<()>>,
}

/// The program under test with arguments, on a plain `xterm` with a Korean locale.
pub(crate) fn minwon(arguments: &[&str]) -> CommandBuilder {
    program(env!("CARGO_BIN_EXE_minwon"), arguments)
}

/// Any program with arguments, on a plain `xterm` with a Korean locale.
pub(crate) fn program(path: &str, arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(path);
    command.args(arguments);
    command.env("TERM", "xterm-256color");
    command.env("LANG", "ko_KR.UTF-8");
    command.env("RUST_BACKTRACE", "0");
    command.env_remove("NO_COLOR");
    command.env_remove("COLORTERM");
    command
}

impl Pty {
    /// Starts a program on a terminal of so many columns and rows.
    pub(crate) fn start(command: CommandBuilder, columns: u16, rows: u16, manner: Manner) -> Self {
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let keys: Keys = Arc::new(Mutex::new(pair.master.take_writer().unwrap()));
        let shown: Shared = Arc::new((
            Mutex::new(Shown {
                parser: vt100::Parser::new(
                    NonZeroU16::new(rows).unwrap(),
                    NonZeroU16::new(columns).unwrap(),
                    0,
                ),
                raw: Vec::new(),
                closed: false,
                closing: false,
            }),
            Condvar::new(),
        ));
        let source = pair.master.try_clone_reader().unwrap();
        let answer = (manner == Manner::Answering).then(|| Arc::clone(&keys));
        let reader = {
            let shown = Arc::clone(&shown);
            thread::spawn(move || watch(source, &shown, answer.as_ref()))
        };
        Self {
            child,
            master: Some(pair.master),
            keys: Some(keys),
            shown,
            reader: Some(reader),
        }
    }

    /// Types keys as the bytes a terminal would send.
    pub(crate) fn type_keys(&self, keys: &str) {
        let mut line = locked(self.keys.as_ref().unwrap());
        line.write_all(keys.as_bytes()).unwrap();
        line.flush().unwrap();
    }

    /// Waits until a text stands on the screen.
    pub(crate) fn wait_for(&self, text: &str) {
        self.wait_until(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the screen is as told; `what` names it in the failure.
    pub(crate) fn wait_until(&self, what: &str, done: impl Fn(&vt100::Screen) -> bool) {
        let shown = self.wait_while(|shown| !done(shown.parser.screen()) && !shown.closed);
        assert!(
            done(shown.parser.screen()),
            "waited for {what:?}, the screen is:\n{}",
            shown.parser.screen().contents()
        );
    }

    fn wait_while(&self, waiting: impl Fn(&Shown) -> bool) -> MutexGuard<'_, Shown> {
        let (lock, changed) = &*self.shown;
        let until = Instant::now() + DEADLINE;
        let mut shown = locked(lock);
        while waiting(&shown) {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            shown = changed
                .wait_timeout(shown, left)
                .unwrap_or_else(PoisonError::into_inner)
                .0;
        }
        shown
    }

    /// Waits until nothing was sent for so long.
    pub(crate) fn wait_quiet(&self, quiet: Duration) {
        let until = Instant::now() + DEADLINE;
        while !self.is_quiet_for(quiet) {
            assert!(Instant::now() < until, "never quiet:\n{}", self.screen());
        }
    }

    /// True where nothing is sent from now on for so long.
    pub(crate) fn is_quiet_for(&self, quiet: Duration) -> bool {
        let (lock, changed) = &*self.shown;
        let shown = locked(lock);
        let before = shown.raw.len();
        let (shown, _) = changed
            .wait_timeout_while(shown, quiet, |shown| shown.raw.len() == before)
            .unwrap_or_else(PoisonError::into_inner);
        shown.raw.len() == before
    }

    /// The screen as it is now.
    pub(crate) fn look(&self) -> vt100::Screen {
        locked(&self.shown.0).parser.screen().clone()
    }

    /// The screen as text.
    pub(crate) fn screen(&self) -> String {
        locked(&self.shown.0).parser.screen().contents()
    }

    /// Everything the program has sent.
    pub(crate) fn sent(&self) -> Vec<u8> {
        locked(&self.shown.0).raw.clone()
    }

    /// Whether the line is in its usual mode: whole lines, echoed.
    pub(crate) fn is_cooked(&self) -> bool {
        let modes = self.master.as_ref().unwrap().get_termios().unwrap();
        let flags = format!("{:?}", modes.local_flags);
        flags.contains("ICANON") && flags.contains("ECHO")
    }

    /// Changes the size of the terminal.
    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        let mut shown = locked(&self.shown.0);
        shown.parser.screen_mut().set_size(
            NonZeroU16::new(rows).unwrap(),
            NonZeroU16::new(columns).unwrap(),
        );
        drop(shown);
        self.master.as_ref().unwrap().resize(size).unwrap();
    }

    /// Sends a signal to the program.
    pub(crate) fn signal(&self, signal: Signal) {
        let id = self.child.process_id().unwrap();
        kill(Pid::from_raw(i32::try_from(id).unwrap()), signal).unwrap();
    }

    /// Cuts the line, as a lost connection does. The program must send something for `key`.
    pub(crate) fn hang_up(&mut self, key: &str) {
        locked(&self.shown.0).closing = true;
        self.type_keys(key);
        self.reader.take().unwrap().join().unwrap();
        self.keys = None;
        self.master = None;
    }

    /// Waits until the program has ended and all it sent is on the screen.
    pub(crate) fn wait_end(&mut self) -> ExitStatus {
        let closed = self.wait_while(|shown| !shown.closed).closed;
        assert!(closed, "still running:\n{}", self.screen());
        self.child.wait().unwrap()
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _status = self.child.wait();
    }
}

/// What a lock guards, also where a test has failed while holding it: the failure speaks for itself.
fn locked<T: ?Sized>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

fn watch(mut source: Box<dyn Read + Send>, shown: &Shared, answer: Option<&Keys>) {
    let (lock, changed) = &**shown;
    let mut bytes = [0; 4096];
    loop {
        let count = source.read(&mut bytes).unwrap_or(0);
        let mut shown = locked(lock);
        let mut questions = Vec::new();
        for byte in &bytes[..count] {
            shown.raw.push(*byte);
            shown.parser.process(&[*byte]);
            if shown.raw.ends_with(QUESTION) {
                questions.push(shown.parser.screen().cursor_position());
            }
        }
        shown.closed = count == 0 || shown.closing;
        let closed = shown.closed;
        changed.notify_all();
        drop(shown);
        if let Some(keys) = answer {
            for (row, column) in questions {
                let answer = format!("\x1b[{};{}R", row + 1, column + 1);
                let mut keys = locked(keys);
                let _sent = keys.write_all(answer.as_bytes());
                let _flushed = keys.flush();
            }
        }
        if closed {
            return;
        }
    }
}
