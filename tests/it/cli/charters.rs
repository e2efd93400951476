//! Charters: listed, shown, checked, adopted.

use super::{Home, has_keys, text};
use serde_json::json;

#[test]
fn the_charters_of_the_program_are_listed_and_shown_without_a_database() {
    let home = Home::empty();
    let listed = home.run(&["charter", "list", "--json"]).done().json();
    let ids: Vec<_> = listed
        .as_array()
        .unwrap()
        .iter()
        .map(|charter| charter["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["jndc", "kpf", "koreha", "gbvc", "wonju"]);
    has_keys(&listed[0], &["id", "name"]);
    for id in ids {
        let shown = home.run(&["charter", "show", id, "--json"]).done().json();
        assert_eq!(shown["id"], id);
        for key in ["id", "name", "kind", "counter"] {
            assert!(shown["categories"][0].get(key).is_some(), "{id} {key}");
        }
        for key in [
            "id", "kind", "channels", "trigger", "action", "limit", "count",
        ] {
            assert!(shown["promises"][0].get(key).is_some(), "{id} {key}");
        }
        let people = home
            .run(&["charter", "show", id, "--lang", "ko"])
            .done()
            .out;
        assert!(people.contains("이행기준"), "{people}");
    }
    home.run(&["charter", "show", "nowhere"])
        .gave_up(3, &["'nowhere'", "jndc, kpf, koreha, gbvc, wonju"]);
}

#[test]
fn every_error_of_a_file_is_told_with_its_place() {
    let home = Home::empty();
    let file = text(home.path("my.toml"));
    let check = |content: &[u8]| {
        std::fs::write(&file, content).unwrap();
        home.run(&["charter", "check", &file])
    };
    let sound = include_str!("../../../src/charters/gbvc.toml");
    assert_eq!(check(sound.as_bytes()).done().out, "ok\n");
    let shown = home.run(&["charter", "show", &file, "--json"]).done();
    assert_eq!(shown.json()["id"], "gbvc");

    check(b"id = \n").gave_up(3, &[&format!("{file}:1:"), "TOML"]);
    let wrong = sound.replacen("id = \"gbvc\"", "id = 3", 1).replacen(
        "limit = \"7 days\"",
        "limit = \"7 fortnights\"",
        1,
    );
    let refused = check(wrong.as_bytes());
    let line = wrong
        .lines()
        .position(|line| line.starts_with("id = 3"))
        .unwrap()
        + 1;
    refused.gave_up(3, &[&format!("{file}:{line}:6: id:"), "fortnights"]);
    assert_eq!((refused.err.lines().count(), refused.out.as_str()), (2, ""));
    let told = home.run(&["charter", "check", &file, "--json"]);
    told.gave_up(3, &["fortnights"]);
    let told = told.json();
    assert_eq!(told["ok"], json!(false));
    assert_eq!(
        (&told["errors"][0]["line"], &told["errors"][0]["column"]),
        (&json!(line), &json!(6))
    );
    assert_eq!(told["errors"][0]["key"], "id");
    has_keys(&told["errors"][1], &["line", "column", "key", "message"]);
    check(b"\xff\xfe").gave_up(3, &["UTF-8"]);
    check(&vec![b'#'; (1 << 20) + 10]).gave_up(3, &[&file]);
    home.run(&["charter", "check", "/nowhere/my.toml"])
        .gave_up(3, &["/nowhere/my.toml"]);
}

#[test]
fn a_charter_of_ones_own_is_adopted_and_a_broken_one_leaves_no_database() {
    let home = Home::empty();
    let (file, db) = (text(home.path("my.toml")), text(home.db()));
    let init = [
        "init",
        "--charter",
        &file,
        "--db",
        &db,
        "--practice",
        "--json",
    ];
    std::fs::write(&file, "id = [").unwrap();
    home.run(&init).gave_up(3, &["my.toml:1:"]);
    assert!(!home.db().exists());
    let own = include_str!("../../../src/charters/gbvc.toml").replacen("\"gbvc\"", "\"ours\"", 1);
    std::fs::write(&file, own).unwrap();
    assert_eq!(home.run(&init).done().json()["charter"], json!("ours"));
    // The database keeps the text; the file is not needed any more.
    std::fs::remove_file(&file).unwrap();
    assert_eq!(home.complaint("하나"), "2026-000001");
    home.run(&[
        "init",
        "--charter",
        "unknown",
        "--db",
        &text(home.path("b.db")),
    ])
    .gave_up(3, &["'unknown'"]);
}

#[test]
fn a_revised_charter_is_adopted_from_a_date_and_the_desk_tells_its_versions() {
    let home = Home::practising();
    let file = text(home.path("revised.toml"));
    let own = include_str!("../../../src/charters/gbvc.toml");
    let own = own.replacen("\nlimit = \"7 days\"", "\nlimit = \"3 days\"", 1);
    std::fs::write(&file, own).unwrap();
    let adopted = home
        .desk(&["charter", "adopt", &file, "--from", "2026-12-01", "--json"])
        .done()
        .json();
    has_keys(
        &adopted,
        &[
            "version",
            "id",
            "name",
            "since",
            "adopted_at",
            "adopted_by",
            "cases",
        ],
    );
    assert_eq!(adopted["version"], json!(2));
    let versions = home.desk(&["charter", "versions", "--json"]).done().json();
    let in_force: Vec<_> = versions
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["since"].clone(), one["in_force"].clone()))
        .collect();
    assert_eq!(
        in_force,
        [
            (json!("2026-11-23"), json!(true)),
            (json!("2026-12-01"), json!(false))
        ]
    );
    let limit = |arguments: &[&str]| {
        let shown = home.desk(arguments).done().json();
        let promises = shown["promises"].as_array().unwrap().clone();
        let of = promises
            .iter()
            .find(|one| one["id"] == "gbvc.opinion.result");
        of.unwrap()["limit"].clone()
    };
    assert_eq!(limit(&["charter", "show", "--json"]), json!("7 days"));
    let second = ["charter", "show", "--version", "2", "--json"];
    assert_eq!(limit(&second), json!("3 days"));
    home.desk(&["charter", "show", "--version", "9"])
        .gave_up(1, &["9"]);
    home.desk(&["charter", "adopt", &file, "--from", "2026-11-01"])
        .gave_up(1, &["2026-11-23"]);
    std::fs::write(&file, "id = [").unwrap();
    home.desk(&["charter", "adopt", &file, "--from", "2026-12-02"])
        .gave_up(3, &["revised.toml:1:"]);
}

