//! Facts and their chain: what the schema protects, and what verification finds where it was changed anyway.

use super::*;

#[test]
fn facts_can_be_neither_changed_nor_deleted_nor_left_out() {
    let office = worked();
    let raw = office.raw();
    for sql in [
        "UPDATE fact SET by_login = 'x'",
        "DELETE FROM fact",
        "INSERT INTO fact SELECT subject, 9, at, recorded_at, by_login, kind, content, party, hash FROM fact WHERE seq = 1",
    ] {
        let refused = raw.execute_batch(sql).unwrap_err().to_string();
        assert!(refused.contains("facts are"), "{sql}: {refused}");
    }
    let mut desk = office.desk("2026-11-02 10:00");
    let added = HolidayChange::Added(HolidayKind::Temporary);
    desk.change_holiday(&holiday("2026-12-01", added)).unwrap();
    for table in ["charter", "staff", "holiday_edit"] {
        let change = format!("UPDATE {table} SET hash = hash");
        for sql in [change, format!("DELETE FROM {table}")] {
            let refused = raw.execute_batch(&sql).unwrap_err().to_string();
            assert!(refused.contains("only added"), "{sql}: {refused}");
        }
    }
    assert_eq!(
        problems(&mut office.desk("2026-11-02 10:00")),
        Vec::<String>::new()
    );
}

/// Changes of facts, and the beginning of the finding.
const CHANGES: &[(&str, &str)] = &[
    (
        "UPDATE fact SET content = replace(content, 'accepted', 'declined') WHERE seq = 2 AND kind = 'answered'",
        "2026-000001: the hash of fact 2",
    ),
    (
        "UPDATE fact SET at = at - 60 WHERE seq = 1 AND subject % 10 = 2",
        "2026-000002: the hash of fact 1",
    ),
    (
        "UPDATE fact SET recorded_at = recorded_at - 1 WHERE seq = 3",
        "2026-000001: the hash of fact 3",
    ),
    (
        "UPDATE fact SET by_login = 'other' WHERE seq = 2 AND kind = 'linked'",
        "2026-000003: the hash of fact 2",
    ),
    (
        "UPDATE fact SET hash = zeroblob(32) WHERE seq = 2 AND kind = 'answered'",
        "2026-000001: the hash of fact 2",
    ),
    (
        "UPDATE fact SET kind = 'noted' WHERE seq = 3",
        "2026-000001: the kind of fact 3",
    ),
    (
        "UPDATE fact SET content = 'x' WHERE seq = 3",
        "2026-000001: its facts cannot be read",
    ),
    (
        "UPDATE prose SET text = text || '.' WHERE seq = 2",
        "2026-000001: the text of fact 2",
    ),
    (
        "UPDATE prose SET salt = x'00' WHERE seq = 2",
        "2026-000001: the text of fact 2",
    ),
    (
        "INSERT INTO prose SELECT subject, seq, 7, salt, text FROM prose WHERE seq = 2",
        "2026-000001: fact 2 has a text",
    ),
    (
        "DELETE FROM fact WHERE seq = 2 AND kind = 'linked'",
        "2026-000003: ",
    ),
    (
        "PRAGMA foreign_keys = OFF; DELETE FROM fact WHERE seq = 2 AND kind = 'answered'",
        "2026-000001: fact 3 is in the place of fact 2",
    ),
    (
        "PRAGMA foreign_keys = OFF; DELETE FROM fact WHERE subject % 10 = 2",
        "2026-000002: its facts do not begin",
    ),
    (
        "UPDATE party SET phone = '010-0000-0000' WHERE subject % 10 = 2",
        "2026-000002: column phone_key of table party",
    ),
    (
        "UPDATE party SET name = '다른 사람' WHERE subject % 10 = 2",
        "2026-000002: the person is not the one that was recorded",
    ),
    (
        "UPDATE party SET address = '다른 곳' WHERE subject % 10 = 2",
        "2026-000002: the person is not",
    ),
    (
        "UPDATE party SET salt = x'00' WHERE subject % 10 = 2",
        "2026-000002: the person is not",
    ),
    (
        "UPDATE party SET salt = zeroblob(16) WHERE subject % 10 = 2",
        "2026-000002: the person is not",
    ),
    (
        "DELETE FROM party WHERE subject % 10 = 2",
        "2026-000002: a row is missing in table party",
    ),
    (
        "UPDATE fact SET party = NULL WHERE subject % 10 = 2 AND seq = 1",
        "2026-000002: the hash of fact 1",
    ),
    (
        "DELETE FROM notice WHERE subject % 10 = 1 AND kind = 'result'",
        "2026-000001: a row is missing in table notice",
    ),
    (
        "UPDATE notice SET medium = 'email' WHERE subject % 10 = 2",
        "2026-000002: column medium of table notice",
    ),
    (
        "UPDATE notice SET queued_at = queued_at + 1 WHERE subject % 10 = 3",
        "2026-000003: column queued_at of table notice",
    ),
    (
        "INSERT INTO notice VALUES (20260000002, 1, 'apology', 1, 'staff', 'complainant', '', 1, 'sent', '', NULL, 1, NULL, 1, NULL, '', '', '')",
        "2026-000002: table notice holds a row",
    ),
    (
        "UPDATE charter SET text = text || '# harmless'",
        "Row 1 of table charter",
    ),
    (
        "UPDATE charter SET since = '2020-01-01'",
        "Row 1 of table charter",
    ),
    (
        "UPDATE staff SET role = 'auditor', phone = '1' WHERE id = 1",
        "Row 1 of table staff",
    ),
    (
        "UPDATE party SET email_key = 'other@example.org' WHERE subject % 10 = 2",
        "2026-000002: column email_key of table party",
    ),
    ("UPDATE receipt SET last = 9", "Receipt numbers of 2026"),
    ("DELETE FROM receipt", "Receipt numbers of 2026"),
];

#[test]
fn every_change_of_a_fact_is_found() {
    for (damage, told) in CHANGES {
        let office = worked();
        office
            .raw()
            .execute_batch(&format!("{OPEN_THE_CHAIN} {damage}"))
            .unwrap();
        let found = problems(&mut office.desk("2026-11-02 10:00"));
        assert!(
            found.iter().any(|problem| problem.starts_with(told)),
            "{damage}: {found:?}"
        );
    }
}
