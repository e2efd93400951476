//! Ends that nobody asked for: what was being typed is offered again.

use super::*;
use nix::sys::signal::Signal;

/// Opens the intake form and types half a complaint.
fn half_typed(home: &Home) -> Pty {
    let pty = home.open();
    pty.type_keys(F2);
    pty.wait_for("민원 접수");
    pty.type_keys("\t\t\t반쯤 쓴 제목");
    pty.wait_for("반쯤 쓴 제목");
    pty
}

fn assert_offered_again(home: &Home) {
    let mut pty = home.open();
    pty.type_keys(F2);
    pty.wait_for("임시 저장한 내용");
    pty.wait_for("반쯤 쓴 제목");
    pty.type_keys(ESC);
    pty.wait_for("남은 시간");
    pty.type_keys("q");
    assert!(pty.wait_end().success());
}

#[test]
fn a_signal_gives_the_terminal_back_and_keeps_what_was_typed() {
    for (signal, code) in [(Signal::SIGTERM, 143), (Signal::SIGHUP, 129)] {
        let home = Home::practising();
        let mut pty = half_typed(&home);
        pty.signal(signal);
        assert_eq!(pty.wait_end().exit_code(), code);
        assert_restored(&pty);
        assert_offered_again(&home);
    }
}

#[test]
fn a_lost_line_keeps_what_was_typed() {
    let home = Home::practising();
    let mut pty = half_typed(&home);
    pty.hang_up("!");
    assert_eq!(pty.wait_end().exit_code(), 129);
    assert_offered_again(&home);
}
