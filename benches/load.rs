//! Makes a generated desk and proves it, with the seconds each takes: `cargo bench --bench load -- CASES [FILE]`.
//!
//! Goal: 1,000,000 cases in three minutes. With a file named, the desk is kept there.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench speaks, and may stop where it cannot go on"
)]

use minwon::desk::{Opening, generate};
use std::{path::PathBuf, time::Instant};

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
    let start = Instant::now();
    let mut desk = generate(&opening, cases, 1).expect("a generated desk");
    let made = start.elapsed();
    let bytes = std::fs::metadata(&path).expect("the file").len();
    let start = Instant::now();
    let proof = desk.verify().expect("a proof");
    let proven = start.elapsed();
    println!(
        "{cases} cases, {} facts: made in {:.2} s, {} bytes a case, proven in {:.2} s, {} problems",
        proof.facts,
        made.as_secs_f64(),
        bytes / u64::from(cases.max(1)),
        proven.as_secs_f64(),
        proof.problems.len(),
    );
    for problem in proof.problems.iter().take(10) {
        println!("{problem}");
    }
}
