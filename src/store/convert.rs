//! Between the columns of the file and the types of the domain.

use crate::domain::subject::{CaseNumber, Subject};
use chrono::{DateTime, Utc};
use rusqlite::{Row, types::Type};
use std::str::FromStr;

/// An instant from whole seconds.
pub(super) fn instant(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or(if seconds < 0 {
        DateTime::<Utc>::MIN_UTC
    } else {
        DateTime::<Utc>::MAX_UTC
    })
}

/// A column that holds a word of a closed set, or a date.
pub(super) fn word<T: FromStr>(row: &Row<'_>, at: usize) -> rusqlite::Result<T> {
    let text: String = row.get(at)?;
    text.parse().map_err(|_unknown| unknown(at, &text))
}

/// A column holds a word that this program never writes into it.
pub(super) fn unknown(at: usize, word: &str) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(
        at,
        Type::Text,
        format!("unknown word {word:?}").into(),
    )
}

/// A column that holds a word of a closed set, a date, or nothing.
pub(super) fn optional<T: FromStr>(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<T>> {
    match row.get::<_, Option<String>>(at)? {
        None => Ok(None),
        Some(text) => text
            .parse()
            .map(Some)
            .map_err(|_unknown| unknown(at, &text)),
    }
}

/// A column that holds an instant.
pub(super) fn time(row: &Row<'_>, at: usize) -> rusqlite::Result<DateTime<Utc>> {
    row.get(at).map(instant)
}

/// A column that holds an instant, or nothing.
pub(super) fn optional_time(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<DateTime<Utc>>> {
    row.get::<_, Option<i64>>(at).map(|at| at.map(instant))
}

/// A column that holds the key of a subject.
pub(super) fn subject(row: &Row<'_>, at: usize) -> rusqlite::Result<Subject> {
    let key: i64 = row.get(at)?;
    Subject::from_id(key).ok_or(rusqlite::Error::IntegralValueOutOfRange(at, key))
}

/// A column that holds the key of a case.
pub(super) fn case_number(row: &Row<'_>, at: usize) -> rusqlite::Result<CaseNumber> {
    let key: i64 = row.get(at)?;
    CaseNumber::from_id(key).ok_or(rusqlite::Error::IntegralValueOutOfRange(at, key))
}
