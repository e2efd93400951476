//! What was recorded by mistake, struck out with the real program: cases that hang together, visits, duties, and the file.

use super::{Answer, Home};
use serde_json::{Value, json};

const NOTHING: &str = "No caution, training or praise is on record.";

/// Records an action on a case, words separated by spaces.
fn record(home: &Home, number: &str, action: &str) -> Answer {
    let mut arguments = vec!["record", number];
    arguments.extend(action.split(' '));
    home.desk(&arguments)
}

fn revoke(home: &Home, number: &str, fact: &str) -> Answer {
    record(home, number, &format!("revoke --fact {fact} --reason 착오"))
}

/// The file proves to be sound, and rewriting what follows from the facts changes nothing.
fn proven(home: &Home) {
    home.desk(&["verify"]).done();
    home.desk(&["verify", "--rebuild"]).done();
    home.desk(&["verify"]).done();
}

fn facts(home: &Home, number: &str) -> Vec<Value> {
    home.json(&["show", number])["facts"]
        .as_array()
        .unwrap()
        .clone()
}

fn tell_all(home: &Home, number: &str) {
    let waiting = home.json(&["notices", "--status", "waiting"]);
    for row in waiting["rows"].as_array().unwrap() {
        if row["number"] == number {
            home.tell(row["id"].as_str().unwrap());
        }
    }
}

#[test]
fn a_reply_on_the_wrong_case_goes_with_its_letter_and_stays_in_sight() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    let before = home.json(&["show", "2026-1"]);
    record(&home, "2026-1", "reply --outcome accepted --text 다른_답변").done();
    let waiting = || home.json(&["notices", "--status", "waiting"])["rows"].clone();
    assert_eq!(waiting().as_array().unwrap().len(), 2);
    let said = revoke(&home, "2026-1", "2").done().out;
    assert!(said.contains("revoked"), "{said}");
    let after = home.json(&["show", "2026-1"]);
    for key in ["stage", "deadlines", "lead", "notices"] {
        assert_eq!(after[key], before[key], "{key}");
    }
    assert_eq!(waiting().as_array().unwrap().len(), 1);
    let by: Vec<Value> = facts(&home, "2026-1")
        .iter()
        .map(|fact| fact["revoked_by"].clone())
        .collect();
    assert_eq!(by, [json!(null), json!(3), json!(null)]);
    let page = home.desk(&["show", "2026-1", "--lang", "ko"]).done().out;
    assert!(page.contains("[취소] 답변"), "{page}");
    assert!(page.contains("3번으로 취소됨"), "{page}");
    let page = home.desk(&["show", "2026-1"]).done().out;
    assert!(page.contains("[revoked] answered"), "{page}");
    assert!(page.contains("struck out by no. 3"), "{page}");
    revoke(&home, "2026-1", "2").gave_up(1, &["already struck out by no. 3"]);
    revoke(&home, "2026-1", "3").gave_up(1, &["final"]);
    proven(&home);
}

#[test]
fn what_was_put_right_by_mistake_stands_again_as_it_was_taken_in() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    let before = home.json(&["show", "2026-1"]);
    let waiting = || home.json(&["notices", "--status", "waiting"])["rows"].clone();
    let told = waiting();
    let phone = "amend --by slip --phone 010-0000-7777 --name 김가상 --category suggestion --title 주차장_확장";
    record(&home, "2026-1", phone).done();
    let amended = home.json(&["show", "2026-1"]);
    for key in ["party", "category", "title", "deadlines", "lead"] {
        assert_ne!(amended[key], before[key], "{key}");
    }
    assert_ne!(waiting(), told);
    record(&home, "2026-1", "amend --by slip --address 전주시_가상로_1").done();
    revoke(&home, "2026-1", "2").gave_up(1, &["Strike out no. 3 first"]);
    revoke(&home, "2026-1", "3").done();
    assert_eq!(home.json(&["show", "2026-1"])["party"], amended["party"]);
    revoke(&home, "2026-1", "2").done();
    let after = home.json(&["show", "2026-1"]);
    for key in [
        "party",
        "category",
        "kind",
        "title",
        "stage",
        "deadlines",
        "lead",
        "notices",
    ] {
        assert_eq!(after[key], before[key], "{key}");
    }
    assert_eq!(waiting(), told);
    let found = |line: &str| home.desk(&["search", line]).done().out;
    for line in ["010-1234-5678", "교육장 냉방"] {
        assert!(found(line).contains("2026-000001"), "{line}");
    }
    for line in ["010-0000-7777", "주차장_확장"] {
        assert!(!found(line).contains("2026-000001"), "{line}");
    }
    proven(&home);
    assert_eq!(home.json(&["show", "2026-1"])["party"], before["party"]);
}

