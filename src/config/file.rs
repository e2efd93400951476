//! Reads the text of `config.toml` and reports every error with line and column.
//!
//! Text in, settings out: no file is opened here.

use super::{KeyWish, MailSettings, Mouse, PrintSettings, ScreenWishes, mail, print};
use crate::words::{Lang, Say, cli as text};
use std::{path::PathBuf, str::FromStr};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// The settings of a configuration file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FileSettings {
    pub(super) db: Option<PathBuf>,
    pub(super) lang: Option<Lang>,
    pub(super) screen: ScreenWishes,
    pub(super) mail: Option<MailSettings>,
    pub(super) print: Option<PrintSettings>,
}

/// Kind of an error in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    Syntax(String),
    UnknownKey {
        known: &'static [&'static str],
    },
    Value {
        allowed: &'static str,
    },
    Missing {
        key: &'static str,
    },
    /// A mail server elsewhere, to which all would go in the clear.
    ClearMail,
}

/// One error of a configuration file, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The key; empty for the text as a whole.
    pub key: String,
    pub kind: FaultKind,
}

impl Fault {
    /// `line:column: key: sentence`, in the format of compilers.
    pub(super) fn located(&self, lang: Lang) -> String {
        let (line, column, key, said) = (self.line, self.column, &self.key, self.say(lang));
        if key.is_empty() {
            format!("{line}:{column}: {said}")
        } else {
            format!("{line}:{column}: {key}: {said}")
        }
    }
}

impl Say for Fault {
    fn say(&self, lang: Lang) -> String {
        match &self.kind {
            FaultKind::Syntax(what) => text::CONFIG_SYNTAX.with(lang, &[("what", what)]),
            FaultKind::UnknownKey { known } => {
                text::CONFIG_UNKNOWN_KEY.with(lang, &[("allowed", &known.join(", "))])
            }
            FaultKind::Missing { key } => text::CONFIG_MISSING.with(lang, &[("key", key)]),
            FaultKind::ClearMail => text::CONFIG_CLEAR_MAIL.get(lang).to_owned(),
            FaultKind::Value { allowed } => text::CONFIG_VALUE.with(lang, &[("allowed", allowed)]),
        }
    }
}

const KEYS: &[&str] = &[
    "db",
    "lang",
    "theme",
    "colors",
    "frames",
    "ambiguous",
    "line",
    "vi",
    "mouse",
    "keys",
    "mail",
    "print",
];

/// Reads the text; reports every error, in the order of the text.
pub(super) fn parse(text: &str) -> Result<FileSettings, Vec<Fault>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let table = DeTable::parse(text).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start);
        let what = error.message().to_owned();
        vec![fault(text, offset, "", FaultKind::Syntax(what))]
    })?;
    let mut stated = FileSettings::default();
    let mut wrong: Vec<(usize, &str, FaultKind)> = Vec::new();
    for (key, value) in table.get_ref() {
        let name = key.get_ref().as_ref();
        if let ("keys", DeValue::Table(wishes)) = (name, value.get_ref()) {
            match keys(text, wishes) {
                Ok(wishes) => stated.screen.keys = wishes,
                Err(faults) => wrong.extend(faults),
            }
            continue;
        }
        if let ("mail", DeValue::Table(said)) = (name, value.get_ref()) {
            match mail::read(said, key.span().start) {
                Ok(settings) => stated.mail = Some(settings),
                Err(faults) => wrong.extend(faults),
            }
            continue;
        }
        if let ("print", DeValue::Table(said)) = (name, value.get_ref()) {
            match print::read(said, key.span().start) {
                Ok(settings) => stated.print = Some(settings),
                Err(faults) => wrong.extend(faults),
            }
            continue;
        }
        match setting(&mut stated, name, value) {
            None => {}
            Some(kind @ FaultKind::UnknownKey { .. }) => wrong.push((key.span().start, name, kind)),
            Some(kind) => wrong.push((value.span().start, name, kind)),
        }
    }
    if wrong.is_empty() {
        return Ok(stated);
    }
    wrong.sort_by_key(|(offset, ..)| *offset);
    let faults = wrong.into_iter();
    Err(faults
        .map(|(offset, key, kind)| fault(text, offset, key, kind))
        .collect())
}

/// Stores one setting; returns what is wrong with it.
fn setting(
    stated: &mut FileSettings,
    key: &str,
    value: &Spanned<DeValue<'_>>,
) -> Option<FaultKind> {
    let said = value.get_ref().as_str();
    let not = |allowed| Some(FaultKind::Value { allowed });
    match (key, said) {
        ("db", Some(path)) if !path.is_empty() => stated.db = Some(PathBuf::from(path)),
        ("db", _) => return not("\"/path/to/desk.db\""),
        ("lang", Some("ko")) => stated.lang = Some(Lang::Ko),
        ("lang", Some("en")) => stated.lang = Some(Lang::En),
        ("lang", _) => return not("\"ko\", \"en\""),
        ("theme", said) => return word(&mut stated.screen.look, said, THEMES),
        ("colors", said) => return word(&mut stated.screen.colors, said, COLORS),
        ("frames", said) => return word(&mut stated.screen.frames, said, FRAMES),
        ("ambiguous", said) => return word(&mut stated.screen.ambiguous, said, AMBIGUOUS),
        ("line", said) => return word(&mut stated.screen.line, said, LINES),
        ("vi" | "mouse", _) => {
            let Some(on) = value.get_ref().as_bool() else {
                return not("true, false");
            };
            if key == "vi" {
                stated.screen.vi = Some(on);
            } else {
                stated.screen.mouse = Some(if on { Mouse::On } else { Mouse::Off });
            }
        }
        ("keys", _) => return not(KEY_TABLE),
        ("print", _) => return not("[print] command = [\"lp\"]"),
        ("mail", _) => return not("[mail] host = \"mail.example.kr\""),
        _ => return Some(FaultKind::UnknownKey { known: KEYS }),
    }
    None
}

