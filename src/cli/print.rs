//! `minwon print`: papers to hand over and to keep, on standard output or in a file.

use super::{Failure, console::Console, value};
use crate::{
    desk::FailureKind,
    domain::{
        case::CaseNumber,
        letter::day,
        paper::{Covers, DAY, OBJECTIONS, Paper, PaperFormat, PaperKind, REGISTER, Rows},
    },
    printer::{Printer, PrinterError},
    words::{Lang, Say, papers as text},
};
use chrono::NaiveDate;
use clap::Args;
use std::{
    fs::{self, File, OpenOptions},
    io::{self, BufWriter, Write},
    os::unix::fs::OpenOptionsExt,
    path::{Path, PathBuf},
    process,
};

#[derive(Debug, Args)]
pub(super) struct PrintArgs {
    /// What to print
    #[arg(value_parser = value::word(PaperKind::ALL, PaperKind::id))]
    what: PaperKind,
    /// The receipt number, for a paper of one case
    number: Option<CaseNumber>,
    /// The first day of the register
    #[arg(long, value_name = "DATE")]
    from: Option<NaiveDate>,
    /// The last day of the register
    #[arg(long, value_name = "DATE")]
    to: Option<NaiveDate>,
    /// As text or as HTML [default: text, or as the printing program wants it]
    #[arg(long, value_parser = value::word(PaperFormat::ALL, PaperFormat::id))]
    format: Option<PaperFormat>,
    /// The file to write, readable by its owner alone, instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Hand it to the printing program of the configuration
    #[arg(long, conflicts_with = "output")]
    printer: bool,
}

impl PrintArgs {
    pub(super) fn run(&self, console: &Console) -> Result<(), Failure> {
        match self.what.covers() {
            Covers::Case => self.of_case(console),
            Covers::Span => self.of_span(console),
            Covers::Today => self.of_today(console),
        }
    }

    fn of_case(&self, console: &Console) -> Result<(), Failure> {
        let Some(number) = self.number else {
            return Err(self.usage(text::NEEDS_NUMBER, console));
        };
        let paper = console.desk()?.paper(self.what, number)?;
        if self.printer {
            return self.hand_over(&paper, console);
        }
        let mut out = Output::open(self.output.as_deref())?;
        out.write(&paper.write(self.format.unwrap_or(PaperFormat::Text)))?;
        out.finish(console)
    }

    fn hand_over(&self, paper: &Paper, console: &Console) -> Result<(), Failure> {
        let failed = |error: PrinterError| {
            let kind = match &error {
                PrinterError::NotConfigured | PrinterError::Unsafe { .. } => {
                    FailureKind::Configuration
                }
                PrinterError::NotStarted { .. }
                | PrinterError::TimedOut { .. }
                | PrinterError::Failed { .. } => FailureKind::Refused,
            };
            Failure::Sentence(kind, error.say(console.lang()))
        };
        let config = &console.config;
        let (Some(settings), Some(file)) = (&config.print, &config.file) else {
            return Err(failed(PrinterError::NotConfigured));
        };
        let printer = Printer::new(settings, file, &config.db).map_err(failed)?;
        let format = self.format.unwrap_or(settings.format);
        printer.print(&paper.write(format)).map_err(failed)?;
        console.say(text::PRINTED, &[])
    }

    fn of_span(&self, console: &Console) -> Result<(), Failure> {
        let (Some(from), Some(to)) = (self.from, self.to) else {
            return Err(self.usage(text::NEEDS_SPAN, console));
        };
        if self.printer {
            // It may be longer than memory.
            return Err(self.usage(text::LIST_TO_FILE, console));
        }
        let mut desk = console.desk()?;
        let span = [("from", day(from)), ("to", day(to))];
        let rows = self.rows(text::SPAN.of(Lang::Ko, &span));
        let mut out = Output::open(self.output.as_deref())?;
        out.write(&rows.head())?;
        desk.list_cases(self.what, (from, to), |row| out.write(&rows.row(row)))?;
        out.write(&rows.end())?;
        out.finish(console)
    }

