//! What every command needs: the configuration, the desk, and stdout.

use super::{Failure, Screens, failure, table::TableStyle};
use crate::{
    config::{Config, Origin},
    desk::{Desk, DeskError, FailureKind, Opening},
    domain::staff::{Names, Staff},
    words::{Lang, Phrase, Say, cli as text},
};
use serde::Serialize;
use std::{
    io::{self, Write},
    path::PathBuf,
};

/// Settings of the call and its output.
#[derive(Clone)]
pub(super) struct Console {
    pub(super) config: Config,
    pub(super) screens: Screens,
    pub(super) json: bool,
    pub(super) acting: Option<String>,
    pub(super) now: Option<String>,
    pub(super) style: TableStyle,
}

impl Console {
    /// The language of every sentence.
    pub(super) fn lang(&self) -> Lang {
        self.config.lang
    }

    /// The names of the staff in the language of the console.
    pub(super) fn names<'a>(&self, staff: &'a [Staff]) -> Names<'a> {
        let lang = self.lang();
        Names { staff, lang }
    }

    /// Parameters to open the configured desk.
    pub(super) fn opening(&self) -> Opening {
        self.opening_at(self.config.db.clone())
    }

    /// Parameters to open a desk at another path.
    pub(super) fn opening_at(&self, path: PathBuf) -> Opening {
        Opening {
            path,
            acting: self.acting.clone(),
            now: self.now.clone(),
        }
    }

    /// Creates the default data folder where the database is to lie there.
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

    /// Opens the configured desk.
    pub(super) fn desk(&self) -> Result<Desk, Failure> {
        Ok(Desk::open(&self.opening())?)
    }

    /// Opens the desk where there is one, for commands that also work without a database.
    ///
    /// A database that exists must open: a due date counted without its holidays would look right and be wrong. A
    /// configured one that does not exist yet, or that this user may not open, is left out with a note on stderr. One
    /// named on the command line must exist.
    pub(super) fn desk_if_any(&self) -> Result<Option<Desk>, Failure> {
        let exists = self.config.db.try_exists().unwrap_or(true);
        if self.config.origin == Origin::Default && !exists {
            return Ok(None);
        }
        match Desk::open(&self.opening()) {
            Ok(desk) => Ok(Some(desk)),
            Err(error)
                if self.config.origin != Origin::Flag
                    && (!exists || error.kind() == FailureKind::Refused) =>
            {
                let why = error.say(self.lang());
                failure::on_stderr(&text::WITHOUT_DESK.with(self.lang(), &[("why", &why)]));
                Ok(None)
            }
            Err(error) => Err(error.into()),
        }
    }

    /// A failure with its sentence.
    pub(super) fn failure(
        &self,
        kind: FailureKind,
        phrase: Phrase,
        values: &[(&str, &str)],
    ) -> Failure {
        Failure::Sentence(kind, phrase.with(self.lang(), values))
    }

    /// Prints text as it is.
    #[expect(
        clippy::unused_self,
        reason = "commands print through the console alone"
    )]
    pub(super) fn print(&self, text: &str) -> Result<(), Failure> {
        let mut stdout = io::stdout().lock();
        stdout
            .write_all(text.as_bytes())
            .and_then(|()| stdout.flush())
            .map_err(Failure::Output)
    }

    /// Prints a line.
    pub(super) fn line(&self, text: &str) -> Result<(), Failure> {
        self.print(&format!("{text}\n"))
    }

    /// Prints a phrase filled with values, as a line.
    pub(super) fn say(&self, phrase: Phrase, values: &[(&str, &str)]) -> Result<(), Failure> {
        self.line(&phrase.with(self.lang(), values))
    }

    /// Prints one JSON document on a line.
    pub(super) fn document(&self, document: &impl Serialize) -> Result<(), Failure> {
        let text = serde_json::to_string(document)
            .map_err(|error| Failure::Output(io::Error::other(error)))?;
        self.line(&text)
    }
}
