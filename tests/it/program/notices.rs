//! The notices by keys; what was recorded is what the command line reads.

use super::*;
use rusqlite::Connection;
use serde_json::Value;

const F6: &str = "\x1b[17~";
const RIGHT: &str = "\x1b[C";
const HOME_KEY: &str = "\x1b[H";

/// Four complaints whose receipts wait to be told.
fn four() -> Home {
    let home = Home::practising();
    for title in ["하나", "두울", "세엣", "네엣"] {
        home.complaint(title);
    }
    home
}

fn listed(home: &Home, status: &str) -> Vec<Value> {
    let told = home.run(&["notices", "--status", status, "--json"]);
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    told["rows"].as_array().unwrap().clone()
}

fn numbers(home: &Home, status: &str) -> Vec<String> {
    let rows = listed(home, status);
    let numbers = rows.iter().map(|row| row["number"].as_str().unwrap());
    let mut numbers: Vec<String> = numbers.map(str::to_owned).collect();
    numbers.sort();
    numbers
}

/// Opens the list of notices.
fn open_list(pty: &Pty) {
    pty.type_keys(F6);
    pty.wait_for("통지 · 나갈 것");
    pty.wait_for("2026-000001");
}

#[test]
fn one_is_told_then_three_together_and_none_of_them_twice() {
    let home = four();
    let mut pty = home.open();
    open_list(&pty);
    pty.type_keys("i");
    pty.wait_for("알림 기록 · 접수 통지");
    pty.type_keys("\t접수되었다고 전화로 말씀드림");
    pty.wait_for("전화로 말씀드림");
    pty.type_keys(F9);
    pty.wait_for("2026-000001 접수 통지: '알림'으로 기록했습니다.");
    assert_eq!(numbers(&home, "told"), ["2026-000001"]);

    pty.wait_until("the other three alone", |screen| {
        screen.contents().contains("3건") && !screen.contents().contains("2026-000001 홍")
    });
    pty.type_keys("xxx");
    pty.type_keys("i");
    pty.wait_for("알림 기록 · 3건");
    pty.type_keys("\t세 분께 문자로 알림");
    pty.wait_for("세 분께 문자로 알림");
    // Meanwhile somebody else tells one of the three: nothing is recorded twice, nor the others by halves.
    let told = ["notices", "told", "2026-000003/1/receipt/1"];
    home.done(&[&told[..], &["--how", "visit", "--text", "창구에서"]].concat());
    pty.type_keys(F9);
    pty.wait_for("이미 '알림' 상태");
    assert_eq!(numbers(&home, "told"), ["2026-000001", "2026-000003"]);
    pty.type_keys(ESC);
    pty.wait_until("the list alone", |screen| {
        !screen.contents().contains("알림 기록")
    });
    pty.type_keys("i");
    pty.wait_for("알림 기록 · 2건");
    pty.wait_for("세 분께 문자로 알림");
    pty.type_keys(F9);
    pty.wait_for("통지 2건을 '알림'으로 기록했습니다.");
    assert_eq!(numbers(&home, "waiting"), Vec::<String>::new());
    pty.wait_for("나갈 통지가 없습니다");
    pty.type_keys(ESC);
    pty.wait_for("남은 시간");
    pty.type_keys("q");
    assert!(pty.wait_end().success());
    assert!(home.run(&["verify"]).status.success());
}

#[test]
fn one_is_kept_back_let_go_and_reported_as_failed() {
    let home = four();
    let pty = home.open();
    open_list(&pty);
    bar_to(&pty, "2026-000002");
    pty.type_keys("o");
    pty.wait_for("2026-000002 접수 통지: '보류'로 기록했습니다.");
    assert_eq!(numbers(&home, "held"), ["2026-000002"]);
    // The bar has stayed on it.
    pty.wait_until("the held one under the bar", |screen| {
        bar(screen).contains("보류") && bar(screen).contains("2026-000002")
    });
    pty.type_keys("r");
    pty.wait_for("2026-000002 접수 통지: '대기'로 기록했습니다.");
    assert_eq!(numbers(&home, "held"), Vec::<String>::new());
    pty.type_keys("f");
    pty.wait_for("실패 기록 · 접수 통지");
    pty.type_keys("없는 번호");
    pty.wait_for("없는 번호");
    pty.type_keys(F9);
    pty.wait_for("'실패'로 기록했습니다.");
    pty.type_keys(HOME_KEY);
    pty.wait_until("what failed first", |screen| {
        bar(screen).contains("! 실패") && bar(screen).contains("2026-000002")
    });
    assert_eq!(listed(&home, "failed")[0]["reason"], "없는 번호");
    // Its own list, by the arrow: waiting, held, told, sent, failed.
    for state in ["대기", "보류", "알림", "발송", "실패"] {
        pty.type_keys(RIGHT);
        pty.wait_for(&format!("통지 · {state}"));
    }
    pty.wait_for("없는 번호");
}