    fn of_today(&self, console: &Console) -> Result<(), Failure> {
        let mut desk = console.desk()?;
        let found = desk.list_day()?;
        let rows = self.rows(day(desk.today()?));
        let pieces = found.iter().map(|row| rows.row(row));
        let whole: String = std::iter::once(rows.head())
            .chain(pieces)
            .chain([rows.end()])
            .collect();
        let mut out = Output::open(self.output.as_deref())?;
        out.write(&whole)?;
        out.finish(console)
    }

    fn rows(&self, span: String) -> Rows {
        Rows {
            kind: self.what,
            span,
            columns: match self.what {
                PaperKind::Objections => OBJECTIONS,
                PaperKind::Day => DAY,
                PaperKind::Register
                | PaperKind::Slip
                | PaperKind::Extension
                | PaperKind::Progress
                | PaperKind::Reminder
                | PaperKind::Authority
                | PaperKind::Objection
                | PaperKind::Case => REGISTER,
            },
            format: self.format.unwrap_or(PaperFormat::Text),
        }
    }

    fn usage(&self, phrase: crate::words::Phrase, console: &Console) -> Failure {
        let paper = self.what.say(console.lang());
        console.failure(FailureKind::Usage, phrase, &[("paper", &paper)])
    }
}

/// Where a paper goes: standard output, or a file that gets its name once it is whole. What is no file, such as a pipe or a
/// device, is written to as it is and never replaced.
enum Output {
    Standard(BufWriter<io::Stdout>),
    File {
        path: PathBuf,
        /// Where it stands until it is whole; `None` for what is no file.
        part: Option<Part>,
        file: BufWriter<File>,
    },
}

/// A file under a name of its own, removed unless it was given its name.
struct Part(PathBuf);

impl Drop for Part {
    fn drop(&mut self) {
        // One that was given its name is gone from here. Where it cannot be removed, its name says what it is.
        let _left = fs::remove_file(&self.0);
    }
}

impl Output {
    fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path else {
            return Ok(Self::Standard(BufWriter::new(io::stdout())));
        };
        let mut options = OpenOptions::new();
        options.write(true).mode(0o600);
        let other = fs::metadata(path).is_ok_and(|found| !found.is_file());
        let (part, file) = if other {
            (None, options.open(path))
        } else {
            let mut part = path.as_os_str().to_owned();
            part.push(format!(".{}.part", process::id()));
            let part = PathBuf::from(part);
            // A new file: nothing that lies there is followed or written over.
            let file = options.create_new(true).open(&part);
            (file.is_ok().then_some(Part(part)), file)
        };
        Ok(Self::File {
            path: path.to_owned(),
            part,
            file: BufWriter::new(file.map_err(|error| unwritten(path, &error))?),
        })
    }

    fn write(&mut self, text: &str) -> Result<(), Failure> {
        match self {
            Self::Standard(out) => out.write_all(text.as_bytes()).map_err(Failure::Output),
            Self::File { path, file, .. } => {
                let written = file.write_all(text.as_bytes());
                written.map_err(|error| unwritten(path, &error))
            }
        }
    }

    /// Ends it; a file gets its name.
    fn finish(self, console: &Console) -> Result<(), Failure> {
        match self {
            Self::Standard(mut out) => out.flush().map_err(Failure::Output),
            Self::File {
                path,
                part,
                mut file,
            } => {
                let whole = file.flush().and_then(|()| match &part {
                    Some(Part(part)) => {
                        file.get_ref().sync_all()?;
                        fs::rename(part, &path)
                    }
                    None => Ok(()),
                });
                whole.map_err(|error| unwritten(&path, &error))?;
                console.say(text::WRITTEN, &[("path", &path.display().to_string())])
            }
        }
    }
}

fn unwritten(path: &Path, error: &io::Error) -> Failure {
    Failure::Unwritten {
        path: path.to_owned(),
        what: error.to_string(),
    }
}
