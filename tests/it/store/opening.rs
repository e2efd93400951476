//! Opening files: new, valid, too new, foreign, no database; and a failed write.

use super::*;
use minwon::store::{Access, Store, StoreError};
use std::os::unix::fs::PermissionsExt;

fn pragma(connection: &Connection, name: &str) -> String {
    connection
        .pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0))
        .map(|value| format!("{value:?}"))
        .unwrap()
}

#[test]
fn a_new_file_is_marked_and_readable_by_its_owner_alone() {
    let office = Office::new();
    let mut desk = office.desk("2026-11-02 10:00");
    desk.intake(&complaint("냉방")).unwrap();
    let raw = office.raw();
    assert_eq!(pragma(&raw, "user_version"), "Integer(7)");
    assert_eq!(pragma(&raw, "application_id"), "Integer(1835626103)");
    assert_eq!(pragma(&raw, "journal_mode"), "Text(\"wal\")");
    for beside in ["desk.db", "desk.db-wal", "desk.db-shm"] {
        let file = std::fs::metadata(office.folder.path().join(beside)).unwrap();
        assert_eq!(file.permissions().mode() & 0o777, 0o600, "{beside}");
    }
}

#[test]
fn an_existing_file_is_never_overwritten() {
    let office = Office::new();
    let before = std::fs::read(office.path()).unwrap();
    assert!(matches!(
        Store::create(&office.path()),
        Err(StoreError::Exists { .. })
    ));
    assert_eq!(std::fs::read(office.path()).unwrap(), before);
    let nowhere = office.folder.path().join("no/desk.db");
    assert!(matches!(
        Store::create(&nowhere),
        Err(StoreError::NoFolder { .. })
    ));
    assert!(matches!(
        Store::open(&nowhere, Access::Write),
        Err(StoreError::Missing { .. })
    ));
}

/// Opens a file that must be refused, and checks that it is left byte for byte, with nothing beside it.
fn refused(path: &Path) -> StoreError {
    let before = std::fs::read(path).unwrap();
    let files = || std::fs::read_dir(path.parent().unwrap()).unwrap().count();
    let count = files();
    let refusal = Store::open(path, Access::Write).unwrap_err();
    assert_eq!(std::fs::read(path).unwrap(), before);
    assert_eq!(files(), count);
    refusal
}

#[test]
fn a_newer_file_is_refused_and_left_as_it_is() {
    let office = Office::new();
    let raw = office.raw();
    raw.pragma_update(None, "user_version", 8).unwrap();
    drop(raw);
    assert!(matches!(
        refused(&office.path()),
        StoreError::Newer {
            found: 8,
            known: 7,
            ..
        }
    ));
}

#[test]
fn a_foreign_file_is_refused_and_left_as_it_is() {
    let folder = TempDir::new().unwrap();
    let other = folder.path().join("other.db");
    let raw = Connection::open(&other).unwrap();
    raw.execute_batch("CREATE TABLE note (text TEXT); INSERT INTO note VALUES ('x');")
        .unwrap();
    drop(raw);
    let text = folder.path().join("text.db");
    std::fs::write(&text, "이것은 데이터베이스가 아닙니다.\n".repeat(200)).unwrap();
    let empty = folder.path().join("empty.db");
    std::fs::write(&empty, "").unwrap();
    for path in [other, text, empty] {
        assert!(
            matches!(refused(&path), StoreError::Foreign { .. }),
            "{path:?}"
        );
    }
}

#[test]
fn a_folder_is_no_database() {
    let folder = TempDir::new().unwrap();
    assert!(matches!(
        Store::open(folder.path(), Access::Write),
        Err(StoreError::Foreign { .. })
    ));
}

/// A copy beside which SQLite cannot create its WAL index: a dangling link has that name, which stops root too.
fn without_index(office: &Office, name: &str) -> PathBuf {
    let path = office.folder.path().join(name);
    std::fs::copy(office.path(), &path).unwrap();
    let index = office.folder.path().join(format!("{name}-shm"));
    std::os::unix::fs::symlink("nowhere/index", index).unwrap();
    path
}

