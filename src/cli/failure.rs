//! Why a command was not carried out, its sentence on stderr and its exit code.

use crate::{
    config::ConfigError,
    desk::{DeskError, FailureKind},
    domain::refusal::Refusal,
    form::text::{Alphabet, visible},
    words::{Audience, Lang, Say, cli as text},
};
use std::{
    io::{self, ErrorKind, Write},
    process::ExitCode,
};

/// Why a command was not carried out.
#[derive(Debug)]
pub(super) enum Failure {
    /// The desk said no.
    Desk(DeskError),
    /// There is no configuration.
    Config(ConfigError),
    /// A sentence that the command made itself.
    Said(FailureKind, String),
    /// What is wrong was printed already.
    Told(FailureKind),
    /// Stdout cannot be written.
    Output(io::Error),
}

impl From<DeskError> for Failure {
    fn from(error: DeskError) -> Self {
        Self::Desk(error)
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Self::Config(error)
    }
}

impl Failure {
    /// Prints the sentence on stderr and gives the exit code. A reader that went away is no failure.
    pub(super) fn tell(self, lang: Lang) -> ExitCode {
        let (kind, sentence) = match self {
            Self::Output(error) if error.kind() == ErrorKind::BrokenPipe => {
                return ExitCode::SUCCESS;
            }
            Self::Output(error) => {
                let what = error.to_string();
                (
                    FailureKind::Storage,
                    text::OUTPUT.with(lang, &[("what", &what)]),
                )
            }
            Self::Desk(error) => (error.kind(), said(&error, lang)),
            Self::Config(error) => (FailureKind::Configuration, error.say(lang)),
            Self::Said(kind, sentence) => (kind, sentence),
            Self::Told(kind) => (kind, String::new()),
        };
        on_stderr(&sentence);
        ExitCode::from(exit_code(kind))
    }
}

/// Prints a sentence on stderr, its odd characters shown.
pub(super) fn on_stderr(sentence: &str) {
    let mut stderr = io::stderr().lock();
    for line in sentence.lines() {
        // The exit code tells it too, should nobody listen here.
        let _unheard = writeln!(stderr, "{}", visible(line, Alphabet::Unicode));
    }
}

/// The sentence of an error; each wrong field has its own line.
fn said(error: &DeskError, lang: Lang) -> String {
    let DeskError::Refusal(Refusal::Fields(faults)) = error else {
        return error.say_to(Audience::CommandLine, lang);
    };
    let lines: Vec<String> = faults.iter().map(|fault| fault.say(lang)).collect();
    lines.join("\n")
}

/// The exit code of a kind of error; other programs rely on it.
const fn exit_code(kind: FailureKind) -> u8 {
    match kind {
        FailureKind::Refused => 1,
        FailureKind::Usage => 2,
        FailureKind::Configuration => 3,
        FailureKind::Storage => 4,
    }
}