#[test]
fn what_another_case_was_decided_on_stands_until_that_is_struck_out() {
    let home = Home::practising();
    home.officer();
    home.complaint("교육장 냉방");
    home.complaint("교육장 냉방");
    record(
        &home,
        "2026-1",
        "step1 --department 고객지원팀 --officer park --instruction 점검",
    )
    .done();
    record(&home, "2026-2", "link --earlier 2026-000001").done();
    record(
        &home,
        "2026-2",
        "step2 --result 교육함 --apology 죄송합니다",
    )
    .done();
    let refused = revoke(&home, "2026-1", "2");
    refused.gave_up(1, &["Fact 3 of 2026-000002 (step 2) needs it", "step 1"]);
    // Nothing was written.
    assert_eq!(facts(&home, "2026-1").len(), 2);
    revoke(&home, "2026-1", "1").gave_up(1, &["2026-000002 refers to this case"]);
    revoke(&home, "2026-2", "2").gave_up(1, &["Fact 3 (step 2) needs it"]);
    proven(&home);
    for (number, fact) in [("2026-2", "3"), ("2026-2", "2"), ("2026-1", "2")] {
        revoke(&home, number, fact).done();
    }
    assert_eq!(home.json(&["show", "2026-2"])["links"], json!([]));
    revoke(&home, "2026-1", "1").done();
    let shown = home.json(&["show", "2026-1"]);
    assert_eq!(
        (&shown["stage"], &shown["mistaken"], &shown["lead"]),
        (&json!("closed"), &json!(true), &json!(null))
    );
    let numbers = |rows: &Value| -> Vec<Value> {
        let rows = rows.as_array().unwrap().iter();
        rows.map(|row| row["number"].clone()).collect()
    };
    assert_eq!(numbers(&home.cases(&[])), [json!("2026-000002")]);
    // The number stays: the next case has one of its own.
    assert_eq!(home.complaint("셋"), "2026-000003");
    proven(&home);
}

