//! Many processes on one desk, half of them writing: `cargo bench --bench crowd -- PROCESSES SECONDS [PAUSE_MS] [PROGRAM]`.
//!
//! Without seconds each process runs one command, all at the same instant; with seconds each runs one after the other,
//! with a pause of random length up to twice `PAUSE_MS` between them. Another `PROGRAM` that
//! knows the same schema is measured by the same commands. Goals for 50 processes on 2 cores: nobody is refused; at the same instant the worst
//! hundredth of the writes takes at most 250 ms, in a closed loop 1 s, and none takes 2 s.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench speaks, and may stop where it cannot go on"
)]

use minwon::desk::{Opening, generate};
use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::Barrier,
    thread,
    time::{Duration, Instant},
};

struct Crowd {
    processes: usize,
    lasts: Duration,
    pause_ms: u64,
    program: PathBuf,
}

fn main() {
    let mut words = std::env::args().skip(1).filter(|word| word != "--bench");
    let mut number = |usual: u64| {
        let word = words.next();
        word.map_or(usual, |word| word.parse().expect("a number"))
    };
    let (processes, seconds, pause_ms) = (number(10), number(0), number(0));
    let crowd = Crowd {
        processes: usize::try_from(processes).expect("a number of processes"),
        lasts: Duration::from_secs(seconds),
        pause_ms,
        program: words.next().map_or_else(own_program, PathBuf::from),
    };
    let folder = tempfile::TempDir::new().expect("a folder");
    let path = folder.path().join("desk.db");
    let opening = Opening {
        path: path.clone(),
        ..Opening::default()
    };
    drop(generate(&opening, 2_000, 1).expect("a generated desk"));
    // Opens what the calendar asks for before it is measured, not while.
    let first = run(&crowd.program, &path, true);
    assert!(!first.refused, "the program refuses a file of this schema");
    let started = Barrier::new(crowd.processes);
    let runs = thread::scope(|scope| {
        let clerk = |index| {
            let (crowd, path, started) = (&crowd, &path, &started);
            scope.spawn(move || work(crowd, path, index % 2 == 0, started))
        };
        let clerks: Vec<_> = (0..crowd.processes).map(clerk).collect();
        let done = clerks
            .into_iter()
            .flat_map(|clerk| clerk.join().expect("a clerk"));
        done.collect::<Vec<Run>>()
    });
    for (what, writes) in [("write", true), ("read", false)] {
        tell(what, runs.iter().filter(|run| run.writes == writes));
    }
}

fn own_program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_minwon"))
}

/// One command: how long it took from its start to its end, and whether it was refused.
struct Run {
    writes: bool,
    took: Duration,
    refused: bool,
}

fn work(crowd: &Crowd, path: &Path, writes: bool, started: &Barrier) -> Vec<Run> {
    started.wait();
    let begun = Instant::now();
    let mut runs = vec![run(&crowd.program, path, writes)];
    while begun.elapsed() < crowd.lasts {
        thread::sleep(Duration::from_millis(fastrand::u64(0..=2 * crowd.pause_ms)));
        runs.push(run(&crowd.program, path, writes));
    }
    runs
}

fn run(program: &Path, path: &Path, writes: bool) -> Run {
    let mut command = Command::new(program);
    command.arg("--db").arg(path);
    if writes {
        command.args(["intake", "--channel", "phone", "--category", "complaint"]);
        command.args(["--title", "제1교육장 냉방이 약합니다", "--name", "홍길동"]);
        command.args(["--phone", "010-0000-1234", "--kind", "other"]);
    } else {
        command.arg("queue");
    }
    let asked = Instant::now();
    let ended = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    Run {
        writes,
        took: asked.elapsed(),
        refused: !ended.expect("a program").success(),
    }
}

fn tell<'a>(what: &str, runs: impl Iterator<Item = &'a Run>) {
    let (mut took, mut refused) = (Vec::new(), 0);
    for run in runs {
        took.push(run.took.as_millis());
        refused += u32::from(run.refused);
    }
    took.sort_unstable();
    let at = |part: usize| took.get((took.len() * part / 100).min(took.len().saturating_sub(1)));
    println!(
        "{what}: {} runs, {refused} refused, half within {} ms, all but a hundredth within {} ms, all within {} ms",
        took.len(),
        at(50).unwrap_or(&0),
        at(99).unwrap_or(&0),
        took.last().unwrap_or(&0),
    );
}
