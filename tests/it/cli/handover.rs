//! Handing the desk over, by commands.

use super::Home;

#[test]
fn a_note_is_written_shown_and_confirmed_by_the_next_clerk_alone() {
    let home = Home::practising();
    home.complaint("복도 소음");
    home.desk(&["staff", "add", "lee", "--name", "이가상"])
        .done();
    home.desk(&["handover", "confirm"]).gave_up(1, &["No note"]);
    home.desk(&["handover", "note", "--text", "내일 다시 전화"])
        .done();
    home.desk(&["handover", "confirm"])
        .gave_up(1, &["The next clerk"]);
    let before = home.json(&["handover", "--until", "2026-12-31 18:00"]);
    assert_eq!(before["came_in"], 1);
    assert_eq!(before["note"]["text"], "내일 다시 전화");
    assert!(before["note"]["confirmed_by"].is_null());
    assert_eq!(before["due"][0]["number"], "2026-000001");
    home.desk(&["handover", "confirm", "--as", "lee"]).done();
    let after = home.json(&["handover"]);
    assert_eq!(after["note"]["confirmed_by"], "lee");
    assert_eq!(after["came_in"], 0);
    let said = home.desk(&["handover", "--lang", "ko"]).done().out;
    assert!(
        said.contains("내일 다시 전화") && said.contains("이가상 확인"),
        "{said}"
    );
    home.desk(&["verify"]).done();
}
