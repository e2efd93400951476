//! What five people bring is handled in one case: what is refused on the way, and what a result that is struck out or corrected
//! means for each of them.

use super::{Answer, Home};
use serde_json::{Value, json};

const NAMES: [&str; 5] = ["홍길동", "성춘향", "이몽룡", "변학도", "방자"];

/// A desk with the same purport from five people; the four later cases point to the first.
fn five() -> Home {
    let home = Home::practising();
    for (nth, name) in NAMES.iter().enumerate() {
        let phone = format!("010-0000-200{nth}");
        let mut intake = vec!["intake", "--channel", "phone", "--category", "complaint"];
        intake.extend(["--title", "버스 노선", "--name", name, "--phone", &phone]);
        home.desk(&intake).done();
    }
    for later in 2..=5 {
        record(
            &home,
            &format!("2026-{later} link --earlier 2026-1 --see-also"),
        )
        .done();
    }
    home
}

fn record(home: &Home, words: &str) -> Answer {
    let words: Vec<&str> = words.split(' ').collect();
    home.desk(&[&["record"], &words[..]].concat())
}

/// The notices that wait on a case.
fn waiting(home: &Home, number: &str) -> Vec<String> {
    let shown = home.json(&["show", number]);
    let notices = shown["notices"].as_array().unwrap().iter();
    let waits = notices.filter(|one| one["status"] == "waiting");
    waits
        .map(|one| one["kind"].as_str().unwrap().to_owned())
        .collect()
}

fn stage(home: &Home, number: &str) -> Value {
    home.json(&["show", number])["stage"].clone()
}

const DECLINE: &str = "reply --outcome declined --text 시의_일 --ground 운수사업법";

/// What is tried on five cases, of which 3 was merged into 2 and 2 into 1, and a part of the sentence in each language.
const REFUSED: &[(&str, &str, &str)] = &[
    // Round in a ring, or into what went into another.
    ("2026-1 merge --into 2026-3", "2026-000003", "2026-000003"),
    ("2026-1 merge --into 2026-2", "2026-000002", "2026-000002"),
    ("2026-2 merge --into 2026-1", "병합", "merged"),
    ("2026-1 merge --into 2026-1", "자기 자신", "itself"),
    ("2026-1 merge --into 2026-99", "찾을 수 없습니다", "no case"),
    (
        "2026-1 link --earlier 2026-4 --see-also",
        "먼저 접수된",
        "before this case",
    ),
    // Three came together, one alone.
    ("2026-6 merge --into 2026-1", "2026-000001", "2026-000001"),
    ("2026-8 merge --into 2026-9", "5명", "five or more"),
    // Nobody brought it.
    (
        "2026-8 link --earlier 2026-7",
        "잘못 접수",
        "entered by mistake",
    ),
    (
        "2026-8 link --earlier 2026-7 --see-also",
        "잘못 접수",
        "entered by mistake",
    ),
];

#[test]
fn what_cannot_be_merged_or_linked_is_told_in_one_sentence() {
    let home = five();
    let people = ["--people", "3", "--representative", "김대표"];
    let intake = ["intake", "--channel", "phone", "--category", "complaint"];
    let title = [
        "--title",
        "버스 노선",
        "--name",
        "김대표",
        "--phone",
        "010-0000-3001",
    ];
    home.desk(&[&intake[..], &title, &people].concat()).done();
    for title in ["잘못 접수한 것", "다른 노선", "다른 노선 또"] {
        home.complaint(title);
    }
    record(&home, "2026-7 revoke --fact 1 --reason 착오").done();
    record(&home, "2026-3 merge --into 2026-2").done();
    record(&home, "2026-2 merge --into 2026-1").done();
    let before = home.json(&["queue"]);
    for (words, ko, en) in REFUSED {
        for (lang, said) in [("ko", *ko), ("en", *en)] {
            let answer = record(&home, &format!("{words} --lang {lang}"));
            answer.gave_up(1, &[said]);
        }
    }
    assert_eq!(home.json(&["queue"]), before);
}

#[test]
fn a_result_is_shared_withdrawn_while_nobody_was_told_and_corrected_after_that() {
    let home = five();
    for other in [2, 3] {
        let merged = record(&home, &format!("2026-{other} merge --into 2026-1")).done();
        assert!(merged.out.contains("two complainants differ"), "{merged:?}");
    }
    let answered = record(&home, &format!("2026-1 {DECLINE}")).done();
    assert!(
        answered.out.contains("on 2 merged cases too"),
        "{answered:?}"
    );
    assert_eq!(waiting(&home, "2026-2"), ["receipt", "merge", "result"]);
    record(&home, "2026-2 revoke --fact 4 --reason 착오")
        .gave_up(1, &["shares the result of 2026-000001 (no. 2)"]);
    let struck = record(&home, "2026-1 revoke --fact 2 --reason 착오").done();
    assert!(
        struck.out.contains("struck out on 2 merged cases"),
        "{struck:?}"
    );
    assert_eq!(stage(&home, "2026-2"), "merged");
    assert_eq!(waiting(&home, "2026-2"), ["receipt", "merge"]);
    let shown = home.json(&["show", "2026-2"]);
    assert_eq!(shown["facts"][3]["revoked_by"], json!(5));
    // The next one is told to the second complainant.
    record(&home, &format!("2026-1 {DECLINE}")).done();
    home.tell("2026-2/6/result/1");
    for (lang, said) in [
        ("ko", "병합된 2026-000002의 민원인에게 이미 알렸습니다"),
        ("en", "The complainant of 2026-000002"),
    ] {
        let words = format!("2026-1 revoke --fact 4 --reason 착오 --lang {lang}");
        record(&home, &words).gave_up(1, &[said]);
    }
    assert_eq!(stage(&home, "2026-3"), "answered");
    let corrected = record(&home, "2026-1 correct --fact 4 --text 군의_일").done();
    assert!(
        corrected.out.contains("recorded on 2 merged cases"),
        "{corrected:?}"
    );
    assert_eq!(waiting(&home, "2026-2"), ["receipt", "merge", "correction"]);
    assert_eq!(waiting(&home, "2026-3"), ["receipt", "merge", "result"]);
    home.desk(&["verify"]).done();
}
