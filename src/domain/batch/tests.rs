//! Lines of questions: each is answered, whatever it holds, and never stops the ones behind it.

use super::*;
use serde_json::json;

fn asked(line: &Value) -> Value {
    let said = answer(&line.to_string());
    assert!(!said.contains('\n'));
    serde_json::from_str(&said).unwrap()
}

#[test]
fn a_question_is_answered_with_its_id() {
    let rows = [
        (
            json!({"id": "a", "from": "2026-11-02T14:00:00", "count": "working_hours",
                   "limit": {"amount": 10800, "unit": "seconds"}}),
            json!({"id": "a", "due_at": "2026-11-02T17:00:00+09:00",
                   "due_date": "2026-11-02", "whole_day": false}),
        ),
        (
            json!({"id": [1], "from": "2026-11-02T10:00:00", "count": "petition_act", "extend": [7],
                   "limit": {"amount": 7, "unit": "days"}}),
            json!({"id": [1], "due_at": "2026-11-20T00:00:00+09:00",
                   "due_date": "2026-11-19", "whole_day": true}),
        ),
        (
            json!({"timezone": "Europe/Berlin", "hours": {"sun": [["00:00", "24:00"]]}, "holidays": [],
                   "from": "2026-03-29T00:00:00", "until": "2026-03-30T00:00:00"}),
            json!({"id": null, "seconds": 23 * 3600}),
        ),
        (
            json!({"id": 1, "from": "2026-11-02T12:30:00", "count": "elapsed",
                   "limit": {"amount": 0.5, "unit": "hours"}, "pauses": null}),
            json!({"id": 1, "due_at": "2026-11-02T13:00:00+09:00",
                   "due_date": "2026-11-02", "whole_day": false}),
        ),
        (
            json!({"id": 1, "from": "2026-11-02T17:20:00", "count": "same_day", "cutoff": "17:00",
                   "closures": {"2026-11-03": "창립기념일"}}),
            json!({"id": 1, "due_at": "2026-11-04T18:00:00+09:00",
                   "due_date": "2026-11-04", "whole_day": false}),
        ),
        (
            json!({"id": 1, "from": "2026-11-07T10:00:00", "count": "petition_act",
                   "night_receipt": "next_open", "limit": "7일",
                   "days_out": [["2026-11-10", "2026-11-10"]],
                   "shifts": {"2026-11-12": []}}),
            json!({"id": 1, "due_at": "2026-11-19T00:00:00+09:00",
                   "due_date": "2026-11-18", "whole_day": true}),
        ),
    ];
    for (line, expected) in rows {
        assert_eq!(asked(&line), expected, "{line}");
    }
}

#[test]
fn a_bad_line_is_answered_with_what_is_wrong() {
    let due = |key: &str, value: Value| {
        let mut line = json!({"id": 7, "from": "2026-11-02T14:00:00", "count": "civil",
                              "limit": {"amount": 3, "unit": "days"}});
        line[key] = value;
        line
    };
    let rows = [
        (due("from", Value::Null), "from"),
        (due("from", json!("yesterday")), "yesterday"),
        (due("from", json!(5)), "text"),
        (due("count", json!("fortnightly")), "counting rule"),
        (due("count", Value::Null), "count"),
        (due("limit", Value::Null), "limit"),
        (due("limit", json!({"amount": 3})), "unit"),
        (due("limit", json!({"unit": "days"})), "amount"),
        (due("limit", json!({"amount": -3, "unit": "days"})), "-3"),
        (due("limit", json!({"amount": 0.5, "unit": "days"})), "0.5"),
        (
            due("limit", json!({"amount": 1e300, "unit": "hours"})),
            "amount",
        ),
        (
            due("limit", json!({"amount": u32::MAX, "unit": "years"})),
            "9999",
        ),
        (
            due("limit", json!({"amount": 0, "unit": "immediate"})),
            "cannot count",
        ),
        (due("timezone", json!("Asia/Atlantis")), "Atlantis"),
        (due("hours", json!({})), "never open"),
        (due("hours", json!({"monday": []})), "monday"),
        (
            due("hours", json!({"mon": [["18:00", "09:00"]]})),
            "ends before",
        ),
        (due("hours", json!({"mon": [["09:00"]]})), "pair"),
        (due("hours", json!({"mon": [["09:00", "25:00"]]})), "25:00"),
        (due("hours", json!("all day")), "object"),
        (due("holidays", json!("mars")), "mars"),
        (due("holidays", json!(["2026-02-30"])), "2026-02-30"),
        (due("shifts", json!({"soon": []})), "soon"),
        (
            due("pauses", json!([["2026-11-03T10:00", "2026-11-02T10:00"]])),
            "ends before",
        ),
        (due("days_out", json!(["2026-11-04"])), "list"),
        (due("extend", json!([-1])), "-1"),
        (due("night_receipt", json!("never")), "next_open"),
        (due("cutoff", json!("late")), "late"),
    ];
    for (line, part) in rows {
        let said = asked(&line);
        assert_eq!(said["id"], 7, "{line}");
        assert!(
            said["error"].as_str().unwrap().contains(part),
            "{line} -> {said}"
        );
    }
}

#[test]
fn garbage_is_answered_and_never_stops_the_batch() {
    let deep = "[".repeat(100_000);
    let long = format!("{{\"id\":\"{}\"}}", "x".repeat(LONGEST_LINE));
    for line in [
        "",
        " ",
        "null",
        "[]",
        "3",
        "{",
        "{\"id\":1",
        "\u{0}",
        "가나다",
        &deep,
        &long,
    ] {
        let said: Value = serde_json::from_str(&answer(line)).unwrap();
        assert!(said["error"].is_string());
        assert!(said["id"].is_null());
    }
    assert_eq!(
        asked(&json!({"id": {"deep": [1]}}))["id"],
        json!({"deep": [1]})
    );
}

#[test]
fn a_whole_amount_may_have_a_point_and_a_date_alone_is_its_beginning() {
    let line =
        json!({"from": "2026-11-30", "count": "before", "limit": {"amount": 20.0, "unit": "days"}});
    assert_eq!(asked(&line)["due_date"], "2026-11-10");
}

#[test]
fn the_working_time_vectors_hold_line_by_line() {
    let rows: Vec<Value> =
        serde_json::from_str(include_str!("../../../tests/vectors/working_time.json")).unwrap();
    for row in rows {
        let mut line = json!({
            "id": row["id"], "timezone": row["tz"], "hours": row["week"], "holidays": row["holidays"],
            "shifts": row["shifts"], "pauses": row["breaks"], "from": row["start"], "until": row["end"],
        });
        if row["end"].is_null() {
            line["count"] = json!("working_hours");
            line["limit"] = json!({"amount": row["add_seconds"], "unit": "seconds"});
            let said = asked(&line);
            let due = said["due_at"].as_str().unwrap();
            let due = chrono::DateTime::parse_from_rfc3339(due)
                .unwrap()
                .naive_local();
            assert_eq!(
                due.to_string().replace(' ', "T"),
                row["expect_due"].as_str().unwrap()
            );
        } else {
            let expected = json!({"id": row["id"], "seconds": row["expect_seconds"]});
            assert_eq!(asked(&line), expected);
        }
    }
}
