//! Database, language and settings of the screen: defaults, then `config.toml`, then the environment, then flags.
//!
//! `config.toml` is in the configuration folder of the system (`~/.config/minwon` on Linux) and may hold:
//!
//! ```toml
//! db = "/srv/minwon/desk.db"   # relative to the folder of this file; ~/ is the home folder
//! lang = "ko"                  # or "en"
//! theme = "dark"               # or "light", "contrast", "terminal"
//! colors = "auto"              # or "none", "16", "256", "true"
//! frames = "auto"              # or "lines", "ascii"
//! ambiguous = "auto"           # or "narrow", "wide": how many cells the terminal gives to characters like ★ and ①
//! line = "auto"                # or "slow", "quick"
//! vi = true                    # h j k l g G move
//! mouse = true                 # false leaves the mouse to the terminal, to select text with
//!
//! [keys]                       # see `minwon keys`
//! intake = ["F2", "n"]
//!
//! [mail]                       # see docs/mail.md
//! host = "mail.example.kr"
//! from = "desk@example.kr"
//!
//! [print]                      # see docs/papers.md
//! command = ["lp", "-d", "desk"]
//! format = "text"              # or "html"
//! ```

mod file;
mod mail;
mod print;
mod screen;

pub use file::{Fault, FaultKind};
pub use mail::{MailSettings, MailTls, PasswordError};
pub use print::PrintSettings;
pub use screen::{
    Ambiguous, BoundKeys, Colors, Frames, KeyWish, LineSpeed, Look, Mouse, ScreenWishes,
};

use crate::words::{Lang, Say, cli as text};
use directories::{BaseDirs, ProjectDirs};
use file::FileSettings;
use std::{
    ffi::OsString,
    fs::DirBuilder,
    io::{self, Read},
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
};

/// The most bytes of a configuration file that are read.
const MOST_BYTES: u64 = 64 * 1024;

/// The configuration as far as the command line gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    pub db: Option<PathBuf>,
    pub config: Option<PathBuf>,
    pub lang: Option<Lang>,
    /// `vi` and `keys` have no flag.
    pub screen: ScreenWishes,
}

/// Where the path of the database comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    Flag,
    Environment,
    File,
    /// The data folder of the system.
    Default,
}

/// The configuration in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    pub lang: Lang,
    pub db: PathBuf,
    pub origin: Origin,
    /// The configuration file, whether it exists or not; `None` for a user without a home.
    pub file: Option<PathBuf>,
    pub screen: ScreenWishes,
    /// The mail server; `None` where everything is for staff to tell.
    pub mail: Option<MailSettings>,
    /// The office's own printing program; `None` where papers are files.
    pub print: Option<PrintSettings>,
    /// The default folder for databases; `None` for a user without a home.
    pub data: Option<PathBuf>,
}

/// Why there is no configuration.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    #[error("{path}: {source}")]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{path} has {} error(s)", faults.len())]
    Wrong { path: PathBuf, faults: Vec<Fault> },
    /// Nothing names a database, and without a home folder there is no default.
    #[error("no home folder, and no database was named")]
    NoHome,
}

impl Config {
    /// Reads the configuration; `environment` looks a variable up.
    ///
    /// # Errors
    /// The file that was named does not exist; it cannot be read or has errors; no place for a database is known.
    pub fn load(
        flags: Flags,
        environment: impl Fn(&str) -> Option<OsString>,
    ) -> Result<Self, ConfigError> {
        let folders = ProjectDirs::from("", "", "minwon");
        let usual = |folders: &ProjectDirs| folders.config_dir().join("config.toml");
        let named = flags.config.is_some();
        let file = flags.config.or_else(|| folders.as_ref().map(usual));
        let stated = match &file {
            Some(path) => read(path, named)?,
            None => FileSettings::default(),
        };
        let data = folders.map(|folders| folders.data_dir().to_owned());
        let variable = environment("MINWON_DB").filter(|value| !value.is_empty());
        let default = data.as_ref().map(|data| data.join("desk.db"));
        let candidates = [
            (flags.db, Origin::Flag),
            (variable.map(PathBuf::from), Origin::Environment),
            (stated.db, Origin::File),
            (default, Origin::Default),
        ];
        let (db, origin) = candidates
            .into_iter()
            .find_map(|(path, origin)| Some((path?, origin)))
            .ok_or(ConfigError::NoHome)?;
        let lang = flags.lang.or(stated.lang);
        let (stated_mail, stated_print) = (stated.mail, stated.print);
        let (flag, stated) = (flags.screen, stated.screen);
        Ok(Self {
            lang: lang.unwrap_or_else(|| locale(environment)),
            db,
            origin,
            file,
            screen: ScreenWishes {
                look: flag.look.or(stated.look),
                colors: flag.colors.or(stated.colors),
                frames: flag.frames.or(stated.frames),
                ambiguous: flag.ambiguous.or(stated.ambiguous),
                line: flag.line.or(stated.line),
                mouse: flag.mouse.or(stated.mouse),
                ..stated
            },
            mail: stated_mail,
            print: stated_print,
            data,
        })
    }

