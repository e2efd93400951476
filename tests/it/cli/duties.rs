//! `minwon duty`: what the calendar asks for, from the opening to the history of scores.

use super::{Home, has_keys};
use serde_json::{Value, json};

/// The keys of a duty; they never change.
const DUTY: &[&str] = &[
    "action",
    "after",
    "announced_at",
    "done_at",
    "done_on",
    "due_at",
    "due_date",
    "evidence",
    "explain",
    "facts",
    "grade",
    "mark",
    "number",
    "officer",
    "on",
    "opened_at",
    "period",
    "promise",
    "reason",
    "report",
    "result",
    "score",
    "source",
    "stage",
    "status",
    "text",
    "title",
    "whole_day",
];

fn home(charter: &str) -> Home {
    let home = Home::empty();
    home.desk(&["init", "--charter", charter, "--practice"])
        .done();
    home
}

fn duty(home: &Home, now: &str, number: &str) -> Value {
    let shown = home.desk_at(now, &["duty", "show", number, "--json"]);
    shown.done().json()
}

#[test]
fn a_chain_goes_through_the_turn_of_the_year_and_the_next_year_opens_itself() {
    let home = home("wonju");
    let survey = duty(&home, super::NOW, "D2026-1");
    has_keys(&survey, DUTY);
    assert_eq!(survey["promise"], "wonju.survey");
    // Missed at the end of the year, done on Fri Jan 8: published within the month, which ends in the lunar new year.
    let late = "2027-01-08T10:00:00";
    let done = [
        "duty", "done", "D2026-1", "--score", "91.4", "--grade", "A", "--json",
    ];
    let done = home.desk_at(late, &done).done().json();
    assert_eq!(
        (&done["status"], &done["mark"], &done["score"]),
        (&json!("met_late"), &json!("late"), &json!(91.4))
    );
    let publish = duty(&home, late, "D2026-4");
    assert_eq!(
        (&publish["promise"], &publish["due_date"], &publish["after"]),
        (
            &json!("wonju.survey.publish"),
            &json!("2027-02-10"),
            &json!("D2026-000001")
        )
    );
    let next = duty(&home, late, "D2027-1");
    assert_eq!(
        (&next["promise"], &next["period"], &next["due_date"]),
        (&json!("wonju.survey"), &json!("2027"), &json!("2027-12-31"))
    );
    home.desk_at("2027-02-10T23:00:00", &["duty", "done", "D2026-4"])
        .done();
    let plan = duty(&home, "2027-02-10T23:00:00", "D2026-5");
    assert_eq!(
        (&plan["promise"], &plan["due_date"]),
        (&json!("wonju.survey.plan"), &json!("2027-05-10"))
    );
}

#[test]
fn scores_of_earlier_years_stand_in_the_history() {
    let home = home("koreha");
    for (year, score, grade) in [("2015", "82.8", ""), ("2016", "91.4", "A")] {
        let enter = ["duty", "record-past", "koreha.survey", "--period", year];
        let enter = [&enter[..], &["--score", score, "--grade", grade]].concat();
        home.desk(&enter).done();
        home.desk(&enter).gave_up(1, &[year]);
    }
    let history = home.json(&["duty", "history", "koreha.survey"]);
    let told: Vec<_> = history
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            (
                one["period"].as_str().unwrap(),
                &one["score"],
                &one["grade"],
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("2015", &json!(82.8), &json!("")),
            ("2016", &json!(91.4), &json!("A")),
            ("2026", &Value::Null, &json!(""))
        ]
    );
}

#[test]
fn a_training_is_planned_announced_and_held() {
    let home = home("gbvc");
    let plan = [
        "duty",
        "schedule",
        "gbvc.training.notice",
        "--on",
        "2026-12-24",
    ];
    let planned = home.json(&[&plan[..], &["--title", "겨울 교육"]].concat());
    assert_eq!(
        (&planned["due_date"], &planned["on"], &planned["period"]),
        (
            &json!("2026-12-04"),
            &json!("2026-12-24"),
            &json!("2026-N1")
        )
    );
    let number = planned["number"].as_str().unwrap();
    let announced = home.json(&["duty", "announce", number, "--text", "누리집"]);
    assert_eq!(
        (&announced["status"], &announced["stage"]),
        (&json!("met"), &json!("announced"))
    );
    home.desk(&["duty", "announce", number])
        .gave_up(1, &["announced already"]);
    home.desk(&["verify"]).done();
}

#[test]
fn what_is_wrong_is_told_and_nothing_is_half_written() {
    let home = home("gbvc");
    let before = home.json(&["verify"]);
    for (arguments, code, told) in [
        (&["done", "D2026-4"][..], 1, "2026-12-01"),
        (&["done", "D2026-9"], 1, "D2026-000009"),
        (&["done", "2026-1"], 2, "D2026-000001"),
        (&["done", "D2026-1", "--score", "-3"], 1, "82.8"),
        (&["done", "D2026-1", "--at", "2025-12-31"], 1, "2026-01-01"),
        (&["done", "D2026-1", "--at", "2026-12-31"], 1, "future"),
        (
            &["schedule", "gbvc.trainings", "--on", "2026-12-24"],
            1,
            "gbvc.training.notice",
        ),
        (
            &["schedule", "gbvc.training.notice", "--on", "2026-11-22"],
            1,
            "ahead",
        ),
        (
            &["schedule", "gbvc.survey", "--on", "2026-12-24"],
            1,
            "no date",
        ),
        (&["announce", "D2026-1"], 1, "no date"),
        (&["history", "gbvc.nothing"], 1, "gbvc.survey"),
        (
            &["record-past", "gbvc.survey", "--period", "2026"],
            1,
            "not over",
        ),
        (
            &["record-past", "gbvc.survey", "--period", "작년"],
            2,
            "2026-H2",
        ),
    ] {
        home.desk(&[&["duty"], arguments].concat())
            .gave_up(code, &[told]);
    }
    assert_eq!(home.json(&["verify"]), before);
    home.desk(&["duty", "done", "D2026-1", "--at", "2026-11-20"])
        .done();
    home.desk(&["duty", "done", "D2026-1"])
        .gave_up(1, &["done already (2026-11-20)"]);
}

#[test]
fn a_year_shows_each_promise_with_its_months() {
    let home = home("kpf");
    let year = home.json(&["duty", "list", "--year", "2026"]);
    let mut faq = year["plans"].as_array().unwrap().iter();
    let faq = faq.find(|plan| plan["promise"] == "kpf.know.faq");
    assert_eq!(faq.unwrap()["months"][11], "open");
    let next = home.json(&["duty", "list", "--year", "2027"]);
    let mut faq = next["plans"].as_array().unwrap().iter();
    let faq = faq.find(|plan| plan["promise"] == "kpf.know.faq");
    let ahead = &faq.unwrap()["months"];
    for at in [2, 5, 8, 11] {
        assert_eq!(ahead[at], "ahead", "{ahead}");
    }
    let shown = home.desk(&["duty", "list", "--lang", "ko"]).done().out;
    assert!(
        shown.contains("kpf.know.publish") && shown.contains("진행 중"),
        "{shown}"
    );
}
