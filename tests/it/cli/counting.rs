//! Due dates and holidays, without a database and with the desk's own table.

use super::{Home, fed, has_keys, text};
use serde_json::{Value, json};

#[test]
fn one_due_date_is_counted_and_explained() {
    let home = Home::empty();
    let count = [
        "due",
        "--count",
        "petition_act",
        "--limit",
        "7 days",
        "--from",
        "2026-11-02 10:00",
    ];
    let due = home.run(&[&count[..], &["--json"]].concat()).done().json();
    has_keys(&due, &["due_at", "due_date", "whole_day", "explain"]);
    assert_eq!(due["due_at"], "2026-11-11T00:00:00+09:00");
    assert_eq!(
        (&due["due_date"], &due["whole_day"]),
        (&json!("2026-11-10"), &json!(true))
    );
    assert_eq!(due["explain"].as_array().unwrap().len(), 11);
    let people = home
        .run(&[&count[..], &["--lang", "ko"]].concat())
        .done()
        .out;
    assert!(
        people.starts_with("기한: 2026-11-10 24:00까지\n"),
        "{people}"
    );
    let extended = home.run(&[&count[..], &["--extend", "2", "--json"]].concat());
    assert_eq!(extended.done().json()["due_date"], "2026-11-12");
    let hours = [
        "due",
        "--count",
        "working_hours",
        "--limit",
        "3 hours",
        "--from",
        "2026-11-02T17:00:00+09:00",
    ];
    let due = home.run(&[&hours[..], &["--charter", "wonju", "--json"]].concat());
    assert_eq!(due.done().json()["whole_day"], false);
    home.run(&[
        "due",
        "--count",
        "working_days",
        "--limit",
        "3 hours",
        "--from",
        "2026-11-02 10:00",
    ])
    .gave_up(1, &["cannot be counted"]);
    home.run(&[
        "due", "--count", "civil", "--limit", "1 day", "--from", "soon",
    ])
    .gave_up(2, &["'soon'"]);
}

#[test]
fn a_batch_goes_on_after_garbage() {
    let home = Home::empty();
    let input = "garbage\n{\"id\":1}\n\n[]\n{\"id\":2,\"from\":\"2026-11-02T10:00:00\",\"count\":\"petition_act\",\
                 \"limit\":{\"amount\":7,\"unit\":\"days\"}}\n{\"id\":3,\"from\":\"2026-11-02T09:00:00\",\
                 \"until\":\"2026-11-02T18:00:00\"}";
    let mut command = home.command();
    let answer = fed(command.args(["due", "--batch"]), input.as_bytes()).done();
    let lines: Vec<Value> = answer
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 6);
    for bad in &lines[..4] {
        has_keys(bad, &["id", "error"]);
    }
    assert_eq!(
        (&lines[1]["id"], &lines[0]["id"]),
        (&json!(1), &Value::Null)
    );
    let due = json!({"id": 2, "due_at": "2026-11-11T00:00:00+09:00", "due_date": "2026-11-10", "whole_day": true});
    assert_eq!(lines[4], due);
    assert_eq!(lines[5], json!({"id": 3, "seconds": 8 * 3600}));
    fed(home.command().args(["due", "--batch"]), b"").done();
}

#[test]
fn holidays_are_listed_by_year_without_a_database() {
    let home = Home::empty();
    let listed = home
        .run(&["holidays", "2024..2027", "--json"])
        .done()
        .json();
    let official: Value =
        serde_json::from_str(include_str!("../../vectors/holidays_2024_2027.json")).unwrap();
    let years = official.as_object().unwrap().values();
    let mut expected: Vec<(&Value, &Value)> = years
        .flat_map(|days| days.as_array().unwrap())
        .map(|day| (&day[0], &day[2]))
        .collect();
    expected.dedup_by_key(|(date, _)| *date);
    let listed = listed.as_array().unwrap();
    has_keys(&listed[0], &["date", "name", "kind"]);
    let listed: Vec<_> = listed
        .iter()
        .map(|day| (&day["date"], &day["kind"]))
        .collect();
    assert_eq!(listed, expected);
    let people = home.run(&["holidays", "2026", "--lang", "ko"]).done().out;
    assert!(people.contains("2026-05-05 (화)  어린이날"), "{people}");
    assert!(!home.path("data").exists(), "nothing was made");
}

#[test]
fn the_table_of_the_desk_is_changed_and_open_deadlines_move() {
    let home = Home::practising();
    let number = home.complaint("교육장 냉방");
    let add = [
        "holidays",
        "add",
        "2026-11-27",
        "임시공휴일",
        "--source",
        "관보",
    ];
    let added = home.json(
        &[
            &add[..],
            &["--kind", "temporary", "--decided-on", "2026-11-20"],
        ]
        .concat(),
    );
    assert_eq!(
        added,
        json!({"date": "2026-11-27", "cases": [number], "others": []})
    );
    home.desk(&add).gave_up(1, &["2026-11-27"]);
    let has = |arguments: &[&str]| {
        let listed = home.run(arguments).done().out;
        listed.contains("2026-11-27")
    };
    let db = text(home.db());
    assert!(has(&["holidays", "2026", "--json", "--db", &db]));
    assert!(
        !has(&["holidays", "2026", "--json"]),
        "another desk has another table"
    );
    let shown = home.json(&["show", &number]);
    assert_eq!(shown["deadlines"][0]["due_date"], "2026-12-02");
    assert_eq!(shown["deadlines"][0]["announced_due"], "2026-12-01");
    assert_eq!(shown["facts"][1]["kind"], "recomputed");
    assert_eq!(
        shown["facts"][1]["moved"][0]["to"],
        "2026-12-03T00:00:00+09:00"
    );
    let due = [
        "due",
        "--count",
        "petition_act",
        "--limit",
        "7 days",
        "--from",
        "2026-11-23 14:00",
    ];
    assert_eq!(home.json(&due)["due_date"], "2026-12-02");
    let removed = home.desk(&["holidays", "remove", "2026-11-27", "임시공휴일"]);
    assert!(removed.done().out.contains(&number));
    home.desk(&["staff", "add", "kim", "--name", "김가상"])
        .done();
    home.desk(&[&add[..], &["--as", "kim"]].concat())
        .gave_up(1, &["administrator"]);
    home.run(&["holidays", "2026", "--db", "/nowhere/desk.db"])
        .gave_up(4, &["/nowhere/desk.db"]);
}
