//! Reads the text of `config.toml` and reports every error with line and column.
//!
//! Text in, settings out: no file is opened here.

use crate::words::{Lang, Say, cli as text};
use std::path::PathBuf;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// What a configuration file states.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stated {
    pub(super) db: Option<PathBuf>,
    pub(super) lang: Option<Lang>,
}

/// What is wrong at a place of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// It is no TOML.
    Syntax(String),
    /// There is no such key.
    UnknownKey,
    /// The value is not of the kind the key takes.
    Value {
        /// What it takes.
        allowed: &'static str,
    },
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
    /// What is wrong.
    pub kind: FaultKind,
}

impl Fault {
    /// `line:column: key: sentence`, as compilers say it.
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
            FaultKind::UnknownKey => {
                text::CONFIG_UNKNOWN_KEY.with(lang, &[("allowed", &KEYS.join(", "))])
            }
            FaultKind::Value { allowed } => text::CONFIG_VALUE.with(lang, &[("allowed", allowed)]),
        }
    }
}

const KEYS: [&str; 2] = ["db", "lang"];

/// Reads the text; every error of it is reported, in the order of the text.
pub(super) fn parse(text: &str) -> Result<Stated, Vec<Fault>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let table = DeTable::parse(text).map_err(|error| {
        let offset = error.span().map_or(0, |span| span.start);
        let what = error.message().to_owned();
        vec![fault(text, offset, "", FaultKind::Syntax(what))]
    })?;
    let mut stated = Stated::default();
    let mut wrong = Vec::new();
    for (key, value) in table.get_ref() {
        let name = key.get_ref().as_ref();
        match setting(&mut stated, name, value) {
            None => {}
            Some(kind @ FaultKind::UnknownKey) => wrong.push((key.span().start, name, kind)),
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

/// Takes one setting over, or says what is wrong with it.
fn setting(stated: &mut Stated, key: &str, value: &Spanned<DeValue<'_>>) -> Option<FaultKind> {
    let said = value.get_ref().as_str();
    let not = |allowed| Some(FaultKind::Value { allowed });
    match (key, said) {
        ("db", Some(path)) if !path.is_empty() => stated.db = Some(PathBuf::from(path)),
        ("db", _) => return not("\"/path/to/desk.db\""),
        ("lang", Some("ko")) => stated.lang = Some(Lang::Ko),
        ("lang", Some("en")) => stated.lang = Some(Lang::En),
        ("lang", _) => return not("\"ko\", \"en\""),
        _ => return Some(FaultKind::UnknownKey),
    }
    None
}

fn fault(text: &str, offset: usize, key: &str, kind: FaultKind) -> Fault {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    Fault {
        line: before.matches('\n').count() + 1,
        column: before
            .get(line_start..)
            .map_or(0, |line| line.chars().count())
            + 1,
        key: key.to_owned(),
        kind,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
            "3:3: lagn: no such key. Possible: db, lang.",
            "4:8: lang: possible: \"ko\", \"en\".",
        ];
        assert_eq!(told, expected);
        let syntax = parse("db = \"a\"\nlang = \n").unwrap_err();
        assert_eq!((syntax.len(), syntax[0].line), (1, 2));
        assert!(matches!(syntax[0].kind, FaultKind::Syntax(_)));
    }

    #[test]
    fn an_empty_file_states_nothing() {
        assert_eq!(parse("\u{feff}# nothing\n"), Ok(Stated::default()));
        let both = parse("db = \"a.db\"\nlang = \"en\"").unwrap();
        assert_eq!((both.db, both.lang), (Some("a.db".into()), Some(Lang::En)));
    }
}
