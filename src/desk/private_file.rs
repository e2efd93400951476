//! Files and folders beside the database that only their owner can read.

use std::{
    fs::{DirBuilder, File, OpenOptions},
    io,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::Path,
};

/// Creates a folder and its parents where they are missing.
pub(super) fn create_folder(path: &Path) -> io::Result<()> {
    let mut folders = DirBuilder::new();
    folders.recursive(true).mode(0o700).create(path)
}

/// Opens a file to read and write, and creates it where it is missing; `empty` truncates it.
pub(super) fn open(path: &Path, empty: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(empty);
    options.mode(0o600).open(path)
}
