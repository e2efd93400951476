//! Generates a desk and verifies it, with time and memory of each: `cargo bench --bench load -- CASES [FILE]`.
//!
//! Goal: 1,000,000 cases in three minutes, verified in less than 100 MiB. A desk with a file name is kept; an existing one is
//! only verified.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench speaks, and may stop where it cannot go on"
)]

use minwon::desk::{Desk, Opening, generate};
use std::{fs, path::PathBuf, time::Instant};

fn main() {
    let mut words = std::env::args().skip(1).filter(|word| word != "--bench");
    let cases: u32 = words
        .next()
        .map_or(2_000, |word| word.parse().expect("a number of cases"));
    let folder = tempfile::TempDir::new().expect("a folder");
    let path = words
        .next()
        .map_or_else(|| folder.path().join("desk.db"), PathBuf::from);
    let opening = Opening {
        path: path.clone(),
        ..Opening::default()
    };
    let mut desk = if path.exists() {
        Desk::open(&opening).expect("a desk")
    } else {
        let made = told("made", || generate(&opening, cases, 1));
        made.expect("a generated desk")
    };
    let proof = told("proven", || desk.verify()).expect("a proof");
    let bytes = fs::metadata(&path).expect("the file").len();
    println!(
        "{} cases, {} facts, {} bytes a case, {} problems",
        proof.subjects,
        proof.facts,
        bytes / proof.subjects.max(1),
        proof.problems.len(),
    );
    for problem in proof.problems.iter().take(10) {
        println!("{problem}");
    }
}

/// Runs a step and prints its wall time, its processor time, and the peak memory so far.
fn told<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let (start, before) = (Instant::now(), processor_seconds());
    let done = work();
    println!(
        "{what} in {:.2} s, {:.2} s on the processor, at most {}",
        start.elapsed().as_secs_f64(),
        processor_seconds() - before,
        most_memory(),
    );
    done
}

/// Processor time of this thread on Linux; 0 elsewhere.
fn processor_seconds() -> f64 {
    let text = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let nanoseconds = text.split_whitespace().next().unwrap_or_default();
    nanoseconds
        .parse::<f64>()
        .map_or(0.0, |nanoseconds| nanoseconds / 1e9)
}

fn most_memory() -> String {
    let text = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.unwrap_or(" ?").trim().to_owned()
}
