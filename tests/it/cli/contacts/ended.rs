//! Visits and calls that are ended against the customer's will, and persons that go with what entered them.

use super::{Home, contact};
use serde_json::{Value, json};

/// A call of a day, with `serve` at 14:01 and a call-back owed where the officer is away.
fn begun(home: &Home, owed: bool) {
    contact(home, "14:00:00", &["call", "--matter", "환불"]);
    contact(home, "14:01:00", &["serve", "C2026-1"]);
    if owed {
        let person = ["--name", "홍길동", "--phone", "010-1234-5678"];
        let away = [&["absent", "C2026-1"][..], &person].concat();
        contact(home, "14:02:00", &away);
    }
}

/// The charter sets nothing, so that 20 minutes hold: from 14:01 until 14:21.
#[test]
fn a_call_is_ended_for_cause_only_after_the_reason_was_told() {
    let told = ["--told-at", "2026-11-23 14:10"];
    let text = ["--text", "욕설을 멈추지 않음"];
    for (now, ground, more, refused) in [
        ("14:12:00", "abuse", &[&text[..]][..], "--told-at"),
        ("14:12:00", "abuse", &[&told[..]], "text"),
        ("14:09:00", "abuse", &[&told[..], &text], "between"),
        (
            "14:12:00",
            "abuse",
            &[&["--told-at", "2026-11-23 13:59"][..], &text],
            "14:00",
        ),
        (
            "14:21:00",
            "overtime",
            &[&told[..], &text],
            "2026-11-23 14:21",
        ),
        ("14:12:00", "abuse", &[&told[..], &text], ""),
        ("14:21:01", "overtime", &[&told[..], &text], ""),
    ] {
        let home = Home::practising();
        begun(&home, false);
        let end = [
            &["contact", "end", "C2026-1", "--ground", ground][..],
            &more.concat(),
        ]
        .concat();
        let answer = home.desk_at(&format!("2026-11-23T{now}"), &end);
        if refused.is_empty() {
            answer.done();
        } else {
            answer.gave_up(1, &[refused]);
        }
        let shown = home.json(&["contact", "show", "C2026-1"]);
        let ended = refused.is_empty();
        let stage = if ended { "ended" } else { "serving" };
        assert_eq!(shown["stage"], stage, "{now} {ground} {more:?}");
        let (given, at) = (
            &shown["ended_for"]["ground"],
            &shown["ended_for"]["told_at"],
        );
        let expected = if ended {
            (json!(ground), json!("2026-11-23T14:10:00+09:00"))
        } else {
            (Value::Null, Value::Null)
        };
        assert_eq!((given, at), (&expected.0, &expected.1));
    }
}

#[test]
fn the_time_that_the_charter_sets_runs_from_when_somebody_serves() {
    let home = Home::empty();
    let file = home.path("own.toml");
    let own = std::fs::read_to_string("src/charters/gbvc.toml").unwrap();
    let own = own.replacen("[hours]", "contact_minutes = 5\n\n[hours]", 1);
    std::fs::write(&file, own).unwrap();
    let init = ["init", "--practice", "--charter", file.to_str().unwrap()];
    home.desk(&init).done();
    contact(&home, "14:00:00", &["call"]);
    let end = [
        "contact",
        "end",
        "C2026-1",
        "--ground",
        "overtime",
        "--text",
        "끊지 않음",
    ];
    let end = [&end[..], &["--told-at", "2026-11-23 14:29"]].concat();
    let end = |now: &str| home.desk_at(&format!("2026-11-23T{now}"), &end);
    end("14:30:00").gave_up(1, &["(serve)"]);
    contact(&home, "14:30:00", &["serve", "C2026-1"]);
    end("14:35:00").gave_up(1, &["5 minutes", "14:35"]);
    end("14:36:00").done();
}

