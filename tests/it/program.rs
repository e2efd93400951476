//! The terminal program as a clerk has it: the real binary in a real pseudo-terminal, by keys.

mod duties;
mod ends;
mod first;
mod ladder;
mod mouse;
mod notices;
mod terminals;
mod waiting;
mod work;

use crate::pty::{Manner, Pty, minwon};
use minwon::{
    desk::{Desk, DutyOrder, Opening},
    domain::{duty::DutyCommand, late::EntryTime},
};
use portable_pty::CommandBuilder;
use std::{
    path::PathBuf,
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

/// When the practice databases of these tests stand still: a Monday.
const NOW: &str = "2026-11-23 14:03";

const F1: &str = "\x1bOP";
const F2: &str = "\x1bOQ";
const F3: &str = "\x1bOR";
const CTRL_R: &str = "\x12";
const F5: &str = "\x1b[15~";
const F9: &str = "\x1b[20~";
const ESC: &str = "\x1b";
const UP: &str = "\x1b[A";
const DOWN: &str = "\x1b[B";
const END: &str = "\x1b[F";

/// What an empty queue says.
const EMPTY: &str = "처리할 민원이 없습니다";

/// A home folder of its own, with or without a database in it.
struct Home {
    folder: TempDir,
}

impl Home {
    fn empty() -> Self {
        let folder = TempDir::new().unwrap();
        Self { folder }
    }

    /// A home with an empty practice desk on the charter `gbvc`: the duties of the calendar are left out.
    fn practising() -> Self {
        let home = Self::empty();
        home.done(&["init", "--charter", "gbvc", "--practice"]);
        let opening = Opening {
            path: home.db(),
            acting: None,
            now: Some(NOW.to_owned()),
        };
        let mut desk = Desk::open(&opening).unwrap();
        for view in desk.duty_year(2026).unwrap().duties {
            let order = DutyOrder {
                number: view.duty.number,
                command: DutyCommand::Skip {
                    reason: "연습".to_owned(),
                },
                time: EntryTime::NOW,
                seen: None,
            };
            desk.run_duty(&order).unwrap();
        }
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn db(&self) -> PathBuf {
        self.path("desk.db")
    }

    /// Runs a subcommand on the home's database, as another process.
    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_minwon"));
        command.env_clear().stdin(Stdio::null());
        command.env("HOME", self.folder.path());
        command.args(arguments).arg("--db").arg(self.db());
        command.args(["--now", NOW]).output().unwrap()
    }

    /// Runs a subcommand as another process whose clock says something else.
    fn done_at(&self, now: &str, arguments: &[&str]) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_minwon"));
        command.env_clear().stdin(Stdio::null());
        command.env("HOME", self.folder.path());
        command.args(arguments).arg("--db").arg(self.db());
        let output = command.args(["--now", now]).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }

    fn done(&self, arguments: &[&str]) {
        let output = self.run(arguments);
        assert!(output.status.success(), "{output:?}");
    }

    /// Takes a complaint in, as another process.
    fn complaint(&self, title: &str) {
        let taken = [
            "intake",
            "--channel",
            "phone",
            "--category",
            "complaint",
            "--name",
            "홍길동",
            "--phone",
            "010-1234-5678",
        ];
        self.done(&[&taken[..], &["--title", title]].concat());
    }

    /// The terminal program, in Korean, on whatever database the home has.
    fn program(&self, arguments: &[&str]) -> CommandBuilder {
        let mut command = minwon(&["--lang", "ko"]);
        command.args(arguments);
        command.env("HOME", self.folder.path());
        command.env("XDG_DATA_HOME", self.path("data"));
        command.env("XDG_CONFIG_HOME", self.path("config"));
        command.env_remove("MINWON_DB");
        command
    }

    /// The terminal program on the home's database at [`NOW`].
    fn desk(&self) -> CommandBuilder {
        self.program(&["--db", self.db().to_str().unwrap(), "--now", NOW])
    }

    /// The terminal program with its queue on a screen of the usual size.
    fn open(&self) -> Pty {
        let pty = Pty::start(self.desk(), 80, 24, Manner::Answering);
        pty.wait_for("남은 시간");
        pty
    }
}

/// The row with the bar.
fn bar(screen: &vt100::Screen) -> String {
    let contents = screen.contents();
    let row = contents
        .lines()
        .find(|row| row.trim_start().starts_with('▌'));
    row.unwrap_or_default().to_owned()
}

/// Moves the bar down until it stands on a row with that text.
fn bar_to(pty: &Pty, text: &str) {
    for _ in 0..40 {
        let before = bar(&pty.look());
        if before.contains(text) {
            return;
        }
        pty.type_keys(DOWN);
        pty.wait_until("the bar moved", |screen| bar(screen) != before);
    }
    panic!("no row with {text:?}:\n{}", pty.screen());
}

/// The screen, the cursor and the line as they were before.
fn assert_restored(pty: &Pty) {
    pty.wait_until("the terminal given back", |screen| {
        !screen.alternate_screen()
            && !screen.hide_cursor()
            && !screen.bracketed_paste()
            && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    });
    assert!(pty.is_cooked());
}
