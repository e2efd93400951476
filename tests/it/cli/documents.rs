//! The keys and the values of the documents that other programs read.

use super::{Home, complaint, has_keys};
use serde_json::{Value, json};

const CASE: &[&str] = &[
    "number",
    "stage",
    "kind",
    "channel",
    "category",
    "title",
    "body",
    "received_at",
    "arrived_at",
    "officer",
    "department",
    "needs_review",
    "on_behalf",
    "assistance",
    "anonymous",
    "happened",
    "misconduct",
    "mistaken",
    "priority",
    "asked",
    "deadlines",
    "standing",
    "lead",
    "steps",
    "facts",
    "notices",
    "links",
    "party",
    "former_parties",
];
const DEADLINE: &[&str] = &[
    "promise",
    "action",
    "source",
    "started_at",
    "due_at",
    "due_date",
    "whole_day",
    "announced_due",
    "status",
    "met_at",
    "recorded_late",
    "met_by",
    "missing",
    "left_seconds",
    "explain",
];
const ROW: &[&str] = &[
    "number",
    "subject",
    "title",
    "channel",
    "category",
    "promise",
    "due_at",
    "due_date",
    "whole_day",
    "left_seconds",
    "status",
    "step",
    "step_due",
    "officer",
    "department",
    "stage",
];

/// The arguments that take a question in: seven days by the law, and nothing of the charter.
fn question(title: &str) -> Vec<&str> {
    let mut arguments = complaint(title);
    arguments[4] = "course";
    arguments
}

pub(super) fn deadline<'a>(case: &'a Value, promise: &str) -> &'a Value {
    let deadlines = case["deadlines"].as_array().unwrap();
    deadlines
        .iter()
        .find(|deadline| deadline["promise"] == promise)
        .unwrap()
}

#[test]
fn a_case_has_its_keys_and_its_values() {
    let home = Home::practising();
    let mut arguments = complaint("교육장 냉방");
    arguments.extend(["--body", "덥습니다.", "--email", "gil@example.org"]);
    arguments.extend([
        "--json",
        "--address",
        "경상북도 안동시",
        "--received",
        "2026-11-23 10:30",
    ]);
    let mut taken = home.desk(&arguments).done().json();
    let shown = home.json(&["show", "2026-000001"]);
    // What came before is told by the intake alone.
    let similar = taken.as_object_mut().unwrap().remove("similar");
    assert_eq!(similar, Some(json!([])));
    assert_eq!(taken, shown);
    has_keys(&shown, CASE);
    for (key, value) in [
        ("number", json!("2026-000001")),
        ("stage", json!("received")),
        ("kind", json!("grievance")),
        ("channel", json!("phone")),
        ("received_at", json!("2026-11-23T10:30:00+09:00")),
        ("arrived_at", json!("2026-11-23T10:30:00+09:00")),
        ("lead", json!("gbvc.mail")),
        ("body", json!("덥습니다.")),
        ("links", json!([])),
    ] {
        assert_eq!(shown[key], value, "{key}");
    }
    let party = json!({
        "name": "홍*동", "phone": "010-****-5678", "email": "gi****@example.org", "address": "경상북도 ****",
    });
    assert_eq!(shown["party"], party);
    let fact = &shown["facts"][0];
    assert_eq!(
        (&fact["seq"], &fact["kind"]),
        (&json!(1), &json!("received"))
    );
    assert_eq!(fact["title"], "교육장 냉방");
    assert_eq!(fact["received_at"], "2026-11-23T10:30:00+09:00");
    has_keys(
        &shown["notices"][0],
        &[
            "id",
            "kind",
            "medium",
            "status",
            "at",
            "how",
            "told_at",
            "sent_at",
            "officer",
            "department",
            "phone",
        ],
    );
    assert_eq!(shown["notices"][0]["medium"], "email");
}

