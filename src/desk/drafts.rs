//! Drafts of forms, saved beside the database while they are typed, so that a lost connection loses nothing.
//!
//! They are files, not rows: a draft is saved on every pause in typing, and must neither wait for another clerk's write
//! nor cost a sync. A draft that cannot be written, on a full disk for instance, is held in memory until the program
//! ends.

use super::{Desk, DeskError, private_file};
use std::{
    collections::BTreeMap,
    fs,
    io::{ErrorKind, Write},
    path::{Path, PathBuf},
};

/// Drafts that could not be written, by form.
pub(super) type UnsavedDrafts = BTreeMap<String, String>;

impl Desk {
    /// The path of a draft, one per clerk and form; `form` is a short word of letters, digits and dashes.
    pub fn draft_path(&self, form: &str) -> PathBuf {
        let mut folder = self.store.path().as_os_str().to_owned();
        folder.push(".drafts");
        let name = format!("{}.{form}.json", self.actor.login);
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        PathBuf::from(folder).join(name.replace(|c: char| !plain(c), "_"))
    }

    /// Reads the draft of a form, if there is one.
    ///
    /// # Errors
    /// It exists and cannot be read.
    pub fn draft(&self, form: &str) -> Result<Option<String>, DeskError> {
        if let Some(text) = self.unwritten.get(form) {
            return Ok(Some(text.clone()));
        }
        let path = self.draft_path(form);
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Some(text)),
            Err(error) if is_absent(&error) => Ok(None),
            Err(source) => Err(DeskError::File { path, source }),
        }
    }

    /// Saves the draft of a form; the previous one is replaced atomically.
    ///
    /// # Errors
    /// It cannot be written; [`Desk::draft`] returns it anyway as long as this desk is open.
    pub fn keep_draft(&mut self, form: &str, text: &str) -> Result<(), DeskError> {
        let path = self.draft_path(form);
        if let Err(source) = keep(&path, text) {
            self.unwritten.insert(form.to_owned(), text.to_owned());
            return Err(DeskError::File { path, source });
        }
        self.unwritten.remove(form);
        Ok(())
    }

    /// Removes the draft of a form, if there is one.
    ///
    /// # Errors
    /// It exists and cannot be removed.
    pub fn drop_draft(&mut self, form: &str) -> Result<(), DeskError> {
        self.unwritten.remove(form);
        let path = self.draft_path(form);
        match fs::remove_file(&path) {
            Err(source) if !is_absent(&source) => Err(DeskError::File { path, source }),
            _ => Ok(()),
        }
    }
}

/// True where the error means that there is no such file.
fn is_absent(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Writes a draft to a temporary file and renames it; for callers without a desk, when the connection is lost.
pub fn keep(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        private_file::create_folder(folder)?;
    }
    let temporary = path.with_extension("new");
    private_file::open(&temporary, true)?.write_all(text.as_bytes())?;
    fs::rename(temporary, path)
}
