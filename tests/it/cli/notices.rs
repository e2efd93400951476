//! `minwon notices`: what is to be told, and what became of it.

use super::*;
use serde_json::json;

fn answered() -> Home {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    let reply = [
        "record",
        "2026-1",
        "reply",
        "--outcome",
        "accepted",
        "--text",
        "고쳤습니다",
    ];
    home.desk(&reply).done();
    home
}

#[test]
fn a_notice_that_waits_is_listed() {
    let home = answered();
    let listed = home.json(&["notices", "--status", "waiting"]);
    let kinds: Vec<&str> = listed["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["receipt", "result"]);
    let id = "2026-000001/2/result/1";
    assert_eq!(
        listed["rows"][1],
        json!({
            "id": id, "number": "2026-000001", "kind": "result", "medium": "staff", "status": "waiting",
            "to": "홍*동", "queued_at": "2026-11-23T14:00:00+09:00", "told_at": null, "sent_at": null,
            "how": null, "tries": 0, "reason": null,
        })
    );
}

#[test]
fn a_notice_is_told_once_and_shown() {
    let home = answered();
    let id = "2026-000001/2/result/1";
    let told = [
        "notices",
        "told",
        id,
        "--how",
        "phone",
        "--text",
        "전화로 설명",
        "--why",
        "request",
        "--document-number",
        "고객지원팀-12",
    ];
    let shown = home.json(&told);
    let notice = &shown["notices"][1];
    assert_eq!(
        (
            &notice["id"],
            &notice["status"],
            &notice["how"],
            &notice["told_at"]
        ),
        (
            &json!(id),
            &json!("told"),
            &json!("phone"),
            &json!("2026-11-23T14:00:00+09:00")
        )
    );
    let fact = shown["facts"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&fact["kind"], &fact["why"], &fact["document_number"]),
        (
            &json!("notice_told"),
            &json!("request"),
            &json!("고객지원팀-12")
        )
    );
    let deadlines = shown["deadlines"].as_array().unwrap();
    let results = deadlines
        .iter()
        .filter(|one| one["met_by"] == json!(["result"]));
    let met: Vec<_> = results.map(|one| &one["status"]).collect();
    assert_eq!(met, ["met", "met"], "{deadlines:?}");
    for (lang, says) in [
        ("ko", "이미 '알림' 상태라 다시 기록하지 않습니다"),
        (
            "en",
            "on record as 'told' already and is not recorded twice",
        ),
    ] {
        let again = [&told[..], &["--lang", lang]].concat();
        home.desk(&again).gave_up(1, &[id, says]);
    }
    let facts = home.json(&["show", "2026-1"])["facts"].clone();
    assert_eq!(facts, shown["facts"], "nothing was written");
    home.desk(&["record", "2026-1", "close"]).done();
}

const RESULT: &str = "2026-000001/2/result/1";

/// What is tried, and a part of the sentence in each language.
const REFUSED: &[(&[&str], &str, &str)] = &[
    (
        &["told", RESULT, "--text", "통지문"],
        "연락 방법: 비어",
        "way of contact",
    ),
    (
        &["told", RESULT, "--how", "document"],
        "내용: 비어",
        "text: nothing",
    ),
    (
        &["told", RESULT, "--how", "sms", "--text", "문자"],
        "긴급·민원인 요청·민원인 동의",
        "urgency, request or consent",
    ),
    (
        &[
            "told",
            RESULT,
            "--how",
            "post",
            "--text",
            "편지",
            "--at",
            "2026-11-23 13:00",
        ],
        "2026-11-23 14:00에 생겼습니다",
        "nothing to tell (result) before 2026-11-23 14:00",
    ),
    (
        &["release", RESULT],
        "'대기' 상태라 할 수 없습니다",
        "waiting",
    ),
    (&["failed", RESULT], "사유: 비어", "reason: nothing"),
    (
        &["hold", "2026-000001/9/result/1"],
        "찾을 수 없습니다",
        "no notice",
    ),
    (
        &["hold", "2026-000009/1/receipt/1"],
        "2026-000009",
        "2026-000009",
    ),
];

#[test]
fn what_cannot_be_recorded_of_a_notice_is_one_sentence_and_leaves_nothing() {
    let home = answered();
    for (call, ko, en) in REFUSED {
        for (lang, says) in [("ko", ko), ("en", en)] {
            let call = [&["notices"], *call, &["--lang", lang]].concat();
            let refused = home.desk(&call);
            refused.gave_up(1, &[says]);
            assert_eq!(refused.err.lines().count(), 1, "{refused:?}");
        }
    }
    home.desk(&["record", "2026-1", "close"])
        .gave_up(1, &["Nobody was told"]);
    home.desk(&["notices", "hold", "5"])
        .gave_up(2, &["2026-000412/5/result/1"]);
    home.desk(&["notices", "--mine", "hold", RESULT])
        .gave_up(2, &["--mine"]);
    let facts = home.json(&["show", "2026-1"])["facts"]
        .as_array()
        .unwrap()
        .len();
    assert_eq!(facts, 2, "nothing was written");
    let untold = [
        "record",
        "2026-1",
        "close",
        "--untold",
        "이사하여 알릴 곳을 모름",
    ];
    assert_eq!(home.json(&untold)["stage"], "closed");
}

#[test]
fn a_notice_is_kept_back_let_go_and_reported_as_failed() {
    let home = answered();
    let id = "2026-000001/2/result/1";
    for (call, status) in [
        (vec!["hold", id], "held"),
        (vec!["release", id], "waiting"),
        (
            vec!["failed", id, "--reason", "주소 불명으로 반송"],
            "failed",
        ),
    ] {
        home.desk(&[&["notices"], &call[..]].concat()).done();
        let rows = &home.json(&["notices", "--status", status])["rows"];
        let row = rows.as_array().unwrap().iter().find(|row| row["id"] == id);
        assert_eq!(row.unwrap()["status"], status);
    }
    let failed = &home.json(&["notices"])["rows"][0];
    assert_eq!(
        (&failed["reason"], &failed["tries"]),
        (&json!("주소 불명으로 반송"), &json!(1))
    );
    let said = home.desk(&["notices", "--lang", "ko"]).done().out;
    assert!(said.contains(id) && said.contains("실패"), "{said}");
}
