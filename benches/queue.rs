//! Reading the queue of a desk of 20,000 cases: pages from any position, the counts of the top line, one case.

#![expect(
    clippy::expect_used,
    reason = "a bench may stop where its own fixture is wrong"
)]

use divan::Bencher;
use minwon::desk::{Desk, Filter, Opening, PageStart, QueueOrder, QueueQuery, RowKey, generate};
use tempfile::TempDir;

fn main() {
    divan::main();
}

const PAGE: u32 = 50;

fn desk() -> (TempDir, Desk) {
    let folder = TempDir::new().expect("a folder");
    let opening = Opening {
        path: folder.path().join("desk.db"),
        ..Opening::default()
    };
    let desk = generate(&opening, 20_000, 1).expect("a generated desk");
    (folder, desk)
}

fn ask(desk: &Desk, from: PageStart) -> QueueQuery {
    QueueQuery {
        from,
        limit: PAGE,
        now: desk.now(),
        ..QueueQuery::default()
    }
}

/// The key of a row in the middle of the open ones.
fn middle(desk: &Desk) -> RowKey {
    let ask = QueueQuery {
        limit: 2_000,
        ..ask(desk, PageStart::Start)
    };
    let rows = desk.queue(&ask).expect("rows");
    rows.last().expect("a row").key.clone()
}

fn page(bencher: Bencher, from: impl Fn(&Desk) -> PageStart, change: impl Fn(&mut QueueQuery)) {
    let (_folder, desk) = desk();
    let mut ask = ask(&desk, from(&desk));
    change(&mut ask);
    assert_eq!(desk.queue(&ask).expect("rows").len(), PAGE as usize);
    bencher.bench_local(|| desk.queue(&ask).expect("rows"));
}

#[divan::bench]
fn first(bencher: Bencher) {
    page(bencher, |_| PageStart::Start, |_| ());
}

#[divan::bench]
fn after(bencher: Bencher) {
    page(bencher, |desk| PageStart::After(middle(desk)), |_| ());
}

#[divan::bench]
fn before(bencher: Bencher) {
    page(bencher, |desk| PageStart::Before(middle(desk)), |_| ());
}

#[divan::bench]
fn end(bencher: Bencher) {
    page(bencher, |_| PageStart::End, |_| ());
}

#[divan::bench]
fn mine(bencher: Bencher) {
    page(
        bencher,
        |_| PageStart::Start,
        |ask| ask.criteria.officers = Some(vec!["park".into()]),
    );
}

#[divan::bench]
fn overdue(bencher: Bencher) {
    page(
        bencher,
        |_| PageStart::Start,
        |ask| ask.filter = Filter::Overdue,
    );
}

#[divan::bench]
fn deadlines(bencher: Bencher) {
    page(
        bencher,
        |_| PageStart::Start,
        |ask| ask.order = QueueOrder::Deadline,
    );
}

#[divan::bench]
fn counts(bencher: Bencher) {
    let (_folder, mut desk) = desk();
    bencher.bench_local(|| desk.counts().expect("counts"));
}

#[divan::bench]
fn one_case(bencher: Bencher) {
    let (_folder, mut desk) = desk();
    let number = "2025-100".parse().expect("a number");
    bencher.bench_local(|| desk.case(number).expect("a case"));
}
