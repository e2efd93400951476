//! The configuration: its file, the environment, the locale.

use super::{Answer, Home, text};
use std::fs;

fn configured(home: &Home, content: &str) -> std::path::PathBuf {
    let folder = home.path("config/minwon");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("config.toml");
    fs::write(&path, content).unwrap();
    path
}

#[test]
fn an_unknown_key_or_broken_toml_is_told_with_its_place() {
    let home = Home::empty();
    for (content, words) in [
        (
            "lang = \"ko\"\ncolour = true\n",
            &[":2:1: colour:", "db, lang, theme"][..],
        ),
        ("lang = \"kr\"\n", &[":1:8: lang:", "\"ko\", \"en\""]),
        ("db = 7\n", &[":1:6: db:"]),
        ("db = \n", &[":1:", "TOML"]),
    ] {
        let path = text(configured(&home, content));
        let refused = home.run(&["holidays", "2026"]);
        refused.gave_up(3, &[&path]);
        refused.gave_up(3, words);
    }
    home.run(&["queue", "--config", "/nowhere/config.toml"])
        .gave_up(3, &["/nowhere/config.toml"]);
}

#[test]
fn the_file_names_the_database_and_the_language() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    configured(&home, "db = \"../../desk.db\"\nlang = \"ko\"\n");
    let queue = home.run(&["queue"]).done().out;
    assert!(
        queue.contains("남은 시간") && queue.contains("2026-000001"),
        "{queue}"
    );
    let english = home.run(&["queue", "--lang", "en"]).done().out;
    assert!(english.contains("number"), "{english}");
    configured(&home, "db = \"~/desk.db\"\n");
    home.run(&["queue"]).done();
    let elsewhere = text(home.path("other.toml"));
    fs::write(&elsewhere, "db = \"nowhere.db\"\n").unwrap();
    home.run(&["queue", "--config", &elsewhere])
        .gave_up(4, &["nowhere.db"]);
}

#[test]
fn the_environment_names_the_database_and_the_flag_goes_before_it() {
    let home = Home::practising();
    let queue = |variable: &str, flags: &[&str]| {
        let mut command = home.command();
        command.env("MINWON_DB", variable).arg("queue").args(flags);
        Answer::of(command.output().unwrap())
    };
    queue(&text(home.db()), &[]).done();
    queue("/nowhere/desk.db", &[]).gave_up(4, &["/nowhere/desk.db"]);
    queue("/nowhere/desk.db", &["--db", &text(home.db())]).done();
    queue("", &[]).gave_up(4, &["data/minwon/desk.db"]);
}

#[test]
fn sentences_come_in_the_language_of_the_locale() {
    let home = Home::empty();
    let refused = |variable: &str, value: &str| {
        let mut command = home.command();
        command.env(variable, value).arg("queue");
        Answer::of(command.output().unwrap())
    };
    refused("LANG", "ko_KR.UTF-8").gave_up(4, &["데이터베이스"]);
    refused("LC_ALL", "ko_KR.UTF-8").gave_up(4, &["데이터베이스"]);
    refused("LANG", "POSIX").gave_up(4, &["There is no database"]);
    refused("LANG", "fr_FR.UTF-8").gave_up(4, &["There is no database"]);
}

#[test]
fn a_database_that_is_named_needs_no_home() {
    let home = Home::practising();
    let mut command = home.command();
    command
        .env_remove("HOME")
        .args(["queue", "--db"])
        .arg(home.db());
    Answer::of(command.output().unwrap()).done();
}

#[test]
fn keys_are_listed_and_wrong_wishes_told_with_their_place() {
    let home = Home::empty();
    home.run(&["keys", "check"]).done();
    let path = text(configured(
        &home,
        "[keys]\nintake = [\"F7\"]\n  finf = \"F3\"\n",
    ));
    for arguments in [&["keys", "check"][..], &["keys"], &["keys", "list"]] {
        let refused = home.run(arguments);
        refused.gave_up(3, &[&format!("{path}:2:1: keys.intake:"), "F7"]);
        refused.gave_up(3, &[&format!("{path}:3:3: keys.finf:")]);
    }
    let swapped = "vi = false\n[keys]\nintake = [\"F6\", \"y\"]\nnotices = \"F2\"\n";
    configured(&home, swapped);
    home.run(&["keys", "check"]).done();
    let listed = home.run(&["keys", "--json"]).done().out;
    assert!(
        listed.contains(r#"{"action":"intake","name":"intake","keys":["F6","y"]"#),
        "{listed}"
    );
    assert!(listed.contains(r#""keys":["Up"]"#), "{listed}");
}

#[test]
fn what_needs_no_database_says_when_it_answers_without_one_that_was_named() {
    let due: &[&str] = &[
        "due",
        "--count",
        "civil",
        "--limit",
        "7 days",
        "--from",
        "2026-11-23 10:00",
    ];
    for arguments in [due, &["holidays", "2026", "--json"]] {
        let home = Home::empty();
        let alone = home.run(arguments).done().out;
        // A configured database that does not exist: the answer comes, with a note on stderr.
        configured(&home, "db = \"../../desk.db\"\n");
        let without = home.run(arguments);
        without.gave_up(0, &["Answered without", "desk.db", "minwon init"]);
        assert_eq!(without.out, alone);
        home.run(&[arguments, &["--db", "nowhere.db"]].concat())
            .gave_up(4, &["nowhere.db"]);
        // A database that exists and cannot be opened is an error: a date that may be wrong is worse than none.
        fs::write(home.db(), "no database").unwrap();
        home.run(arguments)
            .gave_up(4, &["desk.db", "not a minwon database"]);
        fs::remove_file(home.db()).unwrap();
        home.run(&["init", "--charter", "gbvc", "--db", &text(home.db())])
            .done();
        home.run(arguments).done();
        let stranger = home.run(&[arguments, &["--as", "stranger"]].concat());
        stranger.gave_up(0, &["Answered without", "stranger"]);
        assert_eq!(stranger.out, alone);
    }
}
