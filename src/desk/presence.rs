//! Who has which case open, without locking anyone out.
//!
//! One locked file beside the database for each case that is open somewhere. The system releases the lock however the
//! process ends, so that nothing has to be renewed; a file without its lock is removed by the next reader. It is a
//! hint: nothing is synced, and nothing fails without it.

use super::{Desk, private_file};
use crate::domain::subject::Subject;
use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
    process,
    time::SystemTime,
};

/// Separates the parts of a file's name: case, process, login.
const SEPARATOR: char = '~';

/// The case that this process shows as open, if any.
pub(super) type Presence = Option<OpenMark>;

/// The file of a case that is open here, removed when dropped.
#[derive(Debug)]
pub(super) struct OpenMark {
    subject: Subject,
    path: PathBuf,
    /// Holds the lock.
    _file: File,
}

impl Drop for OpenMark {
    fn drop(&mut self) {
        // Where that fails, the next reader finds it without its lock.
        let _left = fs::remove_file(&self.path);
    }
}

/// Another process with a case open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    pub subject: Subject,
    /// The name, or the login of someone not on the staff.
    pub name: String,
}

impl Desk {
    /// Shows to others which case is open here, if any.
    pub fn show_open(&mut self, subject: Option<Subject>) {
        if self.presence.as_ref().map(|open| open.subject) != subject {
            self.presence = None;
            self.presence = subject
                .and_then(|subject| mark(&folder(self.path()), subject, &self.actor.login).ok());
        }
    }

    /// Lists who else has a case open.
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

/// The folder of these files beside a database.
pub(super) fn folder(database: &Path) -> PathBuf {
    let mut folder = database.as_os_str().to_owned();
    folder.push(".open");
    PathBuf::from(folder)
}

/// When a file in a folder was created or removed last.
pub(super) fn modified(folder: &Path) -> Option<SystemTime> {
    fs::metadata(folder).ok()?.modified().ok()
}

/// Creates the file of an open case, locked before others can find it.
fn mark(folder: &Path, subject: Subject, login: &str) -> io::Result<OpenMark> {
    private_file::create_folder(folder)?;
    let name = format!("{subject}{SEPARATOR}{}{SEPARATOR}{login}", process::id());
    // Readers skip a name with a leading dot.
    let hidden = folder.join(format!(".{name}"));
    let file = private_file::open(&hidden, true)?;
    file.lock()?;
    let path = folder.join(name);
    fs::rename(&hidden, &path)?;
    Ok(OpenMark {
        subject,
        path,
        _file: file,
    })
}

/// Lists the cases that other processes have open, with the login, and removes files without a lock.
fn read(folder: &Path) -> io::Result<Vec<(Subject, String)>> {
    let mut others = Vec::new();
    let mine = process::id().to_string();
    for entry in fs::read_dir(folder)?.flatten() {
        let name = entry.file_name();
        let parts = name.to_str().and_then(|name| {
            let (subject, rest) = name.split_once(SEPARATOR)?;
            let (process, login) = rest.split_once(SEPARATOR)?;
            Some((subject.parse().ok()?, process, login))
        });
        let Some((subject, process, login)) = parts else {
            continue;
        };
        if process == mine {
            continue;
        }
        if is_locked(&entry.path()) {
            others.push((subject, login.to_owned()));
        } else {
            let _gone = fs::remove_file(entry.path());
        }
    }
    others.sort();
    Ok(others)
}

fn is_locked(path: &Path) -> bool {
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

    /// The file of another process: as [`mark`] makes it, under another number.
    fn other(folder: &Path, serial: u32, login: &str) -> (PathBuf, File) {
        let path = folder.join(format!("{}~1~{login}", subject(serial)));
        let file = File::create(&path).unwrap();
        file.lock().unwrap();
        (path, file)
    }

    #[test]
    fn locked_files_of_others_are_listed_and_unlocked_ones_removed() {
        let folder = TempDir::new().unwrap();
        let folder = folder.path();
        let mine = mark(folder, subject(1), "kim").unwrap();
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
    fn files_with_other_names_are_skipped_and_kept() {
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
