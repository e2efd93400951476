//! Half-filled forms, kept beside the database as they are typed, so that a dropped line loses nothing.
//!
//! They are files and not rows: a draft is written on every pause in typing, and must neither wait for another clerk's
//! write nor cost a sync. Like the database they can be read by its owner alone. What cannot be written, on a full disk or in
//! a folder without permission, is at hand as long as the program runs: leaving a form must not lose it.

use super::{Desk, DeskError};
use std::{
    collections::BTreeMap,
    fs::{self, DirBuilder, OpenOptions},
    io::{ErrorKind, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::PathBuf,
};

/// The drafts that could not be written, by the forms they are of.
pub(super) type UnsavedDrafts = BTreeMap<String, String>;

impl Desk {
    /// Where the draft of a form is kept: one for each clerk and form. `form` is a short word of letters, digits and dashes.
    pub fn draft_path(&self, form: &str) -> PathBuf {
        let mut folder = self.store.path().as_os_str().to_owned();
        folder.push(".drafts");
        let plain = |c: char| {
            if c.is_ascii_alphanumeric() || c == '-' || c == '_' {
                c
            } else {
                '_'
            }
        };
        let name: String = format!("{}.{form}", self.actor.login)
            .chars()
            .map(|c| if c == '.' { c } else { plain(c) })
            .collect();
        PathBuf::from(folder).join(format!("{name}.json"))
    }

    /// The draft of a form, if one was left.
    ///
    /// # Errors
    /// It is there and cannot be read.
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

    /// Keeps the draft of a form in place of the one before; the old one stays whole until the new one is.
    ///
    /// # Errors
    /// It cannot be written; it is still given back as long as this desk is open.
    pub fn keep_draft(&mut self, form: &str, text: &str) -> Result<(), DeskError> {
        let path = self.draft_path(form);
        if let Err(source) = keep(&path, text) {
            self.unwritten.insert(form.to_owned(), text.to_owned());
            return Err(DeskError::File { path, source });
        }
        self.unwritten.remove(form);
        Ok(())
    }

    /// Throws the draft of a form away.
    ///
    /// # Errors
    /// It is there and cannot be removed.
    pub fn drop_draft(&mut self, form: &str) -> Result<(), DeskError> {
        self.unwritten.remove(form);
        let path = self.draft_path(form);
        match fs::remove_file(&path) {
            Err(source) if !is_absent(&source) => Err(DeskError::File { path, source }),
            _ => Ok(()),
        }
    }
}

/// Whether the error says that there is no such file.
fn is_absent(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Writes a draft beside its place and moves it there; used where only the path is at hand, when a line drops.
///
/// # Errors
/// The file or its folder cannot be written.
pub fn keep(path: &std::path::Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(folder)?;
    }
    let beside = path.with_extension("new");
    let mut file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&beside)?;
    file.write_all(text.as_bytes())?;
    drop(file);
    fs::rename(beside, path)
}
