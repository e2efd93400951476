//! Terminals of every kind, and screens that are too small.

use super::*;

#[test]
fn every_kind_of_terminal_shows_korean_and_lets_one_leave() {
    let home = Home::practising();
    home.complaint("복도 소음");
    for (term, no_color, manner) in [
        ("vt100", false, Manner::Answering),
        ("linux", false, Manner::Silent),
        ("dumb", false, Manner::Silent),
        ("xterm", false, Manner::Silent),
        ("xterm-256color", true, Manner::Answering),
        ("screen", false, Manner::Answering),
        ("tmux", false, Manner::Silent),
    ] {
        let mut command = home.desk();
        command.env("TERM", term);
        command.env("LANG", "C");
        if no_color {
            command.env("NO_COLOR", "1");
        }
        let mut pty = Pty::start(command, 80, 24, manner);
        pty.wait_for("복도 소음");
        pty.type_keys("q");
        assert!(pty.wait_end().success(), "{term}");
        assert!(pty.is_cooked(), "{term}");
        let sent = String::from_utf8_lossy(&pty.sent()).into_owned();
        let colours = ["\x1b[31", "\x1b[1;31", ";31", "\x1b[38;", ";38;"];
        if no_color || matches!(term, "vt100" | "dumb") {
            assert!(
                !colours.iter().any(|colour| sent.contains(colour)),
                "{term} {sent:?}"
            );
        }
    }
}

#[test]
fn a_small_screen_says_so_and_recovers() {
    let home = Home::practising();
    let mut pty = Pty::start(home.desk(), 40, 10, Manner::Answering);
    pty.wait_for("화면이 너무 작습니다");
    pty.resize(80, 24);
    pty.wait_for(EMPTY);
    pty.resize(40, 10);
    pty.wait_for("화면이 너무 작습니다");
    pty.resize(120, 40);
    pty.wait_for(EMPTY);
    pty.type_keys("q");
    assert!(pty.wait_end().success());
}
