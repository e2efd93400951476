//! Finding cases by words on a desk of 20,000: two syllables, four, initial consonants, a telephone number.

#![expect(
    clippy::expect_used,
    reason = "a bench may stop where its own fixture is wrong"
)]

use divan::Bencher;
use minwon::desk::{Opening, generate};
use tempfile::TempDir;

fn main() {
    divan::main();
}

#[divan::bench(args = ["냉방", "상담", "봉사시간", "교육장 소음", "ㄴㅂ", "010-0000-1234", "없는말씀"])]
fn words(bencher: Bencher, words: &str) {
    let folder = TempDir::new().expect("a folder");
    let opening = Opening {
        path: folder.path().join("desk.db"),
        ..Opening::default()
    };
    let desk = generate(&opening, 20_000, 1).expect("a generated desk");
    bencher.bench_local(|| desk.search(words, 50).expect("an answer"));
}
