//! What is said about a wrong call: clap's findings as sentences in the language of who reads them.
//!
//! Must not know a single command or argument.

use super::value::Unfit;
use crate::{
    domain::{
        case::ParseNumberError, duty::ParsePeriodError, limit::InvalidLimit,
        notice::ParseNoticeError,
    },
    words::{Lang, Phrase, Say, usage as text},
};
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use std::{error::Error as _, num::ParseIntError};

/// What is wrong, what was perhaps meant, and the right form; a line each.
pub(super) fn sentences(error: &Error, lang: Lang) -> String {
    let found = Found { error, lang };
    let mut lines = vec![found.wrong()];
    let similar = [
        ContextKind::SuggestedValue,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
    ]
    .map(|kind| found.all(kind).join(", "));
    for similar in similar.iter().filter(|similar| !similar.is_empty()) {
        lines.push(text::SIMILAR.with(lang, &[("similar", similar)]));
    }
    let usage = found.one(ContextKind::Usage);
    let usage = usage.split_once(':').map(|(_, usage)| usage.trim());
    if let Some(usage) = usage {
        lines.push(text::USAGE.with(lang, &[("usage", usage)]));
    }
    lines.push(text::MORE.get(lang).to_owned());
    lines.join("\n")
}

struct Found<'a> {
    error: &'a Error,
    lang: Lang,
}

impl Found<'_> {
    /// Everything clap says of a kind.
    fn all(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(one)) => vec![one.clone()],
            Some(ContextValue::Strings(several)) => several.clone(),
            Some(ContextValue::StyledStr(one)) => vec![one.to_string()],
            Some(ContextValue::StyledStrs(several)) => {
                several.iter().map(ToString::to_string).collect()
            }
            _ => Vec::new(),
        }
    }

    fn one(&self, kind: ContextKind) -> String {
        self.all(kind).join(", ")
    }

    fn say(&self, phrase: Phrase, values: &[(&str, &str)]) -> String {
        phrase.with(self.lang, values)
    }

    /// What is wrong.
    fn wrong(&self) -> String {
        let argument = self.one(ContextKind::InvalidArg);
        let argument = ("argument", argument.as_str());
        let value = self.one(ContextKind::InvalidValue);
        let allowed = self.one(ContextKind::ValidValue);
        match self.error.kind() {
            ErrorKind::InvalidValue | ErrorKind::NoEquals if value.is_empty() => {
                let phrase = if allowed.is_empty() {
                    text::NO_VALUE
                } else {
                    text::NO_VALUE_AMONG
                };
                self.say(phrase, &[argument, ("allowed", &allowed)])
            }
            ErrorKind::InvalidValue => {
                let values = [argument, ("value", &value), ("allowed", &allowed)];
                self.say(text::NOT_AMONG, &values)
            }
            ErrorKind::ValueValidation => {
                let values = [argument, ("value", &value), ("why", &self.why())];
                self.say(text::UNFIT, &values)
            }
            ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
                self.say(text::NO_VALUE, &[argument])
            }
            ErrorKind::TooManyValues => self.say(text::TOO_MANY, &[argument, ("value", &value)]),
            ErrorKind::UnknownArgument => self.say(text::NO_SUCH_ARGUMENT, &[argument]),
            ErrorKind::InvalidSubcommand => {
                let command = self.one(ContextKind::InvalidSubcommand);
                self.say(text::NO_SUCH_COMMAND, &[("command", &command)])
            }
            ErrorKind::MissingSubcommand => {
                let allowed = self.one(ContextKind::ValidSubcommand);
                self.say(text::MISSING_COMMAND, &[("allowed", &allowed)])
            }
            ErrorKind::MissingRequiredArgument => {
                self.say(text::MISSING, &[("arguments", argument.1)])
            }
            ErrorKind::ArgumentConflict => {
                let others = self.one(ContextKind::PriorArg);
                if others == argument.1 || others.is_empty() {
                    self.say(text::TWICE, &[argument])
                } else {
                    self.say(text::CONFLICT, &[argument, ("others", &others)])
                }
            }
            ErrorKind::InvalidUtf8 => self.say(text::NOT_UTF8, &[]),
            _ => self.say(text::OTHER, &[]),
        }
    }

    /// Why a value does not fit; in the words of whoever read it, where they have none in this language.
    fn why(&self) -> String {
        let Some(source) = self.error.source() else {
            return String::new();
        };
        if let Some(unfit) = source.downcast_ref::<Unfit>() {
            return unfit.say(self.lang);
        }
        if let Some(number) = source.downcast_ref::<ParseNumberError>() {
            return self.say(text::NO_NUMBER, &[("example", number.example)]);
        }
        if source.is::<ParseNoticeError>() {
            return self.say(text::NO_NOTICE_ID, &[]);
        }
        if source.is::<ParsePeriodError>() {
            return self.say(text::NO_PERIOD, &[]);
        }
        if source.is::<InvalidLimit>() {
            return self.say(text::NO_LIMIT, &[]);
        }
        if source.is::<ParseIntError>() {
            return self.say(text::NO_WHOLE_NUMBER, &[]);
        }
        let said = source.to_string();
        match said.split_once(" is not in ") {
            Some((_, range)) => self.say(text::RANGE, &[("range", range)]),
            None => said,
        }
    }
}
