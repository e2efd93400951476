//! Which action is possible at which stage.

use super::*;
use crate::domain::{command::Kind, decide::properties::agreement::possible};

/// `arrived`, `received`, `assigned`, `answered`, `closed`, `withdrawn`, `returned`, `transferred`, `merged`.
const TABLE: &str = "";

const NOW: &str = "2026-12-20 10:00";

/// A complaint at every stage, in the order of [`Stage::ALL`].
fn cases(bench: &Bench) -> Vec<Case> {
    let mut waiting = Intake::new(Channel::Post, "complaint");
    waiting.title = text("서면");
    waiting.arrived_at = Some(at("2026-11-01 10:00"));
    let arrived = bench.receive(&waiting, "2026-11-02 10:00");
    let received = bench.complaint("2026-11-02 10:00");
    let then = |case: &Case, commands: &[Command]| {
        let mut case = case.clone();
        for (command, day) in commands.iter().zip(3..) {
            let now = format!("2026-11-{day:02} 10:00");
            bench.run(&mut case, &now, command).unwrap();
        }
        case
    };
    let said = || text("내용");
    let ask = Command::Supplement(Supplement::Request {
        text: said(),
        until: NaiveDate::from_ymd_opt(2026, 11, 3).unwrap(),
    });
    let assign = Command::Handling(Handling::Assign {
        department: said(),
        officer: said(),
    });
    let answered = then(&received, &[answer()]);
    let out = |exit: Exit| then(&received, &[Command::Exit(exit)]);
    vec![
        arrived,
        received.clone(),
        then(&received, &[assign]),
        answered.clone(),
        then(&answered, &[Command::Exit(Exit::Close)]),
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

#[test]
fn every_action_has_its_stages() {
    let mut bench = Bench::new("gbvc");
    bench.role = Role::Supervisor;
    bench.related = vec![Related {
        number: number(4),
        stage: Stage::Received,
        results: 0,
    }];
    let cases = cases(&bench);
    assert!(cases.iter().map(|case| &case.stage).eq(Stage::ALL));
    let now = at(NOW);
    let can: Vec<Vec<Kind>> = cases
        .iter()
        .map(|case| possible(case, &bench.context(now)))
        .collect();
    let row = |kind: &Kind| {
        let marks = can
            .iter()
            .map(|can| if can.contains(kind) { '+' } else { '.' });
        format!("{} {kind}", marks.collect::<String>())
    };
    let table: Vec<String> = Kind::ALL.iter().map(row).collect();
    assert_eq!(table.join("\n"), TABLE.trim());
}
