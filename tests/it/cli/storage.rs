//! Failing files: each gives a sentence and exit code 4, and is left unchanged.

use super::{Answer, Home, complaint, files, text};
use rusqlite::Connection;
use serde_json::json;
use std::{
    fs,
    os::unix::{fs::PermissionsExt, process::CommandExt},
    process::Command,
};

#[test]
fn a_missing_file_or_folder_is_named_and_not_made() {
    let home = Home::empty();
    let nowhere = text(home.path("no/such/desk.db"));
    home.run(&["queue", "--db", &nowhere])
        .gave_up(4, &[&nowhere, "minwon init"]);
    home.run(&["init", "--charter", "gbvc", "--db", &nowhere])
        .gave_up(4, &["no/such", "does not exist"]);
    home.run(&["demo", "--print-path", "--db", &nowhere])
        .gave_up(4, &["no/such"]);
    assert!(files(home.folder.path()).is_empty());
}

#[test]
fn a_file_of_a_newer_program_is_left_untouched() {
    let home = Home::practising();
    let connection = Connection::open(home.db()).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    let (bytes, names) = (fs::read(home.db()).unwrap(), files(home.folder.path()));
    for arguments in [&["queue"][..], &["verify"], &complaint("하나")] {
        home.desk(arguments).gave_up(4, &["newer program", "99"]);
    }
    assert_eq!(fs::read(home.db()).unwrap(), bytes);
    assert_eq!(files(home.folder.path()), names);
}

#[test]
fn a_file_that_is_no_database_or_a_damaged_one_is_told() {
    let home = Home::practising();
    home.complaint("하나");
    let mut bytes = fs::read(home.db()).unwrap();
    for page in bytes.chunks_mut(4096).skip(1) {
        page.fill(0x5a);
    }
    fs::write(home.db(), &bytes).unwrap();
    for arguments in [&["queue"][..], &["show", "2026-1"], &complaint("둘")] {
        home.desk(arguments).gave_up(4, &["damaged"]);
    }
    for foreign in [&b"a text, and no database at all: longer than a header of a hundred bytes, to be sure of it, and more"[..], b""] {
        fs::write(home.db(), foreign).unwrap();
        home.desk(&["queue"]).gave_up(4, &["not a minwon database"]);
        assert_eq!(fs::read(home.db()).unwrap(), foreign);
    }
    home.desk(&["init", "--charter", "gbvc"])
        .gave_up(4, &["exists"]);
    home.run(&["queue", "--db", &text(home.folder.path())])
        .gave_up(4, &[]);
}

#[test]
fn another_writer_is_waited_for_and_then_told_while_reading_goes_on() {
    let home = Home::practising();
    home.complaint("하나");
    let other = Connection::open(home.db()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    home.desk(&["queue"]).done();
    home.desk(&complaint("둘"))
        .gave_up(4, &["Another program", "Nothing was saved"]);
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(home.complaint("둘"), "2026-000002");
}

#[test]
fn what_follows_from_the_facts_is_written_anew_and_the_facts_themselves_never_are() {
    let home = Home::practising();
    home.complaint("하나");
    let raw = Connection::open(home.db()).unwrap();
    raw.execute_batch("UPDATE deadline SET due_at = due_at + 60; DELETE FROM search")
        .unwrap();
    home.desk(&["verify"]).gave_up(4, &[]);
    let mended = home.desk(&["verify", "--rebuild"]).done();
    assert!(mended.out.starts_with("No faults found"), "{}", mended.out);
    home.desk(&["verify"]).done();
    raw.execute_batch(
        "DROP TRIGGER fact_is_never_changed; UPDATE fact SET at = at - 86400 WHERE seq = 1",
    )
    .unwrap();
    home.desk(&["verify", "--rebuild"]).gave_up(4, &[]);
}

#[test]
fn what_cannot_be_written_is_told_and_stays_as_it_was() {
    let home = Home::practising();
    home.complaint("하나");
    let bytes = fs::read(home.db()).unwrap();
    let program = home.path("minwon");
    fs::copy(env!("CARGO_BIN_EXE_minwon"), &program).unwrap();
    let mode = |path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    mode(home.db(), 0o444);
    mode(program.clone(), 0o555);
    mode(home.folder.path().to_owned(), 0o555);
    let mut command = Command::new(program);
    command.env_clear().args(complaint("둘"));
    command
        .arg("--db")
        .arg(home.db())
        .args(["--now", super::NOW]);
    if nix::unistd::Uid::effective().is_root() {
        // Permissions do not bind root.
        command.uid(65_534).gid(65_534);
    }
    let refused = Answer::of(command.output().unwrap());
    mode(home.folder.path().to_owned(), 0o755);
    refused.gave_up(4, &["cannot be written", "Nothing was saved"]);
    assert_eq!(fs::read(home.db()).unwrap(), bytes);
}

/// The program with a limit of so many blocks of 1024 bytes per file: a full disk.
fn cramped(home: &Home, blocks: u32, arguments: &[&str]) -> Answer {
    let mut shell = Command::new("bash");
    // The limit must be reported by an error, not by a signal.
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"");
    shell.args(["-c", &script, "bash", env!("CARGO_BIN_EXE_minwon")]);
    shell.env("HOME", home.folder.path()).env("LANG", "C");
    shell.args(arguments).arg("--db").arg(home.db());
    Answer::of(shell.args(["--now", super::NOW]).output().unwrap())
}

#[test]
fn a_full_disk_leaves_nothing_half_written() {
    let home = Home::empty();
    let init = ["init", "--charter", "gbvc", "--practice"];
    cramped(&home, 40, &init).gave_up(4, &[&text(home.db())]);
    assert!(!home.db().exists(), "{:?}", files(home.folder.path()));
    home.desk(&init).done();
    home.complaint("하나");
    let body = "가".repeat(20_000);
    let mut arguments = complaint("둘");
    arguments.extend(["--body", &body]);
    cramped(&home, 40, &arguments).gave_up(4, &[&text(home.db())]);
    home.desk(&["verify"]).done();
    assert_eq!(home.cases(&[]).as_array().unwrap().len(), 1);
    assert_eq!(home.desk(&arguments).done().out, "2026-000002\n");
    assert_eq!(home.json(&["verify"])["ok"], json!(true));
}
