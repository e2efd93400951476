//! The ladder, the links it needs, and closing as repeated.

use super::*;
use crate::domain::rights::Operation;

#[test]
fn the_ladder_is_climbed_step_by_step() {
    let mut bench = Bench::new("gbvc");
    bench.related = vec![RelatedCase {
        number: number(3),
        stage: Stage::Closed,
        results: 1,
    }];
    let mut case = bench.complaint("2026-11-02 10:00");
    let now = "2026-11-03 10:00";
    let two = Command::Ladder(Ladder::StepTwo {
        result: "교육함".into(),
        apology: "죄송합니다.".into(),
    });
    let three = Command::Ladder(Ladder::StepThree {
        reason: "미이행".into(),
        department: "상담팀".into(),
        officer: "담당".into(),
    });
    assert_eq!(
        bench.run(&mut case, now, &two),
        Err(Refusal::StepMissing {
            missing: 1,
            wanted: 2
        })
    );
    let one = |officer: &str| {
        Command::Ladder(Ladder::StepOne {
            department: "상담팀".into(),
            officer: officer.into(),
            instruction: "사실 확인".into(),
        })
    };
    let missing = Refusal::field(Field::Officer, ValueFault::Missing);
    assert_eq!(bench.run(&mut case, now, &one(" ")), Err(missing));
    bench.run(&mut case, now, &one("팀장")).unwrap();
    assert_eq!(
        bench.run(&mut case, now, &one("팀장")),
        Err(Refusal::StepDone(1))
    );
    assert_eq!(bench.run(&mut case, now, &two), Err(Refusal::LinkNeeded));
    bench
        .run(
            &mut case,
            now,
            &Command::Ladder(Ladder::Link { earlier: number(3) }),
        )
        .unwrap();
    bench.run(&mut case, now, &two).unwrap();
    assert_eq!(
        bench.run(&mut case, now, &three),
        Err(Role::Clerk.allow(Operation::StepThree).unwrap_err().into())
    );
    bench.role = Role::Supervisor;
    bench.run(&mut case, now, &three).unwrap();
    assert!(
        steps(&case)
            .iter()
            .all(|step| matches!(step, StepBox::Done(_)))
    );
}

#[test]
fn a_link_names_an_earlier_case_that_exists() {
    let mut bench = Bench::new("gbvc");
    bench.related = vec![
        RelatedCase {
            number: number(3),
            stage: Stage::Closed,
            results: 1,
        },
        RelatedCase {
            number: number(11),
            stage: Stage::Received,
            results: 0,
        },
    ];
    let mut case = bench.complaint("2026-11-02 10:00");
    let mut link = |serial| {
        bench.run(
            &mut case,
            "2026-11-02 10:30",
            &Command::Ladder(Ladder::Link {
                earlier: number(serial),
            }),
        )
    };
    assert_eq!(link(10), Err(Refusal::SameCase));
    assert_eq!(link(4), Err(Refusal::NoSuchCase(number(4))));
    assert_eq!(link(11), Err(Refusal::NotEarlier(number(11))));
    assert_eq!(link(3), Ok(()));
    assert_eq!(link(3), Err(Refusal::AlreadyLinked(number(3))));
}

#[test]
fn closing_needs_a_result_and_closing_as_repeated_three_cases_and_two_results() {
    let mut bench = Bench::new("gbvc");
    let now = "2026-11-03 10:00";
    let mut case = bench.complaint("2026-11-02 10:00");
    let close = Command::Exit(Exit::Close {
        untold: String::new(),
    });
    assert_eq!(bench.run(&mut case, now, &close), Err(Refusal::NotAnswered));
    bench.run(&mut case, now, &answer()).unwrap();
    assert!(matches!(
        bench.run(&mut case, now, &close),
        Err(Refusal::Notice(_))
    ));
    bench.tell(&mut case, at(now));
    assert_eq!(bench.due(&case, "gbvc.opinion.result").1, Status::Met);
    bench.run(&mut case, now, &close).unwrap();
    assert!(matches!(
        bench.run(&mut case, now, &answer()),
        Err(Refusal::Stage {
            stage: Stage::Closed,
            ..
        })
    ));

    let mut case = bench.complaint("2026-11-02 10:00");
    let repeat = Command::Exit(Exit::CloseAsRepeat);
    let earlier = |serial, results| RelatedCase {
        number: number(serial),
        stage: Stage::Closed,
        results,
    };
    bench.related = vec![earlier(1, 1), earlier(2, 0)];
    assert_eq!(
        bench.run(&mut case, now, &repeat),
        Err(Refusal::NotRepeated {
            cases: 3,
            results: 1
        })
    );
    bench.related = vec![earlier(1, 1), earlier(2, 2)];
    bench.run(&mut case, now, &repeat).unwrap();
    assert_eq!(bench.due(&case, "act.grievance").1, Status::Met);
}
