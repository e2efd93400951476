//! Sentences about a wrong call, made from clap's error in either language.
//!
//! Must not know a single command or argument.

use super::value::ValueError;
use crate::{
    domain::{
        case::ParseNumberError, duty::ParsePeriodError, limit::InvalidLimit,
        notice::ParseNoticeError,
    },
    words::{Lang, Phrase, Say, usage as text},
};
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use std::{error::Error as _, num::ParseIntError};

/// The error, similar words and the correct usage; a line each.
pub(super) fn sentences(error: &Error, lang: Lang) -> String {
    let call = CallError { error, lang };
    let mut lines = vec![call.message()];
    let similar = [
        ContextKind::SuggestedValue,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
    ]
    .map(|kind| call.context(kind));
    for similar in similar.iter().filter(|similar| !similar.is_empty()) {
        lines.push(text::SIMILAR.with(lang, &[("similar", similar)]));
    }
    if let Some((_, usage)) = call.context(ContextKind::Usage).split_once(':') {
        lines.push(text::USAGE.with(lang, &[("usage", usage.trim())]));
    }
    lines.push(text::MORE.get(lang).to_owned());
    lines.join("\n")
}

struct CallError<'a> {
    error: &'a Error,
    lang: Lang,
}

impl CallError<'_> {
    /// The values of one kind in clap's error, separated by commas.
    fn context(&self, kind: ContextKind) -> String {
        match self.error.get(kind) {
            Some(ContextValue::String(one)) => one.clone(),
            Some(ContextValue::Strings(several)) => several.join(", "),
            Some(ContextValue::StyledStr(one)) => one.to_string(),
            Some(ContextValue::StyledStrs(several)) => {
                let several: Vec<String> = several.iter().map(ToString::to_string).collect();
                several.join(", ")
            }
            _ => String::new(),
        }
    }

    fn say(&self, phrase: Phrase, values: &[(&str, &str)]) -> String {
        phrase.with(self.lang, values)
    }

    fn message(&self) -> String {
        let argument = self.context(ContextKind::InvalidArg);
        let argument = ("argument", argument.as_str());
        let value = self.context(ContextKind::InvalidValue);
        let allowed = self.context(ContextKind::ValidValue);
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
                let values = [argument, ("value", &value), ("why", &self.cause())];
                self.say(text::UNFIT, &values)
            }
            ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
                self.say(text::NO_VALUE, &[argument])
            }
            ErrorKind::TooManyValues => self.say(text::TOO_MANY, &[argument, ("value", &value)]),
            ErrorKind::UnknownArgument => self.say(text::NO_SUCH_ARGUMENT, &[argument]),
            ErrorKind::InvalidSubcommand => {
                let command = self.context(ContextKind::InvalidSubcommand);
                self.say(text::NO_SUCH_COMMAND, &[("command", &command)])
            }
            ErrorKind::MissingSubcommand => {
                let allowed = self.context(ContextKind::ValidSubcommand);
                self.say(text::MISSING_COMMAND, &[("allowed", &allowed)])
            }
            ErrorKind::MissingRequiredArgument => {
                self.say(text::MISSING, &[("arguments", argument.1)])
            }
            ErrorKind::ArgumentConflict => {
                let others = self.context(ContextKind::PriorArg);
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

    /// Why a value was rejected; errors without a translation in English.
    fn cause(&self) -> String {
        let Some(source) = self.error.source() else {
            return String::new();
        };
        if let Some(error) = source.downcast_ref::<ValueError>() {
            return error.say(self.lang);
        }
        if let Some(number) = source.downcast_ref::<ParseNumberError>() {
            return self.say(text::NO_NUMBER, &[("example", number.example)]);
        }
        let known = [
            (source.is::<ParseNoticeError>(), text::NO_NOTICE_ID),
            (source.is::<ParsePeriodError>(), text::NO_PERIOD),
            (source.is::<InvalidLimit>(), text::NO_LIMIT),
            (source.is::<ParseIntError>(), text::NO_WHOLE_NUMBER),
        ];
        if let Some((_, phrase)) = known.into_iter().find(|(is, _)| *is) {
            return self.say(phrase, &[]);
        }
        let message = source.to_string();
        match message.split_once(" is not in ") {
            Some((_, range)) => self.say(text::RANGE, &[("range", range)]),
            None => message,
        }
    }
}