#[test]
fn a_new_charter_is_written_checked_and_adopted_and_never_over_a_file_that_exists() {
    let home = Home::empty();
    let (file, db) = (text(home.path("ours.toml")), text(home.db()));
    for lang in ["ko", "en"] {
        let said = home.run(&["charter", "new", "--id", "our-house", "--lang", lang]);
        assert!(said.done().out.contains("id = \"our-house\""));
    }
    home.run(&["charter", "new", "--id", "our-house", &file])
        .done();
    assert_eq!(home.run(&["charter", "check", &file]).done().out, "ok\n");
    let written = std::fs::read_to_string(&file).unwrap();
    let again = home.run(&["charter", "new", &file]);
    again.gave_up(1, &["ours.toml"]);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), written);
    home.run(&["charter", "new", "--id", "Ours"])
        .gave_up(2, &["'Ours'"]);
    home.run(&["charter", "new", &text(home.path("no/where.toml"))])
        .gave_up(1, &["where.toml"]);
    let init = [
        "init",
        "--charter",
        &file,
        "--db",
        &db,
        "--practice",
        "--json",
    ];
    assert_eq!(home.run(&init).done().json()["charter"], json!("our-house"));
    assert_eq!(home.complaint("하나"), "2026-000001");
}

#[test]
fn a_built_in_charter_is_given_away_as_a_file_that_is_read_again() {
    let home = Home::empty();
    let toml = home.run(&["charter", "export", "wonju"]).done().out;
    assert!(toml.contains("www.wonjulib.or.kr"), "{toml}");
    let file = home.path("my.toml");
    std::fs::write(&file, toml).unwrap();
    home.run(&["charter", "check", file.to_str().unwrap()])
        .done();
    home.run(&["charter", "export", "nothing"])
        .gave_up(3, &["wonju"]);
}