#[test]
fn from_a_case_the_result_is_told_and_the_case_closed() {
    let home = four();
    let reply = ["record", "2026-4", "reply", "--outcome", "accepted"];
    home.done(&[&reply[..], &["--text", "고쳤습니다"]].concat());
    let pty = home.open();
    pty.wait_for("미통지 1");
    bar_to(&pty, "2026-000004");
    assert!(bar(&pty.look()).contains("미통지"), "{}", pty.screen());
    pty.type_keys("\r");
    pty.wait_for("단계별 조치");
    pty.type_keys(":");
    pty.wait_for("명령:");
    pty.type_keys("종결");
    pty.wait_for("종결");
    pty.type_keys("\r");
    pty.wait_for("미통지 사유");
    pty.type_keys(F9);
    pty.wait_for("아직 아무에게도 결과를 알리지 않아");
    pty.wait_for("적어 주세요.");
    pty.type_keys(ESC);
    pty.wait_for("단계별 조치");
    pty.type_keys("i");
    pty.wait_for("알림 기록 · 2건 · 처리결과 통지, 접수 통지");
    pty.type_keys("\t고객지원팀-12\t수리했다고 알림");
    pty.wait_for("수리했다고 알림");
    pty.type_keys(F9);
    pty.wait_for("통지 2건을 '알림'으로 기록했습니다.");
    pty.wait_for("단계별 조치");
    pty.type_keys(END);
    pty.wait_for("문서, 고객지원팀-12: 수리했다고 알림");
    pty.wait_until("nothing untold", |screen| {
        !screen.contents().contains("미통지")
    });
    let shown = home.run(&["--lang", "ko", "show", "2026-4"]);
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert!(shown.contains("수리했다고 알림"), "{shown}");
    home.done(&["record", "2026-4", "close"]);
}

#[test]
fn telling_waits_for_another_program_that_writes_the_file() {
    let home = four();
    let pty = home.open();
    open_list(&pty);
    pty.type_keys("i");
    pty.wait_for("알림 기록");
    pty.type_keys("\t전화로 말씀드림");
    pty.wait_for("전화로 말씀드림");
    let other = Connection::open(home.db()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    pty.type_keys(F9);
    pty.wait_for("저장 중... 파일을 쓰고 있는");
    pty.type_keys(F9);
    pty.wait_for("저장하는 중입니다");
    other.execute_batch("ROLLBACK").unwrap();
    pty.wait_for("'알림'으로 기록했습니다.");
    assert_eq!(numbers(&home, "told").len(), 1);
}

#[test]
fn it_is_the_same_in_english_on_the_smallest_screen() {
    let home = four();
    let desk = ["--db", home.db().to_str().unwrap(), "--now", NOW].map(str::to_owned);
    let desk: Vec<&str> = desk.iter().map(String::as_str).collect();
    let mut command = minwon(&["--lang", "en"]);
    command.args(&desk);
    command.env("HOME", home.path(""));
    command.env_remove("MINWON_DB");
    let pty = Pty::start(command, 60, 16, Manner::Answering);
    pty.wait_for("time left");
    pty.type_keys(F6);
    pty.wait_for("Notices · to go out");
    pty.wait_for("2026-000001");
    pty.type_keys("xxi");
    pty.wait_for("record as told · 2");
    pty.type_keys("\tcalled both of them");
    pty.wait_for("called both of them");
    pty.type_keys(F9);
    pty.wait_for("2 notices are recorded as 'told'.");
    assert_eq!(numbers(&home, "told"), ["2026-000001", "2026-000002"]);
}
