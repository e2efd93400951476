//! The command line: one file per subcommand, each with its arguments and its `run`. The only place that prints.
//!
//! Other programs rely on the JSON and the exit codes: 0 done, 1 refused, 2 usage, 3 configuration or charter, 4 storage.
//! With `--json` stdout holds one document; what went wrong stands on stderr as text, in the chosen language.

mod charter;
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
mod man;
mod notices;
mod outlook;
mod plain;
mod queue;
mod record;
mod search;
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
    words::Lang,
};
use clap::{Args, FromArgMatches, Parser, Subcommand, error::ErrorKind};
use console::Console;
use failure::Failure;
use std::{ffi::OsString, path::PathBuf, process::ExitCode};

/// A complaint desk: every promise of a service charter is a deadline
#[derive(Debug, Parser)]
#[command(name = "minwon", version, max_term_width = 110)]
pub struct Arguments {
    #[command(flatten)]
    globals: Globals,
    #[command(flatten)]
    screen: terminal::ScreenArgs,
    #[command(subcommand)]
    verb: Option<Verb>,
}

/// The call that opens the terminal program, as a clerk makes it: all arguments but the subcommands.
#[derive(Debug, Parser)]
#[command(name = "minwon", disable_help_flag = true)]
struct Screen {
    #[command(flatten)]
    globals: Globals,
    #[command(flatten)]
    screen: terminal::ScreenArgs,
}

impl From<Screen> for Arguments {
    fn from(Screen { globals, screen }: Screen) -> Self {
        Self {
            globals,
            screen,
            verb: None,
        }
    }
}

#[derive(Debug, Args)]
struct Globals {
    /// The database [env: MINWON_DB]
    #[arg(
        long,
        global = true,
        help_heading = "Global options",
        value_name = "PATH"
    )]
    db: Option<PathBuf>,
    /// The configuration file
    #[arg(
        long,
        global = true,
        help_heading = "Global options",
        value_name = "PATH"
    )]
    config: Option<PathBuf>,
    /// The language: ko or en [default: by locale]
    #[arg(long, global = true, help_heading = "Global options", value_parser = value::lang())]
    lang: Option<Lang>,
    /// Who acts: for administrators, the owner of the file, and practice databases
    #[arg(
        long = "as",
        global = true,
        help_heading = "Global options",
        value_name = "STAFF"
    )]
    acting: Option<String>,
    /// What time it is: practice databases only
    #[arg(
        long,
        global = true,
        help_heading = "Global options",
        value_name = "TIME"
    )]
    now: Option<String>,
    /// Answer in JSON
    #[arg(long, global = true, help_heading = "Global options")]
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
    /// Tell what to say and to check at a moment, and where a matter belongs
    Guide(guide::GuideArgs),
    /// Check that nothing in the database was lost or changed
    Verify(verify::VerifyArgs),
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

/// What kind of failure ended the terminal program, and what is said of it.
pub type ScreensError = (FailureKind, String);

/// The terminal program as the command line needs it, which knows no screen itself.
#[derive(Clone, Copy, Debug)]
pub struct Screens {
    /// Opens it on a desk.
    pub open: fn(&Opening, &Config) -> Result<(), ScreensError>,
    /// Every action with its keys; else what is wrong with the keys of the configuration file.
    pub keys: fn(&Config) -> Result<Vec<BoundKeys>, String>,
}

