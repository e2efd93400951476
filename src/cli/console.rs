//! What every command has at hand: the configuration, the desk, and stdout.

use super::Failure;
use crate::{
    config::{Config, Origin},
    desk::{Desk, DeskError, Opening},
    words::Lang,
};
use serde::Serialize;
use std::{
    io::{self, Stdout, Write},
    path::PathBuf,
};

/// The surroundings of a command.
pub(super) struct Console {
    pub(super) config: Config,
    pub(super) json: bool,
    pub(super) acting: Option<String>,
    pub(super) now: Option<String>,
    pub(super) stdout: Stdout,
}

impl Console {
    /// The language of every sentence.
    pub(super) fn lang(&self) -> Lang {
        self.config.lang
    }

    /// How the desk is opened.
    pub(super) fn opening(&self) -> Opening {
        self.opening_at(self.config.db.clone())
    }

    /// How a desk at another place is opened.
    pub(super) fn opening_at(&self, path: PathBuf) -> Opening {
        Opening {
            path,
            acting: self.acting.clone(),
            now: self.now.clone(),
        }
    }

    /// Makes the folder of a database that stands where the system keeps such data.
    pub(super) fn make_place(&self) -> Result<(), Failure> {
        if self.config.origin != Origin::Default {
            return Ok(());
        }
        let failed = |source| DeskError::File {
            path: self.config.db.clone(),
            source,
        };
        Ok(self.config.make_data_folder().map_err(failed)?)
    }

    /// The desk.
    pub(super) fn desk(&self) -> Result<Desk, Failure> {
        Ok(Desk::open(&self.opening())?)
    }

    /// The desk where there is one that opens; commands that need no database ask for this. One that was named on the
    /// command line must open.
    pub(super) fn desk_if_any(&self) -> Result<Option<Desk>, Failure> {
        if self.config.origin == Origin::Flag {
            return self.desk().map(Some);
        }
        Ok(Desk::open(&self.opening()).ok())
    }

    /// Prints text as it is.
    pub(super) fn print(&self, text: &str) -> Result<(), Failure> {
        let mut stdout = self.stdout.lock();
        stdout
            .write_all(text.as_bytes())
            .and_then(|()| stdout.flush())
            .map_err(Failure::Output)
    }

    /// Prints a line.
    pub(super) fn line(&self, text: &str) -> Result<(), Failure> {
        self.print(&format!("{text}\n"))
    }

    /// Prints one JSON document on a line.
    pub(super) fn document(&self, document: &impl Serialize) -> Result<(), Failure> {
        let text = serde_json::to_string(document)
            .map_err(|error| Failure::Output(io::Error::other(error)))?;
        self.line(&text)
    }
}
