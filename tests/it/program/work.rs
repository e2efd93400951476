//! The day's work by keys, in Korean.

use super::*;
use std::time::Duration;
use unicode_normalization::UnicodeNormalization;

fn paste(pty: &Pty, text: &str) {
    pty.type_keys(&format!("\x1b[200~{text}\x1b[201~"));
}

/// Opens the menu of a case, and the form of an action from it.
pub(super) fn act(pty: &Pty, action: &str, form: &str) {
    pty.type_keys(F9);
    pty.wait_for("Enter로 엽니다");
    bar_to(pty, action);
    pty.type_keys("\r");
    pty.wait_for(form);
}

/// Sends a form, and waits for the case with what is said of it.
pub(super) fn send(pty: &Pty, said: &str) {
    pty.type_keys(F9);
    pty.wait_for(said);
    pty.wait_for("단계별 조치");
}

#[test]
fn a_complaint_is_taken_in_extended_taken_up_the_ladder_and_found_again() {
    let home = Home::practising();
    home.complaint("상담 전화 소음");
    let mut pty = home.open();
    take_in(&pty);
    extend_and_climb(&pty, &home);
    find_again(&pty);
    pty.type_keys("q");
    assert!(pty.wait_end().success());
    assert_restored(&pty);
}

/// Takes the complaint in: typed syllables, a pasted text of several lines, a name of loose jamo.
fn take_in(pty: &Pty) {
    pty.type_keys(F2);
    pty.wait_for("민원 접수");
    pty.type_keys("\t\t\t야간 상담 소음");
    pty.type_keys("\t");
    paste(pty, "첫째 줄\r둘째 줄\r\n셋째 줄");
    pty.type_keys("\t");
    paste(pty, &"홍길동".nfd().collect::<String>());
    pty.type_keys("\t01012345678\t");
    pty.wait_for("야간 상담 소음");
    pty.wait_for("셋째 줄");
    pty.wait_for("홍길동");
    pty.wait_for("2026-000001");
    send(pty, "2026-000002");
    pty.wait_for("야간 상담 소음");
    pty.wait_for("홍*동");
}

/// Extends the case, links it to the earlier one and records all three steps.
fn extend_and_climb(pty: &Pty, home: &Home) {
    act(pty, "기간 연장", "기간 연장 ·");
    pty.wait_for("민원인 동의");
    pty.type_keys("\t\t\t현장을 확인해야 합니다.");
    pty.wait_for("현장을 확인해야 합니다.");
    send(pty, "기간 연장을 기록했습니다");

    pty.type_keys("1");
    pty.wait_for("1차 조치 ·");
    let user = nix::unistd::User::from_uid(nix::unistd::Uid::effective());
    let login = user.unwrap().unwrap().name;
    pty.type_keys(&format!("\t{login}\t사실을 확인해 주세요."));
    pty.wait_for("사실을 확인해 주세요.");
    send(pty, "1차 조치를 기록했습니다");

    act(pty, "이전 민원 연결", "이전 민원 연결 ·");
    pty.type_keys(CTRL_R);
    pty.wait_until("the earlier case chosen", |screen| {
        bar(screen).contains("2026-000001")
    });
    // The texts are unlike: both ticks and the reason are the clerk's own word.
    pty.type_keys("\t \t \t\t전화로 확인했습니다.");
    pty.wait_for("전화로 확인했습니다.");
    send(pty, "이전 민원 연결을 기록했습니다");

    pty.type_keys("2");
    pty.wait_for("2차 조치 ·");
    pty.type_keys("담당자를 교육했습니다.\t불편을 드려 죄송합니다.");
    pty.wait_for("불편을 드려 죄송합니다.");
    send(pty, "2차 조치를 기록했습니다");
    tell_all(home);
    pty.wait_until("both letters told", |screen| {
        let contents = screen.contents();
        let mut rows = contents.lines();
        rows.any(|row| row.contains("gbvc.step.2") && row.contains("이행"))
    });

    pty.type_keys("3");
    pty.wait_for("3차 조치 ·");
    pty.type_keys("결과가 반영되지 않았습니다.");
    pty.wait_for("결과가 반영되지 않았습니다.");
    send(pty, "3차 조치를 기록했습니다");

    pty.type_keys(ESC);
    pty.wait_until("the third step in the queue", |screen| {
        let contents = screen.contents();
        contents
            .lines()
            .any(|row| row.contains("2026-000002") && row.contains('③'))
    });
}

/// Records that every waiting notice was told, as another process.
pub(super) fn tell_all(home: &Home) {
    let waiting = home.run(&["notices", "--status", "waiting", "--json"]);
    let waiting: serde_json::Value = serde_json::from_slice(&waiting.stdout).unwrap();
    for notice in waiting["rows"].as_array().unwrap() {
        let id = notice["id"].as_str().unwrap();
        let told = [
            "notices",
            "told",
            id,
            "--how",
            "document",
            "--text",
            "통지문",
        ];
        home.done(&told);
    }
}

