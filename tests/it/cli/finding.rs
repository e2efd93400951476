//! Numbers, words, receipt numbers, days and times as people type them: what must be found, and what must be read.

use super::{Home, complaint, fed};
use serde_json::Value;

/// Title, name and telephone of the cases, in the order of their numbers.
const CASES: [[&str; 3]; 6] = [
    ["초·중등 학교 급식", "Nguyễn Văn An", "010 0000 1234"],
    ["이상 소음", "JOSÉ", "02-123-4567 (내선 305)"],
    ["아이 상담", "ＫＴ", "０３１—２２２—３３３３"],
    ["㈜한국전력 공사", "김가상", "+82 10-5555-6666"],
    ["(주)가나다 주차", "박예시", "02-765-4321 ext. 305"],
    ["층간 소음이 심함", "이표본", ""],
];

/// What is typed, and the serials that are found, the best first.
const FOUND: [(&str, &[u64]); 45] = [
    // Telephones.
    ("010 0000 1234", &[1]),
    ("01000001234", &[1]),
    ("010-0000-1234", &[1]),
    ("010.0000.1234", &[1]),
    ("０１０ ００００ １２３４", &[1]),
    ("010—0000–1234", &[1]),
    ("+82 10 0000 1234", &[1]),
    ("급식 010 0000 1234", &[1]),
    ("전화번호: 010-0000-1234", &[1]),
    ("031 222 3333", &[3]),
    ("010 5555 6666", &[4]),
    ("02 123 4567", &[2]),
    ("02-123-4567 (내선 305)", &[2]),
    ("02-765-4321", &[5]),
    ("4321", &[5]),
    ("전화:305", &[]),
    ("010 0000 9999", &[]),
    // Words.
    ("초중등", &[1]),
    ("초·중등", &[1]),
    ("초ㆍ중등", &[1]),
    ("초・중등", &[1]),
    ("중등", &[1]),
    ("ㅊㅈㄷ", &[1]),
    ("nguyen", &[1]),
    ("Nguyễn", &[1]),
    ("jose", &[2]),
    ("José", &[2]),
    ("ＪＯＳＥ", &[2]),
    ("kt", &[3]),
    ("ＫＴ", &[3]),
    ("한국전력", &[4]),
    ("(주)한국전력", &[4]),
    ("㈜가나다", &[5]),
    ("가나다", &[5]),
    ("층간소음", &[6]),
    // The word itself before one that is torn out of two.
    ("이상", &[2, 3]),
    // Receipt numbers.
    ("2026-000003", &[3]),
    ("2026000003", &[3]),
    ("2026–000003", &[3]),
    ("접수번호: 2026-000003 (상담)", &[3]),
    ("제２０２６－０００００３호 관련", &[3]),
    // Days and stages.
    ("접수:지난주", &[5]),
    ("received:2026-11 주차", &[5]),
    ("답변:오늘", &[2]),
    ("단계:답변완료", &[2]),
];

fn serials(found: &Value) -> Vec<u64> {
    let rows = found["rows"].as_array().unwrap().iter();
    // Duties are found as well.
    let number = |row: &Value| row["number"].as_str()?.strip_prefix("2026-")?.parse().ok();
    rows.filter_map(number).collect()
}

/// Takes the cases in; the fifth on the Friday before, and the second is answered.
fn home() -> Home {
    let home = Home::practising();
    for (at, [title, name, phone]) in CASES.into_iter().enumerate() {
        let mut arguments = complaint(title);
        let values = [("--name", name), ("--phone", phone)];
        for (flag, value) in values {
            let place = arguments.iter().position(|known| *known == flag).unwrap();
            arguments[place + 1] = value;
        }
        if at == 4 {
            arguments.extend(["--arrived", "11-20 10:00", "--received", "-3d 10:00"]);
        }
        home.desk(&arguments).done();
    }
    let reply = ["record", "2026-000002", "reply", "--outcome", "accepted"];
    home.desk(&[&reply[..], &["--text", "점검했습니다."]].concat())
        .done();
    home
}

