//! What is said at each moment, and what of it is ticked.

use super::{CHARTERS, desk, guide, matter, record, said};
use crate::cli::Home;
use serde_json::json;

/// Charter, moment, promise, and words that are said then.
#[rustfmt::skip]
const SPOKEN: &[(&str, &str, &str, &str)] = &[
        (
            "jndc",
            "greeting",
            "jndc.visit.first",
            "먼저 도와드리겠습니다",
        ),
        (
            "jndc",
            "directions",
            "jndc.visit.no-officer",
            "안내해 드리겠습니다",
        ),
        (
            "jndc",
            "greeting",
            "jndc.phone.rings",
            "안내과 이담당입니다",
        ),
        ("jndc", "closing", "jndc.phone.close", "좋은 하루"),
        ("kpf", "greeting", "kpf.visit.first", "도와드릴까요"),
        ("kpf", "facilities", "kpf.visit.facilities", "무료"),
        ("kpf", "farewell", "kpf.visit.farewell", "안녕히 가십시오"),
        ("kpf", "greeting", "kpf.phone.rings", "안내과 이담당입니다"),
        ("kpf", "listening", "kpf.phone.listen", "공감"),
        (
            "koreha",
            "greeting",
            "koreha.visit.greet",
            "저는 이담당입니다",
        ),
        (
            "koreha",
            "absent",
            "koreha.visit.absent",
            "대신 도와드리겠습니다. 안내과 이담당입니다",
        ),
        (
            "koreha",
            "greeting",
            "koreha.phone.rings",
            "안내과 이담당입니다",
        ),
        (
            "gbvc",
            "greeting",
            "gbvc.phone.answer",
            "안내과 이담당입니다",
        ),
        ("gbvc", "listening", "gbvc.phone.answer", "쉬운 말"),
        ("wonju", "greeting", "wonju.visit.greet", "도와 드릴까요"),
        ("wonju", "busy", "wonju.visit.busy", "잠시만"),
        ("wonju", "farewell", "wonju.visit.farewell", "또 뵙겠습니다"),
        ("wonju", "facilities", "wonju.visit.facilities", "확대경"),
        (
            "wonju",
            "greeting",
            "wonju.phone.rings",
            "안내과 이담당입니다",
        ),
        ("wonju", "closing", "wonju.phone.close", "안녕히 계십시오"),
        ("jndc", "greeting", "jndc.visit.greet", "사원증"),
        ("jndc", "facilities", "jndc.visit.tidy", "인터넷"),
        ("kpf", "directions", "kpf.visit.signs", "안내도"),
        ("koreha", "listening", "koreha.visit.explain", "자세히"),
        ("koreha", "transfer", "koreha.phone.connect", "연결해"),
        ("koreha", "privacy", "koreha.privacy", "알리지 않습니다"),
        ("gbvc", "greeting", "gbvc.visit.greet", "어서 오십시오"),
        ("gbvc", "directions", "gbvc.visit.signs", "안내도"),
        ("gbvc", "facilities", "gbvc.portal", "24시간"),
        ("wonju", "directions", "wonju.visit.signs", "층별 안내도"),
        ("wonju", "listening", "wonju.phone.understood", "이해했는지"),
        ("wonju", "absent", "wonju.phone.mobile", "휴대전화"),
];

pub(super) fn scripts_stand_at_their_moment_with_the_clerk_named() {
    for (charter, moment, promise, wanted) in SPOKEN {
        let home = desk(charter);
        let texts = said(&home, moment, promise, &[]);
        let found = texts.iter().any(|text| text.contains(wanted));
        assert!(found, "{promise} at {moment}: {texts:?}");
    }
}

