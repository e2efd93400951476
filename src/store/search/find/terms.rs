//! Index query terms and key ranges for a search word.

use super::Prefixes;
use crate::{
    domain::{
        find::{IndexTerm, phone_tail},
        subject::CaseNumber,
    },
    store::search::HEAD,
};
use chrono::{DateTime, Datelike, Utc};

/// From this many Latin letters or digits on, a prefix is as selective as a word.
const RARE: usize = 6;

/// A term in the query syntax of the index; `None` for a prefix where those are excluded.
pub(super) fn term(piece: &IndexTerm, head: bool, prefixes: Prefixes) -> Option<String> {
    let mark = if head {
        HEAD.to_string()
    } else {
        String::new()
    };
    match piece {
        IndexTerm::Whole(letters) => Some(format!("\"{mark}{letters}\"")),
        IndexTerm::Beginning(letters) => (prefixes == Prefixes::Included || letters.len() >= RARE)
            .then(|| format!("\"{mark}{letters}\"*")),
    }
}

/// The query for digits: they can be the end of a telephone, indexed by its last four digits, or occur in a text.
pub(super) fn phone_term(digits: &str, pieces: &[String]) -> Option<String> {
    let text = pieces.join(" AND ");
    let tail = phone_tail(digits);
    match (tail, text.is_empty()) {
        (None, true) => None,
        (None, false) => Some(format!("({text})")),
        (Some(tail), true) => Some(format!("\"{tail}\"")),
        (Some(tail), false) => Some(format!("(\"{tail}\" OR ({text}))")),
    }
}

/// True where digits can be the beginning of a telephone number: at least seven, or with a leading zero.
pub(super) fn begins_phone(digits: &str) -> bool {
    digits.starts_with('0') || digits.len() >= 7
}

/// The query for any of some terms; `None` without terms.
pub(super) fn any_of(pieces: impl Iterator<Item = String>) -> Option<String> {
    let terms: Vec<String> = pieces.map(|piece| format!("\"{piece}\"")).collect();
    (!terms.is_empty()).then(|| format!("({})", terms.join(" OR ")))
}

/// The inclusive ranges of keys that a typed number can mean: itself, numbers that begin so, or a serial of this year
/// or the last.
pub(super) fn numbers(typed: &str, now: DateTime<Utc>) -> Vec<(i64, i64)> {
    let one = |number: CaseNumber| (number.id(), number.id());
    if let Ok(serial) = typed.parse::<u32>()
        && typed.len() <= 7
        && serial > 0
    {
        let year = u16::try_from(now.year()).unwrap_or_default();
        let years = [year, year.saturating_sub(1)];
        return years.map(|year| one(CaseNumber { year, serial })).to_vec();
    }
    let parts = typed.split_once('-').and_then(|(year, serial)| {
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let long = year.len() == 4 && (1..=7).contains(&serial.len());
        (long && digits(year) && digits(serial)).then(|| (year.parse(), serial))
    });
    let Some((Ok(year), digits)) = parts else {
        return Vec::new();
    };
    let serial: u32 = digits.parse().unwrap_or_default();
    let key = |serial| CaseNumber { year, serial }.id();
    let mut found = Vec::new();
    if serial > 0 {
        found.push((key(serial), key(serial)));
    }
    // Serials are shown with six digits: the missing ones may be any.
    if let Some(missing) = 6_u32.checked_sub(u32::try_from(digits.len()).unwrap_or(6)) {
        let tens = 10_u32.pow(missing);
        found.push((key(serial * tens), key(serial * tens + tens - 1)));
    }
    found
}
