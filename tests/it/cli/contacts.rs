//! `minwon contact`: arrival to end, becoming a case, call-backs, and refusals.

mod ended;

use super::Home;
use serde_json::{Value, json};

/// Runs `minwon contact` at a time of the day and returns the contact.
fn contact(home: &Home, time: &str, arguments: &[&str]) -> Value {
    let now = format!("2026-11-23T{time}");
    let arguments = [&["contact"], arguments, &["--json"]].concat();
    home.desk_at(&now, &arguments).done().json()
}

/// The status of a promise of a contact.
fn status<'a>(contact: &'a Value, promise: &str) -> &'a Value {
    let deadlines = contact["deadlines"].as_array().unwrap();
    let mut of_it = deadlines.iter().filter(|one| one["promise"] == promise);
    &of_it.next_back().unwrap()["status"]
}

#[test]
fn a_visitor_is_guided_told_the_wait_served_and_leaves() {
    let home = Home::practising();
    let arrived = contact(
        &home,
        "14:00:00",
        &["arrive", "--name", "홍길동", "--matter", "증명서"],
    );
    assert_eq!(
        (&arrived["number"], &arrived["lead"], &arrived["channel"]),
        (
            &json!("C2026-000001"),
            &json!("gbvc.visit.wait"),
            &json!("visit")
        )
    );
    let number = "C2026-1";
    contact(&home, "14:01:00", &["guide", number, "--to", "office"]);
    let told = contact(&home, "14:02:00", &["told-wait", number, "--minutes", "5"]);
    assert_eq!(status(&told, "gbvc.visit.wait"), "running");
    let served = contact(&home, "14:09:59", &["serve", number, "--officer", "김가상"]);
    assert_eq!(
        (status(&served, "gbvc.visit.wait"), &served["officer"]),
        (&json!("met"), &json!("김가상"))
    );
    let ended = contact(&home, "14:20:00", &["end", number]);
    let kinds: Vec<&Value> = ended["facts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fact| &fact["kind"])
        .collect();
    assert_eq!(kinds.len(), 5, "{kinds:?}");
    assert_eq!(ended["stage"], "ended");
    // The second one was served too late; the record keeps that.
    contact(&home, "14:30:00", &["arrive"]);
    let late = contact(&home, "14:41:00", &["end", "C2026-2"]);
    assert_eq!(status(&late, "gbvc.visit.wait"), "missed");
    home.desk_at("2026-11-23T15:00:00", &["verify"]).done();
}

#[test]
fn an_absent_officer_calls_back_and_the_gist_goes_with_the_transfer() {
    let home = Home::practising();
    contact(&home, "14:00:00", &["call", "--matter", "봉사시간"]);
    let handed = contact(
        &home,
        "14:01:00",
        &[
            "transfer",
            "C2026-1",
            "--department",
            "교육운영팀",
            "--gist",
            "인정 기준을 물음",
        ],
    );
    assert_eq!(
        (&handed["department"], &handed["gists"]),
        (&json!("교육운영팀"), &json!(["인정 기준을 물음"]))
    );
    let absent = [
        "absent",
        "C2026-1",
        "--officer",
        "이담당",
        "--name",
        "홍길동",
        "--phone",
        "010-1234-5678",
        "--way",
        "phone",
        "--wanted-at",
        "2026-11-23 14:40",
        "--place",
        "사무실",
    ];
    let owed = contact(&home, "14:02:00", &absent);
    assert_eq!(
        owed["call_back"],
        json!({"owed": true, "way": "phone", "wanted_at": "2026-11-23T14:40:00+09:00", "place": "사무실"})
    );
    let callback = ["callback", "C2026-1", "--text", "기준을 설명함"];
    let done = contact(&home, "14:40:00", &callback);
    assert_eq!(
        (
            &done["call_back"]["owed"],
            status(&done, "gbvc.phone.callback")
        ),
        (&json!(false), &json!("met"))
    );
    home.desk_at("2026-11-23T16:01:00", &["verify"]).done();
}

#[test]
fn a_case_keeps_what_was_typed_and_the_call_back_is_recorded_on_either() {
    let home = Home::practising();
    for (nth, record) in [(1, true), (2, false)] {
        let (number, case) = (format!("C2026-{nth}"), format!("2026-{nth:06}"));
        let arrive = [
            "call",
            "--category",
            "question",
            "--matter",
            "교육 일정",
            "--name",
            "홍길동",
        ];
        contact(&home, "14:00:00", &arrive);
        let gist = ["transfer", &number, "--department", "교육운영팀", "--gist"];
        let gist = [&gist[..], &["겨울 교육을 물음"]].concat();
        contact(&home, "14:01:00", &gist);
        let phone = ["later", &number, "--phone", "010-1234-5678"];
        contact(&home, "14:02:00", &phone);
        let made = contact(&home, "14:03:00", &["to-case", &number]);
        assert_eq!(
            (&made["number"], &made["title"], &made["category"]),
            (&json!(case), &json!("교육 일정"), &json!("question"))
        );
        let body = made["body"].as_str().unwrap();
        assert!(body.contains("겨울 교육을 물음"), "{body}");
        let shown = contact(&home, "14:04:00", &["show", &number]);
        assert_eq!(shown["case"], case);
        let callback = ["--how", "phone", "--text", "일정을 알림"];
        let says = if record {
            [&["record", &case, "callback"], &callback[..]].concat()
        } else {
            [&["contact", "callback", &case], &callback[..]].concat()
        };
        let told = home.desk_at("2026-11-23T14:30:00", &says).done().out;
        assert!(told.contains(&case), "{told}");
        let shown = contact(&home, "14:31:00", &["show", &number]);
        assert_eq!(shown["call_back"]["owed"], false, "{number}");
        // No call-back is owed any more.
        for (lang, sentence) in [
            ("ko", "이 민원에는 약속한 회신이 없습니다"),
            ("en", "No call-back is owed for this case"),
        ] {
            let again = [&says[..], &["--lang", lang]].concat();
            home.desk_at("2026-11-23T14:32:00", &again)
                .gave_up(1, &[sentence]);
        }
    }
    home.desk_at("2026-11-23T14:40:00", &["verify"]).done();
}

#[test]
fn what_is_refused_says_what_to_do_and_leaves_nothing() {
    let home = Home::practising();
    contact(&home, "13:00:00", &["arrive"]);
    contact(
        &home,
        "13:01:00",
        &["serve", "C2026-1", "--officer", "김가상"],
    );
    contact(&home, "13:02:00", &["arrive"]);
    contact(&home, "13:03:00", &["call"]);
    contact(&home, "13:04:00", &["end", "C2026-3"]);
    let before = home.json(&["verify"]);
    let past = [
        "absent",
        "C2026-2",
        "--name",
        "홍길동",
        "--phone",
        "010-1234-5678",
        "--matter",
        "증명서",
        "--wanted-at",
        "2026-11-20 10:00",
    ];
    for (arguments, ko, en) in [
        (&["serve", "C2026-1"][..], "이미 김가상", "transfer"),
        (
            &[
                "absent",
                "C2026-2",
                "--name",
                "홍길동",
                "--matter",
                "증명서",
            ],
            "전화번호",
            "phone: nothing",
        ),
        (&past, "바라는 연락 시각", "time wanted"),
        (&["serve", "C2026-3"], "이미 끝난", "start a new one"),
        (&["callback", "C2026-2"], "부재(absent)", "absent"),
        (
            &["guide", "C2026-9", "--to", "office"],
            "C2026-000009",
            "C2026-000009",
        ),
    ] {
        for (lang, sentence) in [("ko", ko), ("en", en)] {
            let arguments = [&["contact"], arguments, &["--lang", lang]].concat();
            home.desk(&arguments).gave_up(1, &[sentence]);
        }
    }
    assert_eq!(home.json(&["verify"]), before);
}