/// Does what the arguments ask for, and says on stderr why it did not.
pub fn run(arguments: &Arguments, screens: Screens) -> ExitCode {
    let globals = &arguments.globals;
    let flags = Flags {
        db: globals.db.clone(),
        config: globals.config.clone(),
        lang: globals.lang,
        look: arguments.screen.theme,
        colors: arguments.screen.colors,
        frames: arguments.screen.frames,
        ambiguous: arguments.screen.ambiguous,
        line: arguments.screen.line,
        mouse: arguments.screen.mouse,
    };
    let environment = |name: &str| std::env::var_os(name);
    let config = match Config::load(&flags, environment) {
        Ok(config) => config,
        Err(error) => {
            // The file that could have named a language is the one that is wrong.
            let lang = globals.lang.unwrap_or_else(|| config::locale(environment));
            return Failure::from(error).tell(lang);
        }
    };
    let console = Console {
        json: globals.json,
        acting: globals.acting.clone(),
        now: globals.now.clone(),
        manner: table::Manner::default(),
        config,
        screens,
        stdout: std::io::stdout(),
    };
    let done = match &arguments.verb {
        None => console
            .make_place()
            .and_then(|()| arguments.screen.run(&console)),
        Some(verb) => verb.run(&console),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.tell(console.lang()),
    }
}

impl Arguments {
    /// Reads the command line.
    ///
    /// # Errors
    /// Help or version was asked for and is printed now; the call is wrong and stderr says how. The exit code.
    pub fn read(given: impl IntoIterator<Item = OsString>) -> Result<Self, ExitCode> {
        let given: Vec<OsString> = given.into_iter().collect();
        // A right call needs no help, and one without a subcommand need not know them all: clerks wait for that one.
        if let Ok(right) = Screen::try_parse_from(&given) {
            return Ok(right.into());
        }
        if let Ok(right) = Self::try_parse_from(&given) {
            return Ok(right);
        }
        let lang = spoken(&given, |name| std::env::var_os(name));
        let parsed = help::command(lang)
            .try_get_matches_from(given)
            .and_then(|matches| Self::from_arg_matches(&matches));
        parsed.map_err(|error| {
            let told_by_help = error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
            if error.use_stderr() && !told_by_help {
                failure::on_stderr(&usage::sentences(&error, lang));
            } else {
                // Nobody reads any more: then there is nobody to tell either.
                let _unread = error.print();
            }
            u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
        })
    }
}

/// The language in which a call is answered that may be wrong: as far as the configuration can be read from it.
fn spoken(given: &[OsString], environment: impl Fn(&str) -> Option<OsString> + Copy) -> Lang {
    let after = |flag: &str| {
        let joined = format!("{flag}=");
        let texts = given.iter().filter_map(|word| word.to_str());
        let values = texts.clone().skip(1).map(Some).chain([None]);
        let found = texts.zip(values).find_map(|(word, next)| {
            let joined = word.strip_prefix(&joined);
            joined.or_else(|| next.filter(|_| word == flag))
        });
        found.map(str::to_owned)
    };
    let lang = after("--lang").and_then(|lang| match lang.as_str() {
        "ko" => Some(Lang::Ko),
        "en" => Some(Lang::En),
        _ => None,
    });
    let flags = Flags {
        config: after("--config").map(PathBuf::from),
        lang,
        ..Flags::default()
    };
    let configured = Config::load(&flags, environment).map(|config| config.lang);
    configured.unwrap_or_else(|_told_later| lang.unwrap_or_else(|| config::locale(environment)))
}

impl Verb {
    fn run(&self, console: &Console) -> Result<(), Failure> {
        match self {
            Self::Init(args) => args.run(console),
            Self::Demo(args) => args.run(console),
            Self::Intake(args) => args.run(console),
            Self::Queue(args) => args.run(console),
            Self::Outlook(args) => args.run(console),
            Self::Show(args) => args.run(console),
            Self::Record(args) => args.run(console),
            Self::Notices(args) => args.run(console),
            Self::Contact(args) => args.run(console),
            Self::Search(args) => args.run(console),
            Self::View(args) => args.run(console),
            Self::Due(args) => args.run(console),
            Self::Duty(args) => args.run(console),
            Self::Holidays(args) => args.run(console),
            Self::Charter(args) => args.run(console),
            Self::Guide(args) => args.run(console),
            Self::Verify(args) => args.run(console),
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
            let globals = Arguments::try_parse_from(line).unwrap().globals;
            assert_eq!(
                (globals.db, globals.json),
                (Some("a.db".into()), true),
                "{line:?}"
            );
        }
    }
}
