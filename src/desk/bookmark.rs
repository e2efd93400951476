//! Where a clerk stood when the line was lost, kept beside the drafts for the next start.
//!
//! Each running program has one of a few files of its clerk, held under a lock of the system as long as it runs: two
//! terminals of one clerk have one each, and neither takes the other's. The lock goes with its process however that ends.
//! A file that says something and is not locked was left behind by a program that had no time to say goodbye. It is a
//! convenience and no fact: nothing waits for the disk, and where it cannot be kept nothing fails.

use super::Desk;
use std::{
    fs::{DirBuilder, File, OpenOptions, TryLockError},
    io::{self, Read, Seek, SeekFrom, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::Path,
    time::{Duration, SystemTime},
};

/// Programs of one clerk at one time that have a bookmark.
const MOST: u8 = 9;
/// A bookmark that is older was not left by a line lost today: who comes back then begins as usual.
const OLDEST: Duration = Duration::from_secs(24 * 60 * 60);
/// More bytes than a bookmark takes.
const LONGEST: u64 = 64 * 1024;
/// Ends what was written last; what stands behind it was longer before.
const END: char = '\n';

/// The bookmark of this program, its own until it ends.
#[derive(Debug)]
pub struct Bookmark {
    /// Holds the lock.
    file: File,
}

impl Bookmark {
    /// Writes where the clerk stands, in place of what stood there; `text` is one line.
    pub fn write(&self, text: &str) -> io::Result<()> {
        let mut file = &self.file;
        file.seek(SeekFrom::Start(0))?;
        // One write: a program killed in the middle leaves the old line, the new one, or none that can be read.
        file.write_all(format!("{text}{END}").as_bytes())?;
        let length = text.len() + END.len_utf8();
        file.set_len(u64::try_from(length).unwrap_or(u64::MAX))
    }

    /// Leaves nothing for the next start: the clerk has quit.
    ///
    /// The file itself stays, since another program may be about to lock it.
    pub fn clear(&self) -> io::Result<()> {
        self.file.set_len(0)
    }
}

impl Desk {
    /// Takes a bookmark for this program, with what a program of the same clerk that ended suddenly has left in it.
    ///
    /// What was left is handed out once.
    ///
    /// # Errors
    /// There is no place for one.
    pub fn bookmark(&self) -> io::Result<(Bookmark, Option<String>)> {
        let path = |slot: u8| self.draft_path(&format!("bookmark-{slot}"));
        if let Some(folder) = path(1).parent() {
            let mut private = DirBuilder::new();
            private.recursive(true).mode(0o700).create(folder)?;
        }
        let mut free = Vec::new();
        for slot in 1..=MOST {
            free.extend(take(&path(slot))?);
            // Bookmark files are numbered without gaps, so the first missing one ends the list.
            if free.last().is_some_and(|taken: &Taken| taken.fresh) {
                break;
            }
        }
        free.sort_by_key(|taken| taken.left.as_ref().map(|(at, _)| *at));
        let taken = free.pop().ok_or(io::ErrorKind::WouldBlock)?;
        let bookmark = Bookmark { file: taken.file };
        // A place that brings the next program down as well is not tried a third time.
        bookmark.clear()?;
        Ok((bookmark, taken.left.map(|(_, text)| text)))
    }
}

/// A file that no other program holds.
struct Taken {
    file: File,
    /// Time of the last write, and the line.
    left: Option<(SystemTime, String)>,
    /// True where the file did not exist before.
    fresh: bool,
}

/// Locks a file and reads it; `None` where another program holds it.
fn take(path: &Path) -> io::Result<Option<Taken>> {
    let fresh = !path.exists();
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(0o600)
        .open(path)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(error)) => return Err(error),
    }
    let left = left_in(&file).unwrap_or_default();
    Ok(Some(Taken { file, left, fresh }))
}

