//! The command line as other programs see it: the real binary, its JSON, its exit codes and what it leaves on disk.

mod amend;
mod bad_input;
mod charters;
mod clock;
mod commands;
mod configuration;
mod contacts;
mod counting;
mod documents;
mod duties;
mod finding;
mod handover;
mod joined;
mod ladder;
mod late;
mod law_clocks;
mod letters;
mod mail;
mod notices;
mod outlook;
mod papers;
mod petitioner;
mod plain;
mod revoked;
mod rights;
mod storage;
mod tour;
mod undone;

use serde_json::Value;
use std::{
    ffi::OsStr,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

/// The fixed clock of the practice databases of these tests: a Monday.
const NOW: &str = "2026-11-23T14:00:00";

/// The number of duties that the charter `gbvc` and the law open on that day.
const DUTIES: u64 = 7;

/// An empty home folder in which the program is run.
pub(super) struct Home {
    folder: TempDir,
}

/// Output and exit code of a run.
#[derive(Debug)]
pub(super) struct Answer {
    code: i32,
    pub(super) out: String,
    err: String,
}

impl Home {
    /// A home without a database.
    pub(super) fn empty() -> Self {
        let folder = TempDir::new().unwrap();
        Self { folder }
    }

    /// A home with a practice database on the charter `gbvc`.
    fn practising() -> Self {
        let home = Self::empty();
        home.desk(&["init", "--charter", "gbvc", "--practice"])
            .done();
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn db(&self) -> PathBuf {
        self.path("desk.db")
    }

    /// The command with an empty environment.
    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_minwon"));
        command.env_clear().stdin(Stdio::null());
        command.env("HOME", self.folder.path());
        command.env("XDG_CONFIG_HOME", self.path("config"));
        command.env("XDG_DATA_HOME", self.path("data"));
        command.env("LANG", "C");
        command
    }

    /// Runs the program with these arguments and nothing else.
    pub(super) fn run(&self, arguments: &[&str]) -> Answer {
        Answer::of(self.command().args(arguments).output().unwrap())
    }

    /// Runs the program on the home's database, at [`NOW`].
    pub(super) fn desk(&self, arguments: &[&str]) -> Answer {
        self.desk_at(NOW, arguments)
    }

    /// Runs the program on the home's database, at another time.
    pub(super) fn desk_at(&self, now: &str, arguments: &[&str]) -> Answer {
        let mut command = self.command();
        command.args(arguments).arg("--db").arg(self.db());
        Answer::of(command.args(["--now", now]).output().unwrap())
    }

    /// Runs the program with something on its standard input.
    fn fed(&self, arguments: &[&str], input: &[u8]) -> Answer {
        let mut command = self.command();
        command.args(arguments).arg("--db").arg(self.db());
        fed(command.args(["--now", NOW]), input)
    }

    /// Takes a complaint in and returns its receipt number.
    pub(super) fn complaint(&self, title: &str) -> String {
        let taken = self.desk(&complaint(title));
        taken.done().out.trim().to_owned()
    }

    /// Adds an officer without an account, who can be put in charge.
    fn officer(&self) {
        let member = ["staff", "add", "park", "--name", "박예시", "--no-login"];
        let team = ["--department", "고객지원팀"];
        self.desk(&[&member[..], &team].concat()).done();
    }

    /// Records that a notice was told by a document.
    fn tell(&self, id: &str) {
        let told = [
            "notices",
            "told",
            id,
            "--how",
            "document",
            "--text",
            "통지문",
        ];
        self.desk(&told).done();
    }

    /// The cases of the queue, without the duties.
    fn cases(&self, arguments: &[&str]) -> Value {
        let ask = [&["queue", "--subject", "case"], arguments].concat();
        self.json(&ask)["rows"].clone()
    }

    /// The JSON document of a command that succeeds.
    fn json(&self, arguments: &[&str]) -> Value {
        let mut arguments = arguments.to_vec();
        arguments.push("--json");
        self.desk(&arguments).done().json()
    }
}

/// The arguments that take a complaint in.
fn complaint(title: &str) -> Vec<&str> {
    let mut arguments = vec!["intake", "--channel", "phone", "--category", "complaint"];
    arguments.extend([
        "--name",
        "홍길동",
        "--phone",
        "010-1234-5678",
        "--title",
        title,
    ]);
    arguments
}

fn fed(command: &mut Command, input: &[u8]) -> Answer {
    command.stdin(Stdio::piped());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let feeding = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    // The program may close its input before it has read all of it.
    let _fed = feeding.join().unwrap();
    Answer::of(output)
}

impl Answer {
    fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The output of a command that succeeded.
    #[track_caller]
    pub(super) fn done(self) -> Self {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "{}", self.out);
        self
    }

    /// Checks that the command failed with an exit code and a sentence that contains these words.
    #[track_caller]
    pub(super) fn gave_up(&self, code: i32, words: &[&str]) {
        assert_eq!(self.code, code, "{self:?}");
        for word in words {
            assert!(self.err.contains(word), "{word:?} in {self:?}");
        }
        assert!(!self.err.contains("panicked"), "{self:?}");
    }

    #[track_caller]
    pub(super) fn json(&self) -> Value {
        assert!(self.out.ends_with('\n'), "{self:?}");
        serde_json::from_str(&self.out).unwrap()
    }
}

/// The keys of an object, in alphabetical order.
#[track_caller]
fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    keys
}

/// Checks that an object has exactly these keys.
#[track_caller]
fn has_keys(value: &Value, expected: &[&str]) {
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(keys(value), expected);
}

/// The names of the files in a folder, in order.
fn files(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn text(value: impl AsRef<OsStr>) -> String {
    value.as_ref().to_str().unwrap().to_owned()
}