#[test]
fn a_ladder_of_the_house_is_switched_on_and_off_by_the_administrator() {
    let home = Home::empty();
    home.desk(&["init", "--charter", "kpf", "--practice"])
        .done();
    let taken = |title| {
        home.desk(&super::complaint(title)).done();
    };
    taken("앞선 민원");
    let step = "step1 --department 감사실 --officer lee --instruction 확인";
    let record = |number: &str| {
        let line = format!("record {number} {step}");
        home.desk(&line.split(' ').collect::<Vec<_>>())
    };
    record("2026-1").gave_up(1, &["no steps", "charter ladder on"]);
    let lee = ["staff", "add", "lee", "--name", "이담당"];
    home.desk(&[&lee[..], &["--department", "감사실"]].concat())
        .done();
    let on = ["charter", "ladder", "on", "--rule", "민원 처리 규정"];
    home.desk(&[&on[..], &["--as", "lee"]].concat())
        .gave_up(1, &["administrator"]);
    home.desk(&["charter", "ladder", "on", "--rule", " "])
        .gave_up(1, &["rule"]);
    home.desk(&["charter", "ladder", "off"])
        .gave_up(1, &["No ladder"]);
    home.desk(&on).done();
    // What came in before keeps the charter without steps.
    record("2026-1").gave_up(1, &["no steps"]);
    taken("뒤의 민원");
    let shown = home.json(&["show", "2026-2"]);
    let deadlines = shown["deadlines"].as_array().unwrap();
    let house = deadlines
        .iter()
        .find(|one| one["promise"] == "house.step.1");
    let house = house.unwrap();
    let action = house["action"].as_str().unwrap();
    assert!(action.contains("민원 처리 규정"), "{action}");
    assert_eq!(house["source"], "house");
    record("2026-2").done();
    marked_as_the_houses_own(&home);
    home.desk(&["charter", "ladder", "off"]).done();
    taken("그 뒤의 민원");
    record("2026-3").gave_up(1, &["no steps"]);
    let gbvc = Home::practising();
    gbvc.desk(&on).gave_up(1, &["steps of its own"]);
}

/// On a case, in its documents, and wherever the charter is shown: nobody takes it for a promise of the charter.
fn marked_as_the_houses_own(home: &Home) {
    let charter = home.json(&["charter", "show"]);
    let promises = charter["promises"].as_array().unwrap().iter();
    let of_house = promises.filter(|one| one["house"] == true);
    let ids: Vec<&str> = of_house.map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["house.step.1", "house.step.2", "house.step.3"]);
    for (lang, heading, mark) in [
        ("ko", "기관 자체 단계별 조치(헌장 아님)", "자체"),
        ("en", "Steps of the house, not of the charter", "house"),
    ] {
        let shown = home.desk(&["show", "2026-2", "--lang", lang]).done().out;
        assert!(shown.contains(heading), "{shown}");
        let row = shown
            .lines()
            .find(|row| row.contains("house.step.1"))
            .unwrap();
        assert!(row.split_whitespace().any(|word| word == mark), "{row}");
        let charter = home.desk(&["charter", "show", "--lang", lang]).done().out;
        let marked = charter.matches(&format!("[{mark}] ")).count();
        assert_eq!(marked, 3, "{charter}");
    }
}

#[test]
fn a_desk_of_an_earlier_text_is_offered_the_corrected_one() {
    let home = Home::empty();
    let earlier = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/charters/jndc-1.toml");
    home.desk(&["init", "--charter", earlier, "--practice"])
        .done();
    let offer = "charter adopt jndc --from";
    for line in [&["charter", "show"][..], &["charter", "versions"]] {
        let said = home.desk(line).done().out;
        assert!(said.contains(offer), "{said}");
    }
    let versions = home.json(&["charter", "versions"]);
    assert_eq!(versions[0]["corrected"], serde_json::json!("jndc"));
    home.desk(&super::complaint("앞선 민원")).done();
    home.desk(&["charter", "adopt", "jndc", "--from", "2026-11-23"])
        .done();
    home.desk(&super::complaint("뒤의 민원")).done();
    let has = |number: &str| {
        let shown = home.json(&["show", number]);
        let deadlines = shown["deadlines"].as_array().unwrap().clone();
        deadlines
            .iter()
            .any(|one| one["promise"] == "jndc.participation.check")
    };
    // A complaint about service is an opinion by the corrected text alone.
    assert_eq!((has("2026-1"), has("2026-2")), (false, true));
    assert!(!home.desk(&["charter", "show"]).done().out.contains(offer));
}
