//! One language a screen: words of the other one are those of the desk's own texts.

use super::Seen;
use crate::{
    domain::charter::builtin::builtin_text,
    tui::{front::practice, view::gallery::every},
    words::Lang,
};
use std::{collections::BTreeSet, sync::OnceLock};

/// Names that are the same in every language.
const COMMON: &[&str] = &["English", "한국어"];

/// What the practice desk, its charter and the keys of the states hold themselves.
fn texts() -> &'static str {
    static TEXTS: OnceLock<String> = OnceLock::new();
    TEXTS.get_or_init(|| {
        let file = String::from_utf8_lossy(practice());
        let charter = builtin_text("gbvc").unwrap();
        let typed = every().flat_map(|entry| entry.keys.iter().copied());
        let typed: Vec<&str> = typed.collect();
        [&*file, charter, &typed.join(" ")].join(" ")
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
            !COMMON.contains(word) && stretches.any(|stretch| !texts().contains(stretch))
        }),
        // Numbers, addresses and the ids of promises are no words.
        Lang::Ko => words.find(|word| {
            let bindings = model.shared.keys.bindings(model.place());
            let mut keys = bindings.iter().flat_map(|binding| &binding.keys);
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            let latin = word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
            let mut staff = model.shared.people.iter();
            let known = COMMON.contains(&word)
                || keys.any(|key| key.name() == *word)
                || staff.any(|member| member.login == word);
            latin && !known
        }),
    };
    foreign.map_or(Ok(()), |word| Err(format!("{word:?}")))
}
