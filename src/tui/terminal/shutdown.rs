//! Sudden ends: panics, signals, a dead line.
//!
//! Saves what must not be lost, restores the terminal and ends the program. Must not know what is saved.

use std::os::fd::AsFd;
use std::panic;
use std::process;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, Once};
use std::thread;
use std::time::Duration;

use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
use signal_hook::iterator::Signals;

use super::tty::{self, lock};
use crate::tui::program::worker;

/// How long saving and restoring may take each, before the program ends all the same.
///
/// A hook that waits for a lock of the thread that panicked, or a blocked line, must not keep the program alive.
const LIMIT: Duration = Duration::from_secs(2);

/// The exit code that Rust itself uses after a panic.
const PANICKED: i32 = 101;

type SaveHook = Box<dyn FnMut() + Send>;

static SAVE_HOOK: Mutex<Option<SaveHook>> = Mutex::new(None);
/// Held while the save hook runs, so that no other thread ends the program before it is done.
static ENDING: Mutex<()> = Mutex::new(());
static WATCH: Once = Once::new();

/// Registers the hook that writes drafts to disk when the program ends suddenly; it replaces an earlier one.
///
/// It is called at most once, on a thread of its own, before the terminal is restored.
pub fn on_sudden_end(save: impl FnMut() + Send + 'static) {
    *lock(&SAVE_HOOK) = Some(Box::new(save));
}

/// Unregisters the save hook, for an orderly end.
pub(super) fn clear_save_hook() {
    drop(lock(&SAVE_HOOK).take());
}

/// Starts to watch for sudden ends, once per process.
pub(super) fn watch() {
    WATCH.call_once(|| {
        watch_panics();
        watch_signals();
        watch_line();
    });
}

/// Runs the save hook and restores the terminal, each once; a second caller waits for the first.
pub(super) fn save_and_restore() {
    let _ending = lock(&ENDING);
    let save = lock(&SAVE_HOOK).take();
    if let Some(save) = save {
        within_limit(save);
    }
    within_limit(tty::restore);
}

fn within_limit(work: impl FnOnce() + Send + 'static) {
    let (done, waiting) = mpsc::channel::<()>();
    thread::spawn(move || {
        work();
        drop(done);
    });
    // Disconnected means that the work is done or has panicked: nothing is left to wait for.
    let _: Result<(), RecvTimeoutError> = waiting.recv_timeout(LIMIT);
}

fn watch_panics() {
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        // The drawing thread reports it and ends the program.
        if thread::current().name() == Some(worker::NAME) {
            return;
        }
        save_and_restore();
        report(panic);
        // Without this the main thread would draw on a restored screen.
        if thread::current().name() != Some("main") {
            process::exit(PANICKED);
        }
    }));
}

fn watch_signals() {
    let Ok(mut signals) = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT]) else {
        return;
    };
    thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            save_and_restore();
            process::exit(128 + signal);
        }
    });
}

/// Ends the program when the line is dead, also where SIGHUP is ignored and no thread reads.
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
        if !dead.contains(PollFlags::POLLNVAL) {
            hang_up();
        }
    });
}

/// Ends the program as SIGHUP does.
pub(super) fn hang_up() -> ! {
    save_and_restore();
    process::exit(128 + SIGHUP);
}
