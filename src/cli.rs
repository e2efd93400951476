//! The command line: one file per subcommand, each with its arguments and its `run`. The only place that prints.
//!
//! Other programs rely on the JSON and the exit codes: 0 done, 1 refused, 2 usage, 3 configuration or charter, 4 storage.
//! With `--json` stdout holds one document; errors go to stderr as text, in the chosen language.

mod charter;
mod clock;
mod completions;
mod console;
mod contact;
mod demo;
mod document;
mod due;
mod duty;
mod failure;
mod guide;
mod handover;
mod help;
mod holidays;
mod init;
mod intake;
mod keys;
mod letter;
mod man;
mod notices;
mod outlook;
mod plain;
mod print;
mod queue;
mod record;
mod search;
mod send;
mod show;
mod staff;
mod table;
mod terminal;
mod usage;
mod value;
mod verify;
mod view;

use crate::{
    config::{self, BoundKeys, Config, Flags},
    desk::{FailureKind, Opening},
    words::{Lang, Say},
};
use clap::{Args, Command, FromArgMatches, Parser, Subcommand, error::ErrorKind};
use console::Console;
use failure::Failure;
use std::{
    ffi::{OsStr, OsString},
    path::PathBuf,
    process::ExitCode,
};

/// A complaint desk: every promise of a service charter is a deadline
#[derive(Debug, Parser)]
#[command(name = "minwon", version, max_term_width = 110)]
pub struct Arguments {
    #[command(flatten)]
    flags: GlobalFlags,
    #[command(subcommand)]
    verb: Option<Verb>,
}

