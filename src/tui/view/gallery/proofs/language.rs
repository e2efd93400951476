//! One language a screen: words of the other one are those of the desk's own texts.

use super::Seen;
use crate::{
    domain::{charter::builtin::builtin_text, holidays::Holidays},
    tui::{
        front::practice,
        keymap::{Chord, Place},
        view::gallery::every,
    },
    words::Lang,
};
use std::{collections::BTreeSet, sync::OnceLock};

/// Names that are the same in every language, and examples of what is written or searched for in Korean.
const COMMON: &[&str] = &["English", "한국어", "소음", "임시공휴일", "관보", "gbvc"];

/// What the practice desk, its charter, its holidays and the keys of the states hold themselves.
fn texts() -> &'static str {
    static TEXTS: OnceLock<String> = OnceLock::new();
    TEXTS.get_or_init(|| {
        let file = String::from_utf8_lossy(practice());
        let charter = builtin_text("gbvc").unwrap();
        let typed = every().flat_map(|entry| entry.keys.iter().copied());
        let typed: Vec<&str> = typed.collect();
        let holidays = format!("{:?}", Holidays::korean().year(2026));
        [&*file, charter, &typed.join(" "), &holidays].join(" ")
    })
}

/// The words of these texts.
pub(super) fn words() -> &'static BTreeSet<&'static str> {
    static WORDS: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let words = texts().split(|c: char| c.is_whitespace() || c == '"');
        words.collect()
    })
}

pub(super) fn one_language_is_spoken(seen: &Seen<'_>) -> Result<(), String> {
    let model = &seen.front.model;
    let mut words = seen.picture.split_whitespace();
    let foreign = match model.shared.lang {
        Lang::En => words.find(|word| {
            let is_hangul = |c: char| matches!(c, '가'..='힣');
            let mut stretches = word.split(|c| !is_hangul(c));
            stretches.any(|it| !COMMON.contains(&it) && !texts().contains(it))
        }),
        // Numbers, addresses and the ids of promises are no words.
        Lang::Ko => words.find(|word| {
            let bindings = |place| model.shared.keys.bindings(place);
            let mut keys = Place::ALL.iter().copied().flat_map(bindings);
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            let is_key = |key: &Chord| key.name() == *word;
            let latin = word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
            let mut staff = model.shared.people.iter();
            let known = COMMON.contains(&word)
                || keys.any(|binding| binding.keys.iter().any(is_key))
                || staff.any(|member| member.login == word);
            latin && !known
        }),
    };
    foreign.map_or(Ok(()), |word| Err(format!("{word:?}")))
}