#[test]
fn the_caution_of_a_step_leaves_the_officers_record_with_it() {
    let home = Home::practising();
    home.officer();
    home.complaint("교육장 냉방");
    home.complaint("교육장 냉방");
    record(
        &home,
        "2026-2",
        "step1 --department 고객지원팀 --officer park --instruction 점검",
    )
    .done();
    record(&home, "2026-2", "link --earlier 2026-000001").done();
    record(
        &home,
        "2026-2",
        "step2 --result 교육함 --apology 죄송합니다",
    )
    .done();
    tell_all(&home, "2026-000002");
    let third = "step3 --reason 미이행 --department 고객지원팀 --officer park";
    record(&home, "2026-2", third).done();
    let on_record = || home.desk(&["staff", "show", "park"]).done().out;
    assert!(!on_record().contains(NOTHING), "{}", on_record());
    let facts = facts(&home, "2026-2");
    let seq = facts.last().unwrap()["seq"].to_string();
    revoke(&home, "2026-2", &seq).done();
    assert!(on_record().contains(NOTHING), "{}", on_record());
    assert_eq!(
        home.json(&["show", "2026-2"])["steps"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
    proven(&home);
}

#[test]
fn a_letter_that_was_told_is_corrected_and_the_correction_waits() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    record(&home, "2026-1", "reply --outcome accepted --text 조치").done();
    home.tell("2026-1/2/result/1");
    revoke(&home, "2026-1", "2").gave_up(1, &["Fact 2 was told (no. 3)", "correct"]);
    record(&home, "2026-1", "correct --fact 2 --text 9일에_고칩니다").done();
    let waiting = home.json(&["notices", "--status", "waiting"]);
    let kinds: Vec<&str> = waiting["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["kind"].as_str().unwrap())
        .collect();
    assert!(kinds.contains(&"correction"), "{kinds:?}");
    home.tell("2026-1/4/correction/1");
    proven(&home);
}

#[test]
fn a_contact_made_by_a_stray_key_keeps_its_number_and_owes_nothing() {
    let home = Home::practising();
    home.desk(&["contact", "call"]).done();
    home.desk(&["contact", "mistake", "C2026-1"]).done();
    let shown = home.json(&["contact", "show", "C2026-1"]);
    assert_eq!(
        (&shown["stage"], &shown["mistaken"], &shown["lead"]),
        (&json!("ended"), &json!(true), &json!(null))
    );
    home.desk(&["contact", "serve", "C2026-1"])
        .gave_up(1, &["entered by mistake"]);
    let absent = [
        "contact",
        "absent",
        "C2026-2",
        "--officer",
        "lee",
        "--name",
        "홍길동",
        "--phone",
        "010-1234-5678",
        "--matter",
        "봉사시간",
    ];
    home.desk(&["contact", "call", "--matter", "문의"]).done();
    home.desk(&absent).done();
    home.desk(&["contact", "callback", "C2026-2"]).done();
    let struck = |fact: &str| {
        let arguments = ["contact", "revoke", "C2026-2", "--fact", fact];
        home.desk(&[&arguments[..], &["--reason", "다른 전화"]].concat())
    };
    struck("2").gave_up(1, &["Fact 3 (called back) needs it"]);
    struck("3").done();
    assert_eq!(
        home.json(&["contact", "show", "C2026-2"])["stage"],
        "call_back"
    );
    struck("2").done();
    let shown = home.json(&["contact", "show", "C2026-2"]);
    assert_eq!(
        (
            &shown["stage"],
            &shown["matter"],
            &shown["facts"][1]["revoked_by"]
        ),
        (&json!("waiting"), &json!("문의"), &json!(5))
    );
    proven(&home);
}

#[test]
fn a_case_by_mistake_comes_before_the_contact_that_became_it() {
    let home = Home::practising();
    home.desk(&["contact", "call", "--matter", "냉방"]).done();
    let to_case = ["contact", "to-case", "C2026-1", "--category", "complaint"];
    home.desk(&to_case).done();
    let struck = || {
        let arguments = [
            "contact", "revoke", "C2026-1", "--fact", "2", "--reason", "착오",
        ];
        home.desk(&arguments)
    };
    struck().gave_up(1, &["The case 2026-000001 that came of it stands"]);
    revoke(&home, "2026-1", "1").done();
    struck().done();
    assert_eq!(
        home.json(&["contact", "show", "C2026-1"])["case"],
        json!(null)
    );
    proven(&home);
}

#[test]
fn a_duty_that_was_not_done_takes_back_what_its_completion_opened() {
    let home = Home::empty();
    home.desk(&["init", "--charter", "wonju", "--practice"])
        .done();
    let done = |number: &str| home.desk(&["duty", "done", number]).done().out;
    // The number of the duty that was opened stands on the first line.
    let opened = |out: &str| {
        let number = out
            .split_whitespace()
            .find(|word| word.starts_with("D2026-"));
        number.unwrap().trim_end_matches([':', ',', '.']).to_owned()
    };
    let struck = |number: &str, fact: &str| {
        let arguments = ["duty", "revoke", number, "--fact", fact, "--reason", "착오"];
        home.desk(&arguments)
    };
    struck("D2026-1", "1").gave_up(1, &["The beginning of a duty is not struck out"]);
    let first = opened(&done("D2026-1"));
    let follower = home.json(&["duty", "show", &first]);
    assert_eq!(follower["after"], "D2026-000001");
    struck("D2026-1", "2").done();
    let survey = home.json(&["duty", "show", "D2026-1"]);
    assert_eq!(
        (&survey["stage"], &survey["facts"][1]["revoked_by"]),
        (&json!("open"), &json!(3))
    );
    assert_eq!(home.json(&["duty", "show", &first])["due_at"], json!(null));
    proven(&home);
    // Done after all, it opens what follows once more.
    let second = opened(&done("D2026-1"));
    assert_ne!(second, first);
    let follower = home.json(&["duty", "show", &second]);
    assert_eq!(follower["after"], "D2026-000001");
    done(&second);
    struck("D2026-1", "4").gave_up(1, &[&second, "has a record of its own"]);
    proven(&home);
}

#[test]
fn a_revocation_says_what_runs_again_and_is_read_whole() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    record(&home, "2026-1", "withdraw --text 취하").done();
    revoke(&home, "2026-1", "2").done();
    for (lang, words) in [("ko", "다시 진행, "), ("en", "runs again, due ")] {
        let shown = home.desk(&["show", "2026-1", "--lang", lang]).done().out;
        let mut said = shown.lines().filter(|line| line.contains(words));
        assert!(said.next().is_some(), "{shown}");
        assert!(!shown.contains("…"), "{shown}");
    }
}
