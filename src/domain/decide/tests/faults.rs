//! What is wrong with what was typed, and with the times given.

use super::*;
use crate::words::{Lang, Say};

#[test]
fn times_go_forward_and_never_into_the_future() {
    let bench = Bench::new("gbvc");
    let case = bench.complaint("2026-11-02 10:00");
    let ask = |case_at: &str, clock: &str| {
        let context = Context {
            at: at(case_at),
            ..bench.context(at(clock))
        };
        decide(&case, &Command::Handling(Handling::Acknowledge), &context).map(|_| ())
    };
    assert_eq!(ask("2026-11-02 10:00", "2026-11-02 10:00"), Ok(()));
    let faults = |refusal: Result<(), Refusal>| match refusal {
        Err(Refusal::Fields(faults)) => faults.into_iter().map(|fault| fault.fault).next(),
        _ => None,
    };
    assert_eq!(
        faults(ask("2026-11-02 11:00", "2026-11-02 10:30")),
        Some(ValueFault::Future)
    );
    assert!(matches!(
        faults(ask("2026-11-02 09:59", "2026-11-02 10:30")),
        Some(ValueFault::Before { .. })
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
    let none = Command::Handling(Handling::Correct {
        fact: 2,
        text: text("오타"),
    });
    assert_eq!(
        bench.run(&mut case, now, &none),
        Err(Refusal::NoSuchFact { fact: 2, last: 1 })
    );
}

/// One command for each kind of fault, with the field that must be named.
fn faulty() -> [(Command, Field); 7] {
    let note = |text: &str| {
        Command::Handling(Handling::Note {
            text: text.to_owned(),
        })
    };
    let refuse = |ground: &str, remedy: &str| {
        Command::Handling(Handling::Refuse {
            ground: ground.to_owned(),
            remedy: remedy.to_owned(),
        })
    };
    let nobody = Command::Handling(Handling::Consult {
        department: text(""),
        text: text("협조"),
        until: None,
    });
    let nowhere = Command::Exit(Exit::Transfer {
        agency: text(""),
        text: text("이송"),
    });
    let silent = Command::Handling(Handling::Correct {
        fact: 1,
        text: text(""),
    });
    let endless = Command::Handling(Handling::Contact {
        how: ContactWay::Phone,
        text: "가".repeat(input::TEXT_MAX + 1),
    });
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

#[test]
fn nothing_is_told_without_name_and_number_of_the_person_in_charge() {
    let answer = Command::Handling(Handling::Answer {
        outcome: Outcome::Accepted,
        text: "조치했습니다.".into(),
        ground: String::new(),
        remedy: String::new(),
    });
    let refuse = Command::Handling(Handling::Refuse {
        ground: "조례 제3조".into(),
        remedy: "90일 안에 이의신청".into(),
    });
    let interim = Command::Timing(Timing::ReplyInterim {
        text: "확인 중입니다.".into(),
    });
    for charter in ["jndc", "kpf", "wonju"] {
        let mut bench = Bench::new(charter);
        let case = bench.complaint("2026-11-02 10:00");
        for (name, phone, missing) in [
            ("", "054-000-1365", Field::Name),
            ("김가상", "", Field::Phone),
        ] {
            bench.signer.name = name.into();
            bench.signer.phone = phone.into();
            for command in [&answer, &refuse, &interim] {
                let refused = bench.run(&mut case.clone(), "2026-11-03 10:00", command);
                let expected = Refusal::Unsigned {
                    login: "kim".into(),
                    missing,
                };
                let said = expected.say(Lang::En);
                assert!(
                    said.contains(&format!("staff change kim --{missing}")),
                    "{said}"
                );
                assert_eq!(refused, Err(expected));
            }
            // What stays in the house needs no signature.
            let note = Command::Handling(Handling::Action {
                text: "전화함".into(),
                prevents: false,
            });
            let done = bench.run(&mut case.clone(), "2026-11-03 10:00", &note);
            assert_eq!(done, Ok(()));
        }
    }
}
