//! What is said at each moment, and what of it is ticked.

use super::{CHARTERS, desk, guide, matter, record, said};
use crate::cli::Home;
use minwon::domain::charter::Moment;
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
    }
}

/// Without a category the speaker sees what to fill in.
pub(super) fn what_a_transfer_does_not_know_stands_in_brackets() {
    for (charter, moment, promise) in [
        ("kpf", "transfer", "kpf.phone.transfer"),
        ("wonju", "transfer", "wonju.phone.transfer"),
        ("wonju", "wrong_number", "wonju.phone.wrong"),
        ("jndc", "transfer", "jndc.phone.transfer"),
    ] {
        let home = desk(charter);
        let texts = said(&home, moment, promise, &[]).join(" ");
        assert!(texts.contains('['), "{texts}");
        let unknown = ["guide", "--moment", moment, "--category", "nothing"];
        home.desk(&unknown).gave_up(1, &["nothing"]);
    }
}

/// Each text has its moment: at every other one nothing of its promise is said but what the table has there.
pub(super) fn nothing_is_said_at_another_moment() {
    for charter in CHARTERS {
        let home = desk(charter);
        for moment in Moment::ALL {
            let guidance = guide(&home, &["--moment", moment.id()]);
            let scripts = guidance["scripts"].as_array().unwrap().iter();
            for (_, own, promise, wanted) in SPOKEN.iter().filter(|row| row.0 == charter) {
                let mut of_it = scripts.clone().filter(|one| one["promise"] == *promise);
                let said = of_it.any(|one| one["text"].as_str().unwrap().contains(wanted));
                assert_eq!(said, *own == moment.id(), "{promise} at {moment}");
            }
        }
        let wrong = ["guide", "--moment", "no-moment"];
        home.desk(&wrong).gave_up(2, &["no-moment"]);
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
}

pub(super) fn an_officer_whom_nobody_knows_is_refused() {
    let home = desk("kpf");
    home.desk(&["guide", "--officer", "nobody"])
        .gave_up(1, &["nobody"]);
    // Without an officer the number is a blank that the speaker sees.
    let texts = said(&home, "absent", "kpf.visit.absent", &[]).join(" ");
    assert!(texts.contains('['), "{texts}");
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
    let other = desk("wonju");
    matter(&other, "phone", "complaint", &[]);
    record(&other, "tick --items wonju.phone.repeat").done();
}

pub(super) fn an_item_is_ticked_once_and_only_where_it_stands() {
    for (charter, own, unknown) in [
        ("jndc", "jndc.outreach.contact/2", "jndc.outreach.contact/9"),
        ("jndc", "jndc.phone.repeat/1", "jndc.phone.rings"),
        (
            "jndc",
            "jndc.conduct.customer-view/1",
            "jndc.conduct.customer-view/2",
        ),
        ("jndc", "jndc.conduct.no-gifts/1", "wonju.phone.repeat"),
        ("wonju", "wonju.phone.repeat/1", "wonju.phone.repeat/2"),
    ] {
        let home = desk(charter);
        matter(&home, "phone", "complaint", &[]);
        let tick = |item: &str| record(&home, &format!("tick --items {item}"));
        tick(own).done();
        tick(own).gave_up(1, &["already"]);
        tick(unknown).gave_up(1, &[own]);
        home.desk(&["contact", "call"]).done();
        let at_the_call = ["contact", "tick", "C2026-1", "--items"];
        home.desk(&[&at_the_call[..], &["no.item"]].concat())
            .gave_up(1, &["no.item"]);
    }
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
