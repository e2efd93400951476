//! Sudden ends: panics, signals, a dead line.
//!
//! Saves what must not be lost, gives the terminal back and ends the program. Must not know what is saved.

use std::os::fd::AsFd;
use std::panic;
use std::process;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, Once, PoisonError};
use std::thread;
use std::time::Duration;

use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::line;
use crate::tui::program::worker;

/// How long saving may take, and how long giving back, before the program ends all the same.
///
/// A closure that waits for a lock of the thread that panicked, or a line that takes no bytes, must not keep it alive.
const PATIENCE: Duration = Duration::from_secs(2);

/// Exit code after a panic, as Rust's own.
const PANICKED: i32 = 101;

type LastWords = Box<dyn FnMut() + Send>;

static LAST_WORDS: Mutex<Option<LastWords>> = Mutex::new(None);
/// Held while the last words are said, so that nobody ends the program under them.
static ENDING: Mutex<()> = Mutex::new(());
static WATCH: Once = Once::new();

/// Registers what is to be done when the program ends suddenly: writing the draft to disk.
///
/// Called at most once, on a thread of its own, with the terminal still taken; it replaces what was registered before.
pub fn on_sudden_end(save: impl FnMut() + Send + 'static) {
    let mut words = LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner);
    *words = Some(Box::new(save));
}

/// Forgets what was registered, on an orderly end.
pub(super) fn forget() {
    let words = take_last_words();
    drop(words);
}

fn take_last_words() -> Option<LastWords> {
    LAST_WORDS
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .take()
}

/// Begins to watch for sudden ends; once in the life of the program.
pub(super) fn watch() {
    WATCH.call_once(|| {
        watch_panics();
        watch_signals();
        watch_line();
    });
}

/// Says the last words and gives the terminal back, each once in the life of a terminal.
///
/// Whoever comes second waits for the first.
pub(super) fn save_and_restore() {
    let _ending = ENDING.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(save) = take_last_words() {
        within_patience(save);
    }
    within_patience(line::restore);
}

fn within_patience(work: impl FnOnce() + Send + 'static) {
    let (done, waiting) = mpsc::channel::<()>();
    thread::spawn(move || {
        work();
        drop(done);
    });
    // Disconnected means done, and also that the work itself panicked; either way there is nothing to wait for.
    let _: Result<(), RecvTimeoutError> = waiting.recv_timeout(PATIENCE);
}

fn watch_panics() {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        // Who waits for its answers ends the program, and says why.
        if thread::current().name() == Some(worker::NAME) {
            return;
        }
        save_and_restore();
        report(panic);
        // A worker that panicked would leave the program drawing on a screen that was given back.
        if thread::current().name() != Some("main") {
            process::exit(PANICKED);
        }
    }));
}

fn watch_signals() {
    let Ok(mut signals) = Signals::new([SIGTERM, SIGHUP, SIGINT]) else {
        return;
    };
    thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            save_and_restore();
            process::exit(128 + signal);
        }
    });
}

/// Ends the program when the line is dead, also where SIGHUP is ignored and while nobody reads.
fn watch_line() {
    thread::spawn(|| {
        let stdin = std::io::stdin();
        let mut line = [PollFd::new(stdin.as_fd(), PollFlags::empty())];
        loop {
            match poll(&mut line, PollTimeout::NONE) {
                Ok(0) | Err(nix::errno::Errno::EINTR) => {}
                Ok(_) => break,
                Err(_) => return,
            }
        }
        let [dead] = line.map(|line| line.revents().unwrap_or(PollFlags::empty()));
        if dead.contains(PollFlags::POLLNVAL) {
            return;
        }
        line_lost();
    });
}

/// Ends the program as the signal for a lost line does.
pub(super) fn line_lost() -> ! {
    save_and_restore();
    process::exit(128 + SIGHUP);
}
