//! Every command, run once with and once without `--json`.

mod actions;
mod staff;

use super::{Answer, DUTIES, Home, files, has_keys, text};
use serde_json::json;
use std::process::Stdio;

#[test]
fn a_database_is_made_where_the_system_keeps_data_readable_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::empty();
    let founded = home.run(&["init", "--charter", "gbvc", "--json"]).done();
    let founded = founded.json();
    has_keys(&founded, &["path", "charter", "practice", "admin"]);
    let path = home.path("data/minwon/desk.db");
    assert_eq!(founded["path"], text(&path));
    let mode =
        |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    home.run(&["queue"]).done();
    home.run(&["init", "--charter", "kpf"])
        .gave_up(4, &["exists"]);
}

#[test]
fn people_read_sentences_and_tables() {
    let home = Home::practising();
    assert_eq!(home.complaint("교육장 냉방"), "2026-000001");
    let korean = |arguments: &[&str]| -> String {
        let mut arguments = arguments.to_vec();
        arguments.extend(["--lang", "ko"]);
        home.desk(&arguments).done().out
    };
    let queue = korean(&["queue"]);
    assert!(
        queue.contains("2026-11-23 15:00  2026-000001   전화"),
        "{queue}"
    );
    let recorded = korean(&["record", "2026-1", "acknowledge"]);
    assert!(
        recorded.starts_with(
            "2026-000001: 확인을 기록했습니다(이력 2번).\n다음 기한: 2026-11-23 15:00"
        )
    );
    let shown = korean(&["show", "2026-1"]);
    for part in [
        "2026-000001  교육장 냉방",
        "고충민원 처리 (법정)",
        "홍*동 · 010-****-5678",
        "접수 통지",
        "대기",
    ] {
        assert!(shown.contains(part), "{part} in {shown}");
    }
    let english = home.desk(&["queue", "--by", "deadline"]).done().out;
    assert!(english.contains("D-8 (6 working days)"), "{english}");
    let none = home.desk(&["search", "없는말"]).done().out;
    assert_eq!(none, "There are no such cases.\n");
}

#[test]
fn cases_are_found_by_words_initials_and_number() {
    let home = Home::practising();
    home.complaint("교육장 냉방");
    home.complaint("주차장 안내");
    for (words, found) in [
        (&["냉방"][..], json!("2026-000001")),
        (&["ㅈㅊ"], json!("2026-000002")),
        (&["주차장", "안내"], json!("2026-000002")),
        (&["2026-1"], json!("2026-000001")),
    ] {
        let mut arguments = vec!["search"];
        arguments.extend(words);
        let page = home.json(&arguments);
        has_keys(&page, &["rows", "next"]);
        assert_eq!(page["rows"][0]["number"], found, "{words:?}");
        // A number cut short may stand in a text as well; its case comes first.
        let cases = page["rows"].as_array().unwrap().iter();
        let cases = cases.filter(|row| row["subject"] == "case");
        assert_eq!(cases.count(), 1, "{words:?}");
    }
    assert_eq!(
        home.json(&["search", "교육장", "주차장"])["rows"],
        json!([])
    );
}

#[test]
fn what_was_proved_is_counted_and_what_is_wrong_is_told() {
    let home = Home::practising();
    home.complaint("하나");
    home.desk(&["record", "2026-1", "acknowledge"]).done();
    let proved = home.json(&["verify"]);
    assert_eq!(
        proved,
        json!({"ok": true, "subjects": 1 + DUTIES, "facts": 2 + DUTIES, "problems": []})
    );
    let connection = rusqlite::Connection::open(home.db()).unwrap();
    let sql = "UPDATE subject SET title = 'altered' WHERE what = 'case'";
    assert_eq!(connection.execute(sql, []).unwrap(), 1);
    drop(connection);
    let altered = home.desk(&["verify", "--json"]);
    assert_eq!(altered.code, 4);
    let altered = altered.json();
    assert_eq!(altered["ok"], false);
    assert_eq!(altered["problems"].as_array().unwrap().len(), 1);
    assert_eq!(home.desk(&["verify"]).code, 4);
}

#[test]
fn a_practice_database_is_made_anew_and_only_where_nothing_stands() {
    let home = Home::empty();
    let first = home.run(&["demo", "--print-path"]).done().out;
    let second = home.run(&["demo", "--print-path", "--json"]).done().json();
    has_keys(&second, &["path"]);
    assert_ne!(first.trim(), second["path"].as_str().unwrap());
    home.run(&["queue", "--db", first.trim(), "--now", super::NOW])
        .done();
    let here = text(home.path("here.db"));
    let made = home.run(&["demo", "--print-path", "--db", &here]).done();
    assert_eq!(made.out.trim(), here);
    let before = std::fs::read(&here).unwrap();
    home.run(&["demo", "--print-path", "--db", &here])
        .gave_up(4, &["exists"]);
    assert_eq!(std::fs::read(&here).unwrap(), before);
}

#[test]
fn generated_cases_are_the_same_for_the_same_seed() {
    let home = Home::empty();
    let queue = |name: &str, seed: &str| {
        let path = text(home.path(name));
        let generate = [
            "demo",
            "--cases",
            "40",
            "--print-path",
            "--db",
            &path,
            "--seed",
        ];
        home.run(&[&generate[..], &[seed]].concat()).done();
        let ask = ["queue", "--status", "all", "--subject", "case"];
        let ask = [&ask[..], &["--json", "--db", &path]].concat();
        let page = home.run(&[&ask[..], &["--now", "2026-11-23 10:00"]].concat());
        page.done().json()
    };
    let first = queue("a.db", "7");
    assert_eq!(first["rows"].as_array().unwrap().len(), 40);
    assert_eq!(first, queue("b.db", "7"));
    assert_ne!(first, queue("c.db", "8"));
}

#[test]
fn completions_and_manual_pages_are_printed() {
    let home = Home::empty();
    for shell in ["bash", "zsh", "fish"] {
        let script = home.run(&["completions", shell]).done().out;
        assert!(script.contains("minwon"), "{shell}");
    }
    for (lang, said) in [
        ("ko", "민원을 접수하고 접수번호를 보여 줍니다"),
        ("en", "Take a matter in"),
    ] {
        let script = home.run(&["--lang", lang, "completions", "zsh"]).done().out;
        assert!(script.contains(said), "{lang}");
    }
    assert!(home.run(&["man"]).done().out.contains(".TH minwon"));
    home.run(&["man", "nothing"]).gave_up(2, &["queue"]);
    assert!(home.run(&["--version"]).done().out.starts_with("minwon "));
    let help = home
        .run(&["record", "2026-1", "extend", "--help"])
        .done()
        .out;
    assert!(help.contains("cooperation, fact-finding"), "{help}");
    assert!(files(home.folder.path()).is_empty());
}

#[test]
fn without_a_terminal_the_terminal_program_says_so() {
    Home::practising()
        .desk(&[])
        .gave_up(2, &["needs a terminal"]);
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let home = Home::practising();
    home.complaint("하나");
    for arguments in [&["queue", "--json"][..], &["completions", "bash"]] {
        let mut command = home.command();
        command.args(arguments).arg("--db").arg(home.db());
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let answer = Answer::of(command.stdout(writer).output().unwrap());
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{arguments:?}");
    }
}
