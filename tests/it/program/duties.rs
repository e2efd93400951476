//! The duties by keys, in Korean; what the terminal wrote is what the command line reads.

use super::*;
use serde_json::Value;

const INSERT: &str = "\x1b[2~";
const TRAINING: &str = "gbvc.training.notice";

fn history(home: &Home, promise: &str) -> Vec<Value> {
    let told = home.run(&["duty", "history", promise, "--json"]);
    serde_json::from_slice(&told.stdout).unwrap()
}

#[test]
fn a_training_is_planned_and_an_earlier_score_entered() {
    let home = Home::practising();
    home.complaint("상담 전화 소음");
    let mut pty = home.open();
    pty.type_keys(F5);
    pty.wait_for("2026년 이행과제");
    pty.type_keys(INSERT);
    pty.wait_for("새 일정 계획");
    // A day that lies behind is refused while it is typed, and saves nothing.
    pty.type_keys("2026-11-01");
    pty.wait_for("지금보다 뒤이고");
    pty.type_keys(F9);
    pty.wait_for("고칠 곳");
    pty.type_keys("\x7f\x7f\x7f\x7f\x7f12-24");
    pty.wait_for("12/04 (금)까지 안내해야");
    pty.type_keys("\t하반기 기본교육");
    pty.type_keys(F9);
    pty.wait_for("D2026-000008");
    pty.wait_for("하반기 기본교육");
    pty.type_keys(ESC);
    pty.wait_for("2026년 이행과제");
    bar_to(&pty, "고객만족도");
    pty.type_keys("e");
    pty.wait_for("지난 기록 입력");
    pty.type_keys("2025\t2025-12-18\t응답 412명\t91.4\t우수");
    pty.wait_for("우수");
    pty.type_keys(F9);
    pty.wait_for("D2025-000001");
    pty.wait_for("지난 기록");
    pty.type_keys("qq");
    pty.wait_for("남은 시간");
    pty.type_keys("q");
    assert!(pty.wait_end().success());

    let planned = history(&home, TRAINING);
    assert_eq!(planned.len(), 1);
    let told = ["on", "title", "due_date"].map(|key| planned[0][key].as_str().unwrap());
    assert_eq!(told, ["2026-12-24", "하반기 기본교육", "2026-12-04"]);
    let entered = &history(&home, "gbvc.survey")[0];
    assert_eq!(
        (&entered["period"], &entered["score"], &entered["grade"]),
        (&"2025".into(), &91.4.into(), &"우수".into())
    );
}
