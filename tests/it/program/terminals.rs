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
fn the_smallest_screen_that_can_be_read_works_on_every_kind_of_terminal() {
    let home = Home::practising();
    home.complaint("복도 소음");
    for term in [
        "vt100",
        "linux",
        "xterm",
        "xterm-256color",
        "screen",
        "tmux",
    ] {
        let mut command = home.desk();
        command.env("TERM", term);
        let mut pty = Pty::start(command, 60, 16, Manner::Silent);
        pty.wait_for("복도 소음");
        pty.type_keys("\r");
        pty.wait_for("기한 설명");
        // What does not fit is a page further down.
        pty.type_keys("\x1b[6~");
        pty.wait_for("단계별 조치");
        pty.type_keys(":");
        pty.wait_for("명령: ");
        pty.type_keys("ㄷㅇㄱㄱ");
        pty.wait_for("돌아가기");
        pty.type_keys("\r");
        pty.wait_for("복도 소음");
        pty.type_keys("\x03");
        assert!(pty.wait_end().success(), "{term}");
    }
}

#[test]
fn colours_and_frames_are_as_they_were_chosen() {
    let home = Home::practising();
    home.complaint("복도 소음");
    let folder = home.path("config/minwon");
    std::fs::create_dir_all(&folder).unwrap();
    let config = "theme = \"dark\"\ncolors = \"256\"\nframes = \"ascii\"\n";
    std::fs::write(folder.join("config.toml"), config).unwrap();
    for (arguments, has, has_not) in [
        (&[][..], "48;5;234", "48;2;"),
        (&["--colors", "true"], "48;2;28;28;28", "48;5;"),
        (&["--theme", "light", "--colors", "16"], "\x1b[", "48;2;"),
        (&["--colors", "none"], "\x1b[", "48;"),
    ] {
        let mut command = home.desk();
        command.args(arguments);
        command.env("TERM", "xterm");
        let mut pty = Pty::start(command, 120, 40, Manner::Silent);
        pty.wait_for("복도 소음");
        assert!(!pty.screen().contains(['─', '│', '▌']), "{}", pty.screen());
        pty.type_keys("q");
        assert!(pty.wait_end().success());
        let sent = String::from_utf8_lossy(&pty.sent()).into_owned();
        assert!(sent.contains(has), "{arguments:?} {sent:?}");
        assert!(!sent.contains(has_not), "{arguments:?} {sent:?}");
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