#[test]
fn what_is_typed_as_people_type_it_is_found() {
    let home = home();
    for (typed, expected) in FOUND {
        let found = home.json(&["search", typed]);
        assert_eq!(serials(&found), expected, "{typed}");
    }
    home.desk(&["verify"]).done();
}

#[test]
fn a_time_as_people_say_it_is_read() {
    let home = home();
    for (serial, typed, expected) in [
        (1, "14:30", "2026-11-23T14:30:00+09:00"),
        (3, "-10m", "2026-11-23T15:50:00+09:00"),
        (4, "오늘 오후 3시 반", "2026-11-23T15:30:00+09:00"),
        (6, "11/23 15:00", "2026-11-23T15:00:00+09:00"),
        (5, "어제 24:00", "2026-11-23T00:00:00+09:00"),
    ] {
        let number = format!("2026-00000{serial}");
        let note = ["record", &number, "note", "--text", "전화함", "--at", typed];
        home.desk_at("2026-11-23T16:00:00", &note).done();
        let facts = home.json(&["show", &number])["facts"].clone();
        let at = facts.as_array().unwrap().last().unwrap()["at"].clone();
        assert_eq!(at, expected, "{typed}");
    }
    let arrived = &home.json(&["show", "2026-000005"])["facts"][0]["at"];
    assert_eq!(arrived, "2026-11-20T10:00:00+09:00");
}

#[test]
fn a_day_ends_at_24_00_and_nothing_inside_a_pause_ends_with_it() {
    let home = Home::empty();
    let due = |from| {
        let ask = [
            "due", "--count", "elapsed", "--limit", "1 hour", "--from", from, "--json",
        ];
        home.run(&ask).done().json()["due_at"].clone()
    };
    for from in [
        "2026-11-23 24:00",
        "2026-11-23T24:00:00+09:00",
        "2026-11-24 00:00",
    ] {
        assert_eq!(due(from), "2026-11-24T01:00:00+09:00", "{from}");
    }
    let pause = r#""pauses":[["2026-11-23T13:00","2026-11-24T10:30"]]"#;
    for (count, from, expected) in [
        // Inside the pause; before it.
        (
            "working_hours",
            "2026-11-23T15:00",
            "2026-11-24T10:30:00+09:00",
        ),
        ("elapsed", "2026-11-23T15:00", "2026-11-24T10:30:00+09:00"),
        (
            "working_hours",
            "2026-11-23T11:00",
            "2026-11-23T11:00:00+09:00",
        ),
    ] {
        let line = format!(
            r#"{{"count":"{count}","limit":{{"amount":0,"unit":"hours"}},"from":"{from}","cutoff":"24:00",{pause}}}"#
        );
        let answer = fed(
            home.command().args(["due", "--batch"]),
            format!("{line}\n").as_bytes(),
        );
        assert_eq!(answer.done().json()["due_at"], expected, "{line}");
    }
}

#[test]
fn who_speaks_for_a_complainant_and_for_whom_is_found_by_name() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    let behalf = [
        "--proxy",
        "김대리인",
        "--organisation",
        "(주) 가상상사",
        "--people",
        "3",
        "--representative",
        "박대표",
    ];
    home.desk(&[&super::complaint("현관 경사로"), &behalf[..]].concat())
        .done();
    for typed in [
        "김대리인",
        "ㄱㄷㄹㅇ",
        "가상상사",
        "㈜가상상사",
        "박대표",
        "대표",
    ] {
        assert_eq!(serials(&home.json(&["search", typed])), [2], "{typed}");
    }
    // The name of the complainant is that of both.
    assert_eq!(serials(&home.json(&["search", "홍길동"])), [2, 1]);
    let named = home.desk(&["search", "박대표", "--lang", "ko"]).done().out;
    assert!(!named.contains("박대표"), "masked: {named}");
    home.desk(&["verify"]).done();
}
