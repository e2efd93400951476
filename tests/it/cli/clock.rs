//! A clock that was set back: entries are refused with a sentence, and nothing is lost.

use super::*;

const EARLIER: &str = "2026-11-23T13:30:00";
const LATER: &str = "2026-11-23T14:01:00";

fn facts(home: &Home, now: &str, number: &str) -> usize {
    let shown = home.desk_at(now, &["show", number, "--json"]);
    let document: Value = serde_json::from_str(&shown.done().out).unwrap();
    document["facts"].as_array().unwrap().len()
}

#[test]
fn a_record_before_the_last_one_is_refused_and_the_same_is_done_once_the_clock_is_right() {
    let home = Home::practising();
    let number = home.complaint("복도 소음");
    home.desk(&["record", &number, "note", "--text", "전화함"])
        .done();
    let before = facts(&home, EARLIER, &number);
    for (lang, said) in [("ko", "시계가 마지막 기록"), ("en", "clock is behind")] {
        for action in [
            &["note", "--text", "다시 전화함"][..],
            &["reply", "--outcome", "accepted", "--text", "고쳤습니다."],
            &["withdraw"],
        ] {
            let record = [&["--lang", lang, "record", &number], action].concat();
            let refused = home.desk_at(EARLIER, &record);
            assert_eq!(refused.code, 1, "{refused:?}");
            assert!(refused.err.contains(said), "{refused:?}");
            // The sentence names the last record.
            assert!(refused.err.contains("14:00"), "{refused:?}");
            assert_eq!(refused.out, "");
        }
    }
    assert_eq!(
        facts(&home, EARLIER, &number),
        before,
        "nothing was written"
    );
    // Reading and checking work whatever the clock says.
    home.desk_at(EARLIER, &["queue"]).done();
    home.desk_at(EARLIER, &["verify"]).done();
    home.desk_at(LATER, &["record", &number, "note", "--text", "다시 전화함"])
        .done();
    assert_eq!(facts(&home, LATER, &number), before + 1);
    home.desk_at(LATER, &["verify"]).done();
}

/// Runs the program on the home's database, at the time of the machine.
fn by_machine(home: &Home, arguments: &[&str]) -> Answer {
    let db = text(home.db());
    home.run(&[arguments, &["--db", &db]].concat())
}

/// Moves the last record of a desk that is in use, as a wrong clock would have left it.
fn move_last_record(home: &Home, days: i64) {
    let file = rusqlite::Connection::open(home.db()).unwrap();
    let sql = "UPDATE setting SET value = CAST(value AS INTEGER) + ?1 WHERE key = 'last_record'";
    assert_eq!(file.execute(sql, [days * 86_400]).unwrap(), 1);
}

fn duties(home: &Home) -> i64 {
    let file = rusqlite::Connection::open(home.db()).unwrap();
    let sql = "SELECT count(*) FROM duty";
    file.query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn a_clock_far_from_the_last_record_leaves_the_desk_read_only_until_it_is_confirmed() {
    for (days, said) in [
        (40, "is behind the last record"),
        (-40, "more than 31 days"),
    ] {
        let home = Home::empty();
        by_machine(&home, &["init", "--charter", "gbvc"]).done();
        move_last_record(&home, days);
        by_machine(&home, &["queue"]).done();
        let note = ["staff", "change", "nobody", "--phone", "054-000-0000"];
        for write in [&complaint("하나")[..], &note] {
            by_machine(&home, write).gave_up(1, &[said, "read-only", "minwon clock confirm"]);
        }
        by_machine(&home, &["clock", "confirm"]).done();
        by_machine(&home, &complaint("하나")).done();
        by_machine(&home, &["clock", "confirm"]).gave_up(1, &["nothing to confirm"]);
        by_machine(&home, &["verify"]).done();
    }
}

#[test]
fn reading_opens_no_duty_and_lists_without_a_number_what_the_next_record_opens() {
    let home = Home::practising();
    let known = duties(&home);
    let ahead = "2027-01-04T09:00:00";
    for reading in [&["queue"][..], &["duty", "list"], &["outlook"], &["verify"]] {
        home.desk_at(ahead, reading).done();
    }
    assert_eq!(duties(&home), known);
    let listed = home.desk_at(ahead, &["duty", "list", "--json"]);
    let listed: Value = serde_json::from_str(&listed.done().out).unwrap();
    let unopened = listed["unopened"].as_array().unwrap().len();
    assert!(unopened > 0);
    assert!(listed["unopened"][0]["due_at"].is_string());
    let list = home.desk_at(ahead, &["duty", "list"]);
    assert_eq!(list.done().out.matches("no number yet").count(), unopened);
    home.desk_at(ahead, &complaint("하나")).done();
    assert_eq!(duties(&home) - known, i64::try_from(unopened).unwrap());
    let listed = home.desk_at(ahead, &["duty", "list", "--json"]);
    let listed: Value = serde_json::from_str(&listed.done().out).unwrap();
    assert_eq!(listed["unopened"].as_array().unwrap().len(), 0);
}
