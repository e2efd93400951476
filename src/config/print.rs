//! `[print]` of `config.toml`: the office's own program that prints.

use super::file::FaultKind;
use crate::domain::paper::PaperFormat;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

const KEYS: &[&str] = &["command", "format", "timeout"];

/// The program that gets a document on its standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintSettings {
    /// The program and its arguments, handed over as they are: no shell reads them.
    pub command: Vec<String>,
    pub format: PaperFormat,
    /// Seconds after which it is ended.
    pub timeout: u32,
}

/// Reads the table, which begins at the offset; reports every fault with its offset and key.
pub(super) fn read<'a>(
    table: &'a DeTable<'_>,
    at: usize,
) -> Result<PrintSettings, Vec<(usize, &'a str, FaultKind)>> {
    let mut settings = PrintSettings {
        command: Vec::new(),
        format: PaperFormat::Text,
        timeout: 30,
    };
    let mut wrong = Vec::new();
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        match take(&mut settings, name, value) {
            None => {}
            Some(kind @ FaultKind::UnknownKey { .. }) => wrong.push((key.span().start, name, kind)),
            Some(kind) => wrong.push((value.span().start, name, kind)),
        }
    }
    if settings.command.is_empty() && wrong.is_empty() {
        let key = "command";
        wrong.push((at, "print", FaultKind::Missing { key }));
    }
    if wrong.is_empty() {
        Ok(settings)
    } else {
        Err(wrong)
    }
}

fn take(
    settings: &mut PrintSettings,
    key: &str,
    value: &Spanned<DeValue<'_>>,
) -> Option<FaultKind> {
    let value = value.get_ref();
    let not = |allowed| Some(FaultKind::Value { allowed });
    match key {
        "command" => {
            let words = value.as_array().map(|words| {
                let words = words.iter().map(|word| word.get_ref().as_str());
                words.collect::<Option<Vec<_>>>()
            });
            match words.flatten() {
                Some(words) if words.first().is_some_and(|first| !first.is_empty()) => {
                    settings.command = words.into_iter().map(str::to_owned).collect();
                }
                Some(_) | None => return not("[\"lp\", \"-d\", \"desk\"]"),
            }
        }
        "format" => match value.as_str().and_then(|said| said.parse().ok()) {
            Some(format) => settings.format = format,
            None => return not("\"text\", \"html\""),
        },
        "timeout" => match super::mail::number(value, 1, 600) {
            Some(timeout) => settings.timeout = timeout,
            None => return not("1-600"),
        },
        _ => return Some(FaultKind::UnknownKey { known: KEYS }),
    }
    None
}