/// Who is stopped is still called back, and the case goes on.
#[test]
fn an_ended_call_leaves_the_call_back_and_the_case() {
    let home = Home::practising();
    begun(&home, true);
    let end = [
        "end",
        "C2026-1",
        "--ground",
        "abuse",
        "--text",
        "욕설",
        "--told-at",
        "2026-11-23 14:04",
    ];
    let ended = contact(&home, "14:05:00", &end);
    assert_eq!(ended["stage"], "call_back");
    assert_eq!(ended["call_back"]["owed"], true);
    let open = |shown: &Value| {
        let deadlines = shown["deadlines"].as_array().unwrap();
        let open = deadlines.iter().filter(|one| one["status"] == "running");
        open.map(|one| one["promise"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(open(&ended).len(), 1, "{ended}");
    for (lang, words) in [
        (
            "ko",
            "종료 조치: 폭언 등 반복, 11-23 14:04에 사유를 미리 알림",
        ),
        (
            "en",
            "ended for cause: repeated abuse, reason told before, at 11-23 14:04",
        ),
    ] {
        let said = home
            .desk(&["contact", "show", "C2026-1", "--lang", lang])
            .done()
            .out;
        assert!(said.contains(words), "{said}");
    }
    let case = home.desk_at(
        "2026-11-23T14:06:00",
        &["contact", "to-case", "C2026-1", "--category", "complaint"],
    );
    case.done();
    assert_eq!(home.json(&["show", "2026-1"])["stage"], "received");
    let back = contact(
        &home,
        "14:30:00",
        &["callback", "C2026-1", "--text", "다시 설명함"],
    );
    assert_eq!((&back["stage"], open(&back).len()), (&json!("ended"), 0));
    home.desk_at("2026-11-23T15:00:00", &["verify"]).done();
}

#[test]
fn a_struck_out_absence_takes_the_person_with_it_that_it_entered() {
    let home = Home::practising();
    contact(
        &home,
        "14:00:00",
        &["call", "--name", "김가상", "--phone", "010-0000-1111"],
    );
    let person = [
        "--name",
        "홍길동",
        "--phone",
        "010-0000-2222",
        "--matter",
        "환불",
    ];
    contact(
        &home,
        "14:01:00",
        &[&["absent", "C2026-1"][..], &person].concat(),
    );
    let shown = || home.json(&["contact", "show", "C2026-1"]);
    assert_eq!(shown()["party"]["phone"], "010-****-2222");
    contact(
        &home,
        "14:02:00",
        &["revoke", "C2026-1", "--fact", "2", "--reason", "다른 사람"],
    );
    assert_eq!(shown()["party"]["phone"], "010-****-1111");
    let found = |words: &str| {
        home.json(&["search", words])["rows"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!((found("010-0000-1111"), found("010-0000-2222")), (1, 0));
}

#[test]
fn where_nobody_was_known_before_nobody_is_known_again() {
    let home = Home::practising();
    let person = [
        "--name",
        "홍길동",
        "--phone",
        "010-0000-2222",
        "--matter",
        "환불",
    ];
    contact(&home, "14:02:00", &["call"]);
    contact(&home, "14:03:00", &["call"]);
    let absent = [&["absent", "C2026-1"][..], &person].concat();
    contact(&home, "14:04:00", &absent);
    contact(
        &home,
        "14:05:00",
        &["revoke", "C2026-1", "--fact", "2", "--reason", "다른 사람"],
    );
    let shown = home.json(&["contact", "show", "C2026-1"]);
    assert_eq!(
        (&shown["party"]["name"], &shown["party"]["phone"]),
        (&json!(""), &json!(""))
    );
    // What carries the person on is struck out first.
    contact(&home, "14:06:00", &absent);
    contact(
        &home,
        "14:07:00",
        &["later", "C2026-1", "--email", "a@example.org"],
    );
    let early = [
        "contact",
        "revoke",
        "C2026-1",
        "--fact",
        "4",
        "--reason",
        "다른 사람",
    ];
    home.desk_at("2026-11-23T14:08:00", &early)
        .gave_up(1, &["Fact 5", "personal"]);
    for verified in [&["verify"][..], &["verify", "--rebuild"], &["verify"]] {
        home.desk_at("2026-11-23T14:09:00", verified).done();
    }
}