pub(super) fn a_transfer_names_the_counter_and_its_number() {
    for (charter, moment, promise, category, wanted) in [
        (
            "kpf",
            "transfer",
            "kpf.phone.transfer",
            "library",
            &["조사분석실", "02-000-2000"][..],
        ),
        (
            "wonju",
            "transfer",
            "wonju.phone.transfer",
            "venue",
            &["총무과", "[담당자]"],
        ),
        (
            "wonju",
            "wrong_number",
            "wonju.phone.wrong",
            "venue",
            &["총무과", "033-737-1045"],
        ),
        (
            "jndc",
            "transfer",
            "jndc.phone.transfer",
            "complaint",
            &["번으로 다시"],
        ),
    ] {
        let home = desk(charter);
        let texts = said(&home, moment, promise, &["--category", category]).join(" ");
        for wanted in wanted {
            assert!(texts.contains(wanted), "{promise}: {texts}");
        }
        // The charters name no officer: the speaker does.
        let texts = texts.replace("[담당자]", "");
        assert!(!texts.contains('['), "nothing else is missing: {texts}");
        // Without a category the speaker sees what to fill in.
        let texts = said(&home, moment, promise, &[]).join(" ");
        assert!(texts.contains('['), "{texts}");
    }
}

pub(super) fn an_absent_officer_is_reached_by_mobile_or_stood_in_for() {
    let home = desk("kpf");
    let kim = ["staff", "add", "kim", "--name", "김담당", "--deputy", "lee"];
    home.desk(&[&kim[..], &["--mobile", "010-0000-3333"]].concat())
        .done();
    let guidance = guide(&home, &["--moment", "absent", "--officer", "kim"]);
    assert_eq!(guidance["officer"]["mobile"], json!("010-0000-3333"));
    assert_eq!(guidance["officer"]["deputy"], json!("이담당"));
    assert_eq!(guidance["officer"]["deputy_phone"], json!("02-000-1111"));
    let text = guidance["scripts"][0]["text"].as_str().unwrap();
    assert!(text.contains("010-0000-3333"), "{text}");
    home.desk(&["guide", "--officer", "nobody"])
        .gave_up(1, &["nobody"]);
}

pub(super) fn items_of_checklists_are_recorded() {
    let home = desk("jndc");
    let guidance = guide(&home, &["--moment", "conduct"]);
    let items: Vec<&str> = guidance["scripts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|script| script["item"].as_str().unwrap())
        .collect();
    assert_eq!(
        items,
        ["jndc.conduct.customer-view/1", "jndc.conduct.no-gifts/1"]
    );
    matter(&home, "phone", "complaint", &[]);
    let shown = record(
        &home,
        "tick --items jndc.phone.repeat,jndc.conduct.no-gifts",
    )
    .done()
    .json();
    let ticked = shown["facts"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&ticked["kind"], &ticked["items"]),
        (
            &json!("checklist_ticked"),
            &json!(["jndc.phone.repeat/1", "jndc.conduct.no-gifts/1"])
        )
    );
    record(&home, "tick --items jndc.outreach.contact/2").done();
    record(&home, "tick --items jndc.outreach.contact/2").gave_up(1, &["already"]);
    record(&home, "tick --items jndc.outreach.contact/9").gave_up(1, &["jndc.outreach.contact/3"]);
    // With the receipt, and on the call itself.
    let taken = matter(
        &home,
        "phone",
        "complaint",
        &["--ticked", "jndc.phone.repeat"],
    );
    assert_eq!(
        (&taken["facts"][1]["kind"], &taken["facts"][1]["items"]),
        (&json!("checklist_ticked"), &json!(["jndc.phone.repeat/1"]))
    );
    home.desk(&["contact", "call"]).done();
    let tick = ["contact", "tick", "C2026-1", "--items"];
    let call = home.desk(&[&tick[..], &["jndc.phone.repeat,jndc.phone.close", "--json"]].concat());
    assert_eq!(
        call.done().json()["ticked"],
        json!(["jndc.phone.repeat/1", "jndc.phone.close/1"])
    );
    home.desk(&[&tick[..], &["jndc.phone.repeat"]].concat())
        .gave_up(1, &["already"]);
    home.desk(&[&tick[..], &["jndc.phone.rings"]].concat())
        .gave_up(1, &["jndc.phone.repeat/1"]);
    let other = desk("wonju");
    matter(&other, "phone", "complaint", &[]);
    record(&other, "tick --items wonju.phone.repeat").done();
}

/// Scripts of every charter are written for both languages, and nothing that speaks is left without words.
#[test]
fn every_script_is_said_in_both_languages() {
    for charter in CHARTERS {
        let home = Home::empty();
        for lang in ["ko", "en"] {
            let line = ["guide", "--charter", charter, "--lang", lang];
            let page = home.run(&line).done().out;
            assert!(page.lines().count() > 4, "{page}");
        }
    }
}
