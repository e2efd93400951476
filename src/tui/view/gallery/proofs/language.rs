//! One language a screen: words of the other one are those of the desk's own texts.

use super::Seen;
use crate::{
    domain::{
        charter::{
            Channel,
            builtin::{BUILTIN_NAMES, builtin_text},
            parse,
        },
        fact::{ExtensionReason, Outcome},
        holidays::Holidays,
        letter::{self, LetterKind, Mark, Values},
    },
    tui::{
        front::practice,
        keymap::{Chord, KeyContext},
        screen::Shared,
        view::gallery::{entries::own_charter, every},
    },
    words::{Lang, Say},
};
use std::{collections::BTreeSet, sync::OnceLock};

/// Names that are the same in every language, and examples of what is written or searched for in Korean.
const COMMON: &[&str] = &[
    "English",
    "한국어",
    "소음",
    "임시공휴일",
    "관보",
    "minwon",
    "demo",
];
/// A command that is named on a screen.
const COMMAND: [&str; 4] = ["charter", "adopt", "from", "login"];

/// The charters of the states: that of the practice desk, and that of a body of its own.
fn charters() -> &'static str {
    static CHARTERS: OnceLock<String> = OnceLock::new();
    CHARTERS.get_or_init(|| [builtin_text("gbvc").unwrap(), &own_charter()].join("\n"))
}

/// The letters, which are Korean whatever the screen speaks, and the words that stand in them as values.
fn letters() -> String {
    let office = parse(builtin_text("gbvc").unwrap()).unwrap().name.ko;
    let written = |kind: &LetterKind, channel: &Channel| {
        let mut values = Values::default();
        for mark in Mark::ALL {
            values.set(*mark, "-");
        }
        values.set(Mark::Office, &office);
        values.set(Mark::Channel, &channel.say(Lang::Ko));
        letter::template(*kind).fill(&values).unwrap()
    };
    let channels = || Channel::ALL.iter();
    let kinds = LetterKind::ALL.iter();
    let texts = kinds.flat_map(|kind| channels().map(|channel| written(kind, channel)));
    let outcomes = Outcome::ALL.iter().map(|one| one.say(Lang::Ko));
    let reasons = ExtensionReason::ALL.iter().map(|one| one.say(Lang::Ko));
    let all = texts.chain(outcomes).chain(reasons);
    all.collect::<Vec<_>>().join("\n")
}

/// What the practice desk, the charters, its holidays, the letters and the keys of the states hold themselves.
fn texts() -> &'static str {
    static TEXTS: OnceLock<String> = OnceLock::new();
    TEXTS.get_or_init(|| {
        let file = String::from_utf8_lossy(practice());
        let typed = every().flat_map(|entry| entry.keys.iter().copied());
        let typed: Vec<&str> = typed.collect();
        let holidays = format!("{:?}", Holidays::korean().year(2026));
        let all = [&*file, charters(), &typed.join(" "), &holidays, &letters()];
        all.join(" ")
    })
}

/// The stretches of Hangul in them, in which most is found at once.
fn hangul() -> &'static BTreeSet<&'static str> {
    static HANGUL: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    HANGUL.get_or_init(|| texts().split(|c| !is_hangul(c)).collect())
}

fn is_hangul(c: char) -> bool {
    matches!(c, '가'..='힣')
}

/// Latin words of a Korean screen: keys, logins, and the ids of the charter.
fn is_known(word: &str, shared: &Shared) -> bool {
    let bindings = |place| shared.keys.bindings(place);
    let mut keys = KeyContext::ALL.iter().copied().flat_map(bindings);
    let is_key = |key: &Chord| key.name() == *word;
    COMMON.contains(&word)
        || COMMAND.contains(&word)
        || BUILTIN_NAMES.iter().any(|(id, _)| *id == word)
        || shared.people.iter().any(|member| member.login == word)
        || charters().contains(&format!("\"{word}\""))
        || keys.any(|binding| binding.keys.iter().any(is_key))
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
            let mut stretches = word.split(|c| !is_hangul(c));
            stretches
                .any(|it| !COMMON.contains(&it) && !hangul().contains(it) && !texts().contains(it))
        }),
        // Numbers, addresses and the ids of promises are no words.
        Lang::Ko => words.find(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            let latin = word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic());
            latin && !is_known(word, &model.shared)
        }),
    };
    foreign.map_or(Ok(()), |word| Err(format!("{word:?}")))
}
