//! The cost of one command without the disk: decision, record and commit on a desk of 20,000 cases.
//!
//! The file lies in `/dev/shm` where there is one, so that a sync costs nothing. Goal: 1 ms per command.

#![expect(
    clippy::expect_used,
    reason = "a bench may stop where its own fixture is wrong"
)]

use divan::Bencher;
use minwon::{
    desk::{Desk, Opening, Order, generate},
    domain::{
        case::CaseNumber,
        charter::Channel,
        command::{Command, Handling, Intake},
        fact::Outcome,
        party::Party,
    },
};
use std::path::Path;
use tempfile::TempDir;

fn main() {
    divan::main();
}

fn desk() -> (TempDir, Desk) {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() {
        TempDir::new_in(memory)
    } else {
        TempDir::new()
    };
    let folder = folder.expect("a folder");
    let opening = Opening {
        path: folder.path().join("desk.db"),
        ..Opening::default()
    };
    let desk = generate(&opening, 20_000, 1).expect("a generated desk");
    (folder, desk)
}

fn matter() -> Intake {
    Intake {
        title: "제1교육장 냉방이 약합니다".into(),
        body: "어제 오전 교육 때 너무 더웠습니다. 온도를 낮추어 주시고 결과를 알려 주세요.".into(),
        party: Party {
            name: "홍길동".into(),
            phone: "010-0000-1234".into(),
            email: "gildong@example.org".into(),
            ..Party::default()
        },
        ..Intake::new(Channel::Phone, "complaint")
    }
}

fn order(number: CaseNumber, command: Command) -> Order {
    let (at, seen) = (None, None);
    Order {
        number,
        command,
        time: at.into(),
        seen,
    }
}

#[divan::bench(sample_count = 200, sample_size = 1)]
fn intake(bencher: Bencher) {
    let (_folder, mut desk) = desk();
    let matter = matter();
    bencher.bench_local(|| desk.intake(&matter).expect("a number"));
}

/// Notes on a single case, which grows to some two hundred facts.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn note(bencher: Bencher) {
    let (_folder, mut desk) = desk();
    let number = desk.intake(&matter()).expect("a number");
    let note = Command::Handling(Handling::Action {
        text: "담당 부서에 확인을 요청함".into(),
        prevents: false,
    });
    let order = order(number, note);
    bencher.bench_local(|| desk.run(&order).expect("a fact"));
}

#[divan::bench(sample_count = 200, sample_size = 1)]
fn answer(bencher: Bencher) {
    let (_folder, mut desk) = desk();
    let numbers: Vec<CaseNumber> = (0..256)
        .map(|_| desk.intake(&matter()).expect("a number"))
        .collect();
    let mut numbers = numbers.into_iter();
    bencher.bench_local(|| {
        let answer = Command::Handling(Handling::Answer {
            outcome: Outcome::Accepted,
            text: "냉방을 고쳤습니다.".into(),
            ground: String::new(),
            remedy: String::new(),
        });
        let number = numbers.next().expect("a case that waits");
        desk.run(&order(number, answer)).expect("a fact")
    });
}
