//! The ladder of three steps by keys, from the first complaint to the caution on the officer's record: two complainants,
//! four cases.

use super::{
    work::{act, send, tell_all},
    *,
};
use serde_json::{Value, json};

const F6: &str = "\x1b[17~";
const NOLBU: &str = "박놀부\t01000001109";
const HEUNGBU: &str = "박흥부\t01000001108";

#[test]
fn the_ladder_is_climbed_to_the_caution_on_the_officers_record() {
    let home = Home::practising();
    let officer = [
        "--name",
        "정보기",
        "--department",
        "고객지원팀",
        "--no-login",
    ];
    home.done(&[&["staff", "add", "jung"][..], &officer].concat());
    // As narrow as ever, and high enough for the whole of a case.
    let mut pty = Pty::start(home.desk(), 80, 48, Manner::Answering);
    pty.wait_for("남은 시간");
    first_complaint(&pty, &home);
    another_customer(&pty);
    the_same_customer_again(&pty, &home);
    not_put_into_practice(&pty);
    pty.type_keys("q");
    assert!(pty.wait_end().success());
    let shown = home.run(&["staff", "show", "jung", "--json"]);
    let shown: Value = serde_json::from_slice(&shown.stdout).unwrap();
    let record = shown["record"].as_array().unwrap();
    assert_eq!(record.len(), 1, "{shown}");
    assert_eq!(
        (&record[0]["number"], &record[0]["kind"]),
        (&json!("2026-000003"), &json!("caution"))
    );
    home.done(&["verify"]);
}

/// Takes a complaint in and stays in its detail.
fn take_in(pty: &Pty, title: &str, who: &str, number: &str) {
    pty.type_keys(F2);
    pty.wait_for("민원 접수");
    pty.type_keys(&format!(
        "\t\t\t{title}\t예약한 물품이 없었습니다.\t{who}\t"
    ));
    send(pty, number);
    pty.wait_for(title);
}

fn to_queue(pty: &Pty) {
    pty.type_keys(ESC);
    pty.wait_for("q 종료");
}

fn step_one(pty: &Pty) {
    pty.type_keys("1");
    pty.wait_for("1차 조치 ·");
    pty.type_keys("\tjung\t원인을 확인해 주세요.");
    pty.wait_for("원인을 확인해 주세요.");
    send(pty, "1차 조치를 기록했습니다");
}

/// Links the case to an earlier one of the same customer, as the clerk's own word.
fn link(pty: &Pty, earlier: &str) {
    act(pty, "이전 민원 연결", "이전 민원 연결 ·");
    pty.type_keys(CTRL_R);
    pty.wait_until("an earlier case chosen", |screen| {
        bar(screen).contains(earlier)
    });
    pty.type_keys("\t \t \t\t전화로 확인했습니다.");
    pty.wait_for("전화로 확인했습니다.");
    send(pty, "이전 민원 연결을 기록했습니다");
}

/// Records in the form of telling that two notices were told.
fn tell_both(pty: &Pty, text: &str) {
    pty.wait_for("알림 기록 · 2건");
    pty.type_keys(&format!("\t{text}"));
    pty.wait_for(text);
    pty.type_keys(F9);
    pty.wait_for("통지 2건을 '알림'으로 기록했습니다.");
}

/// The first complaint goes to the team in charge, which has to be told.
fn first_complaint(pty: &Pty, home: &Home) {
    take_in(pty, "대여 예약이 겹쳤습니다", NOLBU, "2026-000001");
    pty.wait_for("① 대기 · 2차 조치 이전 민원 필요 · 3차 조치 -");
    pty.wait_for("지정 안 됨");
    step_one(pty);
    pty.wait_for("고객지원팀 정보기, 알림 대기");
    tell_all(home);
    pty.wait_for("고객지원팀 정보기, 알림 14:03");
    to_queue(pty);
}

/// Another customer with the same content is only pointed to: that opens no second step.
fn another_customer(pty: &Pty) {
    take_in(pty, "대여 예약이 겹쳤습니다", HEUNGBU, "2026-000002");
    act(pty, "이전 민원 연결", "이전 민원 연결 ·");
    pty.type_keys("2026-1\t\t\t ");
    pty.wait_until("to be pointed to", |screen| {
        let contents = screen.contents();
        contents
            .lines()
            .any(|row| row.contains("참고로만") && row.contains("[x]"))
    });
    send(pty, "이전 민원 연결을 기록했습니다");
    pty.wait_for("2차 조치 이전 민원 확인 필요");
    pty.type_keys("2");
    pty.wait_for("참고로만 연결되어 있습니다");
    pty.type_keys(ESC);
    pty.wait_for("2차 조치 이전 민원 확인 필요");
    to_queue(pty);
}

/// The same customer again: a person confirms, and both letters are told.
fn the_same_customer_again(pty: &Pty, home: &Home) {
    take_in(pty, "대여 예약이 또 겹쳤습니다", NOLBU, "2026-000003");
    link(pty, "2026-000001");
    pty.wait_for("① 대기 · ② 대기 · 3차 조치 -");
    pty.wait_for("작성 안 됨");
    step_one(pty);
    tell_all(home);
    pty.wait_for("고객지원팀 정보기, 알림 14:03 · ② 대기");
    pty.wait_for("② 대기 1");
    pty.type_keys("2");
    pty.wait_for("2차 조치 ·");
    pty.type_keys("예약 장부를 고쳤습니다.\t거듭 불편을 드려 죄송합니다.");
    pty.wait_for("거듭 불편을 드려 죄송합니다.");
    send(pty, "2차 조치를 기록했습니다");
    pty.wait_for("결과·사과문, 알림 대기 2건");
    // Not before both letters were told.
    pty.type_keys("3");
    pty.wait_for("지금은 할 수 없음");
    pty.type_keys(ESC);
    pty.wait_for("결과·사과문, 알림 대기 2건");
    pty.type_keys("i");
    tell_both(pty, "두 통지문을 보냄");
    pty.wait_for("결과·사과문, 알림 14:03");
    to_queue(pty);
}

/// A third time: what was promised was not put into practice, and the officer is cautioned.
fn not_put_into_practice(pty: &Pty) {
    take_in(pty, "대여 예약이 세 번째 겹쳤습니다", NOLBU, "2026-000004");
    link(pty, "2026-00000");
    to_queue(pty);
    bar_to(pty, "2026-000003");
    pty.type_keys("\r");
    pty.wait_for("단계별 조치");
    pty.wait_for("대여 예약이 또 겹쳤습니다");
    pty.type_keys("3");
    pty.wait_for("3차 조치 ·");
    pty.type_keys("고친 장부를 쓰지 않았습니다.");
    pty.wait_for("고친 장부를 쓰지 않았습니다.");
    send(pty, "3차 조치를 기록했습니다");
    pty.wait_for("고객지원팀 정보기, 알림 대기 2건");
    to_queue(pty);
    pty.type_keys(F6);
    pty.wait_for("통지 · 나갈 것");
    bar_to(pty, "2026-000003");
    pty.type_keys("xxi");
    tell_both(pty, "주의 처분을 알림");
    pty.type_keys(ESC);
    pty.wait_for("남은 시간");
}
