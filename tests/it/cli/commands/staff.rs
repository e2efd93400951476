//! Staff at the command line: added, changed and retired.

use super::super::{Home, has_keys};
use serde_json::json;

#[test]
fn staff_come_and_go() {
    let home = Home::practising();
    let add = [
        "staff",
        "add",
        "kim",
        "--name",
        "김가상",
        "--department",
        "상담팀",
        "--role",
        "supervisor",
    ];
    home.desk(&add).done();
    let staff = home.json(&["staff", "list"]);
    let kim = staff
        .as_array()
        .unwrap()
        .iter()
        .find(|member| member["login"] == "kim")
        .unwrap();
    has_keys(
        kim,
        &[
            "login",
            "name",
            "department",
            "phone",
            "mobile",
            "deputy",
            "role",
            "retired_at",
        ],
    );
    assert_eq!(
        (&kim["role"], &kim["retired_at"]),
        (&json!("supervisor"), &json!(null))
    );
    home.desk(&add)
        .gave_up(1, &["'kim' is on the staff already"]);
    home.desk(&["staff", "retire", "kim", "--as", "kim"])
        .gave_up(1, &["administrator"]);
    home.desk(&["staff", "retire", "kim"]).done();
    for again in [&["queue", "--as", "kim"][..], &["staff", "retire", "kim"]] {
        home.desk(again).gave_up(1, &["'kim' has retired"]);
    }
    for (login, phone, words) in [
        ("kim gs", "054-000-1365", &["login", "kim.gs"][..]),
        ("", "054-000-1365", &["login"]),
        ("lee", "공오사", &["phone", "010-1234-5678"]),
    ] {
        home.desk(&["staff", "add", login, "--name", "이가상", "--phone", phone])
            .gave_up(1, words);
    }
    home.desk(&["staff", "retire", "nobody"])
        .gave_up(1, &["not on the staff"]);
    home.desk(&["staff", "add", "lee", "--name", "이가상", "--role", "boss"])
        .gave_up(2, &["clerk, supervisor, auditor, admin"]);
}

#[test]
fn staff_have_a_mobile_number_and_a_deputy_who_works_here() {
    let home = Home::practising();
    let add = |login: &str, more: &[&str]| {
        let mut arguments = vec!["staff", "add", login, "--name", login, "--json"];
        arguments.extend(more);
        home.desk(&arguments)
    };
    add("lee", &["--mobile", "010-0000-0001"]).done();
    let listed = add("park", &["--deputy", "lee"]).done().json();
    let park = listed
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["login"] == "park");
    assert_eq!(park.unwrap()["deputy"], json!("lee"));
    add("choi", &["--deputy", "nobody"]).gave_up(1, &["nobody", "lee"]);
    home.desk(&["staff", "change", "park", "--deputy", "park"])
        .gave_up(1, &["park"]);
    // Clerks may change themselves but no one else, and no role.
    home.desk(&[
        "staff",
        "change",
        "lee",
        "--mobile",
        "010-0000-0002",
        "--as",
        "lee",
    ])
    .done();
    for arguments in [
        &[
            "staff", "change", "park", "--phone", "1234567", "--as", "lee",
        ],
        &["staff", "change", "lee", "--role", "admin", "--as", "lee"],
    ] {
        home.desk(arguments).gave_up(1, &["administrator"]);
    }
}

/// Facts hold logins; people read names, and for entries of the calendar its name.
#[test]
fn colleagues_are_called_by_name_and_what_the_calendar_did_is_said_to_be_its_doing() {
    let home = Home::practising();
    let add = ["staff", "add", "kim9", "--name", "김담당"];
    home.desk(&[&add[..], &["--phone", "054-000-1371"]].concat())
        .done();
    home.complaint("교육장 냉방");
    let assign = ["record", "2026-1", "assign", "--department", "고객지원팀"];
    home.desk(&[&assign[..], &["--officer", "kim9", "--as", "kim9"]].concat())
        .done();
    home.desk(&["handover", "note", "--text", "창구 열쇠", "--as", "kim9"])
        .done();
    for ask in [&["show", "2026-1"][..], &["queue"], &["handover"]] {
        let told = home.desk(ask).done().out;
        assert!(told.contains("김담당"), "{told}");
        assert!(!told.contains("kim9"), "{told}");
    }
    let shown = home.json(&["show", "2026-1"]);
    let last = shown["facts"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&shown["officer"], &last["by"]),
        (&json!("kim9"), &json!("kim9"))
    );
    let duties = home.json(&["duty", "list"]);
    let number = duties["duties"][0]["number"].as_str().unwrap();
    let told = home.desk(&["duty", "show", number]).done().out;
    assert!(told.contains("the calendar"), "{told}");
    let told = home
        .desk(&["duty", "show", number, "--lang", "ko"])
        .done()
        .out;
    assert!(told.contains("달력(자동)"), "{told}");
    let duty = home.json(&["duty", "show", number]);
    assert_eq!(duty["facts"][0]["by"], json!("minwon"));
}
