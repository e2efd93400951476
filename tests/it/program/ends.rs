//! Ends that nobody asked for: the next start is where the last one ended, with what was being typed.

use super::*;
use nix::sys::signal::Signal;

/// What is said where one goes on.
const RESUMED: &str = "끊겼던 곳";

/// Opens the intake form and types half a complaint.
fn half_typed(home: &Home) -> Pty {
    let pty = home.open();
    pty.type_keys(F2);
    pty.wait_for("민원 접수");
    pty.type_keys("\t\t\t반쯤 쓴 제목");
    pty.wait_for("반쯤 쓴 제목");
    pty
}

/// Starts the program again; it says where it goes on.
fn again(home: &Home) -> Pty {
    let pty = Pty::start(home.desk(), 80, 24, Manner::Answering);
    pty.wait_for(RESUMED);
    pty
}

/// The form is open with what was typed and the caret behind it; left and quit, the next start is in the queue.
fn assert_goes_on(home: &Home) {
    let mut pty = again(home);
    pty.wait_for("반쯤 쓴 제목");
    pty.type_keys("!");
    pty.wait_for("반쯤 쓴 제목!");
    pty.type_keys("\x7f\x1b");
    pty.wait_for("남은 시간");
    pty.type_keys("q");
    assert!(pty.wait_end().success());
    let pty = home.open();
    assert!(!pty.screen().contains(RESUMED), "{}", pty.screen());
    pty.type_keys(F2);
    pty.wait_for("임시 저장한 내용");
    pty.wait_for("반쯤 쓴 제목");
}

#[test]
fn a_signal_gives_the_terminal_back_and_the_next_start_goes_on() {
    for (signal, code) in [
        (Signal::SIGTERM, 143),
        (Signal::SIGHUP, 129),
        (Signal::SIGQUIT, 131),
    ] {
        let home = Home::practising();
        let mut pty = half_typed(&home);
        pty.signal(signal);
        assert_eq!(pty.wait_end().exit_code(), code);
        assert_restored(&pty);
        assert_goes_on(&home);
    }
}

/// What is said where the file is not where it was.
const GONE: &str = "제자리에 되돌려";

#[test]
fn a_file_that_is_taken_away_is_told_and_what_was_typed_is_saved_when_it_is_back() {
    let home = Home::practising();
    let mut pty = half_typed(&home);
    pty.type_keys("\t본문");
    pty.wait_for("본문");
    let aside = home.path("aside.db");
    std::fs::rename(home.db(), &aside).unwrap();
    pty.type_keys(F9);
    pty.wait_for(GONE);
    pty.wait_for("반쯤 쓴 제목");
    std::fs::rename(&aside, home.db()).unwrap();
    pty.type_keys(F9);
    pty.wait_for("접수했습니다");
    pty.type_keys("\x03");
    assert!(pty.wait_end().success());
    assert_restored(&pty);
}

#[test]
fn after_a_lost_line_the_next_start_goes_on() {
    let home = Home::practising();
    let mut pty = half_typed(&home);
    pty.hang_up("!");
    assert_eq!(pty.wait_end().exit_code(), 129);
    // The key with which the line went is in the draft as well. Which field has the keys is not looked at: whoever closes a
    // pseudo-terminal sends an Enter down it first, and that may still have been heard.
    let pty = again(&home);
    pty.wait_for("민원 접수");
    pty.wait_for("반쯤 쓴 제목!");
}

/// Moves the bar to the third case and opens it.
fn on_the_third(home: &Home) -> Pty {
    let pty = home.open();
    pty.type_keys(&DOWN.repeat(2));
    pty.wait_until("the bar on the third", |screen| {
        bar(screen).contains("-000003")
    });
    pty
}

#[test]
fn killed_without_a_warning_the_next_start_is_on_the_same_screen() {
    let home = Home::practising();
    for title in ["하나", "두울", "세엣", "네엣"] {
        home.complaint(title);
    }
    let mut pty = on_the_third(&home);
    pty.type_keys("\r");
    pty.wait_for("단계별 조치");
    // What is on the screen is noted behind its frame: a key that is answered comes after that.
    pty.type_keys(F1);
    pty.wait_for("도움말: ");
    pty.signal(Signal::SIGKILL);
    pty.wait_end();
    let mut pty = again(&home);
    pty.wait_for("단계별 조치");
    pty.wait_for("2026-000003");
    // The bar beneath is where it was.
    pty.type_keys(ESC);
    pty.wait_until("the bar on the third", |screen| {
        bar(screen).contains("-000003")
    });
    pty.type_keys("q");
    assert!(pty.wait_end().success());
}

#[test]
fn two_terminals_of_one_clerk_do_not_take_each_others_place() {
    let home = Home::practising();
    for title in ["하나", "두울", "세엣"] {
        home.complaint(title);
    }
    let mut first = on_the_third(&home);
    first.type_keys("\r");
    first.wait_for("단계별 조치");
    let mut second = home.open();
    assert!(bar(&second.look()).contains("-000001"));
    second.type_keys(F2);
    second.wait_for("민원 접수");
    first.signal(Signal::SIGHUP);
    first.wait_end();
    let mut third = again(&home);
    third.wait_for("단계별 조치");
    second.signal(Signal::SIGHUP);
    second.wait_end();
    let fourth = again(&home);
    fourth.wait_for("민원 접수");
    third.type_keys("\x03");
    assert!(third.wait_end().success());
}

#[test]
fn a_bookmark_of_something_else_is_the_queue() {
    let home = Home::practising();
    home.complaint("하나");
    let mut pty = home.open();
    pty.type_keys("\r");
    pty.wait_for("단계별 조치");
    pty.signal(Signal::SIGHUP);
    pty.wait_end();
    let folder = home.path("desk.db.drafts");
    let entries = std::fs::read_dir(folder).unwrap().flatten();
    let bookmarks = entries.filter(|entry| {
        let name = entry.file_name().into_string().unwrap();
        name.contains("bookmark")
    });
    let bookmarks: Vec<_> = bookmarks.collect();
    assert!(!bookmarks.is_empty());
    for bookmark in bookmarks {
        std::fs::write(bookmark.path(), b"\xFF{\"form\":1,\"over\":[]}\n").unwrap();
    }
    let mut pty = home.open();
    assert!(!pty.screen().contains(RESUMED), "{}", pty.screen());
    pty.type_keys("q");
    assert!(pty.wait_end().success());
}