#[test]
fn a_file_in_a_folder_that_cannot_be_written_is_read() {
    let office = Office::new();
    let number = office
        .desk("2026-11-02 10:00")
        .intake(&complaint("냉방"))
        .unwrap();
    for name in ["copy.db", "100% #1?무엇.db"] {
        let path = without_index(&office, name);
        assert!(matches!(
            Store::open(&path, Access::Write),
            Err(StoreError::ReadOnly { .. })
        ));
        let mut desk = Desk::open(&opening(&path, "2026-11-02 10:00")).unwrap();
        assert_eq!(desk.case(number).unwrap().facts.len(), 1, "{name}");
        assert_eq!(problems(&mut desk), Vec::<String>::new(), "{name}");
        assert!(matches!(
            desk.intake(&complaint("난방")),
            Err(DeskError::Store(StoreError::ReadOnly { .. }))
        ));
    }
}

/// What is written into a file without a name is lost when the program ends.
#[test]
fn nothing_is_written_into_a_removed_or_replaced_file() {
    let office = Office::new();
    let mut desk = office.desk("2026-11-02 10:00");
    let first = desk.intake(&complaint("냉방")).unwrap();
    let (path, aside) = (office.path(), office.folder.path().join("aside.db"));
    let gone = |desk: &mut Desk| {
        let refused = desk.intake(&complaint("난방"));
        matches!(refused, Err(DeskError::Store(StoreError::Gone { .. })))
    };
    std::fs::rename(&path, &aside).unwrap();
    assert!(gone(&mut desk), "removed");
    std::fs::copy(&aside, &path).unwrap();
    assert!(gone(&mut desk), "another one in its place");
    std::fs::rename(&aside, &path).unwrap();
    let second = desk.intake(&complaint("난방")).unwrap();
    assert_eq!(second.serial, first.serial + 1, "put back");
    assert_eq!(problems(&mut desk), Vec::<String>::new());
}

#[test]
fn a_file_with_a_log_is_not_read_without_it() {
    let office = Office::new();
    let path = without_index(&office, "copy.db");
    std::fs::write(
        office.folder.path().join("copy.db-wal"),
        "not in the file yet",
    )
    .unwrap();
    let link = office.folder.path().join("link.db");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    for path in [path, link] {
        assert!(matches!(
            Store::open(&path, Access::Read),
            Err(StoreError::ReadOnly { .. })
        ));
    }
}

#[test]
fn a_text_that_is_no_longer_utf_8_is_damage() {
    let office = Office::new();
    let number = office
        .desk("2026-11-02 10:00")
        .intake(&complaint("냉방"))
        .unwrap();
    office
        .raw()
        .execute("UPDATE party SET name = CAST(x'ff' AS TEXT)", [])
        .unwrap();
    assert!(matches!(
        office.desk("2026-11-02 10:00").case(number),
        Err(DeskError::Store(StoreError::Damaged { .. }))
    ));
}

#[test]
fn a_failed_write_changes_nothing() {
    let office = Office::new();
    let mut desk = office.desk("2026-11-02 10:00");
    let number = desk.intake(&complaint("냉방")).unwrap();
    let state = |desk: &mut Desk| {
        let view = desk.case(number).unwrap();
        (view.facts.len(), view.deadlines, desk.counts().unwrap())
    };
    let before = state(&mut desk);
    let mut store = Store::open(&office.path(), Access::Write).unwrap();
    let write = store.write().unwrap();
    assert_eq!(
        write
            .next_serial(minwon::domain::subject::SubjectKind::Case, 2026)
            .unwrap(),
        2
    );
    write.set("a", "b").unwrap();
    drop(write);
    // A trigger refuses the last row that a command writes.
    office
        .raw()
        .execute_batch(
            "CREATE TRIGGER no BEFORE INSERT ON deadline BEGIN SELECT RAISE(ABORT, 'no'); END",
        )
        .unwrap();
    assert!(run(&mut desk, number, answer()).is_err());
    assert!(desk.intake(&complaint("난방")).is_err());
    office.raw().execute_batch("DROP TRIGGER no").unwrap();
    assert_eq!(state(&mut desk), before);
    assert_eq!(store.reader().setting("a").unwrap(), None);
    assert_eq!(desk.intake(&complaint("난방")).unwrap().serial, 2);
    assert_eq!(problems(&mut desk), Vec::<String>::new());
}