/// All arguments but the subcommands.
#[derive(Debug, Args)]
struct GlobalFlags {
    #[command(flatten)]
    globals: Globals,
    #[command(flatten)]
    screen: terminal::ScreenArgs,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Global options")]
struct Globals {
    /// The database [env: MINWON_DB]
    #[arg(long, global = true, value_name = "PATH")]
    db: Option<PathBuf>,
    /// The configuration file
    #[arg(long, global = true, value_name = "PATH")]
    config: Option<PathBuf>,
    /// The language: ko or en [default: by locale]
    #[arg(long, global = true, value_parser = value::lang())]
    lang: Option<Lang>,
    /// Who acts: for administrators, the owner of the file, and practice databases
    #[arg(long = "as", global = true, value_name = "STAFF")]
    acting: Option<String>,
    /// What time it is: practice databases only
    #[arg(long, global = true, value_name = "TIME")]
    now: Option<String>,
    /// Answer in JSON
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Create a database on a charter
    Init(init::InitArgs),
    /// Open a practice database with believable cases
    Demo(demo::DemoArgs),
    /// Take a matter in and print its receipt number
    Intake(Box<intake::IntakeArgs>),
    /// List what has to be done, the nearest deadline first
    Queue(queue::QueueArgs),
    /// Tell how much falls due on each of the days ahead
    Outlook(outlook::OutlookArgs),
    /// Show one case with its deadlines and history
    Show(show::ShowArgs),
    /// Record what was done to a case
    Record(record::RecordArgs),
    /// List what is to be told, and record what became of it
    Notices(notices::NoticesArgs),
    /// Print a paper: a receipt slip, a form of the law, the register
    Print(print::PrintArgs),
    /// Hand what is due to the office's mail server, once or as a service
    Send(send::SendArgs),
    /// Keep what the charter and the law ask for by the calendar
    Duty(Box<duty::DutyArgs>),
    /// Take in visits and calls and follow them
    Contact(contact::ContactArgs),
    /// Find cases by words, initial consonants, fields, telephone or receipt number
    Search(search::SearchArgs),
    /// Keep views of the queue under a name
    View(view::ViewArgs),
    /// Count a due date and explain it
    Due(due::DueArgs),
    /// List the public holidays, or change the desk's table of them
    Holidays(holidays::HolidaysArgs),
    /// Look at charters and check them
    Charter(charter::CharterArgs),
    /// Look at what the office's letters say, and change it
    Letter(letter::LetterArgs),
    /// Tell what to say and to check at a moment, and where a matter belongs
    Guide(guide::GuideArgs),
    /// Check that nothing in the database was lost or changed
    Verify(verify::VerifyArgs),
    /// Confirm a clock that disagrees with the records
    Clock(clock::ClockArgs),
    /// Keep the staff
    Staff(staff::StaffArgs),
    /// Hand the desk to the next shift: what came in, what was done, what falls due
    Handover(handover::HandoverArgs),
    /// List the keys of the terminal program, or check the ones of the configuration file
    Keys(keys::KeysArgs),
    /// Print the completions of a shell
    Completions(completions::CompletionsArgs),
    /// Print the manual page
    Man(man::ManArgs),
}

/// Why the terminal program ended with an error: the kind and the sentence.
pub type ScreensError = (FailureKind, String);

/// The terminal program as the command line needs it, which knows no screen itself.
#[derive(Clone, Copy, Debug)]
pub struct Screens {
    /// Opens it on a desk.
    pub open: fn(&Opening, &Config) -> Result<(), ScreensError>,
    /// Every action with its keys; else what is wrong with the keys of the configuration file.
    pub keys: fn(&Config) -> Result<Vec<BoundKeys>, String>,
}

/// Carries the call out; an error is reported on stderr.
pub fn run(Arguments { flags, verb }: Arguments, screens: Screens) -> ExitCode {
    let GlobalFlags { globals, screen } = flags;
    let flags = Flags {
        db: globals.db,
        config: globals.config,
        lang: globals.lang,
        screen: screen.wishes(),
    };
    let environment = |name: &str| std::env::var_os(name);
    let config = match Config::load(flags, environment) {
        Ok(config) => config,
        Err(error) => {
            // The file that could have named a language is the one that is wrong.
            let lang = globals.lang.unwrap_or_else(|| config::locale(environment));
            return Failure::Sentence(FailureKind::Configuration, error.say(lang)).report(lang);
        }
    };
    let console = Console {
        json: globals.json,
        acting: globals.acting,
        now: globals.now,
        style: table::TableStyle::Columns,
        config,
        screens,
    };
    let result = match verb {
        None => console.make_place().and_then(|()| screen.run(&console)),
        Some(verb) => verb.run(&console),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(console.lang()),
    }
}

impl Arguments {
    /// Reads the command line.
    ///
    /// # Errors
    /// The exit code: help or version was asked for and printed, or the call is wrong and stderr says how.
    pub fn read(given: impl IntoIterator<Item = OsString>) -> Result<Self, ExitCode> {
        let given = with_negatives(given);
        // Building the parser of every subcommand takes time; the call without one, which clerks make, is tried first.
        let bare = GlobalFlags::augment_args(Command::new("minwon").disable_help_flag(true));
        let bare = bare.try_get_matches_from(&given);
        if let Ok(flags) = bare.and_then(|matches| GlobalFlags::from_arg_matches(&matches)) {
            return Ok(Self { flags, verb: None });
        }
        if let Ok(arguments) = Self::try_parse_from(&given) {
            return Ok(arguments);
        }
        let lang = error_lang(&given, |name| std::env::var_os(name));
        let parsed = help::command(lang)
            .try_get_matches_from(given)
            .and_then(|matches| Self::from_arg_matches(&matches));
        parsed.map_err(|error| {
            let is_help = error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
            if error.use_stderr() && !is_help {
                failure::on_stderr(&usage::sentences(&error, lang));
            } else {
                // A closed stdout cannot be reported anywhere.
                let _unread = error.print();
            }
            u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
        })
    }
}

/// Joins a value such as `-10m` to the flag before it, which would else be taken for a flag of its own.
fn with_negatives(given: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let mut joined: Vec<OsString> = Vec::new();
    let mut plain = false;
    for word in given {
        let flag = joined.last_mut().filter(|last| {
            let last = last.to_string_lossy();
            !plain && last.len() > 2 && last.starts_with("--") && !last.contains('=')
        });
        plain |= word == "--";
        match flag {
            Some(flag) if is_negative(&word) => {
                flag.push("=");
                flag.push(&word);
            }
            Some(_) | None => joined.push(word),
        }
    }
    joined
}

fn is_negative(word: &OsStr) -> bool {
    let word = word.to_string_lossy();
    let rest = word.strip_prefix('-').unwrap_or_default();
    rest.starts_with(|first: char| first.is_ascii_digit())
}

/// The language for a call that could not be parsed: read from its flags as far as possible, else from the configuration.
fn error_lang(given: &[OsString], environment: impl Fn(&str) -> Option<OsString> + Copy) -> Lang {
    let after = |flag: &str| {
        let joined = format!("{flag}=");
        let texts = given.iter().filter_map(|word| word.to_str());
        let values = texts.clone().skip(1).map(Some).chain([None]);
        texts.zip(values).find_map(|(word, next)| {
            let joined = word.strip_prefix(&joined);
            joined.or_else(|| next.filter(|_| word == flag))
        })
    };
    let lang = match after("--lang") {
        Some("ko") => Some(Lang::Ko),
        Some("en") => Some(Lang::En),
        _ => None,
    };
    let flags = Flags {
        config: after("--config").map(PathBuf::from),
        lang,
        ..Flags::default()
    };
    let configured = Config::load(flags, environment).map(|config| config.lang);
    configured.unwrap_or_else(|_error| lang.unwrap_or_else(|| config::locale(environment)))
}

impl Verb {
    fn run(self, console: &Console) -> Result<(), Failure> {
        match self {
            Self::Init(args) => args.run(console),
            Self::Demo(args) => args.run(console),
            Self::Intake(args) => args.run(console),
            Self::Queue(args) => args.run(console),
            Self::Outlook(args) => args.run(console),
            Self::Show(args) => args.run(console),
            Self::Record(args) => args.run(console),
            Self::Notices(args) => args.run(console),
            Self::Print(args) => args.run(console),
            Self::Send(args) => args.run(console),
            Self::Contact(args) => args.run(console),
            Self::Search(args) => args.run(console),
            Self::View(args) => args.run(console),
            Self::Due(args) => args.run(console),
            Self::Duty(args) => args.run(console),
            Self::Holidays(args) => args.run(console),
            Self::Charter(args) => args.run(console),
            Self::Letter(args) => args.run(console),
            Self::Guide(args) => args.run(console),
            Self::Verify(args) => args.run(console),
            Self::Clock(args) => args.run(console),
            Self::Staff(args) => args.run(console),
            Self::Handover(args) => args.run(console),
            Self::Keys(args) => args.run(console),
            Self::Completions(args) => args.run(console),
            Self::Man(args) => args.run(console),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn global_flags_stand_before_or_after_the_subcommand() {
        for line in [
            &["minwon", "--json", "--db", "a.db", "queue"][..],
            &["minwon", "queue", "--json", "--db", "a.db"],
            &[
                "minwon",
                "record",
                "2026-1",
                "accept",
                "--db=a.db",
                "--json",
            ],
            &["minwon", "holidays", "2026", "--json", "--db", "a.db"],
            &[
                "minwon",
                "holidays",
                "remove",
                "2026-05-05",
                "어린이날",
                "--db",
                "a.db",
                "--json",
            ],
        ] {
            let globals = Arguments::try_parse_from(line).unwrap().flags.globals;
            assert_eq!(
                (globals.db, globals.json),
                (Some("a.db".into()), true),
                "{line:?}"
            );
        }
    }
}
