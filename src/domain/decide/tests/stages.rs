//! Which action is possible at which stage.

use super::*;
use crate::domain::{
    charter::Detail,
    command::{ActionKind, Appointment, Redress},
    decide::properties::agreement::possible,
};

/// Nothing was done before; [`Stage::ALL`] from left to right.
const BARE: &str = include_str!("stages/bare.txt");

/// Misconduct was reported, a visit agreed, a department asked, two earlier cases linked with the first step on one.
const BUSY: &str = include_str!("stages/busy.txt");

/// A complaint at every stage, in the order of [`Stage::ALL`].
fn cases(bench: &Bench, before: &[Command]) -> Vec<Case> {
    let mut waiting = Intake::new(Channel::Post, "complaint");
    waiting.title = text("서면");
    waiting.arrived_at = Some(at("2026-11-01 10:00"));
    let arrived = bench.receive(&waiting, "2026-11-02 10:00");
    let mut received = bench.complaint("2026-11-02 10:00");
    for command in before {
        bench
            .run(&mut received, "2026-11-02 10:00", command)
            .unwrap();
        bench.tell(&mut received, at("2026-11-02 10:00"));
    }
    let then = |case: &Case, commands: &[Command]| {
        let mut case = case.clone();
        for (command, day) in commands.iter().zip(3..) {
            let now = format!("2026-11-{day:02} 10:00");
            bench.run(&mut case, &now, command).unwrap();
            bench.tell(&mut case, at(&now));
        }
        case
    };
    let said = || text("내용");
    let ask = Command::Supplement(Supplement::Request {
        text: said(),
        until: NaiveDate::from_ymd_opt(2026, 11, 3).unwrap(),
    });
    let assign = Command::Handling(Handling::Assign {
        department: text("고객지원팀"),
        officer: String::new(),
    });
    let answered = then(&received, &[answer()]);
    let out = |exit: Exit| then(&received, &[Command::Exit(exit)]);
    vec![
        arrived,
        received.clone(),
        then(&received, &[assign]),
        answered.clone(),
        then(
            &answered,
            &[Command::Exit(Exit::Close {
                untold: String::new(),
            })],
        ),
        out(Exit::Withdraw { text: said() }),
        then(
            &received,
            &[ask, Command::Exit(Exit::Return { text: said() })],
        ),
        out(Exit::Transfer {
            agency: said(),
            text: said(),
        }),
        out(Exit::Merge { into: number(4) }),
    ]
}

fn busy() -> Vec<Command> {
    let said = || text("내용");
    vec![
        Command::Ladder(link(1)),
        Command::Ladder(link(2)),
        Command::Redress(Redress::ReportMisconduct {
            detail: Detail::Error,
            happened: None,
            text: said(),
        }),
        Command::Redress(Redress::CheckFacts {
            text: said(),
            told: false,
            unfounded: false,
        }),
        Command::Handling(Handling::Consult {
            department: text("고객지원팀"),
            text: said(),
            until: None,
        }),
        Command::Visit(Appointment::Appoint {
            at: at("2026-11-09 10:00"),
            purpose: said(),
        }),
    ]
}

fn table(before: &[Command]) -> String {
    let mut bench = Bench::new("gbvc");
    bench.role = Role::Supervisor;
    let other = |serial: u32, stage, results| RelatedCase {
        number: number(serial),
        stage,
        mistaken: false,
        department: String::new(),
        told_at: (results > 0).then_some(DateTime::UNIX_EPOCH),
        people: 1,
        persons: 5,
        step: u8::from(serial == 1),
        sameness: None,
    };
    bench.related = vec![
        other(1, Stage::Closed, 1),
        other(2, Stage::Answered, 1),
        other(4, Stage::Received, 0),
    ];
    let cases = cases(&bench, before);
    assert!(cases.iter().map(|case| &case.stage).eq(Stage::ALL));
    let now = at("2026-11-10 10:00");
    let can: Vec<Vec<ActionKind>> = cases
        .iter()
        .map(|case| possible(case, &bench.context(now)))
        .collect();
    let row = |kind: &ActionKind| {
        let marks = can
            .iter()
            .map(|can| if can.contains(kind) { '+' } else { '.' });
        format!("{} {kind}\n", marks.collect::<String>())
    };
    ActionKind::ALL.iter().map(row).collect()
}

#[test]
fn every_action_has_its_stages() {
    assert_eq!(table(&[]), BARE);
}

#[test]
fn what_was_done_before_opens_other_actions() {
    assert_eq!(table(&busy()), BUSY);
}
