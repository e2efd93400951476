//! Where and when a matter is taken in, and to whom it goes.

use super::{desk, guide, matter};
use crate::cli::Home;
use serde_json::{Value, json};

pub(super) fn the_web_desk_has_its_categories() {
    let home = Home::empty();
    let shown = home
        .run(&["charter", "show", "jndc", "--json"])
        .done()
        .json();
    let ids: Vec<&str> = shown["categories"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["id"].as_str().unwrap())
        .collect();
    let counters: Vec<&str> = shown["channels"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one.as_str().unwrap())
        .collect();
    assert!(counters.contains(&"web"));
    for wanted in [
        "complaint",
        "suggestion",
        "privacy",
        "subcontract",
        "corruption",
        "disclosure",
        "budget",
    ] {
        assert!(
            ids.iter().any(|id| id.contains(wanted)),
            "{wanted}: {ids:?}"
        );
    }
    // Day and night, weekends too.
    let desk = desk("jndc");
    let night = ["--received", "2026-11-22 03:00"];
    matter(&desk, "web", "complaint", &night);
}

pub(super) fn a_category_leads_to_counter_department_and_number() {
    let wonju = Home::empty();
    let shown = wonju
        .run(&["guide", "--charter", "wonju", "--json"])
        .done()
        .json();
    assert_eq!(
        shown["counters"].as_array().unwrap().len(),
        11,
        "seven and four"
    );
    for charter in ["gbvc", "wonju"] {
        let home = desk(charter);
        let all = guide(&home, &[])["counters"].as_array().unwrap().clone();
        for counter in all {
            for category in counter["categories"].as_array().unwrap() {
                let category = category.as_str().unwrap();
                let one = guide(&home, &["--category", category]);
                assert_eq!(one["counters"], json!([counter]));
                let taken = matter(&home, "phone", category, &[]);
                assert_eq!(taken["department"], counter["department"], "{category}");
            }
            assert!(!counter["department"].as_str().unwrap().is_empty());
            // The web desk of wonju has an address and no number.
            let web = counter["id"] == "complaint-web";
            assert_eq!(counter["phone"].as_str().unwrap().is_empty(), web);
        }
        home.desk(&["guide", "--category", "nothing"])
            .gave_up(1, &["nothing"]);
    }
}

pub(super) fn the_channels_are_taken_and_no_other() {
    for (charter, all) in [
        ("gbvc", &["phone", "fax", "web", "post", "visit"][..]),
        ("wonju", &["visit", "post", "phone", "fax", "web"]),
    ] {
        let home = desk(charter);
        for channel in all {
            matter(&home, channel, "complaint", &[]);
        }
        let wrong = [
            "intake",
            "--channel",
            "epeople",
            "--category",
            "complaint",
            "--title",
            "제목",
        ];
        home.desk(&wrong).gave_up(1, &["epeople"]);
    }
}

pub(super) fn the_office_is_closed_at_lunch_and_on_days_off() {
    let home = Home::empty();
    let due = |from: &str| {
        let line = [
            "due",
            "--charter",
            "gbvc",
            "--count",
            "working_hours",
            "--limit",
            "1 hour",
            "--from",
            from,
            "--json",
        ];
        text_of(&home.run(&line).done().json()["due_at"])
    };
    assert_eq!(due("2026-11-23 11:30"), "2026-11-23T13:30:00+09:00");
    // Friday evening to Monday; a holiday to the day after it.
    assert_eq!(due("2026-11-20 18:00"), "2026-11-23T10:00:00+09:00");
    assert_eq!(due("2026-12-24 17:30"), "2026-12-28T09:30:00+09:00");
}

fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

pub(super) fn what_an_officer_wrote_is_marked() {
    let home = desk("wonju");
    let shown = matter(&home, "visit", "complaint", &["--on-behalf", "--as", "lee"]);
    assert_eq!(shown["on_behalf"], json!(true));
    assert_eq!(
        shown["facts"][0]["by"],
        json!("lee"),
        "the officer who wrote it"
    );
}

/// Department, numbers and addresses, as the charters publish them.
pub(super) fn what_the_charter_publishes_is_shown() {
    let home = Home::empty();
    for (charter, published) in [
        (
            "jndc",
            &["061-280-0600", "061-285-9859", "061-280-0604"][..],
        ),
        ("kpf", &["\"fax\"", "\"email\""]),
        (
            "koreha",
            &["39660", "혁신2로 40", "054-911-9253", "054-911-8653"],
        ),
        (
            "gbvc",
            &["054-855-1365", "054-855-5189", "gbvt1365.kr", "36759"],
        ),
        (
            "wonju",
            &[
                "737-1003",
                "737-1002",
                "737-1043",
                "737-1099",
                "www.wonjulib.or.kr",
            ],
        ),
    ] {
        let shown = home.run(&["charter", "show", charter, "--json"]).done().out;
        for wanted in published {
            assert!(shown.contains(wanted), "{charter}: {wanted}");
        }
    }
}

pub(super) fn a_disclosure_has_the_period_of_its_own_act() {
    let home = desk("wonju");
    let shown = matter(&home, "web", "disclosure", &[]);
    let deadlines = shown["deadlines"].as_array().unwrap();
    let law = deadlines
        .iter()
        .find(|one| one["promise"] == "act.statutory");
    // Mon 11-23 (1), 24 .. 27 (5), 30 (6), 12-01, 02, 03, Fri 12-04 (10)
    assert_eq!(law.unwrap()["due_date"], json!("2026-12-04"));
}
