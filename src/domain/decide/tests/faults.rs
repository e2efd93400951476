//! What is wrong with what was typed, and with the times given.

use super::*;

#[test]
fn times_go_forward_and_never_into_the_future() {
    let bench = Bench::new("gbvc");
    let case = bench.complaint("2026-11-02 10:00");
    let ask = |case_at: &str, clock: &str| {
        let context = Context {
            at: at(case_at),
            ..bench.context(at(clock))
        };
        decide(&case, &Command::Acknowledge, &context).map(|_| ())
    };
    assert_eq!(ask("2026-11-02 10:00", "2026-11-02 10:00"), Ok(()));
    let faults = |refusal: Result<(), Refusal>| match refusal {
        Err(Refusal::Fields(faults)) => faults.into_iter().map(|fault| fault.fault).next(),
        _ => None,
    };
    assert_eq!(
        faults(ask("2026-11-02 11:00", "2026-11-02 10:30")),
        Some(Fault::Future)
    );
    assert!(matches!(
        faults(ask("2026-11-02 09:59", "2026-11-02 10:30")),
        Some(Fault::Before { .. })
    ));
    assert!(matches!(
        ask("2026-11-02 09:00", "2026-11-02 09:00"),
        Err(Refusal::ClockBack { .. })
    ));
}

#[test]
fn every_text_is_asked_for_and_checked() {
    let bench = Bench::new("gbvc");
    let mut case = bench.complaint("2026-11-02 10:00");
    let now = "2026-11-02 10:30";
    for (command, field) in faulty() {
        let Err(Refusal::Fields(faults)) = bench.run(&mut case, now, &command) else {
            panic!("{command:?}")
        };
        let named = faults.first().map(|fault| fault.field);
        assert_eq!(named, Some(field), "{command:?}");
    }
    assert_eq!(case.seq, 1);
    let none = Command::Correct {
        fact: 2,
        text: text("오타"),
    };
    assert_eq!(
        bench.run(&mut case, now, &none),
        Err(Refusal::NoSuchFact { fact: 2, last: 1 })
    );
}

/// One command for each kind of fault, with the field that must be named.
fn faulty() -> [(Command, Field); 7] {
    let note = |text: &str| Command::Note {
        text: text.to_owned(),
        action: false,
    };
    let refuse = |ground: &str, remedy: &str| Command::Refuse {
        ground: ground.to_owned(),
        remedy: remedy.to_owned(),
    };
    let nobody = Command::Consult {
        department: text(""),
        text: text("협조"),
    };
    let nowhere = Command::Transfer {
        agency: text(""),
        text: text("이송"),
    };
    let silent = Command::Correct {
        fact: 1,
        text: text(""),
    };
    let endless = Command::Contact {
        how: ContactWay::Phone,
        text: "가".repeat(typed::TEXT + 1),
    };
    [
        (note(" "), Field::Text),
        (endless, Field::Text),
        (nobody, Field::Department),
        (refuse("", "이의신청"), Field::Ground),
        (refuse("법", "\u{7}"), Field::Remedy),
        (nowhere, Field::Agency),
        (silent, Field::Text),
    ]
}
