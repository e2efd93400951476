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
