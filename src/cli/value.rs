//! Parsers for single values of the command line, with a sentence for each error.

use crate::{
    domain::{
        command::{Slot, Takes},
        input,
        refusal::{FieldFault, ValueFault},
    },
    words::{Lang, Say, usage},
};
use chrono::NaiveDate;
use chrono_tz::Tz;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser, ValueParser};
use std::{error::Error, fmt, str::FromStr};

/// A word of a closed set; help and errors list them all.
pub(super) fn word<T>(all: &[T], id: fn(T) -> &'static str) -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err: Error + Send + Sync> + Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.iter().map(|word| id(*word))).try_map(|text| text.parse::<T>())
}

/// A value of an action as it was typed; for a word, help and errors list the allowed ones.
pub(super) fn slot(slot: &'static Slot) -> ValueParser {
    if let Takes::Word(words) = slot.takes {
        // The ids are the same in every language.
        let words = words(Lang::En).into_iter();
        let words = words.map(|word| PossibleValue::new(word.id));
        // Empty takes away what stands.
        let none = (!slot.required).then(|| PossibleValue::new("").hide(true));
        return PossibleValuesParser::new(words.chain(none)).into();
    }
    ValueParser::from(move |typed: &str| match slot.fault(typed, Tz::UTC) {
        // The desk refuses an empty text with a sentence of its own.
        Some(fault) if fault.fault != ValueFault::Missing => Err(ValueError::Field(fault)),
        _ => Ok(typed.to_owned()),
    })
}

/// Why a value was rejected.
#[derive(Debug)]
pub(super) enum ValueError {
    Field(FieldFault),
    NoDate,
}

impl Say for ValueError {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Field(fault) => fault.say(lang),
            Self::NoDate => usage::NO_DATE.get(lang).to_owned(),
        }
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Lang::En))
    }
}

impl Error for ValueError {}

/// A language: `ko` or `en`.
pub(super) fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(["ko", "en"]).map(|text| match text.as_str() {
        "ko" => Lang::Ko,
        _ => Lang::En,
    })
}

/// A calendar date as every form takes it.
pub(super) fn date(text: &str) -> Result<NaiveDate, ValueError> {
    input::day(text).ok_or(ValueError::NoDate)
}
