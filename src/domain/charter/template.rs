//! The commented charter that `minwon charter new` writes: valid, with every key and every allowed word, taken from the
//! closed sets.

use super::{
    CaseKind, Channel, CountFrom, Detail, Every, Happened, Matter, MetBy, Moment, PromiseKind,
    Topic, Trigger,
};
use crate::{
    domain::{charter::Placeholder, limit::CountingRule},
    words::Lang,
};

/// The template with a charter's id, its comments in one language.
pub fn template(id: &str, lang: Lang) -> String {
    let text = match lang {
        Lang::Ko => include_str!("../../charters/template/ko.toml"),
        Lang::En => include_str!("../../charters/template/en.toml"),
    };
    let mut text = text.replace("@id@", id);
    for (mark, words) in words() {
        text = text.replace(mark, &words.join(", "));
    }
    text
}

fn words() -> Vec<(&'static str, Vec<&'static str>)> {
    fn ids<T: Copy>(all: &[T], id: impl Fn(T) -> &'static str) -> Vec<&'static str> {
        all.iter().map(|one| id(*one)).collect()
    }
    vec![
        ("@night_receipt@", vec!["\"literal\"", "\"next_open\""]),
        ("@channels@", ids(Channel::ALL, Channel::id)),
        ("@kinds@", ids(CaseKind::ALL, CaseKind::id)),
        ("@topics@", ids(Topic::ALL, Topic::id)),
        ("@promise_kinds@", ids(PromiseKind::ALL, PromiseKind::id)),
        ("@triggers@", ids(Trigger::ALL, Trigger::id)),
        ("@matters@", ids(Matter::ALL, Matter::id)),
        ("@places@", ids(Happened::ALL, Happened::id)),
        ("@details@", ids(Detail::ALL, Detail::id)),
        ("@counts@", ids(CountingRule::ALL, CountingRule::id)),
        ("@froms@", ids(CountFrom::ALL, CountFrom::id)),
        ("@met_by@", ids(MetBy::ALL, MetBy::id)),
        ("@everys@", ids(Every::ALL, Every::id)),
        ("@moments@", ids(Moment::ALL, Moment::id)),
        ("@blanks@", ids(Placeholder::ALL, Placeholder::id)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::charter::parse;

    /// What the parser takes in a table, as it says of a key that it does not know.
    fn keys(table: &str) -> Vec<String> {
        let text = template("ours", Lang::En).replacen(table, &format!("{table}\nzzz = 1"), 1);
        let errors = parse(&text).unwrap_err();
        let said = errors.iter().map(ToString::to_string);
        let mut unknown = said.filter(|said| said.contains("unknown key; allowed: "));
        let told = unknown.next().unwrap_or_default();
        let (_, allowed) = told.split_once("allowed: ").unwrap();
        allowed.split(", ").map(str::to_owned).collect()
    }

    #[test]
    fn it_is_sound_as_it_is_in_both_languages() {
        for lang in [Lang::Ko, Lang::En] {
            let text = template("our-house", lang);
            let charter = parse(&text).unwrap_or_else(|errors| panic!("{lang:?}: {errors:?}"));
            assert_eq!(charter.id, "our-house");
            assert!(!text.contains('@'), "a mark was left");
        }
    }

    #[test]
    fn it_shows_every_key_and_every_word_that_is_allowed() {
        for lang in [Lang::Ko, Lang::En] {
            let text = template("ours", lang);
            for table in ["[[counter]]", "[[category]]", "[[promise]]", "[[script]]"] {
                let section = text.split(table).nth(1).unwrap();
                let before = text.split(table).next().unwrap();
                let comments = before.rsplit("# ----").next().unwrap();
                for key in keys(table) {
                    let shown = section.contains(&format!("{key} = "))
                        || comments.contains(&format!("# {key} "));
                    assert!(shown, "{lang:?} {table} {key}");
                }
            }
            for key in keys("channels = [\"visit\", \"phone\", \"web\", \"email\"]") {
                let line = format!("\n{key} = ");
                let shown = [line.as_str(), &format!("\n# {key} = "), &format!("[{key}]")];
                assert!(shown.iter().any(|one| text.contains(one)), "{key}");
            }
            for word in [
                "finding",
                "officer_absent",
                "working_days",
                "half_year",
                "wrong_number",
            ] {
                assert!(text.contains(word), "{word}");
            }
        }
    }

    #[test]
    fn both_languages_say_the_same_to_the_program() {
        let read = |lang| parse(&template("ours", lang)).unwrap();
        assert_eq!(read(Lang::Ko), read(Lang::En));
    }
}
