//! What every command has at hand: the configuration, the desk, and stdout.

use super::{Failure, Screens, failure, table::Manner};
use crate::{
    config::{Config, Origin},
    desk::{Desk, DeskError, FailureKind, Opening},
    words::{Lang, Say, cli as text},
};
use serde::Serialize;
use std::{
    io::{self, Stdout, Write},
    path::PathBuf,
};

/// The surroundings of a command.
pub(super) struct Console {
    pub(super) config: Config,
    pub(super) screens: Screens,
    pub(super) json: bool,
    pub(super) acting: Option<String>,
    pub(super) now: Option<String>,
    /// How rows are told.
    pub(super) manner: Manner,
    pub(super) stdout: Stdout,
}

impl Console {
    /// The same surroundings for a conversation, which is listened to and may go on in another language.
    pub(super) fn spoken(&self) -> Self {
        Self {
            config: self.config.clone(),
            screens: self.screens,
            json: self.json,
            acting: self.acting.clone(),
            now: self.now.clone(),
            manner: Manner::Sentences,
            stdout: io::stdout(),
        }
    }

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

    /// The desk where there is one; commands that also work without a database ask for this.
    ///
    /// A database that is there must open: a due date counted without its holidays would be told as if it were right.
    /// Where one is named that is not there yet, or is none of this person's business, the answer comes without it, and
    /// stderr says so. One that was named on the command line must be there.
    pub(super) fn desk_if_any(&self) -> Result<Option<Desk>, Failure> {
        let there = self.config.db.try_exists().unwrap_or(true);
        if self.config.origin == Origin::Default && !there {
            return Ok(None);
        }
        match Desk::open(&self.opening()) {
            Ok(desk) => Ok(Some(desk)),
            Err(error)
                if self.config.origin != Origin::Flag
                    && (!there || error.kind() == FailureKind::Refused) =>
            {
                let why = error.say(self.lang());
                let said = text::WITHOUT_DESK.with(self.lang(), &[("why", &why)]);
                failure::on_stderr(&said);
                Ok(None)
            }
            Err(error) => Err(error.into()),
        }
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
