//! The office's own program that prints: a document goes to its standard input.
//!
//! It is run as the configuration names it, without a shell and with an empty environment, and ended after a time. Must not
//! know what a document says.

use crate::{
    config::PrintSettings,
    words::{Lang, Say, papers as text},
};
use nix::{
    sys::signal::{Signal, killpg},
    unistd::Pid,
};
use std::{
    fs,
    io::{self, Read, Write},
    os::unix::{fs::MetadataExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, ChildStderr, Command, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::{Duration, Instant},
};

/// Where programs are looked for: the path of who runs this one counts for nothing.
const PATH: &str = "/usr/local/bin:/usr/bin:/bin";
/// The most bytes of what the program says that are kept.
const MOST_SAID: u64 = 2048;
/// How often it is looked whether the program has ended.
const TURN: Duration = Duration::from_millis(20);

/// Why a document was not printed.
#[derive(Debug, thiserror::Error)]
pub enum PrinterError {
    #[error("there is no [print]")]
    NotConfigured,
    /// Others could have written the command.
    #[error("{path} may be written by others")]
    Unsafe { path: PathBuf },
    #[error("{program}: {source}")]
    NotStarted { program: String, source: io::Error },
    #[error("{program} took more than {seconds} s")]
    TimedOut { program: String, seconds: u32 },
    #[error("{program}: {said}")]
    Failed { program: String, said: String },
}

impl Say for PrinterError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::NotConfigured => text::NO_PRINTER.get(lang).to_owned(),
            Self::Unsafe { path } => {
                text::UNSAFE_PRINTER.of(lang, &[("path", path.display().to_string())])
            }
            Self::NotStarted { program, source } => {
                let values = [("program", program.clone()), ("what", source.to_string())];
                text::NOT_PRINTED.of(lang, &values)
            }
            Self::TimedOut { program, seconds } => {
                let values = [
                    ("program", program.clone()),
                    ("seconds", seconds.to_string()),
                ];
                text::PRINTER_HANGS.of(lang, &values)
            }
            Self::Failed { program, said } => {
                let values = [("program", program.clone()), ("what", said.clone())];
                text::NOT_PRINTED.of(lang, &values)
            }
        }
    }
}

/// The printing program of an office.
#[derive(Clone, Debug)]
pub struct Printer {
    settings: PrintSettings,
}

impl Printer {
    /// Takes the program over from a configuration file that root or the owner of the database owns, and nobody else can write:
    /// whoever else could write it would run what they like as the clerk.
    ///
    /// # Errors
    /// The file is not safe, or cannot be looked at.
    pub fn new(
        settings: &PrintSettings,
        file: &Path,
        database: &Path,
    ) -> Result<Self, PrinterError> {
        let founder = fs::metadata(database).map(|found| found.uid()).ok();
        let safe = fs::metadata(file).is_ok_and(|found| {
            let owner = found.uid();
            (owner == 0 || Some(owner) == founder) && found.mode() & 0o022 == 0
        });
        if !safe {
            let path = file.to_owned();
            return Err(PrinterError::Unsafe { path });
        }
        Ok(Self {
            settings: settings.clone(),
        })
    }

    /// Hands a document over, and waits until the program has ended.
    ///
    /// # Errors
    /// It cannot be started, takes too long, or ends with a failure, with what it said.
    pub fn print(&self, document: &str) -> Result<(), PrinterError> {
        let program = self.settings.command.first().cloned().unwrap_or_default();
        let mut child = self.start(&program)?;
        if let Some(mut input) = child.stdin.take() {
            let document = document.to_owned();
            // On a thread: a program that reads nothing must not hold the writer for ever. One that reads no more has failed,
            // which its end tells.
            thread::spawn(move || drop(input.write_all(document.as_bytes())));
        }
        let said = child.stderr.take().map(heard);
        let until = Instant::now() + Duration::from_secs(self.settings.timeout.into());
        let ended = loop {
            match child.try_wait() {
                Ok(Some(status)) => break status,
                Ok(None) if Instant::now() < until => thread::sleep(TURN),
                Ok(None) => {
                    end(&mut child);
                    let seconds = self.settings.timeout;
                    return Err(PrinterError::TimedOut { program, seconds });
                }
                Err(source) => {
                    end(&mut child);
                    return Err(PrinterError::NotStarted { program, source });
                }
            }
        };
        if ended.success() {
            return Ok(());
        }
        let said = said.and_then(|said| said.recv_timeout(Duration::from_secs(1)).ok());
        let said = match said.as_deref().map(str::trim) {
            None | Some("") => ended.to_string(),
            Some(said) => said.to_owned(),
        };
        Err(PrinterError::Failed { program, said })
    }

    fn start(&self, program: &str) -> Result<Child, PrinterError> {
        let arguments = self.settings.command.get(1..).unwrap_or_default();
        let mut command = Command::new(program);
        command.args(arguments).env_clear().env("PATH", PATH);
        command.env("LANG", "C.UTF-8").process_group(0);
        command.stdin(Stdio::piped()).stdout(Stdio::null());
        let started = command.stderr(Stdio::piped()).spawn();
        started.map_err(|source| PrinterError::NotStarted {
            program: program.to_owned(),
            source,
        })
    }
}

/// What the program says, in one line without control characters, once it has ended.
fn heard(from: ChildStderr) -> Receiver<String> {
    let (say, said) = channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What cannot be read was not said.
        let _read = from.take(MOST_SAID).read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes);
        let line = text.chars().map(|c| if c.is_control() { ' ' } else { c });
        // Nobody may wait for it any more.
        let _unheard = say.send(line.collect());
    });
    said
}

/// Ends a program with all that it has started.
fn end(child: &mut Child) {
    let group = i32::try_from(child.id()).map(Pid::from_raw);
    // One that has just ended by itself is gone already.
    let _gone = group.map(|group| killpg(group, Signal::SIGKILL));
    let _waited = child.wait();
}
