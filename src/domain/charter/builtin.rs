//! The charters that come with the program.

use super::{Charter, CharterError, parse};
use crate::words::Phrase;

#[cfg(test)]
mod tests;

/// The charters that come with the program: id and TOML text.
pub const BUILTIN: [(&str, &str); 5] = [
    ("jndc", include_str!("../../charters/jndc.toml")),
    ("kpf", include_str!("../../charters/kpf.toml")),
    ("koreha", include_str!("../../charters/koreha.toml")),
    ("gbvc", include_str!("../../charters/gbvc.toml")),
    ("wonju", include_str!("../../charters/wonju.toml")),
];

/// Id and name of each charter of [`BUILTIN`], in its order: a list of them needs no parsing.
pub const BUILTIN_NAMES: [(&str, Phrase); 5] = [
    (
        "jndc",
        Phrase::new("전남개발공사", "Jeonnam Development Corporation"),
    ),
    (
        "kpf",
        Phrase::new("한국언론진흥재단", "Korea Press Foundation"),
    ),
    (
        "koreha",
        Phrase::new("한국법무보호복지공단", "Korea Rehabilitation Agency"),
    ),
    (
        "gbvc",
        Phrase::new(
            "경상북도종합자원봉사센터",
            "Gyeongsangbuk-do Volunteer Center",
        ),
    ),
    (
        "wonju",
        Phrase::new("원주교육문화관", "Wonju Education and Culture Center"),
    ),
];

/// The TOML text of a charter that comes with the program.
pub fn builtin_text(id: &str) -> Option<&'static str> {
    BUILTIN
        .iter()
        .find(|(known, _)| *known == id)
        .map(|(_, text)| *text)
}

/// Parses a charter that comes with the program.
///
/// # Errors
/// None that a test has not excluded; the type is that of [`parse()`].
pub fn builtin(id: &str) -> Option<Result<Charter, Vec<CharterError>>> {
    builtin_text(id).map(parse)
}