/// What a file says that was not written too long ago.
fn left_in(file: &File) -> io::Result<Option<(SystemTime, String)>> {
    let written = file.metadata()?.modified()?;
    let mut text = String::new();
    file.take(LONGEST).read_to_string(&mut text)?;
    let line = text.split_once(END).map(|(line, _)| line.to_owned());
    let young = written.elapsed().is_ok_and(|age| age < OLDEST);
    Ok(line.filter(|_| young).map(|line| (written, line)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        desk::{Foundation, Opening},
        domain::charter::builtin::builtin_text,
    };
    use std::fs;
    use tempfile::TempDir;

    fn desk(folder: &TempDir) -> Desk {
        let opening = Opening {
            path: folder.path().join("desk.db"),
            acting: None,
            now: None,
        };
        let charter = builtin_text("gbvc").unwrap();
        let practice = true;
        Desk::found(&opening, &Foundation { charter, practice }).unwrap()
    }

    #[test]
    fn what_is_left_is_handed_out_once_and_nothing_after_a_goodbye() {
        let folder = TempDir::new().unwrap();
        let desk = desk(&folder);
        let (bookmark, left) = desk.bookmark().unwrap();
        assert_eq!(left, None);
        bookmark.write("a long place").unwrap();
        bookmark.write("here").unwrap();
        drop(bookmark);
        let (bookmark, left) = desk.bookmark().unwrap();
        assert_eq!(left.as_deref(), Some("here"));
        drop(bookmark);
        let (bookmark, left) = desk.bookmark().unwrap();
        assert_eq!(left, None, "handed out before");
        bookmark.write("there").unwrap();
        bookmark.clear().unwrap();
        drop(bookmark);
        assert_eq!(desk.bookmark().unwrap().1, None);
    }

    #[test]
    fn two_programs_of_one_clerk_do_not_take_each_others() {
        let folder = TempDir::new().unwrap();
        let desk = desk(&folder);
        let (first, _) = desk.bookmark().unwrap();
        first.write("first").unwrap();
        let (second, left) = desk.bookmark().unwrap();
        assert_eq!(left, None, "the first still runs");
        second.write("second").unwrap();
        drop(second);
        let (again, left) = desk.bookmark().unwrap();
        assert_eq!(left.as_deref(), Some("second"));
        drop(first);
        assert_eq!(desk.bookmark().unwrap().1.as_deref(), Some("first"));
        drop(again);
        // As many as one likes: from the tenth on there is none, and that is all.
        let held: Vec<_> = (0..MOST).map(|_| desk.bookmark().unwrap()).collect();
        assert!(desk.bookmark().is_err());
        drop(held);
    }

    #[test]
    fn the_one_left_last_is_handed_out_first_and_an_old_one_never() {
        let folder = TempDir::new().unwrap();
        let desk = desk(&folder);
        let (first, _) = desk.bookmark().unwrap();
        let (second, _) = desk.bookmark().unwrap();
        let ago = |hours: u64| SystemTime::now() - Duration::from_secs(hours * 60 * 60);
        first.write("newer").unwrap();
        first.file.set_modified(ago(1)).unwrap();
        second.write("older").unwrap();
        second.file.set_modified(ago(2)).unwrap();
        drop((first, second));
        let (one, left) = desk.bookmark().unwrap();
        assert_eq!(left.as_deref(), Some("newer"));
        let (two, left) = desk.bookmark().unwrap();
        assert_eq!(left.as_deref(), Some("older"));
        two.write("yesterday").unwrap();
        two.file.set_modified(ago(25)).unwrap();
        drop((one, two));
        assert_eq!(desk.bookmark().unwrap().1, None);
    }

    #[test]
    fn a_file_of_something_else_does_no_harm() {
        let folder = TempDir::new().unwrap();
        let desk = desk(&folder);
        drop(desk.bookmark().unwrap());
        let path = desk.draft_path("bookmark-1");
        for foreign in [&b"half a line"[..], &[0xFF, 0xFE, b'\n'], b""] {
            fs::write(&path, foreign).unwrap();
            assert_eq!(desk.bookmark().unwrap().1, None, "{foreign:?}");
        }
        // What stood behind a shorter line when the machine stopped.
        fs::write(&path, "short\nrest of a longer line\n").unwrap();
        assert_eq!(desk.bookmark().unwrap().1.as_deref(), Some("short"));
    }
}