    /// Creates the default data folder, readable by its owner alone.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn make_data_folder(&self) -> io::Result<()> {
        let Some(folder) = &self.data else {
            return Ok(());
        };
        DirBuilder::new().recursive(true).mode(0o700).create(folder)
    }
}

/// The language of the locale: Korean for `ko*`, else English.
pub fn locale(environment: impl Fn(&str) -> Option<OsString>) -> Lang {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(environment)
        .find(|value| !value.is_empty());
    let korean = said.is_some_and(|value| value.to_string_lossy().starts_with("ko"));
    if korean { Lang::Ko } else { Lang::En }
}

fn read(path: &Path, named: bool) -> Result<FileSettings, ConfigError> {
    let unreadable = |source| ConfigError::Unreadable {
        path: path.to_owned(),
        source,
    };
    let mut bytes = Vec::new();
    match std::fs::File::open(path) {
        Ok(file) => file.take(MOST_BYTES).read_to_end(&mut bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound && !named => {
            return Ok(FileSettings::default());
        }
        Err(error) => Err(error),
    }
    .map_err(unreadable)?;
    let text = String::from_utf8(bytes)
        .map_err(|error| unreadable(io::Error::new(io::ErrorKind::InvalidData, error)))?;
    let mut stated = file::parse(&text).map_err(|faults| ConfigError::Wrong {
        path: path.to_owned(),
        faults,
    })?;
    stated.db = stated.db.map(|db| place(path, db));
    if let Some(mail) = &mut stated.mail {
        let secret = mail.password_file.take();
        mail.password_file = secret.map(|secret| place(path, secret));
    }
    Ok(stated)
}

/// Resolves the path of the database: `~` is the home folder, else relative to the folder of the file.
fn place(file: &Path, db: PathBuf) -> PathBuf {
    match (db.strip_prefix("~"), BaseDirs::new(), file.parent()) {
        (Ok(rest), Some(base), _) => base.home_dir().join(rest),
        (_, _, Some(folder)) => folder.join(db),
        (_, _, None) => db,
    }
}

impl Say for ConfigError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Unreadable { path, source } => text::UNREADABLE.with(
                lang,
                &[
                    ("path", &path.display().to_string()),
                    ("what", &source.to_string()),
                ],
            ),
            Self::Wrong { path, faults } => {
                let path = path.display();
                let lines = faults
                    .iter()
                    .map(|fault| format!("{path}:{}", fault.located(lang)));
                lines.collect::<Vec<_>>().join("\n")
            }
            Self::NoHome => text::NO_HOME.get(lang).to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locale_of(variables: &[(&str, &str)]) -> Lang {
        locale(|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| OsString::from(value))
        })
    }

    #[test]
    fn the_first_variable_that_says_something_is_the_locale() {
        for (variables, lang) in [
            (&[("LANG", "ko_KR.UTF-8")][..], Lang::Ko),
            (&[("LANG", "ko_KR.UTF-8"), ("LC_ALL", "C")], Lang::En),
            (&[("LANG", "en_US"), ("LC_MESSAGES", "ko")], Lang::Ko),
            (&[("LC_ALL", ""), ("LANG", "ko_KR.eucKR")], Lang::Ko),
            (&[("LANG", "POSIX")], Lang::En),
            (&[("LANG", "ja_JP.UTF-8")], Lang::En),
            (&[], Lang::En),
        ] {
            assert_eq!(locale_of(variables), lang, "{variables:?}");
        }
    }

    #[test]
    fn flags_go_before_the_environment_and_that_before_the_file() {
        let folder = tempfile::TempDir::new().unwrap();
        let config = folder.path().join("config.toml");
        std::fs::write(&config, "db = \"here.db\"\nlang = \"ko\"\n").unwrap();
        let load = |db: Option<&str>, variable: Option<&str>, lang| {
            let flags = Flags {
                db: db.map(PathBuf::from),
                config: Some(config.clone()),
                lang,
                ..Flags::default()
            };
            let asked = |name: &str| variable.filter(|_| name == "MINWON_DB").map(OsString::from);
            let config = Config::load(flags, asked).unwrap();
            (config.db, config.origin, config.lang)
        };
        let here = folder.path().join("here.db");
        assert_eq!(
            load(None, None, None),
            (here.clone(), Origin::File, Lang::Ko)
        );
        assert_eq!(load(None, Some(""), None).0, here);
        assert_eq!(
            load(None, Some("e.db"), Some(Lang::En)),
            ("e.db".into(), Origin::Environment, Lang::En)
        );
        assert_eq!(
            load(Some("f.db"), Some("e.db"), None).0,
            PathBuf::from("f.db")
        );
    }
}
