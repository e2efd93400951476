//! The line of writers: whoever wants to write waits behind a lock on a file of its own first.
//!
//! Those who wait for SQLite's lock sleep and try again, so that on a busy desk the unlucky wait for seconds. The system
//! hands the lock of this file on as soon as it is free. It decides nothing else: SQLite's lock is taken after it, and
//! a writer who waited in vain goes on without it. The file is never the database's: closing one's own second handle of
//! that would drop SQLite's locks.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io,
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, TryRecvError},
    thread,
    time::Duration,
};

/// The turn to write; it ends when this is dropped.
#[derive(Debug)]
pub(super) struct Turn {
    _locked: File,
}

/// One's own place in the line of a database.
#[derive(Debug)]
pub(super) struct Line {
    file: PathBuf,
    place: Place,
}

#[derive(Debug)]
enum Place {
    None,
    Waiting(Receiver<Turn>),
    First(Turn),
}

/// What came of asking for the turn.
enum Asked {
    Given(Turn),
    Later(Receiver<Turn>),
    /// The file cannot be used: nobody here waits in line.
    NoLine,
}

impl Line {
    /// The line of the database at `path`.
    pub(super) fn of(path: &Path) -> Self {
        let mut file = path.as_os_str().to_owned();
        file.push("-turn");
        Self {
            file: PathBuf::from(file),
            place: Place::None,
        }
    }

    /// Waits for one's turn, at most for `patience`; `None` where it did not come.
    pub(super) fn wait(&mut self, patience: Duration) -> Option<Turn> {
        match std::mem::replace(&mut self.place, Place::None) {
            Place::First(turn) => Some(turn),
            Place::Waiting(coming) => coming.recv_timeout(patience).ok(),
            Place::None => match ask(&self.file) {
                Asked::Given(turn) => Some(turn),
                Asked::Later(coming) => coming.recv_timeout(patience).ok(),
                Asked::NoLine => None,
            },
        }
    }

    /// Takes a place without waiting, and keeps it for the next [`Line::wait`]; true once it is one's turn.
    pub(super) fn is_first(&mut self) -> bool {
        let asked = match std::mem::replace(&mut self.place, Place::None) {
            Place::First(turn) => Asked::Given(turn),
            Place::Waiting(coming) => match coming.try_recv() {
                Ok(turn) => Asked::Given(turn),
                Err(TryRecvError::Empty) => Asked::Later(coming),
                Err(TryRecvError::Disconnected) => Asked::NoLine,
            },
            Place::None => ask(&self.file),
        };
        match asked {
            Asked::Given(turn) => {
                self.place = Place::First(turn);
                true
            }
            Asked::Later(coming) => {
                self.place = Place::Waiting(coming);
                false
            }
            Asked::NoLine => true,
        }
    }

    /// Gives up one's place.
    pub(super) fn leave(&mut self) {
        self.place = Place::None;
    }
}

fn ask(path: &Path) -> Asked {
    let Ok(file) = open_lock(path) else {
        return Asked::NoLine;
    };
    match file.try_lock() {
        Ok(()) => Asked::Given(Turn { _locked: file }),
        Err(TryLockError::WouldBlock) => Asked::Later(wait_on_a_thread(file)),
        Err(TryLockError::Error(_)) => Asked::NoLine,
    }
}

/// `File::lock` knows no time limit: a thread waits in it, and a turn that comes when nobody listens any more is dropped.
fn wait_on_a_thread(file: File) -> Receiver<Turn> {
    let (sender, receiver) = mpsc::sync_channel(1);
    let wait = move || {
        if file.lock().is_ok() {
            let _given_up = sender.send(Turn { _locked: file });
        }
    };
    // Without a thread the receiver is disconnected: the writer goes on without a turn.
    let _started = thread::Builder::new().name("turn".into()).spawn(wait);
    receiver
}

/// Opens a file whose lock is a turn: to read, which is enough to lock it and lets every clerk who may read the folder wait in
/// line.
///
/// # Errors
/// Those of the file system.
pub fn open_lock(path: &Path) -> io::Result<File> {
    match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let mut options = OpenOptions::new();
            let created = options.write(true).create_new(true).mode(0o640).open(path);
            match created {
                // Another one was faster.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => File::open(path),
                created => created,
            }
        }
        opened => opened,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(60);

    #[test]
    fn turns_come_one_after_the_other() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("desk.db");
        let (mut first, mut second) = (Line::of(&path), Line::of(&path));
        let turn = first.wait(LONG);
        assert!(turn.is_some());
        assert!(!second.is_first());
        assert!(second.wait(Duration::ZERO).is_none());
        assert!(!second.is_first(), "asked again");
        drop(turn);
        assert!(second.wait(LONG).is_some());
        assert!(first.is_first());
        assert!(first.is_first(), "kept until it is used");
        assert!(second.wait(Duration::ZERO).is_none());
        first.leave();
        assert!(second.wait(LONG).is_some());
    }

    /// A place that was given up must not hold up the others once its turn comes.
    #[test]
    fn a_turn_that_comes_too_late_is_handed_on() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("desk.db");
        let (mut first, mut second, mut third) =
            (Line::of(&path), Line::of(&path), Line::of(&path));
        let turn = first.wait(LONG);
        assert!(!second.is_first());
        second.leave();
        drop(turn);
        assert!(third.wait(LONG).is_some());
    }

    #[test]
    fn without_the_file_nobody_waits() {
        let mut line = Line::of(Path::new("/nowhere/desk.db"));
        assert!(line.wait(LONG).is_none());
        assert!(line.is_first());
    }
}
