//! What is recorded later than it happened, and numbers over the turn of the year, with the real program.

use super::{Answer, Home, complaint};
use serde_json::{Value, json};

/// 2026-11-09 is a Monday.
const MONDAY: &str = "2026-11-09T17:00";

fn record(home: &Home, now: &str, arguments: &[&str]) -> Answer {
    home.desk_at(now, &[&["record", "2026-1"], arguments].concat())
}

fn facts(home: &Home, now: &str) -> Vec<Value> {
    let shown = home.desk_at(now, &["show", "2026-1", "--json"]).done();
    shown.json()["facts"].as_array().unwrap().clone()
}

fn deadline(shown: &Value, promise: &str) -> Value {
    let deadlines = shown["deadlines"].as_array().unwrap();
    let found = deadlines.iter().find(|one| one["promise"] == promise);
    found.unwrap().clone()
}

/// A home with a complaint that was received on Monday 2026-11-02.
fn taken_in() -> Home {
    let home = Home::empty();
    let init = ["init", "--charter", "gbvc", "--practice"];
    home.desk_at("2026-11-02T09:00", &init).done();
    home.desk_at("2026-11-02T10:00", &complaint("냉방")).done();
    home
}

#[test]
fn what_is_dated_back_over_a_working_day_asks_for_a_reason_that_stands_in_the_history() {
    let home = taken_in();
    let note = ["note", "--text", "현장", "--at", MONDAY];
    let now = "2026-12-01T09:00";
    record(&home, now, &note).gave_up(1, &["2026-11-10", "--late-reason"]);
    assert_eq!(facts(&home, now).len(), 1, "nothing was written");
    let reason = ["--late-reason", "외근\n뒤 입력"];
    record(&home, now, &[&note[..], &reason].concat()).done();
    let kept = facts(&home, now).pop().unwrap();
    for (key, value) in [
        ("at", json!("2026-11-09T17:00:00+09:00")),
        ("recorded_at", json!("2026-12-01T09:00:00+09:00")),
        ("late_reason", json!("외근\n뒤 입력")),
    ] {
        assert_eq!(kept[key], value, "{key}");
    }
    for (lang, words) in [
        (
            "ko",
            [
                "2026-11-09 17:00, 기록 2026-12-01 09:00",
                "늦게 기록한 사유: 외근 / 뒤 입력",
            ],
        ),
        (
            "en",
            [
                "2026-11-09 17:00, recorded 2026-12-01 09:00",
                "recorded late because: 외근 / 뒤 입력",
            ],
        ),
    ] {
        let said = home
            .desk_at(now, &["show", "2026-1", "--lang", lang])
            .done()
            .out;
        for word in words {
            assert!(said.contains(word), "{word} in {said}");
        }
    }
}

#[test]
fn at_once_and_within_the_next_working_day_nothing_is_asked() {
    let home = taken_in();
    let now = "2026-12-01T09:00";
    record(&home, now, &["note", "--text", "지금"]).done();
    assert_eq!(facts(&home, now).pop().unwrap()["late_reason"], Value::Null);
    let told = record(
        &home,
        now,
        &["note", "--text", "지금", "--late-reason", "왜"],
    );
    told.gave_up(1, &["nothing to explain"]);
    let next = "2026-12-02T18:00";
    record(&home, next, &["note", "--text", "어제", "--at", now]).done();
    let said = home
        .desk_at(next, &["show", "2026-1", "--lang", "en"])
        .done()
        .out;
    assert!(
        said.contains("2026-12-01 09:00, recorded 2026-12-02 18:00"),
        "{said}"
    );
    assert_eq!(said.matches(", recorded ").count(), 1, "{said}");
    for verified in [&["verify"][..], &["verify", "--rebuild"], &["verify"]] {
        home.desk_at(next, verified).done();
    }
}

/// Received on Monday 2026-11-02: the law gives 7 days, the first counted, until Tuesday 2026-11-10, 24:00.
#[test]
fn a_deadline_that_only_a_later_entry_met_was_met_and_recorded_late() {
    for (happened, recorded, status, late) in [
        ("2026-11-10T17:00", "2026-11-11T09:00", "met", true),
        ("2026-11-10T17:00", "2026-11-10T18:00", "met", false),
        ("2026-11-11T09:00", "2026-11-11T10:00", "met_late", false),
    ] {
        let home = taken_in();
        let reply = ["reply", "--outcome", "accepted", "--text", "조치"];
        record(&home, recorded, &[&reply[..], &["--at", happened]].concat()).done();
        let told = [
            "notices",
            "told",
            "2026-1/2/result/1",
            "--how",
            "document",
            "--text",
            "통지",
        ];
        home.desk_at(recorded, &[&told[..], &["--at", happened]].concat())
            .done();
        let shown = home
            .desk_at(recorded, &["show", "2026-1", "--json"])
            .done()
            .json();
        let law = deadline(&shown, "act.grievance");
        assert_eq!(
            (&law["status"], &law["recorded_late"]),
            (&json!(status), &json!(late)),
            "{happened} {recorded}"
        );
        for (lang, words) in [("ko", "이행(늦게 기록)"), ("en", "met, recorded late")] {
            let said = home
                .desk_at(recorded, &["show", "2026-1", "--lang", lang])
                .done()
                .out;
            assert_eq!(said.contains(words), late, "{said}");
            assert!(
                lang == "ko" || said.contains("told (document) 2026"),
                "{said}"
            );
        }
    }
}

