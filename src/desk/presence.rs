//! Who has which case open, without locking anyone out.
//!
//! One file beside the database for each case that is open somewhere, held under a lock of the system as long as it is:
//! the lock goes with its process however that ends, so that nothing has to be renewed and no daemon has to clean up. Whoever
//! finds a file without its lock takes it away. It is a hint and no fact: nothing waits for the disk, nobody is woken
//! (the folder's time is looked at when one is awake anyway), and where it cannot be kept nothing fails.

use super::Desk;
use crate::domain::subject::Subject;
use std::{
    fs::{self, DirBuilder, File, OpenOptions, TryLockError},
    io,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
    process,
    time::SystemTime,
};

/// Between the parts of a file's name: the case, the process, who.
const PARTS: char = '~';

/// What this process shows to others.
#[derive(Debug, Default)]
pub(super) struct Presence {
    held: Option<Held>,
}

/// The case that is open here; the file goes with it.
#[derive(Debug)]
struct Held {
    subject: Subject,
    path: PathBuf,
    /// Holds the lock.
    _file: File,
}

impl Drop for Held {
    fn drop(&mut self) {
        // Where that fails, the next who looks finds it without its lock.
        let _left = fs::remove_file(&self.path);
    }
}

/// Someone else who has a case open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    pub subject: Subject,
    /// The name, or the login of someone not on the staff.
    pub name: String,
}

impl Desk {
    /// Shows to others which case is open here, if any.
    pub fn show_open(&mut self, subject: Option<Subject>) {
        if self.presence.held.as_ref().map(|held| held.subject) == subject {
            return;
        }
        self.presence.held = None;
        let held = subject.map(|subject| hold(&folder(self.path()), subject, &self.actor.login));
        self.presence.held = held.and_then(Result::ok);
    }

    /// Who else has a case open.
    pub fn present(&self) -> Vec<Viewer> {
        let reader = self.store.reader();
        let others = read(&folder(self.path())).unwrap_or_default().into_iter();
        let name = |login: String| match reader.staff_member(&login) {
            Ok(Some(member)) => member.name,
            Ok(None) | Err(_) => login,
        };
        let others = others.map(|(subject, login)| Viewer {
            subject,
            name: name(login),
        });
        others.collect()
    }
}

/// The folder beside the database at a path.
pub(super) fn folder(database: &Path) -> PathBuf {
    let mut folder = database.as_os_str().to_owned();
    folder.push(".open");
    PathBuf::from(folder)
}

/// When something in a folder was made or removed last.
pub(super) fn touched(folder: &Path) -> Option<SystemTime> {
    fs::metadata(folder).ok()?.modified().ok()
}

/// Makes the file of an open case and locks it before anyone can find it.
fn hold(folder: &Path, subject: Subject, login: &str) -> io::Result<Held> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    let name = format!("{subject}{PARTS}{}{PARTS}{login}", process::id());
    // Unseen until it has its name.
    let unseen = folder.join(format!(".{name}"));
    let file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&unseen)?;
    file.lock()?;
    let path = folder.join(name);
    fs::rename(&unseen, &path)?;
    Ok(Held {
        subject,
        path,
        _file: file,
    })
}

/// The cases that other processes have open, with the login; what a process has left behind is taken away.
fn read(folder: &Path) -> io::Result<Vec<(Subject, String)>> {
    let mut others = Vec::new();
    let mine = process::id().to_string();
    for entry in fs::read_dir(folder)?.flatten() {
        let name = entry.file_name();
        let Some(name) = name.to_str() else {
            continue;
        };
        let mut parts = name.splitn(3, PARTS);
        let (Some(subject), Some(process), Some(login)) =
            (parts.next(), parts.next(), parts.next())
        else {
            continue;
        };
        let Ok(subject) = subject.parse::<Subject>() else {
            continue;
        };
        if process == mine {
            continue;
        }
        if is_held(&entry.path()) {
            others.push((subject, login.to_owned()));
        } else {
            let _gone = fs::remove_file(entry.path());
        }
    }
    others.sort();
    Ok(others)
}

fn is_held(path: &Path) -> bool {
    let Ok(file) = File::open(path) else {
        return false;
    };
    matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;

    fn subject(serial: u32) -> Subject {
        format!("2026-{serial:06}").parse().unwrap()
    }

    /// The file of another process: as [`hold`] makes it, under another number.
    fn other(folder: &Path, serial: u32, login: &str) -> (PathBuf, File) {
        let path = folder.join(format!("{}~1~{login}", subject(serial)));
        let file = File::create(&path).unwrap();
        file.lock().unwrap();
        (path, file)
    }

    #[test]
    fn what_others_hold_is_seen_and_what_they_left_behind_is_taken_away() {
        let folder = TempDir::new().unwrap();
        let folder = folder.path();
        let mine = hold(folder, subject(1), "kim").unwrap();
        let (_, held) = other(folder, 2, "lee.min");
        let (left, gone) = other(folder, 3, "park");
        assert_eq!(read(folder).unwrap().len(), 2, "not one's own");
        drop(gone);
        assert_eq!(read(folder).unwrap(), [(subject(2), "lee.min".to_owned())]);
        assert!(!left.exists());
        drop(held);
        let path = mine.path.clone();
        assert!(path.exists());
        drop(mine);
        assert!(!path.exists());
        assert_eq!(read(folder).unwrap(), []);
    }

    #[test]
    fn names_that_mean_nothing_are_passed_by_and_kept() {
        let folder = TempDir::new().unwrap();
        for name in [
            "notes.txt",
            "2026-000001~x",
            "nothing~1~kim",
            ".2026-000001~1~kim",
        ] {
            File::create(folder.path().join(name)).unwrap();
        }
        assert_eq!(read(folder.path()).unwrap(), []);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4);
        assert!(read(&folder.path().join("nowhere")).is_err());
    }
}