const THEMES: &str = "\"terminal\", \"dark\", \"light\", \"contrast\"";
const COLORS: &str = "\"auto\", \"none\", \"16\", \"256\", \"true\"";
const FRAMES: &str = "\"auto\", \"lines\", \"ascii\"";
const AMBIGUOUS: &str = "\"auto\", \"narrow\", \"wide\"";
const LINES: &str = "\"auto\", \"slow\", \"quick\"";
const KEY_TABLE: &str = "[keys] intake = [\"F2\", \"n\"]";

/// Stores a word of a closed set, or returns the allowed words.
fn word<T: FromStr>(
    into: &mut Option<T>,
    said: Option<&str>,
    allowed: &'static str,
) -> Option<FaultKind> {
    *into = said.and_then(|said| said.parse().ok());
    into.is_none().then_some(FaultKind::Value { allowed })
}

/// The bindings of `[keys]`; an error for each value that is no list of texts, with its offset.
fn keys<'a>(
    text: &str,
    wishes: &'a DeTable<'_>,
) -> Result<Vec<KeyWish>, Vec<(usize, &'a str, FaultKind)>> {
    let mut made = Vec::new();
    let mut wrong = Vec::new();
    for (action, value) in wishes {
        let keys = match value.get_ref() {
            DeValue::Array(keys) => {
                let keys = keys
                    .iter()
                    .map(|key| key.get_ref().as_str().map(str::to_owned));
                keys.collect::<Option<Vec<_>>>()
            }
            one => one.as_str().map(|key| vec![key.to_owned()]),
        };
        let (name, offset) = (action.get_ref().as_ref(), action.span().start);
        let Some(keys) = keys else {
            let allowed = KEY_TABLE;
            wrong.push((value.span().start, name, FaultKind::Value { allowed }));
            continue;
        };
        let (line, column) = place(text, offset);
        let action = name.to_owned();
        made.push(KeyWish {
            action,
            keys,
            line,
            column,
        });
    }
    made.sort_by_key(|wish| (wish.line, wish.column));
    if wrong.is_empty() {
        Ok(made)
    } else {
        Err(wrong)
    }
}

fn fault(text: &str, offset: usize, key: &str, kind: FaultKind) -> Fault {
    let (line, column) = place(text, offset);
    Fault {
        line,
        column,
        key: key.to_owned(),
        kind,
    }
}

/// Line and column of an offset, from 1, the column in characters.
fn place(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = before.get(line_start..).unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Look;

    #[test]
    fn every_error_is_told_with_its_place() {
        let wrong = "db = 3\n# 한글\n  lagn = \"ko\"\nlang = \"kr\"\n";
        let told: Vec<String> = parse(wrong)
            .unwrap_err()
            .iter()
            .map(|fault| fault.located(Lang::En))
            .collect();
        let expected = [
            "1:6: db: possible: \"/path/to/desk.db\".",
            "3:3: lagn: no such key. Possible: db, lang, theme, colors, frames, ambiguous, line, vi, mouse, keys, mail, print.",
            "4:8: lang: possible: \"ko\", \"en\".",
        ];
        assert_eq!(told, expected);
        let wrong = "theme = \"pink\"\nvi = 1\n[keys]\nhelp = [1]\n";
        let faults = parse(wrong).unwrap_err();
        let places: Vec<_> = faults
            .iter()
            .map(|fault| (fault.line, fault.column, &*fault.key))
            .collect();
        assert_eq!(places, [(1, 9, "theme"), (2, 6, "vi"), (4, 8, "help")]);
        let syntax = parse("db = \"a\"\nlang = \n").unwrap_err();
        assert_eq!((syntax.len(), syntax[0].line), (1, 2));
        assert!(matches!(syntax[0].kind, FaultKind::Syntax(_)));
    }

    #[test]
    fn what_is_stated_is_taken_over_and_an_empty_file_states_nothing() {
        assert_eq!(parse("\u{feff}# nothing\n"), Ok(FileSettings::default()));
        let screen = parse(
            "theme = \"light\"\nvi = false\nmouse = false\n[keys]\nintake = \"F2\"\n help = [\"F1\", \"?\"]\n",
        );
        let screen = screen.unwrap().screen;
        assert_eq!((screen.look, screen.vi), (Some(Look::Light), Some(false)));
        assert_eq!(screen.mouse, Some(Mouse::Off));
        let wishes = screen.keys.iter();
        let wishes: Vec<_> = wishes
            .map(|it| (&*it.action, it.keys.len(), it.line, it.column))
            .collect();
        assert_eq!(wishes, [("intake", 1, 5, 1), ("help", 2, 6, 2)]);
        let both = parse("db = \"a.db\"\nlang = \"en\"").unwrap();
        assert_eq!((both.db, both.lang), (Some("a.db".into()), Some(Lang::En)));
    }
}
