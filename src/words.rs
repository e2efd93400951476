//! Texts for people, in Korean and English.
//!
//! A [`Phrase`] holds both languages, so a missing one does not compile. The catalogue is divided by room:
//! `words/<room>.rs`. Names of kinds and stages are declared with their types, behind [`Say`]; so are the explanation of a
//! date, the faults of a charter and the labels in the table of keys. [`Phrase::with`] fills values in braces (`{days}`).

pub mod actions;
pub mod cli;
mod closed_set;
pub mod contacts;
pub mod desk;
pub mod duties;
pub mod find;
pub mod forms;
pub mod handover;
pub mod help;
pub(crate) mod josa;
pub mod keys;
pub mod late;
pub mod letters;
pub mod mail;
pub mod notices;
mod number;
pub mod outlook;
pub mod papers;
pub mod plain;
pub mod proof;
pub mod refusals;
pub mod screens;
pub mod storage;
pub mod terminal;
pub mod timeline;
pub mod usage;
mod weekday;

pub use closed_set::NotAllowed;
pub(crate) use closed_set::closed_set;
pub use number::grouped;
pub use weekday::{month, weekday};

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A language the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// The default: the desks are Korean.
    #[default]
    Ko,
    En,
}

/// The reader of a sentence that names actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Actions are chosen by their names.
    Screen,
    /// Actions are typed as words.
    CommandLine,
}

impl Audience {
    /// Resolves words of actions such as `{/reply}`: in brackets on the command line, left out on a screen.
    pub(crate) fn address(self, sentence: &str, lang: Lang) -> String {
        filled(sentence, |name| {
            let word = name.strip_prefix('/')?;
            Some(match (self, lang) {
                (Self::Screen, _) => "".into(),
                (Self::CommandLine, Lang::Ko) => format!("({word})").into(),
                (Self::CommandLine, Lang::En) => format!(" ({word})").into(),
            })
        })
    }
}

/// Declares a catalogue of phrases, `NAME = "Korean", "English";`, with the test that both languages take the same values.
/// Private to the crate, so that the compiler reports an unused phrase.
macro_rules! phrases {
    ($($name:ident = $ko:literal, $en:literal;)+) => {
        $(#[doc = $en] pub(crate) const $name: Phrase = Phrase::new($ko, $en);)+

        #[cfg(test)]
        mod catalogue {
            #[test]
            fn both_languages_take_the_same_values() {
                for phrase in [$(super::$name),+] {
                    assert_eq!($crate::words::values(phrase.ko), $crate::words::values(phrase.en), "{}", phrase.en);
                }
            }

            #[test]
            fn every_particle_takes_the_form_that_follows_the_value() {
                for phrase in [$(super::$name),+] {
                    $crate::words::particles_close(phrase);
                }
            }
        }
    };
}
pub(crate) use phrases;

/// One text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    pub ko: &'static str,
    pub en: &'static str,
}

impl Phrase {
    /// Returns a phrase of both texts.
    pub const fn new(ko: &'static str, en: &'static str) -> Self {
        Self { ko, en }
    }

    /// The text in one language.
    pub const fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ko => self.ko,
            Lang::En => self.en,
        }
    }

    /// The text in one language with each `{name}` replaced by its value.
    ///
    /// Values are not searched for braces again, so text from outside cannot pull in another value. A Korean particle with
    /// both forms after a value ("{name}을(를)") takes the form that fits it.
    pub fn with(&self, lang: Lang, values: &[(&str, &str)]) -> String {
        filled(self.get(lang), |name| {
            let found = values.iter().find(|(key, _)| *key == name);
            found.map(|(_, value)| (*value).into())
        })
    }

    /// The same with owned values.
    pub fn of(&self, lang: Lang, values: &[(&str, String)]) -> String {
        let values: Vec<(&str, &str)> = values
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        self.with(lang, &values)
    }
}

/// A text with each `{name}` replaced by its value, as [`Phrase::with`] does. A name without a value stays as written.
pub(crate) fn filled<'v>(text: &str, value: impl Fn(&str) -> Option<Cow<'v, str>>) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, tail)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        rest = tail;
        let Some(value) = value(name) else {
            out.extend(["{", name, "}"]);
            continue;
        };
        out.push_str(&value);
        if let Some((closing, particle, tail)) = josa::open(rest, &value) {
            out.extend([closing, particle]);
            rest = tail;
        }
    }
    out.push_str(rest);
    out
}

/// What has a sentence or a name in either language: errors, refusals, stages, kinds.
pub trait Say {
    /// The sentence or name in `lang`, for a screen.
    fn say(&self, lang: Lang) -> String;

    /// The same for the given audience.
    fn say_to(&self, _audience: Audience, lang: Lang) -> String {
        self.say(lang)
    }
}

/// Asserts that a phrase leaves no particle open, whatever its values.
#[cfg(test)]
pub(crate) fn particles_close(phrase: Phrase) {
    for value in ["민원", "서울", "접수", "2026-000412", ""] {
        let values: Vec<_> = values(phrase.ko)
            .into_iter()
            .map(|name| (name, value))
            .collect();
        let said = phrase.with(Lang::Ko, &values);
        assert!(!josa::is_open(&said), "{said}");
    }
}

/// The names in braces of a text but the words of actions, for the tests of the catalogues.
#[cfg(test)]
pub(crate) fn values(text: &str) -> Vec<&str> {
    let parts = text.split('{').skip(1);
    let mut names: Vec<&str> = parts
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| name)
        .filter(|name| !name.starts_with('/'))
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_put_in_once_and_not_searched_again() {
        let phrase = Phrase::new("{a} 그리고 {b}", "{a} and {b}");
        assert_eq!(
            phrase.with(Lang::En, &[("a", "{b}"), ("b", "x")]),
            "{b} and x"
        );
        assert_eq!(phrase.with(Lang::Ko, &[("a", "1")]), "1 그리고 {b}");
    }

    #[test]
    fn a_word_of_the_command_line_is_no_noise_on_a_screen() {
        use Audience::{CommandLine, Screen};
        let (ko, en) = ("답변{/reply}하거나 {a}(x)", "Reply{/reply} or {a} (x).");
        for (audience, lang, said) in [
            (CommandLine, Lang::Ko, "답변(reply)하거나 {a}(x)"),
            (Screen, Lang::Ko, "답변하거나 {a}(x)"),
            (CommandLine, Lang::En, "Reply (reply) or {a} (x)."),
            (Screen, Lang::En, "Reply or {a} (x)."),
        ] {
            let phrase = Phrase::new(ko, en);
            assert_eq!(audience.address(phrase.get(lang), lang), said);
        }
    }

    #[test]
    fn a_particle_takes_the_form_that_follows_the_value() {
        for (text, value, expected) in [
            ("'{a}'을(를) 찾지", "소음", "'소음'을 찾지"),
            ("'{a}'을(를) 찾지", "주차", "'주차'를 찾지"),
            ("{a}은(는) 이미", "2026-000412", "2026-000412는 이미"),
            ("({a})(으)로", "서울", "(서울)로"),
            ("{a} 을(를)", "가", "가 을(를)"),
            ("{a}이(가)", "을(를)", "을(를)이"),
        ] {
            assert_eq!(
                Phrase::new(text, "{a}").with(Lang::Ko, &[("a", value)]),
                expected
            );
        }
    }
}
