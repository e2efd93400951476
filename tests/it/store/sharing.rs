//! Several processes on one file, and one that is killed while writing.

use super::*;
use std::{
    process::{Child, Command as Process, Stdio},
    time::{Duration, Instant},
};

const WRITER: &str = "MINWON_TEST_WRITER";

/// Cases that a writer records before it ends by itself.
const MOST: u32 = 3_000;

fn case_count(office: &Office) -> u32 {
    let raw = office.raw();
    raw.query_row(
        "SELECT count(*) FROM subject WHERE what = 'case'",
        [],
        |row| row.get(0),
    )
    .unwrap()
}

fn spawn(office: &Office, cases: u32) -> Child {
    Process::new(std::env::current_exe().unwrap())
        .args(["store::sharing::a_process_takes_in_cases", "--exact"])
        .env(WRITER, format!("{cases}:{}", office.path().display()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The other process of the tests below; without arguments it records one case.
#[test]
fn a_process_takes_in_cases() {
    let office = Office::new();
    let argument = std::env::var(WRITER);
    let argument = argument.unwrap_or_else(|_| format!("1:{}", office.path().display()));
    let (cases, path) = argument.split_once(':').unwrap();
    let cases: u32 = cases.parse().unwrap();
    let mut desk = Desk::open(&opening(Path::new(path), "2026-11-02 10:00")).unwrap();
    for _ in 0..cases {
        let number = desk.intake(&complaint("냉방")).unwrap();
        run(&mut desk, number, answer()).unwrap();
    }
    assert!(desk.counts().unwrap().open >= i64::from(cases));
}

#[test]
fn two_processes_number_without_gaps_and_lose_nothing() {
    let office = Office::new();
    let mut writers = [spawn(&office, 200), spawn(&office, 200)];
    for writer in &mut writers {
        assert!(writer.wait().unwrap().success());
    }
    assert_eq!(case_count(&office), 400);
    let mut desk = office.desk("2026-11-02 10:00");
    assert_eq!(desk.intake(&complaint("난방")).unwrap().serial, 401);
    let proof = desk.verify().unwrap();
    assert_eq!((proof.subjects, proof.facts), (401 + DUTIES, 801 + DUTIES));
    assert_eq!(proof.problems, Vec::<String>::new());
}

#[test]
fn a_process_killed_while_it_writes_leaves_a_sound_file() {
    for _ in 0..3 {
        let office = Office::new();
        let enough = fastrand::u32(3..60);
        let mut writer = spawn(&office, MOST);
        let begun = Instant::now();
        while case_count(&office) < enough && begun.elapsed() < Duration::from_secs(60) {
            std::thread::yield_now();
        }
        writer.kill().unwrap();
        assert!(
            !writer.wait().unwrap().success(),
            "it ended before it was killed"
        );
        let there = case_count(&office);
        assert!(there >= enough);
        let mut desk = office.desk("2026-11-02 10:00");
        assert_eq!(problems(&mut desk), Vec::<String>::new());
        assert_eq!(desk.intake(&complaint("난방")).unwrap().serial, there + 1);
    }
}

#[test]
fn what_another_process_wrote_is_noticed_once() {
    let office = Office::new();
    let mut reader = office.desk("2026-11-02 10:00");
    assert_eq!(reader.other_writes().unwrap(), OtherWrites::None);
    assert!(spawn(&office, 1).wait().unwrap().success());
    assert_eq!(reader.other_writes().unwrap(), OtherWrites::Committed);
    assert_eq!(reader.other_writes().unwrap(), OtherWrites::None);
    let duties = i64::try_from(DUTIES).unwrap();
    assert_eq!(reader.counts().unwrap().open, 1 + duties);
    // A commit touches the log before it can be read.
    let other = office.raw();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(reader.other_writes().unwrap(), OtherWrites::UnderWay);
    other.execute_batch("COMMIT").unwrap();
    assert_eq!(reader.other_writes().unwrap(), OtherWrites::None);
    reader.intake(&complaint("난방")).unwrap();
    let writes = reader.other_writes().unwrap();
    assert_eq!(writes, OtherWrites::None, "its own write is no news");
}

/// Transactions in a write-ahead log: frames whose header says how many pages the file has after them.
fn commits(office: &Office) -> usize {
    let log = std::fs::read(office.path().with_extension("db-wal")).unwrap();
    let page = u32::from_be_bytes(log[8..12].try_into().unwrap()) as usize;
    let salt = &log[16..24];
    let frames = log[32..].chunks_exact(24 + page);
    frames
        .take_while(|frame| &frame[8..16] == salt)
        .filter(|frame| frame[4..8] != [0; 4])
        .count()
}

#[test]
fn one_command_is_one_commit_and_so_one_sync() {
    let office = Office::new();
    let mut desk = office.desk("2026-11-02 10:00");
    let truncate = "PRAGMA wal_checkpoint(TRUNCATE)";
    let number = desk.intake(&complaint("냉방")).unwrap();
    office.raw().query_row(truncate, [], |_| Ok(())).unwrap();
    desk.intake(&complaint("난방")).unwrap();
    assert_eq!(commits(&office), 1);
    for command in [
        Command::Handling(Handling::Acknowledge),
        answer(),
        Command::Exit(Exit::Close {
            untold: "이사".into(),
        }),
    ] {
        run(&mut desk, number, command).unwrap();
    }
    assert_eq!(commits(&office), 4);
    assert!(run(&mut desk, number, answer()).is_err());
    desk.case(number).unwrap();
    assert_eq!(commits(&office), 4, "neither a refusal nor a look writes");
}
