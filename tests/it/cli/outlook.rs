//! The load of the days ahead, by commands.

use super::{Home, complaint};
use serde_json::json;

#[test]
fn each_day_holds_what_the_queue_lists_for_it() {
    let home = Home::practising();
    home.complaint("복도 소음");
    let mut overdue = complaint("기한이 지남");
    overdue.extend(["--received", "2026-11-02 10:00"]);
    home.desk(&overdue).done();
    let outlook = home.json(&["outlook", "--days", "40"]);
    let rows = home.json(&["queue", "--limit", "1000"])["rows"].clone();
    let rows = rows.as_array().unwrap();
    let days = outlook["days"].as_array().unwrap();
    assert_eq!(days.len(), 40);
    assert_eq!(days[0]["date"], "2026-11-23");
    let due = |date: &str| {
        let due = rows
            .iter()
            .filter(|row| row["due_date"] == date && row["status"] == "running");
        due.count()
    };
    for day in days {
        assert_eq!(
            day["all"],
            json!(due(day["date"].as_str().unwrap())),
            "{day}"
        );
    }
    let overdue = rows.iter().filter(|row| row["status"] == "missed").count();
    assert_eq!(outlook["overdue"], json!({"all": overdue, "mine": 0}));
    assert!(overdue > 0);
    assert_eq!(outlook["open"]["all"], json!(rows.len()));
    let christmas = days.iter().find(|day| day["date"] == "2026-12-25").unwrap();
    let expected = json!({"date": "2026-12-25", "all": 0, "mine": 0, "working": false,
        "closed": "holiday", "name": "기독탄신일"});
    assert_eq!(*christmas, expected);
    assert_eq!(days[5]["closed"], "saturday");
    assert_eq!(
        (&days[0]["working"], &days[0]["closed"]),
        (&json!(true), &json!(null))
    );
}

#[test]
fn people_read_a_chart_that_survives_a_pipe() {
    let home = Home::practising();
    home.complaint("복도 소음");
    for (lang, heading) in [("ko", "이미 초과"), ("en", "overdue")] {
        let arguments = ["outlook", "--days", "14", "--lang", lang];
        let told = home.desk(&arguments).done().out;
        assert!(told.contains(heading) && told.contains("12/06"), "{told}");
        assert!(
            told.lines()
                .any(|line| line.contains('1') && line.ends_with(['#', '-'])),
            "{told}"
        );
    }
    home.desk(&["outlook", "--days", "0"]).gave_up(2, &["1"]);
}
