//! Why a command was not carried out, its sentence on stderr and its exit code.

use crate::{
    desk::{DeskError, FailureKind},
    domain::refusal::Refusal,
    form::text::{Alphabet, visible},
    words::{Audience, Lang, Say, cli as text, papers},
};
use std::{
    io::{self, ErrorKind, Write},
    path::PathBuf,
    process::ExitCode,
};

/// Why a command was not carried out.
#[derive(Debug)]
pub(super) enum Failure {
    Desk(DeskError),
    /// A sentence made by the command itself, in the language of the console.
    Sentence(FailureKind, String),
    /// The details are on stdout already.
    Reported(FailureKind),
    /// Stdout cannot be written.
    Output(io::Error),
    /// A file cannot be written.
    Unwritten {
        path: PathBuf,
        what: String,
    },
}

impl From<DeskError> for Failure {
    fn from(error: DeskError) -> Self {
        Self::Desk(error)
    }
}

impl Failure {
    /// Prints the sentence on stderr and returns the exit code. A closed pipe on stdout is no failure.
    pub(super) fn report(self, lang: Lang) -> ExitCode {
        let (kind, sentence) = match self {
            Self::Output(error) if error.kind() == ErrorKind::BrokenPipe => {
                return ExitCode::SUCCESS;
            }
            Self::Output(error) => {
                let sentence = text::OUTPUT.of(lang, &[("what", error.to_string())]);
                (FailureKind::Storage, sentence)
            }
            Self::Unwritten { path, what } => {
                let values = [("path", path.display().to_string()), ("what", what)];
                (FailureKind::Storage, papers::UNWRITTEN.of(lang, &values))
            }
            // Each wrong field has its own line.
            Self::Desk(DeskError::Refusal(Refusal::Fields(faults))) => {
                let lines: Vec<String> = faults.iter().map(|fault| fault.say(lang)).collect();
                (FailureKind::Refused, lines.join("\n"))
            }
            Self::Desk(error) => (error.kind(), error.say_to(Audience::CommandLine, lang)),
            Self::Sentence(kind, sentence) => (kind, sentence),
            Self::Reported(kind) => (kind, String::new()),
        };
        on_stderr(&sentence);
        // Other programs rely on these codes.
        ExitCode::from(match kind {
            FailureKind::Refused => 1,
            FailureKind::Usage => 2,
            FailureKind::Configuration => 3,
            FailureKind::Storage => 4,
        })
    }
}

/// Prints a sentence on stderr, with control characters spelt out.
pub(super) fn on_stderr(sentence: &str) {
    let mut stderr = io::stderr().lock();
    for line in sentence.lines() {
        // A closed stderr is no second error: the exit code says enough.
        let _unwritten = writeln!(stderr, "{}", visible(line, Alphabet::Unicode));
    }
}
