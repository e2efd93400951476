//! The bounds between overdue, today, within three days, and later on the top line.

use super::*;

/// Half past noon on 23 November in Seoul, and the instant at which that day began.
const NOW: &str = "2026-11-23T12:30:00+09:00";
const MIDNIGHT: &str = "2026-11-23T00:00:00+09:00";

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// A file with one open case that is due then.
fn ending(store: &Store, day: &str, at: &str, whole_day: bool) {
    let sql = "DELETE FROM subject; DELETE FROM tally; PRAGMA foreign_keys = OFF";
    store.connection.execute_batch(sql).unwrap();
    let at = instant(at).timestamp();
    let sql = "INSERT INTO subject (subject, what, facts, charter, title, category, stage, department, officer, party, step,
        results, arrived_at, open, status, due_at, due_date, whole_day, rank)
        VALUES (1, 'case', 1, 1, '', '', '', '', '', '', 0, 0, 0, 1, 'running', ?1, ?2, ?3, ?1)";
    let values = rusqlite::params![at, day, whole_day];
    store.connection.execute(sql, values).unwrap();
    let sql = "INSERT INTO tally (bucket, open) VALUES (?1, 1)";
    store.connection.execute(sql, [day]).unwrap();
}

#[test]
fn a_deadline_counts_as_over_today_soon_or_later_to_the_second() {
    const OVER: [i64; 3] = [1, 0, 0];
    const TODAY: [i64; 3] = [0, 1, 0];
    const SOON: [i64; 3] = [0, 0, 1];
    const LATER: [i64; 3] = [0, 0, 0];
    let (_folder, store) = store();
    for (day, at, whole_day, wanted) in [
        ("2026-11-20", "2026-11-20T18:00:00+09:00", false, OVER),
        ("2026-11-22", "2026-11-23T00:00:00+09:00", true, OVER),
        ("2026-11-23", "2026-11-23T12:29:59+09:00", false, OVER),
        ("2026-11-23", "2026-11-23T12:30:00+09:00", false, TODAY),
        ("2026-11-23", "2026-11-23T12:30:01+09:00", false, TODAY),
        ("2026-11-23", "2026-11-24T00:00:00+09:00", true, TODAY),
        ("2026-11-24", "2026-11-24T00:00:01+09:00", false, SOON),
        ("2026-11-24", "2026-11-25T00:00:00+09:00", true, SOON),
        ("2026-11-25", "2026-11-25T09:00:00+09:00", false, SOON),
        ("2026-11-26", "2026-11-26T23:59:59+09:00", false, SOON),
        ("2026-11-26", "2026-11-27T00:00:00+09:00", true, SOON),
        ("2026-11-27", "2026-11-27T00:00:00+09:00", false, LATER),
        ("2026-11-27", "2026-11-28T00:00:00+09:00", true, LATER),
        ("2026-12-31", "2026-12-31T18:00:00+09:00", false, LATER),
    ] {
        ending(&store, day, at, whole_day);
        let today = instant(NOW).date_naive();
        let counts = store.reader();
        let counts = counts.counts(instant(NOW), today, instant(MIDNIGHT));
        let counts = counts.unwrap();
        let found = [counts.overdue, counts.today, counts.soon];
        assert_eq!(found, wanted, "{day} {at}");
        assert_eq!((counts.open, counts.paused), (1, 0), "{day} {at}");
    }
}
