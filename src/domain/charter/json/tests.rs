//! A charter as other programs read it.

use crate::{domain::charter::builtin::builtin, words::Lang};
use serde_json::{Value, json};

fn shown(id: &str, lang: Lang) -> Value {
    let charter = builtin(id).expect("known").expect("sound");
    serde_json::to_value(charter.json(lang)).expect("serialises")
}

fn promise<'a>(charter: &'a Value, id: &str) -> &'a Value {
    let promises = charter["promises"].as_array().expect("a list");
    promises
        .iter()
        .find(|promise| promise["id"] == id)
        .expect("known")
}

#[test]
fn a_promise_is_shown_in_the_words_of_the_ledger() {
    let jndc = shown("jndc", Lang::Ko);
    let check = promise(&jndc, "jndc.participation.check");
    assert_eq!(check["kind"], "deadline");
    assert_eq!(check["channels"], json!(["any"]));
    assert_eq!(
        check["trigger"],
        "received:inconvenience,complaint,dissatisfaction,discourtesy,suggestion,improvement,praise"
    );
    assert_eq!(check["limit"], "24 hours");
    assert_eq!(check["count"], "elapsed");
    assert_eq!(check["action"], check["actions"]["ko"]);
    let named = promise(&jndc, "jndc.named");
    assert!(named["trigger"].is_null() && named["limit"].is_null() && named["count"].is_null());

    let wonju = shown("wonju", Lang::En);
    let visits = promise(&wonju, "wonju.correct.two-visits");
    assert_eq!(visits["trigger"], "misconduct:repeat_visit");
    assert_eq!(visits["channels"], json!(["any"]));
    assert_eq!(visits["action"], visits["actions"]["en"]);
    assert_eq!(promise(&wonju, "wonju.survey")["duty"]["by"], "12-31");
}

#[test]
fn the_name_follows_the_language_and_the_week_starts_on_monday() {
    let gbvc = shown("gbvc", Lang::En);
    assert_eq!(gbvc["name"], "Gyeongsangbuk-do Volunteer Center");
    assert_eq!(gbvc["names"]["ko"], "경상북도종합자원봉사센터");
    assert_eq!(
        gbvc["office"]["hours"]["mon"],
        json!([["09:00", "12:00"], ["13:00", "18:00"]])
    );
    let charter = builtin("gbvc").expect("known").expect("sound");
    let text = serde_json::to_string(&charter.json(Lang::Ko)).expect("serialises");
    assert!(text.contains(r#""hours":{"mon":"#), "{text}");
}
