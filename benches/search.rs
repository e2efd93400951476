//! Search as a clerk types: `cargo bench --bench search -- [CASES | FILE]`, by default 20,000 cases.
//!
//! Every line is searched letter by letter. Goal: 16 ms per letter on 1,000,000 cases, with two syllables and initial
//! consonants.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a bench speaks, and may stop where it cannot go on"
)]

use minwon::desk::{CancelToken, Desk, Effort, Opening, generate};
use std::{
    path::PathBuf,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// How long the terminal program waits for an answer between two letters.
const LETTER: Duration = Duration::from_millis(8);

/// Searches with many, few and no matches: words, consonants, numbers, telephones, fields.
const LINES: [&str; 33] = [
    "냉방",
    "상담",
    "소음",
    "봉사시간",
    "교육장 소음",
    "교육장소음",
    "수료증 냉방",
    "조명 어두",
    "ㄴㅂ",
    "ㅅㅇ",
    "ㄱㅇㅈ ㄴㅂ",
    "ㅂㅅㅅㄱㅇㅈ",
    "ㅋㅌㅍ",
    "이",
    "다",
    "뷁",
    "없는말씀",
    "thdma",
    "죄송합니다 냉방",
    "처리 절차 조명",
    "권가명",
    "010-0000-1234",
    "1234",
    "2026-000412",
    "412",
    "경로:팩스 냉방",
    "단계:3 냉방",
    "담당:박 기한:오늘",
    "부서:고객 상태:초과 소음",
    "담당:김 소음",
    "ㅅㅇ 기한",
    "소음 환급",
    "분류:시설 단계:2",
];

fn main() {
    let mut words = std::env::args().skip(1).filter(|word| word != "--bench");
    let given = words.next().unwrap_or_else(|| "20000".to_owned());
    let folder = TempDir::new().expect("a folder");
    let mut opening = Opening {
        path: folder.path().join("desk.db"),
        ..Opening::default()
    };
    let mut desk = if let Ok(cases) = given.parse() {
        generate(&opening, cases, 1).expect("a generated desk")
    } else {
        opening.path = PathBuf::from(given);
        Desk::open(&opening).expect("a desk")
    };
    println!(
        "{:>10} {:>10} {:>8} {:>6}  line",
        "last, ms", "worst, ms", "whole ms", "cases"
    );
    for line in LINES {
        let typed = (1..=line.chars().count()).map(|many| line.chars().take(many).collect());
        let times: Vec<f64> = typed
            .map(|typed: String| answer(&mut desk, &typed).0)
            .collect();
        let worst = times.iter().copied().fold(0.0, f64::max);
        let (last, cases) = answer(&mut desk, line);
        let start = Instant::now();
        let waited = desk.search(line, 50, &Effort::Waiting).expect("an answer");
        let whole = start.elapsed().as_secs_f64() * 1e3;
        println!(
            "{last:>10.2} {worst:>10.2} {whole:>8.2} {cases:>6}  {line} ({})",
            waited.rows.len()
        );
    }
}

/// The milliseconds of an answer, the best of three since a desk has a warm page cache, and the number of matches.
fn answer(desk: &mut Desk, line: &str) -> (f64, String) {
    let mut best = f64::MAX;
    let mut cases = String::new();
    for _ in 0..3 {
        let start = Instant::now();
        let found = desk.search(line, 50, &Effort::Until(CancelToken::after(LETTER)));
        best = best.min(start.elapsed().as_secs_f64() * 1e3);
        cases = found.map_or_else(
            |_fault| "-".to_owned(),
            |found| format!("{}{}", found.rows.len(), if found.whole { "" } else { "+" }),
        );
    }
    (best, cases)
}
