//! How single values of the command line are read, with a sentence for each that is wrong.

use crate::{
    domain::{
        command::{Slot, Takes},
        input,
        refusal::{FieldFault, ValueFault},
    },
    words::{Lang, NotAllowed, Say, usage},
};
use chrono::NaiveDate;
use chrono_tz::Tz;
use clap::builder::{PossibleValuesParser, TypedValueParser, ValueParser};
use std::{error::Error, fmt, str::FromStr};

/// A word of a closed set; help and errors list them all.
pub(super) fn word<T>(
    all: &'static [T],
    id: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T>
where
    T: FromStr<Err = NotAllowed> + Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.iter().map(|word| id(*word))).try_map(|text| text.parse::<T>())
}

/// A value of an action as it was typed; help and errors list the words where there are some.
pub(super) fn slot(slot: &'static Slot) -> ValueParser {
    if let Takes::Word(words) = slot.takes {
        // The ids are the same in every language.
        let words = words(Lang::En).into_iter();
        return PossibleValuesParser::new(words.map(|word| word.id)).into();
    }
    ValueParser::from(move |typed: &str| match slot.fault(typed, Tz::UTC) {
        // An empty text is refused by the desk like any other that does not do.
        Some(fault) if fault.fault != ValueFault::Missing => Err(Unfit::Field(fault)),
        _ => Ok(typed.to_owned()),
    })
}

/// A value that does not fit, with what to do.
#[derive(Debug)]
pub(super) enum Unfit {
    /// In a field of an action.
    Field(FieldFault),
    /// It is no date.
    Date,
}

impl Say for Unfit {
    fn say(&self, lang: Lang) -> String {
        match self {
            Self::Field(fault) => fault.say(lang),
            Self::Date => usage::NO_DATE.get(lang).to_owned(),
        }
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say(Lang::En))
    }
}

impl Error for Unfit {}

/// A language.
pub(super) fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(["ko", "en"]).map(|text| match text.as_str() {
        "ko" => Lang::Ko,
        _ => Lang::En,
    })
}

/// A date.
pub(super) fn date(text: &str) -> Result<NaiveDate, Unfit> {
    input::day(text).ok_or(Unfit::Date)
}
