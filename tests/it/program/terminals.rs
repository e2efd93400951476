//! Terminals of every kind, and screens that are too small.

use super::*;
use std::collections::BTreeSet;

/// What a VT100 understands: its cursor, erasing, attributes, scroll region, answer; and wrapping and the cursor's being
/// seen, which are modes in a form of which it passes over what it does not know.
const VT100: &[&str] = &[
    "ESC 7", "ESC 8", "CSI A", "CSI B", "CSI C", "CSI D", "CSI H", "CSI J", "CSI K", "CSI m",
    "CSI n", "CSI r", "CSI ?7h", "CSI ?7l", "CSI ?25h", "CSI ?25l",
];

/// The kinds of escape sequences in bytes.
fn sequences(sent: &[u8]) -> BTreeSet<String> {
    let mut kinds = BTreeSet::new();
    let mut rest = sent.iter().map(|byte| char::from(*byte));
    while rest.any(|c| c == '\x1b') {
        let Some(first) = rest.next() else { break };
        if first != '[' {
            kinds.insert(format!("ESC {first}"));
            continue;
        }
        let mut said = String::new();
        let ended = rest.by_ref().find(|c| {
            said.push(*c);
            c.is_ascii_alphabetic() || matches!(c, '@' | '`' | '~')
        });
        // Numbers tell kinds apart only where they are those of a mode.
        if !said.starts_with(['?', '>', '=']) {
            said = ended.map(String::from).unwrap_or_default();
        }
        kinds.insert(format!("CSI {said}"));
    }
    kinds
}

/// Starts, moves, opens, goes back and leaves; gives back what was sent.
fn worked(mut command: CommandBuilder, term: &str, manner: Manner) -> Vec<u8> {
    command.env("TERM", term);
    command.env("LANG", "C");
    let mut pty = Pty::start(command, 80, 24, manner);
    let chosen = |title: &'static str| {
        move |screen: &vt100::Screen| {
            let contents = screen.contents();
            let mut rows = contents.lines();
            rows.any(|row| row.starts_with(['▌', '>']) && row.contains(title))
        }
    };
    pty.wait_until("the bar on the first case", chosen("복도 소음"));
    pty.type_keys(DOWN);
    pty.wait_until("the bar on the second case", chosen("주차장 조명"));
    pty.type_keys("\r");
    pty.wait_for("단계별 조치");
    pty.type_keys(ESC);
    pty.wait_until("the bar where it was", chosen("주차장 조명"));
    pty.type_keys("q");
    assert!(pty.wait_end().success(), "{term}");
    assert_restored(&pty);
    pty.sent()
}

/// What is sent is what the terminal of that name understands.
fn assert_understood(term: &str, sent: &[u8]) {
    let kinds = sequences(sent);
    if matches!(term, "vt100" | "dumb" | "") {
        let mut strange = kinds.iter().filter(|kind| !VT100.contains(&kind.as_str()));
        assert_eq!(strange.next(), None, "{term} {kinds:?}");
    }
    if matches!(term, "dumb" | "") {
        assert!(
            !kinds.contains("CSI n"),
            "{term:?} is asked, and never answers"
        );
    }
    if term == "linux" {
        // It has one screen only, and would print what it does not know.
        let strange = ["CSI ?1049h", "CSI ?2026h", "ESC ]", "ESC P", "ESC _"];
        assert!(
            !strange.iter().any(|kind| kinds.contains(*kind)),
            "{kinds:?}"
        );
    }
}

#[test]
fn every_kind_of_terminal_shows_korean_takes_keys_and_is_given_back() {
    let home = Home::practising();
    home.complaint("복도 소음");
    home.complaint("주차장 조명");
    for term in [
        "vt100",
        "linux",
        "dumb",
        "",
        "xterm",
        "xterm-256color",
        "screen",
        "tmux",
        "tmux-256color",
    ] {
        // Whether it answers what it is asked or not.
        for manner in [Manner::Answering, Manner::Silent] {
            let sent = worked(home.desk(), term, manner);
            assert_understood(term, &sent);
            let coloured = has_colour(&sent);
            assert_eq!(coloured, !matches!(term, "vt100" | "dumb" | ""), "{term}");
        }
        let mut command = home.desk();
        command.env("NO_COLOR", "1");
        let sent = worked(command, term, Manner::Answering);
        assert_understood(term, &sent);
        assert!(!has_colour(&sent), "{term}");
    }
}

