//! Where and when a matter is taken in, and to whom it goes.

use super::{desk, guide, matter};
use crate::cli::{Answer, Home};
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
    }
}

pub(super) fn an_unknown_category_leads_nowhere() {
    for charter in ["gbvc", "wonju"] {
        let home = desk(charter);
        home.desk(&["guide", "--category", "nothing"])
            .gave_up(1, &["nothing"]);
        take_in(&home, "phone", "nothing").gave_up(1, &["nothing"]);
    }
}

fn take_in(home: &Home, channel: &str, category: &str) -> Answer {
    let intake = ["intake", "--title", "제목", "--name", "홍길동"];
    let how = ["--channel", channel, "--category", category];
    home.desk(&[&intake[..], &how].concat())
}

/// A channel that the charter does not publish, and a category that is not its own.
pub(super) fn what_the_desk_does_not_take_is_refused() {
    for (charter, channel, category) in [
        ("jndc", "email", "budget-waste"),
        ("kpf", "epeople", "library"),
        ("koreha", "epeople", "housing"),
        ("gbvc", "email", "portal"),
        ("wonju", "epeople", "venue"),
    ] {
        let home = desk(charter);
        take_in(&home, channel, category).gave_up(1, &[channel]);
        take_in(&home, "web", "of-another-charter").gave_up(1, &["of-another-charter", category]);
        take_in(&home, "web", category).done();
    }
}

pub(super) fn the_channels_are_taken() {
    for (charter, all) in [
        ("gbvc", &["phone", "fax", "web", "post", "visit"][..]),
        ("wonju", &["visit", "post", "phone", "fax", "web"]),
    ] {
        let home = desk(charter);
        for channel in all {
            matter(&home, channel, "complaint", &[]);
        }
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

/// Its own act extends it once, by ten days at most (disclosure act art. 11(2)).
pub(super) fn a_disclosure_is_not_extended_beyond_its_own_act() {
    let home = desk("wonju");
    matter(&home, "web", "disclosure", &[]);
    let extend = |days: &str| {
        let extend = "record 2026-1 extend --reason fact-finding --consent --text 의견 --days";
        let extend: Vec<&str> = extend.split(' ').chain([days, "--as", "lee"]).collect();
        home.desk(&extend)
    };
    extend("11").gave_up(1, &["10 days"]);
    extend("10").done();
    extend("1").gave_up(1, &["only once"]);
    // Fri 12-04 (10), 7 .. 11 (15), 14 .. 18 (20)
    let over = "2026-12-19T10:00:00";
    let shown = home.desk_at(over, &["show", "2026-1", "--json"]);
    let shown = shown.done().json();
    let mut deadlines = shown["deadlines"].as_array().unwrap().iter();
    let law = deadlines.find(|one| one["promise"] == "act.statutory");
    let law = law.unwrap();
    assert_eq!(
        (&law["due_date"], &law["status"]),
        (&json!("2026-12-18"), &json!("missed"))
    );
}

/// An hour of gbvc's hours that begins on a Friday evening is over on Monday, and not before.
pub(super) fn a_deadline_of_hours_is_missed_when_the_office_is_open() {
    let home = desk("gbvc");
    matter(
        &home,
        "web",
        "complaint",
        &["--received", "2026-11-20 18:00"],
    );
    for (now, status) in [
        ("2026-11-23T10:00:00", "running"),
        ("2026-11-23T10:01:00", "missed"),
    ] {
        let shown = home.desk_at(now, &["show", "2026-1", "--json"]);
        let shown = shown.done().json();
        let mut deadlines = shown["deadlines"].as_array().unwrap().iter();
        let step = deadlines.find(|one| one["promise"] == "gbvc.step.1");
        assert_eq!(step.unwrap()["status"], json!(status), "{now}");
    }
}

/// What a customer only said, and nobody wrote down for them, is no petition (act art. 8, decree art. 10(4)).
pub(super) fn what_was_only_said_is_no_petition() {
    let home = desk("wonju");
    let law = |shown: &Value| {
        let mut deadlines = shown["deadlines"].as_array().unwrap().iter();
        deadlines.any(|one| one["source"] == "statute")
    };
    let said = matter(&home, "visit", "complaint", &["--oral"]);
    assert_eq!(
        (said["on_behalf"].as_bool(), law(&said)),
        (Some(false), false)
    );
    let written = matter(&home, "visit", "complaint", &["--oral", "--on-behalf"]);
    assert_eq!(
        (written["on_behalf"].as_bool(), law(&written)),
        (Some(true), true)
    );
}