#[test]
fn visits_calls_duties_and_notices_ask_for_the_reason_too() {
    let home = taken_in();
    let now = "2026-11-12T09:00";
    let receipt = [
        "notices",
        "told",
        "2026-1/1/receipt/1",
        "--how",
        "phone",
        "--text",
        "접수",
    ];
    let asked: [&[&str]; 4] = [
        &["contact", "call", "--matter", "문의"],
        &["contact", "end", "C2026-1"],
        &["duty", "done", "D2026-1", "--result", "회의"],
        &receipt,
    ];
    for arguments in asked {
        let back = [arguments, &["--at", MONDAY]].concat();
        home.desk_at(now, &back).gave_up(1, &["late-reason"]);
        home.desk_at(now, &[&back[..], &["--late-reason", "외근"]].concat())
            .done();
    }
    let call = home
        .desk_at(now, &["contact", "show", "C2026-1", "--json"])
        .done()
        .json();
    let duty = home
        .desk_at(now, &["duty", "show", "D2026-1", "--json"])
        .done()
        .json();
    for facts in [&call["facts"], &duty["facts"]] {
        assert_eq!(
            facts.as_array().unwrap().last().unwrap()["late_reason"],
            "외근"
        );
    }
    let said = home
        .desk_at(now, &["contact", "show", "C2026-1"])
        .done()
        .out;
    assert!(
        said.contains("17:00:00, recorded 2026-11-12 09:00"),
        "{said}"
    );
    let said = home.desk_at(now, &["duty", "show", "D2026-1"]).done().out;
    assert!(
        said.contains("2026-11-09 17:00, recorded 2026-11-12 09:00"),
        "{said}"
    );
}

/// The date that was told stands in the text too where it is not the date that counts.
#[test]
fn the_announced_date_stands_beside_the_date_that_moved() {
    let home = taken_in();
    let now = "2026-11-03T09:00";
    let shown = || {
        home.desk_at(now, &["show", "2026-1", "--lang", "en"])
            .done()
            .out
    };
    assert!(!shown().contains("announced"), "{}", shown());
    let holiday = [
        "holidays",
        "add",
        "2026-11-05",
        "임시공휴일",
        "--source",
        "관보",
    ];
    home.desk_at(now, &holiday).done();
    let law = home
        .desk_at(now, &["show", "2026-1", "--json"])
        .done()
        .json();
    let law = deadline(&law, "act.grievance");
    assert_eq!(law["due_date"], "2026-11-11");
    assert_eq!(law["announced_due"], "2026-11-10");
    assert!(
        shown().contains("2026-11-11 24:00 (announced 2026-11-10)"),
        "{}",
        shown()
    );
}

/// Thursday 2026-12-31, Friday 2027-01-01 (a holiday), Monday 2027-01-04.
#[test]
fn the_year_of_a_number_is_that_of_the_receipt_else_of_the_entry() {
    let home = Home::empty();
    let init = ["init", "--charter", "gbvc", "--practice"];
    home.desk_at("2026-12-31T09:00", &init).done();
    let take_in = |now: &str, times: &[&str]| {
        let taken = home.desk_at(now, &[&complaint("냉방")[..], times].concat());
        taken.done().out.trim().to_owned()
    };
    let (old, new) = ("2026-12-31T17:00", "2027-01-04T09:00");
    for (now, times, number) in [
        (old, &[][..], "2026-000001"),
        // It arrived in the old year and is received, or only entered, in the new one.
        (new, &["--arrived", old, "--received", new], "2027-000001"),
        (new, &["--arrived", old], "2027-000002"),
        (new, &["--received", old], "2026-000002"),
        (new, &[], "2027-000003"),
    ] {
        assert_eq!(take_in(now, times), number, "{now} {times:?}");
    }
    // Accepting it later changes no number.
    home.desk_at("2027-01-05T09:00", &["record", "2027-2", "accept"])
        .done();
    home.desk_at("2027-01-05T09:00", &["verify"]).done();
}