/// Finds the case by a word and by the initials of words.
fn find_again(pty: &Pty) {
    for words in ["소음", "ㅇㄱ ㅅㄷ"] {
        pty.type_keys(F3);
        pty.wait_for("찾기");
        pty.type_keys(words);
        pty.wait_until("the case found", |screen| {
            let contents = screen.contents();
            contents.contains(&format!("> {words}")) && contents.contains("야간 상담 소음")
        });
        bar_to(pty, "2026-000002");
        pty.type_keys("\r");
        pty.wait_for("단계별 조치");
        pty.wait_for("야간 상담 소음");
        pty.type_keys(ESC);
        pty.wait_for(&format!("> {words}"));
        pty.type_keys(ESC);
        pty.wait_for("q 종료");
    }
}

#[test]
fn what_another_process_takes_in_appears_without_a_key() {
    let home = Home::practising();
    home.done(&["staff", "add", "lee", "--name", "이담당"]);
    let pty = home.open();
    pty.wait_for(EMPTY);
    home.complaint("복도 소음");
    // Nobody waits here until the minute is over, which would show it too.
    pty.wait_for("복도 소음");
    // The case on the screen, too.
    pty.type_keys("\r");
    pty.wait_for("단계별 조치");
    home.done(&[
        "record",
        "2026-000001",
        "note",
        "--text",
        "다시 전화하기로 함",
        "--as",
        "lee",
    ]);
    pty.wait_for("다른 담당자가 바꾼 내용을");
    pty.type_keys("G");
    pty.wait_for("다시 전화하기로 함");
}

#[test]
fn what_a_clock_that_was_set_back_refuses_stays_in_the_form() {
    let home = Home::practising();
    home.complaint("복도 소음");
    // The clock of this program stands still; another one has recorded something after that.
    let note = ["record", "2026-000001", "note", "--text", "전화함"];
    home.done_at("2026-11-23 15:30", &note);
    let mut pty = home.open();
    pty.wait_for("복도 소음");
    act(&pty, "메모", "메모 ·");
    pty.type_keys("다시 전화함");
    pty.wait_for("다시 전화함");
    pty.type_keys(F9);
    pty.wait_for("시계가 마지막 기록");
    pty.wait_for("다시 전화함");
    pty.type_keys("\x03");
    assert!(pty.wait_end().success());
    home.done_at("2026-11-23 15:31", &["verify"]);
}

#[test]
fn letter_keys_work_with_the_korean_input_method_on() {
    let home = Home::practising();
    for title in ["하나", "두울", "세엣"] {
        home.complaint(title);
    }
    let mut pty = home.open();
    pty.wait_until("the bar on the first", |screen| {
        bar(screen).contains("-000001")
    });
    pty.type_keys("ㅓ");
    pty.wait_until("the bar on the second", |screen| {
        bar(screen).contains("-000002")
    });
    pty.type_keys("ㅓㅏㅏ");
    pty.wait_until("the bar on the first", |screen| {
        bar(screen).contains("-000001")
    });
    pty.type_keys("ㅂ");
    assert!(pty.wait_end().success());
    assert_restored(&pty);
}

#[test]
fn nothing_is_sent_while_nothing_changes() {
    let home = Home::practising();
    home.complaint("복도 소음");
    let pty = home.open();
    pty.wait_until("the bar", |screen| bar(screen).contains("-000001"));
    pty.wait_quiet(Duration::from_millis(400));
    let before = pty.sent().len();
    // Up in the first row, and a key that means nothing here.
    pty.type_keys(UP);
    pty.type_keys("z");
    assert!(pty.is_quiet_for(Duration::from_millis(1_500)));
    assert_eq!(pty.sent().len(), before);
    // It had read them: what comes after them is answered.
    pty.type_keys(F1);
    pty.wait_for("도움말: ");
}

#[test]
fn the_line_at_the_bottom_shows_the_keys_of_the_configuration_and_they_work() {
    let home = Home::practising();
    let folder = home.path("config/minwon");
    std::fs::create_dir_all(&folder).unwrap();
    let wishes = "[keys]\nintake = [\"F6\", \"y\"]\nhelp = \"F2\"\nnotices = \"F1\"\n";
    std::fs::write(folder.join("config.toml"), wishes).unwrap();
    let pty = home.open();
    pty.wait_for("F2 도움말  F6 접수");
    pty.wait_for("F6로 접수합니다");
    pty.type_keys("ㅛ");
    pty.wait_for("민원 접수");
}

/// Another program holds the file while a complaint is saved: what was typed meanwhile takes the refusal away no more than
/// the complaint.
#[test]
fn what_is_typed_while_the_file_is_busy_leaves_the_refusal_to_be_read() {
    let home = Home::practising();
    let mut pty = home.open();
    pty.type_keys(F2);
    pty.wait_for("민원 접수");
    pty.type_keys("\t\t\t복도 조명");
    pty.wait_for("복도 조명");
    let other = rusqlite::Connection::open(home.db()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    pty.type_keys(F9);
    pty.type_keys("이 어두움");
    pty.wait_for("저장하는 중입니다");
    pty.wait_for("다른 프로그램이");
    other.execute_batch("ROLLBACK").unwrap();
    pty.type_keys("!");
    pty.wait_until("the refusal read", |screen| {
        let contents = screen.contents();
        contents.contains("조명!") && !contents.contains("다른 프로그램이")
    });
    send(&pty, "2026-000001");
    pty.wait_for("복도 조명!");
    pty.type_keys("q");
    pty.wait_for("남은 시간");
    pty.type_keys("q");
    assert!(pty.wait_end().success());
    assert_restored(&pty);
}
