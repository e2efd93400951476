//! Between the columns of the file and the types of the domain.

use chrono::{DateTime, Utc};
use rusqlite::{Error, Row, types::Type};
use std::str::FromStr;

/// An instant from whole seconds since 1970; out of range, the nearest one that chrono knows.
pub(super) fn instant(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or(if seconds < 0 {
        DateTime::<Utc>::MIN_UTC
    } else {
        DateTime::<Utc>::MAX_UTC
    })
}

/// Reads a column that holds a word of a closed set, or a date.
pub(super) fn word<T: FromStr>(row: &Row<'_>, at: usize) -> rusqlite::Result<T> {
    parse(at, &row.get::<_, String>(at)?)
}

/// Reads a column that holds a word of a closed set, a date, or NULL.
pub(super) fn optional<T: FromStr>(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<T>> {
    let text: Option<String> = row.get(at)?;
    text.map(|text| parse(at, &text)).transpose()
}

fn parse<T: FromStr>(at: usize, text: &str) -> rusqlite::Result<T> {
    text.parse().map_err(|_unknown| unknown(at, text))
}

/// The error for a word that this program never writes into the column.
pub(super) fn unknown(at: usize, word: &str) -> Error {
    Error::FromSqlConversionFailure(at, Type::Text, format!("unknown word {word:?}").into())
}

/// Reads a column that holds an instant.
pub(super) fn time(row: &Row<'_>, at: usize) -> rusqlite::Result<DateTime<Utc>> {
    row.get(at).map(instant)
}

/// A column that holds an instant, or nothing.
pub(super) fn optional_time(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<DateTime<Utc>>> {
    row.get::<_, Option<i64>>(at).map(|at| at.map(instant))
}

/// Reads a column that holds the key of a subject, as the type whose `from_id` is given.
pub(super) fn key<T>(
    row: &Row<'_>,
    at: usize,
    from_id: impl Fn(i64) -> Option<T>,
) -> rusqlite::Result<T> {
    let key: i64 = row.get(at)?;
    from_id(key).ok_or(Error::IntegralValueOutOfRange(at, key))
}
