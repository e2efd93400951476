//! `minwon duty`: duties of the calendar, from the opening to the history of scores.

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
    "figures",
    "grade",
    "mark",
    "number",
    "officer",
    "on",
    "opened_at",
    "period",
    "promise",
    "published",
    "put_right",
    "reason",
    "recorded_late",
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
        .gave_up(1, &["already announced"]);
    home.desk(&["verify"]).done();
}

#[test]
fn what_is_wrong_is_told_and_nothing_is_half_written() {
    let home = home("gbvc");
    let before = home.json(&["verify"]);
    for (arguments, code, told) in [
        (&["done", "D2026-7"][..], 1, "2026-12-01"),
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
            "in the future",
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
        .gave_up(1, &["already done (2026-11-20)"]);
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

#[test]
fn a_duty_is_called_in_the_language_of_who_asks() {
    let home = home("gbvc");
    for (lang, title) in [
        ("ko", "직원회의를 해마다 정기적으로 엽니다"),
        ("en", "Hold regular staff meetings every year (2026)"),
    ] {
        let shown = home.desk(&["duty", "show", "D2026-000001", "--lang", lang]);
        let shown = shown.done().out;
        assert!(shown.contains(&format!("D2026-000001  {title}")), "{shown}");
    }
}

#[test]
fn what_was_asked_most_stands_at_the_duty_of_the_period() {
    let home = home("kpf");
    for title in ["연수 일정", "연수 일정", "주차"] {
        home.complaint(title);
    }
    // Cases from before the quarter do not count.
    home.desk_at("2026-09-30T10:00:00", &super::complaint("지난 분기"))
        .done();
    let year = home.json(&["duty", "list"]);
    let mut duties = year["duties"].as_array().unwrap().iter();
    let faq = duties.find(|duty| duty["promise"] == "kpf.know.faq");
    let number = faq.unwrap()["number"].as_str().unwrap();
    assert_eq!(
        duty(&home, super::NOW, number)["figures"],
        json!({
            "categories": [{"name": "complaint", "count": 3}],
            "titles": [{"name": "연수 일정", "count": 2}, {"name": "주차", "count": 1}]
        })
    );
    let shown = home.desk(&["duty", "show", number]).done().out;
    assert!(shown.contains("2      연수 일정"), "{shown}");
}

#[test]
fn praise_is_counted_by_officer() {
    let home = home("koreha");
    for (login, name) in [("kim", "김가상"), ("lee", "이담당")] {
        let member = ["staff", "add", login, "--name", name, "--no-login"];
        let team = ["--department", "관리팀"];
        home.desk(&[&member[..], &team].concat()).done();
    }
    for (case, officer) in [(1, "김가상"), (2, "김가상"), (3, "이담당"), (4, "")] {
        let praise = ["intake", "--channel", "web", "--category", "praise"];
        let praise = [&praise[..], &["--name", "홍길동", "--title", "감사"]].concat();
        home.desk(&praise).done();
        if !officer.is_empty() {
            let case = format!("2026-{case}");
            let assign = ["record", &case, "assign", "--department", "관리팀"];
            let assign = [&assign[..], &["--officer", officer]].concat();
            home.desk(&assign).done();
        }
    }
    let complaint = home.complaint("불편");
    let assign = ["record", &complaint, "assign", "--department", "관리팀"];
    let assign = [&assign[..], &["--officer", "이담당"]].concat();
    home.desk(&assign).done();
    assert_eq!(
        duty(&home, super::NOW, "D2026-1")["figures"]["officers"],
        json!([
            {"name": "kim", "count": 2},
            {"name": "", "count": 1},
            {"name": "lee", "count": 1}
        ])
    );
}

#[test]
fn the_monthly_check_lists_what_is_overdue_and_departments_are_reminded() {
    let home = home("gbvc");
    let year = home.json(&["duty", "list"]);
    let mut duties = year["duties"].as_array().unwrap().iter();
    let check = duties.find(|duty| duty["promise"] == "act.monthly-check");
    let number = check.unwrap()["number"].as_str().unwrap();
    for lang in [
        ("ko", "기한이 지난 민원이 없어"),
        ("en", "No case is overdue there"),
    ] {
        home.desk(&["duty", "remind", number, "--lang", lang.0])
            .gave_up(1, &[lang.1]);
    }
    for (title, received) in [("어제", "2026-11-23 10:00"), ("오래됨", "2026-11-02 10:00")] {
        let mut arguments = super::complaint(title);
        arguments[4] = "course";
        arguments.extend(["--received", received]);
        home.desk(&arguments).done();
    }
    let member = ["staff", "add", "kim", "--name", "김가상", "--no-login"];
    home.desk(&[&member[..], &["--department", "상담팀"]].concat())
        .done();
    let assign = ["record", "2026-2", "assign", "--department", "상담팀"];
    home.desk(&[&assign[..], &["--officer", "김가상"]].concat())
        .done();
    let shown = duty(&home, super::NOW, number);
    let overdue = shown["figures"]["overdue"].as_array().unwrap();
    assert_eq!(overdue.len(), 1, "{overdue:?}");
    assert_eq!(
        (&overdue[0]["number"], &overdue[0]["department"]),
        (&json!("2026-000002"), &json!("상담팀"))
    );
    let remind = ["duty", "remind", number, "--department"];
    home.desk(&[&remind[..], &["없는팀"]].concat())
        .gave_up(1, &["No case is overdue there"]);
    let reminded = home.json(&[&remind[..], &["상담팀", "--text", "처리 독촉"]].concat());
    let last = reminded["facts"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&last["kind"], &last["cases"], &last["departments"]),
        (
            &json!("reminded"),
            &json!(["2026-000002"]),
            &json!(["상담팀"])
        )
    );
    assert_eq!(reminded["stage"], "open");
    home.desk(&["duty", "remind", "D2026-1"])
        .gave_up(1, &["monthly check"]);
    home.desk(&["verify"]).done();
}

/// Due at the end of the year, done in it, and entered in January.
#[test]
fn a_duty_that_was_entered_after_its_date_was_met_and_recorded_late() {
    for (happened, recorded, late) in [
        ("2026-12-30T10:00", "2027-01-08T10:00", true),
        ("2026-12-30T10:00", "2026-12-30T11:00", false),
        ("2027-01-07T10:00", "2027-01-08T10:00", false),
    ] {
        let home = home("wonju");
        let mut done = vec![
            "duty",
            "done",
            "D2026-1",
            "--result",
            "조사함",
            "--score",
            "90",
        ];
        done.extend(["--at", happened, "--late-reason", "출장"]);
        home.desk_at(recorded, &done).done();
        let shown = duty(&home, recorded, "D2026-1");
        assert_eq!(shown["recorded_late"], late, "{happened} {recorded}");
        for (lang, words) in [("ko", "이행(늦게 기록)"), ("en", "met, recorded late")] {
            let said = home.desk_at(recorded, &["duty", "show", "D2026-1", "--lang", lang]);
            assert_eq!(
                said.done().out.contains(words),
                late,
                "{happened} {recorded}"
            );
        }
    }
}
