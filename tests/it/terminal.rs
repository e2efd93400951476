//! Taking the terminal and giving it back on every way out, in a real pseudo-terminal.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use minwon::config::LineSpeed;
use minwon::tui::events::{Input, wake_pair};
use minwon::tui::terminal::{Switches, Terminal, TerminalKind, on_sudden_end};
use nix::sys::signal::Signal;
use portable_pty::CommandBuilder;
use ratatui::crossterm::event::KeyCode;
use ratatui::widgets::{Paragraph, Wrap};

use crate::pty::{Manner, Pty, program};

const SAVE_TO: &str = "PTY_CHILD_SAVES_TO";

/// The program that the tests below run: shows what was typed; `w` wakes the wait, `p` panics in a thread, `P` in the loop, `q` quits.
#[test]
#[ignore = "runs inside the pseudo-terminal of the other tests"]
fn child() {
    let kind = TerminalKind::from_environment(|name| std::env::var(name).ok(), Switches::default());
    let mut terminal = Terminal::enter(kind, LineSpeed::Auto).unwrap();
    if let Some(path) = std::env::var_os(SAVE_TO) {
        on_sudden_end(move || std::fs::write(&path, "draft").unwrap());
    }
    if show_what_is_typed(&mut terminal).is_err() {
        drop(terminal);
        std::process::exit(129);
    }
    terminal.leave();
}

fn show_what_is_typed(terminal: &mut Terminal) -> io::Result<()> {
    terminal.probe(Duration::ZERO);
    terminal.draw(|frame| frame.render_widget("first frame", frame.area()))?;
    let finding = terminal.probe(Duration::from_millis(100));
    let mut log = format!("{:?} {:?}", finding.utf8, finding.ambiguous_wide);
    let (wakeups, _waker) = wake_pair()?;
    let mut events = terminal.events(wakeups)?;
    loop {
        let shown = Paragraph::new(log.as_str()).wrap(Wrap { trim: true });
        terminal.draw(|frame| frame.render_widget(shown, frame.area()))?;
        let woken = events.wait(None)?;
        for input in woken.inputs {
            log.push(' ');
            match input {
                Input::Key(key) if key.code == KeyCode::Char('q') => return Ok(()),
                Input::Key(key) if key.code == KeyCode::Char('P') => panic!("in the loop"),
                Input::Key(key) if key.code == KeyCode::Char('p') => {
                    let worker = std::thread::spawn(|| panic!("in a worker"));
                    worker.join().unwrap();
                }
                Input::Answer { .. } => {}
                Input::Key(key) => log.push_str(&key.code.to_string()),
                Input::Paste(text) => log.push_str(&text),
                Input::Mouse(_) => log.push_str("mouse"),
                Input::Resize(width, height) => {
                    log.push_str(&width.to_string());
                    log.push('x');
                    log.push_str(&height.to_string());
                }
            }
        }
    }
}

fn child_command(save_to: &Path) -> CommandBuilder {
    let exe = std::env::current_exe().unwrap();
    let arguments = ["terminal::child", "--exact", "--ignored", "--nocapture"];
    let mut command = program(exe.to_str().unwrap(), &arguments);
    command.env(SAVE_TO, save_to);
    command
}

fn running(save_to: &Path, manner: Manner) -> Pty {
    let pty = Pty::start(child_command(save_to), 60, 10, manner);
    pty.wait_for(match manner {
        Manner::Answering => "Some(true) Some(false)",
        Manner::Silent => "None None",
    });
    pty
}

fn save_file() -> (tempfile::TempDir, PathBuf) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("draft");
    (directory, path)
}

/// The screen, cursor, paste mode and line as they were before.
fn assert_restored(pty: &Pty) {
    pty.wait_until("the terminal given back", |screen| {
        !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
    });
    assert_eq!(
        pty.look().mouse_protocol_mode(),
        vt100::MouseProtocolMode::None
    );
    assert!(pty.is_cooked());
    let leaves = b"\x1b[?1049l";
    let count = pty
        .sent()
        .windows(leaves.len())
        .filter(|bytes| bytes == leaves)
        .count();
    assert_eq!(count, 1, "given back more than once");
}

