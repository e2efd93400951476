//! The mouse in a real pseudo-terminal: where there is one, what it does, and that it is given back.

use super::*;
use nix::sys::signal::Signal;
use vt100::MouseProtocolMode;

/// A click with the left button, as a terminal reports it: pressed and let go. Columns and rows are counted from 1.
fn click(pty: &Pty, column: u16, row: u16) {
    pty.type_keys(&format!("\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m"));
}

fn three_cases() -> Home {
    let home = Home::practising();
    for title in ["하나", "두울", "세엣"] {
        home.complaint(title);
    }
    home
}

#[test]
fn a_case_is_chosen_and_opened_and_the_line_at_the_bottom_is_clicked() {
    let home = three_cases();
    let mut pty = home.open();
    click(&pty, 30, 5);
    pty.wait_until("the bar on the third", |screen| {
        bar(screen).contains("-000003")
    });
    click(&pty, 30, 5);
    pty.wait_for("단계별 조치");
    pty.type_keys(ESC);
    pty.wait_for("남은 시간");
    // The first thing on the line at the bottom.
    click(&pty, 3, 24);
    pty.wait_for("도움말: ");
    pty.type_keys(ESC);
    pty.wait_for("남은 시간");
    pty.type_keys("q");
    assert!(pty.wait_end().success());
    assert_restored(&pty);
}

#[test]
fn reports_of_every_kind_leave_no_text_in_a_field() {
    let home = three_cases();
    let pty = home.open();
    pty.type_keys(F2);
    pty.wait_for("민원 접수");
    pty.type_keys("\t\t\t제목");
    for report in [
        "\x1b[<35;10;10M",
        "\x1b[<2;10;10M\x1b[<2;10;10m",
        "\x1b[<64;10;1M",
        "\x1b[<65;10;1M",
        "\x1b[<0;999;999M",
        "\x1b[<0;0;0M",
        "\x1b[M !!",
        "\x1b[96;3;1M",
    ] {
        pty.type_keys(report);
    }
    pty.type_keys("!");
    pty.wait_for("제목!");
    // A click puts the caret there: before the second syllable.
    let screen = pty.look();
    let (row, column) = screen.cursor_position();
    click(&pty, column - 2, row + 1);
    pty.type_keys("?");
    pty.wait_for("제?목!");
}

#[test]
fn what_is_dragged_over_is_selected_and_typed_over() {
    let home = three_cases();
    let pty = home.open();
    pty.type_keys(F2);
    pty.wait_for("민원 접수");
    pty.type_keys("\t\t\t제목이다");
    pty.wait_for("제목이다");
    // From before the second syllable to before the last one, on the second cell of which the pointer comes to rest.
    let (row, column) = pty.look().cursor_position();
    let (from, to, row) = (column - 5, column, row + 1);
    pty.type_keys(&format!("\x1b[<0;{from};{row}M\x1b[<32;{to};{row}M"));
    pty.type_keys(&format!("\x1b[<0;{to};{row}m?"));
    pty.wait_for("제?다");
}

#[test]
fn the_mouse_is_asked_for_only_where_there_is_one_and_it_is_wished() {
    let home = three_cases();
    let folder = home.path("config/minwon");
    std::fs::create_dir_all(&folder).unwrap();
    for (term, arguments, config, asked) in [
        ("xterm", &[][..], "", true),
        ("xterm-256color", &[], "mouse = true\n", true),
        ("tmux", &[], "", true),
        ("xterm", &[], "mouse = false\n", false),
        ("xterm", &["--mouse", "on"], "mouse = false\n", true),
        ("xterm", &["--mouse", "off"], "", false),
        ("vt100", &[], "", false),
        ("linux", &[], "mouse = true\n", false),
        ("dumb", &[], "", false),
    ] {
        std::fs::write(folder.join("config.toml"), config).unwrap();
        let mut command = home.desk();
        command.args(arguments);
        command.env("TERM", term);
        let mut pty = Pty::start(command, 80, 24, Manner::Silent);
        pty.wait_for("하나");
        let mode = pty.look().mouse_protocol_mode();
        let expected = if asked {
            MouseProtocolMode::ButtonMotion
        } else {
            MouseProtocolMode::None
        };
        assert_eq!(mode, expected, "{term} {arguments:?} {config}");
        // Reports that another program has left on do nothing.
        click(&pty, 30, 4);
        pty.type_keys(DOWN);
        let under = if asked { "-000003" } else { "-000002" };
        pty.wait_until("the bar moved", |screen| {
            let contents = screen.contents();
            let mut rows = contents.lines();
            rows.any(|row| row.starts_with(['▌', '>']) && row.contains(under))
        });
        pty.type_keys("q");
        assert!(pty.wait_end().success(), "{term}");
        assert_eq!(pty.look().mouse_protocol_mode(), MouseProtocolMode::None);
    }
}

#[test]
fn a_sudden_end_gives_the_mouse_back() {
    for signal in [Signal::SIGTERM, Signal::SIGHUP] {
        let home = three_cases();
        let mut pty = home.open();
        pty.signal(signal);
        pty.wait_end();
        assert_restored(&pty);
    }
}
