//! How single values of the command line are read, with a sentence for each that is wrong.

use crate::{
    domain::{charter::NotAllowed, limit::CountingRule},
    words::Lang,
};
use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use std::str::FromStr;

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

/// A language.
pub(super) fn lang() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(["ko", "en"]).map(|text| match text.as_str() {
        "ko" => Lang::Ko,
        _ => Lang::En,
    })
}

/// A counting rule.
pub(super) fn counting_rule() -> impl TypedValueParser<Value = CountingRule> {
    PossibleValuesParser::new(CountingRule::ALL.map(CountingRule::id))
        .try_map(|text| text.parse::<CountingRule>())
}

/// A date.
pub(super) fn date(text: &str) -> Result<NaiveDate, &'static str> {
    let date = NaiveDate::parse_from_str(text, "%Y-%m-%d");
    date.map_err(|_shown| "write a date such as 2026-11-30 (2026-11-30처럼 적어 주세요)")
}