/// Whether anything but the usual colour was sent for.
fn has_colour(sent: &[u8]) -> bool {
    let sent = String::from_utf8_lossy(sent);
    let mut attributes = sent.split("\x1b[").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
        rest[end..].starts_with('m').then(|| &rest[..end])
    });
    attributes.any(|numbers| {
        let mut numbers = numbers.split(';').filter_map(|number| number.parse().ok());
        numbers.any(|number: u16| matches!(number, 30..=38 | 40..=48 | 90..=107))
    })
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
        pty.type_keys("\x1b[6~\x1b[6~");
        pty.wait_for("이력");
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

/// Sizes that follow each other faster than they are drawn, down to a single cell, while keys come in.
#[test]
fn a_storm_of_sizes_ends_in_a_whole_screen() {
    let home = Home::practising();
    home.complaint("복도 소음");
    home.complaint("주차장 조명");
    let mut pty = home.open();
    for round in 0..40_u16 {
        for (columns, rows) in [
            (1, 1),
            (300, 100),
            (2, 1),
            (1, 100),
            (60 + round, 16),
            (59, 15),
        ] {
            pty.resize(columns, rows);
        }
        pty.type_keys(if round % 2 == 0 { DOWN } else { UP });
    }
    pty.type_keys(DOWN);
    pty.resize(80, 24);
    pty.wait_until("the bar on the second case", |screen| {
        bar(screen).contains("주차장 조명")
    });
    pty.wait_for("F1 도움말");
    pty.type_keys("q");
    assert!(pty.wait_end().success());
    assert_restored(&pty);
}

/// In which order these were sent to a terminal that answers, once all is on its screen.
fn sent_first(line: &[&str], texts: [&str; 3]) -> [usize; 3] {
    let home = Home::practising();
    home.complaint("복도 소음");
    home.complaint("주차장 조명");
    let mut command = home.desk();
    command.args(line);
    let mut pty = Pty::start(command, 80, 24, Manner::Answering);
    pty.wait_until("the second row whole", |screen| {
        let contents = screen.contents();
        let mut rows = contents.lines();
        rows.any(|row| row.contains("주차장 조명") && row.contains("홍*동"))
    });
    let sent = pty.sent();
    let sent = String::from_utf8_lossy(&sent);
    let first = |text| {
        sent.find(text)
            .unwrap_or_else(|| panic!("{text} in {sent:?}"))
    };
    let order = texts.map(first);
    pty.type_keys("q");
    assert!(pty.wait_end().success());
    assert_restored(&pty);
    order
}

#[test]
fn a_slow_line_carries_what_can_wait_behind_the_rows() {
    let order = sent_first(&["--line", "slow"], ["주차장 조명", "F1 도움말", "홍*동"]);
    assert!(order.is_sorted(), "{order:?}");
}

/// What can wait follows the first frame on a line of which nothing is said, and stands in it where the line is said to be
/// quick.
#[test]
fn the_first_frame_on_a_quick_line_is_filled_when_it_has_been_seen() {
    for (line, filled) in [(&[][..], true), (&["--line", "quick"][..], false)] {
        let [title, name, _] = sent_first(line, ["주차장 조명", "홍*동", "F1 도움말"]);
        let with_the_rows = name < title + 40;
        assert_eq!(!with_the_rows, filled, "{line:?}: {title} {name}");
    }
}

#[test]
fn a_text_pasted_without_marks_where_letters_are_keys_does_not_leave_the_program() {
    let home = Home::practising();
    home.complaint("하나");
    let mut pty = home.open();
    pty.type_keys("quick question\rabout parking, quite urgent\r");
    pty.wait_for("접수번호가 없습니다");
    pty.type_keys(F1);
    pty.wait_for("도움말: ");
    pty.type_keys(ESC);
    pty.wait_for("남은 시간");
    pty.type_keys("q");
    assert!(pty.wait_end().success());
    assert_restored(&pty);
}

#[test]
fn an_answer_that_the_line_cuts_behind_its_escape_is_not_typed() {
    let home = Home::practising();
    home.complaint("하나");
    let mut pty = home.open();
    for rest in ["[24;80R", "[?62;22c", "]11;rgb:0000/0000/0000\x07"] {
        pty.type_keys(F3);
        pty.wait_for("이렇게 찾을 수 있습니다");
        // What was heard of the escape alone is the key.
        pty.type_keys(ESC);
        pty.wait_for("남은 시간");
        pty.type_keys(rest);
        pty.type_keys(F1);
        pty.wait_for("도움말: ");
        pty.type_keys(ESC);
        pty.wait_for("남은 시간");
        assert!(!pty.screen().contains("Enter로 이동"), "{}", pty.screen());
    }
    pty.type_keys("q");
    assert!(pty.wait_end().success());
}
