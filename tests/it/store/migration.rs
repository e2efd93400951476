//! An older file: after the steps it has the tables of a new one, and what it held.

use super::*;
use minwon::store::{Access, Store};

/// Every table and index with its columns, and each constraint as it was written.
fn tables(connection: &Connection) -> Vec<String> {
    let rows = |sql: &str| -> Vec<String> {
        let mut statement = connection.prepare(sql).unwrap();
        let columns = statement.column_count();
        let rows = statement.query_map([], |row| {
            let values = (0..columns).map(|at| row.get::<_, rusqlite::types::Value>(at));
            Ok(format!("{:?}", values.collect::<Result<Vec<_>, _>>()?))
        });
        rows.unwrap().map(Result::unwrap).collect()
    };
    let mut found = rows(
        "SELECT t.name, i.* FROM pragma_table_list t, pragma_table_xinfo(t.name) i
         WHERE t.schema = 'main' AND t.name NOT LIKE 'search%' ORDER BY t.name, i.cid",
    );
    found.extend(rows(
        "SELECT t.name, l.name, l.\"unique\", l.partial, i.* FROM pragma_table_list t, pragma_index_list(t.name) l, pragma_index_info(l.name) i
         WHERE t.schema = 'main' ORDER BY t.name, l.name, i.seqno",
    ));
    found.extend(rows(
        "SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY name",
    ));
    found
}

#[test]
fn a_file_of_version_1_comes_to_the_tables_of_a_new_one_and_keeps_its_people() {
    let folder = TempDir::new().unwrap();
    let [old, new] = ["old.db", "new.db"].map(|name| folder.path().join(name));
    drop(Store::create(&new).unwrap());
    let raw = Connection::open(&old).unwrap();
    raw.execute_batch(include_str!("../../vectors/schema-1.sql"))
        .unwrap();
    raw.pragma_update(None, "application_id", 0x6d69_6e77_i64)
        .unwrap();
    raw.pragma_update(None, "user_version", 1).unwrap();
    raw.execute_batch(
        "INSERT INTO party VALUES (20260000001, x'00', '홍길동', '010-0000-0001', '', '', '01000000001', NULL);
         INSERT INTO party VALUES (20260000002, NULL, '', '', '', '', NULL, NULL);",
    )
    .unwrap();
    drop(raw);
    drop(Store::open(&old, Access::Write).unwrap());
    let [old, new] = [old, new].map(|path| Connection::open(path).unwrap());
    assert_eq!(tables(&old), tables(&new));
    let kept = |sql: &str| old.query_row(sql, [], |row| row.get::<_, i64>(0));
    assert_eq!(
        kept(
            "SELECT count(*) FROM party WHERE name = '홍길동' AND phone_key = '01000000001' AND proxy = ''"
        ),
        Ok(1)
    );
    // The person who was erased stays so, and the check covers the new columns.
    assert_eq!(kept("SELECT count(*) FROM party WHERE salt IS NULL"), Ok(1));
    let again = "UPDATE party SET proxy = '김대리' WHERE salt IS NULL";
    assert!(old.execute(again, []).is_err());
}
