//! What was recorded wrongly is undone, what is denied has its reason, and what a stray key made counts for nothing.

use super::{Home, complaint};
use serde_json::{Value, json};

fn deadline<'a>(shown: &'a Value, promise: &str) -> &'a Value {
    let mut deadlines = shown["deadlines"].as_array().unwrap().iter();
    deadlines.find(|one| one["promise"] == promise).unwrap()
}

#[test]
fn a_withdrawal_by_mistake_is_undone_and_a_real_one_is_not() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    home.json(&["record", "2026-1", "withdraw", "--text", "해결"]);
    for cause in ["review", "objection"] {
        home.desk(&[
            "record", "2026-1", "reopen", "--cause", cause, "--text", "다시",
        ])
        .gave_up(1, &["recorded by mistake", "new case"]);
    }
    home.desk(&[
        "record", "2026-1", "reopen", "--cause", "whim", "--text", "다시",
    ])
    .gave_up(2, &["mistake, review, objection"]);
    let reopen = ["record", "2026-1", "reopen", "--cause", "mistake"];
    let shown = home.json(&[&reopen[..], &["--text", "다른 민원"]].concat());
    let fact = shown["facts"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&fact["kind"], &fact["cause"]),
        (&json!("reopened"), &json!("mistake"))
    );
    // Received Mon 11-23: 7 days end with Tue 12-01.
    let law = deadline(&shown, "act.grievance");
    assert_eq!(
        (&law["status"], &law["due_date"]),
        (&json!("running"), &json!("2026-12-01")),
        "{law}"
    );
    let deadlines = shown["deadlines"].as_array().unwrap().iter();
    assert_eq!(
        deadlines
            .filter(|one| one["promise"] == "act.grievance")
            .count(),
        1
    );
    home.desk(&["verify"]).done();
}

#[test]
fn what_is_denied_or_not_handled_says_why() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    let reply = |more: &[&str]| {
        let reply = ["record", "2026-1", "reply", "--text", "답"];
        home.desk(&[&reply[..], more, &["--json"]].concat())
    };
    for outcome in ["declined", "partly", "not-handled"] {
        reply(&["--outcome", outcome]).gave_up(1, &["ground"]);
    }
    let shown = reply(&["--outcome", "not-handled", "--ground", "재판 중"])
        .done()
        .json();
    let fact = shown["facts"].as_array().unwrap().last().unwrap();
    assert_eq!(fact["ground"], "재판 중");
    assert_eq!(fact["remedy"], Value::Null);
    let mut permit = complaint("사용 허가");
    permit.extend(["--kind", "statutory", "--period", "10 days"]);
    home.desk(&permit).done();
    let never = ["record", "2026-2", "reply", "--text", "답"];
    let never = [
        &never[..],
        &["--outcome", "not-handled", "--ground", "재판 중"],
    ]
    .concat();
    home.desk(&never).gave_up(1, &["statutory petition"]);
}

#[test]
fn departments_and_officers_exist() {
    let home = Home::practising();
    home.officer();
    home.complaint("교육장 냉방");
    let record = |words: &str| {
        let arguments: Vec<&str> = words.split(' ').collect();
        home.desk(&[&["record", "2026-1"], &arguments[..]].concat())
    };
    record("assign --department 고객지원 --officer park").gave_up(1, &["고객지원팀"]);
    record("assign --department 고객지원팀 --officer parc").gave_up(1, &["park"]);
    record("assign --department 감사팀 --officer park").gave_up(1, &["department"]);
    record("consult --department 고객지원 --text 확인").gave_up(1, &["고객지원팀"]);
    // By name or by login; the login is what is recorded.
    record("assign --department 고객지원팀 --officer 박예시").done();
    assert_eq!(home.json(&["show", "2026-1"])["officer"], "park");
    home.desk(&["contact", "call"]).done();
    let pass = |words: &str| {
        let arguments: Vec<&str> = words.split(' ').collect();
        let pass = ["contact", "transfer", "C2026-1", "--gist", "환불"];
        home.desk(&[&pass[..], &arguments[..]].concat())
    };
    pass("--department 없는팀").gave_up(1, &["department"]);
    pass("--officer parc").gave_up(1, &["park"]);
    pass("--department 고객지원팀 --officer park").done();
}

#[test]
fn a_contact_by_mistake_owes_nothing_though_its_time_ran_out() {
    let home = Home::practising();
    home.desk(&["contact", "arrive"]).done();
    // Nobody served within ten minutes.
    let late = "2026-11-23T15:00:00";
    let marked = home.desk_at(late, &["contact", "mistake", "C2026-1", "--json"]);
    let marked = marked.done().json();
    assert_eq!(marked["stage"], "ended");
    assert_eq!(deadline(&marked, "gbvc.visit.wait")["status"], "void");
    let again = home.desk_at(late, &["contact", "mistake", "C2026-1"]);
    again.gave_up(1, &["entered by mistake"]);
    home.desk_at(late, &["verify"]).done();
}

#[test]
fn a_contact_that_becomes_a_case_keeps_its_own_time_as_arrival() {
    let home = Home::practising();
    let came = ["contact", "call", "--name", "홍길동", "--matter", "환불"];
    let came = [&came[..], &["--phone", "010-0000-1234"]].concat();
    home.desk_at("2026-11-20T16:30:00", &came).done();
    let become_case = ["contact", "to-case", "C2026-1", "--category", "complaint"];
    let later = "2026-11-23T09:30:00";
    home.desk_at(later, &become_case).done();
    let shown = home.json(&["show", "2026-1"]);
    assert_eq!(
        (&shown["arrived_at"], &shown["received_at"]),
        (
            &json!("2026-11-20T16:30:00+09:00"),
            &json!("2026-11-23T09:30:00+09:00")
        )
    );
    // Who called was taken in: nothing waited to be accepted.
    let deadlines = shown["deadlines"].as_array().unwrap();
    assert!(deadlines.iter().all(|one| one["promise"] != "act.accept"));
}
