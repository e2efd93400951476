//! The log beside the database, removed or cut under an open desk; and the line of writers.

use super::*;
use minwon::store::StoreError;
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

fn is_lost(desk: &mut Desk) -> bool {
    let refused = desk.intake(&complaint("난방"));
    matches!(refused, Err(DeskError::Store(StoreError::LogLost { .. })))
}

/// A desk that has written, and all of it is in the database too.
fn settled(office: &Office) -> Desk {
    let mut desk = office.desk("2026-11-02 10:00");
    desk.intake(&complaint("냉방")).unwrap();
    desk.copy_back().unwrap();
    desk.intake(&complaint("냉방")).unwrap();
    desk
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
        let mut desk = settled(&office);
        for end in ends {
            std::fs::remove_file(office.path().with_extension(end)).unwrap();
        }
        assert!(is_lost(&mut desk), "{ends:?}");
        assert!(is_lost(&mut desk), "{ends:?}: not the second time either");
    }
}

#[test]
fn nothing_is_acknowledged_in_a_log_that_was_emptied() {
    let office = Office::new();
    let mut desk = settled(&office);
    cut(&office, 0);
    assert!(is_lost(&mut desk));
    assert!(is_lost(&mut desk));
    drop(desk);
    sound_afterwards(&office, 1);
}

#[test]
fn nothing_is_acknowledged_behind_a_hole_in_the_log() {
    let office = Office::new();
    let mut desk = settled(&office);
    // A log that ends with the last commit.
    let truncate = "PRAGMA wal_checkpoint(TRUNCATE)";
    office.raw().query_row(truncate, [], |_| Ok(())).unwrap();
    desk.intake(&complaint("냉방")).unwrap();
    let length = log(&office).metadata().unwrap().len();
    cut(&office, length - (24 + 4096));
    assert!(is_lost(&mut desk));
    assert!(is_lost(&mut desk));
    drop(desk);
    sound_afterwards(&office, 2);
}

#[test]
fn a_log_that_another_program_copied_back_and_emptied_is_no_loss() {
    let office = Office::new();
    let mut desk = settled(&office);
    for serial in 3..6 {
        let truncate = "PRAGMA wal_checkpoint(TRUNCATE)";
        office.raw().query_row(truncate, [], |_| Ok(())).unwrap();
        assert_eq!(log(&office).metadata().unwrap().len(), 0);
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