#[test]
fn a_deadline_has_its_keys_and_its_values() {
    let home = Home::practising();
    let mut arguments = complaint("교육장 냉방");
    arguments.extend(["--received", "2026-11-23 10:30", "--json"]);
    let shown = home.desk(&arguments).done().json();
    let law = deadline(&shown, "act.grievance");
    has_keys(law, DEADLINE);
    for (key, value) in [
        ("source", json!("statute")),
        ("started_at", json!("2026-11-23T10:30:00+09:00")),
        ("due_at", json!("2026-12-02T00:00:00+09:00")),
        ("due_date", json!("2026-12-01")),
        ("whole_day", json!(true)),
        ("announced_due", json!("2026-12-01")),
        ("status", json!("running")),
        ("met_at", Value::Null),
        ("recorded_late", json!(false)),
        ("met_by", json!(["result"])),
        ("missing", json!(["result"])),
        ("left_seconds", json!(8 * 86_400 + 10 * 3600)),
    ] {
        assert_eq!(law[key], value, "{key}");
    }
    assert!(law["explain"].as_array().unwrap().len() > 7);
}

#[test]
fn a_stopped_deadline_has_no_date_and_keeps_what_is_left() {
    let home = Home::practising();
    home.desk(&question("교육 일정")).done();
    let arguments = [
        "record",
        "2026-1",
        "supplement",
        "--text",
        "사진",
        "--until",
        "2026-11-27",
    ];
    let shown = home.json(&arguments);
    let law = deadline(&shown, "act.inquiry-procedure");
    assert_eq!(
        (&law["due_at"], &law["due_date"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(
        (&law["status"], &law["left_seconds"]),
        (&json!("paused"), &json!(7 * 8 * 3600))
    );
    let supplement = deadline(&shown, "act.supplement");
    // Nothing is counted: the explanation holds the start and the named day.
    assert_eq!(supplement["explain"].as_array().unwrap().len(), 2);
    let last = supplement["explain"][1].as_str().unwrap_or_default();
    assert!(last.starts_with("2026-11-27"), "{supplement}");
    let row = &home.cases(&[])[0];
    assert_eq!(
        (&row["due_at"], &row["due_date"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(
        (&row["status"], &row["left_seconds"]),
        (&json!("paused"), &json!(7 * 8 * 3600))
    );
}

#[test]
fn steps_and_links_are_part_of_a_case() {
    let home = Home::practising();
    home.officer();
    home.complaint("교육장 냉방");
    home.complaint("교육장 냉방 그대로");
    for arguments in [
        &["record", "2026-2", "link", "--earlier", "2026-000001"][..],
        &[
            "record",
            "2026-2",
            "step1",
            "--department",
            "고객지원팀",
            "--officer",
            "박예시",
            "--instruction",
            "점검",
        ],
        &"record 2026-2 step2 --result 고침 --apology 죄송합니다"
            .split(' ')
            .collect::<Vec<_>>(),
    ] {
        home.desk(arguments).done();
    }
    let shown = home.json(&["show", "2026-2"]);
    let steps = shown["steps"].as_array().unwrap();
    has_keys(
        &steps[0],
        &[
            "step",
            "due_at",
            "at",
            "by",
            "department",
            "officer",
            "instruction",
        ],
    );
    has_keys(
        &steps[1],
        &["step", "due_at", "at", "by", "result", "apology"],
    );
    assert_eq!(
        (&steps[0]["step"], &steps[1]["step"]),
        (&json!(1), &json!(2))
    );
    assert_eq!(steps[1]["apology"], "죄송합니다");
    assert_eq!(
        shown["links"],
        json!([{"number": "2026-000001", "kind": "earlier"}])
    );
    assert_eq!(
        home.json(&["queue", "--limit", "1", "--by", "case"])["rows"][0]["step"],
        0
    );
    assert_eq!(home.json(&["show", "2026-1"])["steps"], json!([]));
}

#[test]
fn the_queue_is_read_page_by_page_nearest_first() {
    let home = Home::practising();
    let mut facility = complaint("화장실 청소");
    facility[4] = "facility";
    home.desk(&question("교육 일정")).done();
    home.desk(&facility).done();
    home.desk(&question("주차장 안내")).done();
    let first = home.json(&["queue", "--limit", "2"]);
    has_keys(&first, &["rows", "next"]);
    has_keys(&first["rows"][0], ROW);
    // Three working hours come before seven days.
    assert_eq!(first["rows"][0]["number"], "2026-000002");
    assert_eq!(first["rows"][0]["left_seconds"], 3 * 3600);
    assert_eq!(first["rows"][0]["subject"], "case");
    let next = first["next"].as_str().unwrap();
    let second = ["queue", "--subject", "case", "--limit", "2"];
    let second = home.json(&[&second[..], &["--after", next]].concat());
    assert_eq!(second["rows"].as_array().unwrap().len(), 1);
    assert_eq!(second["next"], Value::Null);
    assert_eq!(second["rows"][0]["number"], "2026-000003");
    let by_deadline = home.json(&["queue", "--by", "deadline"]);
    let rows = by_deadline["rows"].as_array().unwrap();
    assert!(rows.len() > 3, "{by_deadline}");
    let next = home.json(&["queue", "--by", "deadline", "--limit", "1"])["next"].clone();
    let after = home.json(&[
        "queue",
        "--by",
        "deadline",
        "--after",
        next.as_str().unwrap(),
    ]);
    assert_eq!(after["rows"].as_array().unwrap(), &rows[1..]);
}

#[test]
fn what_is_overdue_has_less_than_nothing_left() {
    let home = Home::practising();
    home.desk(&question("교육 일정")).done();
    assert_eq!(
        home.json(&["queue", "--status", "overdue"])["rows"],
        json!([])
    );
    let late = home.desk_at(
        "2026-12-02 01:00",
        &["queue", "--status", "overdue", "--json"],
    );
    let row = &late.done().json()["rows"][0];
    assert_eq!(
        (&row["status"], &row["left_seconds"]),
        (&json!("missed"), &json!(-3600))
    );
}

#[test]
fn a_finished_case_is_listed_without_a_deadline_and_only_when_asked_for() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    home.desk(&[
        "record",
        "2026-1",
        "reply",
        "--outcome",
        "accepted",
        "--text",
        "고쳤습니다",
    ])
    .done();
    home.tell("2026-000001/2/result/1");
    home.desk(&["record", "2026-1", "close"]).done();
    assert_eq!(home.cases(&[]), json!([]));
    let row = &home.cases(&["--status", "all"])[0];
    assert_eq!(row["stage"], "closed");
    for key in ["promise", "due_at", "due_date", "left_seconds", "status"] {
        assert_eq!(row[key], Value::Null, "{key}");
    }
    let shown = home.json(&["show", "2026-1"]);
    let law = deadline(&shown, "act.grievance");
    assert_eq!(
        (&law["status"], &law["met_at"]),
        (&json!("met"), &json!("2026-11-23T14:00:00+09:00"))
    );
    assert_eq!(shown["lead"], Value::Null);
}

#[test]
fn mine_is_what_bears_my_login_or_my_name() {
    let home = Home::practising();
    for (login, name) in [("kim", "김가상"), ("lee", "이가상")] {
        home.desk(&["staff", "add", login, "--name", name, "--role", "clerk"])
            .done();
    }
    for (title, officer) in [
        ("하나", "kim"),
        ("둘", "김가상"),
        ("셋", "이가상"),
        ("넷", "kim"),
    ] {
        let number = home.complaint(title);
        home.desk(&[
            "record",
            &number,
            "assign",
            "--department",
            "고객지원팀",
            "--officer",
            officer,
        ])
        .done();
    }
    let numbers = |arguments: &[&str]| -> Vec<String> {
        let page = home.json(arguments);
        let rows = page["rows"].as_array().unwrap();
        rows.iter()
            .map(|row| row["number"].as_str().unwrap().to_owned())
            .collect()
    };
    let mine = ["queue", "--mine", "--as", "kim"];
    assert_eq!(
        numbers(&mine),
        ["2026-000001", "2026-000002", "2026-000004"]
    );
    let page = home.json(&["queue", "--mine", "--as", "kim", "--limit", "2"]);
    let next = page["next"].as_str().unwrap();
    assert_eq!(
        numbers(&["queue", "--mine", "--as", "kim", "--after", next]),
        ["2026-000004"]
    );
}
