//! The log beside the database, removed or cut under an open desk; and the line of writers.

use super::*;
use minwon::{
    store::StoreError,
    words::{Lang, Say},
};
use std::{
    fs::{File, OpenOptions},
    time::Duration,
};

fn log(office: &Office) -> PathBuf {
    office.path().with_extension("db-wal")
}

fn cut(office: &Office, length: u64) {
    let log = OpenOptions::new().write(true).open(log(office)).unwrap();
    log.set_len(length).unwrap();
}

/// Copies the log back into the database and empties it, as another program does.
fn emptied(office: &Office) {
    let truncate = "PRAGMA wal_checkpoint(TRUNCATE)";
    office.raw().query_row(truncate, [], |_| Ok(())).unwrap();
    assert_eq!(log(office).metadata().unwrap().len(), 0);
}

/// A desk that has written case 1 into the database and case 2 into a log that ends with it.
fn written(office: &Office) -> Desk {
    let mut desk = office.desk("2026-11-02 10:00");
    desk.intake(&complaint("냉방")).unwrap();
    emptied(office);
    // Pages of its own at the end of the log, which no later case writes again.
    let mut long = complaint("냉방");
    long.body = "소음이 심합니다. ".repeat(300);
    desk.intake(&long).unwrap();
    desk
}

/// Nothing is acknowledged, now or later, and the clerk is told what may be missing.
fn is_lost(desk: &mut Desk) {
    for _ in 0..2 {
        let Err(DeskError::Store(lost)) = desk.intake(&complaint("난방")) else {
            panic!("it was acknowledged")
        };
        assert!(matches!(lost, StoreError::LogLost { .. }), "{lost:?}");
        for (lang, words) in [
            (Lang::Ko, "없어졌을 수 있습니다"),
            (Lang::En, "may be missing"),
        ] {
            assert!(lost.say(lang).contains(words), "{}", lost.say(lang));
        }
    }
}

/// The file as the next start finds it.
fn sound_afterwards(office: &Office, least: u32) {
    let mut desk = office.desk("2026-11-02 10:00");
    assert_eq!(problems(&mut desk), Vec::<String>::new());
    assert!(desk.intake(&complaint("난방")).unwrap().serial > least);
    assert_eq!(problems(&mut desk), Vec::<String>::new());
}

#[test]
fn nothing_is_acknowledged_without_the_log_and_its_index() {
    for ends in [&["db-wal", "db-shm"][..], &["db-wal"], &["db-shm"]] {
        let office = Office::new();
        let mut desk = written(&office);
        for end in ends {
            std::fs::remove_file(office.path().with_extension(end)).unwrap();
        }
        is_lost(&mut desk);
    }
}

#[test]
fn nothing_is_acknowledged_or_copied_back_of_a_log_that_was_cut() {
    let page = 24 + 4096;
    for missing in [1, 3, 10, 99] {
        let office = Office::new();
        let mut desk = written(&office);
        let mut other = office.desk("2026-11-02 10:00");
        other.counts().unwrap();
        let length = log(&office).metadata().unwrap().len();
        cut(&office, length.saturating_sub(missing * page));
        is_lost(&mut desk);
        // By nobody, and it is not copied back, which would destroy the database.
        is_lost(&mut other);
        drop(desk);
        drop(other);
        sound_afterwards(&office, 1);
    }
}

/// Another program has written behind the hole, so that the length tells nothing.
#[test]
fn whoever_leaves_last_copies_no_hole_into_the_database() {
    let office = Office::new();
    drop(written(&office));
    let mut idle = written(&office);
    let length = log(&office).metadata().unwrap().len();
    cut(&office, length - (24 + 4096));
    let other = office.raw();
    let set = "INSERT INTO setting (key, value) VALUES ('colour', 'red')";
    other.execute(set, []).unwrap();
    assert!(log(&office).metadata().unwrap().len() > length);
    drop(other);
    idle.counts().unwrap();
    drop(idle);
    sound_afterwards(&office, 3);
}

#[test]
fn a_log_that_another_program_copied_back_and_emptied_is_no_loss() {
    let office = Office::new();
    let mut desk = written(&office);
    for serial in 3..6 {
        emptied(&office);
        assert_eq!(desk.intake(&complaint("난방")).unwrap().serial, serial);
    }
    drop(desk);
    sound_afterwards(&office, 5);
}

/// Many commits, so that the log is copied back and begun anew several times.
#[test]
fn a_log_that_is_begun_anew_is_sound() {
    let office = Office::new();
    let mut desk = office.desk("2026-11-02 10:00");
    let mut other = office.desk("2026-11-02 10:00");
    for serial in 1..=200 {
        let writer = if serial % 3 == 0 {
            &mut other
        } else {
            &mut desk
        };
        assert_eq!(writer.intake(&complaint("냉방")).unwrap().serial, serial);
    }
    assert!(log(&office).metadata().unwrap().len() < 3_000 * (24 + 4096));
    assert_eq!(problems(&mut desk), Vec::<String>::new());
}

/// Whoever stands still with the turn, but not with SQLite's lock, holds up nobody for longer than the timeout.
#[test]
fn a_turn_that_never_ends_is_passed_by() {
    let office = Office::new();
    let mut desk = office.desk("2026-11-02 10:00");
    desk.intake(&complaint("냉방")).unwrap();
    let still = File::open(office.path().with_extension("db-turn")).unwrap();
    still.lock().unwrap();
    assert!(!desk.may_write());
    desk.leave_line();
    desk.set_busy_timeout(Duration::from_millis(600));
    assert_eq!(desk.intake(&complaint("난방")).unwrap().serial, 2);
    still.unlock().unwrap();
    assert!(desk.may_write());
}
