//! Bookmarks: the place on screen when the connection was lost, saved beside the drafts for the next start.
//!
//! Each running program locks one of a few files of its clerk, so that two terminals of one clerk have one each. The
//! system releases the lock however the process ends: a file with text and without a lock was left by a program that
//! ended suddenly. A bookmark is a convenience: nothing is synced, and nothing fails without one.

use super::{Desk, private_file};
use std::{
    fs::{File, TryLockError},
    io::{self, Read, Seek, SeekFrom, Write},
    path::Path,
    time::{Duration, SystemTime},
};

/// Programs of one clerk with a bookmark at the same time.
const MOST: u8 = 9;
/// Older bookmarks are ignored.
const OLDEST: Duration = Duration::from_secs(24 * 60 * 60);
/// More bytes than a bookmark takes.
const LONGEST: u64 = 64 * 1024;
/// Ends the text; a longer earlier text may follow it.
const END: char = '\n';

/// The bookmark of this program, locked until it ends.
#[derive(Debug)]
pub struct Bookmark {
    /// Holds the lock.
    file: File,
}

impl Bookmark {
    /// Replaces the text, one line.
    pub fn write(&self, text: &str) -> io::Result<()> {
        let mut file = &self.file;
        file.seek(SeekFrom::Start(0))?;
        // One write, so that a program killed meanwhile leaves the old line, the new one, or none.
        file.write_all(format!("{text}{END}").as_bytes())?;
        let length = text.len() + END.len_utf8();
        file.set_len(u64::try_from(length).unwrap_or(u64::MAX))
    }

    /// Empties the bookmark; the file stays, since another program may be about to lock it.
    pub fn clear(&self) -> io::Result<()> {
        self.file.set_len(0)
    }
}

impl Desk {
    /// Takes a bookmark for this program, with the text that a program of the same clerk left when it ended suddenly;
    /// each text is returned once.
    ///
    /// # Errors
    /// All bookmarks of the clerk are locked.
    pub fn bookmark(&self) -> io::Result<(Bookmark, Option<String>)> {
        let path = |slot: u8| self.draft_path(&format!("bookmark-{slot}"));
        if let Some(folder) = path(1).parent() {
            private_file::create_folder(folder)?;
        }
        let mut free = Vec::new();
        for slot in 1..=MOST {
            free.extend(take(&path(slot))?);
            // Bookmark files are numbered without gaps, so the first missing one ends the list.
            if free.last().is_some_and(|slot: &FreeSlot| slot.is_new) {
                break;
            }
        }
        free.sort_by_key(|slot| slot.left.as_ref().map(|(at, _)| *at));
        let slot = free.pop().ok_or(io::ErrorKind::WouldBlock)?;
        let bookmark = Bookmark { file: slot.file };
        // A place that crashes the program again is not tried a third time.
        bookmark.clear()?;
        Ok((bookmark, slot.left.map(|(_, text)| text)))
    }
}

/// A bookmark file that no other program has locked.
struct FreeSlot {
    file: File,
    /// Time of the last write, and the line.
    left: Option<(SystemTime, String)>,
    /// True where the file did not exist before.
    is_new: bool,
}

/// Locks a file and reads it; `None` where another program has locked it.
fn take(path: &Path) -> io::Result<Option<FreeSlot>> {
    let is_new = !path.exists();
    let file = private_file::open(path, false)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(None),
        Err(TryLockError::Error(error)) => return Err(error),
    }
    let left = read_recent(&file).unwrap_or_default();
    Ok(Some(FreeSlot { file, left, is_new }))
}

/// Reads the line of a file that is not older than [`OLDEST`].
fn read_recent(file: &File) -> io::Result<Option<(SystemTime, String)>> {
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
        // From the tenth program on there is no bookmark.
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
        // The machine stopped before the rest of a longer line was cut.
        fs::write(&path, "short\nrest of a longer line\n").unwrap();
        assert_eq!(desk.bookmark().unwrap().1.as_deref(), Some("short"));
    }
}