#[test]
fn the_harness_types_waits_and_signals() {
    let mut pty = Pty::start(program("/bin/cat", &[]), 40, 5, Manner::Silent);
    pty.type_keys("소음 민원\r");
    pty.wait_until("the echo and the line", |screen| {
        screen.contents().matches("소음 민원").count() == 2
    });
    pty.signal(Signal::SIGHUP);
    assert!(!pty.wait_end().success());
}

#[test]
fn the_terminal_is_taken_and_given_back_at_the_end() {
    let (_directory, save_to) = save_file();
    let mut pty = running(&save_to, Manner::Answering);
    pty.wait_until("the terminal taken", |screen| {
        screen.alternate_screen() && screen.bracketed_paste()
    });
    let mouse = pty.look().mouse_protocol_mode();
    assert_eq!(mouse, vt100::MouseProtocolMode::ButtonMotion);
    assert!(!pty.is_cooked());
    pty.type_keys("aㅓ\x1b[A\x1b[200~둘\r줄\x1b[201~");
    pty.wait_for("a ㅓ Up 둘");
    pty.resize(50, 8);
    pty.wait_for("50x8");
    pty.type_keys("q");
    assert!(pty.wait_end().success());
    assert_restored(&pty);
    let sent = String::from_utf8_lossy(&pty.sent()).into_owned();
    for never in ["\x1b[?1003", "\x1b[>1u", "\x1b[?1004"] {
        assert!(!sent.contains(never), "{never:?}");
    }
    assert!(!save_to.exists(), "last words at an orderly end");
}

#[test]
fn keys_typed_while_the_size_changes_are_all_taken() {
    let (_directory, save_to) = save_file();
    let mut pty = running(&save_to, Manner::Answering);
    for n in 0..20 {
        pty.resize(50 + n % 2, 8);
        pty.type_keys("z");
    }
    // Nothing else is typed that could bring a lost key to light.
    pty.wait_until("all keys", |screen| {
        screen.contents().matches('z').count() == 20
    });
    pty.type_keys("q");
    assert!(pty.wait_end().success());
}

#[test]
fn a_signal_saves_restores_and_ends() {
    for (signal, code) in [
        (Signal::SIGTERM, 143),
        (Signal::SIGHUP, 129),
        (Signal::SIGINT, 130),
    ] {
        let (_directory, save_to) = save_file();
        let mut pty = running(&save_to, Manner::Answering);
        pty.signal(signal);
        assert_eq!(pty.wait_end().exit_code(), code);
        assert_restored(&pty);
        assert_eq!(std::fs::read_to_string(&save_to).unwrap(), "draft");
    }
}

#[test]
fn a_panic_in_any_thread_saves_restores_tells_and_ends() {
    for (key, message) in [("p", "in a worker"), ("P", "in the loop")] {
        let (_directory, save_to) = save_file();
        let mut pty = running(&save_to, Manner::Answering);
        pty.type_keys(key);
        assert_eq!(pty.wait_end().exit_code(), 101);
        assert_restored(&pty);
        assert!(pty.screen().contains(message), "{}", pty.screen());
        assert_eq!(std::fs::read_to_string(&save_to).unwrap(), "draft");
    }
}

#[test]
fn a_dead_line_ends_the_program_even_when_the_hang_up_is_ignored() {
    let (_directory, save_to) = save_file();
    let exe = std::env::current_exe().unwrap();
    let script = format!(
        "trap '' HUP; exec {} terminal::child --exact --ignored --nocapture",
        exe.to_str().unwrap()
    );
    let mut command = program("/bin/sh", &["-c", &script]);
    command.env(SAVE_TO, &save_to);
    let mut pty = Pty::start(command, 60, 10, Manner::Silent);
    pty.wait_for("None None");
    pty.hang_up("x");
    assert_eq!(pty.wait_end().exit_code(), 129);
    assert_eq!(std::fs::read_to_string(&save_to).unwrap(), "draft");
}

#[test]
fn a_silent_terminal_gets_its_first_frame_and_loses_no_early_key() {
    let (_directory, save_to) = save_file();
    let mut pty = Pty::start(child_command(&save_to), 60, 10, Manner::Silent);
    pty.wait_for("first frame");
    pty.type_keys("ab");
    pty.wait_for("None None a b");
    pty.type_keys("q");
    assert!(pty.wait_end().success());
}
